"""Each kind of mistake in how a scenario is written: one finding, at its place, with a hint that helps."""

from dataclasses import MISSING, fields
from typing import get_type_hints

import pytest

from engine.language.catalogue import LANGUAGES, fields_of, say
from engine.language.messages import Message
from engine.scenario.effects import VERBS
from engine.scenario.findings import FEW_WORDS, LONGEST_QUOTE, Finding, Place, did_you_mean, quote
from engine.scenario.scenario import Scenario
from engine.scenario.walk import effects
from tests.hostile import HOSTILE
from tests.scenario.broken import FERRY, MARK, change, described, expected_place, read
from tests.test_language import code_of, entries, patterns_of

MEAN = "Did you mean `{}`?".format

ID_HINT = "An id has small letters, digits and `_`, begins with a letter, and is at most 48 long"
METER_HINT = "Write a meter of the scenario, `freedom`, or one of a team, as `embassy.clarity`"


NAMED = "{en: Inspect the ferry together, id: Periksa kapal feri bersama-sama}"
INSPECTION = f"  joint_inspection: {{name: {NAMED}, kind: move,\n    power: smart, "
CARE = "name: {en: Care, id: Kepedulian}"
TEXT_HINT = 'Write "text", or {en: "text", id: "teks"}; text that holds a comma or `: ` must stand in quotes'

