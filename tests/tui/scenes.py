"""The scenes that the tests of the screens look at: add yours to SCENES, and every one of these tests walks it too.

A scene is an app and the keys that lead to the place. Nothing in it may depend on the clock, on chance or on what is
kept in the home folder: seeds are fixed, nothing moves, and tests/conftest.py gives every run an empty home.
"""

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from textual.command import CommandPalette

from engine.game.directing import Hold
from engine.game.folder import scenario_folder
from engine.game.intents import FACILITATOR, Because, Clock, Conduct, Lay, Note, Seal
from engine.language.messages import Message
from engine.text import Text
from engine.tools.forecast import outlook
from tests.tui.chairs import CHAIR, locked
from tests.tui.screens import FERRY, SMALL, another, played, shipped, table_of, teams_of
from tui.app import GoldenHour
from tui.board import Board
from tui.launch import usual
from tui.screens.ahead import TableAhead
from tui.settings import Kept, Settings
from tui.widgets.msel import Msel

TEAM = teams_of()[0]
LARGE = "torch_and_supermarket"
FEW = 24  # games that are looked ahead
REASON = {
    "en": "The islanders have to hear it before the weekend.",
    "id": "Warga pulau harus tahu sebelum akhir pekan.",
}
NOTE = {"en": "The embassy waits for a word from home.", "id": "Kedubes menunggu kabar dari pusat."}
"""What people type, as they would in each language."""
Opened = Callable[..., GoldenHour]
"""Opens the game in a language; `read` tells what stands in a scenario of this id."""


@dataclass(frozen=True)
class Scene:
    """A place (of the registry) as it looks after these keys."""

    place: str
    opened: Opened
    keys: tuple[str, ...] = ()
    size: tuple[int, int] | None = None  # where only one will do
    then: Callable[[GoldenHour], None] | None = None  # what comes in by itself, after the keys


def start(lang, read=shipped):
    """It lists what is shipped; another scenario of that id lies in the folder for one's own."""
    if read is not shipped:
        scenario_folder().mkdir(parents=True, exist_ok=True)
        (scenario_folder() / f"{FERRY}.yaml").write_text(read(FERRY).source, encoding="utf-8")
    return GoldenHour(None, lang)


def lobby(lang, read=shipped):
    reading = read(FERRY)
    return GoldenHour(None, lang, replace(usual(reading, reading.scenario), seed=7))


def opening(lang, read=shipped):
    """An exercise that a command line has opened at its table."""
    reading = read(FERRY)
    return GoldenHour(table_of(TEAM, read=read), lang, usual(reading, reading.scenario))


def shared(lang, read=shipped):
    return GoldenHour(table_of(*teams_of()[:2], read=read), lang)


def mirrored(lang, read=shipped):
    """Five people share a screen that a projector shows too."""
    kept = Kept(replace(Settings(), second="mirrored"))
    return GoldenHour(table_of(*teams_of(LARGE), scenario=LARGE, read=read), lang, kept=kept)


def first_round(lang, read=shipped):
    return GoldenHour(table_of(TEAM, read=read), lang)


def second_round(lang, read=shipped):
    return GoldenHour(played(1, TEAM, read=read), lang)


def crowded(lang, read=shipped):
    """The embassy in the middle of a large crisis, with some orders on its tray."""
    return GoldenHour(another(_crowded(read)), lang)


@cache
def _crowded(read):
    table = played(4, "embassy", LARGE, read)
    for choice in [choice for choice in table.view("embassy").choices if choice.why_not is None][2::7]:
        table.apply("embassy", Lay("embassy", choice.card, choice.target, choice.voice))
    return table


def tutorial(lang, read=shipped):
    return GoldenHour(table_of("consulate", scenario="first_hour", read=read), lang)


def fourth_round(lang, read=shipped):
    """A team that has listened, so that it has polls."""
    return GoldenHour(played(3, TEAM, read=read), lang)


def ended(lang, read=shipped):
    return GoldenHour(another(_ended(read)), lang)


@cache
def _ended(read):
    table = table_of(read=read)
    while not table.ended:
        table.play_on()
    return table


