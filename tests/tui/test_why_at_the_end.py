"""Why, of every number on the page of the result: chosen from a list or clicked, down to the line of the scenario."""

import asyncio
from dataclasses import replace

import pytest

from engine.game.ending import Aim, Step
from engine.game.view import Term
from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.text import Text
from tests.tui.scenes import SCENES, open_scene
from tests.tui.screens import SMALL, WIDE
from tests.tui.test_registry_walk import pieces
from tui.accounts import (
    JUDGEMENT,
    METER,
    TOTAL,
    Doing,
    Number,
    Sentence,
    account,
    deed_key,
    part_key,
    questions,
    reckoned,
    side_key,
)
from tui.joined import carrying
from tui.plain.accounting import why as plain_why
from tui.plain.page import said as said_in
from tui.review import judged_steps
from tui.screens.panels.numbered import Numbers
from tui.screens.panels.reading import Reading
from tui.screens.result import ResultScreen
from tui.widgets.rows import Rows
from tui.widgets.score_papers import number_paper, number_rows
from tui.widgets.wording import Tongue
from tui.words import told


def ended(steps, scene="deeds", size=SMALL, lang="en"):
    async def go():
        async with open_scene(SCENES[scene], lang, size=size) as (app, pilot):
            assert isinstance(app.screen, ResultScreen)
            await steps(app, pilot, app.screen._view, app.screen._result)

    asyncio.run(go())


def read(app):
    """What the paper on top says, in one line."""
    assert isinstance(app.screen, Reading)
    return " ".join(app.screen.marked_words().plain.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_why_lets_a_number_of_the_page_be_chosen_and_tells_what_it_is_made_of(lang):
    async def steps(app, pilot, view, result):  # noqa: ARG001 - the view is asked for elsewhere
        team = result.teams[0]
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(app.screen, Numbers)
        app.screen.query_one(Rows).mark(part_key(team, "integrity"))
        await pilot.press("enter")
        await pilot.pause()
        said = read(app)
        for ground in team.grounds["integrity"]:
            assert app.tongue.plain(ground.name) in said
            assert f"{ground.starts_at.number} " in said

    ended(steps, lang=lang)


def test_every_row_of_the_list_opens_a_paper_of_its_own_in_both_languages():
    async def steps(app, pilot, view, result):  # noqa: ARG001 - nothing is pressed
        for lang in LANGUAGES:
            tongue = Tongue(lang)
            keys = [row.key for row in number_rows(tongue, view, result) if row.stop]
            assert len(keys) == len(set(keys))
            titles = [number_paper(view, result, key)(tongue) for key in keys]
            assert all(title.plain and lay(40).plain and lay(90).plain for title, lay in titles)
            assert all(title.plain != titles[0][0].plain for title, _ in titles[1:])

    ended(steps)


def test_plain_mode_lists_the_same_rows_and_tells_the_same_of_each():
    async def steps(app, pilot, view, result):  # noqa: ARG001 - nothing is pressed
        for lang in LANGUAGES:
            asked = [each for _, several in questions(view, result) for each in several]
            assert [each.key for each in asked] == [
                row.key for row in number_rows(Tongue(lang), view, result) if row.stop
            ]
            listed = plain_why(view, result, lang, "")
            for n, each in enumerate(asked, 1):
                assert any(f" {n}  {told(lang, each.name[0])}" in line for line in listed)
                said = in_one_line(plain_why(view, result, lang, str(n)))
                for words in told_of(view, result, each.key):
                    assert told(lang, words) in said
                for line in (it for team in result.teams if each.key == part_key(team, TOTAL) for it in team.red_lines):
                    assert told(lang, line.text) in said
                    assert f"{line.written.number} " in said
        assert plain_why(view, result, "en", "zzz") == said_in(
            "en", Message.of("plain.no_number", typed=Text.of("zzz"))
        )

    ended(steps)


def told_of(view, result, key):
    """What must be told of a number, whatever the front end."""
    kind, _, meter = key.partition("/")
    if kind == METER:
        return [reason.cause for _, change in view.history[meter] for reason in carrying(change)]
    blocks = account(view, result, key).blocks
    return [words for block in blocks for piece in block for words in words_of(piece)]


def words_of(piece):
    match piece:
        case Sentence(words, _):
            return words
        case Step():
            return (*piece.words, *piece.figures)
        case Aim():
            assert piece.written  # the line of which a sentence of its own tells
            return (piece.text, *piece.now)
        case Term():
            return (piece.reason,)
        case Doing(order):
            return tuple(name for name, _ in order.changes)
        case Number(name, value, starts, rows):
            return (name, value, *starts, *(reason.cause for _, change in rows for reason in carrying(change)))


def in_one_line(lines):
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_order_is_clicked_and_its_worth_is_reckoned_with_its_odds(size, lang):
    async def steps(app, pilot, view, result):  # noqa: ARG001 - as above
        found = pieces(app)["why"]
        team, n, deed = next(
            (team, n, deed)
            for team in result.teams
            for n, deed in enumerate(team.deeds)
            if deed.odds and deed_key(team, n) in found
        )
        await pilot.click(offset=found[deed_key(team, n)])
        await pilot.pause()
        said = read(app)
        for each in reckoned(deed):
            assert app.tongue.plain(each) in said
        assert str(deed.written.number) in said
        weighed = sum(chance * worth for chance, worth in zip(deed.odds, deed.worth, strict=True)) / 100
        assert abs(weighed - deed.expected) < 0.01

    ended(steps, size=size, lang=lang)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_a_part_of_a_score_is_clicked_and_a_total_and_the_score_of_a_side(size):
    async def steps(app, pilot, view, result):  # noqa: ARG001 - as above
        found, asked = pieces(app)["why"], {}
        for team in result.teams:
            asked |= {part_key(team, part): team.reckoned[part] for part in team.parts}
            asked[part_key(team, TOTAL)] = team.total
        asked |= {side_key(n): steps for n, steps in enumerate(result.sides_reckoned)}
        here = [key for key in asked if key in found]
        assert {key.rpartition("/")[2] for key in here} >= {TOTAL, "control", "side1"}
        for key in here[:6] + here[-2:]:
            await pilot.click(offset=found[key])
            await pilot.pause()
            said = read(app)
            for words in [words for step in asked[key] for words in (*step.words, *step.figures)]:
                assert " ".join(app.tongue.plain(words).split()) in said
            await pilot.press("escape")
            await pilot.pause()

    ended(steps, "result", size)


def test_the_judgement_of_a_team_is_clicked_and_every_order_in_it_is_counted():
    async def steps(app, pilot, view, result):  # noqa: ARG001 - as above
        app.screen.query_one("#luck").scroll_visible(top=True, animate=False)
        await pilot.pause()
        found = pieces(app)["why"]
        team = next(team for team in result.teams if team.checks and part_key(team, JUDGEMENT) in found)
        for either in (team, replace(team, expected=round(team.expected + 0.01, 2))):
            *lines, whole, _, _ = judged_steps(either)
            for column in (0, 1):
                by = [round(100 * each.figures[column].get("n")) for each in (*lines[1:], whole)]
                assert sum(by[:-1]) == by[-1]
        await pilot.click(offset=found[part_key(team, JUDGEMENT)])
        await pilot.pause()
        said = read(app)
        checked = [deed for deed in team.deeds if deed.expected is not None]
        assert len(checked) == team.checks
        assert all(app.tongue.plain(deed.card_name) in said for deed in checked)
        for many, whole in (("expected", team.expected), ("drawn", team.realised)):
            assert abs(sum(getattr(deed, many) for deed in checked) - whole) < 0.005

    ended(steps)
