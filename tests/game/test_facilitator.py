"""What a facilitator does to a running exercise: every intervention is an event, explained, saved and played again."""

import random
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.game.conduct import Accepted, Refused
from engine.game.directing import Fire, Hold, Release, Retract, Rewind, Rule, SetPace, Skip, Unseal
from engine.game.intents import FACILITATOR, Clock, Conduct, Lay, Name, Note, PassSeat, Seal, SetPin
from engine.game.seats import HUMAN, Seat
from engine.game.table import Table
from engine.language.catalogue import say
from engine.text import Text
from tests.effort import one_in
from tests.game.directed import BOTS, TORCH, direct, seal, status_of, table
from tests.game.saved_tables import reading_of
from tests.strategies import playable_data

NEWS = """
injects:
  a_storm:
    name: A storm
    text: The harbour is shut.
    effects: [{shift: {meter: sales, by: -4}}]
"""
ARGUED = """
cards:
  argued_1:
    name: Ask the harbour master
    text: He owes us a favour.
    kind: move
    power: soft
    form: meet
    once: true
    chance: 0.5
    judged: true
    effects: [{shift: {meter: sales, by: 3}}]
holds: {retailer: [argued_1]}
"""


def test_an_inject_fires_when_the_facilitator_says_so():
    at = table()
    seal(at, 2)
    assert not status_of(at, "nine_cities")
    direct(at, Fire("nine_cities"))
    assert status_of(at, "nine_cities") == at.match.turn
    assert isinstance(at.apply(FACILITATOR, Fire("nine_cities")), Refused)


@pytest.mark.parametrize("keep", [Hold, Skip])
def test_an_inject_that_is_held_waits_until_it_is_released(keep):
    first = next(
        name for name, inject in sorted(TORCH.scenario.injects.items()) if inject.turn == 3 and inject.when is None
    )
    at = table()
    seal(at)
    direct(at, keep(first))
    while at.match.turn < 3:
        seal(at)
    assert not status_of(at, first)
    direct(at, Release(first))
    assert status_of(at, first) == 3


def test_what_is_composed_reaches_the_table_at_once_and_stands_in_the_ledger():
    at = table()
    seal(at, 2)
    before = dict(zip(at.match.book.meters, at.match.state.meters[0].tolist(), strict=True))
    direct(at, Rule(NEWS))
    after = dict(zip(at.match.book.meters, at.match.state.meters[0].tolist(), strict=True))
    assert after["sales"] == before["sales"] - 4
    assert [letter.name for letter in at.view("retailer").inbox if letter.inject == "a_storm"] == [Text.of("A storm")]
    causes = [entry.cause for entry in at.match.ledger.entries(at.match.book, records=at.match.present().records)]
    assert "inject/a_storm/effects.0" in causes


def test_what_lies_on_the_trays_stays_there_while_the_facilitator_intervenes():
    at = table()
    seal(at, 2)
    card = next(choice for choice in at.view("retailer").choices if choice.why_not is None)
    assert isinstance(at.apply("retailer", Lay("retailer", card.card, card.target, card.voice)), Accepted)
    direct(at, Rule(NEWS))
    assert [order.card for order in at.match.tray("retailer")] == [card.card]


def test_orders_that_a_ruling_makes_illegal_come_back_unsealed():
    at = Table.start(TORCH, {**BOTS, "retailer": HUMAN, "embassy": HUMAN}, seed=5)
    for team in ("embassy", "retailer"):
        seal(at, team=team)
    card = next(choice for choice in at.view("retailer").choices if choice.why_not is None)
    at.apply("retailer", Lay("retailer", card.card, card.target, card.voice))
    seal(at)
    shut = (
        f"injects: {{shut: {{name: Shut, text: Closed., effects: [{{close: {{card: {card.card}, team: retailer}}}}]}}}}"
    )
    direct(at, Rule(shut))
    assert at.match.tray("retailer") == ()
    assert "retailer" in at.waiting
    assert [order.card for order in at.match.returned["retailer"]] == [card.card]


def test_an_argued_order_is_rolled_and_booked_like_any_other():
    at = table()
    seal(at, 2)
    direct(at, Rule(ARGUED))
    direct(at, Lay("retailer", "argued_1"))
    seal(at)
    played = [order for order in at.view("retailer").bulletins[0].orders if order.card == "argued_1"]
    assert len(played) == 1
    assert played[0].success == 50
    assert played[0].roll is not None
    (told,) = [order for order in at.view(None).bulletins[0].orders if order.card == "argued_1"]
    assert (told.success, told.roll) == (50, played[0].roll)
    assert all(order.roll is None for order in at.view(None).bulletins[0].orders if order.card != "argued_1")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "ruling.empty"),
        ("injects: {x: {name: A}}", "key.missing"),
        ("cards: {jobs_story: {name: A, kind: move, power: soft, form: post}}", "ruling.card_known"),
        ("injects: {x: {name: A, text: B, effects: [{shift: {meter: nothing, by: 1}}]}}", None),
        ("holds: {nobody: [x]}", "ruling.no_team"),
        ("injects: {x: {name: A, text: B, turn: 1}}", "past"),
    ],
)
def test_a_fragment_that_does_not_fit_is_refused_with_its_place(text, code):
    at = table()
    seal(at, 2)
    before = at.digest
    came = at.apply(FACILITATOR, Rule(text))
    assert isinstance(came, Refused)
    if code == "past":
        return
    assert came.findings
    assert all(found.place.file == "ruling" for found in came.findings)
    assert code is None or came.findings[0].message.code == code
    assert at.digest == before


