"""What the library says of saved exercises, and how they are resumed from it, on the screen and line by line."""

import pytest

from engine.game.directing import Rewind, SetPace
from engine.game.folder import default_folder
from engine.game.intents import FACILITATOR, Seal
from engine.game.progress import progress
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.screens import settled, shown, table_of, teams_of
from tests.tui.shelves import library, listed, plainly, press, saved, start
from tui.door import Wish
from tui.offers import files
from tui.screens.result import ResultScreen
from tui.screens.room import RoomScreen
from tui.screens.start import StartScreen
from tui.unnamed import the_only_one
from tui.widgets.rows import Rows


def test_how_far_a_saved_exercise_has_come_is_read_from_its_records():
    open_one, over = saved("open", 2), saved("over", 0, ended=True)
    assert (progress(open_one.path).turn, progress(open_one.path).ended) == (open_one.match.turn, False)
    at = progress(over.path)
    assert (at.turn, at.turns, at.pace, at.ended) == (8, 8, "full", True)
    assert at.title == over.match.scenario.title


def test_a_link_to_nowhere_hides_no_other_saved_exercise():
    table = saved("here", 0)
    (default_folder() / "gone.ghx").symlink_to("nowhere.ghx")
    assert [path for path, _ in files()] == [table.path]


def test_a_turn_that_was_taken_back_is_open_again():
    table = saved("over", 0, ended=True)
    again = type(table).resume(table.path)
    again.apply(FACILITATOR, Rewind(3, fresh=False))
    again.close()
    at = progress(table.path)
    assert (at.turn, at.ended) == (3, False)


def test_another_pace_is_told_once_a_turn_has_closed_and_no_more_once_that_is_taken_back():
    table = table_of(teams_of()[0], save=default_folder() / "paced.ghx")
    first, told = table.match.turn, []
    for intent in (SetPace("short"), None, SetPace("full"), Rewind(first + 1, fresh=False), Rewind(first, fresh=False)):
        if intent is None:
            table.apply(teams_of()[0], Seal(teams_of()[0]))
        else:
            table.apply(FACILITATOR, intent)
        told.append(progress(table.path).pace)
        assert told[-1] == table.match.pace
    table.close()
    assert told == ["full", "short", "short", "short", "full"]


def test_open_exercises_go_first_and_resuming_does_not_reopen_what_has_ended():
    saved("a_open", 1)
    saved("b_over", 0, ended=True)
    assert [each.path.stem for each in library().saves] == ["a_open", "b_over"]

    async def latest(app, pilot):
        assert "go on with “The Ferry Rumour”, turn 2 of 8" in shown(app)
        await press(pilot, "end")
        assert "turn 2 of 8 · full pace · open" in shown(app)
        assert "ended after 8 turns · full pace · review" in shown(app)
        await press(pilot, "home", "r")
        await settled(pilot)
        assert isinstance(app.screen_stack[1], RoomScreen)

    async def over(app, pilot):
        app.screen.query_one(Rows).mark(next(key for key in listed(app) if "b_over" in key))
        await press(pilot, "r")
        await settled(pilot)
        assert isinstance(app.screen, ResultScreen)

    start(latest)
    start(over)


def test_nothing_open_to_resume_is_said():
    saved("over", 0, ended=True)

    async def steps(app, pilot):
        await press(pilot, "r")
        assert isinstance(app.screen, StartScreen)
        assert say("en", Message.of("screen.start.none_open")) in " ".join(shown(app).split())

    start(steps)
    printed, chosen = plainly("resume")
    assert chosen is None
    assert "No saved exercise is open." in printed


def test_plain_mode_lists_saved_exercises_and_resumes_by_number():
    saved("a_open", 1)
    saved("b_over", 0, ended=True)
    printed, chosen = plainly("resume")
    assert chosen.stem == "a_open"
    assert "turn 2 of 8 · full pace · open" in printed
    _, chosen = plainly("resume 2")
    assert chosen.stem == "b_over"
    printed, chosen = plainly("resume 3")
    assert chosen is None
    assert "a number from 1 to 2" in printed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_command_without_a_file_means_the_only_save_that_it_can_or_lists_what_to_write(lang, capsys):
    def meant(command, *flags):
        found = the_only_one(Wish(lang), command, *flags)
        return found and found.stem, "".join(capsys.readouterr())

    commands = ("board", "replay", "new-pin")
    assert {meant(command) for command in commands} == {(None, say(lang, Message.of("unnamed.none")) + "\n")}
    saved("a_over", 0, ended=True)
    assert meant("replay")[0] == "a_over"
    assert " board " in meant("board")[1]
    assert meant("new-pin") == (None, say(lang, Message.of("unnamed.none_open")) + "\n")
    saved("b_open", 0)
    assert [meant(command)[0] for command in commands] == ["b_open", None, "b_open"]
    told = meant("replay")[1].splitlines()
    assert [line for line in told if " replay " in line and ".ghx" in line] == told[2::2]
    assert len(told) == 5
    assert meant("replay", "--verify")[1].count(".ghx --verify") == 2
