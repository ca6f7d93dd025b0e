"""Undo takes back whatever a team did last: an order, a reason, a forecast; a save replays it as it was."""

import itertools

import pytest

from engine.game.intents import Because, Foresee, Lay, PassSeat, Seal, TakeBack, Undo
from engine.game.seats import HUMAN
from engine.game.table import Accepted, Refused, Table
from engine.text import Text
from tests.tui.screens import played, table_of, teams_of

TEAM = teams_of()[0]


def done(table):
    """Everything of a team that can be undone."""
    view = table.view(TEAM)
    return [each.card for each in view.tray], dict(view.rationales), view.foreseen


def open_cards(table):
    return list({each.card: each for each in table.view(TEAM).choices if each.why_not is None}.values())


def wishes(table):
    """One of each kind, in an order in which all are allowed."""
    first, second, *_ = open_cards(table)
    return [
        Lay(TEAM, first.card, first.target, first.voice),
        Lay(TEAM, second.card, second.target, second.voice),
        Because(TEAM, first.card, Text.of("They ask for it.")),
        Foresee(TEAM, 30),
        Because(TEAM, first.card, Text.of("They insist.")),
        Foresee(TEAM, 60),
        TakeBack(TEAM, first.card),
        Because(TEAM, second.card, Text.of("It is late.")),
    ]


def test_undo_goes_back_step_by_step_whatever_the_steps_were():
    table = played(1, TEAM)
    stood = [done(table)]
    for wish in wishes(table):
        assert isinstance(table.apply(TEAM, wish), Accepted)
        stood.append(done(table))
    assert all(before != after for before, after in itertools.pairwise(stood))
    for before in reversed(stood[:-1]):
        assert isinstance(table.apply(TEAM, Undo(TEAM, last=True)), Accepted)
        assert done(table) == before
    assert isinstance(table.apply(TEAM, Undo(TEAM, last=True)), Refused)


def test_what_changes_nothing_is_no_step():
    table = played(1, TEAM)
    card = open_cards(table)[0]
    table.apply(TEAM, Lay(TEAM, card.card, card.target, card.voice))
    for wish in (Because(TEAM, card.card, Text.of("")), Foresee(TEAM, 30), Foresee(TEAM, 30)):
        table.apply(TEAM, wish)
    table.apply(TEAM, Undo(TEAM, last=True))
    assert done(table) == ([card.card], {}, None)


def test_an_undo_of_before_reasons_could_be_undone_still_means_the_tray():
    table = played(1, TEAM)
    lays, lay_again, because, *_ = wishes(table)
    for wish in (lays, lay_again, because):
        table.apply(TEAM, wish)
    table.apply(TEAM, Undo(TEAM))
    cards, rationales, _ = done(table)
    assert cards == [lays.card]
    assert list(rationales) == [lays.card]
    table.apply(TEAM, Undo(TEAM, last=True))
    assert done(table) == ([lays.card], {}, None)


@pytest.mark.parametrize("after", [Seal(TEAM), PassSeat(TEAM, HUMAN)])
def test_nothing_of_an_earlier_sitting_is_undone(after):
    table = played(1, TEAM)
    table.apply(TEAM, Foresee(TEAM, 30))
    table.apply(TEAM, after)
    assert isinstance(table.apply(TEAM, Undo(TEAM, last=True)), Refused)


def test_what_was_undone_stays_so_when_the_save_is_opened_again(tmp_path):
    path = tmp_path / "undone.ghx"
    table = table_of(TEAM, save=path)
    card = open_cards(table)[0]
    table.apply(TEAM, Lay(TEAM, card.card, card.target, card.voice))
    table.apply(TEAM, Because(TEAM, card.card, Text.of("They ask.")))
    table.apply(TEAM, Undo(TEAM, last=True))
    before = done(table)
    table.close()
    again = Table.resume(path)
    assert done(again) == before == ([card.card], {}, None)
    assert isinstance(again.apply(TEAM, Undo(TEAM, last=True)), Accepted)
    assert done(again)[0] == []
    again.close()
