"""Several people at one screen: nobody reads what another team has sealed by opening the facilitator's console."""

from engine.game import pins
from engine.game.answers import Accepted, Refused
from engine.game.intents import FACILITATOR, Foresee, Lay, LockLate, PassSeat, Seal, SetPin
from engine.game.seats import EMPTY, HUMAN, Seat
from engine.game.table import Table
from engine.language.catalogue import say
from engine.language.messages import Message
from tests.tui.chairs import CHAIR, FIRST, PIN, SECOND, fill, locked, play, press, sit
from tests.tui.screens import shown, table_of, teams_of
from tui.facilitator.chair import Chair
from tui.facilitator.filling import fill_in
from tui.locks import REOPENED, lock_late, way_in
from tui.passing import news_of
from tui.screens.console import ConsoleScreen
from tui.screens.handover import HandOverScreen
from tui.screens.panels.form import FormPanel
from tui.screens.panels.pin import ChoosePin, EnterPin
from tui.widgets.writing import Line

LARGE = "torch_and_supermarket"


def first_order(table, team):
    choice = next(each for each in table.view(team).choices if each.why_not is None)
    return Lay(team, choice.card, choice.target, choice.voice)


def test_the_first_who_opens_the_console_chooses_its_pin():
    async def steps(app, pilot, table):
        assert "No facilitator’s PIN: F5" in shown(app)
        await press(pilot, "f5")
        assert isinstance(app.screen, ChoosePin)
        await press(pilot, "enter")
        assert isinstance(app.screen, ChoosePin)
        assert "4 to 12 digits" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)
        await press(pilot, "f5", *PIN, "enter", *PIN, "enter")
        assert isinstance(app.screen, ConsoleScreen)
        assert pins.opens(table.match.papers.locks[FACILITATOR], PIN)
        await press(pilot, "escape")
        assert "console is locked" in shown(app)
        await press(pilot, "f5")
        assert isinstance(app.screen, EnterPin)

    sit(steps, lock=False)


def test_a_pin_that_is_set_once_orders_were_laid_is_read_by_all_before_it_opens_the_console():
    laid, foreseen, sealed = (table_of(FIRST, SECOND) for _ in range(3))
    laid.apply(FIRST, first_order(laid, FIRST))
    foreseen.apply(FIRST, Foresee(FIRST, 30))
    sealed.apply(FIRST, Seal(FIRST))

    async def steps(app, pilot, table):
        assert "all teams read of it" in " ".join(shown(app).split())
        await press(pilot, "f5")
        assert isinstance(app.screen, ChoosePin)
        assert "opens the console in the next turn" in " ".join(shown(app).split())
        await press(pilot, "escape")
        assert not table.locked(FACILITATOR)
        await press(pilot, "f5", *PIN, "enter", *PIN, "enter")
        assert isinstance(app.screen, HandOverScreen)
        assert pins.opens(table.match.papers.locks[FACILITATOR], PIN)
        assert all(news_of(table.view(who)) == (REOPENED,) for who in (FIRST, SECOND, None))
        assert "PIN was set during the exercise" in " ".join(shown(app).split())
        (note,) = table.match.papers.notes
        assert note.note.hot_wash
        await press(pilot, "f5")
        assert isinstance(app.screen, HandOverScreen)
        assert say("en", Message.of("pin.later")) in " ".join(shown(app).split())
        had_sealed = bool(table.match.sealed)
        for team in table.waiting:
            table.apply(team, Seal(team))
        if had_sealed:  # and has not read of it yet
            await press(pilot, "f5")
            assert isinstance(app.screen, HandOverScreen)
            assert table.view(FIRST).reopened
            table.apply(FIRST, Seal(FIRST))
        await press(pilot, *CHAIR)
        assert isinstance(app.screen, ConsoleScreen)
        assert "while the exercise was running" in str(table.console().notes[0].text)
        assert table.console().interventions == ()

    for table in (laid, foreseen, sealed):
        sit(steps, table, lock=False)


def test_a_pin_that_is_set_late_is_saved_and_no_second_one_takes_its_place(tmp_path):
    path = tmp_path / "evening.ghx"
    table = play(table_of(FIRST, SECOND, save=path))
    for intent in lock_late(PIN):
        assert isinstance(table.apply(FACILITATOR, intent), Accepted)
    assert isinstance(table.apply(FACILITATOR, LockLate(pins.lock_of("1357"))), Refused)
    assert isinstance(table.apply(FIRST, LockLate(pins.lock_of("1357"))), Refused)
    table.close()
    again = Table.resume(path)
    assert (again.unlocks(FACILITATOR, PIN), way_in(again), again.view(FIRST).reopened) == (True, "later", True)
    play(again)
    assert way_in(again) == "ask"  # nobody had sealed before
    again.close()


