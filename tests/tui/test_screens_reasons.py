import pytest

from engine.game.intents import Because
from engine.text import Text
from tests.hostile import HOSTILE
from tests.tui.screens import SMALL, WIDE, actions_shown, played, shown, teams_of
from tests.tui.test_screens_room import lay_first, play, press
from tui.screens.panels.asking import Asking
from tui.screens.room import RoomScreen

TEAM = teams_of()[0]


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_a_reason_is_written_for_an_order_read_on_the_tray_and_changed(size):
    table = played(1, TEAM)

    async def steps(app, pilot):
        card = await lay_first(app, pilot)
        await press(pilot, "r")
        assert isinstance(app.screen, Asking)
        await press(pilot, *"calm", "enter")
        assert {name: str(text) for name, text in table.view(TEAM).grounds.items()} == {card: "calm"}
        assert "✎ calm" in shown(app)
        await press(pilot, "r", *"er", "enter")
        assert "✎ calmer" in shown(app)
        await press(pilot, "r", *["backspace"] * 6, "enter")
        assert table.view(TEAM).grounds == {}
        assert "✎" not in shown(app)

    play(table, steps, size)


def test_going_back_writes_no_reason_and_without_an_order_there_is_none_to_give():
    table = played(1, TEAM)

    async def steps(app, pilot):
        await press(pilot, "r")
        assert isinstance(app.screen, RoomScreen)
        assert "lay a card first" in shown(app)
        await lay_first(app, pilot)
        await press(pilot, "r", "x", "escape")
        assert table.view(TEAM).grounds == {}

    play(table, steps)


def test_a_hostile_reason_is_shown_on_the_tray_as_words():
    table = played(1, TEAM)

    async def steps(app, pilot):
        card = await lay_first(app, pilot)
        for raw in HOSTILE:
            table.apply(TEAM, Because(TEAM, card, Text.of(raw, limit=200)))
            app.screen.show(table.view(TEAM))
            await pilot.pause()
            assert not [each for each in actions_shown(app) if "quit" in each]
        assert isinstance(app.screen, RoomScreen)

    play(table, steps, SMALL)
