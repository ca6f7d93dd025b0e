"""Why, of the numbers of a card: what it takes, its chance by itself, and what each reason for its odds is worth."""

import re

import pytest

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.cards import CHANCE_WORDS
from engine.scenario.reader import read_shipped
from tests.tui.screens import played
from tui.card_words import gone
from tui.plain import detail
from tui.plain.cards import listed
from tui.scripted import marks_of, scripted, weighing
from tui.widgets.card_text import card_note
from tui.widgets.deck import Entry
from tui.widgets.papers import card_paper
from tui.widgets.wording import Tongue

TORCH, TEAM = "torch_and_supermarket", "embassy"


def choices_of(scenario=TORCH, team=TEAM, turns=3):
    return played(turns, team, scenario).view(team).choices


def one_line(text):
    return " ".join(text.split())


def test_cost_and_chance_lead_to_the_lines_in_which_they_are_written():
    source = read_shipped(TORCH).source.splitlines()
    seen = 0
    for choice in choices_of():
        for line, key in ((choice.script.cost_at, "cost:"), (choice.script.chance_at, "chance:")):
            if line is not None and str(line.file) == f"{TORCH}.yaml" and choice.script.chance is not None:
                seen += 1
                written = source[line.number - 1].strip()
                assert written.startswith((key, f"{choice.card}:"))
    assert seen > 10


def test_a_card_takes_what_is_written_unless_it_is_said_what_saves_hours():
    for choice in choices_of():
        assert choice.budget == pytest.approx(choice.script.budget)
        if choice.script.shorter:
            assert choice.hours < choice.script.hours
        else:
            assert choice.hours == pytest.approx(choice.script.hours)
    assert any(choice.script.shorter for choice in choices_of())


def test_the_chance_by_itself_is_that_of_the_scenario():
    cards = read_shipped(TORCH).scenario.cards
    for choice in choices_of():
        written = cards[choice.card].chance
        assert (choice.script.chance is None) == (written == "certain")
        if isinstance(written, str) and written != "certain":
            assert choice.script.chance == round(100 * CHANCE_WORDS[written])


def test_without_what_helps_the_chance_would_be_lower_and_without_what_hurts_higher():
    told = [(choice.odds, term) for choice in choices_of() for term in choice.terms if term.without is not None]
    assert {term.weight > 0 for _, term in told} == {True, False}
    for odds, term in told:
        assert term.without <= odds.success if term.weight > 0 else term.without >= odds.success


def test_as_long_as_the_odds_are_a_band_no_reason_is_told_in_numbers():
    bands = [choice for choice in choices_of() if not choice.odds.known]
    assert bands
    assert all(term.without is None for choice in bands for term in choice.terms)


@pytest.mark.parametrize("lang", ["en", "id"])
def test_both_front_ends_tell_what_the_numbers_of_a_card_are_made_of(lang):
    view = played(3, TEAM, TORCH).view(TEAM)
    for card in listed(view)[::6]:
        paper = one_line(card_paper(Tongue(lang), Entry(card.choices), [])[1](76).plain)
        plain = one_line(" ".join(detail.card(card, lang, None)))
        for words in scripted(card.first):
            assert say(lang, words) in paper
            assert say(lang, words) in plain
        worth = {term.without for choice in card.choices for term in choice.terms if term.without is not None}
        assert all(re.search(rf"\b{n} %", paper) and re.search(rf"\b{n} %", plain) for n in worth)


@pytest.mark.parametrize("lang", ["en", "id"])
def test_each_sign_before_a_reason_is_explained_on_the_card_below_a_heading(lang):
    view = played(3, TEAM, TORCH).view(TEAM)
    head, signs = say(lang, Message.of("card.weighs_in")), set()
    for card in listed(view):
        paper = card_paper(Tongue(lang), Entry(card.choices), [])[1](120).plain
        plain = "\n".join(detail.card(card, lang, None))
        reasons = [term for choice in card.choices for term in weighing(choice)]
        for mark in marks_of(reasons):
            said = say(lang, mark)
            sign, _ = said.split(maxsplit=1)
            for page in (paper, plain):
                shown = [line.split(maxsplit=1)[0] for line in page.splitlines() if line.strip()]
                assert sign in shown
                assert said in one_line(page)
            signs.add(sign)
        assert (head in paper) == bool(reasons)
        note = card_note(Tongue(lang), Entry(card.choices), 80, 24).plain
        assert (head in note) == (bool(Entry(card.choices).face.terms) and not gone(card.choices))
    assert {"+", "-", "·", "--"} <= signs
