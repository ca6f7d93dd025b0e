"""The board line by line: all of it when the exercise moves on, a line for a seal or the clock, and no secret."""

import io
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from engine.exits import FINE
from engine.game.directing import Fire, Rewind
from engine.game.intents import FACILITATOR, Because, Clock, Lay, Note, Seal, SetPin
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from tests.hostile import HOSTILE
from tests.tui.keyboard import ROOT
from tests.tui.screens import CONTROL, FERRY, poisoned, table_of, teams_of
from tests.tui.test_board import seal_all
from tui.actions import actions_at
from tui.following import Following
from tui.gauges import value_of
from tui.plain.board import PlainBoard
from tui.plain.page import WIDTH, cells_of
from tui.plain.terminal import Terminal
from tui.posted import hottest, is_seen, mattered, stated
from tui.talk import pledge_of
from tui.words import heat_of, told, turn_of

ONE, OTHER = teams_of()
EMPTY_LINE = "\n"
BLOCK = "== "
"""How a board begins that is told in full."""


class Steps(io.StringIO):
    """An input on which something is done before each line is typed; what a step returns is the line."""

    def __init__(self, write, steps):
        super().__init__()
        self.told, self._write, self._steps = [], write, iter(steps)

    def readline(self, _size=-1):
        self.told.append(self._write.getvalue()[sum(map(len, self.told)) :])
        step = next(self._steps, None)
        return "" if step is None else step() or EMPTY_LINE


def board_of(path, *steps, lang="en", view=None, now=lambda: 0.0):
    """What the board told: at first, and after each step."""
    write = io.StringIO()
    read = Steps(write, steps)
    followed = Following(path, now)
    followed.begin(view or followed.public().view)
    assert PlainBoard(followed, Terminal(read, write, lang)).run() == FINE
    return read.told


@pytest.fixture
def table(tmp_path):
    at = table_of(ONE, OTHER, save=tmp_path / "evening.ghx")
    yield at
    at.close()


def typed(*words):
    return [lambda word=word: f"{word}\n" for word in words]


def flat(lines):
    return " ".join(lines.split())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scenario", [FERRY, "comment_storm"])
def test_the_lines_tell_what_the_screen_of_the_board_tells(tmp_path, scenario, lang):
    at = table_of(*teams_of(scenario), scenario=scenario, save=tmp_path / "evening.ghx")
    for _ in range(3):
        seal_all(at)
    view = at.view(None)
    at.close()
    (lines,) = board_of(at.path, lang=lang)
    found, wanted = flat(lines), [told(lang, view.title), say(lang, turn_of(view))[1:], view.inbox[0].text]
    wanted += [page.headline for page in view.front] + [letter.name for letter in view.inbox if letter.new]
    wanted += [each for story in hottest(view) for each in (story.name, heat_of(story.heat))]
    wanted += [pledge_of(each) for each in stated(view)] + [order.card_name for order in mattered(view)]
    wanted += [each for gauge in view.gauges if is_seen(gauge) for each in (gauge.name, value_of(gauge))]
    wanted += [f"±{point.error}" for poll in view.polls for point in poll.course]
    wanted += [line.name for line in view.table] + ["evening.ghx"]
    said = [each if isinstance(each, str) else told(lang, each) for each in wanted]
    words = set(found.split())
    assert [each for each in said if not set(each.split()) <= words and flat(each) not in found] == []
    assert [line for line in lines.splitlines() if cells_of(line) > WIDTH] == []


def test_it_tells_all_again_when_a_turn_closes_an_inject_is_fired_or_the_turn_is_taken_back(table):
    inject = "pharmacy_empty"
    first, turned, fired, back, still = board_of(
        table.path,
        lambda: seal_all(table),
        lambda: table.apply(FACILITATOR, Fire(inject)) and None,
        lambda: table.apply(FACILITATOR, Rewind(1, fresh=False)) and None,
        lambda: None,
    )
    assert ["urn 1 of" in each for each in (first, turned, fired, back)] == [True, False, False, True]
    assert ["urn 2 of" in each for each in (first, turned, fired, back)] == [False, True, True, False]
    assert [each.count(BLOCK) for each in (first, turned, fired, back, still)] == [1, 1, 1, 1, 0]
    assert flat(str(table.scenario.injects[inject].name)) in flat(fired)
    assert still == ""


def test_a_seal_is_told_in_a_line_and_what_is_laid_is_not(table):
    card = next(choice for choice in table.view(ONE).choices if choice.why_not is None)
    _, laid, sealed = board_of(
        table.path,
        lambda: table.apply(ONE, Lay(ONE, card.card, card.target, card.voice)) and None,
        lambda: table.apply(ONE, Seal(ONE)) and None,
    )
    assert laid == ""
    assert sealed == f"Sealed: 1 of 2\n  {table.view(ONE).team_name}: sealed\n"


def test_the_clock_is_told_when_its_state_changes_and_not_every_second(table):
    passed = [100.0]

    def later(seconds):
        passed[0] += seconds

    def clock(seconds, *, running):
        table.apply(FACILITATOR, Clock(seconds, running=running))

    told_so = board_of(
        table.path,
        lambda: clock(240, running=True),
        lambda: later(65),
        lambda: clock(175, running=True),
        lambda: clock(170, running=False),
        lambda: later(65),
        lambda: clock(300, running=False),
        lambda: clock(300, running=True),
        lambda: later(301),
        lambda: later(1),
        now=lambda: passed[0],
    )
    assert told_so[1:] == [
        "[clock 4:00]\n",
        "",
        "",
        "[clock stopped at 2:50]\n",
        "",
        "[clock stopped at 5:00]\n",
        "[clock 5:00]\n",
        "[time is up]\n",
        "",
    ]


