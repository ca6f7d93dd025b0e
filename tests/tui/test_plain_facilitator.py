"""The facilitator line by line: every sub-command of `facilitator`."""

import io

import pytest

from engine.game import pins
from engine.game.drafts import LONGEST_NAME, LONGEST_TEXT
from engine.game.intents import FACILITATOR, Seal
from engine.game.seats import BOTS, parse_seat
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text, one_line, printable
from tests.hostile import HOSTILE
from tests.tui.chairs import PIN, locked
from tests.tui.screens import table_of, teams_of
from tui.facilitator import readers
from tui.facilitator.chair import Chair
from tui.passing import passing_of
from tui.plain.page import WIDTH, cells_of
from tui.plain.table import PlainTable
from tui.timing import Time

FIRST, SECOND = teams_of()
BOT = parse_seat("bot:prudent")


def play(table, *lines, lang="en"):
    """Type these lines, and its PIN for whoever wants the console; return all that was printed."""
    return play_at("facilitator", table, *lines, lang=lang)


def play_at(chair, table, *lines, lang):
    """The same, where `chair` is the word for the console."""
    wants = chair if table.locked(FACILITATOR) else None
    return typed(table, *(each for line in lines for each in ((line, PIN) if line == wants else (line,))), lang=lang)


def typed(table, *lines, lang="en"):
    """Type these lines and no others; return all that was printed."""
    write = io.StringIO()
    assert PlainTable(table, io.StringIO("".join(f"{line}\n" for line in lines)), write, lang, patient()).run() == 0
    table.close()
    return write.getvalue()


def patient():
    """A clock that is moved by waiting alone."""
    at = [0.0]

    def sleep(seconds):
        at[0] += seconds

    return Time(lambda: at[0], sleep)


def sitting(turns=0, **how):
    table = table_of(FIRST, SECOND, **how)
    for _ in range(turns):
        for team in table.waiting:
            table.apply(team, Seal(team))
    return locked(table)


def words(code, lang="en", **values):
    return say(lang, Message.of(code, **values))


