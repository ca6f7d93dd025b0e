"""How words are set: cut after whole ones, tied where they belong together, and never as if they ended too early."""

import asyncio

import pytest
from textual.app import App
from textual.content import Content

from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import TIE, cut, listed, paragraph, rule, running, stack, tie


def test_what_is_too_long_is_cut_after_a_whole_word():
    assert cut(Content("Nobody buys the torch"), 14).plain == "Nobody buys…"
    assert cut(Content("Nobody buys"), 11).plain == "Nobody buys"
    assert cut(Content("a Kerajaanpersemakmuran"), 12).plain == "a Kerajaanp…"  # a space too far back is no help
    for width in range(1, 22):
        assert cut(Content("Nobody buys the torch"), width).cell_length <= width


def test_wide_letters_fill_a_line_before_it_is_cut():
    name = "\u9019\u8258\u6e21\u8f2a\u4e0a\u6709\u5f88\u591a\u9593\u8adc"
    for told in (Content(f"Hottest against you: \u201c{name * 4}\u201d, online."), Content(f"a {name * 8}")):
        for width in range(30, 80):
            for line in (cut(told, width), *paragraph(told, width, most=1)):
                assert width - 2 <= line.cell_length <= width
                assert line.plain.endswith("…")


def test_a_paragraph_that_is_cut_ends_with_a_whole_word():
    told = paragraph(Content("Four words and a date have gone round the town"), 15, most=2)
    assert [line.plain for line in told] == ["Four words and", "a date have…"]


def test_what_is_tied_stays_on_one_line_and_no_dot_is_left_at_its_end():
    told = paragraph(listed([Content("almost certain"), tie(Content("86 11 3"))]), 20)
    assert [line.plain for line in told] == ["almost certain", "86 11 3"]
    assert [line.plain for line in paragraph(Content("one\u00a0two three"), 8)] == ["one two", "three"]
    assert [line.plain for line in paragraph(Content("turn 3: 5 ± 15"), 12)] == ["turn 3:", "5 ± 15"]
    assert TIE not in paragraph(tie(Content("a b c")), 2)[0].plain


def test_parts_that_run_on_keep_the_dot_between_them_where_a_line_ends():
    parts = [Content(name) for name in ("Tell the jobs story", "Listen to the boards", "Quiet warning", "Envoy")]
    for width in range(12, 60):
        told = running(parts, width)
        assert " ".join(line.plain for line in told) == " · ".join(part.plain for part in parts)
        assert all(line.cell_length <= width and not line.plain.startswith("·") for line in told)
    (brief,) = running(parts, 24, most=1)
    assert brief.plain == "Tell the jobs story…"


def test_no_line_begins_with_a_number_that_ends_a_clause():
    told = paragraph(Content("Will they answer by turn 5. If so, all of turns 1, 2, 3, 4, 5"), 24)
    assert [line.plain for line in told] == ["Will they answer by", "turn 5. If so, all of", "turns 1, 2, 3, 4, 5"]


@pytest.mark.parametrize(
    ("height", "seen"),
    [(3, ["above", "name", "target …"]), (2, ["above", ""]), (4, ["above", "name", "target", "odds"])],
)
def test_a_row_that_goes_on_below_the_edge_does_not_read_as_if_it_were_whole(height, seen):
    class Listed(App[None]):
        CSS = f"Rows {{ height: {height}; border: none; padding: 0; scrollbar-size: 0 0; }}"

        def compose(self):
            yield Rows("none")

    async def look():
        app = Listed()
        async with app.run_test(size=(20, 10)) as pilot:
            rows = app.query_one(Rows)
            order = stack(Content(each) for each in ("name", "target", "odds"))
            rows.show([Row("first", lambda _: Content(" above")), Row("order", lambda _: order)])
            await pilot.pause()
            return [rows.render_line(y).text.strip(" ▸") for y in range(height)]

    assert asyncio.run(look()) == seen


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (40, "We decided  987.5 h left · budget 3 ────"),
        (30, "We decided  987.5 h left ─────"),
        (20, "We decided ─────────"),
        (9, "We dec… ─"),
    ],
)
def test_a_heading_keeps_of_its_note_what_fits(width, shown):
    assert rule(width, Content("We decided"), Content("987.5 h left · budget 3")).plain == shown