def test_a_save_that_cannot_be_read_is_told_once_and_read_again_when_it_can(table):
    saved = table.path.read_bytes()
    _, broken, still, whole = board_of(
        table.path,
        lambda: table.path.write_bytes(b"{}") and None,
        lambda: table.path.write_bytes(b"{ }") and None,
        lambda: table.path.write_bytes(saved) and seal_all(table),
    )
    assert "".join(broken.split()).count("evening.ghx") == 1  # a long path goes on in the next line
    assert BLOCK not in broken
    assert still == ""
    assert "urn 2 of" in whole


def test_at_endex_each_side_has_its_score_once_somebody_asks_and_nobody_is_awaited(table):
    while table.view(None).turn < table.view(None).turns:
        seal_all(table)
    early, ended, asked = board_of(table.path, lambda: "scores\n", lambda: seal_all(table), lambda: "scores\n")[1:]
    assert say("en", Message.of("board.no_scores")) in " ".join(early.split())
    assert "The scores are being computed." in ended
    assert "The scores are held back." in ended
    assert say("en", Message.of("plain.board.held")) in ended
    for name, score, _ in table.view(None).result.sides:
        line = f"{name}: {score} of 100."
        assert (line in ended, line in asked) == (False, True)
    assert "Sealed" not in ended
    assert "held back" not in asked


def test_its_words_are_those_of_the_registry_and_enter_alone_is_nothing(table):
    for action in (each for each in actions_at("board") if each.word):
        for lang in LANGUAGES:
            found = board_of(table.path, *typed(say(lang, action.word), "zzzz", "again"), lang=lang)
            if action.id == "quit":
                assert len(found) == 1
            else:
                assert found[1]
                assert say(lang, Message.of("plain.unknown", typed=Text.of("zzzz"))) not in found[1]
                assert "zzzz" in found[2]
    assert board_of(table.path, lambda: None)[1] == ""


def test_another_language_tells_all_of_it_again(table):
    _, switched = board_of(table.path, *typed("language id"))
    assert "Giliran 1 dari" in switched


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("start", range(0, len(HOSTILE), 5))
def test_hostile_words_do_nothing_in_the_lines(table, lang, start):
    seal_all(table)
    view = table.view(None)
    raws = HOSTILE[start:] + HOSTILE[:start]
    seats = tuple(replace(line, people=Text.of(raw)) for line, raw in zip(view.table, raws, strict=False))
    (lines,) = board_of(table.path, view=poisoned(replace(view, table=seats), iter(raws * 99)), lang=lang)
    assert CONTROL.findall(lines.replace("\n", "")) == []
    assert [line for line in lines.splitlines() if cells_of(line) > WIDTH] == []
    assert lines.count("\n") == len(lines.splitlines())


def secretly(folder, which):
    """A save in which a team has laid, written, sealed and been locked in one of two ways, and what the board told."""
    folder.mkdir()
    table = table_of(ONE, OTHER, save=folder / "evening.ghx")

    def keep_to_oneself():
        choices = [choice for choice in table.view(ONE).choices if choice.why_not is None][which::2]
        for choice in choices:
            table.apply(ONE, Lay(ONE, choice.card, choice.target, choice.voice))
        orders = [order.card for order in table.view(ONE).tray]
        assert orders
        table.apply(ONE, Because(ONE, orders[0], Text.of(f"reason {which}")))
        table.apply(FACILITATOR, Note(Text.of(f"note {which}"), team=ONE, hot_wash=bool(which)))
        table.apply(FACILITATOR, SetPin(ONE, str(which) * 32 + ":" + "3" * 64))
        trays.append(orders)

    trays = []
    lines = board_of(table.path, keep_to_oneself, lambda: table.apply(ONE, Seal(ONE)) and None, lambda: None)
    table.close()
    return trays, lines


def test_what_a_team_keeps_to_itself_changes_no_byte(tmp_path):
    (one, told_one), (two, told_two) = (secretly(tmp_path / str(which), which) for which in (0, 1))
    assert one != two
    assert told_one == told_two
    assert told_one[1] == ""


def lines_of(process, until):
    """Read what a process prints up to a line with these words."""
    found = []
    while until not in (line := process.stdout.readline()):
        assert line, found
        found.append(line)
    return [*found, line]


def test_it_follows_a_table_from_a_process_of_its_own_without_the_screen_library(table):
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['x', 'board', {str(table.path)!r}, '--plain'];"
        "import play; code = play.main(); assert 'textual' not in sys.modules; sys.exit(code)"
    )
    with subprocess.Popen(
        [sys.executable, "-u", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            assert "urn 1 of" in "".join(lines_of(process, "Save: evening.ghx"))
            table.apply(ONE, Seal(ONE))
            assert ": sealed" in lines_of(process, ": sealed")[-1]
            table.apply(OTHER, Seal(OTHER))
            assert "urn 2 of" in "".join(lines_of(process, "Save: evening.ghx"))
            rest, beside = process.communicate("q\n", timeout=60)
        finally:
            with suppress(OSError):
                process.kill()
    assert (process.returncode, rest, beside) == (FINE, "", "")


def test_a_terminal_without_screens_is_told_the_board_line_by_line(table):
    ended = subprocess.run(
        [sys.executable, Path(ROOT) / "play.py", "board", table.path, "--lang", "en"],
        input="",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == FINE
    assert ended.stderr == say("en", Message.of("board.no_terminal")) + "\n"
    assert "urn 1 of" in ended.stdout
