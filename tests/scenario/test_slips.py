"""Slips of those who write a scenario and do not program: each is one finding, with what to do; its like is none."""

import pytest

from engine.language.catalogue import say
from engine.scenario.contents import SAVE_BEGINS
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


@pytest.mark.parametrize("name", ["mine.ghx", "mine", "mine.txt"])
def test_a_saved_exercise_is_told_to_be_resumed(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(SAVE_BEGINS + b'1,"hash":"0"}\n')
    (finding,) = find(str(path)).findings
    assert (finding.code, say("en", finding.hint)) == ("FILE005", f"To go on with it, write: resume {path}")
    assert left_in_english(say("id", finding.message)) == set()


def test_a_name_under_which_there_is_no_file_is_no_wrong_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert [f.code for f in find("none.txt").findings] == ["FILE002"]


def test_a_folder_is_called_a_folder_also_where_its_name_stands_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    for path in ("mine", "./mine", "mine/"):
        (finding,) = find(path).findings
        assert (finding.code, say("en", finding.message)) == ("FILE001", "This is a folder, not a file")
        assert f"`{path.rstrip('/')}/*.yaml`" in say("en", finding.hint)


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


COMMA = "A comma in braces ends a text: put the text before it in quotes, together with what stands here"
AMOUNT = "Write an amount: a number, a meter such as `supplies`, or a line of arithmetic such as `supplies - 10`"
SHARE = "A chance is a share of 1: write `0.9`"


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("    to: all\n", "    to: ¦embassy\n", "Write a list: `[embassy]`"),
        ("    to: all\n", "    to: ¦harbuor\n", "Did you mean `[harbour]`?"),
        ("    to: all\n", "    to: ¦al\n", "Did you mean `all`?"),
        ("target: {audience: [islanders]}", "target: {audience: ¦islanders}", "Write a list: `[islanders]`"),
        ('unit: {en: "%", id: "%"}', "unit: {en: of all, ¦but no bridge}", COMMA),
        ("side: samudra, level", "side: samudra, ¦but no bridge, level", COMMA),
        ("hours: 30", 'hours: ¦"30"', "Take the quotes away: `30`"),
        ("turns: 8", "turns: ¦'8'", "Take the quotes away: `8`"),
        ("chance: 0.6", "chance: ¦90", SHARE),
        ("chance: 0.6", "chance: ¦90%", SHARE),
        ("chance: 0.6", "chance: ¦900", "Write 0.99 or less"),
        ("mission: supplies", "¦mission: [supplies]", AMOUNT),
        (
            "when: harbour_open, because",
            "¦when: [harbour_open], because",
            "Compare two values, as in `story.heat > 40`",
        ),
        ("{raise: list_published}", "{¦increase: supplies}", "Did you mean `shift`?"),
    ],
)
def test_a_hint_points_the_way_that_the_author_meant(old, new, hint):
    text = change(old, new)
    (finding,) = [f for f in read(text.replace(MARK, "")).findings if f.is_error]
    assert (str(finding.place), say("en", finding.hint)) == (expected_place(text), hint)


def test_hours_at_the_clock_are_those_of_a_turn():
    (finding,) = read(FERRY.replace("hours_per_turn: 6", "hours: 6")).findings
    assert (finding.code, say("en", finding.hint)) == ("KEY001", "Did you mean `hours_per_turn`?")


@pytest.mark.parametrize(
    ("old", "new", "backwards"),
    [
        ("{cool: {narrative: target, by: 30%}}", "{cool: {narrative: target, by: ¦-30%}}", True),
        ("cool: {narrative: help_is_late, by: 3}", "cool: {narrative: help_is_late, by: ¦-8}", True),
        ("by: 8 + freedom / 20}", "by: ¦-10}", True),
        ("by: 8 + freedom / 20}", "by: ¦0 - freedom / 20}", False),
        ("by: 8 + freedom / 20}", "by: ¦0}", False),
        ("{shift: {meter: supplies, by: 20}", "{shift: {meter: supplies, by: ¦-20}", False),
    ],
)
def test_an_amount_below_nothing_that_turns_a_verb_round_is_a_warning(old, new, backwards):
    text = change(old, new)
    found = [(str(f.place), f.code, f.severity) for f in read(text.replace(MARK, "")).findings]
    assert found == ([(expected_place(text), "USE017", "warning")] if backwards else [])


def test_texts_that_lack_a_language_are_said_once_with_how_many_and_where():
    text = FERRY.replace(", id: Bukti}", "}").replace(", id: Kepedulian}", "}").replace(", id: Radio pulau}", "}")
    (finding,) = read(text).findings
    lines = dict.fromkeys(
        n
        for n, row in enumerate(FERRY.split("\n"), 1)
        for word in ("Radio pulau}", "Bukti}", "Kepedulian}")
        if word in row
    )
    listed = ", ".join(map(str, lines))
    assert finding.code == "LANG001"
    assert finding.place.line == min(lines)
    assert say("en", finding.message) == f"3 texts are missing in: id. The first are in lines {listed}"
