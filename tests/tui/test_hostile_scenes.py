"""Crises whose every word is hostile, at every place: whatever is pressed, words stay words."""

import asyncio
import random
from functools import cache
from importlib.resources import files
from itertools import cycle

import pytest
from pydantic import BaseModel
from textual import events
from textual.command import CommandPalette

from engine.language.catalogue import LANGUAGES
from engine.scenario.nodes import build, plain
from engine.scenario.reader import read_text
from engine.scenario.shelf import Source
from engine.text import Text
from tests.game.saved_tables import written_out
from tests.game.test_hostile_scenarios import hostile
from tests.hostile import HOSTILE
from tests.tui.scenes import SCENES, place_of, scene_of, settled
from tests.tui.screens import FERRY, SMALL, WIDE, nothing_happens, shown
from tui.actions import actions_at
from tui.offers import names
from tui.registry.action import TOO_SMALL
from tui.screens.place import Place

LEAVES = {"quit", "palette"}
THE_SAME = {"language", "theme", "motion", "help", "copy", "close"}
"""What does the same wherever the mark is: it is tried in one scene of each place."""
TYPED = ("asking", "form", "editor", "umpire", "palette")
"""Places where one writes."""


def data_of(file):
    """What stands in a shipped file."""
    return plain(build((files("scenarios") / file).read_text(encoding="utf-8"), file).root)


class Poisoned:
    """The shipped decks, with hostile words."""

    def __init__(self, dice):
        self._dice = dice

    def ids(self):
        return ("diplomacy",)

    def find(self, deck):
        return Source(f"decks/{deck}.yaml", written_out(hostile(data_of(f"decks/{deck}.yaml"), self._dice)))


@cache
def read_poisoned(name):
    """A shipped crisis with another hostile text in every place for words."""
    dice = random.Random(name)
    reading = read_text(written_out(hostile(data_of(f"{name}.yaml"), dice)), f"{name}.yaml", Poisoned(dice))
    assert reading.scenario, reading.findings
    return reading


async def opens_the_palette(app, pilot):
    """Hold that the palette opens on every place, and closes."""
    below = app.screen
    await pilot.press("ctrl+p")
    assert isinstance(app.screen, CommandPalette)
    nothing_happens(app)
    await pilot.press("escape")
    assert app.screen is below


def texts_in(thing):
    """Every text for people in what was read."""
    match thing:
        case Text():
            yield thing
        case BaseModel():
            yield from (text for name in type(thing).model_fields for text in texts_in(getattr(thing, name)))
        case dict():
            yield from (text for value in thing.values() for text in texts_in(value))
        case list() | tuple():
            yield from (text for value in thing for text in texts_in(value))


@pytest.mark.parametrize("name", names())
def test_no_field_for_people_is_forgotten(name):
    cleaned = {Text.of(raw) for raw in HOSTILE}
    said = list(texts_in(read_poisoned(name).scenario))
    assert said
    assert [text for text in said if text not in cleaned] == []


@pytest.mark.parametrize(("name", "turn"), zip(SCENES, cycle([0, 1]), strict=False))
def test_at_every_place_hostile_words_stay_words(name, turn):
    scene = SCENES[name]
    first = next(other for other, each in SCENES.items() if each.place == scene.place) == name
    sizes = [scene.size or size for size in (SMALL, WIDE)]

    async def go():
        app = scene.opened(LANGUAGES[turn], read_poisoned)
        app.animation_level = "none"
        async with app.run_test(size=sizes[turn]) as pilot:
            await settled(pilot, scene)
            nothing_happens(app)
            if isinstance(app.screen, Place):  # the same in the other language, at the other size
                app.screen.post_message(Place.OtherLanguage())
                await pilot.resize_terminal(*sizes[1 - turn])
                nothing_happens(app)
            if first and scene.place not in {"palette", TOO_SMALL}:
                await opens_the_palette(app, pilot)
            for action in actions_at(scene.place):
                if action.id in LEAVES or not action.key or (action.id in THE_SAME and not first):
                    continue
                if place_of(app.screen) == "start" != scene.place:  # its panel was closed
                    await settled(pilot, scene)
                await pilot.press(action.key.split(",")[0])
                nothing_happens(app)
                await pilot.press("escape")
                nothing_happens(app)

    asyncio.run(go())


def test_the_library_shows_the_words_of_a_hostile_scenario():
    async def go():
        app = SCENES["start"].opened("en", read_poisoned)
        app.animation_level = "none"
        async with app.run_test(size=WIDE) as pilot:
            await settled(pilot, SCENES["start"])
            await pilot.press("end")
            await pilot.pause()
            title = str(read_poisoned(FERRY).scenario.title).split()
            assert title
            assert title[0] in shown(app)
            nothing_happens(app)

    asyncio.run(go())


@pytest.mark.parametrize("place", TYPED)
def test_hostile_words_that_are_pasted_stay_words(place):
    scene = scene_of(place)

    async def go():
        app = scene.opened("en", read_poisoned)
        app.animation_level = "none"
        async with app.run_test(size=scene.size or SMALL) as pilot:
            await settled(pilot, scene)
            for raw in HOSTILE:
                app.screen.focused.post_message(events.Paste(raw))
                await pilot.press("enter")
                nothing_happens(app)

    asyncio.run(go())
