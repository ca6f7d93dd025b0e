"""The facilitator takes back one intervention: what it did is undone, what was done stays on record and in the save."""

import random
from pathlib import Path

import numpy as np
import pytest

from engine.game.conduct import Accepted, Refused
from engine.game.directing import Fire, Hold, Release, Retract, Rewind, Rule, SetPace, Skip, Unseal
from engine.game.drafts import Argued, Moves, Worded, argued_draft, composed_draft
from engine.game.intents import FACILITATOR, Because, Conduct, Lay, Seal
from engine.game.progress import progress
from engine.game.table import Table
from engine.language.catalogue import say
from engine.text import Text
from tests.game.directed import direct, seal, status_of, table

LATER = "nine_cities"
NEWS = Worded({"en": "A storm"}, {"en": "The harbour is shut."}, {})


def composed(at, by=-4):
    return Rule(composed_draft(at.scenario, NEWS, [Moves("sales", by)]))


def at_turn(turns=2, save=None):
    at = table(save)
    seal(at, turns)
    return at


@pytest.mark.parametrize("does", [Fire, Hold, Skip])
def test_an_inject_stands_as_if_nothing_had_been_done_to_it(does):
    at = at_turn()
    was, entry = at.digest, next(each for each in at.console().msel if each.inject == LATER)
    direct(at, does(LATER))
    direct(at, Retract())
    assert at.digest == was
    assert next(each for each in at.console().msel if each.inject == LATER) == entry
    assert [say("en", words).split(":")[0] for _, words in at.console().interventions][-1] == "Taken back"
    assert len(at.console().interventions) == 2


def test_a_meter_that_was_moved_is_moved_back_and_its_row_is_gone():
    at = at_turn()
    before = at.match.state.meters.copy()
    direct(at, composed(at))
    assert not np.array_equal(at.match.state.meters, before)
    direct(at, Retract())
    assert np.array_equal(at.match.state.meters, before)
    causes = [entry.cause for entry in at.match.ledger.entries(at.match.book, records=at.match.present().records)]
    assert not [cause for cause in causes if "composed" in cause]
    assert "A storm" not in [str(letter.name) for letter in at.view("retailer").inbox]


def test_they_are_taken_back_one_by_one_the_last_first_and_then_there_is_nothing():
    at = at_turn()
    was = at.digest
    for intent in (composed(at, -4), Hold(LATER), Fire(LATER), SetPace("short")):
        direct(at, intent)
    undone = []
    while at.console().undone is not None:
        undone.append(say("en", at.console().undone).split(":")[0])
        direct(at, Retract())
    assert [each.split(",")[0] for each in undone] == ["From the next turn on", "Fired", "Held", "Added"]
    assert (at.digest, at.match.next_pace) == (was, None)
    assert at.apply(FACILITATOR, Retract()).reason.code == "refused.nothing_directed"


def test_what_was_taken_back_is_not_taken_back_again_and_can_be_done_again():
    at = at_turn()
    direct(at, Hold(LATER))
    direct(at, Skip(LATER))
    direct(at, Retract())
    direct(at, Hold(LATER))
    direct(at, Retract())
    assert say("en", at.console().undone).startswith("Held")
    direct(at, Retract())
    assert at.console().undone is None


def test_an_argued_order_leaves_the_tray_with_its_reason_and_what_was_sealed_over_it_is_open_again():
    at = at_turn()
    direct(at, Conduct(on=True))
    choice = next(each for each in at.view("retailer").choices if each.why_not is None)
    assert isinstance(at.apply("retailer", Lay("retailer", choice.card, choice.target, choice.voice)), Accepted)
    card, draft = argued_draft(at.scenario, Argued("retailer", "Ask the harbour master", ["He owes us"], 40, []))
    for intent in (Rule(draft), Lay("retailer", card), Because("retailer", card, Text.of("He owes us"))):
        direct(at, intent)
    seal(at)
    assert "retailer" not in at.waiting
    direct(at, Retract())
    assert [order.card for order in at.match.tray("retailer")] == [choice.card]
    assert "retailer" in at.waiting
    assert not at.match.papers.reasons
    assert at.view("retailer").returned == ()
    assert not at.console().desks[0].returned
    seal(at)
    turn = at.match.turn
    at.play_on()
    assert at.match.turn == turn + 1


def test_nothing_is_taken_back_once_the_turn_has_closed_nor_by_a_team():
    at = at_turn()
    direct(at, Hold(LATER))
    assert isinstance(at.apply("retailer", Retract()), Refused)
    seal(at)
    assert at.apply(FACILITATOR, Retract()).reason.code == "refused.nothing_directed"
    direct(at, Rewind(at.match.turn - 1, fresh=False))
    assert at.apply(FACILITATOR, Retract()).reason.code == "refused.nothing_directed"


def test_what_has_its_own_opposite_is_passed_over():
    at = at_turn()
    direct(at, Conduct(on=True))
    direct(at, Hold(LATER))
    seal(at)
    direct(at, Unseal("retailer"))
    direct(at, Retract())
    told = [say("en", words) for _, words in at.console().interventions]
    assert told[-1] == f"Taken back: {next(words for words in told if words.startswith('Held'))}"
    assert "retailer" in at.waiting


def test_it_is_saved_and_played_again_and_the_library_knows_the_pace(tmp_path):
    path = Path(tmp_path) / "evening.ghx"
    at = at_turn(save=path)
    dice = random.Random(3)
    for _ in range(12):
        doing = [
            Hold(LATER),
            Release(LATER),
            Skip(LATER),
            composed(at, -1),
            SetPace("short"),
            SetPace("full"),
            Retract(),
        ]
        at.apply(FACILITATOR, dice.choice(doing))
        if dice.random() < 0.3 and not at.ended and at.waiting:
            at.apply("retailer", Seal("retailer"))
    if not at.ended:
        direct(at, SetPace("short" if at.match.pace == "full" else "full"))
        direct(at, Retract())
        if at.waiting:
            seal(at)
    console, digest, pace = at.console(), at.digest, at.match.pace
    at.close()
    assert progress(path).pace == pace
    again = Table.resume(path)
    assert (again.trouble, again.digest) == (None, digest)
    assert again.console() == console
    again.close()


def test_what_a_fired_inject_had_scheduled_and_what_came_with_it_is_gone_too():
    at = at_turn()
    was = {name: status_of(at, name) for name in at.match.book.msel}
    direct(at, Fire(LATER))
    assert status_of(at, LATER) == at.match.turn
    direct(at, Retract())
    assert {name: status_of(at, name) for name in at.match.book.msel} == was