VERBS_HERE = (
    "Known here, among others: after, because, block, clear, close, cool, expose, on, prepare, raise, retarget, reveal"
)
TEAM_KEYS = (
    "Known here, among others: clarity, credibility, file, holds, hours, level, "
    "mission, name, network, objectives, red_lines, side"
)
MISTAKES = [
    # Keys.
    ("freedom: 60", "¦freedon: 60", "KEY001", MEAN("freedom")),
    ("    stands: true", "    ¦stand: true", "KEY001", MEAN("stands")),
    ("hours: 30", "¦hour: 30", "KEY001", MEAN("hours")),
    ("{strike_heat: 8", "{¦strike_heet: 8", "KEY001", MEAN("strike_heat")),
    ("{raise: list_published", "{¦rais: list_published", "KEY001", MEAN("raise")),
    (
        "cool: {narrative: target, by",
        "cool: {¦story: target, narrative: target, by",
        "KEY001",
        "Known here: narrative, by",
    ),
    (
        "level: embassy,",
        "level: embassy, ¦motto: x,",
        "KEY001",
        TEAM_KEYS,
    ),
    (
        "  embassy: {name: {en: Embassy of Samudra, id: Kedubes Samudra}, side",
        "  ¦embassy: {side",
        "KEY002",
        'Add it, as in `name: "..."`',
    ),
    (
        "  pharmacy_empty:\n    name: {en: The pharmacy is empty, id: Apotek kosong}\n",
        "  ¦pharmacy_empty:\n",
        "KEY002",
        'Add it, as in `name: "..."`',
    ),
    ("    turn: 3\n", "    turn: 3\n    ¦turn: 4\n", "KEY003", "Remove one of the two"),
    ("  harbour_open: {", "  ¦7: {name: x}\n  harbour_open: {", "VALUE004", ID_HINT),
    ("  harbour: {", "  ¦-7: {}\n  harbour: {", "KEY004", "Put it in quotes, or begin it with a letter"),
    (" radio: {name", " ¦null: {name", "KEY004", "Put it in quotes, or begin it with a letter"),
    # Values.
    ("turns: 8", "turns: ¦eight", "VALUE001", "Write digits alone, as in `3`"),
    ("turns: 8", "turns: ¦8.5", "VALUE001", "Write digits alone, as in `3`"),
    (
        "    stands: true",
        "    stands: ¦yes",
        "VALUE001",
        "Only `true` and `false`, in small letters and without quotes, say yes and no",
    ),
    (
        "title: {en: The Ferry Rumour, id: Rumor Kapal Feri}",
        "title: ¦2031",
        "VALUE001",
        "Put it in quotes to make it text",
    ),
    ("title: {en", "title: {¦EN: x, en", "KEY001", TEXT_HINT),
    (CARE, "name: {en: Care, ¦id: [x]}", "VALUE001", TEXT_HINT),
    (CARE, "name: {en: Care, id: ¦12}", "VALUE001", "Put it in quotes to make it text"),
    (CARE, "¦name: {}", "VALUE001", TEXT_HINT),
    # Blocks that went wrong above the line at which the parser gives up.
    ("cost: {hours: 10, budget: 1}", "cost: ¦10", "VALUE001", "Known here: hours, budget"),
    ("range: [0, 100]", "range: ¦100", "VALUE001", "Write `[one, two]`, or one entry a line below, each after `- `"),
    (
        "{block: {narrative: spies_aboard}}",
        "¦5",
        "VALUE001",
        VERBS_HERE,
    ),
    ("when: not harbour_open", "¦when: [harbour_open]", "VALUE001", "Compare two values, as in `story.heat > 40`"),
    (
        "sender: {en: A popular account, id: Sebuah akun populer}",
        "sender: ¦12",
        "VALUE001",
        "Put it in quotes to make it text",
    ),
    ("form: reply", "form: ¦replay", "VALUE002", MEAN("reply")),
    ("chance: likely", "chance: ¦likly", "VALUE002", MEAN("likely")),
    ("{clear: harbour_open, on: backfire}", "{clear: harbour_open, on: ¦backfired}", "VALUE002", MEAN("backfire")),
    ("on: [success, partial]", "on: [success, ¦part]", "VALUE002", MEAN("partial")),
    ("{audience: any}", "{audience: ¦every}", "VALUE002", "Write a list of ids, or `any`"),
    ("hours_per_turn: 6", "hours_per_turn: ¦5", "VALUE002", "Known here: 1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 168"),
    ("schema_version: 1", "schema_version: ¦2", "VALUE002", "Only `1` may stand here"),
    ("truth: false", "truth: ¦False", "VALUE002", MEAN("false")),
    ("truth: false", "truth: ¦0", "VALUE002", "Known here: true, false, contested"),
    ("freedom: 60", "freedom: ¦160", "VALUE003", "Write 100 or less"),
    ("chance: 0.6", "chance: ¦6", "VALUE003", "Write 0.99 or less"),
    ("points: 60", "points: ¦0", "VALUE003", "Write a number above 0"),
    ("strike_heat: 8", "strike_heat: ¦800", "VALUE003", "Write 100 or less"),
    ("{by: 8, when", "{by: ¦2e9, when", "VALUE003", "Write 1000000 or less"),
    (" radio: {name", " ¦Island_radio: {name", "VALUE004", ID_HINT),
    ("id: ferry_rumour", "id: ¦ferry-rumour", "VALUE004", ID_HINT),
    ("holds: [listen, answer", "holds: [¦Listen, answer", "VALUE004", ID_HINT),
    ('"2031-11-03 06:00"', '¦"3 November, 6:00"', "VALUE004", 'Write it as "2031-04-10 08:00"'),
    ("meter: own.clarity", "meter: ¦own clarity", "VALUE004", METER_HINT),
    (
        "cards: [navy_escort]",
        "¦cards: []",
        "VALUE005",
        "Add what is missing, or remove the key where nothing must stand",
    ),
    ("range: [0, 100]", "¦range: [0, 50, 100]", "VALUE005", "Take away what goes beyond"),
    (
        "relations: [samudra, torvia]",
        "¦relations: [samudra]",
        "VALUE005",
        "Add what is missing, or remove the key where nothing must stand",
    ),
    (
        "{shift: {relations: [samudra, torvia], by: 6}}",
        "{¦shift: {relations: [samudra, torvia]}}",
        "VALUE006",
        "Write `by: 5`, `to: 60`, or both",
    ),
    (
        "{raise: list_published}",
        "¦{raise: list_published, clear: list_published}",
        "VALUE006",
        "Keep one of them, and write what else is meant as an entry of its own",
    ),
    (
        "target: {audience: [islanders]}",
        "¦target: {audience: [islanders], team: any}",
        "VALUE006",
        "Keep one of them, and write what else is meant as an entry of its own",
    ),
    (
        INSPECTION,
        INSPECTION.replace("joint", "¦joint").replace("power: smart, ", ""),
        "VALUE006",
        "Write `power: hard`, `power: soft` or `power: smart`",
    ),
    (
        "shift: {opinion_of: own, among: target, by: 3}",
        "¦shift: {opinion_of: own, by: 3}",
        "VALUE006",
        "Write both, as in `opinion_of: own, among: all`",
    ),
    # Conditions.
    ("when: supplies >= 50", "when: supplies ¦=> 50", "COND001", "Write `>=`"),
    ("needs: list_published and own", "needs: list_published ¦&& own", "COND001", "Write `and`"),
    ("needs: list_published and own", "needs: list_published ¦AND own", "COND001", "Write `and` in small letters"),
    ("when: not harbour_open", "when: ¦True", "COND001", "Write `true`"),
    ("mission: supplies", "mission: supplies +¦", "COND001", "Compare two values, as in `story.heat > 40`"),
    ("mission: supplies", "mission: ¦max(supplies)", "COND001", "Use names, numbers, + - * / and or not"),
    ("by: 8 + freedom / 20", "by: ¦8 ^ freedom", "COND001", "Use names, numbers, + - * / and or not"),
]


