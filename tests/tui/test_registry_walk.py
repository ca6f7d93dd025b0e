"""A walk through the registry: every action of every place is done by its keys, by the palette and with the mouse.

What is done is written down instead of done, so that one visit to a place tries all of it.
"""

from collections.abc import Awaitable

import pytest

from engine.language.catalogue import LANGUAGES, say
from tests.tui.idle import until
from tests.tui.scenes import at, scene_of
from tests.tui.screens import WIDE
from tui import actions as registry
from tui.actions import actions_at
from tui.registry.action import PLACES, TOO_SMALL, WRITING
from tui.screens.palette import lines_of, score
from tui.widgets.keys import Key, Keys
from tui.widgets.press import DOES, GIVEN, Pieces, Press, do
from tui.widgets.rows import Rows

LETTERS = {"l", "question_mark"}
"""What a line to write in takes as letters."""


def written_down(screen):
    """Let the screen write down which of its actions are asked for; return the list."""
    done = []
    for action in actions_at(screen.place):
        if action.key:
            assert callable(getattr(screen, f"action_{action.id}")), action.id
            setattr(screen, f"action_{action.id}", lambda name=action.id: done.append(name))
    return done


def pieces(app):
    """Return the pieces of lines that can be pressed: for each action, and with what, where it is."""
    screen, found = app.screen, {}
    for y in range(screen.size.height):
        for x in range(screen.size.width):
            widget, _ = screen.get_widget_at(x, y)
            if isinstance(widget, Press | Pieces) and (does := screen.get_style_at(x, y).meta.get(DOES)):
                found.setdefault(does, {}).setdefault(screen.get_style_at(x, y).meta[GIVEN], (x, y))
    return found


def offered(place):
    return [action for action in actions_at(place) if action.key]


@pytest.mark.parametrize("place", PLACES)
def test_every_action_of_a_place_is_done_by_each_of_its_keys(place):
    async def look(app, pilot):
        done = written_down(app.screen)
        for action in offered(place):
            for key in action.key.split(","):
                if place in WRITING and key in LETTERS:
                    continue
                done.clear()
                await pilot.press(key)
                await pilot.pause()
                assert done == [action.id], key

    at(scene_of(place), look, size=WIDE)


@pytest.mark.parametrize("place", PLACES)
def test_every_action_of_a_place_is_done_from_the_palette_and_found_first_by_its_name(place):
    async def look(app, pilot):
        done, lines = written_down(app.screen), lines_of(app.screen)
        does = {line.run.args[1]: line for line in lines if line.run.func is do}
        actions = {action.id: action for action in offered(place) if action.id != "palette"}
        assert does.keys() == actions.keys()
        for action in actions.values():
            line = does[action.id]
            assert line.run.args[0] is app.screen
            for lang in LANGUAGES:
                typed = say(lang, action.name)
                assert typed in line.names
                assert score(typed, line) == max(score(typed, each) for each in lines), typed
            if place == TOO_SMALL:  # where nothing is run
                continue
            done.clear()
            came = line.run()
            if isinstance(came, Awaitable):
                await came
            await pilot.pause()
            assert done == [action.id]

    at(scene_of(place), look, size=WIDE)


@pytest.mark.parametrize("place", PLACES)
def test_every_action_of_a_place_is_done_with_the_mouse_by_a_key_of_the_foot_or_from_the_menu(place):
    async def look(app, pilot):
        done, clicked = written_down(app.screen), set()
        for key in app.screen.query_one(Keys).query(Key):
            if not key.display:  # it does nothing just now, or there is room for it on wider screens alone
                assert not key.words or place in registry.action(key.does).roomy, key.does
                continue
            done.clear()
            await pilot.click(key)
            await pilot.pause()
            assert done == [key.does]
            clicked.add(key.does)
        pressed = {each.does for each in [*app.screen.query(Press), *app.screen.query(Rows)]} | set(pieces(app))
        assert pressed <= {action.id for action in offered(place)}
        everywhere = clicked | pressed
        assert "palette" in clicked or everywhere >= {action.id for action in offered(place)}

    at(scene_of(place), look, size=WIDE)


def test_a_row_of_the_menu_is_clicked_at_every_kind_of_place():
    async def look(app, pilot):
        done = written_down(app.screen)
        del app.screen.action_palette
        await pilot.press("ctrl+p")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.click("CommandList", offset=(4, 1))
        await until(pilot, lambda: done)
        await pilot.pause()
        assert done == [offered(app.screen.place)[0].id]

    for place in ("console", "form", "reading"):
        at(scene_of(place), look, size=WIDE)
