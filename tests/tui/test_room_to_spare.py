"""Where there is room, nothing is cut: names, facts of a card, targets to choose from."""

from dataclasses import replace

import pytest

from engine.game.reports import Change, Curve, Point, Reason
from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.scenario.reader import read_shipped
from engine.text import Text
from tests.tui.screens import SMALL, WIDE, shown, table_of, teams_of
from tests.tui.test_lobby import in_the_lobby
from tui.facilitator.slips import Line
from tui.launch import usual
from tui.plain.curves import curves
from tui.screens.handover import seats
from tui.widgets.card_text import card_note
from tui.widgets.deck import Entry, entries
from tui.widgets.documents import ledger
from tui.widgets.moved import change_row, numbers_of
from tui.widgets.shelf import beside, card_row
from tui.widgets.slips import slip_lines
from tui.widgets.standing import gauge_row, taken_beside
from tui.widgets.tray import laid_row, spent_on
from tui.widgets.wording import Tongue

TEAM = teams_of()[0]
PEOPLE = "Dewi and Ratna (late shift)"


def squeezed(content):
    return " ".join(content.plain.split())


@pytest.mark.parametrize("width", [60, 74])
def test_who_plays_a_team_stands_whole_at_the_hand_over(width):
    line = table_of(TEAM).view(None).table[0]
    named = replace(line, name=Text.of("Council of the Seven Outer Coastal Islands"), people=Text.of(PEOPLE))
    told = squeezed(seats(Tongue("en"), [named, replace(line, team="other")], TEAM, width))
    assert all(word in told for word in f"{named.name} {PEOPLE}".split())
    assert "…" not in told


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_the_lobby_shows_who_plays_beside_the_longest_name_of_a_team(size):
    reading = read_shipped("torch_and_supermarket")
    scenario = reading.scenario
    long = scenario.teams["embassy"].model_copy(
        update={"name": Text.of("Embassy of the Seven Outer Islands in Velmar")}
    )
    scenario = scenario.model_copy(update={"teams": {**scenario.teams, "embassy": long}})
    setup = replace(usual(reading, scenario), scenario=scenario).named("embassy", "Dewi")

    async def steps(app, pilot):  # noqa: ARG001 - nothing is pressed
        line = next(line for line in shown(app).split("\n") if "Dewi" in line)
        assert "Embassy" in line

    in_the_lobby("en", setup, size, steps)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_holds_the_other_half_of_a_card_is_told_whole_on_two_lines(lang):
    fact = Message.of("fact.pair", card=Text.of("Receive the envoy"), teams=(Text.of("Government of Velmar"),))
    (entry, *_) = entries(table_of(TEAM).view(TEAM).choices)
    text = Text.of("It says much of what is done with it, and more. " * 12)
    paired = replace(entry, choices=tuple(replace(choice, facts=(fact,), text=text) for choice in entry.choices))
    told = squeezed(card_note(Tongue(lang), paired, 72, 8))
    assert "Government of Velmar" in told


def test_a_card_that_needs_a_target_names_all_of_them_on_its_slip():
    targets = "; ".join(
        f"9{letter} {name * 3}" for letter, name in zip("abcdefgh", ["Torvia islands"] * 8, strict=True)
    )
    line = Line("9", None, Message.of("result.reason", text=Text.of(targets)))
    told = " ".join(each.plain for each in slip_lines(Tongue("en"), [line], 90))
    assert all(f"9{letter}" in told for letter in "abcdefgh")
    for several, most, told in ((1, 1, 1), (1, 3, 3), (2, 3, 2)):
        assert len(slip_lines(Tongue("en"), [line] * several, 90, most=most)) == told


def test_orders_on_a_slip_are_told_apart_where_a_line_ends_between_them():
    view = table_of(TEAM).view(TEAM)
    lines = [Line(str(number), choice, None) for number, choice in enumerate(view.choices[:6])]
    for width in range(30, 90):
        told = " ".join(each.plain for each in slip_lines(Tongue("en"), lines, width))
        orders = told.split(" · ")[: len(lines)]
        assert all(line.choice.name.in_language("en") in order for line, order in zip(lines, orders, strict=True))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_number_is_cut_however_large_it_is(lang):
    tongue, view = Tongue(lang), table_of(TEAM).view(TEAM)
    several = next(each for each in entries(view.choices) if len(each.choices) > 1)
    dear = tuple(replace(each, hours=250.5, budget=999.5, target_name=each.name) for each in several.choices)
    many = Entry(dear * 6)
    gauge = replace(view.gauges[-1], value=-250000, unit=Text.of("USD"))
    aid = Reason(Message.of("result.reason", text=Text.of("Aid")), 1249999.5)
    change = Change("cash", Text.of("Cash in the chest"), -250000.5, 999999.0, (aid,))
    point = "," if lang == "id" else "."
    for width in range(60, 130):
        told = card_row(tongue, many, width, beside(tongue, [many])).plain.split()
        assert {f"250{point}5", f"999{point}5", str(len(many.choices))} <= set(told)
        assert "…" not in " ".join(told)
        laid = laid_row(tongue, 1, dear[0], width, spent=spent_on(tongue, dear)).plain.split()
        assert {f"250{point}5", f"999{point}5¤"} <= set(laid)
        assert "-250000 USD" in gauge_row(tongue, gauge, 1, width, taken_beside(tongue, [gauge], 1)).plain
        moved = change_row(tongue, change, width, numbers_of(tongue, [change])).plain.split()
        assert {f"-250000{point}5", f"999999{point}0", f"+1249999{point}5"} <= set(moved)
        assert f"+1249999{point}5" in ledger(tongue, [(1, change)], width).plain.split()
    points = tuple(Point(turn, 250000 + turn, None) for turn in range(9))
    table = " ".join(curves([Curve("cash", Text.of("漢字" * 4), points)], lang, "")).split()
    assert all(str(each.value) in table for each in points)
