import ast
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine.game.view import Bulletin, Change, Odds
from engine.language.catalogue import LANGUAGES, say
from engine.text import Text
from tui.plain.bulletin import changes as plain_changes
from tui.registry.action import PLACES
from tui.widgets.moved import ranked
from tui.words import chance_of, heat_of, moment_of, odds_of, risk_of, stage_of, trend_of

ROOT = Path(__file__).parent.parent.parent
FOR_PROGRAMS = re.compile(r"TypeVar|query|headers|set_cookie|web\.Response")
SENTENCE = re.compile(r"[A-Z][a-z]{2,}|[a-z]{2,} [a-z]{2,} [a-z]{2,}|[a-z]{2,}[.!?] ")


def literals(tree):
    """Every string of a module that is no docstring and nothing for programmers: where it stands, and itself."""
    silent = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(node.value)  # a docstring
        for kind in ("annotation", "returns"):
            silent.update(ast.walk(getattr(node, kind, None) or ast.Pass()))  # the name of a type
        for base in getattr(node, "bases", ()):
            silent.update(ast.walk(base))  # the name of a type
        if isinstance(node, ast.Raise | ast.MatchValue) or (isinstance(node, ast.keyword) and node.arg == "plain"):
            silent.update(ast.walk(node))  # a fault of ours, what something is compared with, how plain mode takes it
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).endswith(("CSS", "HEADERS", "HEADINGS")):
            silent.update(ast.walk(node))  # a style sheet, what browsers are told, or headings of a page
        if isinstance(node, ast.Call) and FOR_PROGRAMS.search(ast.unparse(node.func)):
            silent.update(ast.walk(node))  # a selector, a name for the type checker, or what browsers are told
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            yield node.lineno, node.value


def english_in(source):
    return [
        (line, text)
        for line, text in literals(ast.parse(source))
        if SENTENCE.search(text) and not set(text.split()) <= set(PLACES)
    ]


def test_an_english_literal_would_be_found():
    assert english_in('"""A docstring."""\nwrite("Hand over the keyboard")\nraise ValueError("No such place")') == [
        (2, "Hand over the keyboard")
    ]


@pytest.mark.parametrize("path", sorted((ROOT / "tui").rglob("*.py")), ids=lambda path: path.name)
def test_no_words_for_people_stand_in_the_code(path):
    assert english_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_has_its_words(lang):
    said = [say(lang, of(number)) for of in (heat_of, risk_of) for number in range(101)]
    said += [say(lang, stage_of(stage)) for stage in (0, 1, 2)]
    said += [say(lang, trend_of(trend)) for trend in (-1, 0, 1)]
    said += [say(lang, moment_of(datetime(2031, 1, 1, tzinfo=UTC) + timedelta(days=30 * n))) for n in range(14)]
    assert all(said)


def test_odds_are_a_band_until_they_are_known():
    said = [
        say("en", odds_of(Odds(61, 30, 9, 45, 65, known, certain)))
        for known, certain in ((False, False), (True, False), (False, True))
    ]
    assert said == ["even, 45–65 %", "likely, 61/30/9 %", "certain"]
    assert say("en", chance_of(Odds(90, 8, 2, 80, 100, known=False, certain=False))) == "almost certain"


def test_a_date_is_said_in_the_language_whatever_the_locale():
    moment = datetime(2031, 4, 15, 8, 5, tzinfo=UTC)
    assert [say(lang, moment_of(moment)) for lang in LANGUAGES] == [
        "Tuesday 15 April 2031, 08:05",
        "Selasa, 15 April 2031, pukul 08.05",
    ]


def test_means_that_were_spent_are_told_last_of_what_moved_on_screens_and_in_plain_mode():
    moved = {"embassy.hours": 40, "embassy.budget": 12, "insulted.heat": 3, "embassy.credibility": -8}
    named = {meter: Text.of(f"the {meter}") for meter in moved}
    changes = tuple(Change(meter, named[meter], 50.0, 50.0 + by, ()) for meter, by in moved.items())
    in_order = ["embassy.credibility", "insulted.heat", "embassy.hours", "embassy.budget"]
    assert [each.meter for each in ranked(changes)] == in_order
    closed = Bulletin(3, datetime(2031, 4, 10, 8, tzinfo=UTC), (), (), (), changes, decided=True)
    printed = " ".join(plain_changes([closed], "en", more=None))
    assert sorted(moved, key=printed.index) == in_order
