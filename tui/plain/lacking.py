"""Says what a command of the console lacks where nothing follows it, with an example that can be typed."""

from engine.game.console import Console
from engine.language.messages import Message
from tui.plain.commands import Command

_OVER = {"fired", "passed", "skipped"}
"""What became of an inject that is no good example."""


def lacking(console: Console, typed: Command) -> Message | None:
    """Say which inject or team a command waits for; None where it waits for nothing."""
    word, needs = typed.action.word, typed.action.needs
    if typed.rest or word is None or not needs:
        return None
    team = console.desks[0].name
    inject = next((entry.name for entry in sorted(console.msel, key=lambda entry: entry.state in _OVER)), None)
    if "inject" not in needs:
        return Message.of("plain.lacks_team", word=word, name=team)
    if "team" not in needs:
        return Message.of("plain.lacks_inject", word=word, name=inject) if inject else Message.of("msel.none")
    if inject is None:
        return Message.of("plain.lacks_team", word=word, name=team)
    return Message.of("plain.lacks_either", word=word, team=team, inject=inject)
