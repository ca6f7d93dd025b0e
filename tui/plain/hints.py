"""The hints of a tutorial line by line: each once, below the part of the room that it speaks of."""

from dataclasses import replace

from engine.game.view import View
from engine.language.messages import Message
from tui.coaching import Coaching
from tui.plain.terminal import Terminal
from tui.settings import Settings, default_path, keep, read


class Hints:
    """What was printed was given. Whether hints are wanted is kept with the settings."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._kept = read(default_path())
        self._settings = replace(self._kept.settings, learnt=())
        self._coaching = Coaching(lambda: self._settings, self._like)

    def give(self, view: View, at: str) -> None:
        """Print the hints that point at a part of the room."""
        for hint in self._coaching.left(view):
            if hint.at == at:
                self._terminal.say(Message.of("plain.hint", text=hint.text), first="  ")
                self._coaching.learn(view, hint)

    def turn(self) -> None:
        """Switch hints off, or on from the beginning."""
        self._terminal.say(Message.of("coach.on" if self._coaching.turn() else "coach.off"))

    def _like(self, settings: Settings) -> None:
        trouble = None
        if settings.hints != self._settings.hints and self._kept.file:
            trouble = keep(self._kept.file, replace(self._kept.settings, hints=settings.hints))
        self._settings = settings
        if trouble:
            self._terminal.say(trouble)
