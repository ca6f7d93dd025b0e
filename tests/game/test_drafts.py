"""What a facilitator's forms become: fragments that the reader takes, whatever words are in them; and branches."""

import pytest

from engine.game.conduct import Accepted, Refused
from engine.game.directing import Fire, Hold, Release, Rule, Skip
from engine.game.drafts import Argued, Moves, Worded, argued_draft, composed_draft, dials, inject_draft, reworded_draft
from engine.game.intents import FACILITATOR, Lay, Note, Order, Seal
from engine.game.load import load
from engine.game.progress import progress
from engine.game.seats import HUMAN, Seat
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.fragments import add
from engine.scenario.reader import read_shipped, shipped_ids
from engine.text import Text, one_line, printable
from tests.hostile import HOSTILE

TORCH = read_shipped("torch_and_supermarket")
RULING = Worded({"en": "A ruling"}, {"en": "Because."}, {})
BOTS = {team: Seat("bot", "random") for team in TORCH.scenario.teams}


def table(save=None, **seats):
    return Table.start(TORCH, {**BOTS, "retailer": HUMAN, **seats}, seed=5, save=save)


def played(at, times):
    for _ in range(times):
        for team in at.waiting:
            assert isinstance(at.apply(team, Seal(team)), Accepted)
    return at


@pytest.mark.parametrize("name", shipped_ids())
def test_an_inject_that_is_opened_and_not_changed_comes_back_as_it_was(name):
    scenario = read_shipped(name).scenario
    for some in batched(scenario.injects, 12):  # as many as a fragment may hold
        drafts = [inject_draft(scenario, inject).partition("\n")[2] for inject in some]
        added = add(scenario, "injects:\n" + "".join(drafts), 1)
        assert added.findings == ()
        assert {inject: added.scenario.injects[inject] for inject in some} == {
            inject: scenario.injects[inject] for inject in some
        }


@pytest.mark.parametrize("keep", [Hold, Skip])
def test_an_inject_that_is_opened_while_it_is_held_or_skipped_keeps_its_own_condition(keep):
    at = table()
    inject = next(name for name, each in at.scenario.injects.items() if each.when is not None)
    as_written = inject_draft(at.written, inject)
    at.apply(FACILITATOR, keep(inject))
    assert inject_draft(at.written, inject) == as_written
    assert isinstance(at.apply(FACILITATOR, Rule(as_written)), Accepted)
    at.apply(FACILITATOR, Release(inject))
    assert at.scenario.injects[inject].when == at.match.origin.scenario.injects[inject].when


def batched(names, size):
    names = list(names)
    return [names[at : at + size] for at in range(0, len(names), size)]


@pytest.mark.parametrize("raw", HOSTILE)
def test_hostile_words_stay_words_in_a_composed_inject(raw):
    if not one_line(raw):
        return
    scenario = TORCH.scenario
    draft = composed_draft(
        scenario, Worded(*[dict.fromkeys(LANGUAGES, raw)] * 3, ("retailer",), 5), [Moves("sales", -2)]
    )
    added = add(scenario, draft, 2)
    assert added.findings == ()
    (name,) = set(added.scenario.injects) - set(scenario.injects)
    inject = added.scenario.injects[name]
    assert str(inject.name) == one_line(raw, limit=120)
    assert str(inject.text) == printable(raw)[:4000]
    assert str(inject.sender) == one_line(raw, limit=120)
    assert (inject.to, len(inject.effects), inject.turn) == (["retailer"], 1, 5)


@pytest.mark.parametrize("part", ["name", "text", "sender", "to"])
def test_an_inject_in_other_words_loses_its_headline_and_one_that_goes_to_others_keeps_it(part):
    scenario = TORCH.scenario
    old = scenario.injects["date_called"]
    assert old.headline
    same = {part: dict(getattr(old, part).versions) for part in ("name", "text", "sender")}
    other = {"to": ("retailer",)} if part == "to" else {part: {"en": "A storm", "id": "Badai"}}
    added = add(scenario, reworded_draft(scenario, "date_called", Worded(**{**same, **other})), 2)
    assert added.findings == ()
    assert added.scenario.injects["date_called"].headline == (None if part in {"name", "text"} else old.headline)


