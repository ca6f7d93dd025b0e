"""The MSEL as a timeline: what has fired, what is due, what is held, and all about the inject that is marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message as Event

from engine.language.messages import Message
from tui.actions import action
from tui.facilitator.words import addressed_of, became_of, dated_of, waits
from tui.widgets.region import Region
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, Cell, Fitted, Lay, columns, cut, listed, paragraph, stack
from tui.widgets.wording import Said, Tongue

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.console import Entry

SIGNS = {
    "fired": ("✓", "$accent"),
    "due": ("!", "bold $danger"),
    "waits": ("◌", "bold $foreground"),
    "held": ("‖", "bold $foreground"),
    "skipped": ("✗", "$muted"),
    "later": ("○", "$muted"),
    "unscheduled": ("◇", "$muted"),
    "passed": ("-", "$muted"),
}
SIGN = 2  # cells before a name
ROOMY, NOTE_LINES, NARROW_LINES = 60, 6, 14  # from so many cells on, a note needs few lines; those of a narrow one
QUIET = {"fired", "skipped", "passed"}


class Msel(Region):
    """Every inject, turn by turn."""

    @dataclass
    class Marked(Event):
        """Another inject is marked."""

        inject: str

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._entries: tuple[Entry, ...] = ()
        self.rows = Rows("peek", id="timeline")
        self._note = Said(id="inject-note")
        super().__init__(tongue.line(action("msel").name), self.rows, self._note, does="msel", id="msel")

    def show(self, entries: "Sequence[Entry]", now: int) -> None:
        """Show these injects as they are in the turn `now`, 0 once it is over; at first, at what may fire next."""
        self._entries = tuple(entries)
        rows: list[Row] = []
        dated = sorted({now, *(entry.turn for entry in entries if entry.turn)} - {0}) if entries else []
        for turn in [*dated, *([None] if any(entry.turn is None for entry in entries) else [])]:
            rows.append(Row(f"turn:{turn}", self._turn_head(turn, now), stop=False))
            rows += [Row(entry.inject, self._set(entry)) for entry in entries if entry.turn == turn]
        fresh = self.marked is None
        self.rows.show(rows or [Row("none", self._none, stop=False)])
        if fresh and (first := _first(entries, now)):
            self.rows.mark(first.inject)
        if fresh:
            self.rows.begin_at(f"turn:{now}")
        self._tell()

    @property
    def marked(self) -> "Entry | None":
        """The inject that is marked."""
        return next((entry for entry in self._entries if entry.inject == self.rows.marked), None)

    def on_option_list_option_highlighted(self) -> None:
        """Tell all about the inject that is marked now."""
        self._tell()

    def _tell(self) -> None:
        entry = self.marked
        if entry is None:
            self._note.update(EMPTY)
            return
        self._note.update(Fitted(lambda width: inject_note(self._tongue, entry, width)))
        self.post_message(self.Marked(entry.inject))

    def _none(self, width: int) -> Content:
        return stack(paragraph(self._tongue.line(Message.of("msel.none"), "$muted"), width))

    def _turn_head(self, turn: int | None, now: int) -> Lay:
        code = "msel.no_date" if turn is None else "msel.turn_now" if turn == now else "msel.turn"
        words = self._tongue.line(Message.of(code, turn=turn or 0), "bold $accent" if turn == now else "$muted")
        return lambda width: cut(words, width)

    def _set(self, entry: "Entry") -> Lay:
        return lambda width: inject_row(self._tongue, entry, width)


def _first(entries: "Sequence[Entry]", now: int) -> "Entry | None":
    """Return the next inject that may fire, rather one of this turn or a later one than one that waits since long."""
    open_to = [entry for entry in entries if entry.state in {"due", "held", "later"}]
    return next((entry for entry in open_to if (entry.turn or 0) >= now), open_to[0] if open_to else None)


def inject_row(tongue: Tongue, entry: "Entry", width: int) -> Content:
    """Return an inject: a sign, its name, on more lines where it is long, and after all of it what has become of it."""
    sign, style = SIGNS["waits" if waits(entry) else entry.state]
    name = tongue.line(entry.name, "$muted" if entry.state in QUIET else "bold" if entry.state == "due" else "")
    undated = entry.turn is None and entry.state == "unscheduled"  # as the heading above it says
    state = EMPTY if undated else tongue.line(became_of(entry), "$muted")
    room = max(width - SIGN, 1)
    *above, last = paragraph(name, room)
    if state and last.cell_length + 1 + state.cell_length > room:
        above, last = [*above, last], EMPTY
    cells = [Cell(last), *([Cell(state, min(state.cell_length, room), right=True)] if state else [])]
    lines = [*above, columns(room, cells, 1)]
    mark = Content.styled(sign, style)
    return stack([Content.assemble(" " if at else mark, " ", line) for at, line in enumerate(lines)])


def inject_note(tongue: Tongue, entry: "Entry", width: int) -> Content:
    """Return an inject with its date, to whom it goes and its text, cut to the lines that there are for it."""
    most = NOTE_LINES if width >= ROOMY else NARROW_LINES
    lines = paragraph(_head(tongue, entry), width)
    lines += paragraph(tongue.line(entry.text), width, most=max(most - len(lines), 1))
    return stack(lines[:most])


def inject_whole(tongue: Tongue, entry: "Entry", width: int) -> Content:
    """Return all of an inject."""
    return stack([*paragraph(_head(tongue, entry), width), EMPTY, *paragraph(tongue.whole(entry.text), width)])


def _head(tongue: Tongue, entry: "Entry") -> Content:
    sender = tongue.line(entry.sender) if entry.sender else EMPTY
    to = tongue.line(addressed_of(entry))
    added = tongue.line(Message.of("msel.added")) if entry.added else EMPTY
    return listed([tongue.line(dated_of(entry)), sender, to, added]).stylize_before("$muted")
