"""A walk through the registry line by line: every word of every place is understood, and something is done."""

import io
from contextlib import suppress
from dataclasses import replace
from functools import cache

import pytest

from engine.game.intents import FACILITATOR, Conduct, Seal
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.reader import read_shipped
from engine.text import Text
from tests.tui.chairs import PIN, locked
from tests.tui.screens import FERRY, another, played, table_of, teams_of
from tests.tui.test_plain_facilitator import patient
from tui.actions import actions_at
from tui.launch import usual
from tui.plain.asks import LeaveError
from tui.plain.library import choose
from tui.plain.lobby import arrange
from tui.plain.table import PlainTable
from tui.plain.terminal import Terminal

FIRST, SECOND = teams_of()


def conducted():
    return another(_conducted())


@cache
def _conducted():
    table = locked(table_of(FIRST, SECOND))
    table.apply(FACILITATOR, Conduct(on=True))
    for team in table.waiting:
        table.apply(team, Seal(team))
    return table


def ended():
    return another(_ended())


@cache
def _ended():
    table = table_of(FIRST)
    while not table.ended:
        table.apply(FIRST, Seal(FIRST))
    return table


def a_setup():
    reading = read_shipped(FERRY)
    return replace(usual(reading, reading.scenario), seed=7)


TABLES = {
    "handover": (lambda: locked(table_of(FIRST, SECOND)), ()),
    "room": (lambda: played(1, FIRST), ()),
    "waiting": (conducted, ()),
    "console": (lambda: locked(table_of(FIRST, SECOND)), ("facilitator", PIN)),
    "over": (ended, ("facilitator",)),
    "bulletin": (lambda: played(1, FIRST), ("seal", "yes")),
    "result": (ended, ()),
}
"""Place -> a table, and what leads there."""
BEFORE = {"start": choose, "lobby": lambda terminal: arrange(terminal, a_setup())}


def at_a_table(place, lang, line):
    made, keys = TABLES[place]
    table, write = made(), io.StringIO()
    code = PlainTable(table, io.StringIO("".join(f"{each}\n" for each in (*keys, line))), write, lang, patient()).run()
    table.close()
    assert code == 0
    return write.getvalue()


def before_a_table(place, lang, line):
    write = io.StringIO()
    with suppress(EOFError, LeaveError):
        BEFORE[place](Terminal(io.StringIO(f"{line}\n"), write, lang))
    return write.getvalue()


def understood_not(typed, lang, place):
    """What is printed of a word that nobody knows, its line's end with it."""
    code = "plain.unknown_search" if place == "room" else "plain.unknown"
    return say(lang, Message.of(code, typed=Text.of(typed))) + "\n"


def nothing_done(place, unknown, lang):
    """What would be printed of a word at which nothing happens; the console says before each command how it stands."""
    stands = unknown[: unknown.index(" zzzz\n")].rpartition("\n\n")[2].rpartition("\n")[0]
    return unknown.replace(understood_not("zzzz", lang, place), f"\n{stands}\n" if place in {"console", "over"} else "")


def typed_alike(printed, word):
    """What is printed, as if something else had been typed than the word."""
    return printed.replace(f" {word}\n", " zzzz\n")


WALK = [
    pytest.param(place, action, lang, id=f"{place}-{action.id}-{lang}")
    for place in (*BEFORE, *TABLES)
    for action in actions_at(place)
    if action.word
    for lang in LANGUAGES
]


def played_out(place, lang, line):
    return (at_a_table if place in TABLES else before_a_table)(place, lang, line)


@cache
def told_of_no_word(place, lang):
    return played_out(place, lang, "zzzz")


@pytest.mark.parametrize(("place", "action", "lang"), WALK)
def test_a_word_does_something_at_its_place(place, action, lang):
    word = say(lang, action.word)
    printed, unknown = played_out(place, lang, word), told_of_no_word(place, lang)
    assert understood_not("zzzz", lang, place) in unknown
    assert " ".join(understood_not(word, lang, place).split()) not in " ".join(printed.split())
    assert typed_alike(printed, word) != typed_alike(nothing_done(place, unknown, lang), word)
