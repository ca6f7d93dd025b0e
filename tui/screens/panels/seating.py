"""A panel in which a seat is passed in the middle of an exercise: to a person, to a bot, to nobody."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from engine.game.seats import Seat, parse_seat
from engine.game.view import SeatLine
from engine.language.messages import Message
from engine.text import Text
from tui.launch import CYCLE
from tui.screens.panel import Panel
from tui.screens.seats import Seats
from tui.widgets.keys import ARROWS
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import Cell, Fitted, Lay, columns, hanging, listed, paragraph, stack, tie
from tui.widgets.wording import Said, Tongue
from tui.words import like_of, sits_of, team_of

NAME = 20
"""Cells of a name before what it is like."""
ROOMY = 27
"""Lines of a terminal, beside the teams, in which all of them can be told."""


Passing = tuple[SeatLine, Seat]
"""Where somebody else is to sit from now on, and who."""


class Seating(Panel[tuple[Passing, ...]], Seats[tuple[Passing, ...]]):
    """One row a team. The result is who sits anew where, or None."""

    place = "seating"

    def __init__(self, tongue: Tongue, lines: Sequence[SeatLine], marked: str | None = None) -> None:
        super().__init__(tongue)
        self._marked = marked
        self._lines = {line.team: line for line in lines}
        self._seats = {line.team: written for line in lines if isinstance(written := parse_seat(line.seat), Seat)}

    def compose(self) -> ComposeResult:
        """Title, teams, what the one who would sit there is like, keys."""
        with Vertical(classes="paper"):
            yield Said(self.tongue.line(Message.of("screen.seating.title"), "bold $accent"), classes="paper-title")
            yield Rows("seat", id="seating")
            yield Said(id="sits", classes="paper-text")
            yield from self.foot([(ARROWS, Message.of("screen.hint.move"))])

    def fill(self) -> None:
        """Put the teams in."""
        marked = self._marked
        self._fill()
        if marked:
            self.query_one(Rows).mark(marked)
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        """Tell of all who may sit there where there is room."""
        super().on_resize()
        self.on_option_list_option_highlighted()

    def _fill(self) -> None:
        self.query_one(Rows).show([Row(team, self._row(line)) for team, line in self._lines.items()])
        self.on_option_list_option_highlighted()

    def on_option_list_option_highlighted(self) -> None:
        """Say what those who may sit there are like."""
        team = self._marked = self.query_one(Rows).marked
        if team:
            tongue, now, roomy = self.tongue, self._seats[team], self.app.size.height >= ROOMY + len(self._lines)
            told = seats_told if roomy else seats_named
            self.query_one("#sits", Said).update(Fitted(lambda width: told(tongue, now, width)))

    def _row(self, line: SeatLine) -> Lay:
        tongue, now, changed = self.tongue, str(self._seats[line.team]), self._changed(line)
        sits = tongue.line(sits_of(now), "bold $accent" if changed else "$muted")
        mark = Content.styled("→" if changed else " ", "bold $accent")
        name = tongue.line(team_of(line), "bold")
        return lambda width: columns(width, [Cell(name), Cell(mark, 1), Cell(sits, 24)])

    def marked_words(self) -> Content:
        """Return the marked team."""
        return self.query_one(Rows).read()

    def _named(self, team: str) -> Text:
        return self._lines[team].name

    def _seat_of(self, team: str) -> Seat:
        return self._seats[team]

    def _sit(self, team: str, seat: Seat) -> None:
        self._seats[team] = seat
        self._fill()

    def action_pass_seats(self) -> None:
        """Pass every seat where somebody else is to sit."""
        changed = tuple((line, self._seats[team]) for team, line in self._lines.items() if self._changed(line))
        if changed:
            self.dismiss(changed)
        else:
            self.tell(Message.of("screen.seating.same"), grave=False)

    def _changed(self, line: SeatLine) -> bool:
        return str(self._seats[line.team]) != line.seat


def seats_told(tongue: Tongue, now: Seat, width: int) -> Content:
    """Return all who may sit at a team, each with a line about it."""
    return stack(line for each in CYCLE for line in _told(tongue, each, width, chosen=each == now))


def _told(tongue: Tongue, each: Seat, width: int, *, chosen: bool) -> list[Content]:
    head = columns(NAME, [Cell(_mark(chosen=chosen), 1), Cell(_name(tongue, each, chosen=chosen))], 1)
    return hanging(head, tongue.line(like_of(str(each)), "$foreground" if chosen else "$muted"), width)


def seats_named(tongue: Tongue, now: Seat, width: int) -> Content:
    """Return the names of all who may sit at a team, and a line about the one who would."""
    names = [tie(_name(tongue, each, chosen=each == now)) for each in CYCLE]
    return stack([*paragraph(listed(names), width), *paragraph(tongue.line(like_of(str(now))), width)])


def _name(tongue: Tongue, each: Seat, *, chosen: bool) -> Content:
    return tongue.line(sits_of(str(each)), "bold $accent" if chosen else "$muted")


def _mark(*, chosen: bool) -> Content:
    return Content.styled("▸" if chosen else " ", "bold $accent")
