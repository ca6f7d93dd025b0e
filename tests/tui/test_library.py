"""The library: what is listed, sorted out and resumed, on the screen and line by line, before the engine is loaded."""

import subprocess
import sys

import pytest

from engine.game.folder import scenario_folder
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.glossary import concept
from engine.scenario.head import Head
from engine.scenario.heads import head_of
from engine.scenario.reader import read_file, read_shipped
from engine.scenario.shelf import Shipped, shipped_file, shipped_ids
from tests.tui.idle import until
from tests.tui.screens import shown
from tests.tui.shelves import library, listed, own_scenario, plainly, press, start
from tui.filters import CHOICES, EVERYTHING
from tui.offers import FIRST, names
from tui.screens.lobby import LobbyScreen
from tui.screens.panels.reading import Reading
from tui.screens.panels.taught import Taught
from tui.screens.start import StartScreen
from tui.widgets.rows import Rows

BROKEN = "schema_version: 1\nid: mine\ntitle: Mine\ntitle: Twice\n"
UNPLAYABLE = "schema_version: 1\nid: mine\ntitle: {en: Mine, id: Punyaku}\nsummary: About me.\nfreedom: 500\n"


@pytest.mark.parametrize("name", shipped_ids())
def test_what_is_said_before_a_scenario_is_chosen_is_what_its_models_say(name):
    head, scenario = head_of(*shipped_file(name), Shipped()), read_shipped(name).scenario
    held = {card for team in scenario.teams.values() for card in team.holds}
    taught = [*(scenario.cards[card] for card in held), *scenario.injects.values()]
    clock = scenario.clock
    assert head == Head(
        title=scenario.title,
        summary=scenario.summary,
        difficulty=scenario.difficulty,
        first=clock.first,
        turns=clock.turns,
        hours_per_turn=clock.hours_per_turn,
        seats=len(scenario.teams),
        teaches=frozenset(concept for each in taught for concept in each.teaches),
        coached=bool(scenario.coach),
        short=tuple(clock.short),
    )
    assert head.rounds("full") == len(clock.rounds("full")) == clock.length
    assert head.rounds("short") == len(clock.rounds("short"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_that_an_exercise_teaches_is_told_by_name_before_it_is_chosen(lang):
    offers = library().offers
    head = offers[1].head
    names = {" ".join(concept(each).name.in_language(lang).split()) for each in head.teaches}
    assert len(names) == len(head.teaches) > 1

    async def steps(app, pilot):
        await press(pilot, "down", "i")
        told = app.screen.marked_words().plain
        assert isinstance(app.screen, Reading)
        assert head.summary.in_language(lang) in " ".join(told.split())
        assert names <= {part.strip() for line in told.splitlines() for part in line.split("  ")}

    start(steps, lang)
    printed, _ = plainly("about 2", lang=lang)
    assert names <= {line.strip() for line in printed.splitlines()}
    assert say(lang, Message.of("start.which_about", last=len(offers))) in plainly("about", lang=lang)[0]


def test_a_file_that_cannot_be_read_has_nothing_to_tell_about():
    own_scenario(BROKEN)

    async def steps(app, pilot):
        app.screen.query_one(Rows).mark(next(key for key in listed(app) if key.endswith("mine.yaml")))
        await press(pilot, "i")
        assert isinstance(app.screen, StartScreen)
        assert say("en", Message.of("screen.start.no_about")) in shown(app)

    start(steps)


def test_the_library_is_shown_before_the_engine_is_loaded():
    engine = (
        "numpy",
        "pydantic",
        "click",
        "engine.compiler",
        "engine.kernel",
        "engine.game.intents",
        "engine.game.load",
    )
    files = ("yaml", "engine.scenario.nodes", "engine.scenario.findings")
    later = ("tui.farewell", "tui.words", "tui.screens.small", "tui.screens.panel", "tui.screens.finds")
    late = (*engine, *files, *later)
    first = "import sys, play, tui.running; tui.app.Library.found().begin()"
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{first}; print([name for name in {late} if name in sys.modules])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "[]\n"


def test_the_place_to_begin_stands_first_and_says_so():
    assert names()[0] == FIRST

    async def steps(app, _):
        assert listed(app)[0] == f"new:{FIRST}"
        assert say("en", Message.of("screen.start.first")) in shown(app)

    start(steps)
    printed, _ = plainly()
    first = next(line for line in printed.splitlines() if line.startswith("  1  "))
    assert "The First Hour (begin here)" in first


def test_a_tutorial_of_ones_own_is_offered_beside_the_shipped_one():
    own_scenario(UNPLAYABLE + "coach: [{at: inbox, text: Read this.}]\n")
    mine = str(scenario_folder() / "mine.yaml")

    async def steps(app, _):
        assert listed(app)[:2] == [f"new:{FIRST}", f"new:{mine}"]
        assert app.screen.query_one(Rows).marked == f"new:{FIRST}"

    start(steps)
    assert "  2  Mine (begin here)" in plainly()[0]


@pytest.mark.parametrize("what", CHOICES)
def test_a_filter_goes_through_its_choices_and_back_to_any(what):
    own_scenario(UNPLAYABLE)  # which is told in English alone
    offers, filtered, seen = library().offers, EVERYTHING, set()
    for choice in CHOICES[what]:
        filtered = filtered.turned(what)
        assert getattr(filtered, what) == choice
        let = {each.name for each in offers if filtered.lets(each)}
        seen |= let
        assert (let < set(names())) == (choice != "en")
    assert seen == set(names())
    assert filtered.turned(what) == EVERYTHING


@pytest.mark.parametrize("key", ["d", "t"])
def test_a_key_and_a_click_sort_out_what_is_listed(key):
    filters = {"d": "difficulty", "t": "length"}

    async def steps(app, pilot):
        everything = listed(app)
        await press(pilot, key)
        fewer = listed(app)
        assert 0 < len(fewer) < len(everything)
        await press(pilot, "escape")
        assert listed(app) == everything
        await pilot.click(f"#filter-{filters[key]}")
        await pilot.pause()
        assert listed(app) == fewer

    start(steps)


def test_a_concept_is_picked_and_only_what_teaches_it_is_listed():
    async def steps(app, pilot):
        await press(pilot, "e")
        assert isinstance(app.screen, Taught)
        picked = app.screen.query_one(Rows).marked
        await press(pilot, "enter")
        teaching = [f"new:{each.name}" for each in library().offers if picked in each.head.teaches]
        assert listed(app) == teaching
        await press(pilot, "e", "escape")
        assert len(listed(app)) == len(names())

    start(steps)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_palette_finds_exercises_and_what_they_teach(lang):
    async def steps(app, _):
        found = {app.screen.tongue.plain(each.name): each for each in app.screen.finds()}
        title = read_shipped("torch_and_supermarket").scenario.title.in_language(lang)
        assert title in found
        assert {each.kind.code for each in found.values()} == {"find.exercise", "find.taught"}

    start(steps, lang)


def test_what_nothing_is_like_is_said_and_undone():
    own_scenario(UNPLAYABLE.replace("id: mine", "id: mine\ndifficulty: advanced"))

    async def steps(app, pilot):
        await press(pilot, *"dddt")
        assert listed(app) == [f"new:{scenario_folder() / 'mine.yaml'}"]
        assert "No exercise is like this." not in shown(app)
        await press(pilot, "t")
        assert listed(app) == []
        assert "No exercise is like this." in shown(app)
        await press(pilot, "escape")
        assert len(listed(app)) == len(names())
        assert "No exercise is like this." not in shown(app)

    start(steps)


def test_a_file_that_yaml_cannot_read_is_told_in_the_list_with_place_and_remedy():
    own_scenario(BROKEN)

    async def steps(app, pilot):
        await press(pilot, "end")
        assert "mine.yaml" in shown(app)
        assert "line 4, column 1" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Reading)
        assert ":4:1" in "".join(app.screen.marked_words().plain.split())

    start(steps)
    printed, _ = plainly()
    assert "mine.yaml:4:1: KEY003" in "".join(printed.split("\n     "))


def test_a_scenario_that_was_found_unplayable_is_marked_in_the_list():
    own_scenario(UNPLAYABLE)
    mark = say("en", Message.of("screen.start.unplayable"))

    async def steps(app, pilot):
        await press(pilot, "end", "enter", "escape")
        assert mark in shown(app)
        assert "Mine" in shown(app)
        assert app.screen.query_one(Rows).marked == f"new:{scenario_folder() / 'mine.yaml'}"

    start(steps)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_mode_marks_what_cannot_be_played_before_anybody_tries_it_and_then_says_all(lang):
    own_scenario(UNPLAYABLE)
    last = len(names())
    mark, findings = Message.of("start.unplayable", n=last), read_file(scenario_folder() / "mine.yaml").findings
    listed_, _ = plainly(lang=lang)
    assert " ".join(listed_.split()).count(say(lang, mark)) == 1
    assert "".join(listed_.split("\n     ")).count("mine.yaml:") == 1
    tried, _ = plainly(str(last), lang=lang)
    assert "".join(tried.split("\n     ")).count("mine.yaml:") == 1 + len(findings) > 2


def test_plain_mode_marks_nothing_that_can_be_played_and_need_look_at_it_once():
    own_scenario((shipped_file("ferry_rumour")[0]).decode())
    printed, _ = plainly("all")
    assert say("en", Message.of("start.unplayable", n=len(names()))) not in " ".join(printed.split())
    found, mine = library(), str(scenario_folder() / "mine.yaml")
    assert found.unproved == (mine,)
    found.accept(mine)
    assert found.unproved == ()


def test_ones_own_that_cannot_be_played_is_marked_before_anybody_tries_it():
    own_scenario(UNPLAYABLE)

    async def steps(app, pilot):
        await press(pilot, "end")
        await until(pilot, lambda: say("en", Message.of("screen.start.unplayable")) in shown(app))
        assert app.screen.query_one(Rows).marked == f"new:{scenario_folder() / 'mine.yaml'}"
        assert isinstance(app.screen, StartScreen)

    start(steps)


def test_a_scenario_that_cannot_be_played_is_told_when_it_is_opened_with_place_and_remedy():
    own_scenario(UNPLAYABLE)
    findings = read_file(scenario_folder() / "mine.yaml").findings
    assert findings

    async def steps(app, pilot):
        await press(pilot, "end", "enter")
        assert isinstance(app.screen, Reading)
        told = " ".join(app.screen.marked_words().plain.split())
        for finding in findings:
            assert f":{finding.place.line}:{finding.place.column}" in told
            assert say("en", finding.hint) in told
        await press(pilot, "escape")
        assert isinstance(app.screen, StartScreen)

    start(steps)
    printed, chosen = plainly(str(len(names())))
    assert chosen is None
    assert all(f"mine.yaml:{finding.place.line}:" in printed for finding in findings)


def test_ones_own_scenario_is_listed_and_opened():
    own_scenario((shipped_file("ferry_rumour")[0]).decode())

    async def steps(app, pilot):
        await press(pilot, "end", "enter")
        assert isinstance(app.screen, LobbyScreen)
        assert app.screen._setup.scenario.id == "ferry_rumour"
        await press(pilot, "escape")
        assert app.screen.query_one(Rows).marked == listed(app)[-1]

    start(steps)


def test_plain_mode_sorts_out_by_the_same_filters():
    printed, _ = plainly("difficulty advanced")
    last = printed.split("choose an exercise")[-1]
    assert "The Comment Storm" in last
    assert "The First Hour" not in last
    printed, _ = plainly("durasi singkat", lang="id")
    last = printed.split("pilih geladi")[-1]
    assert "Satu Jam Pertama" in last
    assert "Badai Komentar" not in last
    printed, _ = plainly("teaches polling", "all")
    assert printed.count("The First Hour") >= 2
    printed, _ = plainly("difficulty nonsense")
    assert "One of: introductory, intermediate, advanced." in printed
