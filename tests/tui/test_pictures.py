"""The pictures in the README are there, and load nothing from elsewhere."""

import asyncio
import re
from pathlib import Path

import pytest

from tests.tui.pictures import drawn
from tests.tui.scenes import SCENES
from tests.tui.screens import SMALL, WIDE

ROOT = Path(__file__).parent.parent.parent
SHOWN = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
DRAWN = {"room": "crowded", "front-pages": "front", "console": "ahead"}
"""Picture -> the scene that it shows, on a wide terminal."""
NAMESPACE = "http://www.w3.org/2000/svg"


def loads_nothing(svg):
    return "://" not in svg.replace(NAMESPACE, "") and "@import" not in svg


def test_the_readme_shows_three():
    assert len(SHOWN) == 3


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_of_the_readme_is_there_and_loads_nothing(name):
    svg = (ROOT / name).read_text(encoding="utf-8")
    assert svg.lstrip().startswith("<svg")
    assert loads_nothing(svg)


@pytest.mark.parametrize(("name", "scene"), DRAWN.items())
def test_a_picture_of_the_readme_shows_the_screen_as_it_is_now(name, scene):
    kept = (ROOT / "docs" / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
    now = asyncio.run(drawn(SCENES[scene], "en", WIDE, "dark"))
    assert kept == now, f"draw it anew: python -m tests.tui.pictures docs/pictures {scene}, and name it {name}.svg"


def test_a_picture_that_is_drawn_loads_nothing():
    assert loads_nothing(asyncio.run(drawn(SCENES["handover"], "en", SMALL, "light")))
