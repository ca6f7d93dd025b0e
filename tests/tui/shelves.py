"""The library as tests fill it and look at it: own and saved exercises, its rows, and what plain mode prints of it."""

import asyncio
import io

from engine.game.folder import default_folder, scenario_folder
from engine.game.intents import Seal
from tests.tui.screens import WIDE, table_of, teams_of
from tui.app import GoldenHour
from tui.offers import Library
from tui.plain.asks import LeaveError
from tui.plain.library import choose
from tui.plain.terminal import Terminal
from tui.widgets.rows import Rows


def own_scenario(text):
    scenario_folder().mkdir(parents=True, exist_ok=True)
    (scenario_folder() / "mine.yaml").write_text(text)


def saved(name, turns, *, ended=False):
    """Play some turns of an exercise that is saved, or all of them."""
    default_folder().mkdir(parents=True, exist_ok=True)
    team = teams_of()[0]
    table = table_of(team, save=default_folder() / f"{name}.ghx")
    while not table.ended and (ended or table.match.turn <= turns):
        table.apply(team, Seal(team))
    table.close()
    return table


def library():
    found = Library.found()
    while found.read_on():
        pass
    return found


def start(steps, lang="en", size=WIDE):
    """Open the library, and take some steps there."""

    async def go():
        app = GoldenHour(None, lang)
        async with app.run_test(size=size) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            await steps(app, pilot)
        app.let_go()

    asyncio.run(go())


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def listed(app):
    """Rows of the list that can be marked, by their keys."""
    return [row.key for row in app.screen.query_one(Rows)._rows if row.stop]


def plainly(*typed, lang="en"):
    """What plain mode prints for these lines, and what was chosen."""
    printed = io.StringIO()
    terminal = Terminal(io.StringIO("".join(f"{line}\n" for line in typed)), printed, lang)
    try:
        chosen = choose(terminal)
    except (EOFError, LeaveError):
        chosen = None
    return printed.getvalue(), chosen
