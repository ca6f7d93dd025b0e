"""The umpire's grid: orders typed from paper slips, all teams at once."""

from dataclasses import replace

import pytest

from engine.game.answers import Accepted
from engine.game.directing import Rewind, Rule
from engine.game.drafts import Argued, argued_draft
from engine.game.intents import FACILITATOR, Conduct, Lay, Order
from engine.game.table import Table
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.rounds import turn_noun
from tests.tui.chairs import CHAIR, FIRST, SECOND, fill, locked, play, press, sit
from tests.tui.scenes import SCENES, at
from tests.tui.screens import SMALL, WIDE, shown, table_of, teams_of
from tui.facilitator import slips
from tui.plain.cards import listed
from tui.screens.bulletin import BulletinScreen
from tui.screens.console import ConsoleScreen
from tui.screens.directed import Directed, Grid
from tui.screens.umpire import UmpireScreen
from tui.widgets.writing import Line
from tui.words import left_of

# The umpire's grid.


@pytest.mark.parametrize("lang", ["en", "id"])
def test_before_the_grid_closes_turns_it_says_when_it_goes_on_and_whose_tray_is_empty(lang):
    table = table_of(FIRST, SECOND, pace="short")
    console, slip = table.console(), slips.read(table, lang, SECOND, mark_of(table, SECOND)[0])
    said = say(lang, slips.closes(console, {FIRST: (), SECOND: slip}))
    following = next(turn for turn in console.rounds if turn > console.public.turn)
    assert following > console.public.turn + 1
    assert f" {following}." in said
    assert str(table.scenario.teams[FIRST].name.in_language(lang)) in said
    assert str(table.scenario.teams[SECOND].name.in_language(lang)) not in said


def mark_of(table, team, wanted=lambda choice: choice.why_not is None):
    """The number on a slip of the first choice of a team that is wanted."""
    return next(
        (card.mark(choice), choice) for card in listed(table.view(team)) for choice in card.choices if wanted(choice)
    )


def test_all_slips_are_typed_and_sealed_together():
    async def steps(app, pilot, table):
        typed = {team: mark_of(table, team) for team in (FIRST, SECOND)}
        await press(pilot, *CHAIR, "g")
        await press(pilot, *typed[FIRST][0], "down", *typed[SECOND][0])
        assert str(typed[FIRST][1].name) in shown(app)
        assert table.waiting == (FIRST, SECOND)
        await press(pilot, "ctrl+s")
        assert table.match.turn == 1
        assert say("en", Message.of("umpire.closes", n=2, turn=turn_noun(1))) in " ".join(shown(app).split())
        await press(pilot, "n")
        assert table.waiting == (FIRST, SECOND)
        await press(pilot, "ctrl+s", "y")
        assert table.match.turn == 2
        assert isinstance(app.screen, BulletinScreen)
        for team, (_, choice) in typed.items():
            (people,) = [event.people for event in table.match.log]
            assert [order.card for order in people[team]] == [choice.card]

    sit(steps, size=WIDE)


def test_a_slip_that_does_not_fit_is_told_as_it_is_typed_and_nothing_is_sealed():
    async def steps(app, pilot, table):
        barred, choice = mark_of(table, SECOND, lambda choice: choice.why_not is not None)
        good, fine = mark_of(table, FIRST)
        await press(pilot, *CHAIR, "g", *good, "down", *barred, "space", "9", "9", "space", "x")
        assert say("en", choice.why_not)[:20] in shown(app)
        assert "no card number" in shown(app)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, UmpireScreen)
        assert app.focused.id == f"field-{SECOND}"
        assert [order.card for order in table.match.tray(FIRST)] == [fine.card]
        assert table.match.tray(SECOND) == ()
        assert table.waiting == (FIRST, SECOND)

    sit(steps, size=WIDE)