@pytest.mark.parametrize("raw", HOSTILE)
def test_hostile_words_stay_words_in_an_argued_order(raw):
    if not one_line(raw):
        return
    scenario = TORCH.scenario
    card, draft = argued_draft(scenario, Argued("retailer", raw, [raw, raw], 35, [Moves("sales", 1)]))
    added = add(scenario, draft, 2)
    assert added.findings == ()
    written = added.scenario.cards[card]
    assert str(written.name) == one_line(raw, limit=120)
    assert (written.chance, written.judged, written.once) == (0.35, True, True)
    assert card in added.scenario.teams["retailer"].holds


def test_every_meter_that_can_be_chosen_can_be_moved():
    at = played(table(), 2)
    for by in (2, -1.5):
        moves = [Moves(dial.meter, by) for dial in dials(at.match)]
        draft = composed_draft(at.match.scenario, RULING, moves)
        assert add(at.match.scenario, draft, at.match.turn).findings == ()


@pytest.mark.parametrize("meter", ["sales", "insulted_torch.heat", "velmar_editors.samudra", "embassy.credibility"])
def test_a_meter_moves_by_what_was_ruled(meter):
    at = played(table(), 2)
    before = {dial.meter: dial.value for dial in dials(at.match)}
    draft = composed_draft(at.match.scenario, RULING, [Moves(meter, -3)])
    assert isinstance(at.apply(FACILITATOR, Rule(draft)), Accepted)
    after = {dial.meter: dial.value for dial in at.console().dials}
    assert after[meter] == before[meter] - 3
    assert [name for name in after if after[name] != before[name]] == [meter]
    assert say("en", at.console().interventions[-1][1]) == "Added: A ruling"


def test_orders_are_tried_together_and_change_nothing():
    at = played(table(), 2)
    choices = [choice for choice in at.view("retailer").choices if choice.why_not is None]
    first = Order(choices[0].card, choices[0].target, choices[0].voice)
    assert at.tried("retailer", [first]) == (None,)
    twice = at.tried("retailer", [first, first, Order("no_such_card")])
    assert twice[0] is None
    assert [reason.code for reason in twice[1:]] == ["refused.twice", "refused.not_held"]
    assert [reason.code for reason in at.tried("embassy", [first])] == ["refused.seat"]
    assert at.match.tray("retailer") == ()


def test_a_branch_stands_at_an_earlier_turn_names_its_parent_and_leaves_it_as_it_was(tmp_path):
    at = played(table(tmp_path / "evening.ghx"), 4)
    at.apply(FACILITATOR, Note(Text.of("a quiet table")))
    head, digest, hashes = at.head_code, at.digest, [turn.hash for turn in at.match.history]
    other = at.branch(tmp_path / "other.ghx", 3, fresh=False)
    assert isinstance(other, Table)
    assert other.match.turn == 3
    assert [noted.note.text for noted in other.match.papers.notes] == [Text.of("a quiet table")]
    assert load(other.path).header["parent"] == load(at.path).head
    as_saved = Table.replay(other.path)
    assert (as_saved.view(None), as_saved.console()) == (other.view(None), other.console())
    assert (as_saved.digest, as_saved.match.papers) == (other.digest, other.match.papers)
    title = at.view(None).title
    assert other.view(None).title == Message.of("branch.title", title=title, turn=3)
    assert progress(other.path).name == other.view(None).title
    assert progress(at.path).name == title
    assert other.view(None).retaken is None
    assert other.console().interventions[-1][1].code == "intervention.branch_same"
    other.apply(FACILITATOR, Note(Text.of("a louder one")))
    assert len(at.match.papers.notes) == 1
    assert (at.head_code, at.digest) == (head, digest)
    first = at.match.book.first_turn
    played(other, len(hashes) - (3 - first))
    assert [turn.hash for turn in other.match.history] == hashes
    played(at, 1)
    at.close()
    other.close()
    again = Table.resume(tmp_path / "other.ghx")
    assert again.trouble is None
    assert [turn.hash for turn in again.match.history] == hashes
    again.close()