def test_a_turn_taken_back_comes_out_the_same_with_the_same_dice_and_otherwise_with_fresh_ones():
    at = table(seats={team: Seat("bot", "prudent") for team in TORCH.scenario.teams})
    seal(at, 6)
    hashes = [played.hash for played in at.match.history]
    direct(at, Rewind(3, fresh=False))
    assert at.match.turn == 3
    seal(at, 3)
    assert [played.hash for played in at.match.history] == hashes
    direct(at, Rewind(3, fresh=True))
    seal(at, 3)
    again = [played.hash for played in at.match.history]
    first = at.match.book.first_turn
    assert again[: 3 - first] == hashes[: 3 - first]
    assert again[3 - first :] != hashes[3 - first :]


def test_an_exercise_that_has_ended_can_be_taken_back():
    at = table()
    while not at.ended:
        seal(at)
    direct(at, Rewind(4, fresh=False))
    assert not at.ended
    assert at.match.turn == 4


def test_a_turn_that_the_facilitator_conducts_closes_when_the_facilitator_says_so():
    at = table()
    direct(at, Conduct(on=True))
    turn = at.match.turn
    seal(at)
    assert at.match.turn == turn
    assert not at.waiting
    direct(at, Unseal("retailer"))
    seal(at)
    at.play_on()
    assert at.match.turn == turn + 1
    direct(at, Conduct(on=False))
    seal(at)
    assert at.match.turn == turn + 2


def test_only_the_facilitator_intervenes():
    at = table()
    for intent in (Fire("nine_cities"), Rule(NEWS), Rewind(1, fresh=False), Note(Text.of("x")), Unseal("retailer")):
        assert isinstance(at.apply("retailer", intent), Refused)


DICE = st.integers(0, 2**32)


def anything(dice, at):
    """Something that a facilitator might do now."""
    match = at.match
    inject = dice.choice([*match.scenario.injects, "none"])
    team = dice.choice(sorted(match.scenario.teams))
    fragment = f"injects: {{news_{dice.randrange(99)}: {{name: News, text: Words.}}}}"
    return dice.choice(
        [
            Fire(inject),
            Hold(inject),
            Skip(inject),
            Release(inject),
            Rule(fragment),
            Unseal(team),
            SetPace(dice.choice(["full", "short"])),
            *[Retract()] * 3,
            Rewind(dice.randint(0, match.turn), fresh=dice.random() < 0.5),
            Note(Text.of("seen"), team=team, inject=dice.choice([None, inject])),
            SetPin(team, dice.choice(["", "0" * 32 + ":" + "1" * 64])),
            Clock(dice.randrange(900), running=True),
            Conduct(on=dice.random() < 0.3),
            Name(team, Text.of("the red table")),
            PassSeat(team, HUMAN),
        ]
    )


@settings(one_in(3))
@given(data=playable_data(), luck=DICE)
def test_whatever_the_facilitator_does_is_saved_and_played_again(data, luck):
    dice = random.Random(luck)
    reading = reading_of(data)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evening.ghx"
        seats = {team: dice.choice([HUMAN, Seat("bot", "random")]) for team in data["teams"]}
        at = Table.start(reading, seats, seed=luck, save=path)
        for _ in range(12):
            before = at.digest
            came = at.apply(FACILITATOR, anything(dice, at))
            assert at.digest == before or isinstance(came, Accepted)
            if at.waiting:
                at.apply(at.waiting[0], Seal(at.waiting[0]))
            else:
                at.play_on()
        told = {team: at.view(team) for team in (None, *at.match.scenario.teams)}
        papers, digest, hashes = at.match.papers, at.digest, [played.hash for played in at.match.history]
        at.close()
        again = Table.resume(path)
        assert again.trouble is None
        assert again.match.papers == papers
        assert again.digest == digest
        assert [played.hash for played in again.match.history] == hashes
        assert {team: again.view(team) for team in told} == told
        again.close()


@settings(one_in(3))
@given(data=playable_data(), luck=DICE)
def test_an_inject_that_is_added_for_later_changes_nothing_before_it_fires(data, luck):
    reading = reading_of(data)
    seats = {team: Seat("bot", "random") for team in data["teams"]}
    plain, ruled = (Table.start(reading, seats, seed=luck) for _ in range(2))
    ruled.play_on()
    plain.play_on()
    last = ruled.match.book.turns
    if ruled.ended or ruled.match.turn == last:
        return
    effect = "effects: [{shift: {meter: freedom, by: 1}}]"
    later = f"injects: {{news: {{name: News, text: Words., turn: {last}, {effect}}}}}"
    direct(ruled, Rule(later))
    while not ruled.ended and ruled.match.turn < last:
        assert np.array_equal(ruled.match.state.meters, plain.match.state.meters)
        ruled.play_on()
        plain.play_on()


def test_the_console_shows_what_became_of_each_inject_and_every_order():
    at = table()
    seal(at, 2)
    direct(at, Hold("nine_cities"))
    direct(at, Rule(NEWS))
    card = next(choice for choice in at.view("retailer").choices if choice.why_not is None)
    at.apply("retailer", Lay("retailer", card.card, card.target, card.voice))
    console = at.console()
    became = {entry.inject: entry.state for entry in console.msel}
    assert became["nine_cities"] == "held"
    assert became["a_storm"] == "fired"
    assert set(became) == {*TORCH.scenario.injects, "a_storm"}
    assert next(entry for entry in console.msel if entry.inject == "a_storm").added
    assert [len(desk.view.tray) for desk in console.desks if desk.team == "retailer"] == [1]
    assert next(say("en", words) for _, words in console.interventions).startswith("Held")