def decided(lang, read=shipped):
    """The end of an exercise in which a person gave orders, and wrote down why."""
    return GoldenHour(another(_decided(read, lang)), lang)


@cache
def _decided(read, lang):
    table = table_of(TEAM, read=read)
    while not table.ended:
        for choice in [choice for choice in table.view(TEAM).choices if choice.why_not is None][-2:]:
            table.apply(TEAM, Lay(TEAM, choice.card, choice.target, choice.voice))
        for order in table.view(TEAM).tray[:1]:
            table.apply(TEAM, Because(TEAM, order.card, Text.of(REASON[lang])))
        table.apply(TEAM, Seal(TEAM))
    return table


def over(lang, read=shipped):
    """The facilitator alone, after ENDEX."""
    return GoldenHour(another(_ended(read)), lang)


def board(lang, read=shipped):
    table = table_of(TEAM, save=Path(tempfile.mkdtemp(dir=Path.home())) / "board.ghx", read=read)
    table.apply(TEAM, Seal(TEAM))
    table.close()
    return Board(table.path, table.view(None), lang, Kept())


def projector(lang, read=shipped):
    """The board of a large crisis in its fourth round, with a clock that stands."""
    save = Path(tempfile.mkdtemp(dir=Path.home())) / "board.ghx"
    table = table_of(*teams_of(LARGE), scenario=LARGE, save=save, read=read)
    for turn in range(5):
        for at, team in enumerate(table.waiting):
            open_ones = [choice for choice in table.view(team).choices if choice.why_not is None]
            for choice in open_ones[turn :: 9 - at]:
                table.apply(team, Lay(team, choice.card, choice.target, choice.voice))
            if turn < 4 or not at:
                table.apply(team, Seal(team))
    table.apply(FACILITATOR, Clock(252, running=False))
    table.close()
    return Board(table.path, table.view(None), lang, Kept())


def conducted(lang, read=shipped):
    """Two people have sealed, and the facilitator has yet to close the turn."""
    table = table_of(*teams_of()[:2], read=read)
    table.apply(FACILITATOR, Conduct(on=True))
    for team in table.waiting:
        table.apply(team, Seal(team))
    return GoldenHour(table, lang)


def looked_ahead(app):
    """What another process computes of an exercise that is saved comes in."""
    inject = app.screen.query_one(Msel).marked.inject
    app.screen.learn(inject, outlook(app.screen._chair.table.match, inject, FEW))


def crisis(lang, read=shipped):
    """Every team is a person's, three turns into a large exercise; some orders lie there, one team has sealed."""
    return GoldenHour(another(_crisis(read, lang)), lang)


@cache
def _crisis(read, lang):
    table = table_of(*teams_of(LARGE), scenario=LARGE, read=read)
    for turn in range(4):
        for at, team in enumerate(table.waiting):
            open_ones = [choice for choice in table.view(team).choices if choice.why_not is None]
            for choice in open_ones[turn :: 9 - at]:
                table.apply(team, Lay(team, choice.card, choice.target, choice.voice))
            if turn < 3 or not at:
                table.apply(team, Seal(team))
    table.apply(FACILITATOR, Note(Text.of(NOTE[lang]), "embassy", None, hot_wash=True))
    table.apply(FACILITATOR, Hold("nine_cities"))
    return locked(table)


def taken_up(app):
    """A saved exercise is read, and has come to this step."""
    ahead = TableAhead(app.tongue, shipped(LARGE).scenario.title, Message.of("ahead.reading"))
    ahead.reach(23, 250)
    app._show(ahead)


