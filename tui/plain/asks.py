"""Questions that plain mode asks and answers anywhere: help, language, yes or no."""

from collections.abc import Sequence

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from tui.actions import actions_at
from tui.plain.commands import Command, understand
from tui.plain.detail import glossary
from tui.plain.page import columns, said
from tui.plain.terminal import Terminal
from tui.registry.action import Action

_USAGE, _HELP = 26, 50


class LeaveError(Exception):
    """A person asked to leave."""


def command(terminal: Terminal, place: str, prompt: Message) -> Command:
    """Ask until something is typed that can be done at `place`.

    Help and the language are seen to here. Raises LeaveError when a person leaves, EOFError when the input
    ends.
    """
    while True:
        found = heeded(terminal, place, terminal.ask(prompt))
        if found is not None:
            return found


def heeded(terminal: Terminal, place: str, line: str) -> Command | None:
    """Return what a typed line asks for; None where it was not understood, which is said, or has been seen to."""
    understood = understand(terminal.lang, place, line)
    if isinstance(understood, Message):
        terminal.say(understood)
        return None
    match understood.action.id:
        case "quit":
            raise LeaveError
        case "help":
            terminal.lines(help_at(place, terminal.lang, understood.rest))
        case "glossary":
            terminal.lines(glossary(understood.rest, terminal.lang))
        case "language":
            terminal.say(_switch(terminal, understood.rest))
        case _:
            return understood
    return None


def confirm(terminal: Terminal, doubts: Sequence[Message], question: Message) -> bool:
    """Say what speaks against it, and ask until it is answered with yes or no; going back is no.

    Raises LeaveError when a person leaves instead, EOFError when the input ends.
    """
    terminal.say(*doubts)
    while True:
        match understand(terminal.lang, "confirm", terminal.ask(question)):
            case Command(action=Action(id="yes")):
                return True
            case Command(action=Action(id="no" | "back")):
                return False
            case Command(action=Action(id="language"), rest=wanted):
                terminal.say(_switch(terminal, wanted), *doubts)
            case Command(action=Action(id="quit_asked")):
                raise LeaveError
            case Command(action=Action(id="help"), rest=wanted):  # whoever asks for help has not said no
                terminal.lines(help_at("confirm", terminal.lang, wanted))
                terminal.say(*doubts)
            case _:
                terminal.say(Message.of("plain.yes_or_no"))


def help_at(place: str, lang: str, typed: str) -> list[str]:
    """Explain what can be done at a place, or one command of it."""
    offered = [each for each in actions_at(place) if each.word]
    if not typed:
        lines = ["", *said(lang, Message.of(f"plain.help.{place}"))]
        return lines + [line for each in offered for line in _explained(each, lang)]
    understood = understand(lang, place, typed)
    if isinstance(understood, Message):
        return said(lang, understood)
    return _explained(understood.action, lang)


def _explained(each: Action, lang: str) -> list[str]:
    parts = (each.word, each.takes)
    usage = " ".join(say(lang, part) for part in parts if part)
    return columns(((usage, _USAGE), (say(lang, each.help_typed), _HELP)), first="  ")


def _switch(terminal: Terminal, typed: str) -> Message:
    wanted = typed.strip().casefold()
    if not wanted:  # there are two: go to the other
        wanted = LANGUAGES[(LANGUAGES.index(terminal.lang) + 1) % len(LANGUAGES)]
    if wanted not in LANGUAGES:
        return Message.of("language.unknown", typed=Text.said_back(typed), languages=LANGUAGES)
    terminal.lang = wanted
    return Message.of("language.switched")
