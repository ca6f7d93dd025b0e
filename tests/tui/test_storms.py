"""Bursts of keys that once ended the game, found by storms (storm.py), and a few storms more."""

import asyncio
import random

import pytest

from tests.tui.scenes import SCENES
from tests.tui.screens import SMALL, WIDE
from tests.tui.storm import blow, blown

TWO_THAT_LET_EACH_OTHER_THROUGH = [
    ("f4 tab", None),
    ("tab", (60, 20)),
    ("f2 f1", WIDE),
    ("1 question_mark c f2", None),
    ("right l home ctrl+p", None),
    ("end tab", (60, 20)),
]
"""Two papers below the palette, of which the lower one was drawn anew: each was drawn through the other, for ever."""
TAKEN_DOWN_BELOW = [("f7", None), ("question_mark", None), ("c f2", None), ("l enter l f2 2", None)]
"""The language changed on what lay on a form: what was drawn through it were fields that had been taken down."""


@pytest.mark.parametrize(
    ("scene", "found"), [("sitting", TWO_THAT_LET_EACH_OTHER_THROUGH), ("compose", TAKEN_DOWN_BELOW)]
)
def test_what_a_storm_found_ends_nothing_any_more(scene, found):
    gusts = [lambda _, keys=keys, size=size: (keys.split(), size) for keys, size in found]
    asyncio.run(blow(SCENES[scene], "id", SMALL, gusts))


@pytest.mark.parametrize("scene", ["room", "console"])
def test_a_storm_ends_nothing(scene):
    dice = random.Random(scene)
    asyncio.run(blow(SCENES[scene], "id", WIDE, [lambda app: blown(app, dice)] * 5))
