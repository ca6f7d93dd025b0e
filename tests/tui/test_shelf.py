"""The shelf of cards: what is found on it, and what a card says of itself."""

import asyncio
from dataclasses import replace

import pytest

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.screens import SMALL, WIDE, played, shown, table_of, teams_of
from tui.app import GoldenHour
from tui.widgets.card_text import card_note, card_whole
from tui.widgets.deck import Entry
from tui.widgets.shelf import Shelf
from tui.widgets.wording import Tongue
from tui.words import cost_of, spelt_cost

FIRST = teams_of()[0]
TONGUE = Tongue("en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hours_may_be_halves_and_whole_ones_have_no_decimals(lang):
    assert say(lang, cost_of(12.0, 0.0)).startswith("12 ")
    assert say(lang, cost_of(12.0, 0.5)).startswith("12 ")
    assert say(lang, cost_of(0.5, 0)).startswith({"en": "0.5 ", "id": "0,5 "}[lang])
    assert all(
        {"en": "staff hours", "id": "jam kerja staf"}[lang] in say(lang, spelt_cost(12.0, each)) for each in (0, 1)
    )


def test_going_back_clears_the_search_and_the_kind():
    table = table_of(FIRST)

    async def go():
        app = GoldenHour(table, "en")
        async with app.run_test(size=WIDE) as pilot:
            await pilot.pause()
            await pilot.press("escape", "f")
            await pilot.pause()
            assert "▸hard" in shown(app)
            await pilot.press("escape")
            await pilot.pause()
            assert "▸all" in shown(app)

    asyncio.run(go())
    table.close()


def test_a_search_marks_the_card_that_bears_the_word_in_its_name():
    table = table_of("ministry", scenario="last_bus_from_karath")

    async def go():
        app = GoldenHour(table, "en")
        async with app.run_test(size=SMALL) as pilot:
            await pilot.press("escape", "slash", *"parliament", "enter")
            await pilot.pause()
            marked = app.screen.query_one(Shelf).marked
            assert "parliament" in str(marked.face.name.in_language("en")).casefold()

    asyncio.run(go())


def test_a_card_that_will_not_be_laid_any_more_tempts_with_no_odds():
    face = next(each for each in played(1, FIRST).view(FIRST).choices if not each.odds.certain)
    for reason, tempts in (("refused.closed", False), ("refused.spent", False), ("refused.full", True)):
        entry = Entry((replace(face, why_not=Message.of(reason, n=3)),))
        said = " ".join(TONGUE.line(Message.of(reason, n=3)).plain.split())
        for page in (card_note(TONGUE, entry, 80, 12), card_whole(TONGUE, entry, (), 80)):
            told = " ".join(page.plain.split())
            assert said in told
            assert ("%" in told) == tempts
