"""Every cause that can be compiled has its kind: words in every language, and a say in who may know of it."""

from collections import Counter

import pytest
from hypothesis import given

from engine.compiler.book import compile_book
from engine.game.causes import KINDS, cause_name, kind_of
from engine.game.knowledge import Knowledge
from engine.game.match import begin
from engine.game.seats import HUMAN, Seat
from engine.game.viewing import Viewing
from engine.kernel.kinds import NONE
from engine.kernel.ledger import LIMIT, Entry
from engine.language.catalogue import LANGUAGES, pattern_of, say
from engine.language.messages import Message
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


def bulletins_of(match, team):
    """The bulletins of a whole exercise, each as it was read when its turn had closed."""
    while not match.ended:
        match.close(match.bots())
        if not match.ended:
            yield Viewing(match).view(team).bulletins[-1]


def named_with(bulletin, code):
    """Cards that a reason says to have come out so, with their team."""
    causes = [reason.cause for change in bulletin.changes for reason in change.reasons]
    found = [(cause.get("team"), cause.get("card")) for cause in causes]
    return {(team, card.get("card")) for team, card in found if isinstance(card, Message) and card.code == code}


def test_a_reason_says_that_its_order_backfired_or_worked_in_part_where_that_is_known():
    """Of what the bulletin of the turn tells, or one before it: some effects come later."""
    scenario = read_shipped("comment_storm").scenario
    told = Counter()
    for team in (None, "embassy"):
        match = begin(scenario, dict.fromkeys(scenario.teams, Seat("bot", "random")), "full", 1)
        became = {"partial": set(), "backfire": set()}
        for bulletin in bulletins_of(match, team):
            for outcome, known in became.items():
                known |= {(each.team_name, each.card_name) for each in bulletin.orders if each.outcome == outcome}
                said = named_with(bulletin, f"cause.card.{outcome}")
                assert said <= known
                own = sum(team is not None and name == scenario.teams[team].name for name, _ in said)
                told[outcome, "own"] += own
                told[outcome, "others"] += len(said) - own
    assert min(told.values()) > 0


def test_what_a_backfire_took_away_is_said_to_have_backfired_in_both_languages():
    scenario = read_shipped("comment_storm").scenario
    cause = next(c for c in compile_book(scenario).book.causes if "/train_the_desk/effects." in c)
    en, idn = "“Train the desk”", "“Latih petugas layanan”"
    assert say("en", cause_name(scenario, cause)).endswith(f": {en}")
    assert say("en", cause_name(scenario, cause, "success")).endswith(f": {en}")
    assert say("en", cause_name(scenario, cause, "backfire")).endswith(f": {en}, which backfired")
    assert say("en", cause_name(scenario, cause, "partial")).endswith(f": {en}, which worked in part")
    assert say("id", cause_name(scenario, cause, "backfire")).endswith(f": {idn}, yang berbalik merugikan")
    assert say("id", cause_name(scenario, cause, "partial")).endswith(f": {idn}, yang berhasil sebagian")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", shipped_ids())
def test_whatever_has_a_title_stands_in_quotes_where_it_is_a_cause(name, lang):
    scenario = read_shipped(name).scenario
    for cause in compile_book(scenario).book.causes:
        for message in cause_name(scenario, cause).inside():
            pattern = pattern_of(lang, message)
            for title in ("card", "inject", "story", "comments"):
                assert isinstance(message.get(title), Message | None) or f"“{{{title}}}”" in pattern


@pytest.mark.parametrize("part", ["cost", "trace", "reply"])
def test_what_an_order_costs_or_leaves_whatever_comes_of_it_is_said_without_that(part):
    scenario = read_shipped("comment_storm").scenario
    cause = next(c for c in compile_book(scenario).book.causes if c.endswith(f"/{part}"))
    assert cause_name(scenario, cause, "backfire") == cause_name(scenario, cause)


@pytest.mark.parametrize("fallen", [True, False])
def test_what_is_expected_of_a_team_rises_by_its_answers_and_falls_for_want_of_them(fallen):
    scenario = read_shipped("comment_storm").scenario
    match = begin(scenario, dict.fromkeys(scenario.teams, Seat("bot", "random")), "full", 1)
    said = {
        reason.cause.code
        for bulletin in bulletins_of(match, "embassy")
        for change in bulletin.changes
        for reason in change.reasons
        if reason.cause.code.startswith("cause.expectations") and (reason.amount < 0) == fallen
    }
    assert said == {"cause.expectations_fade" if fallen else "cause.expectations"}
