"""Gives a screen the keys of its place, from the one registry of actions."""

from typing import Any

from textual.screen import Screen

from tui.actions import actions_at
from tui.widgets.wording import Tongue


def bind(screen: Screen[Any], tongue: Tongue, place: str) -> None:
    """Bind each key of the place to the screen's method `action_ID`, and nothing else."""
    for action in actions_at(place):
        if action.key:
            screen._bindings.bind(action.key, action.id, tongue.plain(action.name), show=False)  # noqa: SLF001 - Textual binds classes only
