import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.game.seats import BOTS, EMPTY, HUMAN, Seat
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import printable
from tests.hostile import HOSTILE
from tui.launch import CYCLE
from tui.plain.commands import Command, understand
from tui.plain.naming import meant
from tui.plain.page import WIDTH, cells_of, columns, wrap
from tui.plain.sitting import read_seat, who_may_sit
from tui.plain.terminal import Terminal
from tui.words import like_of


class Tty(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self):
        return True


def found(place, line, lang="en"):
    """Return the id of the command and what follows it, or the code of the answer."""
    understood = understand(lang, place, line)
    if isinstance(understood, Command):
        return understood.action.id, understood.rest
    return understood.code


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3", ("lay", "3")),
        ("3b", ("lay", "3b")),
        ("lay 3 b", ("lay", "3 b")),
        ("take back 3", ("take_back", "3")),
        ("take 3", ("take_back", "3")),
        ("TAKE Back 3", ("take_back", "3")),
        ("u", ("undo", "")),
        ("w Credibility", ("why", "Credibility")),
        ("?", ("help", "")),
        ("? lay", ("help", "lay")),
        ("/jobs story", ("search", "jobs story")),
        ("s", ("seal", "")),
        ("st", "plain.ambiguous"),
        ("seel", "plain.unknown_near"),
        ("xyzzy", "plain.unknown_search"),
        ("", "plain.nothing_typed"),
    ],
)
def test_a_line_in_the_room_is_understood(line, expected):
    assert found("room", line) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("place", "line", "expected"),
    [
        ("room", "pause", "pause"),
        ("room", "clock", "pause"),
        ("console", "pause", "run_clock"),
        ("console", "clock", "run_clock"),
        ("room", "reason 3 They asked", "because"),
        ("room", "because 3 They asked", "because"),
    ],
)
def test_what_is_called_otherwise_elsewhere_is_understood_by_either_word(place, line, expected, lang):
    assert found(place, line, lang)[0] == expected


def test_enter_goes_on_where_there_is_one_thing_to_do():
    assert found("bulletin", "") == ("next", "")
    assert found("handover", "") == ("take_seat", "")
    assert found("confirm", "") == "plain.nothing_typed"


def test_a_file_alone_is_chosen_or_resumed_at_the_start():
    assert found("start", "Mine/crisis.yaml") == ("choose", "Mine/crisis.yaml")
    assert found("start", "ferry_rumour") == ("choose", "ferry_rumour")
    assert found("start", "evening.ghx") == ("resume", "evening.ghx")
    assert found("start", "2") == ("choose", "2")
    assert found("start", "resume evening.ghx") == ("resume", "evening.ghx")


def test_commands_are_known_in_every_language_and_their_first_letters_in_this_one_and_in_english():
    assert found("room", "pasang 3", "id") == ("lay", "3")
    assert found("room", "lay 3", "id") == ("lay", "3")
    assert found("room", "kunci", "id") == ("seal", "")
    assert found("room", "kunci", "en") == ("seal", "")
    assert found("room", "kun", "id") == ("seal", "")
    assert found("room", "kun", "en") == "plain.unknown_search"
    assert found("room", "kursi", "en") == "plain.unknown_chair"


@pytest.mark.parametrize("word", ["fire", "luncurkan"])
def test_a_word_of_the_console_is_said_to_be_done_there(word):
    for place in ("room", "handover", "bulletin"):
        assert found(place, word) == "plain.unknown_chair"
    assert found("lobby", word) == "plain.unknown"


@pytest.mark.parametrize("raw", HOSTILE)
@pytest.mark.parametrize("place", ["start", "lobby", "handover", "room", "bulletin", "result", "confirm"])
def test_whatever_is_typed_gets_an_answer_of_one_line(raw, place):
    read, write = io.StringIO(raw.replace("\n", " ").replace("\r", " ") + "\n"), io.StringIO()
    terminal = Terminal(read, write, "en")
    understood = understand("en", place, terminal.ask(Message.of("plain.prompt.result")))
    if isinstance(understood, Message):
        terminal.say(understood)
    assert printable(write.getvalue()) == write.getvalue()
    assert all(cells_of(line) <= WIDTH for line in write.getvalue().splitlines()[1:])