def test_a_slip_that_was_typed_outlives_a_power_cut_before_anything_is_sealed(tmp_path):
    save = tmp_path / "grid.ghx"

    async def steps(app, pilot, table):
        first, choice = mark_of(table, FIRST)
        await press(pilot, *CHAIR, "g", *first, "down")
        assert [order.card for order in Table.replay(save).match.tray(FIRST)] == [choice.card]
        second, other = mark_of(table, SECOND)
        await press(pilot, *second, "escape")
        cut = Table.replay(save)
        assert [order.card for order in cut.match.tray(SECOND)] == [other.card]
        assert cut.waiting == (FIRST, SECOND)
        await press(pilot, "g")
        assert app.screen.query_one(f"#field-{FIRST}", Line).value.strip() == first
        await press(pilot, "end", *"99")
        app.course.hot_seat.tick()
        app.course.hot_seat.tick()
        assert f"{first} 99" in save.with_name(f"{save.name}.begun").read_text()
        await press(pilot, *["backspace"] * 2, "down")
        assert not save.with_name(f"{save.name}.begun").exists()

    sit(steps, table=table_of(FIRST, SECOND, save=save))


def test_a_slip_is_laid_beside_an_argued_order_and_cleared_leaves_that_alone_on_the_tray():
    async def steps(app, pilot, table):
        argued_at(table)
        mark, choice = mark_of(table, FIRST)
        argued = [order.card for order in table.match.tray(FIRST)]
        await press(pilot, *CHAIR, "g")
        assert "Ask the harbour master (argued)" in shown(app)
        await press(pilot, *mark, "down")
        assert [order.card for order in table.match.tray(FIRST)] == [*argued, choice.card]
        assert "Ask the harbour master (argued)" in shown(app)
        await press(pilot, "up", "ctrl+u")
        assert "Ask the harbour master (argued)" in shown(app)
        await press(pilot, "ctrl+s", "y")
        assert [order.card for order in table.match.log[-1].people[FIRST]] == argued

    sit(steps, size=WIDE)


def test_what_lies_on_a_tray_already_stands_on_its_slip():
    async def steps(app, pilot, table):
        mark, choice = mark_of(table, FIRST)
        table.apply(FIRST, Lay(FIRST, choice.card, choice.target, choice.voice))
        await press(pilot, *CHAIR, "g")
        assert app.screen.query_one(f"#field-{FIRST}", Line).value.strip() == mark
        await press(pilot, "ctrl+u", "ctrl+s", "y")
        assert table.match.log[-1].people[FIRST] == ()

    sit(steps)


def argued_at(table):
    argued = Argued(FIRST, "Ask the harbour master", [], 40, [])
    card, draft = argued_draft(table.scenario, argued)
    for intent in (Rule(draft), Lay(FIRST, card)):
        assert isinstance(table.apply(FACILITATOR, intent), Accepted)


def test_after_a_conducted_round_the_grid_goes_back_to_the_console():
    table = table_of(FIRST, SECOND)
    table.apply(FACILITATOR, Conduct(on=True))

    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "g")
        assert say("en", Message.of("action.seal_all")) not in shown(app)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ConsoleScreen)
        assert table.match.turn == 1
        assert table.waiting == ()
        await press(pilot, "r")
        assert table.match.turn == 2
        assert isinstance(app.screen, BulletinScreen)

    sit(steps, table)


def test_the_number_of_a_card_stays_when_a_ruling_adds_one():
    table = play(table_of(FIRST, SECOND))
    before = {card.first.card: card.number for card in listed(table.view(SECOND))}

    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "a")
        await fill(app, pilot, team=SECOND, name="Ask", percent="40")
        after = {card.first.card: card.number for card in listed(table.view(SECOND))}
        assert before.items() <= after.items()
        assert max(after.values()) == len(after) == len(before) + 1

    sit(steps, table)


def test_what_was_typed_is_still_there_after_a_look_at_the_console():
    async def steps(app, pilot, table):
        mark, _ = mark_of(table, FIRST)
        await press(pilot, *CHAIR, "g", *mark, "escape")
        assert isinstance(app.screen, ConsoleScreen)
        await press(pilot, "g")
        assert app.screen.typed[FIRST].strip() == mark
        await press(pilot, "ctrl+s", "y")
        assert table.match.turn == 2

    sit(steps)


def test_what_a_team_lays_after_its_slip_was_typed_stays_on_its_tray_whoever_looks_at_the_grid():
    async def steps(_, pilot, table):
        mark, choice = mark_of(table, FIRST)
        await press(pilot, *CHAIR, "g", *mark, "escape")
        _, other = mark_of(table, FIRST, lambda each: each.why_not is None and each.card != choice.card)
        assert table.apply(FIRST, Lay(FIRST, other.card, other.target, other.voice)) == Accepted(())
        await press(pilot, "g", "down", "up", "escape")
        assert {each.card for each in table.view(FIRST).tray} == {choice.card, other.card}

    sit(steps)


