"""What the facilitator flagged for the hot wash, at ENDEX: on the console, and nowhere else."""

from engine.game.intents import FACILITATOR, Note, Seal
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.chairs import FIRST, SECOND, press, sit
from tests.tui.screens import WIDE, shown, table_of
from tui.plain import briefing
from tui.widgets.notes import Notes

FLAGGED, OTHER = "The embassy waited for a word from home.", "A quiet table."


def noted(*, to_the_end):
    table = table_of(FIRST, SECOND)
    table.apply(FACILITATOR, Note(Text.of(FLAGGED), FIRST, None, hot_wash=True))
    table.apply(FACILITATOR, Note(Text.of(OTHER), None, None))
    while to_the_end and not table.ended:
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
        assert told.index("The embassy waited") < told.index(say("en", Message.of("log.all"))) < told.index(OTHER)

    sit(steps, noted(to_the_end=True), size=WIDE)


def test_plain_mode_lists_it_first_too_and_only_at_endex():
    for ended in (False, True):
        table = noted(to_the_end=ended)
        lines = [line.strip() for line in briefing.log(table.console(), "en")]
        assert (lines[0] == say("en", Message.of("log.hot_wash"))) is ended
        assert (FLAGGED in " ".join(lines[1:3])) or not ended


def test_what_the_facilitator_noted_is_in_no_view_at_endex():
    table = noted(to_the_end=True)
    for team in (None, FIRST, SECOND):
        said = repr(table.view(team))
        assert FLAGGED not in said
        assert OTHER not in said
