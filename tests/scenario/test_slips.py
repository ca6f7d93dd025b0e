"""Slips of those who write a scenario and do not program: each is one finding, with what to do; its like is none."""

import pytest

from engine.language.catalogue import say
from engine.scenario.reader import find
from tests.scenario.broken import FERRY, MARK, change, described, expected_place, read
from tests.test_two_languages import left_in_english

OBJECTIVE = "islanders.samudra > 10"
CLARITY = "{shift: {meter: own.clarity, to: 65, by: 15}}"
SAVE_AS = (
    "Save it as plain text, not as a document of a word processor, under a name that ends in .yaml, such as mine.yaml"
)


def said(text):
    """Place, code, severity and hint of every finding."""
    return [(str(f.place), f.code, f.severity, say("en", f.hint)) for f in read(text).findings]


@pytest.mark.parametrize(("key", "meant", "all_of_it"), [("in", "id", True), ("ind", "id", False), ("eng", "en", True)])
def test_a_wrong_key_of_a_language_is_said_once_however_often_it_stands(key, meant, all_of_it):
    text = FERRY.replace("title: {", f"title: {{{MARK}" if meant == "en" else "title: {", 1)
    if all_of_it:
        text = text.replace(f"{{{meant}: ", f"{{{key}: ").replace(f", {meant}: ", f", {key}: ")
        text = text.replace(f"{MARK}{meant}: ", f"{MARK}{key}: ")
    if meant == "id":
        text = text.replace(f", {key if all_of_it else meant}: Rumor Kapal", f", {MARK}{key}: Rumor Kapal", 1)
    found = said(text.replace(MARK, ""))
    place = expected_place(text)
    hint = f"Write `{meant}:` in its place; a language has the same key throughout"
    assert found == [(place, "LANG004", "warning", hint)]


def test_another_language_beside_the_two_is_no_slip():
    for key in ("ms", "xyz"):
        text = FERRY.replace("id: Rumor Kapal Feri}", f"id: Rumor Kapal Feri, {key}: Khabar Angin}}")
        assert {f.code for f in read(text).findings} == {"LANG001"}
    assert said(FERRY) == []


@pytest.mark.parametrize(
    ("written", "marked", "meant"),
    [
        (
            "islanders.samudra > 10 and spies_aboard.heat < 30",
            "islanders.samudra > 10 ¦dan spies_aboard.heat < 30",
            "and",
        ),
        ("islanders.samudra > 10 and spies_aboard.heat < 30", "supplies > 10 ¦atau spies_aboard.heat < 30", "or"),
        ("when: not harbour_open", "when: ¦tidak harbour_open", "not"),
        ("when: not harbour_open", "when: ¦bukan harbour_open", "not"),
    ],
)
def test_an_indonesian_word_in_a_condition_is_told_in_english(written, marked, meant):
    text = change(written, marked)
    assert described(read(text.replace(MARK, ""))) == [(expected_place(text), "COND001", "error", f"Write `{meant}`")]


def test_an_id_may_be_an_indonesian_word():
    assert described(read(FERRY.replace("list_published", "dan"))) == []


@pytest.mark.parametrize("name", ["mine.txt", "mine.YAML", "mine.docx", "mine"])
def test_a_file_under_another_name_is_told_which_one_it_needs(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(FERRY, encoding="utf-8")
    for path in (name, f"./{name}", str(tmp_path / name)):
        (finding,) = find(path).findings
        assert (finding.code, str(finding.place), say("en", finding.hint)) == ("FILE005", f"{path}:1:1", SAVE_AS)
        assert left_in_english(say("id", finding.message) + say("id", finding.hint)) == set()
    (tmp_path / name).rename(tmp_path / "mine.yml")
    assert find("mine.yml").findings == ()


def test_a_name_under_which_there_is_no_file_is_no_wrong_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.txt").mkdir()
    assert [f.code for name in ("none.txt", "folder.txt") for f in find(name).findings] == ["FILE002", "FILE002"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "cost: {hours: 8}, chance",
            "cost: {hours: 31}, chance",
            "`agree_on_words` takes 31 hours, and this team has 30 in a turn",
        ),
        (
            "cost: {hours: 6, budget: 2}",
            "cost: {hours: 6, budget: 4.5}",
            "`navy_escort` takes a budget of 4.5, and this team has 4 for the whole exercise",
        ),
    ],
)
def test_a_card_that_its_team_can_never_pay_is_a_warning(old, new, message):
    text = change(old, new)
    (finding,) = read(text).findings
    name = message.split("`")[1]
    marked = text.replace(f" {name}", f" {MARK}{name}", 1)
    assert (finding.code, finding.severity, str(finding.place)) == ("USE015", "warning", expected_place(marked))
    assert say("en", finding.message) == message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cost: {hours: 8}, chance", "cost: {hours: 30}, chance"),  # all that it has
        ("cost: {hours: 10, budget: 1}", "cost: {hours: 31, budget: 4}"),  # a correction, which a file shortens
        (CLARITY, f"{CLARITY}, {{prepare: {{card: joint_inspection}}}}"),
        (CLARITY, "{shift: {meter: own.hours, by: 30}}"),
    ],
)
def test_a_card_that_could_be_paid_some_time_is_none(old, new):
    text = change(old, new).replace("answer_questions, joint_inspection, block", "answer_questions, block")
    if old == CLARITY:
        text = change("cost: {hours: 12}", "cost: {hours: 45}", text)
        assert [f.code for f in read(change(new, old, text)).findings] == ["USE015"]
    assert [f.code for f in read(text).findings] == []
