"""Every cause that can be compiled has its kind: words in every language, and a say in who may know of it."""

import pytest
from hypothesis import given

from engine.compiler.book import compile_book
from engine.game.causes import KINDS, cause_name, kind_of
from engine.game.knowledge import Knowledge
from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.kernel.kinds import NONE
from engine.kernel.ledger import LIMIT, Entry
from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import read_shipped, shipped_ids
from engine.scenario.scenario import Scenario
from tests.effort import one_in
from tests.strategies import playable_data

SAID_ELSEWHERE = {LIMIT, "order/waited"}
"""What no row of the rulebook books: what a limit took, and orders that waited in vain."""


@pytest.mark.parametrize("name", shipped_ids())
def test_every_cause_of_a_shipped_crisis_has_its_kind(name):
    have_kinds(read_shipped(name).scenario)


@one_in(4)
@given(playable_data())
def test_every_cause_of_a_generated_scenario_has_its_kind(data):
    have_kinds(Scenario.model_validate(data))


def have_kinds(scenario):
    for cause in compile_book(scenario).book.causes:
        assert kind_of(cause) in KINDS, cause
        assert all(say(lang, cause_name(scenario, cause)) for lang in LANGUAGES)


def test_no_kind_is_left_over():
    books = [compile_book(read_shipped(name).scenario).book for name in shipped_ids()]
    assert set(KINDS) == {kind_of(cause) for book in books for cause in book.causes} | SAID_ELSEWHERE


@pytest.mark.parametrize("cause", ["rule/new_rule", "order/embassy/listen/new_part", "new", "new/kind"])
def test_a_cause_of_no_kind_is_known_to_nobody_and_has_no_words(cause):
    scenario = read_shipped("ferry_rumour").scenario
    match = begin(scenario, dict.fromkeys(scenario.teams, HUMAN), "full", 1)
    row = Entry(1, "resolve", cause, "freedom", 1.0, 1.0, NONE)
    assert not any(Knowledge(match, team).understands(match.present(), row) for team in (None, *scenario.teams))
    with pytest.raises(KeyError):
        cause_name(scenario, cause)
