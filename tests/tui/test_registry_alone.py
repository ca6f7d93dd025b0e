"""Nothing but the registry of actions gives a key or a click to anything."""

import ast
import re

import pytest
from textual.binding import BindingsMap
from textual.command import CommandPalette
from textual.containers import ScrollableContainer
from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea

from tests.tui.doors import SOURCES, names_in
from tests.tui.scenes import SCENES, at, scene_of
from tests.tui.screens import SMALL
from tui.actions import ACTIONS, actions_at
from tui.registry.action import FOOTER, PLACES
from tui.widgets.keys import Keys

WRITING = {"asking", "form", "editor", "umpire"}
COPIES = {"ctrl+c"}  # Textual's own, which goes on to ours where no text is selected
WRITTEN = {"l", "question_mark"}  # a line to write in takes them as letters


@pytest.mark.parametrize("place", PLACES)
def test_each_action_of_a_place_is_reached_by_its_key_and_shown_if_it_should_be(place):
    async def look(app, pilot):  # noqa: ARG001 - nothing is pressed
        active = app.screen.active_bindings
        for action in actions_at(place):
            for key in action.key.split(",") if action.key else ():
                if place in WRITING and key in WRITTEN:
                    continue
                if key in COPIES:
                    assert action.id in {binding.action for binding in app.screen._bindings.key_to_bindings[key]}
                    continue
                assert active[key].binding.action == action.id, key
                assert active[key].node is app.screen
                assert callable(getattr(app.screen, f"action_{action.id}"))
        footer = app.screen.query_one(Keys)
        stand = [key for key in footer.children if key.display]
        assert 1 <= len(stand) <= FOOTER
        assert all(key.region.right <= SMALL[0] for key in stand)

    at(scene_of(place), look)


THEIRS = {
    Input: "writing a line",
    TextArea: "writing a page",
    OptionList: "moving the mark in a list",
    ScrollableContainer: "scrolling",
    CommandPalette: "choosing in the palette",
}
"""Textual's own, with keys of their own, and what those are for."""
ON_EVERY_SCREEN = {
    "app.focus_next": "going to the next region or line",
    "app.focus_previous": "going back",
    "screen.copy_text": "copying what is selected with the mouse, which goes on to our key where nothing is",
}
"""The same for its screens."""


def is_theirs(active):
    """Whether Textual itself gives this key to what has it, and we know what for."""
    if isinstance(active.node, Screen) and active.binding.action in ON_EVERY_SCREEN:
        return True
    return isinstance(active.node, tuple(THEIRS)) and any(
        (bound.key, bound.action) == (active.binding.key, active.binding.action)
        for kind in type(active.node).__mro__
        if kind.__module__.startswith("textual.")
        for bound in BindingsMap(vars(kind).get("BINDINGS", ())).key_to_bindings.get(active.binding.key, ())
    )


@pytest.mark.parametrize("name", SCENES)
def test_each_key_that_does_something_is_the_registrys_or_one_of_textuals_own_that_is_listed(name):
    async def look(app, pilot):  # noqa: ARG001 - nothing is pressed
        keys = {(key, found.id) for found in actions_at(SCENES[name].place) for key in found.key.split(",")}
        unknown = {
            (key, active.binding.action)
            for key, active in app.screen.active_bindings.items()
            if not (active.node is app.screen and (key, active.binding.action) in keys) and not is_theirs(active)
        }
        assert unknown == set()

    at(SCENES[name], look)


HANDLES = re.compile(
    r"BINDINGS|Bindings?\w*|bind|on|_bindings|key_to_bindings|\w+_keymap|simulate_key|dispatch_key|run_action|meta|"
    r"_?on_(key|event|paste|click|mouse_\w+)|_?on_\w*(selected|submitted|pressed)"
)
METHODS = re.compile(r"_?key_\w+|_?on_\w*click\w*")
"""What Textual finds by its name alone and calls for a key or a click."""
DOORS_OF_CLICKS = {
    *(("press.py", name) for name in ("on_click", "run_action", "meta")),
    *(("rows.py", name) for name in ("_on_click", "meta")),
}
LEAVES_TO_THE_REGISTRY = {("writing.py", "_on_key")}  # what a line for digits would have swallowed
GIVES_THE_REGISTRY_ITS_KEYS = {("binding.py", "_bindings"), ("binding.py", "bind"), ("place.py", "bind")}
# Of the library's, for the registry.
TAKES_KEYS_AWAY = {
    (file, name) for file in ("rows.py", "writing.py", "lobby.py") for name in ("_bindings", "key_to_bindings")
}
DOES_A_FIELDS_OWN_KEY_AT_ONCE = {("writing.py", "run_action")}  # Textual's, before it hears the next one
CLEANS_WHAT_IS_PASTED = {("writing.py", "_on_paste")}
CHOOSES_ONCE = {("palette.py", "on")}  # it does nothing, and lets nothing be done twice
NO_KEY_IS_CALLED_SO = {("keys.py", "key_of")}
BINDS_A_SOCKET = {("serve.py", "bind")}
WHERE_A_PIN_IS_TYPED = {("digits.py", "on_key")}
# These mind when a key comes, and keep it back.
WAITS_FOR_QUIET = {(name, "on_event") for name in ("confirm.py", "front.py", "handover.py")}


def test_no_key_and_no_click_is_handled_outside_the_registry():
    found = {(path.name, name) for path in SOURCES for name, _ in names_in(path) if HANDLES.fullmatch(name)}
    ours = GIVES_THE_REGISTRY_ITS_KEYS | TAKES_KEYS_AWAY | WAITS_FOR_QUIET | CLEANS_WHAT_IS_PASTED | BINDS_A_SOCKET
    ours |= CHOOSES_ONCE | DOES_A_FIELDS_OWN_KEY_AT_ONCE
    assert found == DOORS_OF_CLICKS | LEAVES_TO_THE_REGISTRY | WHERE_A_PIN_IS_TYPED | ours


def test_no_method_is_called_for_a_key_or_a_click_by_its_name():
    methods = {
        (path.name, method.name)
        for path in SOURCES
        for kind in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(kind, ast.ClassDef)
        for method in kind.body
        if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef) and METHODS.fullmatch(method.name)
    }
    assert methods <= DOORS_OF_CLICKS | NO_KEY_IS_CALLED_SO


def test_every_method_that_a_key_could_reach_is_an_action_of_the_registry():
    named = {each.id for each in ACTIONS}
    methods = {
        (path.name, name.removeprefix("action_"))
        for path in SOURCES
        for name, node in names_in(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and name.startswith("action_")
    }
    assert {(file, name) for file, name in methods if name not in named} == set()


def test_no_words_on_the_screen_carry_an_action_of_their_own():
    assert [path.name for path in SOURCES if "@click" in path.read_text(encoding="utf-8")] == []