def flat(printed):
    return " ".join(printed.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_of_the_console_stays_within_80_cells(lang):
    words_ = ["help", "injects", "teams", "log", "see embassy", "see photo", "note a quiet table", "log", "leave"]
    table = locked(table_of(*teams_of("torch_and_supermarket"), scenario="torch_and_supermarket"))
    printed = play(table, "facilitator", *words_, "quit", lang=lang)
    assert [line for line in printed.splitlines() if cells_of(line) > WIDTH] == []
    assert words("msel.later", lang) in printed


def test_an_inject_is_fired_held_released_and_skipped():
    table = sitting()
    one, two, three = [entry.inject for entry in table.console().msel][:3]
    skipping = [f"skip {three}", "no", f"skip {three}", "yes"]
    commands = [f"fire {one}", "yes", f"hold {two}", *skipping, f"hold {three}", "fire no_such_inject"]
    printed = play(table, "facilitator", *commands, "log", "quit")
    became = {entry.inject: entry.state for entry in table.console().msel}
    for what, inject in (("fire", one), ("hold", two), ("skip", three), ("release", three)):
        told = Message.of(f"intervention.{what}", inject=table.scenario.injects[inject].name)
        assert words("console.ruled", what=told) in flat(printed)
    assert (became[one], became[two]) == ("fired", "held")
    assert became[three] not in {"held", "skipped"}
    assert "“no_such_inject” is not known." in flat(printed)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_inject_is_shown_before_it_fires_and_fires_only_when_that_is_meant(lang):
    table = sitting(1)
    entry = next(entry for entry in table.console().msel if entry.state == "later")
    fire, yes, no = (words(f"action.{each}.word", lang) for each in ("fire", "yes", "no"))
    chair, leave = (words(f"action.{each}.word", lang) for each in ("chair", "quit"))
    asked, sure = words("plain.fire_anyway", lang), words("console.fire_about", lang, inject=entry.name)
    printed = play_at(chair, table, chair, f"{fire} {entry.inject}", no, leave, lang=lang)
    assert next(each.state for each in table.console().msel if each.inject == entry.inject) == "later"
    before, _, _ = printed.partition(asked)
    assert flat(sure) in flat(before)
    assert flat(entry.text.in_language(lang)) in flat(before)
    printed = play_at(chair, table, chair, *[f"{fire} {entry.inject}", yes] * 2, leave, lang=lang)
    assert next(each.state for each in table.console().msel if each.inject == entry.inject) == "fired"
    assert printed.count(asked) == 1  # what has fired is refused without a question
    assert flat(words("refused.fired", lang)) in flat(printed)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_command_that_nothing_follows_says_what_to_type_and_its_help_speaks_of_nothing_marked(lang):
    table = sitting()
    inject, team = table.console().msel[0].name, table.console().desks[0].view.team_name
    lacks = {"fire": "inject", "hold": "inject", "skip_inject": "inject", "edit": "inject", "unseal": "team"}
    typed = [words(f"action.{each}.word", lang) for each in (*lacks, "peek", "help", "quit")]
    chair = words("action.chair.word", lang)
    printed = flat(play_at(chair, table, chair, *typed, lang=lang))
    for action, lack in lacks.items():
        name = inject if lack == "inject" else team
        word = Message.of(f"action.{action}.word")
        assert words(f"plain.lacks_{lack}", lang, word=word, name=name) in printed
    see = Message.of("action.peek.word")
    assert words("plain.lacks_either", lang, word=see, team=team, inject=inject) in printed
    assert {"en": "marked", "id": "ditandai"}[lang] not in printed
    assert words("form.needed", lang) not in printed


def test_an_inject_is_composed_a_meter_moved_and_an_argument_ruled_on():
    table = sitting(1)
    before = {dial.meter: dial.value for dial in table.console().dials}
    said = {"name": "N" * LONGEST_NAME, "text": "T" * LONGEST_TEXT, "sender": "S" * LONGEST_NAME}
    written = [typed for each in said.values() for typed in (f"{each}beyond", "")]  # in either language
    compose = ["compose", *written, "Harbour", "", "supplies -3"]
    adjust = ["adjust", "freedom", "nothing", "+2", "As the room agreed", ""]
    argue = ["argue", "Harbour", "Ask the harbour master", "He owes us", "", "", "40", ""]
    printed = play(table, "facilitator", *compose, *adjust, *argue, "quit")
    after = {dial.meter: dial.value for dial in table.console().dials}
    assert (after["supplies"], after["freedom"]) == (before["supplies"] - 3, before["freedom"] + 2)
    (letter,) = (each for each in table.view(SECOND).inbox if str(each.name) == said["name"])
    assert (str(letter.text), str(letter.sender)) == (said["text"], said["sender"])
    cut = [flat(printed).count(words("field.full", most=most)) for most in (LONGEST_NAME, LONGEST_TEXT)]
    assert cut == [2, 1]
    assert [str(choice.name) for choice in table.view(SECOND).tray] == ["Ask the harbour master"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_clock_is_stopped_or_there_is_none_from_now_on_and_the_console_says_which(lang):
    table = sitting(1)
    chair, minutes, clock, leave = (
        words(f"action.{a}.word", lang) for a in ("chair", "set_clock", "run_clock", "quit")
    )
    printed = play_at(chair, table, chair, f"{minutes} 4", clock, f"{minutes} 0", clock, leave, lang=lang)
    told = [
        words("clock.off", lang),
        words("clock.running", lang, minutes=4, seconds=0),
        words("clock.paused.brief", lang, minutes=4, seconds=0),
        words("console.clock_off", lang),
    ]
    places = [flat(printed).index(flat(each)) for each in told]
    assert places == sorted(places)
    assert flat(printed).rindex(words("clock.off", lang)) > places[-1]
    assert (table.clock, table.whole) == (None, 0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_last_intervention_is_taken_back_once_that_is_confirmed(lang):
    table = sitting(1)
    inject = table.console().msel[-1].inject
    was = table.console().msel[-1].state
    undo, hold, yes, no = (words(f"action.{each}.word", lang) for each in ("retract", "hold", "yes", "no"))
    chair, leave, log = (words(f"action.{each}.word", lang) for each in ("chair", "quit", "log"))
    printed = play_at(chair, table, chair, undo, f"{hold} {inject}", undo, no, undo, yes, log, leave, lang=lang)
    assert table.console().msel[-1].state == was
    held = words("intervention.hold", lang, inject=table.console().msel[-1].name)
    assert flat(words("refused.nothing_directed", lang)) in flat(printed)
    assert flat(words("intervention.retract", lang, what=Text.of(held))) in flat(printed)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_inject_is_composed_in_both_languages_for_a_later_turn(lang):
    table = sitting(1)
    word = words("action.compose.word", lang)
    typed = [word, "A storm", "Badai", "The harbour is shut.", "", "The port", "Pelabuhan", "", "3", ""]
    chair, leave = words("action.chair.word", lang), words("action.quit.word", lang)
    titled = [word, *(["A flood"] * 2), *[""] * 7]  # its text says what its title says, as the hint has it
    printed = play_at(chair, table, chair, *typed, *titled, leave, lang=lang)
    flood, storm = sorted((entry for entry in table.console().msel if entry.added), key=lambda entry: entry.turn or 0)
    assert flood.text == flood.name
    assert printed.count(words("form.hint.as_titled", lang)) == 2 * len(LANGUAGES)
    assert (storm.name.in_language("id"), storm.sender.in_language("en")) == ("Badai", "The port")
    assert (storm.state, storm.turn) == ("later", 3)
    assert flat(words("form.comes", lang, turn=3)) in flat(printed)


@pytest.mark.parametrize("number", ["1000.5", "-5000", "123456789"])
def test_an_amount_that_no_meter_could_take_is_told_its_limit(number):
    table = sitting(1)
    argue = ["argue", "Harbour", "Ask", "", "", "", "40", f"supplies {number}", "."]
    adjust = ["adjust", "supplies", number, "."]
    printed = play(table, "facilitator", *argue, *adjust, "quit")
    said = f"{number} is too much: at most 1000 up or down."
    assert printed.count(said) == 2
    assert not table.console().interventions


def test_a_form_is_left_with_a_dot():
    table = sitting(1)
    play(table, "facilitator", "compose", "A storm", ".", "argue", ".", "quit")
    assert not table.console().interventions


def test_a_page_is_written_told_what_is_wrong_with_it_mended_and_ruled():
    table = sitting(1)
    page = ["injects:", "  news:", "    nmae: News", "    text: Words.", "."]
    printed = play(table, "facilitator", "rule", *page, "3:     name: News", ".", "quit")
    assert "ruling:3:5" in printed
    assert "News" in [str(entry.name) for entry in table.console().msel]


def test_an_inject_is_rewritten_line_by_line():
    table = sitting(1)
    inject = next(entry.inject for entry in table.console().msel if entry.state == "later")
    play(table, "facilitator", f"yaml {inject}", '4:       en: "Another name"', ".", "quit")
    assert "Another name" in [str(entry.name) for entry in table.console().msel]


def test_an_inject_is_put_into_other_words_and_what_is_not_typed_stays():
    table = sitting(1)
    inject = next(entry.inject for entry in table.console().msel if entry.state == "later")
    was = table.scenario.injects[inject]
    again = (f"edit {inject}", ".", "quit")
    printed = play(table, "facilitator", f"edit {inject}", "Another name", *[""] * 7, "yes", *again)
    assert words("form.half", fields=(Message.of("form.inject.name_id"),)) in flat(printed)
    now = table.scenario.injects[inject]
    assert str(now.name) == "Another name"
    assert (now.text, now.sender, now.to, now.turn, now.effects) == (
        was.text,
        was.sender,
        was.to,
        was.turn,
        was.effects,
    )
    assert printed.count("Another name") > 1


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "note flag=yes team={team} inject={inject} They waited, flag = 1."),
        ("en", 'note inject="{name}" FLAG=Y team={team} They waited, flag = 1.'),
        ("id", "catat tandai=ya tim={team} inject={inject} They waited, flag = 1."),
        ("id", "catat team={team} flag=ya inject={inject} They waited, flag = 1."),
    ],
)
def test_a_note_is_flagged_and_tied_in_one_line(lang, line):
    table, chair = sitting(), words("action.chair.word", lang)
    entry = table.console().msel[0]
    one = line.format(team=FIRST, inject=entry.inject, name=entry.name.in_language("en"))
    printed = play_at(
        chair, table, chair, one, "note flag burning at the gate", "note team=nobody x", "quit", lang=lang
    )
    whole, words_only = sorted(table.console().notes, key=lambda note: note.inject is None)
    assert (str(whole.text), whole.hot_wash, whole.inject) == ("They waited, flag = 1.", True, entry.name)
    assert whole.team == table.scenario.teams[FIRST].name
    assert (str(words_only.text), words_only.hot_wash, words_only.team) == ("flag burning at the gate", False, None)
    assert flat(printed).count(words("plain.note.flagged", lang)) == 1
    assert say(lang, readers.team(table.console(), lang, "nobody")) in flat(printed)


