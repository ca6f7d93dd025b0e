"""A tab has the words that head its region where all stand side by side, uncut, and the key that opens it."""

import asyncio

import pytest

from engine.language.catalogue import LANGUAGES, say
from tests.tui.screens import FERRY, SMALL, WIDE, played, shown, teams_of
from tui.actions import action
from tui.app import GoldenHour
from tui.widgets.regions import TABS
from tui.widgets.tabs import Tabs

ROUNDS = 2


def lines_of(table, lang, size):
    """What stands in the line of the tabs, or on the whole screen where there is none."""

    async def go():
        app = GoldenHour(table, lang)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press("2", "3", "4")
            await pilot.pause()
            tabs = app.screen.query_one(Tabs)
            lines = shown(app).splitlines()
            return lines[tabs.region.y] if tabs.display and tabs.region else "\n".join(lines)

    return asyncio.run(go())


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scenario", [FERRY, "after_the_wave"])
def test_a_region_is_called_the_same_behind_a_tab_and_beside_the_others(scenario, lang, size):
    read = lines_of(played(ROUNDS, teams_of(scenario)[0], scenario), lang, size)
    for does in TABS.values():
        assert f"{action(does).key} {say(lang, action(does).name)}" in read
