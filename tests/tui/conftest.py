"""Gives every test a home of its own, lets a pilot know what idle is, and keeps snapshots short and style sheets read.

Without the fonts' addresses and the clipping of lines, they can be read in a diff.
"""

import re

import pytest
import pytest_textual_snapshot
from pytest_textual_snapshot import normalize_svg

from tests.homes import HOMES
from tests.tui.idle import watch_the_loop
from tests.tui.keyboard import Keyboard
from tests.tui.sheets import read_sheets_once

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
watch_the_loop()
read_sheets_once()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch):
    """What one test keeps, no other finds."""
    home = str(tmp_path_factory.mktemp("golden-hour-home-"))
    for name in HOMES:
        monkeypatch.setenv(name, home)


@pytest.fixture(autouse=True)
def nothing_left_running():
    """What fails to end in one test is met by no other."""
    yield
    Keyboard.stop_all()
