"""Signs of a word processor, and quotes that are not closed: each is said where it stands, with what to write."""

import pytest

from engine.language.catalogue import say
from engine.scenario.deck_file import deck_findings
from engine.scenario.nodes import build
from engine.scenario.parsers import PARSER, Slow
from tests.scenario.broken import FERRY, MARK, change, expected_place, read

QUOTE = 'Write the straight sign " at both ends of the text; inside it, curly ones may stay'
SPACE = "Delete it and type an ordinary space; the two look alike"
COLON = "Write an ordinary `:` and a space after it"
DASH = "Write an ordinary `-` and a space after it"
SUMMARY = '"A storm has cut off Torvia. Samudra sends a ferry with medicine, and a rumour says that it carries spies."'
CURLY = f"¦“{SUMMARY[1:-1]}”"
SIGNS = [
    ('starts: "2031-11-03 06:00"', "starts: ¦“2031-11-03 06:00”", QUOTE),
    (SUMMARY, CURLY, QUOTE),
    (SUMMARY, CURLY.replace(MARK + "“", MARK + "„"), QUOTE),
    ("title: {en: The Ferry Rumour", "title: {en: ¦“The Ferry: a Rumour”", QUOTE),
    ("    frame: care\n", "    frame: ¦‘care’\n", QUOTE),
    ("freedom: 60", "freedom:¦\u00a060", SPACE),
    ("freedom: 60", "freedom: 60¦\u00a0", SPACE),
    ("freedom: 60", "¦\u00a0freedom: 60", SPACE),
    ("    frame: care\n", "  ¦\u00a0 frame: care\n", SPACE),
    ("    frame: care\n", "¦\u2003 frame: care\n", SPACE),
    ("clock: {starts", "clock:¦\u202f{starts", SPACE),
    ("hours_per_turn: 6", "hours_per_turn:¦\u00a06", SPACE),
    ("      - cool: {narrative: help_is_late, by: 3}", "      -¦\u00a0cool: {narrative: help_is_late, by: 3}", SPACE),
    ("freedom: 60", "freedom¦： 60", COLON),
    ("      - shift: {opinion_of: own, among", "      ¦– shift: {opinion_of: own, among", DASH),
    ("      - cool: {narrative: help_is_late, by: 3}", "      ¦• cool: {narrative: help_is_late, by: 3}", DASH),
]
INSIDE = "Inside a text write curly marks, “ and ”"
QUOTES = [
    ('starts: "2031-11-03 06:00"', 'starts: ¦"2031-11-03 06:00', None),
    (SUMMARY, f"¦{SUMMARY[:-1]}", None),
    ("title: {en: The Ferry Rumour", 'title: {en: ¦"The Ferry Rumour', None),
    ("title: {en: The Ferry Rumour, id: Rumor Kapal Feri}", 'title: {en: ¦"The Ferry Rumour, id: "Rumor"}', None),
    ("injects:\n", 'content: ¦"open\nclose: "d"\ninjects:\n', None),
    ("injects:\n", "content: ¦'open\nclose: 'd'\ninjects:\n", None),
    ("en: The Ferry Rumour", 'en: "The ¦"Ferry" Rumour"', INSIDE),
    (
        "en: The Ferry Rumour",
        "en: 'The ferry¦'s rumour'",
        'Put the text in double quotes ", or write the apostrophe inside it as ’',
    ),
]


@pytest.mark.parametrize(("old", "marked", "hint"), SIGNS)
def test_a_sign_of_a_word_processor_is_said_where_it_stands(old, marked, hint):
    text = change(old, marked)
    (finding,) = read(text.replace(MARK, "")).findings
    assert (finding.code, finding.severity, str(finding.place)) == ("YAML011", "error", expected_place(text))
    assert say("en", finding.hint) == hint


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SUMMARY, '"“A storm”, – says the radio.\u00a0Torvia："'),
        ("en: The Ferry Rumour", "en: The “Ferry” Rumour\u00a0– a story"),
        ("en: The Ferry Rumour", "en: “Ferry” is what they say"),
        ("freedom: 60", "freedom: 60  # “as in” 2030\u00a0– or so"),
        (
            "summary: {\n  en: " + SUMMARY + ",\n  id:",
            "summary:\n  en: |\n    – “A storm: now”\n    \u00a0• and so on\n  id:",
        ),
    ],
)
def test_the_same_signs_are_welcome_inside_a_text_and_in_a_comment(old, new):
    text = change(old, new)
    text = text.replace('membawa mata-mata."}', 'membawa mata-mata."') if "|" in new else text
    assert read(text).findings == ()
    broken = text.replace("turns: 8", "turns: x")  # an error elsewhere is not blamed on them
    assert [finding.code for finding in read(broken).findings] == ["VALUE001"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    frame: care\n", "    frane: car\u00a0e\n", "KEY001"),
        ("title: {en: The Ferry Rumour", "titel: {en: “Ferry” is what they say", "KEY001"),
        ("freedom: 60", "freedom: very\u00a0free", "VALUE001"),
        ("schema_version: 1\n", "schema_version: 1\ncontent: “Ferry” is what they say\nabout: [a\n", "YAML004"),
        ("injects:\n", "content:\n  - “A” said\n\tx: 1\ninjects:\n", "YAML004"),
    ],
)
def test_a_sign_is_not_blamed_for_what_is_wrong_without_it_too(old, new, code):
    codes = [finding.code for finding in read(change(old, new)).findings]
    assert code in codes
    assert "YAML011" not in codes


