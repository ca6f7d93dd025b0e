"""Holds the examples of the guide to the format: added to the Ferry Rumour, they are read without an error."""

import re

import pytest

from engine.language.catalogue import say
from engine.scenario.cards import Card
from engine.scenario.effects import VERBS
from engine.scenario.names import known
from engine.scenario.reader import read_shipped, shipped_ids
from engine.scenario.scenario import Scenario
from engine.scenario.walk import effects
from tests.scenario.broken import FERRY, ROOT, change, read

WORKSHOP = (ROOT / "docs" / "running-a-workshop.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "writing-scenarios.md").read_text(encoding="utf-8")
EXAMPLES = [block for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if block not in FERRY]
_SECTION = re.compile(r"^([a-z_]+):(.*\n(?:[ ].*\n)*)", re.MULTILINE)
LESSONS = re.sub(
    "^ {4}", "", GUIDE[GUIDE.index("    precedent:\n") : GUIDE.index("\n* An order is")], flags=re.MULTILINE
)


def added(text, example):
    """A scenario with an example put in: entries join the section of their name, one-line sections replace it."""
    for key, lines in _SECTION.findall(example):
        found = re.search(rf"^{key}:(.*\n(?:[ ].*\n)*)", text, re.MULTILINE)
        if found is None:
            text += f"{key}:{lines}"
        elif lines.startswith("\n"):
            text = f"{text[: found.start(1)]}\n{lines[1:]}{found[1][1:]}{text[found.end() :]}"
        else:
            text = f"{text[: found.start()]}{key}:{lines}{text[found.end() :]}"
    return text


def whole():
    """The Ferry Rumour with all examples."""
    text = FERRY
    for example in EXAMPLES:
        text = added(text, example)
    return text + LESSONS


def test_the_examples_of_the_guide_are_read_without_an_error():
    findings = [f"{f.place} {f.code} {say('en', f.message)}" for f in read(whole()).findings if f.is_error]
    assert findings == []


def test_the_guide_shows_every_section_verb_and_form():
    scenario = read(whole()).scenario
    assert scenario.model_fields_set == set(Scenario.model_fields)
    assert {placed.effect.verb for placed in effects(scenario)} == set(VERBS)
    written = {field for card in scenario.cards.values() for field in card.model_fields_set}
    assert written == set(Card.model_fields)
    table = GUIDE[GUIDE.index("| form | what it does |") : GUIDE.index("Replies, corrections and statements *answer*")]
    told = set(re.findall(r"^\| `([a-z_]+)`", table, re.MULTILINE))
    assert told == set(Card.model_fields["form"].annotation.__args__)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split(":")[0])
def test_an_example_fits_the_page(example):
    assert max(len(line) for line in example.split("\n")) <= 120


@pytest.mark.parametrize("name", shipped_ids())
def test_the_workshop_page_tells_the_seats_of_what_is_shipped(name):
    scenario = read_shipped(name).scenario
    rounds = len(scenario.clock.short or range(scenario.clock.turns)) + (scenario.clock.peacetime is not None)
    (row,) = (line.split("|")[1:-1] for line in WORKSHOP.split("\n") if line.startswith(f"| `{name}`"))
    _, title, seats, decided, dropped, merged = map(str.strip, row)
    assert title.startswith(scenario.title.in_language("en"))
    assert (int(seats), int(decided)) == (len(scenario.teams), rounds)
    assert re.findall("`(.*?)`", dropped) == scenario.drop_first
    assert re.findall("`(.*?)`", merged) == [team for teams in scenario.merges for team in teams]


def test_every_code_is_in_the_guide_and_no_other():
    folders = (ROOT / "engine" / "scenario", ROOT / "engine" / "compiler", ROOT / "engine" / "tools")
    source = "".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.py"))
    pattern = r"\b(?:FILE|YAML|KEY|VALUE|COND|NAME|TIME|USE|LANG|EXACT)\d{3}\b"
    assert set(re.findall(pattern, source)) == set(re.findall(pattern, GUIDE))


def test_the_guide_quotes_the_ferry_rumour_as_it_is():
    blocks = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert blocks
    assert [block for block in blocks if block.startswith(" ") and block not in FERRY] == []


def test_every_name_that_the_guide_lists_for_conditions_is_known_in_the_ferry_rumour():
    table = GUIDE[GUIDE.index("| name | what it is |") : GUIDE.index("An amount (`by`")]
    first = "".join(line.split("|")[1] for line in table.split("\n") if line.startswith("| `"))
    listed = re.findall(r"`([a-z_.]+)`", first)
    assert len(listed) >= 11
    assert set(listed) <= set(known(read(FERRY).scenario, own=False))


def test_the_guide_shows_a_finding_as_check_prints_it():
    text = change("cool: {narrative: help_is_late, by: 3}", "cool: {narrative: help_is_lat, by: 3}")
    (finding,) = read(text).findings
    said = f"{finding.place.line}:{finding.place.column}: {finding.code} {say('en', finding.message)}"
    assert said in GUIDE
