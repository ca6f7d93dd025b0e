"""What is laid is what the card told of, and the tray shows at every width that a reason stands beside an order."""

import asyncio

import pytest

from engine.language.catalogue import LANGUAGES
from engine.text import Text
from tests.tui.scenes import SCENES, at
from tests.tui.screens import SMALL, another, played, table_of, teams_of
from tui.app import GoldenHour
from tui.card_words import gone
from tui.screens.panels.targets import Targets
from tui.widgets.card_text import card_note, card_whole
from tui.widgets.deck import entries
from tui.widgets.shelf import Shelf
from tui.widgets.tray import REASON, Spent, laid_row, spent_on
from tui.widgets.wording import Tongue

BUS, TORCH = "last_bus_from_karath", "torch_and_supermarket"
STUDENTS = teams_of(BUS)[2]
WRITTEN = Text.of("The families must hear it from us first, and not from the radio.")


def aimed(deck):
    """Cards of which the best target is not the first."""
    return [entry for entry in deck if entry.why_not is None and entry.face is not entry.choices[0]]


def test_the_target_of_which_the_card_tells_is_marked_first():
    table = played(1, STUDENTS, BUS)
    assert aimed(entries(table.view(STUDENTS).choices))

    async def lay(place):
        copy = another(table)
        app = GoldenHour(copy, "en")
        async with app.run_test(size=SMALL) as pilot:
            await pilot.press("4")
            await pilot.pause()
            entry = aimed(app.screen.query_one(Shelf)._deck)[place]
            app.screen.query_one(Shelf).rows.mark(entry.card)
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, Targets)
            await pilot.press("enter")
            await pilot.pause()
            (laid,) = copy.view(STUDENTS).tray
            assert (laid.card, laid.target, laid.voice) == (entry.card, entry.face.target, entry.face.voice)

    for place in (0, -1):
        asyncio.run(lay(place))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_that_a_reason_stands_there_is_seen_at_every_width(lang):
    tongue = Tongue(lang)
    for team in teams_of(BUS):
        for choice in table_of(team, scenario=BUS).view(team).choices:
            for width in range(60, 110):
                spent = spent_on(tongue, [choice])
                assert REASON in laid_row(tongue, 1, choice, width, WRITTEN, spent=spent).plain


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_target_that_does_not_fit_beside_its_card_stands_whole_below_it(lang):
    tongue, below = Tongue(lang), 0
    for team in teams_of(TORCH):
        for choice in table_of(team, scenario=TORCH).view(team).choices:
            row = laid_row(tongue, 1, choice, 77, spent=Spent(6, 5)).plain
            named = [tongue.plain(each) for each in (choice.name, choice.target_name) if each is not None]
            assert all(each in row for each in named)
            assert "…" not in row
            below += "\n" in row
    assert below


def test_the_tray_of_a_small_screen_shows_orders_on_two_lines_as_far_as_there_are_four():
    async def look(app, _):
        first, *lines = (app.screen.query_one("#laid").render_line(y).text.strip() for y in range(4))
        assert first.startswith("1")
        assert [line[0] for line in lines[:2]] == ["2", "3"]
        assert "MercaNova’s staff in Velmar, officially" in lines[2]

    at(SCENES["crowded"], look)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_there_is_room_the_note_below_the_cards_cuts_nothing_of_a_card(lang):
    tongue = Tongue(lang)
    for team in teams_of(BUS):
        for entry in entries(played(1, team, BUS).view(team).choices):
            note = " ".join(card_note(tongue, entry, 78, 30).plain.split())
            for told in (entry.face.text, *([] if gone(entry.choices) else entry.face.facts)):
                assert told is None or " ".join(tongue.plain(told).split()) in note
            for name, _ in () if gone(entry.choices) else entry.face.moves:
                assert f" {tongue.plain(name)}" in note
            assert "…" not in note


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_ends_with_the_arrow_of_what_begins_the_next(lang):
    tongue = Tongue(lang)
    for team in teams_of(BUS):
        for entry in entries(table_of(team, scenario=BUS).view(team).choices):
            for width in range(40, 80):
                lines = card_whole(tongue, entry, (), width).plain.splitlines()
                assert [line for line in lines if line.rstrip().endswith(("▲", "▼"))] == []