def test_what_was_typed_is_dropped_with_the_course_for_which_it_was_typed():
    async def steps(app, pilot, table):
        mark, _ = mark_of(table, FIRST)
        await press(pilot, *CHAIR, "g", *mark, "escape")
        table.apply(FACILITATOR, Rewind(1, fresh=False))
        await press(pilot, "g")
        assert app.screen.typed[FIRST].strip() == ""
        await press(pilot, *mark, "escape")
        app.course.table = locked(table_of(FIRST, SECOND))
        app.on_directed(Directed(app.screen, Grid()))
        await pilot.pause()
        assert app.screen.typed[FIRST].strip() == ""

    sit(steps)


LARGE = "torch_and_supermarket"
WITHIN = 80
"""Key presses for five teams and twenty orders, the way into the console included: a minute for a slow typist."""


def test_five_teams_orders_are_typed_from_slips_with_so_few_keys_that_it_takes_a_minute():
    table = table_of(*teams_of(LARGE), scenario=LARGE, pace="short")
    written = {team: slip_of(table, team) for team in table.waiting}
    assert sum(len(slip.split()) for slip in written.values()) == 20

    async def steps(app, pilot, table):
        pressed = [*CHAIR, "g"]
        for slip in written.values():
            pressed += [*("space" if letter == " " else letter for letter in slip), "enter"]
        pressed += ["ctrl+s", "enter"]
        assert len(pressed) <= WITHIN
        await press(pilot, *pressed)
        assert isinstance(app.screen, BulletinScreen)
        assert table.match.turn == 1  # the first turn after turn 0
        laid = [event.people for event in table.match.log][-1]
        assert {team: len(orders) for team, orders in laid.items()} == dict.fromkeys(written, 4)

    sit(steps, table)


def slip_of(table, team):
    """A slip of four cards that fit together, with targets where there are some."""
    marks, orders = [], []
    for card in reversed(listed(table.view(team))):
        choice = card.choices[-1]
        order = Order(choice.card, choice.target, choice.voice)
        if len(marks) < 4 and not any(table.tried(team, [*orders, order])):
            marks.append(card.mark(choice))
            orders.append(order)
    return " ".join(marks)


def stands_at(app, selector):
    """What stands in a part of the screen, read as one line."""
    at = app.screen.query_one(selector).region
    rows = shown(app).splitlines()[at.y : at.bottom]
    return " ".join(" ".join(row[at.x : at.right] for row in rows).split())


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_every_order_of_every_slip_is_named_with_its_target_and_the_typed_one_said_whole(lang, size):
    async def look(app, _):
        tongue, desks = app.screen.tongue, app.screen._known.desks
        assert {desk.team for desk in desks} >= set(app.screen.typed)
        for place, team in enumerate(app.screen.typed):
            words = stands_at(app, f"#slip-{team}")
            tray = next(desk.view.tray for desk in desks if desk.team == team)
            assert tray
            for choice in tray:
                target = tongue.plain(choice.target_name)
                whole = place == 0 or size == WIDE
                assert f"{tongue.plain(choice.name)}: {target if whole else target[:5]}" in words

    at(SCENES["umpire"], look, lang, size)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_a_slip_says_what_it_leaves_in_the_words_of_the_console_apart_from_its_orders(size):
    async def steps(app, pilot, table):
        mark, choice = mark_of(table, FIRST, lambda choice: choice.why_not is None and choice.hours)
        purse = table.view(FIRST).purse
        await press(pilot, *CHAIR, "g", *mark, "down")
        told = replace(purse, hours_left=purse.hours_left - choice.hours, slots_left=purse.slots_left - 1)
        told = replace(told, budget_left=purse.budget_left - choice.budget)
        if size == SMALL:
            assert stands_at(app, f"#left-{FIRST}") == say("en", left_of(told))
        else:
            assert say("en", left_of(told)) in [line.strip() for line in shown(app).splitlines()]

    sit(steps, size=size)
