import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.game.answers import Accepted
from engine.game.directing import Hold, Release, Rewind, SetPace, Skip
from engine.game.intents import CERTAIN, FACILITATOR, LONGEST_REASON, Note, Seal
from engine.game.seats import parse_seats
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.reader import find, read_text
from engine.text import Text, printable
from tests.hostile import HOSTILE
from tui.actions import ACTIONS, action, actions_at
from tui.launch import PRUDENT
from tui.plain.commands import understand
from tui.plain.page import WIDTH, cells_of
from tui.plain.replay import Replay
from tui.plain.table import PlainTable
from tui.plain.terminal import LONGEST_LINE

SCENARIO = "ferry_rumour"
ROUND = ["4b", "5a", "seal", "yes", ""]  # lays two cards, seals, reads the bulletin


class Tty(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self):
        return True


def table(seats="embassy=human", save=None, pace="full", reading=None):
    reading = reading or find(SCENARIO)
    return Table.start(reading, parse_seats(seats, reading.scenario.teams, PRUDENT), pace=pace, seed=7, save=save)


def play(at, lines, lang="en", stream=io.StringIO):
    """Play with these lines typed; return the exit code and all that was printed."""
    write = stream()
    code = PlainTable(at, stream("".join(f"{line}\n" for line in lines)), write, lang).run()
    at.close()
    return code, write.getvalue()


def test_a_person_plays_a_whole_exercise():
    at = table()
    code, printed = play(at, [*ROUND * 8, "objectives", "why cred", "quit"])
    assert code == 0
    assert at.ended
    for message in ("plain.endex", "plain.bulletin", "plain.luck_legend", "plain.not_saved"):
        assert say("en", Message.of(message)) in " ".join(printed.split()), message


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_stays_within_80_cells(lang):
    commands = ["help", "cards", "card 5", "why 5", "why", "inbox", "objectives", "brief", "explain", "show"]
    _, printed = play(table(), [*commands, *ROUND, "bulletin", *ROUND, "quit"], lang)
    wide = [line for line in printed.splitlines() if cells_of(line) > WIDTH and " resume " not in line]
    assert wide == []


def test_the_words_that_resume_keep_the_language(tmp_path):
    save = tmp_path / "evening.ghx"
    _, printed = play(table(save=save), ["4b"], "id")
    assert printed.splitlines()[-1].strip() == f"golden-hour resume {save} --lang id --plain"


def test_bots_alone_play_to_the_end_and_the_digest_is_the_last_line():
    at = table("*=bot:random", pace="short")
    code, printed = play(at, [])
    assert code == 0
    assert printed.splitlines()[-1] == f"digest {at.digest}"
    assert re.fullmatch(r"digest [0-9a-f]{64}", printed.splitlines()[-1])


def test_whoever_passes_the_last_seat_to_a_bot_is_asked_what_to_look_at_in_the_end():
    _, printed = play(table(), ["give 1 prudent", "yes", "scores", "quit"])
    asked = say("en", Message.of("plain.luck_legend")).split()[:4]
    assert "scores, objectives" in printed
    assert printed.count(" ".join(asked)) == 2
    assert "digest" not in printed


def test_the_end_of_input_saves_and_says_how_to_resume(tmp_path):
    save = tmp_path / "evening.ghx"
    code, printed = play(table(save=save), ["4b"])
    assert code == 0
    assert printed.splitlines()[-1].strip() == f"golden-hour resume {save} --plain"
    again = Table.resume(save)
    assert [choice.card for choice in again.view("embassy").tray] == ["listen"]
    _, printed = play(again, ["tray", "take back 4", "tray"])
    assert say("en", Message.of("plain.tray_empty")) in printed


