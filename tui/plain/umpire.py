"""The umpire's slips, line by line: one line a team, read out, and sealed all together."""

from engine.language.catalogue import between
from engine.language.messages import Message
from engine.text import Text
from tui.facilitator import slips
from tui.facilitator.chair import Chair, Reply
from tui.plain.asks import confirm
from tui.plain.page import said, wrap
from tui.plain.terminal import Terminal
from tui.words import told


class PlainUmpire:
    """It types for all teams that people sit at and that have not sealed."""

    def __init__(self, chair: Chair, terminal: Terminal) -> None:
        self._chair, self._terminal = chair, terminal

    def seal(self) -> Reply | None:
        """Ask one line a team, show what it says, and seal all of them together; None if the facilitator goes back."""
        console = self._chair.console
        people = {line.team: line.name for line in console.public.table if line.human}
        awaited = [desk.team for desk in console.desks if desk.team in self._chair.table.waiting]
        if not awaited:
            self._terminal.say(Message.of("umpire.nobody"))
            return None
        self._terminal.say(Message.of("plain.umpire.how"))
        read: dict[str, tuple[slips.Line, ...]] = {}
        for team in awaited:
            slip = self._slip(team, people[team])
            if slip is None:
                self._terminal.say(Message.of("plain.not_sealed"))
                return None
            read[team] = slip
        conducted = self._chair.table.conducted
        about = Message.of("plain.umpire.all", n=len(read)) if conducted else slips.closes(console, read)
        if not confirm(self._terminal, (about,), Message.of("plain.umpire.seal")):
            self._terminal.say(Message.of("plain.not_sealed"))
            return None
        return slips.seal(self._chair, read).saying(Message.of("umpire.sealed", n=len(read)))

    def _slip(self, team: str, name: Text) -> tuple[slips.Line, ...] | None:
        """Ask for a team's slip until it fits; None if the facilitator goes back."""
        while True:
            lies = Text.of(slips.written(self._chair.table, team))
            code = "plain.umpire.ask_laid" if str(lies) else "plain.umpire.ask"
            typed = self._terminal.ask(Message.of(code, team=name, lies=lies))
            if typed == ".":
                return None
            lines = slips.whole(self._chair.table, self._terminal.lang, team, typed or str(lies))
            self._terminal.lines(line for each in lines for line in self._read_out(each))
            if not any(each.wrong for each in lines):
                return lines

    def _read_out(self, line: slips.Line) -> list[str]:
        choice, lang = line.choice, self._terminal.lang
        if choice is None:
            return said(lang, line.wrong) if line.wrong else []
        argued = Message.of("umpire.argued") if line.argued else None
        name = between(told(lang, part) for part in (choice.name, choice.target_name, argued) if part is not None)
        lines = wrap(name, first=f"{line.typed:>6}  ", rest=" " * 8)
        return lines + (said(lang, line.wrong, indent=" " * 8) if line.wrong else [])
