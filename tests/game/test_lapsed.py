"""A card that can never be played again says so, from what its team can tell; and only then."""

from importlib.resources import files

import pytest

from engine.game.conduct import Accepted
from engine.game.directing import Rule
from engine.game.intents import FACILITATOR, Lay, Seal
from engine.game.seats import HUMAN
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES
from engine.scenario.reader import read_text
from tui.card_words import gone
from tui.plain.cards import listed, table_of
from tui.widgets.card_text import card_note
from tui.widgets.deck import entries, sorted_out
from tui.widgets.wording import Tongue

FERRY = (files("scenarios") / "ferry_rumour.yaml").read_text(encoding="utf-8")
BLOCKED = "name: {en: Block the word “spy”, id: Blokir kata “mata-mata”},"
UNLUCKY = ("chance: likely, once: true", "chance: 0.01, once: true")


def table(*changes):
    text = FERRY
    for written, instead in changes:
        assert written in text
        text = text.replace(written, instead)
    reading = read_text(text.encode(), "ferry.yaml")
    assert reading.scenario, reading.findings
    return Table.start(reading, dict.fromkeys(reading.scenario.teams, HUMAN), seed=1)


def blocking(needs):
    """The harbour's own card, which needs something more."""
    return BLOCKED, f"{BLOCKED} needs: {needs},"


def said(at, team, card):
    """What stands against a card, as a code."""
    (why,) = {choice.why_not and choice.why_not.code for choice in at.view(team).choices if choice.card == card}
    return why


def go(at, *laid):
    for lay in laid:
        assert isinstance(at.apply(lay.team, lay), Accepted)
    for team in at.match.scenario.teams:
        at.apply(team, Seal(team))


def test_a_card_whose_turns_are_over_says_so_from_then_on():
    at = table(blocking("turn < 3"))
    for expected in (None, None, "refused.lapsed", "refused.lapsed"):
        assert said(at, "harbour", "block_the_word") == expected
        go(at)


def test_a_card_whose_turn_is_to_come_is_still_waited_for():
    at = table(blocking("turn >= 3"))
    for expected in ("refused.needs", "refused.needs", None):
        assert said(at, "harbour", "block_the_word") == expected
        go(at)


def publish(at):
    """The list is made public, which nothing undoes."""
    go(at, Lay("embassy", "cargo_list", "spies_aboard"))
    assert at.match.state.flags[0, at.match.book.flags.index("list_published")]


CERTAIN = ("chance: likely, once: true", "chance: certain, once: true")


def test_a_flag_that_nothing_clears_ends_what_must_come_before_it():
    at = table(CERTAIN, blocking("not list_published"))
    assert said(at, "harbour", "block_the_word") is None
    publish(at)
    assert said(at, "harbour", "block_the_word") == "refused.lapsed"


def test_a_flag_that_something_may_still_clear_ends_nothing():
    at = table(CERTAIN, blocking("not list_published"), ("{clear: harbour_open,", "{clear: list_published,"))
    publish(at)
    assert said(at, "harbour", "block_the_word") == "refused.needs"


def test_who_had_the_only_card_that_raises_a_flag_knows_that_it_will_not_be_raised_and_nobody_else_does():
    at = table(UNLUCKY)
    assert said(at, "embassy", "joint_inspection") == "refused.needs"
    go(at, Lay("embassy", "cargo_list", "spies_aboard"))
    assert said(at, "embassy", "cargo_list") == "refused.spent"
    assert said(at, "embassy", "joint_inspection") == "refused.lapsed"
    assert said(at, "harbour", "joint_inspection") == "refused.needs"


def test_an_inject_that_may_still_raise_a_flag_keeps_it_open():
    turned = "{retarget: {narrative: help_is_late,"
    at = table(UNLUCKY, (turned, f"{{raise: list_published}}, {turned}"))
    go(at, Lay("embassy", "cargo_list", "spies_aboard"))
    assert said(at, "embassy", "joint_inspection") == "refused.needs"


def test_an_inject_that_the_facilitator_has_in_store_is_not_betrayed():
    at, ruled = (table(CERTAIN, blocking("not list_published")) for _ in range(2))
    for one in (at, ruled):
        publish(one)
    slip = "turn: 6, to: [embassy], effects: [{clear: list_published}]"
    store = Rule(f"injects: {{slip: {{name: A slip, text: The list is taken down., {slip}}}}}")
    assert isinstance(ruled.apply(FACILITATOR, store), Accepted)
    assert ruled.view("harbour") == at.view("harbour")
    while ruled.match.turn < 6:
        go(ruled)
    assert said(ruled, "harbour", "block_the_word") is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_such_a_card_stands_last_and_gives_no_odds(lang):
    at, tongue = table(CERTAIN, blocking("not list_published")), Tongue(lang)
    publish(at)
    view = at.view("harbour")
    deck = sorted_out(entries(view.choices), "all", "", tongue)
    assert [gone(entry.choices) for entry in deck] == [False] * (len(deck) - 1) + [True]
    assert deck[-1].card == "block_the_word"
    assert "%" not in card_note(tongue, deck[-1], 76, 8).plain
    (card,) = (each for each in listed(view) if each.first.card == "block_the_word")
    assert "%" not in "".join(table_of([card], lang))


SECRETLY = ("chance: certain, once: true", "chance: certain, once: true, visible: covert")


def test_a_flag_that_was_raised_in_secret_ends_nothing_that_could_be_told_apart():
    at = table(CERTAIN, SECRETLY, blocking("not list_published and own.clarity > 99"))
    assert said(at, "harbour", "block_the_word") == "refused.needs"
    publish(at)
    assert said(at, "harbour", "block_the_word") == "refused.needs"
