"""The umpire's slips line by line: one line a team, read out, and sealed all together."""

import pytest

from engine.game.answers import Accepted
from engine.game.directing import Rule
from engine.game.drafts import Argued, argued_draft
from engine.game.intents import FACILITATOR, Lay, Order
from engine.language.catalogue import LANGUAGES
from tests.tui.test_plain_facilitator import FIRST, SECOND, flat, play, sitting, words
from tui.facilitator import slips
from tui.plain.cards import listed


def mark_of(table, team):
    """The number on a slip of the first card that a team can lay."""
    return next(
        (card.mark(choice), choice)
        for card in listed(table.view(team))
        for choice in card.choices
        if choice.why_not is None
    )


def test_all_slips_are_read_and_sealed_together():
    table = sitting()
    (one, first), (two, second) = mark_of(table, FIRST), mark_of(table, SECOND)
    printed = play(table, "facilitator", "umpire", f"{one} 99", one, two, "yes", "", "quit")
    assert words("plain.no_card", number=99, last=len(listed(table.view(FIRST)))) in flat(printed)
    (people,) = [event.people for event in table.match.log]
    assert [[order.card for order in people[team]] for team in (FIRST, SECOND)] == [[first.card], [second.card]]
    assert words("plain.bulletin").strip() in printed


def test_slips_that_are_not_meant_leave_all_as_it_was():
    table = sitting()
    mark, _ = mark_of(table, FIRST)
    play(table, "facilitator", "umpire", mark, "", "no", "umpire", mark, ".", "quit")
    assert table.waiting == (FIRST, SECOND)
    assert table.match.tray(FIRST) == ()


def test_an_empty_line_takes_what_lies_there():
    table = sitting()
    _, choice = mark_of(table, FIRST)
    table.apply(FIRST, Lay(FIRST, choice.card, choice.target, choice.voice))
    play(table, "facilitator", "umpire", "", "", "yes", "", "quit")
    assert [order.card for order in table.match.log[0].people[FIRST]] == [choice.card]


def test_an_argued_order_is_marked_when_its_slip_is_read_out_and_stays_beside_what_the_slip_says():
    table = sitting()
    card, draft = argued_draft(table.scenario, Argued(FIRST, "Ask the harbour master", [], 40, []))
    for intent in (Rule(draft), Lay(FIRST, card)):
        assert isinstance(table.apply(FACILITATOR, intent), Accepted)
    mark, choice = mark_of(table, FIRST)
    assert slips.written(table, FIRST) == ""
    named = f"{len(listed(table.view(FIRST)))} {mark}"
    for typed, cards in (("", [card]), (mark, [card, choice.card]), (named, [card, choice.card])):
        lines = slips.whole(table, "en", FIRST, typed)
        assert ([line.choice.card for line in lines], lines[0].argued) == (cards, True)
    printed = flat(play(table, "facilitator", "umpire", mark, "", "yes", "", "quit"))
    assert "Ask the harbour master, (argued)" in printed
    assert [order.card for order in table.match.log[-1].people[FIRST]] == [card, choice.card]


def two_marks(table, team):
    """The numbers of two cards that a team can lay together."""
    found = []
    for card in listed(table.view(team)):
        for choice in card.choices[:1]:
            orders = [Order(each.card, each.target, each.voice) for _, each in [*found, ("", choice)]]
            if len(found) < 2 and not any(table.tried(team, orders)):
                found.append((card.mark(choice), choice))
    return found


@pytest.mark.parametrize("said", ["{} {}", "lay {}, {}"])
def test_a_line_of_several_numbers_lays_all_of_them_as_the_umpires_slip_does(said):
    table = sitting()
    (one, first), (two, second) = two_marks(table, FIRST)
    assert [line.choice for line in slips.read(table, "en", FIRST, f"{one} {two}")] == [first, second]
    play(table, "", "", said.format(one, two), "quit")
    assert [order.card for order in table.match.tray(FIRST)] == [first.card, second.card]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("said", ["{} {} banana", "{} banana", "{} 99 {}"])
def test_of_a_line_with_something_that_is_not_read_nothing_is_laid_and_it_is_named(said, lang):
    table = sitting()
    (one, _), (two, _) = two_marks(table, FIRST)
    printed = flat(play(table, "", "", said.format(one, two), words("action.quit.word", lang), lang=lang))
    assert table.match.tray(FIRST) == ()
    unread = "banana" if "banana" in said else "99"
    assert unread in printed


def test_a_second_line_of_numbers_is_laid_beside_what_lies_there_and_a_card_that_lies_there_is_refused():
    table = sitting()
    (one, first), (two, _) = two_marks(table, FIRST)
    play(table, "", "", one, f"{two} {one}", "quit")
    assert [order.card for order in table.match.tray(FIRST)] == [first.card]
    play(table, "", "", f"take back {one} {two}", "quit")
    assert [order.card for order in table.match.tray(FIRST)] == [first.card]
