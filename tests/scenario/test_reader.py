import math
import os

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario import nodes
from engine.scenario.contents import LARGEST_FILE
from engine.scenario.nodes import build, plain
from engine.scenario.parsers import PARSER, Slow
from engine.scenario.reader import find, read_file, read_shipped, read_text, shipped_ids
from engine.scenario.scalars import meaning
from engine.tools.check import check
from tests.hostile import HOSTILE
from tests.scenario.broken import FERRY, NOT_PLAIN, ROOT, read


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-17", -17),
        ("+3", 3),
        ("010", 10),
        ("0o17", 15),
        ("0xff", 255),
        ("1e3", 1000.0),
        ("-2.5E-1", -0.25),
        (".5", 0.5),
        ("7.", 7.0),
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("NULL", "NULL"),
        ("12:30", "12:30"),
        ("2031-01-01", "2031-01-01"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("08:00", "08:00"),
        ("-", "-"),
        ("1.2.3", "1.2.3"),
        ("10%", "10%"),
        ("e5", "e5"),
        ("=", "="),
    ],
)
def test_an_unquoted_value_means_what_yaml_1_2_says(written, value):
    found = meaning(written)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("written", [".inf", "-.Inf", ".NAN", "1e400", "9" * 41, "0x" + "f" * 60, "1" * 5000])
def test_a_number_that_is_not_finite_or_too_long_is_refused(written):
    assert isinstance(meaning(written), Message)
    found = build(f"a: {written}", "f").findings
    assert [(str(f.place), f.code) for f in found] == [("f:1:4", "YAML010")]


def test_quoted_values_are_text():
    tree = build("a: \"1\"\nb: 'true'\nc: |\n  2\nd: >-\n  null\n", "f")
    assert plain(tree.root) == {"a": "1", "b": "true", "c": "2\n", "d": "null"}
    assert tree.findings == ()


@pytest.mark.parametrize(
    ("source", "place", "code"),
    [
        (b"", "1:1", "YAML009"),
        (b"# nothing", "1:1", "YAML009"),
        (b"words", "1:1", "YAML009"),
        (b"- a list", "1:1", "YAML009"),
        (b"a: \xff", "1:4", "YAML001"),
        (b"\xef\xbb\xbfa: 1\nb: \xc3", "2:4", "YAML001"),
        ("a: 1".encode("utf-16"), "1:1", "YAML001"),
        (b"x" * (1 << 20) + b"x", "1:1", "YAML002"),
        (b"a: 1\r\nb: \x1b[2J", "2:4", "YAML003"),
        ("a: 1\nb: x\u2028y".encode(), "2:5", "YAML003"),
        ("a: \ufeff".encode(), "1:4", "YAML003"),
        (b'a: "open\nb: 1\n', "1:4", "YAML004"),
        (b"a: [1, 2\nb: 3\n", "1:4", "YAML004"),
        (b"a: b: c", "1:5", "YAML004"),
        (b"a:\n\tb: 1", "2:1", "YAML004"),
        (b"a:\n  b: 1\n c: 2", "3:2", "YAML004"),
        (b"a: @x", "1:4", "YAML004"),
        (b'a: "\\q"', "1:5", "YAML004"),
        (b"a: 1\nlonely\nb: 2", "2:1", "YAML004"),
        (b"a: " + b"[" * 24 + b"]" * 24, "1:27", "YAML005"),
        (b"a:\n" + b"- 1\n" * 50_000, "50000:3", "YAML006"),
        (b"a: 1\n---\nb: 2", "2:1", "YAML008"),
    ],
)
def test_what_is_no_scenario_is_refused_at_its_place(source, place, code):
    reading = read_text(source, "f.yaml")
    assert reading.scenario is None
    assert [(str(f.place), f.code) for f in reading.findings] == [(f"f.yaml:{place}", code)]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("a: *b", "1:4"),
        ("a: &b 1", "1:4"),
        ("&a b: 1", "1:1"),
        ("a: !!str 1", "1:4"),
        ("a: ! 1", "1:4"),
        ("a: !!python/object:os.system [id]", "1:4"),
        ("<<: {a: 1}", "1:1"),
        ("a: [1, *b]", "1:8"),
        ("*a : 1", "1:1"),
    ],
)
def test_aliases_anchors_merge_keys_and_tags_are_refused(source, place):
    tree = build(source, "f")
    assert {(str(f.place), f.code) for f in tree.findings} - {("f:1:1", "KEY004")} == {(f"f:{place}", "YAML007")}


def test_a_bomb_of_aliases_stays_small():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    tree = build(bomb, "f")
    assert {f.code for f in tree.findings} == {"YAML007"}


def test_both_parsers_find_the_same_at_the_same_place():
    broken = ['a: "x\nb: 1', "a: [1\nb: 2", "a: b: c", "a:\n\tb: 1", "a:\n  b: 1\n c: 2", "a: @x", "x\ny: 1"]
    for source in (*broken, FERRY):
        assert build(source, "f", nodes.yaml.Loader) == build(source, "f", PARSER)


