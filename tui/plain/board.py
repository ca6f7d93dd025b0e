"""The public board line by line: all of it whenever the exercise has moved on, a line for a seal or for the clock."""

import sys
from pathlib import Path

from engine.exits import FINE
from engine.game.load import SaveError
from engine.game.progress import Progress
from engine.language.catalogue import say
from engine.language.messages import Message
from tui.following import LOOK, Following
from tui.plain import billboard
from tui.plain.asks import LeaveError, heeded
from tui.plain.page import wrap
from tui.plain.terminal import Terminal
from tui.posted import unscored
from tui.streams import complain
from tui.timing import clock_words


class PlainBoard:
    """Follows a save that has been read once, and prints what everybody may know."""

    def __init__(self, followed: Following, terminal: Terminal) -> None:
        self._followed, self._terminal = followed, terminal
        self._told: list[str] = []
        self._lang = terminal.lang
        self._seats: dict[str, Message] = {}
        self._clock: tuple[str, int] | None = None
        self._trouble: Message | None = None
        self._scored = False

    def run(self) -> int:
        """Follow the save until somebody leaves, or the input ends."""
        try:
            self._show()
            while True:
                typed = self._terminal.typed_within(LOOK)
                if typed and heeded(self._terminal, "board", typed):  # nothing else is left to be asked for
                    self._ask()
                self._look()
        except (LeaveError, EOFError, KeyboardInterrupt):
            return FINE

    def _ask(self) -> None:
        """Tell of the scores, which somebody at the board has asked for."""
        self._scored = self._followed.view.ended
        if self._scored:
            self._show()
        else:
            self._terminal.say(Message.of("board.no_scores"))

    def _look(self) -> None:
        """Read the save where it has changed; one that cannot be read just now is said once, and read again later."""
        if not self._followed.moved():
            if self._lang == self._terminal.lang:
                self._terminal.lines(self._clock_lines())
            else:
                self._show()
            return
        if self._followed.ends():
            self._terminal.say(Message.of("board.computing"))
        try:
            self._followed.read()
        except SaveError as error:
            if error.message != self._trouble:
                self._terminal.say(error.message)
            self._trouble = error.message
            return
        self._trouble = None
        self._show()

    def _show(self) -> None:
        """Print what is new: all of it, or who has sealed and what has become of the clock."""
        lang = self._terminal.lang
        self._scored &= self._followed.view.ended  # the last turn may be taken back
        view = self._followed.view if self._scored else unscored(self._followed.view)
        head, body = billboard.head(view, lang), billboard.sections(view, lang)
        seats, told = billboard.seats(view), [lang, str(self._followed.file), str(view.reopened), *head, *body]
        new = [line for team, line in seats.items() if self._seats.get(team) != line]
        anew = told != self._told
        clock = self._clock_lines(anew=anew)
        if anew:
            self._terminal.lines([*head, *clock, *body, "", *billboard.seals(view, [*seats.values()], lang)])
            self._terminal.say(Message.of("plain.board.save", file=self._followed.file))
        else:
            self._terminal.lines([*clock, *(billboard.seals(view, new, lang) if new else [])])
        self._told, self._seats, self._lang = told, seats, lang

    def _clock_lines(self, *, anew: bool = False) -> list[str]:
        """Tell of the clock where it has changed its state or was set anew; while it only runs there is nothing new."""
        left, running = self._followed.left, self._followed.runs
        words = clock_words(left, running=running)
        if words is None or left is None:
            self._clock = None
            return []
        before, self._clock = self._clock, (words.code, left)
        same = before is not None and before[0] == words.code and (before[1] >= left if running else before[1] == left)
        return [] if same and not anew else wrap(f"[{say(self._terminal.lang, words)}]")


def run(path: Path, ahead: Progress, lang: str) -> int:
    """Show the board of a save line by line. Returns the exit code."""
    terminal, followed = Terminal(sys.stdin, sys.stdout, lang), Following(path)
    try:
        if terminal.interactive:
            terminal.heading(Message.of("plain.title", title=ahead.name))
            terminal.say(Message.of("board.ahead_scored" if ahead.ended else "board.ahead"))
            terminal.say(Message.of("plain.help.board"))
        followed.begin(*followed.public())
    except SaveError as error:
        complain(say(lang, error.message))
        return error.exit_code
    except KeyboardInterrupt:
        return FINE
    return PlainBoard(followed, terminal).run()