@pytest.mark.parametrize(("old", "marked", "code", "hint"), MISTAKES)
def test_a_mistake_gives_one_finding_at_its_place(old, marked, code, hint):
    text = change(old, marked)
    found = described(read(text.replace(MARK, "")))
    assert found == [(expected_place(text), code, "error", hint)]


@pytest.mark.parametrize(
    ("old", "marked"), [("chance: 0.6,", "chance: 0,¦6,"), ("fit: {radio: 0.8,", "fit: {radio: 0,¦8,")]
)
def test_a_number_with_a_comma_that_the_braces_cut_in_two_is_recognised(old, marked):
    text = change(old, marked)
    found = {(place, hint) for place, _, _, hint in described(read(text.replace(MARK, "")))}
    assert (expected_place(text), "If this is part of a number, write it with a point: 0.6 and not 0,6") in found


def test_the_ferry_rumour_itself_is_without_findings():
    assert described(read(FERRY)) == []


LARGER = {
    "learning_objectives", "discussion", "notes", "merges", "drop_first", "scored", "casualties", "appearances",
    "comments", "feed", "precedent", "claims", "decks", "coach", "advice",
}  # fmt: skip
"""What only a larger crisis has, or a tutorial."""


def test_the_ferry_rumour_is_short_and_uses_the_whole_format():
    scenario = read(FERRY).scenario
    assert FERRY.count("\n") <= 140  # in two languages
    assert max(len(line) for line in FERRY.split("\n")) <= 120
    assert scenario.model_fields_set == set(Scenario.model_fields) - LARGER
    assert {placed.effect.verb for placed in effects(scenario)} == set(VERBS) - {
        "prepare",
        "share",
        "suspend",
        "expose",
    }


def test_several_mistakes_are_found_together_in_the_order_of_the_file():
    text = FERRY.replace("freedom: 60", "freedom: 600").replace("form: reply", "form: replay")
    text = text.replace("hours: 24", "hours: many").replace("turns: 8", "turns: 8.5")
    found = [(f.place.line, f.code) for f in read(text).findings]
    assert [code for _, code in found] == ["VALUE001", "VALUE003", "VALUE001", "VALUE002"]
    assert found == sorted(found)


def test_a_text_has_a_limit():
    text = change(CARE, f"name: {MARK}{'k' * 10_001}")
    hint = "Shorten it, or put part of it elsewhere"
    assert described(read(text.replace(MARK, ""))) == [(expected_place(text), "VALUE005", "error", hint)]


def test_a_folded_condition_is_blamed_where_it_begins():
    text = change("when: supplies < 30 and not", "when: >-\n      supplies < 30\n      && not")
    place = expected_place(text.replace(">-", MARK))
    assert [(str(f.place), f.code) for f in read(text).findings] == [(place, "COND001")]


def test_a_condition_in_quotes_is_blamed_inside_them():
    text = change("when: supplies >= 50", f"when: 'supplies {MARK}|| 50'")
    assert [str(f.place) for f in read(text.replace(MARK, "")).findings] == [expected_place(text)]


def test_columns_count_characters():
    text = change(CARE, f"name: {{en: Čare ♥ 🚢, id: x, {MARK}en: y}}")
    assert [str(f.place) for f in read(text.replace(MARK, "")).findings] == [expected_place(text)]


