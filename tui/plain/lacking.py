"""Says what a command of the console lacks where nothing follows it, with an example that can be typed."""

from engine.game.console import Console
from engine.language.messages import Message
from tui.plain.commands import Command

_OF_INJECT = {"edit", "edit_all", "fire", "hold", "skip_inject"}
_OF_TEAM = {"peek", "unseal"}
_OVER = {"fired", "passed", "skipped"}
"""What became of an inject that is no good example."""


def lacking(console: Console, typed: Command) -> Message | None:
    """Say which inject or team a command waits for; None where it waits for nothing."""
    word = typed.action.word
    if typed.rest or word is None:
        return None
    if typed.action.id in _OF_TEAM:
        desk = console.desks[0]
        return Message.of("plain.lacks_team", word=word, name=desk.name)
    if typed.action.id not in _OF_INJECT:
        return None
    entries = sorted(console.msel, key=lambda entry: entry.state in _OVER)
    return Message.of("plain.lacks_inject", word=word, name=entries[0].name) if entries else Message.of("msel.none")
