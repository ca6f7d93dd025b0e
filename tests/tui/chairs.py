"""What the tests of the facilitator's screens share: a table of two people, keys, forms."""

import asyncio
from time import monotonic

from engine.game import pins
from engine.game.conduct import Accepted
from engine.game.intents import FACILITATOR, Seal, SetPin
from tests.tui.screens import SMALL, table_of, teams_of
from tui.app import GoldenHour
from tui.widgets.writing import Page

FIRST, SECOND = teams_of()
PIN = "2468"
CHAIR = ("f5", *PIN, "enter")
"""Leads into the facilitator's console."""


def locked(table):
    """The table with the facilitator's PIN, without which nobody opens the console that several people share."""
    table.apply(FACILITATOR, SetPin(FACILITATOR, pins.lock_of(PIN)))
    return table


def sit(steps, table=None, size=SMALL, now=monotonic, *, lock=True):
    """Take the steps at a table of two people, whose console is locked."""
    at = table or table_of(FIRST, SECOND)
    if lock and not at.locked(FACILITATOR):
        locked(at)

    async def go():
        app = GoldenHour(at, "en", now=now)
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(app, pilot, at)

    try:
        asyncio.run(go())
    finally:
        at.close()


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def fill(app, pilot, **fields):
    """Write into the fields of the form that is open, and do it."""
    for key, typed in fields.items():
        field = app.screen.query_one(f"#field-{key}")
        if isinstance(field, Page):
            field.replace(typed, (0, 0), field.document.end)
        else:
            field.replace(typed, 0, len(field.value))
        await pilot.pause()
    await press(pilot, "ctrl+s")


def state_of(table, inject):
    return next(entry.state for entry in table.console().msel if entry.inject == inject)


def play(table, times=1):
    for _ in range(times):
        for team in table.waiting:
            assert isinstance(table.apply(team, Seal(team)), Accepted)
    return table