def test_a_branch_with_fresh_dice_goes_another_way(tmp_path):
    at = played(table(tmp_path / "evening.ghx"), 5)
    other = at.branch(tmp_path / "other.ghx", 2, fresh=True)
    played(other, 4)
    assert [turn.hash for turn in other.match.history] != [turn.hash for turn in at.match.history]
    at.close()
    other.close()


def test_what_was_never_saved_cannot_branch(tmp_path):
    refused = played(table(), 2).branch(tmp_path / "other.ghx", 1, fresh=False)
    assert isinstance(refused, Refused)
    assert refused.reason.code == "refused.unsaved"
    assert not (tmp_path / "other.ghx").exists()


def test_a_branch_to_a_turn_that_never_was_is_refused(tmp_path):
    at = played(table(tmp_path / "evening.ghx"), 2)
    assert isinstance(at.branch(tmp_path / "other.ghx", 9, fresh=False), Refused)
    assert not (tmp_path / "other.ghx").exists()
    at.close()


def test_an_argued_order_can_be_laid_by_the_facilitator():
    at = played(table(), 2)
    card, draft = argued_draft(at.match.scenario, Argued("retailer", "Ask the harbour master", ["He owes us"], 50))
    assert isinstance(at.apply(FACILITATOR, Rule(draft)), Accepted)
    assert isinstance(at.apply(FACILITATOR, Lay("retailer", card)), Accepted)


def test_what_is_composed_for_a_later_turn_waits_in_the_timeline_and_is_held_or_fired_like_any_other(tmp_path):
    path = tmp_path / "evening.ghx"
    at = played(table(path), 2)
    says = Worded({"en": "A storm", "id": "Badai"}, {"id": "Pelabuhan ditutup."}, {"en": "The port"}, "all", 4)
    for _ in range(3):
        draft = composed_draft(at.match.scenario, says, [Moves("sales", -3)])
        assert isinstance(at.apply(FACILITATOR, Rule(draft)), Accepted)
    assert [entry.turn for entry in composed(at)] == [4, 4, 4]
    assert {entry.state for entry in composed(at)} == {"later"}
    assert composed(at)[0].name.in_language("id") == "Badai"
    one, two, three = (entry.inject for entry in composed(at))
    before = dict(zip(at.match.book.meters, at.match.state.meters[0].tolist(), strict=True))["sales"]
    assert isinstance(at.apply(FACILITATOR, Fire(one)), Accepted)
    assert dict(zip(at.match.book.meters, at.match.state.meters[0].tolist(), strict=True))["sales"] == before - 3
    assert isinstance(at.apply(FACILITATOR, Hold(two)), Accepted)
    while at.match.turn < 4:
        played(at, 1)
    assert {entry.inject: entry.state for entry in composed(at)} == {one: "fired", two: "held", three: "fired"}
    digest = at.digest
    at.close()
    again = Table.resume(path)
    assert (again.trouble, again.digest) == (None, digest)
    again.close()


def composed(at):
    return sorted((entry for entry in at.console().msel if entry.added), key=lambda entry: entry.inject)


def test_what_is_ruled_before_the_crisis_is_due_when_it_begins_and_an_argued_order_is_rolled_before_it():
    at = table()
    assert at.match.turn == 0
    assert isinstance(at.apply(FACILITATOR, Rule(composed_draft(at.scenario, RULING, [Moves("sales", -3)]))), Accepted)
    assert [(entry.state, entry.turn) for entry in composed(at)] == [("later", 1)]
    card, draft = argued_draft(at.scenario, Argued("retailer", "Ask", ["why not"], 50, [Moves("sales", 1)]))
    assert isinstance(at.apply(FACILITATOR, Rule(draft)), Accepted)
    assert isinstance(at.apply(FACILITATOR, Lay("retailer", card)), Accepted)
    assert isinstance(at.apply(FACILITATOR, Fire(composed(at)[0].inject)), Refused)
    played(at, 1)
    assert card in {order.card for order in at.view("retailer").bulletins[-1].orders}
    assert composed(at)[0].state == "fired"
    causes = [entry.cause for entry in at.match.ledger.entries(at.match.book, records=at.match.present().records)]
    assert "inject/composed_1/effects.0" in causes
