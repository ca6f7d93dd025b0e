"""A team that has read or skipped its bulletin goes to its room when it comes back in the same round."""

from tests.tui.chairs import CHAIR, FIRST, SECOND, play, press, sit
from tests.tui.screens import table_of
from tui.screens.bulletin import BulletinScreen
from tui.screens.console import ConsoleScreen
from tui.screens.handover import HandOverScreen
from tui.screens.panels.reading import Reading
from tui.screens.room import RoomScreen


def team_at(app):
    return app.screen._view.team


def test_a_team_reads_its_bulletin_once_in_a_round_and_opens_it_again_from_its_room():
    async def steps(app, pilot, table):
        await press(pilot, "enter")
        assert isinstance(app.screen, BulletinScreen)
        await press(pilot, "s", "s")
        assert isinstance(app.screen, RoomScreen)
        await press(pilot, *CHAIR)
        assert isinstance(app.screen, ConsoleScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HandOverScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, RoomScreen)
        await press(pilot, "v")
        assert isinstance(app.screen, Reading)
        await press(pilot, "escape", "s", "y", "enter")
        assert isinstance(app.screen, BulletinScreen)  # the other team has not read its own
        assert team_at(app) == SECOND
        await press(pilot, "s", "s", "s", "y", "s", "s", "enter")
        assert table.view(None).turn > 2
        assert isinstance(app.screen, BulletinScreen)  # and this is another round
        assert team_at(app) == FIRST

    sit(steps, play(table_of(FIRST, SECOND)))


def test_a_bulletin_that_was_left_half_read_is_told_again():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done there
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, BulletinScreen)
        app.course.go_on()
        await pilot.pause()
        await press(pilot, "enter")
        assert isinstance(app.screen, BulletinScreen)

    sit(steps, play(table_of(FIRST, SECOND)))


def test_whoever_comes_late_reads_the_bulletin_that_the_others_at_the_team_have_read():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done there
        await press(pilot, "enter", "s", "s", *CHAIR, "escape", "n")
        assert isinstance(app.screen, Reading)
        await press(pilot, "escape")
        assert isinstance(app.screen, BulletinScreen)

    sit(steps, play(table_of(FIRST, SECOND)))
