"""What the facilitator flagged for the hot wash, at ENDEX: on the console, and nowhere else."""

import io

import pytest

from engine.game.intents import FACILITATOR, Note, Seal
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.chairs import FIRST, SECOND, press, sit
from tests.tui.screens import WIDE, shown, table_of
from tui.actions import action
from tui.plain import briefing
from tui.plain.telling import Telling
from tui.plain.terminal import Terminal
from tui.screens.steering import lacking
from tui.widgets.msel import Msel
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
        app.screen.query_one(Msel).show((), 1)
        await press(pilot, "1", "enter")
        lacks = say("en", lacking("peek", "inject", "over"))
        assert lacks in " ".join(shown(app).split())
        assert f"({action('compose').key})" not in lacks

    sit(steps, noted(ended=True), size=WIDE)


def test_plain_mode_lists_it_first_too_and_only_at_endex():
    for ended in (False, True):
        table = noted(ended=ended)
        lines = [line.strip() for line in briefing.log(table.console(), "en")]
        assert (lines[0] == say("en", Message.of("log.hot_wash"))) is ended
        assert (FLAGGED in " ".join(lines[1:3])) or not ended


def test_the_end_says_where_the_notes_are_and_tells_the_scores_last_where_a_facilitator_leads():
    for table, led in ((noted(ended=True), True), (to_the_end(table_of(FIRST, SECOND)), False)):
        console = table.console()

        async def steps(app, pilot, table, led=led):  # noqa: ARG001 - it is over
            scores, aims = (say("en", Message.of(f"screen.result.{name}")) for name in ("sides", "objectives"))
            assert ("hot wash first: F5, then 4" in shown(app)) is led
            assert aims in shown(app)
            assert (scores in shown(app)) is not led
            await press(pilot, "s")
            assert scores in shown(app)

        sit(steps, table, size=WIDE, lock=led)
        write, result = io.StringIO(), table.view(None).result
        telling = Telling(Terminal(io.StringIO("scores\n"), write, "en"))
        telling.endex(result, console.notes, led=led)
        told, rule = " ".join(write.getvalue().split()), say("en", Message.of("plain.luck_legend"))
        assert ("facilitator, then log" in told) is led
        assert (rule in told) is not led
        assert all(
            " ".join(aim.text.in_language("en").split()) in told for team in result.teams for aim in team.objectives
        )
        with pytest.raises(EOFError):
            telling.result(table.view(None), result)
        assert rule in " ".join(write.getvalue().split())


def test_what_the_facilitator_noted_is_in_no_view_at_endex():
    table = noted(ended=True)
    for team in (None, FIRST, SECOND):
        said = repr(table.view(team))
        assert FLAGGED not in said
        assert OTHER not in said