def test_two_people_hand_the_keyboard_over_and_the_screen_is_wiped(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    # Enter alone twice in a row would be a key that is held down.
    lines = ["", "seal", "yes", "40", "", "seal", "yes", "40", "", "ready", "quit"]
    code, printed = play(table("*=human"), lines, stream=Tty)
    assert code == 0
    # Before all, before each seat but the first, before what everybody may read, and before the farewell.
    assert printed.count("\x1b[3J") == 5
    _, before, *others = printed.split("\x1b[3J")
    after = "".join(others)
    reading = find(SCENARIO).scenario
    embassy, harbour = (str(reading.teams[team].brief) for team in reading.teams)
    assert flat(embassy) in flat(before)
    assert flat(embassy) not in flat(after)
    assert flat(harbour) in flat(after)


class Broken(Tty):
    """A keyboard that breaks in a way that nobody thought of, once all is typed."""

    def readline(self, *_):
        if self.tell() == len(self.getvalue()):
            raise ZeroDivisionError
        return super().readline()


def test_a_fault_of_ours_leaves_nothing_of_a_room_on_a_terminal_that_several_share(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    printed, shared = Tty(), table("*=human")
    with pytest.raises(ZeroDivisionError):
        PlainTable(shared, Broken("\n"), printed, "en").run()
    room, after = printed.getvalue().split("\x1b[3J")[-2:]
    assert "left>" in room
    assert not after.strip("\x1b[H")


def flat(text):
    return " ".join(text.split())


def test_nothing_but_the_wipe_is_ever_a_control_sequence(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    _, printed = play(table("*=human"), ["", *ROUND], stream=Tty)
    left = printed.replace("\x1b[2J\x1b[3J\x1b[H", "")
    assert printable(left) == left


def test_in_a_pipe_there_are_no_control_sequences():
    _, printed = play(table("*=human"), ["", *ROUND, "", *ROUND])
    assert printable(printed) == printed


@pytest.mark.parametrize("raw", HOSTILE)
def test_hostile_names_leave_no_control_byte(raw):
    source = find(SCENARIO).source
    quoted = '"' + "".join(f"\\U{ord(char):08x}" for char in raw[:100] if not 0xD800 <= ord(char) < 0xE000) + '"'
    for key in ("title", "name", "text", "brief"):
        plain = quoted.replace("\\", r"\\")
        source = re.sub(
            rf'\b{key}: {{en: ("[^"]*"|[^,}}]*), id: ("[^"]*"|[^,}}]*)', f"{key}: {{en: {plain}, id: {plain}", source
        )
    reading = read_text(source.encode(), "hostile.yaml")
    code, printed = play(table(reading=reading), ["cards", "card 5", "why 5", "explain 5", *ROUND, "all", "quit"])
    assert code == 0
    assert printable(printed) == printed


def test_sealing_asks_when_something_could_still_be_done():
    at = table()
    _, printed = play(at, ["seal", "no", "seal", "perhaps", "yes", "quit"])
    assert say("en", Message.of("plain.not_sealed")) in printed
    assert say("en", Message.of("plain.yes_or_no")) in printed
    assert at.view("embassy").turn == 2


def test_whoever_asks_for_help_or_another_language_where_yes_or_no_is_asked_has_not_said_no():
    at = table()
    _, printed = play(at, ["seal", "help", "bahasa", "ya", "quit"])
    for told in (Message.of("plain.help.confirm"), *(each.help for each in actions_at("confirm") if each.word)):
        assert flat(say("en", told)) in flat(printed)
    assert say("id", Message.of("language.switched")) in printed
    assert say("id", Message.of("plain.not_sealed")) not in printed
    assert at.view("embassy").turn == 2


@pytest.mark.parametrize("word", ["quit", "exit", "q", "keluar"])
def test_whoever_leaves_where_yes_or_no_is_asked_has_sealed_nothing(word):
    at = table()
    code, printed = play(at, ["seal", word, "yes"])
    assert code == 0
    assert say("en", Message.of("plain.yes_or_no")) not in printed
    assert say("en", Message.of("plain.sealed")) not in printed
    assert at.view("embassy").turn == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_team_may_say_when_it_is_done_leaves_no_room(lang):
    for word in (say(lang, action("done").name), "done", "selesai"):
        assert isinstance(understand(lang, "room", word), Message)


def test_before_the_first_bulletin_none_is_told():
    _, printed = play(table(), ["bulletin", "quit"])
    assert say("en", Message.of("screen.bulletin.none")) in printed


def test_a_list_of_what_moved_names_hours_and_budget_too():
    _, printed = play(table(), ["why", "quit"])
    for each in ("hours", "budget"):
        assert f"  - {say('en', Message.of(f'means.{each}'))}\n" in printed


def test_the_prompt_is_said_in_the_language_that_was_changed_to():
    at = table()
    _, printed = play(at, ["bahasa id", "quit"])
    name = at.view("embassy").team_name
    assert name.in_language("en") not in printed.rpartition(say("id", Message.of("language.switched")))[2]


def test_the_language_can_be_changed_at_the_table():
    _, printed = play(table(), ["language", "tolong", "bahasa", "seel"])
    assert say("id", Message.of("language.switched")) in printed
    assert say("en", Message.of("language.switched")) in printed


def test_a_saved_exercise_is_told_again_and_verified(tmp_path):
    save = tmp_path / "evening.ghx"
    play(table(save=save), [*ROUND * 8, "quit"])
    for told in ("tell", "verify"):
        write = io.StringIO()
        at = Table.replay(save)
        assert getattr(Replay(at, io.StringIO(), write, "en"), told)() == 0
        assert write.getvalue().splitlines()[-1] == f"digest {at.digest}"


@pytest.mark.parametrize("lang", ["en", "id"])
def test_what_the_facilitator_did_is_told_again_turn_by_turn_once_the_exercise_is_over(lang, tmp_path):
    at = table(save=tmp_path / "evening.ghx")
    inject = next(entry.inject for entry in at.console().msel if entry.state == "later")
    directed = [SetPace("full"), Hold(inject), Release(inject), Skip(inject)]
    for intent in (*directed, Note(Text.of("A quiet room."), hot_wash=True)):
        assert isinstance(at.apply(FACILITATOR, intent), Accepted)
    at.apply("embassy", Seal("embassy"))
    assert isinstance(at.apply(FACILITATOR, Rewind(at.console().first, fresh=True)), Accepted)
    head = say(lang, Message.of("replay.facilitator"))
    assert head not in told_again(at, lang)
    while not at.ended:
        at.apply("embassy", Seal("embassy"))
    told = " ".join(told_again(at, lang).split())
    assert head in told
    assert "A quiet room." in told
    assert len(at.console().interventions) == len(directed) + 1
    for turn, words in at.console().interventions:
        assert say(lang, Message.of("plain.note", turn=turn, text=words)) in told
    at.close()


def told_again(at, lang):
    write = io.StringIO()
    assert Replay(Table.replay(at.path), io.StringIO(), write, lang).tell() == 0
    return write.getvalue()


def test_an_exercise_that_is_not_over_is_told_without_its_digest(tmp_path):
    save = tmp_path / "evening.ghx"
    play(table(save=save), ROUND)
    write = io.StringIO()
    assert Replay(Table.replay(save), io.StringIO(), write, "en").verify() == 0
    assert "digest" not in write.getvalue()


WORDS = [say("en", each.word) for each in ACTIONS if each.word and each.id not in {"quit", "quit_asked"}]
FOLLOWS = ["", "1", "3b", "4a", "99", "cred", "heat", "risk", "hard", "soc", "jobs", "zz", "en", "1 2 3"]
TYPED = st.one_of(
    st.builds("{} {}".format, st.sampled_from(WORDS), st.sampled_from(FOLLOWS)),
    st.sampled_from(["", "seal", "yes", *"123456", "4a", "4b", "5a", "5b"]),
    st.sampled_from(HOSTILE).map(lambda raw: " ".join(raw[:200].split())),
)


@settings(max_examples=20)
@given(st.lists(TYPED, max_size=120), st.sampled_from(["*=human", "embassy=human"]), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_the_exercise_goes_on_or_is_left_in_order(lines, seats, lang):
    code, printed = play(table(seats, pace="short"), lines, lang)
    assert code == 0
    assert printable(printed) == printed


def test_a_team_without_objectives_has_no_heading_for_them():
    reading = find(SCENARIO)
    bare = {"objectives": {}, "red_lines": {}}
    teams = {name: team.model_copy(update=bare) for name, team in reading.scenario.teams.items()}
    reading = replace(reading, scenario=reading.scenario.model_copy(update={"teams": teams}))
    _, printed = play(table(reading=reading), ["objectives", "quit"])
    assert say("en", Message.of("plain.objectives")) not in printed
    assert printed.count(say("en", Message.of("plain.no_objectives"))) == 1


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("embassy=human,embassy=empty", "seat.twice"),
        ("*=empty,*=human", "seat.twice"),
        (" embassy = human , * = empty ", None),
    ],
)
def test_seats_are_named_once_and_spaces_mean_nothing(written, code):
    parsed = parse_seats(written, ["embassy", "harbour"], PRUDENT)
    assert (parsed.code if isinstance(parsed, Message) else None) == code


@pytest.mark.parametrize(("scenario", "rule"), [("first_hour", "rule_together"), (SCENARIO, "rule")])
def test_only_where_sides_play_against_each_other_the_highest_is_said_to_win(scenario, rule):
    _, printed = play(table("*=bot:silent", reading=find(scenario)), [])
    rules = [
        each for each in ("rule", "rule_together") if say("en", Message.of(f"screen.result.{each}")) in words(printed)
    ]
    assert rules == [rule]


def words(printed):
    return " ".join(printed.split())


def test_a_reason_and_a_forecast_are_written_down_and_given_back_at_endex():
    at = table()
    _, printed = play(at, ["4b", "because 4 we must hear them first", "forecast 30", "tray", *ROUND[2:], *ROUND * 8])
    assert "because we must hear them first" in flat(printed)
    assert "You say: 30 %" in flat(printed)
    assert "“we must hear them first”" in flat(printed)
    assert "Said 30 %" in flat(printed)
    assert "Brier score" in flat(printed)


def test_a_reason_is_as_long_and_a_forecast_as_high_as_the_engine_allows():
    at, forecasts = table(), (f"forecast {CERTAIN + 1}", f"forecast {CERTAIN}")
    _, printed = play(at, ["4b", f"because 4 {'w' * (LONGEST_REASON + 9)}", "x" * 500, *forecasts, "quit"])
    for most in (LONGEST_REASON, LONGEST_LINE):
        assert flat(printed).count(say("en", Message.of("field.full", most=most))) == 1
    assert [len(str(text)) for text in at.match.papers.reasons.values()] == [LONGEST_REASON]
    assert list(at.match.papers.foresights.values()) == [CERTAIN]
    at = table()
    play(at, [f"forecast {CERTAIN + 1}", "quit"])
    assert not at.match.papers.foresights


def test_a_person_at_a_terminal_is_asked_for_the_forecast_before_sealing_and_may_skip_it():
    at = table()
    asked = say("en", Message.of("plain.prompt.forecast"))
    _, printed = play(at, ["4b", "seal", "yes", "much", "120", "40", "", "4b", "seal", "yes", "", "quit"], stream=Tty)
    assert printed.count(asked) == 4
    assert list(at.match.papers.foresights.values()) == [40]
    assert len(at.match.history) == 2


def test_no_forecast_is_asked_for_through_a_pipe_or_when_it_is_given():
    _, printed = play(table(), ["4b", "seal", "yes", "quit"])
    _, given = play(table(), ["4b", "forecast 10", "seal", "yes", "quit"], stream=Tty)
    assert say("en", Message.of("plain.prompt.forecast")) not in printed + given


def test_why_leads_back_to_the_lines_of_the_scenario():
    _, printed = play(table(), [*ROUND, "why credibility", "quit"])
    assert re.search(r"\[lines? \d[\d, ]* of ferry_rumour\.yaml\]", " ".join(printed.split()))


def test_why_a_story_moved_says_at_which_stage_it_stands_and_what_moves_it_to_another():
    _, printed = play(table(), [*ROUND, "why heat: help", "quit"])
    assert "Now at the stage: online." in flat(printed)
    assert "stays above 45, and then above 55, for 2 turns running, and falls one below 20" in flat(printed)


def test_a_card_that_cannot_be_laid_says_in_its_row_why_and_in_full_where_it_is_told():
    at = table(reading=find("last_bus_from_karath"), seats="ministry=human")
    _, printed = play(at, ["card 1", "quit"])
    assert "no: wait for the crisis" in printed
    assert "Not before the crisis" in flat(printed)


def test_when_a_team_will_know_what_it_heard_is_said_of_the_order_by_which_it_listened():
    reading = find("first_hour")
    _, printed = play(table("consulate=human", reading=reading), ["1", "4a", "5a", "seal", "yes", "all", "quit"])
    heard = say("en", Message("screen.bulletin.listening"))
    above = [re.split(r"\n *\d+\. ", part)[-1] for part in printed.split(heard)[:-1]]
    assert above
    assert all(" Listen first " in order for order in above)