def test_who_has_yet_to_read_of_a_late_pin_is_saved(tmp_path):
    table = table_of(FIRST, SECOND, save=tmp_path / "evening.ghx")
    table.apply(FIRST, Seal(FIRST))
    for intent in lock_late(PIN):
        table.apply(FACILITATOR, intent)
    table.apply(SECOND, Seal(SECOND))
    table.close()
    again = Table.resume(tmp_path / "evening.ghx")
    assert way_in(again) == "later"
    again.apply(FIRST, Seal(FIRST))
    assert way_in(again) == "ask"
    again.close()


def test_whoever_seals_last_and_set_the_pin_waits_until_all_who_had_sealed_have_read_of_it():
    table = table_of(*teams_of(LARGE)[:4], scenario=LARGE)
    first, second, third, last = table.waiting
    turn = table.match.turn
    for team in (first, second):
        table.apply(team, Seal(team))
    for intent in lock_late(PIN):
        table.apply(FACILITATOR, intent)
    for team in (third, last):
        table.apply(team, Seal(team))
    assert (table.match.turn, way_in(table)) == (turn + 1, "later")
    table.apply(second, Seal(second))
    assert way_in(table) == "later"
    table.apply(first, Seal(first))
    assert way_in(table) == "ask"


def test_a_seat_that_is_passed_opens_nothing_sooner_than_the_end_of_the_round():
    table = table_of(FIRST, SECOND)
    table.apply(FIRST, Seal(FIRST))
    for intent in lock_late(PIN):
        table.apply(FACILITATOR, intent)
    table.apply(SECOND, Seal(SECOND))
    table.apply(FACILITATOR, PassSeat(FIRST, Seat("bot", "prudent")))
    assert (table.waiting, way_in(table)) == ((SECOND,), "later")
    table.apply(SECOND, Seal(SECOND))
    assert way_in(table) == "ask"


def test_nobody_takes_away_the_pin_of_a_team_without_being_the_facilitator():
    table = table_of(FIRST, SECOND)
    table.apply(FIRST, SetPin(FIRST, pins.lock_of("1234")))

    async def steps(app, pilot, table):
        await press(pilot, "r")
        assert isinstance(app.screen, ChoosePin)
        await press(pilot, "escape")
        table.apply(FIRST, Seal(FIRST))
        await press(pilot, "r", "y")
        assert table.locked(FIRST)

    sit(steps, table, lock=False)


def test_whoever_was_alone_and_is_joined_is_asked_for_a_pin():
    async def steps(app, pilot, table):
        await press(pilot, "escape", "f5")
        assert isinstance(app.screen, ConsoleScreen)
        table.apply(FACILITATOR, PassSeat(SECOND, HUMAN))
        await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)
        await press(pilot, "f5")
        assert isinstance(app.screen, ChoosePin)

    sit(steps, table_of(FIRST), lock=False)


def test_who_is_left_alone_when_the_other_seat_goes_to_a_bot_does_not_read_what_was_sealed_there():
    table = table_of(FIRST, SECOND)
    table.apply(FIRST, first_order(table, FIRST))
    table.apply(FIRST, Seal(FIRST))

    async def steps(app, pilot, table):
        table.apply(FACILITATOR, PassSeat(FIRST, Seat("bot", "prudent")))
        await press(pilot, "f5", *PIN, "enter", *PIN, "enter", "f5")
        assert isinstance(app.screen, HandOverScreen)
        assert table.view(SECOND).reopened

    sit(steps, table, lock=False)


def test_a_pin_is_set_at_the_console_and_stays_once_several_have_shared_the_screen():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "y")
        await fill(app, pilot, pin="12")
        assert isinstance(app.screen, FormPanel)
        await fill(app, pilot, pin="8642")
        assert pins.opens(table.match.papers.locks[FACILITATOR], "8642")
        await press(pilot, "y")
        assert app.screen.query_one(Line).value == ""
        await press(pilot, "ctrl+s")
        assert pins.opens(table.match.papers.locks[FACILITATOR], "8642")
        table.apply(FACILITATOR, PassSeat(SECOND, EMPTY))
        await press(pilot, "y", "ctrl+s")
        assert pins.opens(table.match.papers.locks[FACILITATOR], "8642")

    sit(steps)


def test_an_empty_answer_takes_no_lock_off_and_a_zero_does_where_nobody_else_shares_the_screen():
    for humans, kept in (((FIRST,), False), ((FIRST, SECOND), True)):
        chair = Chair(locked(table_of(*humans)))
        for typed in ("", " "):
            reply = fill_in(chair, "set_pin", "en", {"pin": typed})
            assert (reply.wrong, reply.told) == (None, Message.of("pin.anew_left"))
            assert chair.table.unlocks(FACILITATOR, PIN)
        reply = fill_in(chair, "set_pin", "en", {"pin": "0"})
        assert chair.table.locked(FACILITATOR) is kept
        assert (reply.wrong == Message.of("pin.kept")) is kept
