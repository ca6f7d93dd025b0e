"""What the facilitator did stays told: which ruling it was, what was taken back, and which turns with it."""

import pytest

from engine.game.directing import Hold, Retract, Rewind, Rule, SetPace
from engine.game.drafts import Argued, Moves, Worded, argued_draft, composed_draft, dials, inject_draft, reworded_draft
from engine.game.interventions import moves_of
from engine.game.table import Table
from engine.language.catalogue import say
from engine.scenario.fragments import fragment_of
from tests.game.directed import TORCH, direct, seal, table

LATER = "nine_cities"
RAIN = {"en": "Rain", "id": "Hujan"}
STORM = Worded({"en": "A storm"}, {"en": "The harbour is shut."}, {})


def told(at, lang="en"):
    return [(turn, say(lang, words)) for turn, words in at.console().interventions]


def at_turn(turns=2, save=None):
    at = table(save)
    seal(at, turns)
    return at


@pytest.mark.parametrize(("fresh", "dice"), [(False, "the same dice"), (True, "fresh dice")])
def test_turns_that_are_taken_back_leave_a_line_and_what_they_took_with_them_is_marked(fresh, dice, tmp_path):
    at = at_turn(3, tmp_path / "a.ghx")
    direct(at, Hold(LATER))
    seal(at)
    direct(at, SetPace("short"))
    direct(at, Rewind(2, fresh=fresh))
    name = TORCH.scenario.injects[LATER].name.in_language("en")
    lines = [
        (3, f"Taken back with its turn: Held: {name}"),
        (4, "Taken back with its turn: From the next turn on, the table decides at the author’s turns only"),
        (4, f"Taken back to turn 2, with {dice}"),
    ]
    assert told(at) == lines
    seal(at)
    direct(at, Hold(LATER))
    assert told(at) == [*lines, (3, f"Held: {name}")]
    direct(at, Retract())
    after = told(at)
    assert after == [*lines, (3, f"Held: {name}"), (3, f"Taken back: Held: {name}")]
    assert at.console().undone is None
    at.close()
    again = Table.resume(tmp_path / "a.ghx")
    assert told(again) == after
    again.close()


def test_what_was_taken_back_alone_is_not_taken_back_with_its_turn_as_well():
    at = at_turn()
    direct(at, Hold(LATER))
    direct(at, Retract())
    direct(at, Rewind(1, fresh=False))
    assert [words.partition(":")[0] for _, words in told(at)] == [
        "Held",
        "Taken back",
        "Taken back to turn 1, with the same dice",
    ]


def test_an_inject_that_went_with_its_turn_is_still_called_by_its_name():
    at = at_turn()
    direct(at, Rule(composed_draft(at.scenario, STORM)))
    direct(at, Rewind(1, fresh=False))
    assert told(at)[0] == (2, "Taken back with its turn: Added: A storm")
    assert told(at, "id")[0] == (2, "Dibatalkan bersama gilirannya: Ditambahkan: A storm")


def test_an_inject_composed_again_after_it_was_taken_back_is_added_and_not_rewritten():
    at = at_turn()
    for _ in range(2):
        direct(at, Rule(composed_draft(at.scenario, STORM)))
        assert told(at)[-1][1] == "Added: A storm"
        assert say("id", at.console().undone) == "Ditambahkan: A storm"
        direct(at, Retract())
        assert told(at)[-1][1] == "Taken back: Added: A storm"


def test_each_kind_of_ruling_is_told_from_the_others():
    at = at_turn()
    draft = composed_draft(at.scenario, Worded(RAIN, RAIN, {}), [Moves("sales", -3)])
    direct(at, Rule(draft))
    assert told(at)[-1][1] == f"Moved: {TORCH.scenario.meters['sales'].name.in_language('en')} -3.0 (Rain)"
    direct(at, Rule(composed_draft(at.scenario, STORM, [Moves("sales", -3)])))
    assert told(at)[-1][1] == "Added: A storm"
    direct(at, Rule(reworded_draft(at.scenario, LATER, STORM)))
    assert told(at)[-1][1] == "Rewritten: A storm"
    direct(at, Rule(inject_draft(at.scenario, LATER)))
    assert told(at)[-1][1] == "Rewritten: A storm"
    _, order = argued_draft(at.scenario, Argued("retailer", "Ask the harbour master", [], 40, []))
    direct(at, Rule(order))
    team = TORCH.scenario.teams["retailer"].name.in_language("en")
    assert told(at)[-1][1] == f"Argued order of {team}, at 40 %: Ask the harbour master"
    assert say("en", at.console().undone) == told(at)[-1][1]
    direct(at, Rule("cards: {shout: {name: Shout, kind: move, power: soft, form: meet, effects: []}}"))
    assert told(at)[-1][1] == "Ruled: Shout"


def test_every_meter_that_can_be_moved_is_named_with_what_moved_it():
    at = at_turn()
    for dial in dials(at.match):
        for by in (2.0, -3.0):
            (inject,) = fragment_of(composed_draft(at.scenario, STORM, [Moves(dial.meter, by)])).injects.values()
            assert [moves_of(effect) for effect in inject.effects] == [Moves(dial.meter, by)]
