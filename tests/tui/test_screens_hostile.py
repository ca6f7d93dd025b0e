import asyncio
from dataclasses import replace
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path

import pytest

from engine.game.progress import Progress
from engine.scenario.heads import head_of
from engine.scenario.reader import read_shipped
from engine.scenario.remembered import Heads
from engine.scenario.shelf import Shipped
from engine.text import Text, one_line
from tests.hostile import HOSTILE
from tests.tui.idle import put
from tests.tui.screens import FERRY, SMALL, WIDE, nothing_happens, played, poisoned, table_of, teams_of
from tui.app import GoldenHour
from tui.launch import usual
from tui.offers import Library, Offer, Saved, names, offer
from tui.quiet import Quiet
from tui.screens.bulletin import BulletinScreen
from tui.screens.handover import HandOver, HandOverScreen
from tui.screens.lobby import LobbyScreen
from tui.screens.result import ResultScreen
from tui.screens.room import RoomScreen
from tui.screens.start import StartScreen
from tui.widgets.wording import Tongue

TEAM = teams_of()[0]
TONGUE = Tongue("en")
KEYS = {
    "start": ("down", "up", "c", "question_mark", "escape", "d", "t", "g", "e", "enter", "escape"),
    "lobby": ("space", "space", "p", "question_mark", "escape"),
    "handover": ("question_mark", "escape"),
    "room": (
        *("escape", "f", "y", "down", "d", "escape", "e", "escape", "enter", "escape", "o", "escape", "b", "escape"),
        *(
            "1",
            "enter",
            "escape",
            "2",
            "w",
            "escape",
            "3",
            "down",
            "w",
            "escape",
            "c",
            "s",
            "n",
            "slash",
            "x",
            "escape",
        ),
    ),
    "bulletin": ("enter", "a", "enter", "w", "escape", "s", "down", "w", "escape", "c", "e", "escape"),
    "result": ("o", "w", "escape", "e", "escape", "c"),
}


def feed(start):
    return islice(cycle(HOSTILE), start, None)


def concepts(raws):
    return {name: (Text.of(next(raws)), Text.of(next(raws))) for name in ("soft_power", "hard_power")}


def ended():
    table = table_of()
    while not table.ended:
        table.play_on()
    return table.view(None)


def screen_of(place, start):
    """The screen of a place with hostile text in every field."""
    raws = feed(start)
    if place == "start":
        known = [offer(name, Heads()) for name in names()]
        heads = [each.head._replace(title=Text.of(next(raws)), summary=Text.of(next(raws))) for each in known]
        broken = head_of(f"a: 1\na: 2 {next(raws)}\n".encode("utf-8", "replace"), one_line(next(raws)), Shipped())
        offers = [*(Offer(f"id{n}", head) for n, head in enumerate(heads)), Offer(next(raws), None, broken)]
        far = Progress(Text.of(next(raws)), 2, 8, "full", ended=False)
        saved = [Saved(Path(f"{n}"), datetime(2031, 4, n), each) for n, each in enumerate((far, None), 1)]  # noqa: DTZ001
        return StartScreen(TONGUE, Library.of(offers, saved))
    if place == "lobby":
        setup = usual(read_shipped(FERRY), read_shipped(FERRY).scenario)
        teams = {
            name: team.model_copy(update={"name": Text.of(next(raws))}) for name, team in setup.scenario.teams.items()
        }
        words = {name: Text.of(next(raws)) for name in ("title", "summary", "content_note")}
        return LobbyScreen(TONGUE, replace(setup, scenario=setup.scenario.model_copy(update={**words, "teams": teams})))
    if place == "result":
        view = poisoned(ended(), raws)
        return ResultScreen(TONGUE, view, view.result, concepts(raws))
    table = played(3, TEAM)
    view = poisoned(table.view(TEAM), raws)
    if place == "handover":
        told = HandOver(TEAM, view, lambda: "ab12", chaired=True, touched=True, mirrored=True, command=None)
        return HandOverScreen(TONGUE, told, Quiet(lambda: 0.0, 0))
    if place == "bulletin":
        return BulletinScreen(TONGUE, view, concepts(raws), moving=False)
    return RoomScreen(TONGUE, replace(view, turn=1), concepts(raws), table.begun.of(TEAM))


@pytest.mark.parametrize("place", KEYS)
@pytest.mark.parametrize(("start", "size"), [(0, SMALL), (23, WIDE)])
def test_hostile_text_is_drawn_and_does_nothing(place, start, size):
    screen = screen_of(place, start)

    async def go():
        app = GoldenHour(table_of(TEAM), "en")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await put(pilot, screen)
            for key in KEYS[place]:
                await pilot.press(key)
                nothing_happens(app)

    asyncio.run(go())


@pytest.mark.parametrize("raw", HOSTILE)
def test_words_stay_what_they_are(raw):
    text = Text.of(raw)
    assert TONGUE.whole(text).plain == str(text)
    assert TONGUE.whole(text).spans == []
    assert TONGUE.line(text).plain == " ".join(str(text).split())
