"""A private note at the keyboard: it is written when its card is laid, and read in one team's inbox alone."""

import asyncio
from itertools import cycle

import pytest

from engine.game.intents import Lay, Seal, Slip
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.hostile import HOSTILE
from tests.tui.chairs import play, press, sit
from tests.tui.screens import CONTROL, SMALL, WIDE, actions_shown, shown, table_of, teams_of
from tests.tui.test_plain import play as typed_in
from tests.tui.test_secrets_on_screens import drawn
from tui.app import GoldenHour
from tui.plain.heard import inbox
from tui.screens.panels.asking import Asking
from tui.screens.panels.reading import Reading
from tui.screens.room import RoomScreen

KARATH = "last_bus_from_karath"
MINISTRY, SENDER, RECEIVER, _ = teams_of(KARATH)
CARD, NUMBER, WORDS = "slip_the_route", 24, "At four, by the quarry."


def at_the_note(*people):
    """The first round of the crisis."""
    return play(table_of(*people, scenario=KARATH))


def passed(words, reader=RECEIVER):
    """The note has been passed; the reader is the one awaited at the screen."""
    table = at_the_note(MINISTRY, SENDER, RECEIVER)
    table.apply(SENDER, Lay(SENDER, CARD, RECEIVER))
    table.apply(SENDER, Slip.typed(SENDER, CARD, words))
    play(table)
    for team in table.waiting:
        if team != reader:
            table.apply(team, Seal(team))
    return table


async def into_the_room(app, pilot):
    for key in ("enter", "s", "s", "s"):
        if not isinstance(app.screen, RoomScreen):
            await press(pilot, key)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_whoever_lays_a_note_is_asked_what_it_says_and_can_change_it(size):
    async def steps(app, pilot, table):
        await into_the_room(app, pilot)
        await press(pilot, "slash", *"slip the route", "enter", "enter")
        assert isinstance(app.screen, Asking)
        await press(pilot, *"at four", "enter")
        assert isinstance(app.screen, RoomScreen)
        assert str(table.view(SENDER).slips[CARD]) == "at four"
        await press(pilot, "5")
        assert "✉ at four" in shown(app)
        await press(pilot, "a", *"teen", "enter")
        assert str(table.view(SENDER).slips[CARD]) == "at fourteen"
        await press(pilot, "u")
        assert str(table.view(SENDER).slips[CARD]) == "at four"
        await press(pilot, "u")
        assert not table.view(SENDER).slips
        assert "what your note says is gone" in " ".join(shown(app).split())
        await press(pilot, "u", "a")
        assert say("en", Message.of("screen.slip.nothing")) in shown(app)

    sit(steps, at_the_note(SENDER, RECEIVER), size=size)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_the_team_addressed_reads_it_among_its_letters(size):
    async def steps(app, pilot, table):
        await into_the_room(app, pilot)
        await press(pilot, "1", "home")
        while "Slip the route" not in app.screen.marked_words().plain:
            await press(pilot, "down")
        await press(pilot, "enter")
        assert isinstance(app.screen, Reading)
        told = app.screen.marked_words().plain
        assert WORDS in told
        assert str(table.match.scenario.teams[SENDER].name) in told

    sit(steps, passed(WORDS), size=size)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_line_by_line_it_is_written_and_read_too(lang):
    write = say(lang, Message.of("action.slip.word"))
    table = at_the_note(SENDER, RECEIVER)
    _, printed = typed_in(
        table, ["", str(NUMBER), f"{write} {NUMBER} {WORDS}", say(lang, Message.of("action.quit.word"))], lang
    )
    flat = " ".join(printed.split())
    assert " ".join(say(lang, Message.of("plain.slip", n=NUMBER)).split()) in flat
    assert say(lang, Message.of("tray.slip", text=table.view(SENDER).slips[CARD])) in flat
    letters = " ".join(" ".join(inbox(passed(WORDS).view(RECEIVER), lang)).split())
    assert WORDS in letters
    assert WORDS not in " ".join(inbox(passed(WORDS).view(MINISTRY), lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_undo_says_something_though_what_it_takes_back_has_gone_with_the_order(lang):
    def word(action):
        return say(lang, Message.of(f"action.{action}.word"))

    lines = [str(NUMBER), f"{word('slip')} {NUMBER} {WORDS}", f"{word('take_back')} {NUMBER}", *[word("undo")] * 3]
    table = at_the_note(SENDER, RECEIVER)
    _, printed = typed_in(table, ["", *lines, word("quit")], lang)
    name = table.match.scenario.cards[CARD].name
    told = [Message.of("undone.taken_back", card=name), Message.of("undone.gone"), Message.of("undone.laid", card=name)]
    flat = " ".join(printed.split())
    places = [flat.index(" ".join(say(lang, each).split())) for each in told]
    assert places == sorted(places)


def test_hostile_words_on_a_note_are_shown_as_words_to_both():
    async def steps(app, pilot, table):
        await into_the_room(app, pilot)
        for raw, team in zip(HOSTILE, cycle((SENDER, RECEIVER)), strict=False):
            table.apply(SENDER, Slip.typed(SENDER, CARD, raw))
            app.screen.show(table.view(team))
            await pilot.pause()
            assert not [each for each in actions_shown(app) if "quit" in each]
            assert not [line for line in shown(app).splitlines() if CONTROL.search(line)]
        assert isinstance(app.screen, RoomScreen)

    table = passed("nothing", SENDER)
    table.apply(SENDER, Lay(SENDER, CARD, RECEIVER))
    sit(steps, table)


def seen(words, reader, size):
    """Every screen of a team that comes in and reads its letters."""
    screens, table = [], passed(words, reader)

    async def go():
        app = GoldenHour(table, "en", now=lambda: 0.0)
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            screens.append(await drawn(app, pilot))
            await into_the_room(app, pilot)
            for key in ("1", "home", *("enter", "escape", "down") * 4, "v", "c"):
                screens.append(await drawn(app, pilot))
                await press(pilot, key)
            screens.append(await drawn(app, pilot))
        app.let_go()

    asyncio.run(go())
    return screens


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_no_cell_of_another_teams_screens_depends_on_what_a_note_says_and_the_receivers_do(size):
    other = "Do not come, they know of it."
    assert seen(WORDS, MINISTRY, size) == seen(other, MINISTRY, size)
    assert seen(WORDS, RECEIVER, size) != seen(other, RECEIVER, size)