@given(st.text(max_size=300), st.integers(4, 90))
def test_no_line_is_wider_than_it_may_be_and_no_word_is_lost(text, width):
    lines = wrap(text, width=width)
    assert all(cells_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(printable(text).split())


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_columns_begin_at_the_same_cell_in_every_line(texts):
    row = [(text, 12) for text in texts]
    for line in columns([*row, ("|", 1)]):
        if "|" in line and "|" not in "".join(texts):
            assert cells_of(line[: line.index("|")]) == 14 * len(texts)


def test_wide_and_combining_characters_are_counted_in_cells():
    assert [cells_of(text) for text in ("abc", "漢字", "e\u0301", "\uff37")] == [3, 4, 1, 2]


def test_a_name_is_found_by_its_first_letters():
    named = [("embassy.credibility", "Credibility"), ("moderates.samudra", "Velmar moderates"), ("x", "Velmar press")]
    assert meant("cred", named) == ["embassy.credibility"]
    assert meant("velmar", named) == ["moderates.samudra", "x"]
    assert meant("velmar pr", named) == ["x"]
    assert meant("moderates.samudra", named) == ["moderates.samudra"]
    assert meant("zz", named) == meant("", named) == []


def test_no_sign_of_a_name_need_be_typed_and_signs_alone_mean_nothing():
    named = [("spies.heat", "Heat of “There are spies aboard”"), ("x", "Harbour (north)"), ("y", "Let’s talk")]
    assert (
        meant("There are spies aboard", named) == meant("“there", named) == meant("heat spies", named) == [named[0][0]]
    )
    assert meant("north", named) == meant("harbour (nor", named) == ["x"]
    assert meant("let's talk", named) == ["y"]
    assert meant("“", named) == meant("()", named) == []


def test_the_screen_is_wiped_on_a_terminal_only(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    piped, screen = io.StringIO(), Tty()
    Terminal(io.StringIO(), piped, "en").wipe()
    Terminal(Tty(), screen, "en").wipe()
    assert piped.getvalue() == ""
    assert "\x1b[3J" in screen.getvalue()


def test_a_terminal_without_control_sequences_gets_empty_lines(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    screen = Tty()
    Terminal(Tty(), screen, "en").wipe()
    assert set(screen.getvalue()) == {"\n"}


def test_the_end_of_input_is_told_from_an_empty_line():
    terminal = Terminal(io.StringIO("\n"), io.StringIO(), "en")
    assert terminal.ask(Message.of("plain.prompt.result")) == ""
    with pytest.raises(EOFError):
        terminal.ask(Message.of("plain.prompt.result"))


@pytest.mark.parametrize("raw", HOSTILE)
def test_a_line_is_cleaned_as_it_is_printed(raw):
    write = io.StringIO()
    Terminal(io.StringIO(), write, "en").lines([raw])
    assert printable(write.getvalue()) == write.getvalue()
    assert write.getvalue().count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "seat"),
    [
        ("smart", Seat("bot", "smart")),
        ("cerdas", Seat("bot", "smart")),
        ("hati-hati", Seat("bot", "prudent")),
        ("bot:hawk", Seat("bot", "hawk")),
        ("peserta", HUMAN),
        ("nobody", EMPTY),
    ],
)
def test_who_is_to_sit_is_read_in_the_words_of_both_languages(typed, seat):
    assert read_seat(typed) == seat


def test_every_bot_has_a_name_of_its_own_in_each_language():
    names = [say(lang, Message(f"bot.{bot}")) for lang in LANGUAGES for bot in BOTS]
    assert len(set(names)) == len(names)
    assert all(read_seat(name).bot in BOTS for name in names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_who_may_sit_are_listed_by_what_is_typed_with_what_each_is_like(lang):
    listed = who_may_sit(lang)
    heads = [line.split()[0] for line in listed if line.split() and not line.startswith(" " * 10)]
    assert [read_seat(head) for head in heads] == [*CYCLE]
    told = " ".join(" ".join(listed).split())
    for seat in CYCLE:
        assert say(lang, like_of(str(seat))) in told
    assert isinstance(read_seat("xyzzy"), Message)


def test_a_seat_may_be_named_in_plain_words():
    assert [str(read_seat(word)) for word in ("prudent", "person", "orang", "nobody", "bot:hawk")] == [
        "bot:prudent", "human", "human", "empty", "bot:hawk",
    ]  # fmt: skip
