"""Tells when an app under test has nothing left to do: its event loop knows, on however busy a machine.

The library looks at how much of the processor's time its own process takes, so that where others take it all, it finds
the app idle while a screen is still to be drawn. Here nothing is left when no callback is ready and no timer is due.
"""

import asyncio
from math import inf

import textual.app
import textual.pilot

SOON = 1 / 50  # seconds: what is due within it is waited for, as the drawing of what has changed is
TIMERS = 4  # one after the other, for a clock that ticks fast would never leave the loop idle
PATIENCE = 60  # seconds, after which whatever is asked of the app is asked while it works
QUIET = 2  # rounds of the loop: what arrives from outside it is ready only in the next one


async def until_idle(at_least=SOON, _at_most=None):
    """Wait until the event loop has nothing to do, and `at_least` so many seconds."""
    loop = asyncio.get_running_loop()
    end, timers, quiet = loop.time() + PATIENCE, 0, 0
    await asyncio.sleep(at_least)
    while loop.time() < end:
        await asyncio.sleep(0)
        quiet = 0 if loop._ready else quiet + 1
        if quiet < QUIET:
            continue
        wait = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=inf) - loop.time()
        if wait > SOON or timers == TIMERS:
            return
        timers += 1
        await asyncio.sleep(max(wait, 0))


async def until(pilot, so):
    """Wait until it is so: for what a worker does, or a thread, of which the event loop hears when it is done."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while not so():
        assert asyncio.get_running_loop().time() < end, "it does not come to that"
        await pilot.pause(SOON)
        await pilot.pause()


async def looked(app):
    """Let a board look at its save now, and wait until it has read that."""
    await app.workers.wait_for_complete()  # what it looked at before
    app._look()
    await app.workers.wait_for_complete()


async def put(pilot, screen):
    """Show a screen in the place of the one that the app began with, and wait until it is there."""
    app = pilot.app
    await until(pilot, lambda: len(app.screen_stack) > 1 and app.screen.is_mounted)
    app._show(screen)
    await until(pilot, lambda: app.screen is screen and screen.is_mounted)
    await pilot.pause()


def watch_the_loop():
    """From now on the library's pilot asks the event loop."""
    for module in (textual.app, textual.pilot):
        assert callable(module.wait_for_idle)
        module.wait_for_idle = until_idle
