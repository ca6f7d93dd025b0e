import asyncio
from dataclasses import replace

import pytest

from engine.game.folder import heads_file
from engine.game.intents import FACILITATOR, Name, PassSeat
from engine.game.seats import EMPTY, HUMAN
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.reader import read_shipped
from engine.scenario.remembered import Heads
from engine.scenario.shelf import shipped_ids
from engine.text import Text
from tests.six_seats import write_six_seats
from tests.tui.screens import SMALL, WIDE, shown
from tui.actions import action
from tui.app import GoldenHour
from tui.launch import CYCLE, open_table, opened
from tui.offers import MANY, MINUTES, offer
from tui.screens.panels.reading import Reading
from tui.screens.panels.sitting import Sitting
from tui.widgets.about import about_paper
from tui.widgets.rows import Rows
from tui.widgets.wording import Tongue
from tui.words import like_of, sits_of

SET = ("pace", "seed", "minutes", "screen", "learn")
WITH_SIX = "six seats"


def in_the_lobby(lang, setup, size, steps):
    async def go():
        app = GoldenHour(None, lang, setup)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(app, pilot)
        app.let_go()

    asyncio.run(go())


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*shipped_ids(), WITH_SIX])
def test_every_seat_and_everything_that_can_be_set_is_seen_and_so_is_the_language_key(tmp_path, name, lang, size):
    setup = opened(str(write_six_seats(tmp_path)) if name == WITH_SIX else name)

    async def steps(app, pilot):
        lines = shown(app).splitlines()
        for does in SET:
            found = action(does)
            assert any(line.strip().startswith(f"{found.key}  ") for line in lines), does
        seats = [say(lang, Message.of("seat.human")), say(lang, Message.of("bot.prudent"))]
        assert sum(any(seat in line for seat in seats) for line in lines) >= len(setup.scenario.teams)
        assert f"F2 {say(lang, action('language').name)}" in lines[-1]
        assert not app.screen.query_one("#sheet").max_scroll_y
        for key, after in (
            ("p", Message.of("screen.lobby.short")),
            ("x", Message.of("lobby.screen.mirrored")),
            ("x", Message.of("lobby.screen.extended")),
        ):
            if key == "p" and not setup.scenario.clock.short:
                continue
            await press(pilot, key)
            assert say(lang, after) in shown(app)

    in_the_lobby(lang, replace(setup, seed=2**64 - 1), size, steps)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_lobby_has_no_room_for_is_read_in_full(lang):
    setup = opened("comment_storm")

    async def steps(app, pilot):
        assert "…" in shown(app)
        await press(pilot, "i")
        assert isinstance(app.screen, Reading)
        told = " ".join(app.screen.marked_words().plain.split())
        for whole in (setup.scenario.summary, setup.scenario.content_note):
            assert " ".join(whole.in_language(lang).split()) in told

    in_the_lobby(lang, setup, SMALL, steps)


def test_the_lobby_says_more_of_the_exercise_on_a_larger_screen():
    setup = opened("comment_storm")
    last = setup.scenario.summary.in_language("en").split()[-1]

    async def steps(app, pilot):
        assert last not in shown(app).split()
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert last in shown(app).split()
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert last not in shown(app).split()

    in_the_lobby("en", setup, SMALL, steps)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", shipped_ids())
def test_the_library_says_how_long_one_takes_alone_at_each_pace_and_how_long_teams_take(lang, name):
    found, clock = offer(name, Heads(heads_file())), read_shipped(name).scenario.clock
    head = found.head
    short, full = (len(clock.rounds(pace)) * MINUTES for pace in ("short", "full"))
    said = Message.of("screen.start.reckoned")
    if clock.short:
        assert short < full
        code = "screen.start.reckoned_teams" if head.seats >= MANY else "screen.start.reckoned_paces"
        said = Message.of(code, short=short, full=full)
    for width in (40, 76):
        _, paper = about_paper(Tongue(lang), found, head)
        told = " ".join(paper(width).plain.split())
        assert say(lang, said) in told
        assert say(lang, Message.of("screen.start.minutes", n=full)) in told


def seats_in(app):
    return {team: str(seat) for team, seat in app.screen._setup.seats.items()}


@pytest.mark.parametrize("opening", ["space", "enter"])
@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_sits_at_a_team_is_chosen_from_a_list_that_says_what_each_is_like(lang, size, opening):
    setup = opened("comment_storm")
    first, second, *_ = setup.scenario.teams

    async def steps(app, pilot):
        await press(pilot, "down", opening)
        assert isinstance(app.screen, Sitting)
        told = " ".join(app.screen.query_one(Rows).whole().plain.split())
        for each in CYCLE:
            assert say(lang, sits_of(str(each))) in told
            assert say(lang, like_of(str(each))) in told
        await press(pilot, "up", "enter")
        assert seats_in(app)[second] == str(HUMAN)
        await press(pilot, "up", opening, "end", "enter")
        assert (seats_in(app)[first], seats_in(app)[second]) == (str(EMPTY), str(HUMAN))
        await press(pilot, opening, "home", "escape")
        assert seats_in(app)[first] == str(EMPTY)

    in_the_lobby(lang, setup, size, steps)


def test_a_name_stands_beside_nobody_but_people_and_comes_back_with_them():
    async def steps(app, pilot):
        await press(pilot, "n", *"Dewi", "enter")
        assert "Dewi" in shown(app)
        await press(pilot, "right")
        assert "Dewi" not in shown(app)
        await press(pilot, "left")
        assert "Dewi" in shown(app)
        await press(pilot, "right", "n", "enter")  # the name is there to be taken as it was
        assert "Dewi" in shown(app)
        await press(pilot, "n", *["backspace"] * len("Dewi"), "space", "space", "enter")
        assert not app.screen._setup.names

    in_the_lobby("en", opened("ferry_rumour"), WIDE, steps)


@pytest.mark.parametrize("blank", ["", "  ", "\u200b", " \t\u00a0"])
def test_a_name_of_nothing_but_blanks_is_none(blank):
    setup = opened("ferry_rumour")
    for team, seat in setup.seats.items():
        named = setup.named(team, blank)
        assert (named.names, named.seats[team]) == ({}, seat)


def test_in_the_exercise_too_a_name_comes_back_with_people():
    setup = opened("ferry_rumour")
    team, *_ = setup.scenario.teams
    table = open_table(setup.named(team, "Dewi"))

    def called():
        return next(line.people for line in table.view(None).table if line.team == team)

    try:
        assert str(called()) == "Dewi"
        table.apply(FACILITATOR, PassSeat(team, EMPTY))
        assert called() is None
        table.apply(FACILITATOR, PassSeat(team, HUMAN))
        assert str(called()) == "Dewi"
        table.apply(FACILITATOR, Name(team, Text.of(" \u200b ")))
        assert called() is None
    finally:
        table.close()
