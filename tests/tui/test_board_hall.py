"""The board in a hall: what matters first stands in letters of blocks, and all of it on one of the pages."""

import re
from dataclasses import replace

import pytest
from textual.content import Content

from engine.game.intents import FACILITATOR, Clock, Seal
from engine.text import Text
from tests.hostile import HOSTILE
from tests.tui.scenes import SCENES, at
from tests.tui.screens import nothing_happens, played, poisoned, shown, table_of, teams_of
from tests.tui.test_board import board, every_page, to_be_said
from tui.posted import hottest
from tui.widgets.hall import LARGE
from tui.widgets.lettering import capitals, large
from tui.widgets.numerals import high, low
from tui.widgets.signs import PIXELS

HALL = (160, 48)


def drawn(words, lines):
    """Whether each word stands somewhere in letters of blocks: line below line, in one place."""
    return all(in_blocks(word, lines) for word in capitals(words).split())


def in_blocks(word, lines):
    first, *more = [line.plain for line in low(word, "")]
    return any(
        all(below.startswith(row, place.start()) for row, below in zip(more, lines[number + 1 :], strict=False))
        for number, line in enumerate(lines)
        for place in re.finditer(re.escape(first), line)
    )


def plain_lines(words, width):
    return [line.plain for line in large(Content(words), width)]


@pytest.mark.parametrize("lang", ["en", "id"])
def test_everything_stands_whole_on_one_of_the_pages_in_a_hall(lang):
    async def look(app, pilot):
        lines = await every_page(app, pilot)
        told = " ".join(" ".join(lines).split())
        said = to_be_said(app._view, app.screen.tongue)
        assert [each for each in said if " ".join(each.split()) not in told and not drawn(each, lines)] == []

    at(SCENES["projector"], look, lang, HALL)


@pytest.mark.parametrize("lang", ["en", "id"])
def test_what_matters_first_stands_in_blocks_on_the_first_page(lang):
    async def look(app, _):
        lines, view, tongue = shown(app).split("\n"), app._view, app.screen.tongue
        said = [tongue.plain(story.name) for story in hottest(view)[:LARGE]]
        assert [each for each in [*said, tongue.plain(view.inbox[0].name)] if not drawn(each, lines)] == []
        sealed = sum(seated.sealed for seated in view.table)
        assert in_blocks(f"{sealed}/{len(view.table)}", lines)
        for number in (f"{view.turn}/{view.turns}", "04:12", *(str(story.heat) for story in hottest(view)[:LARGE])):
            assert high(number, "")[0].plain in shown(app)

    at(SCENES["projector"], look, lang, HALL)


def test_every_letter_has_five_rows_and_differs_from_every_other():
    rows = {sign: pixels.split() for sign, pixels in PIXELS.items()}
    assert {len(each) for each in rows.values()} == {5}
    assert all(len({len(row) for row in each}) == 1 for each in rows.values())
    assert len({*PIXELS.values()}) == len(PIXELS)


def test_words_in_blocks_keep_to_the_width_and_to_rows_about_as_long():
    words = "The word is given: Samudra Ministry, \u201cDefend the right to protest\u201d"
    lines = plain_lines(words, 156)
    assert len(lines) == 6
    assert drawn(words, lines)
    assert all(len(line) <= 156 for line in lines)
    assert abs(len(lines[0]) - len(lines[3])) < 40


@pytest.mark.parametrize(
    ("words", "width"), [("北京 speaks", 156), ("Administrativerechtspraak", 40), ("a b " * 90, 156)]
)
def test_what_cannot_be_drawn_in_blocks_is_said_in_ordinary_words(words, width):
    assert " ".join(" ".join(plain_lines(words, width)).split()) == " ".join(words.split())


def test_accents_and_quotes_are_drawn_as_the_plain_letters():
    assert plain_lines("\u201cCaf\u00e9\u201d", 100) == plain_lines('"CAFE"', 100)


def test_hostile_words_do_nothing_in_a_hall(tmp_path):
    table = table_of(*teams_of(), save=tmp_path / "evening.ghx")
    view = table.view(None)
    seats = tuple(replace(line, people=Text.of(raw)) for line, raw in zip(view.table, HOSTILE, strict=False))

    async def steps(app, pilot):
        app.screen.show(poisoned(replace(view, table=seats)), 61, Text.of(HOSTILE[0]))
        for _ in range(4):
            await pilot.pause()
            nothing_happens(app)
            await pilot.press("space")

    board(table.path, table, steps, size=HALL)
    table.close()


def test_at_the_end_the_scores_stand_large_and_nobody_is_awaited(tmp_path):
    table = played(8, teams_of()[0])

    async def steps(app, pilot):
        await pilot.press("s")
        await pilot.pause()
        scores = [high(str(score), "")[0].plain for _, score, _ in table.view(None).result.sides]
        between = f"{re.escape(scores[0])} {{6,}}{re.escape(scores[1])}"
        assert re.search(between, shown(app))
        assert not {"\u25cb", "\u2713"} & set(shown(app))

    board(tmp_path / "nowhere.ghx", table, steps, HALL)


def test_a_board_that_is_made_larger_is_set_anew(tmp_path):
    table = table_of(*teams_of(), save=tmp_path / "evening.ghx")
    table.apply(FACILITATOR, Clock(90, running=False))
    one = teams_of()[0]
    table.apply(one, Seal(one))

    async def steps(app, pilot):
        assert not in_blocks("1/2", shown(app).split("\n"))
        await pilot.resize_terminal(*HALL)
        await pilot.pause()
        assert in_blocks("1/2", shown(app).split("\n"))

    board(table.path, table, steps)
    table.close()
