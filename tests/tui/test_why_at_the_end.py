"""Why, of every number on the page of the result: chosen from a list or clicked, down to the line of the scenario."""

import asyncio

import pytest

from engine.language.catalogue import LANGUAGES
from tests.tui.scenes import SCENES, open_scene
from tests.tui.screens import SMALL, WIDE
from tests.tui.test_registry_walk import pieces
from tui.accounts import deed_key, part_key, reckoned
from tui.screens.panels.numbered import Numbers
from tui.screens.panels.reading import Reading
from tui.screens.result import ResultScreen
from tui.widgets.rows import Rows
from tui.widgets.score_papers import number_paper, number_rows
from tui.widgets.wording import Tongue


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
def test_a_part_of_a_score_is_clicked(size):
    async def steps(app, pilot, view, result):
        found = pieces(app)["why"]
        team, part = next((team, part) for team in result.teams for part in team.parts if part_key(team, part) in found)
        await pilot.click(offset=found[part_key(team, part)])
        await pilot.pause()
        said = read(app)
        for ground in team.grounds.get(part, ()):
            assert app.tongue.plain(ground.name) in said
            for _, change in view.history.get(ground.meter, ()):
                assert all(app.tongue.plain(each.cause) in said for each in change.reasons if abs(each.amount) > 1)

    ended(steps, "result", size)