@pytest.mark.parametrize("word", ["true", "false", "contested"])
def test_whether_a_story_is_true_may_be_said_with_or_without_quotes(word):
    plainly, quoted = (read(FERRY.replace("truth: false", f"truth: {said}")) for said in (word, f'"{word}"'))
    assert plainly.scenario == quoted.scenario
    assert plainly.scenario.narratives["spies_aboard"].truth == word


def test_a_byte_order_mark_and_windows_line_ends_change_nothing():
    windows = b"\xef\xbb\xbf" + FERRY.replace("\n", "\r\n").encode()
    assert read(windows).scenario == read(FERRY).scenario


@pytest.mark.parametrize("raw", HOSTILE)
def test_hostile_text_is_refused_or_clean(raw):
    source = FERRY.replace("Inspect the ferry together", raw).encode("utf-8", "surrogatepass")
    reading = read_text(source, raw)
    assert reading.scenario is not None or reading.findings
    for finding in reading.findings:
        printed = f"{finding.place}{say('en', finding.message)}"
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in printed)


def test_a_scenario_is_found_by_path_or_by_id():
    assert "ferry_rumour" in shipped_ids()
    by_path = find(str(ROOT / "scenarios" / "ferry_rumour.yaml"))
    assert by_path.scenario == find("ferry_rumour").scenario == read_shipped("ferry_rumour").scenario
    assert by_path.scenario is not None
    assert by_path.source == FERRY


def test_a_file_or_id_that_is_not_there_is_a_finding(tmp_path):
    for reading, code in (
        (read_file(tmp_path), "FILE001"),
        (read_file(tmp_path / "none.yaml"), "FILE001"),
        (find("bad\0name.yaml"), "FILE001"),
        (find("../ferry_rumour"), "FILE001"),
        (find("ferry_rumor"), "FILE002"),
    ):
        assert [f.code for f in reading.findings] == [code]
    assert say("en", find("ferry_rumor").findings[0].hint) == "Did you mean `ferry_rumour`?"


def test_what_is_no_plain_file_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    for path, words in ((tmp_path, "This is a folder, not a file"), (tmp_path / "pipe.yaml", NOT_PLAIN)):
        (finding,) = read_file(path).findings
        assert (finding.code, say("en", finding.message)) == ("FILE001", words)
        (line, _) = check([str(path)]).lines
        assert words in line


def test_a_file_is_not_read_beyond_the_limit(tmp_path):
    (tmp_path / "big.yaml").write_bytes(b"#" * (LARGEST_FILE * 2))
    assert [f.code for f in read_file(tmp_path / "big.yaml").findings] == ["YAML002"]


def test_places_are_found_by_path():
    places = read(FERRY).places
    lines = FERRY.splitlines()

    def at(place):
        return lines[place.line - 1][place.column - 1 :]

    assert at(places.of("cards", "cargo_list", "effects", 0)).startswith("{cool:")
    assert at(places.of("cards", "answer_questions", "effects", 0)).startswith("shift:")
    assert at(places.of("cards", "answer_questions")) == "answer_questions:"
    assert at(places.of("teams", "embassy", "hours")).startswith("30, budget")
    assert at(places.key("teams", "embassy", "hours")).startswith("hours: 30")
    assert at(places.inside("injects", "pharmacy_empty", "when", offset=22)) == "harbour_open"
    assert at(places.of("cards", "answer_questions", "no", "such")) == "answer_questions:"
    assert str(places.of()) == "ferry.yaml:2:1"


def test_findings_stay_few_and_reading_fast():
    for source in (b"k: 1\n" * 100_000, "".join(f"k{i}: 1\n" for i in range(40_000)).encode()):
        assert len(read_text(source, "f").findings) == 100


def test_no_number_of_a_scenario_is_endless():
    found = read(FERRY.replace("freedom: 60", "freedom: " + "9" * 40))
    assert [f.code for f in found.findings] == ["VALUE003"]
    assert math.isfinite(read(FERRY).scenario.freedom)


IN_BRACKETS = st.lists(st.sampled_from(["a", "?", " ", ",", "b", ":", '"', "? ", "-", "#", "\n  "]), max_size=9).map(
    "".join
)


@given(IN_BRACKETS, st.sampled_from(["[{}]", "{{{}}}"]))
@example("why?, a?b", "[{}]")
@example("a:", "{{{}}}")
def test_what_can_be_read_does_not_depend_on_libyaml(inside, brackets):
    fast, slow = (build("k: " + brackets.format(inside), "f", parser) for parser in (yaml.CLoader, Slow))
    assert bool(fast.findings) == bool(slow.findings)
    assert fast.findings or plain(fast.root) == plain(slow.root)


def test_what_is_shipped_reads_alike_without_libyaml():
    for name in shipped_ids():
        source = read_shipped(name).source
        assert build(source, "f", Slow) == build(source, "f", yaml.CLoader)


@pytest.mark.parametrize("written", [r"\U00110000", r"\UFFFFFFFF", r"\ud800", r"a\U00110000"])
@pytest.mark.parametrize("parser", [PARSER, Slow])
def test_a_character_that_there_is_not_is_refused_by_both_parsers(written, parser):
    (finding,) = build(f'title: "{written}"\n', "f.yaml", parser).findings
    assert (finding.code, finding.place.line, finding.message.code) == ("YAML004", 1, "yaml.escape")
