"""What the facilitator flagged for the hot wash, at ENDEX: on the console, and nowhere else."""

import io

from engine.game.intents import FACILITATOR, Note, Seal
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.chairs import FIRST, SECOND, press, sit
from tests.tui.screens import WIDE, shown, table_of
from tui.plain import briefing
from tui.plain.telling import Telling
from tui.plain.terminal import Terminal
from tui.widgets.notes import Notes

FLAGGED, OTHER = "The embassy waited for a word from home.", "A quiet table."


def noted(*, ended):
    table = table_of(FIRST, SECOND)
    table.apply(FACILITATOR, Note(Text.of(FLAGGED), FIRST, None, hot_wash=True))
    table.apply(FACILITATOR, Note(Text.of(OTHER), None, None))
    return to_the_end(table) if ended else table


def to_the_end(table):
    while not table.ended:
        for team in table.waiting:
            table.apply(team, Seal(team))
    return table


def test_what_is_flagged_stands_first_on_the_console_at_endex_and_on_no_other_screen():
    async def steps(app, pilot, table):
        assert table.ended
        assert FLAGGED not in shown(app)
        await press(pilot, "s", "s", "f5", *"2468", "enter")
        rows = [" ".join(row.split()) for row in app.screen.query_one(Notes).rows.whole().plain.split("\n")]
        told = " ".join(rows)
        assert told.index(say("en", Message.of("log.hot_wash"))) < told.index("The embassy waited")
        assert told.count("The embassy waited") == 1
        assert told.index("The embassy waited") < told.index(say("en", Message.of("log.rest"))) < told.index(OTHER)

    sit(steps, noted(ended=True), size=WIDE)


def test_plain_mode_lists_it_first_too_and_only_at_endex():
    for ended in (False, True):
        table = noted(ended=ended)
        lines = [line.strip() for line in briefing.log(table.console(), "en")]
        assert (lines[0] == say("en", Message.of("log.hot_wash"))) is ended
        assert (FLAGGED in " ".join(lines[1:3])) or not ended


def test_the_result_says_where_the_notes_are_if_there_are_any_and_plain_mode_too():
    for table, any_notes in ((noted(ended=True), True), (to_the_end(table_of(FIRST, SECOND)), False)):
        console = table.console()

        async def steps(app, pilot, table, any_notes=any_notes):  # noqa: ARG001 - it is over
            assert ("hot wash first: F5, then 4" in shown(app)) is any_notes

        sit(steps, table, size=WIDE)
        write = io.StringIO()
        Telling(Terminal(io.StringIO(), write, "en")).scores(table.view(None).result, console.notes)
        assert ("facilitator, then log" in " ".join(write.getvalue().split())) is any_notes


def test_what_the_facilitator_noted_is_in_no_view_at_endex():
    table = noted(ended=True)
    for team in (None, FIRST, SECOND):
        said = repr(table.view(team))
        assert FLAGGED not in said
        assert OTHER not in said
