"""Seats that are passed from a person to a bot, to nobody and back, on the screens."""

from engine.game.answers import Accepted
from engine.game.directing import Rewind, Rule
from engine.game.intents import FACILITATOR, PassSeat, Seal
from engine.game.seats import EMPTY, HUMAN, Seat
from engine.language.catalogue import say
from engine.language.messages import Message
from tests.tui.chairs import FIRST, PIN, SECOND, play, press, sit
from tests.tui.screens import WIDE, shown, table_of, teams_of
from tests.tui.test_plain_facilitator import BOT, sitting
from tui.facilitator.chair import Chair
from tui.passing import came_of
from tui.screens.bulletin import BulletinScreen
from tui.screens.handover import HandOverScreen
from tui.screens.panels.pin import ChoosePin, EnterPin
from tui.screens.panels.reading import Opening, Reading
from tui.screens.panels.seating import Seating
from tui.screens.room import RoomScreen
from tui.widgets.public import seals
from tui.widgets.wording import Tongue


def seats_of(table):
    return {line.team: line.seat for line in table.view(None).table}


async def unlocked_seating(app, pilot):
    """Ask to pass a seat, which the facilitator's PIN alone allows."""
    await press(pilot, "g")
    assert isinstance(app.screen, EnterPin)
    await press(pilot, *PIN, "enter")
    assert isinstance(app.screen, Seating)


def test_a_seat_goes_from_a_person_to_a_bot_to_nobody_and_back_in_the_middle_of_a_round():
    async def steps(app, pilot, table):
        await press(pilot, "enter", "enter", "escape", "enter", "enter")
        await unlocked_seating(app, pilot)
        await press(pilot, "s")
        assert isinstance(app.screen, Seating)
        await press(pilot, "down", "space", "escape", "enter", "down", "enter", "s")
        assert "from now on" in " ".join(shown(app).split())
        await press(pilot, "y")
        assert seats_of(table)[SECOND] == "bot:prudent"
        assert isinstance(app.screen, HandOverScreen)  # whoever passed the seat need not be who is left
        assert app.screen._facts.team == FIRST
        await unlocked_seating(app, pilot)
        await press(pilot, "down", "backspace", "backspace", "s", "y")
        assert seats_of(table)[SECOND] == "empty"
        await unlocked_seating(app, pilot)
        await press(pilot, "down", "right", "s", "y")
        assert seats_of(table)[SECOND] == "human"
        assert isinstance(app.screen, HandOverScreen)
        assert app.screen._facts.team == FIRST

    sit(steps)


def test_everybody_reads_that_a_seat_was_passed_and_that_nobody_guards_it():
    """Without the facilitator's PIN, whoever is at the keyboard can pass a seat."""

    async def steps(app, pilot, table):
        await press(pilot, "g", "down", "right", "s")
        assert "anybody at this keyboard can do this" in " ".join(shown(app).split())
        await press(pilot, "y")
        assert "now bot: prudent" in shown(app)
        assert "now bot: prudent" in seals(Tongue("en"), table.view(None), WIDE[0]).plain
        await press(pilot, "enter", "enter", "escape", "s", "y")
        assert isinstance(app.screen, BulletinScreen)
        read = ""
        for _ in range(app.screen._last):
            await press(pilot, "enter")
            read += " ".join(shown(app).split())
        assert "A seat was passed" in read

    sit(steps, lock=False)


def test_a_seat_that_was_passed_is_news_until_the_next_decision_and_outlives_a_rewind():
    table = table_of(FIRST, SECOND)
    table.apply(FACILITATOR, PassSeat(SECOND, EMPTY))
    (passed,) = table.view(FIRST).passed
    assert (passed.line.team, passed.before, passed.seat) == (SECOND, "human", "empty")
    assert table.view(None).passed == (passed,)
    table.apply(FIRST, Seal(FIRST))
    assert len(table.view(None).passed) == 1
    table.apply(FACILITATOR, Rewind(1, fresh=False))
    assert len(table.view(None).passed) == 1
    for _ in range(2):
        table.apply(FIRST, Seal(FIRST))
    assert table.view(None).passed == ()


def test_every_seat_that_is_changed_is_passed_and_the_left_arrow_goes_back():
    async def steps(app, pilot, table):
        await unlocked_seating(app, pilot)
        await press(pilot, "right", "down")
        assert shown(app).count("→") == 1
        await press(pilot, "right")
        assert shown(app).count("→") == 2
        await press(pilot, "left")
        assert shown(app).count("→") == 1
        await press(pilot, "left", "s")
        assert "from now on" in " ".join(shown(app).split()).lower()
        await press(pilot, "y")
        assert (seats_of(table)[FIRST], seats_of(table)[SECOND]) == ("bot:prudent", "empty")

    sit(steps)


