"""A card's row says in a few words why it cannot be laid; the whole sentence stands where the card is told."""

import pytest
from textual.content import Content

from engine.kernel.options import Obstacle
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.reader import shipped_ids
from engine.text import Text
from tests.tui.screens import table_of, teams_of
from tui.plain.page import cells_of
from tui.widgets.chances import WIDTH
from tui.widgets.deck import entries
from tui.widgets.shelf import ROOMY, beside, card_row
from tui.widgets.wording import Tongue
from tui.words import short_of

SIGN = 2  # cells before the words
NAMED = {"closed": ("closed", "done", "locked_card"), "channel": ("no_channel", "suspended")}
CODES = [
    f"refused.{code}"
    for obstacle in Obstacle
    if obstacle != Obstacle.NOTHING
    for code in NAMED.get(obstacle.name.lower(), (obstacle.name.lower(),))
]
LARGE = {"need": 99.0, "left": 99.0, "n": 9, "turn": 20, "platform": Text.of("x"), "audience": Text.of("x")}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_obstacle_fits_a_card_s_row(code, lang):
    reason = Message.of(code, needs=Message.of("need.turn"), **LARGE)
    assert say(lang, reason)
    assert 0 < cells_of(say(lang, short_of(reason))) <= WIDTH - SIGN


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", shipped_ids())
def test_no_row_of_a_shipped_crisis_cuts_why_a_card_cannot_be_laid(name, lang):
    tongue = Tongue(lang)
    found = [
        (entry, card_row(tongue, entry, 77, beside(tongue, [entry])))
        for team in teams_of(name)
        for entry in entries(table_of(team, scenario=name).view(team).choices)
        if entry.why_not
    ]
    assert found
    for entry, row in found:
        assert isinstance(row, Content)
        assert tongue.plain(short_of(entry.why_not)) in row.plain


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", shipped_ids())
def test_no_roomy_row_of_a_shipped_crisis_cuts_the_platform(name, lang):
    tongue = Tongue(lang)
    found = [
        entry
        for team in teams_of(name)
        for entry in entries(table_of(team, scenario=name).view(team).choices)
        if entry.face.platform
    ]
    assert found
    for entry in found:
        assert tongue.plain(entry.face.platform) in card_row(tongue, entry, ROOMY, beside(tongue, [entry])).plain