def test_a_pin_keeps_others_out_and_is_never_printed():
    table = sitting()
    printed = typed(table, "facilitator", "1357", "facilitator", PIN, "log", "quit")
    assert printed.count(words("plain.prompt.console")) == 2
    assert "Wrong PIN" in printed
    assert PIN not in printed
    assert "1357" not in printed


def test_a_pin_is_set_at_the_console():
    table = sitting()
    printed = play(table, "facilitator", "pin", "12", "8642", "quit")
    assert pins.opens(table.match.papers.locks[FACILITATOR], "8642")
    assert "8642" not in printed


def test_no_team_opens_an_unlocked_console_from_its_room():
    printed = play(table_of(FIRST, SECOND), "", "facilitator", "quit")
    assert flat(words("console.lock_first")) in flat(printed)
    assert words("plain.prompt.console") not in printed


def test_whoever_sits_alone_with_bots_opens_it_from_the_room():
    printed = play(table_of(FIRST), "facilitator", "leave", "tray", "quit")
    assert words("plain.prompt.console") in printed


def test_seats_pace_and_who_closes_the_turn_change():
    table = sitting()
    seat = ["seat harbour random", "no", "seat harbour smart", "yes"]
    paced = ["pace", "no", "pace", "yes", "conduct", "minutes 4", "clock"]
    printed = play(table, "facilitator", *seat, *paced, "quit")
    line, smart = table.view(None).table[1], parse_seat("bot:smart")
    assert flat(say("en", passing_of(line, smart, guarded=True))) in flat(printed)
    assert printed.count(words("plain.pass_seat")) == 2
    assert printed.count(words("plain.pace_anyway")) == 2
    assert words("console.done_rule") not in printed
    for told in ("intervention.pace_short", "intervention.conduct_on"):
        assert words("console.ruled", what=Message.of(told)) in flat(printed)
    assert words("console.clock_stands", minutes=4, seconds=0) in printed
    assert sum("pace" in what.code for _, what in table.console().interventions) == 1
    assert [line.seat for line in table.view(None).table][1] == "bot:smart"
    assert table.conducted
    assert table.console().next_pace == "short"
    assert table.view(None).clock == (240, False)


