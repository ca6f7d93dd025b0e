"""A screen that two people share: the steps that they take there, and their keys."""

import asyncio
from time import monotonic

from tests.tui.screens import SMALL, table_of, teams_of
from tui.app import GoldenHour

FIRST, SECOND = teams_of()[:2]


def share(steps, *people, save=None, now=monotonic, quiet=0):
    table = table_of(*(people or (FIRST, SECOND)), save=save)

    async def go():
        app = GoldenHour(table, "en", now=now, quiet=quiet)
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            await steps(app, pilot, table)
        return app

    try:
        return asyncio.run(go())
    finally:
        table.close()


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()