@pytest.mark.parametrize("raw", HOSTILE)
def test_what_an_author_wrote_is_quoted_clean_and_short(raw):
    said = str(quote(raw))
    assert len(said) <= LONGEST_QUOTE
    assert "\n" not in said
    assert "\x1b" not in said


def test_a_place_never_carries_control_characters():
    assert str(Place("a\x1b[2Jb\nc.yaml", 1, 2)) == "a[2Jb c.yaml:1:2"


def test_where_nothing_is_alike_some_of_what_is_known_is_named():
    known = [f"word_{i:02}" for i in range(20)]
    assert say("en", did_you_mean("zzz", known)) == f"Known here, among others: {', '.join(known[-FEW_WORDS:])}"
    assert say("en", did_you_mean("zzz", known[:2])) == "Known here: word_00, word_01"
    assert say("en", did_you_mean("zzz", [])) == (
        "Nothing of this kind is written yet: write it first, or leave this out"
    )


def test_every_finding_has_a_hint():
    assert {field.name for field in fields(Finding) if field.default is MISSING} >= {"message", "hint"}
    assert get_type_hints(Finding)["hint"] is Message


FAMILIES = ["check", "compile", "condition", "file", "finding", "key", "kind", "name", "time", "use", "value", "yaml"]


def test_every_finding_has_its_words_in_both_languages_with_the_same_values():
    said = {lang: {code_of(entry): patterns_of(entry)[0] for entry in entries(lang)} for lang in LANGUAGES}
    codes = [code for code in said["en"] if code.split(".")[0] in FAMILIES]
    assert len(codes) > 140
    lacking = [code for code in codes if set(fields_of(said["en"][code])) != set(fields_of(said["id"].get(code, "")))]
    assert lacking == []
    assert [code for code in codes if code not in said["id"]] == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "{opinion_of: own, among: target, by: 3}",
            "{opinion_of: own, by: 3}",
            "`opinion_of` and `among` belong together",
        ),
        ("{meter: supplies, by: 20}", "{meter: supplies}", "A shift needs `by` or `to`, or both"),
        ("{meter: supplies, by: 20}", "{by: 20}", "Exactly one of these must stand here: meter, opinion_of, relations"),
        (
            "{raise: list_published}",
            "{raise: list_published, spread: 2}",
            "Only shift, spark and cool can be spread over turns",
        ),
        ("power: smart, ", "", "A move needs a `power`"),
        ("supplies >= 50", "supplies >= 2000000", "The number is too large"),
        ("supplies >= 50", "supplies >= 5e", "This line of comparison and arithmetic cannot be read"),
    ],
)
def test_what_does_not_fit_together_is_said_in_a_sentence(old, new, words):
    (finding,) = read(change(old, new)).findings
    assert say("en", finding.message) == words


@pytest.mark.parametrize(
    ("old", "new", "culprit"),
    [
        ("audiences:\n", "", "frames: {"),
        ("    frame: care\n", "   frame: care\n", "  answer_questions:"),
    ],
)
def test_a_block_that_went_wrong_is_traced_back_to_its_line(old, new, culprit):
    text = change(old, new)
    (finding,) = read(text).findings
    line = text[: text.index(f"\n{culprit}") + 1].count("\n") + 1
    assert finding.code == "YAML004"
    assert say("en", finding.hint).startswith(f"The mistake may be in line {line} or just below it")


@pytest.mark.parametrize(
    ("old", "new"), [("list_published}]}", "list_published}"), (",\n      {raise: list_published}]}", "")]
)
def test_a_bracket_is_blamed_where_it_opens_and_missed_up_to_the_line_that_does_not_fit(old, new):
    text = change(old, new)
    (finding,) = read(text).findings
    opened = text[: text.index("effects: [\n      {cool")].count("\n") + 1
    after = text[: text.index("  answer_questions:")].count("\n") + 1
    assert (finding.code, finding.place.line) == ("YAML004", opened)
    assert say("en", finding.hint).startswith(f"It is missing somewhere between here and line {after}:")


def test_a_key_without_its_colon_is_blamed_and_not_the_next_one_below_its_text():
    text = "title:\n  en The long\n    way round\n  id: Jalan memutar\n"
    (finding,) = read(text).findings
    assert (finding.place.line, finding.place.column) == (2, 3)
    assert finding.message.code == "yaml.missing_colon"