SCENES = {
    "start": Scene("start", start),
    "taught": Scene("picking", start, ("e",)),
    "about": Scene("reading", start, ("end", "i")),
    "ahead_of_table": Scene("ahead", lobby, then=taken_up),
    "lobby": Scene("lobby", lobby),
    "sitting": Scene("picking", lobby, ("down", "space")),
    "opening": Scene("opening", opening),
    "handover": Scene("handover", shared),
    "mirrored": Scene("handover", mirrored),
    "pin": Scene("pin", shared, ("enter", "1", "2")),
    "seating": Scene("seating", shared, ("g", "down", "right")),
    "minute": Scene("reading", second_round, ("n",)),
    "brief": Scene("opening", first_round),
    "room": Scene("room", second_round, ("4",)),
    "crowded": Scene("room", crowded),
    "inbox": Scene("room", second_round, ("1",)),
    "stories": Scene("room", second_round, ("2",)),
    "standing": Scene("room", second_round, ("3",)),
    "bulletin": Scene("bulletin", second_round, ("s", "y")),
    "reaction": Scene("bulletin", second_round, ("s", "y", "enter")),
    "front": Scene("bulletin", crisis, (*CHAIR, "r", "y", "enter", "enter", "enter", "enter")),
    "moved": Scene("bulletin", second_round, ("s", "y", "s")),
    "result": Scene("result", ended),
    "deeds": Scene("result", decided, ("v",)),
    "coached": Scene("room", tutorial, ("escape", "h")),
    "coached_tray": Scene("room", tutorial, ("escape", "h", "h", "4", "enter", "enter")),
    "plots": Scene("plots", fourth_round, ("3", "down", "t")),
    "card": Scene("card", second_round, ("4", "down", "down", "d")),
    "why": Scene("reading", second_round, ("3", "w")),
    "help": Scene("reading", second_round, ("question_mark",)),
    "seal": Scene("confirm", second_round, ("s",)),
    "glossary": Scene("picking", second_round, ("f7",)),
    "targets": Scene("picking", second_round, ("4", "enter")),
    "search": Scene("asking", second_round, ("slash", "l", "i")),
    "palette": Scene("palette", second_round, ("ctrl+p",)),
    "found": Scene("palette", second_round, ("ctrl+p", *"periksa")),
    "waiting": Scene("waiting", conducted),
    "board": Scene("board", board),
    "projector": Scene("board", projector),
    "console": Scene("console", crisis, CHAIR),
    "teams": Scene("console", crisis, (*CHAIR, "2")),
    "peeked": Scene("peeked", crisis, (*CHAIR, "2", "enter")),
    "notes": Scene("console", crisis, (*CHAIR, "4")),
    "ahead": Scene("console", crisis, (*CHAIR, "3"), then=looked_ahead),
    "fire": Scene("confirm", crisis, (*CHAIR, "f")),
    "compose": Scene("form", crisis, (*CHAIR, "i")),
    "argue": Scene("form", crisis, (*CHAIR, "2", "a")),
    "rewrite": Scene("form", crisis, (*CHAIR, "e")),
    "rewrite_all": Scene("editor", crisis, (*CHAIR, "d")),
    "over": Scene("over", over, ("f5",)),
    "umpire": Scene("umpire", crisis, (*CHAIR, "g")),
    "small": Scene("small", second_round, size=(79, 24)),
}


def scene_of(place):
    """The first scene of a place."""
    return next(scene for scene in SCENES.values() if scene.place == place)


def place_of(screen):
    """The place of a screen; the palette lies on another and has none of its own."""
    return "palette" if isinstance(screen, CommandPalette) else screen.place


async def settled(pilot, scene):
    """Press the keys that lead to a scene, and wait until nothing happens any more."""
    await pilot.pause()
    if scene.opened is start:  # whose list is still being read
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    for key in scene.keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    if scene.then:
        scene.then(pilot.app)
        await pilot.pause()


@asynccontextmanager
async def open_scene(scene, lang="en", size=SMALL, theme="dark"):
    """Open the game at a scene, at a size, in a language and in the colours of a theme."""
    app = scene.opened(lang)
    app.animation_level = "none"
    app.theme = theme
    async with app.run_test(size=scene.size or size) as pilot:
        await settled(pilot, scene)
        assert place_of(app.screen) == scene.place
        yield app, pilot


def at(scene, look, lang="en", size=SMALL):
    """Look at a scene: `look` is handed the app and its pilot."""

    async def go():
        async with open_scene(scene, lang, size) as (app, pilot):
            await look(app, pilot)

    asyncio.run(go())
