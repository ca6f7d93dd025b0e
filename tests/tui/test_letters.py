"""How a letter lies in the inbox: what answers it and by when is told before all that it says."""

from dataclasses import replace

import pytest

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.screens import played, teams_of
from tui.plain.bulletin import why
from tui.plain.heard import inbox
from tui.widgets.documents import before_sealing
from tui.widgets.inbox import answering, deadline, letter_brief
from tui.widgets.papers import meter_paper
from tui.widgets.wording import Tongue

TONGUE = Tongue("en")
WHO = [(False, False, "story.silent"), (True, False, "story.silent_alone"), (True, True, None)]
"""Whether our side has answered a story, whether our own team has, and what is said of that."""


@pytest.fixture(scope="module")
def view():
    table = played(2, teams_of()[0])
    yield table.view(teams_of()[0])
    table.close()


def test_a_letter_says_which_cards_answer_or_that_an_answer_is_laid(view):
    letter = replace(
        view.inbox[0], answer_by=view.turn, answered=False, answers=(Text.of("Answer people"),), on_tray=False
    )
    assert "Answer people" in answering(TONGUE, letter, view.turn).plain
    waits = replace(view, inbox=(letter,))
    assert "Unanswered" in before_sealing(TONGUE, waits, 76).plain
    laid = replace(letter, on_tray=True)
    assert answering(TONGUE, laid, view.turn).plain == "An answer is on your tray."
    assert "Unanswered" not in before_sealing(TONGUE, replace(view, inbox=(laid,)), 76).plain


def test_a_letter_that_waits_through_turns_without_a_decision_says_when_there_is_one(view):
    letter = replace(
        view.inbox[0], answer_by=view.turn + 6, answered=False, answers=(Text.of("Answer people"),), on_tray=False
    )
    rounds = replace(letter, decided=(view.turn + 3, view.turn + 6))
    said = f"You decide now, then: turn {view.turn + 3}, turn {view.turn + 6}."
    for each, expected in ((letter, False), (rounds, True)):
        assert (said in deadline(TONGUE, each, view.turn).plain) == expected
        assert (said in " ".join(" ".join(inbox(replace(view, inbox=(each,)), "en")).split())) == expected


@pytest.mark.parametrize(("answered", "by_us", "code"), WHO)
@pytest.mark.parametrize("hurts", [False, True])
def test_a_story_against_us_that_our_team_has_not_answered_says_what_silence_costs(view, answered, by_us, code, hurts):
    found = next(each for each in view.stories if f"{each.narrative}.heat" in view.history)
    story = replace(found, heat=50, answered=answered, by_us=by_us, hurts_us=hurts)
    at = replace(view, stories=(story,))
    _, lay = meter_paper(at, f"{story.narrative}.heat")(TONGUE)
    lines = why(at, "en", say("en", view.history[f"{story.narrative}.heat"][-1][1].name))
    for each in ("story.silent", "story.silent_alone"):
        costs = say("en", Message.of(each))
        for told in (lay(76).plain, " ".join(lines)):
            assert (costs in " ".join(told.split())) == (hurts and each == code)


def test_a_letter_about_which_nothing_is_to_be_done_takes_two_lines(view):
    answered = replace(
        view.inbox[0],
        new=False,
        sender=Text.of("The police liaison of the district"),
        answer_by=view.turn,
        answered=True,
        answered_by=None,
        answers=(Text.of("Answer people"),),
    )
    for letter in (answered, replace(answered, answered=False, answer_by=view.turn - 1)):
        for width in (44, 76):
            lines = letter_brief(TONGUE, letter, view.turn, width, (3, 0)).plain.split("\n")
            assert len(lines) == 2
            assert deadline(TONGUE, letter, view.turn).plain in lines[1]
            assert ("The police liaison of the district" in lines[1]) == (width == 76)
    waits = replace(answered, answered=False)
    assert len(letter_brief(TONGUE, waits, view.turn, 76, (3, 0)).plain.split("\n")) > 2


def test_a_letter_gives_up_its_text_before_its_deadline_where_the_list_is_low(view):
    letter = replace(
        view.inbox[0],
        new=True,
        sender=Text.of("The harbour office"),
        text=Text.of("The lists are longer than the night before, and none of them is whole. " * 5),
        answer_by=view.turn,
        answered=False,
        answers=(Text.of("Man the hotline"),),
    )
    for high in (5, 6, 8):
        told = letter_brief(TONGUE, letter, view.turn, 40, (8, high - 4), whole=high).plain.split("\n")
        assert len(told) == high
        assert any(deadline(TONGUE, letter, view.turn).plain in line for line in told)
        assert "Man the hotline" in told[-1]
