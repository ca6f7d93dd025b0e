"""The library opens with what was read before, never with what a file no longer says, and hears keys while it reads."""

import asyncio
from datetime import UTC, datetime
from threading import Event

import pytest

from engine.game.folder import heads_file, scenario_folder
from engine.scenario.remembered import Heads
from engine.scenario.shelf import shipped_ids
from tests.tui.idle import until
from tests.tui.screens import WIDE
from tui.app import GoldenHour
from tui.offers import Library
from tui.screens.panels.reading import Reading
from tui.screens.start import StartScreen
from tui.widgets.help import keys_paper
from tui.widgets.rows import Rows

MINE = "schema_version: 1\nid: mine\ntitle: {title}\nsummary: About me.\n"


def own(title):
    """Write a scenario of one's own; return what opens it."""
    scenario_folder().mkdir(parents=True, exist_ok=True)
    path = scenario_folder() / "mine.yaml"
    path.write_text(MINE.format(title=title))
    return str(path)


def begun():
    library = Library.found()
    library.begin()
    return library


def read_all():
    library = begun()
    while library.read_on():
        pass
    return library


def titles(library):
    return {each.name: str(each.title) for each in library.offers}


def test_all_that_is_shipped_is_there_at_once_and_the_second_time_everything_is():
    mine = own("Mine")
    assert set(titles(begun())) == set(shipped_ids())
    whole = read_all()
    assert heads_file().is_file()
    assert begun().offers == whole.offers
    assert set(titles(begun())) == {*shipped_ids(), mine}


def test_what_is_shown_at_once_is_what_the_file_says_now():
    mine = own("Mine")
    read_all()
    own("Ours")
    assert mine not in titles(begun())
    assert titles(read_all())[mine] == "Ours"
    own("Mine")
    assert titles(begun())[mine] == "Mine"
    scenario_folder().joinpath("mine.yaml").unlink()
    assert mine not in titles(begun())


@pytest.mark.parametrize("raw", ["", "[]", '{"reader": "", "heads": {"a": 1}}'])
def test_a_library_opens_whatever_lies_where_it_remembers(raw):
    own("Mine")
    whole = titles(read_all())
    heads_file().write_text(raw)
    assert set(titles(begun())) == set(shipped_ids())
    assert titles(read_all()) == whole


def test_what_stands_first_is_there_at_once_though_nothing_is_remembered():
    library = Library(shipped_ids()[::-1], [], Heads())
    library.begin()
    assert list(titles(library)) == [shipped_ids()[-1]]


def test_what_was_read_is_kept_before_the_saves_are_read(tmp_path):
    library = Library(shipped_ids(), [(tmp_path / "x.ghx", datetime(2031, 4, 10, tzinfo=UTC))], Heads(heads_file()))
    library.begin()
    while len(library.offers) < len(shipped_ids()):
        library.read_on()
    assert heads_file().is_file()
    assert not library.saves[0].trouble


def test_keys_are_heard_while_a_file_is_read():
    class Slow(Library):
        going, go_on = Event(), Event()

        def read_on(self):
            if self.offers:
                self.going.set()
                assert self.go_on.wait(20)
            return super().read_on()

    async def go():
        library = Slow.found()
        app = GoldenHour(None, "en")
        async with app.run_test(size=WIDE) as pilot:
            await app.workers.wait_for_complete()
            screen = StartScreen(app.tongue, library)
            try:
                app._show(screen)
                await until(pilot, library.going.is_set)
                await pilot.press("d")
                assert screen._filter.difficulty
            finally:
                library.go_on.set()
            await app.workers.wait_for_complete()
            await pilot.press("escape")
            assert {f"new:{name}" for name in shipped_ids()} <= {row.key for row in screen.query_one(Rows)._rows}
        app.let_go()

    asyncio.run(go())


def test_all_is_read_whenever_what_lies_on_the_library_is_taken_away():
    async def go(rounds):
        app = GoldenHour(None, "en")
        async with app.run_test(size=WIDE) as pilot:
            await app.workers.wait_for_complete()
            panel, library = Reading(app.tongue, lambda tongue: keys_paper(tongue, "start")), Library.found()
            app._show(StartScreen(app.tongue, library))
            await app.push_screen(panel)
            for _ in range(rounds):
                await asyncio.sleep(0)
            panel.dismiss()
            await until(pilot, lambda: not app.workers)
            assert not library.read_on()  # nothing is left
        app.let_go()

    for rounds in range(0, 60, 12):
        asyncio.run(go(rounds))
