"""Keeps snapshots short: without the fonts' addresses and the clipping of lines, they can be read in a diff."""

import re

import pytest_textual_snapshot
from pytest_textual_snapshot import normalize_svg

LEFT_OUT = re.compile(
    r"<!--.*?-->|@font-face \{.*?\}"
    r"|<clipPath id=\"terminal-line-\d+\">.*?</clipPath>| clip-path=\"url\(#terminal-line-\d+\)\""
    r"|^[ \t]+(?=\S)|[ \t]+$",
    re.DOTALL | re.MULTILINE,
)


def short(svg):
    """Return a picture without what says nothing about the screen, and without empty lines."""
    return re.sub(r"\n\s*\n+", "\n", LEFT_OUT.sub("", normalize_svg(svg)))


pytest_textual_snapshot.normalize_svg = short
