"""Storms of keys, to find what ends the game: `python -m tests.tui.storm SEED [SCENE ...]` says which of them did.

Keys come in bursts, as on a slow line, and the terminal is resized between them. What a storm found is replayed in
test_storms.py.
"""

import argparse
import asyncio
import random

from textual import events

import tests.conftest  # noqa: F401 - gives an empty home before the game is loaded
from engine.language.catalogue import LANGUAGES
from tests.tui.scenes import SCENES, open_scene, place_of
from tests.tui.screens import SMALL, WIDE, settled
from tui.actions import actions_at

MOVES = ("tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pagedown")
ANYWHERE = (*MOVES, "f1", "f2", "f2", "f3", "f7", "ctrl+p", "question_mark", "enter", "escape", "space", "a", "1", "2")
SIZES = (SMALL, WIDE, (60, 20), (160, 48), (44, 14))
TYPED = {"enter": "\r", "escape": "\x1b", "tab": "\t", "question_mark": "?", "space": " "}
LEAVES = {"quit"}
DEEPEST = 14
"""Screens upon one another: more of them is a pile."""


def burst(app, *keys):
    """Let keys come at once, before any of them is answered."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else TYPED.get(key)))


def keys_of(place):
    """Keys of what can be done at a place, but leave; ^C leaves by itself."""
    own = [action.key for action in actions_at(place) if action.key and action.id not in LEAVES] if place else []
    return [key for keys in own for key in keys.split(",") if key != "ctrl+c"]


def blown(app, dice):
    """A gust of a storm: keys that come at once, half of them those of the place; now and then a size."""
    own = keys_of(place_of(app.screen)) or ANYWHERE
    keys = tuple(dice.choice(ANYWHERE if dice.random() < 0.5 else own) for _ in range(dice.randint(1, 7)))
    return keys, dice.choice(SIZES) if dice.random() < 0.15 else None


async def blow(scene, lang, size, gusts):
    """Let gusts blow over a scene, each drawn once the one before has settled; `gusts` are functions of the app."""
    async with open_scene(scene, lang, size) as (app, pilot):
        for gust in gusts:
            keys, resized = gust(app)
            burst(app, *keys)
            if resized:
                await pilot.resize_terminal(*resized)
            await settled(pilot)
            assert app.is_running
            assert len(app.screen_stack) <= DEEPEST


def main():
    """Blow one storm over each scene that is asked for; say what it was where it ended the game."""
    parser = argparse.ArgumentParser(prog="python -m tests.tui.storm", description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("scenes", nargs="*", metavar="SCENE")
    asked = parser.parse_args()
    for name in asked.scenes or SCENES:
        dice, told = random.Random(f"{asked.seed} {name}"), []

        def gust(app, dice=dice, told=told):
            told.append(blown(app, dice))
            return told[-1]

        lang, size = dice.choice(LANGUAGES), dice.choice((SMALL, WIDE))
        try:
            asyncio.run(asyncio.wait_for(blow(SCENES[name], lang, size, [gust] * 14), 120))
        except Exception as fault:  # noqa: BLE001 - whatever ends the game is looked for
            print(f"{name}: {type(fault).__name__}: {fault}\n  {lang} {size} {told}", flush=True)
        else:
            print(f"{name}: still there", flush=True)


if __name__ == "__main__":
    main()
