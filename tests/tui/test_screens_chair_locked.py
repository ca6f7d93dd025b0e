"""Several people at one screen: nobody reads what another team has sealed by opening the facilitator's console."""

from engine.game import pins
from engine.game.intents import FACILITATOR, Foresee, Lay, PassSeat, Seal, SetPin
from engine.game.seats import EMPTY, HUMAN, Seat
from tests.tui.chairs import CHAIR, FIRST, PIN, SECOND, fill, play, press, sit
from tests.tui.screens import shown, table_of
from tui.screens.console import ConsoleScreen
from tui.screens.handover import HandOverScreen
from tui.screens.panels.form import FormPanel
from tui.screens.panels.pin import ChoosePin, EnterPin
from tui.widgets.writing import Line


def first_order(table, team):
    choice = next(each for each in table.view(team).choices if each.why_not is None)
    return Lay(team, choice.card, choice.target, choice.voice)


def test_the_first_who_opens_the_console_chooses_its_pin():
    async def steps(app, pilot, table):
        assert "No facilitator's PIN: F5" in shown(app)
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


def test_no_pin_is_chosen_while_orders_of_others_lie_on_the_table():
    laid, foreseen, sealed = (table_of(FIRST, SECOND) for _ in range(3))
    laid.apply(FIRST, first_order(laid, FIRST))
    foreseen.apply(FIRST, Foresee(FIRST, 30))
    sealed.apply(FIRST, Seal(FIRST))

    async def steps(app, pilot, table):
        await press(pilot, "f5")
        assert isinstance(app.screen, HandOverScreen)
        assert "stays shut for this exercise" in " ".join(shown(app).split())
        assert not table.locked(FACILITATOR)

    for table in (laid, foreseen, sealed):
        sit(steps, table, lock=False)


def test_no_pin_is_chosen_in_a_later_round():
    async def steps(app, pilot, table):
        await press(pilot, "f5")
        assert isinstance(app.screen, HandOverScreen)
        assert "stays shut for this exercise" in " ".join(shown(app).split())
        assert not table.locked(FACILITATOR)

    sit(steps, play(table_of(FIRST, SECOND)), lock=False)


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
        await press(pilot, "f5")
        assert isinstance(app.screen, HandOverScreen)
        assert "stays shut for this exercise" in " ".join(shown(app).split())

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
        await press(pilot, "ctrl+s")
        assert pins.opens(table.match.papers.locks[FACILITATOR], "8642")

    sit(steps)
