"""How the room is run: on one line wherever its shortest words fit, in whole words where all of them do."""

from dataclasses import replace
from itertools import product

import pytest

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.screens import SMALL, table_of
from tui.facilitator.words import clock_of, facts_of
from tui.plain import briefing
from tui.timing import RoundClock
from tui.widgets.status import status
from tui.widgets.wording import Tongue

SMALL_LINE, WIDEST_LINE = SMALL[0] - 2, 158
WAYS = list(product(("full", "short"), (False, True), (False, True), (None, (0, False), (3599, False), (3599, True))))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("pace", "conducted", "locked", "clock"), WAYS)
def test_how_the_room_is_run_is_one_line_on_a_small_screen(pace, conducted, locked, clock, lang):
    console = replace(table_of().console(), pace=pace, conducted=conducted, locked=locked, seed=987654)
    timer = RoundClock(lambda: 0.0)
    timer.follow(clock)
    lay = status(Tongue(lang), console, timer)
    assert "\n" not in lay(SMALL_LINE).plain
    assert "…" not in lay(SMALL_LINE).plain
    assert "987654" in lay(SMALL_LINE).plain
    whole = [say(lang, each) for each in (clock_of(timer), *facts_of(console))]
    assert lay(WIDEST_LINE).plain.split(" · ") == whole


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("pace", "conducted", "locked", "clock"), WAYS)
def test_how_the_room_is_run_is_one_line_in_plain_mode(pace, conducted, locked, clock, lang):
    console = replace(table_of().console(), pace=pace, conducted=conducted, locked=locked, seed=987654)
    timer = RoundClock(lambda: 0.0)
    timer.follow(clock)
    (line,) = briefing.status(console, timer, lang)
    assert "987654" in line


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pace_that_changes_is_told_on_a_small_screen_too(lang):
    console = replace(table_of().console(), pace="full", next_pace="short", seed=987654)
    told = " ".join(status(Tongue(lang), console, RoundClock(lambda: 0.0))(SMALL_LINE).plain.split())
    assert say(lang, Message.of("status.then_short")) in told
    assert "987654" in told