@pytest.mark.parametrize("typed", ["seat", "seat harbour", "seat harbour nobody_such"])
def test_who_may_sit_at_a_team_is_told_where_nobody_is_named(typed):
    table = sitting()
    printed = play(table, "facilitator", typed, "quit")
    assert all(bot in printed for bot in BOTS)
    assert [line.seat for line in table.view(None).table][1] == "human"


def test_orders_are_given_back():
    table = sitting()
    table.apply(FIRST, Seal(FIRST))
    printed = play(table, "facilitator", "unseal embassy", "quit")
    assert [printed.count(words(f"desks.{code}")) for code in ("sealed_empty", "nothing")] == [1, 3]
    assert table.waiting == (FIRST, SECOND)


def test_a_refusal_brings_no_words_of_what_was_done():
    chair = Chair(sitting(1))
    held, fired = [entry.inject for entry in chair.console.msel if entry.state not in {"fired", "passed"}][:2]
    chair.set_clock(20)
    done = (chair.fire(fired), chair.hold(held), chair.pause(60), chair.conduct())
    assert all(reply.told and not reply.wrong for reply in done)
    seat = chair.table.match.seats[FIRST]
    refused = [chair.fire(fired), chair.hold(fired), chair.skip(fired), chair.unseal(FIRST), chair.pause(10**9)]
    while not chair.table.ended:
        chair.resolve()
    refused += [chair.retract(), chair.pace(), chair.sit((FIRST, seat)), chair.fire(held)]
    assert all(reply.wrong and not reply.told for reply in refused)


@pytest.mark.parametrize("raw", [raw for raw in HOSTILE if one_line(raw)][:: len(HOSTILE) // 10])
def test_hostile_words_are_printed_and_do_nothing(raw):
    table = sitting(1)
    line = raw.replace("\n", " ").replace("\r", " ")[:300]
    compose = ["compose", f"x{line}", f"y{line}", line, line, line, line, "", "", ""]
    printed = play(table, "facilitator", f"note {line}", *compose, "injects", "log", "quit")
    assert printable(printed) == printed
    assert table.console().notes
    assert [entry for entry in table.console().msel if entry.added]


def test_without_a_save_nothing_is_made_up_about_what_may_come():
    assert words("fan.unsaved") in play(sitting(), "facilitator", "ahead", "quit")


def test_what_may_come_is_told_from_the_save(tmp_path):
    table = sitting(6, save=tmp_path / "evening.ghx")
    printed = play(table, "facilitator", "ahead", "quit")
    assert flat(words("fan.about")) in flat(printed)


def test_the_first_who_opens_the_console_chooses_its_pin():
    table = table_of(FIRST, SECOND)
    printed = typed(table, "facilitator", "", "facilitator", PIN, PIN, "leave", "facilitator", "9", "quit")
    assert pins.opens(table.match.papers.locks[FACILITATOR], PIN)
    assert printed.count(words("plain.prompt.console")) == 1
    assert "Wrong PIN" in printed
    assert PIN not in printed


def test_a_pin_that_is_set_once_orders_were_laid_is_read_by_all_before_it_opens_the_console():
    table = table_of(FIRST, SECOND)
    seal = ("", "seal", "yes")
    later = ("facilitator", *seal, "facilitator", PIN, "leave", "quit")  # the first has sealed before, and reads of it
    printed = typed(table, *seal, "facilitator", PIN, PIN, "facilitator", *seal, *later)
    late, _, after = printed.partition(words("plain.ask_pin"))
    assert flat(words("pin.choose_late")) in flat(late)
    assert flat(after).count(flat(words("pin.later"))) == 3
    assert flat(words("pin.anew_told")) in flat(after)
    assert flat(after).index(flat(words("pin.anew_told"))) < flat(after).index(words("plain.prompt.console").strip())
    assert table.locked(FACILITATOR)
