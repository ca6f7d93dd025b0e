"""That turns are played again is read at the hand-over, in the room, on the board of each size, and line by line."""

import asyncio
from dataclasses import replace

import pytest

from engine.game import pins
from engine.game.directing import Rewind, SetPace
from engine.game.intents import FACILITATOR, Clock, Conduct, Foresee, Name, Note, SetPin
from engine.game.papers import Papers
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.chairs import play
from tests.tui.screens import SMALL, WIDE, shown, table_of, teams_of
from tests.tui.shared import press
from tests.tui.test_board import every_page
from tests.tui.test_board_hall import HALL
from tests.tui.test_plain import play as play_lines
from tui.app import GoldenHour
from tui.board import Board
from tui.facilitator.chair import Chair
from tui.facilitator.losing import _said, lost
from tui.locks import lock_late
from tui.passing import news_of
from tui.plain.billboard import sections
from tui.screens.handover import HandOverScreen
from tui.screens.room import RoomScreen
from tui.settings import Kept, Settings

LARGE = "torch_and_supermarket"
TEAMS = teams_of()


def taken_back(*teams, turns=2, **how):
    """A table of these teams whose last turns were taken back, with fresh dice."""
    table = play(table_of(*teams, **how), turns)
    table.apply(FACILITATOR, Rewind(max(table.match.turn - 2, 1), fresh=True))
    assert table.view(None).retaken
    return table


def flat(words):
    return " ".join(words.split())


def told(table, lang):
    return say(lang, table.view(None).retaken)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("second", ["none", "mirrored", "extended"])
def test_the_hand_over_of_five_teams_says_it_whole_on_a_small_screen_beside_all_else(tmp_path, lang, second):
    table = taken_back(*teams_of(LARGE), scenario=LARGE, save=tmp_path / "shared.ghx")
    for intent in (*lock_late("2468"), Clock(252, running=False)):
        table.apply(FACILITATOR, intent)

    async def go():
        app = GoldenHour(table, lang, kept=Kept(Settings(second=second)))
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            await press(pilot)
            assert isinstance(app.screen, HandOverScreen)
            text = flat(shown(app))
            assert told(table, lang) in text
            assert str(table.view(None).title.in_language(lang)) in text
            assert say(lang, Message.of("screen.handover.ready")) in text
            assert say(lang, Message.of("pin.anew_brief")) in text or say(lang, Message.of("pin.anew_told")) in text

    try:
        asyncio.run(go())
    finally:
        table.close()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_the_room_of_a_lone_team_says_it_in_its_situation_line(lang, size):
    table = taken_back(TEAMS[0])

    async def go():
        app = GoldenHour(table, lang)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await press(pilot, *(["escape"] if not isinstance(app.screen, RoomScreen) else []))
            assert isinstance(app.screen, RoomScreen)
            assert told(table, lang) in flat(shown(app))

    asyncio.run(go())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [SMALL, WIDE, HALL])
def test_the_board_says_it_before_all_else_until_it_was_played_again(tmp_path, lang, size):
    table = taken_back(*TEAMS[:2])

    async def pages(view):
        app = Board(tmp_path / "nowhere.ghx", view, lang, Kept())
        async with app.run_test(size=size) as pilot:
            found, screen = await every_page(app, pilot), app.screen
            screen._page = 1
            screen.show(replace(view, summary=Text.of("other")), None, Text.of("shared"))
            assert screen._page == 1
            screen.show(replace(view, retaken=None if view.retaken else before), None, Text.of("shared"))
            assert screen._page == 0  # what is new stands on the first page
            return found

    before = table.view(None).retaken
    lines = asyncio.run(pages(table.view(None)))
    if size is WIDE:  # on two sides, of which this is the left one
        lines = [line[: size[0] // 2] for line in lines]
    assert told(table, lang) in flat(" ".join(lines))
    play(table, 2)
    assert table.view(None).retaken is None
    assert say(lang, before) not in flat(" ".join(asyncio.run(pages(table.view(None)))))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_line_by_line_it_is_said_at_the_hand_over_in_the_room_and_on_the_board(lang):
    table = taken_back(*TEAMS[:2])
    said = told(table, lang)
    assert flat(" ".join(sections(table.view(None), lang))).startswith(
        f"{say(lang, Message.of('board.retaken'))} {said}"
    )
    assert news_of(table.view(None)) == news_of(table.view(TEAMS[0])) == (table.view(None).retaken,)
    leave = say(lang, Message.of("action.quit.word"))
    _, printed = play_lines(table, ("", leave), lang)
    assert flat(printed).count(said) == 2


@pytest.mark.parametrize("kind", ["reasons", "slips", "foresights"])
def test_each_thing_that_teams_say_beside_their_orders_goes_with_the_turn_in_which_it_was_said(kind):
    key = (2, TEAMS[0]) if kind == "foresights" else (2, TEAMS[0], "listen")
    papers = Papers(**{kind: {key: Text.of("calm")}})
    assert [_said(papers, turn) for turn in (1, 2, 3)] == [True, True, False]


def test_before_turns_are_taken_back_all_that_goes_with_them_is_named_and_what_stays_does():
    table = play(table_of(*TEAMS[:2]), 1)
    chair, turn = Chair(table), table.match.turn
    assert lost(chair, turn) is None
    table.apply(FACILITATOR, SetPace("short"))
    table.apply(TEAMS[0], Foresee(TEAMS[0], 40))
    for kept in (Note(Text.of("seen")), SetPin(TEAMS[0], pins.lock_of("1357")), Name(TEAMS[0], Text.of("Ani"))):
        table.apply(FACILITATOR, kept)
    table.apply(FACILITATOR, Conduct(on=True))
    table.apply(FACILITATOR, Clock(60, running=False, whole=240))
    named = [part.code for part in lost(chair, turn).inside()]
    assert named == ["rewind.sure_clock", "rewind.sure", "rewind.paced", "rewind.said"]
    papers = table.match.papers
    stays = (papers.notes, papers.names, papers.locks, papers.conducted, papers.whole, table.match.seats)
    table.apply(FACILITATOR, Rewind(turn, fresh=False))
    papers = table.match.papers
    assert (papers.notes, papers.names, papers.locks, papers.conducted, papers.whole, table.match.seats) == stays
    assert (table.match.next_pace, papers.foresights) == (None, {})
    assert lost(chair, turn) is None