def test_the_seat_of_the_last_who_is_awaited_passes_to_a_bot_and_closes_the_turn():
    async def steps(app, pilot, table):
        await press(pilot, "enter", "enter", "escape", "s", "y")
        await unlocked_seating(app, pilot)
        await press(pilot, "down", "right", "s", "y")
        assert isinstance(app.screen, BulletinScreen)
        assert table.view(None).turn > 1

    sit(steps)


def test_five_people_one_after_the_other_close_a_turn():
    large = "torch_and_supermarket"
    teams = teams_of(large)

    async def steps(app, pilot, table):
        for team in teams:
            assert app.screen._facts.team == team
            await press(pilot, "enter", "enter", "escape", "s")
            await press(pilot, *(["y"] if table.waiting[:1] == (team,) else []))
        assert isinstance(app.screen, BulletinScreen)

    sit(steps, table_of(*teams, scenario=large), size=WIDE)


def test_a_seat_that_was_passed_late_is_news_no_longer_after_a_rewind_than_any_other():
    table = table_of(FIRST, SECOND)
    for _ in range(4):
        for team in (FIRST, SECOND):
            table.apply(team, Seal(team))
    late = table.match.turn
    table.apply(FACILITATOR, PassSeat(SECOND, EMPTY))
    table.apply(FACILITATOR, Rewind(1, fresh=False))
    assert len(table.view(None).passed) == 1
    for _ in range(2):
        table.apply(FIRST, Seal(FIRST))
    assert table.match.turn < late
    assert table.view(None).passed == ()


def test_a_seat_that_is_passed_on_and_back_is_one_piece_of_news_or_none():
    table = table_of(FIRST, SECOND)
    for seat in (EMPTY, Seat("bot", "prudent")):
        table.apply(FACILITATOR, PassSeat(SECOND, seat))
    (passed,) = table.view(None).passed
    assert (passed.before, passed.seat) == ("human", "bot:prudent")
    table.apply(FACILITATOR, PassSeat(SECOND, HUMAN))
    assert table.view(None).passed == ()


def test_a_ruling_takes_no_passed_seat_out_of_the_news():
    table = table_of(FIRST, SECOND)
    table.apply(FACILITATOR, PassSeat(SECOND, EMPTY))
    ruled = table.apply(FACILITATOR, Rule("injects: {news: {name: News, text: Words.}}"))
    assert isinstance(ruled, Accepted)
    assert len(table.view(None).passed) == 1


def test_who_takes_over_an_empty_seat_is_offered_a_pin_the_news_and_the_brief():
    table = play(table_of(FIRST))
    for seat in (EMPTY, HUMAN):
        assert isinstance(table.apply(FACILITATOR, PassSeat(SECOND, seat)), Accepted)
    assert isinstance(table.apply(FIRST, Seal(FIRST)), Accepted)

    async def steps(app, pilot, _):
        assert app.screen._facts.team == SECOND
        await press(pilot, "n")
        assert isinstance(app.screen, ChoosePin)
        await press(pilot, "enter")  # without one
        assert isinstance(app.screen, Reading)
        assert "So far" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, BulletinScreen)
        await press(pilot, "s", "s")
        assert isinstance(app.screen, Opening)
        await press(pilot, "enter")
        assert isinstance(app.screen, RoomScreen)

    sit(steps, table)


def test_each_seat_that_is_passed_is_tried_and_told_whatever_became_of_the_others():
    chair = Chair(sitting())
    while chair.console.public.turn < chair.console.public.turns:
        chair.resolve()
    first, second = (line for line in chair.console.public.table if line.human)
    chair.table.apply(FIRST, Seal(FIRST))
    reply = chair.sit((SECOND, BOT), (FIRST, BOT))  # the seal that was awaited ends the exercise
    ended = Message.of("refused.ended")
    assert chair.table.ended
    assert (reply.wrong, reply.told) == (None, came_of([(second, BOT)], [(first, ended)]))
    assert say("en", ended) in say("en", reply.told)
    both = chair.sit((SECOND, BOT), (FIRST, BOT))
    assert (both.wrong, both.told) == (came_of([], [(second, ended), (first, ended)]), None)
