"""What the facilitator wrote down and did, newest first."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.ending import Observation
from engine.language.messages import Message
from tui.actions import action
from tui.facilitator.words import Act, log_of
from tui.widgets.papers import Paper
from tui.widgets.region import Region
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import Lay, hanging, listed, paragraph, stack
from tui.widgets.wording import Tongue

FLAG = "⚑ "


class Notes(Region):
    """Notes, and interventions."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._notes: tuple[Observation, ...] = ()
        self._done: tuple[tuple[int, Message], ...] = ()
        self._ended = False
        self.rows = Rows("peek", id="notes")
        super().__init__(tongue.line(action("log").name), self.rows, does="log", id="log")

    def show(
        self, notes: Sequence[Observation], interventions: Sequence[tuple[int, Message]], *, ended: bool = False
    ) -> None:
        """Show these, the latest turn first; at ENDEX, before all else what is flagged for the hot wash, as it came."""
        self._notes, self._done, self._ended = tuple(notes), tuple(interventions), ended
        self.rows.show(self._set(self._tongue))

    def paper(self, tongue: Tongue) -> Paper:
        """Return all of it for a page of its own, in a language."""
        rows = self._set(tongue)
        return tongue.line(action("log").name), lambda width: stack(row.lay(width) for row in rows)

    def _set(self, tongue: Tongue) -> list[Row]:
        return notes_rows(tongue, self._notes, self._done, ended=self._ended)


def notes_rows(
    tongue: Tongue, notes: Sequence[Observation], done: Sequence[tuple[int, Message]], *, ended: bool
) -> list[Row]:
    """Return notes and interventions, the latest turn first; at ENDEX, before them what is for the hot wash."""
    flagged, acts = log_of(notes, done, ended=ended)
    rows = [Row(act.key, _told(tongue, act)) for act in acts]
    if flagged:
        first = [Row(f"flagged:{n}", _noted(tongue, note)) for n, note in enumerate(flagged)]
        rest = [_head(tongue, "rest", "bold $accent"), *rows] if rows else []
        rows = [_head(tongue, "hot_wash", "bold $accent"), *first, *rest]
    return rows or [_head(tongue, "none", "$muted")]


def _head(tongue: Tongue, name: str, style: str) -> Row:
    words = tongue.line(Message.of(f"log.{name}"), style)
    return Row(name, lambda width: stack(paragraph(words, width)), stop=False)


def _noted(tongue: Tongue, note: Observation) -> Lay:
    return lambda width: note_row(tongue, note, width)


def _told(tongue: Tongue, act: Act) -> Lay:
    if isinstance(act.said, Observation):
        return _noted(tongue, act.said)
    head = Content.assemble(tongue.line(Message.of("log.turn", turn=act.turn), "$muted"), " ")
    words = tongue.line(act.said, "$muted")
    return lambda width: stack(hanging(head, words, width))


def note_row(tongue: Tongue, note: Observation, width: int) -> Content:
    """Return a note: its turn, whether it is for the hot wash, whom and what it is about, its text."""
    flag = Content.styled(FLAG, "bold $accent") if note.hot_wash else Content("")
    head = Content.assemble(tongue.line(Message.of("log.turn", turn=note.turn), "$muted"), " ", flag)
    about = [tongue.line(each, "$muted") for each in (note.team, note.inject) if each]
    return stack(hanging(head, listed([*about, tongue.line(note.text)]), width))