def test_where_every_text_has_such_marks_the_first_is_said():
    text = FERRY.replace('en: "', "en: “").replace('",\n', "”,\n")
    codes = [finding.code for finding in read(text).findings]
    assert "YAML011" in codes
    assert "YAML004" not in codes


def test_several_mistakes_that_one_sign_makes_are_one_finding_and_the_others_stay():
    text = change(SUMMARY, "“A storm, a ferry, and a rumour”").replace("freedom: 60", "freedon: 60")
    assert [finding.code for finding in read(text).findings] == ["YAML011", "KEY001"]


def test_curly_marks_around_a_text_are_shown_with_it_and_said_once():
    text = FERRY.replace("{en: Samudra, id: Samudra}", "{en: ¦“Samudra”, id: ‘Samudra’}")
    (finding,) = read(text.replace(MARK, "")).findings
    assert (finding.code, finding.severity, str(finding.place)) == ("YAML012", "warning", expected_place(text))
    assert say("en", finding.message).endswith("as around 2 texts in this file")
    assert read(FERRY.replace("{en: Samudra, id", '{en: "“Samudra”", id')).findings == ()


def test_a_deck_is_told_of_them_too(tmp_path):
    (tmp_path / "decks").mkdir()
    deck = tmp_path / "decks" / "mine.yaml"
    deck.write_text("schema_version: 1\nid: mine\ntitle:\u00a0{en: x, id: x}\ncards: {}\n", encoding="utf-8")
    assert [(f.code, f.place.line, f.place.column) for f in deck_findings(str(deck))] == [("YAML011", 3, 7)]


@pytest.mark.parametrize("parser", [PARSER, Slow])
@pytest.mark.parametrize(("old", "marked", "hint"), QUOTES)
def test_a_quote_that_goes_wrong_is_said_where_it_stands(old, marked, hint, parser):
    text = change(old, marked)
    (finding,) = build(text.replace(MARK, ""), "ferry.yaml", parser).findings
    assert (finding.code, str(finding.place)) == ("YAML004", expected_place(text))
    runs_on = "Close it with the same straight sign"
    assert say("en", finding.hint) == hint if hint else say("en", finding.hint).startswith(runs_on)


@pytest.mark.parametrize(
    "text",
    ['"a b": "c\n  d"  # e', "{'it''s': \"so\", 'b': [\"c\"]}", "- \"a\"\n- 'b'", 'a: b "c" d', "a: it's"],
)
def test_a_quote_that_is_closed_is_not_blamed(text):
    assert build(text, "f.yaml").findings == ()
    (finding,) = build(f"{text}\n]", "f.yaml").findings
    assert "quot" not in finding.message.code


def test_nothing_that_is_nested_deeply_is_too_much():
    for text in ("[" * 100_000, '["' * 50_000, "{" * 100_000 + '"'):
        assert build(text, "f.yaml").findings


@pytest.mark.parametrize("end", ["", '"', " x: “y”"])
def test_a_quote_that_holds_many_others_is_no_work(end):
    """It is no work because each is read once: read from each of them to the end, a file of this size takes hours."""
    text = change("en: The Ferry Rumour", 'en: "' + '\\"' * 100_000 + end)
    line = next(number for number, line in enumerate(text.splitlines(), 1) if 'en: "' in line)
    assert [finding.place.line for finding in read(text).findings if finding.is_error] == [line]


@pytest.mark.timeout(30)  # it takes a tenth of a second, and minutes where each error looks at the line anew
def test_many_errors_on_one_long_line_are_no_work():
    keys = ", ".join(f"a{number}: {'x' * 400}" for number in range(2400))
    assert read(f"{{{keys}}}\n").findings
