"""What the facilitator wrote down and did, newest first."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.ending import Observation
from engine.language.messages import Message
from tui.actions import action
from tui.widgets.region import Region
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import Lay, hanging, listed, paragraph, stack
from tui.widgets.wording import Tongue

FLAG = "⚑ "


class Notes(Region):
    """Notes, and interventions."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self.rows = Rows("log", id="notes")
        super().__init__(tongue.line(action("log").name), self.rows, does="log", id="log")

    def show(
        self, notes: Sequence[Observation], interventions: Sequence[tuple[int, Message]], *, ended: bool = False
    ) -> None:
        """Show these, the latest turn first; at ENDEX, before all else what is flagged for the hot wash, as it came."""
        written = [(note.turn, 1, n, self._note(note)) for n, note in enumerate(notes)]
        done = [(turn, 0, n, self._done(turn, words)) for n, (turn, words) in enumerate(interventions)]
        ordered = sorted([*written, *done], key=lambda each: each[:3], reverse=True)
        rows = [Row(f"{kind}:{n}", lay) for _, kind, n, lay in ordered]
        flagged = [note for note in notes if note.hot_wash] if ended else []
        first = [Row("hot_wash", self._hot_wash, stop=False)] if flagged else []
        first += [Row(f"flagged:{n}", self._note(note)) for n, note in enumerate(flagged)]
        if first:
            rows = [*first, Row("all", self._all, stop=False), *rows]
        self.rows.show(rows or [Row("none", self._none, stop=False)])

    def _none(self, width: int) -> Content:
        return stack(paragraph(self._tongue.line(Message.of("log.none"), "$muted"), width))

    def _hot_wash(self, width: int) -> Content:
        return stack(paragraph(self._tongue.line(Message.of("log.hot_wash"), "bold $accent"), width))

    def _all(self, width: int) -> Content:
        return stack(paragraph(self._tongue.line(Message.of("log.all"), "bold $accent"), width))

    def _note(self, note: Observation) -> Lay:
        return lambda width: note_row(self._tongue, note, width)

    def _done(self, turn: int, words: Message) -> Lay:
        tongue = self._tongue
        head = Content.assemble(tongue.line(Message.of("log.turn", turn=turn), "$muted"), " ")
        return lambda width: stack(hanging(head, tongue.line(words, "$muted"), width))


def note_row(tongue: Tongue, note: Observation, width: int) -> Content:
    """Return a note: its turn, whether it is for the hot wash, whom and what it is about, its text."""
    flag = Content.styled(FLAG, "bold $accent") if note.hot_wash else Content("")
    head = Content.assemble(tongue.line(Message.of("log.turn", turn=note.turn), "$muted"), " ", flag)
    about = [tongue.line(each, "$muted") for each in (note.team, note.inject) if each]
    return stack(hanging(head, listed([*about, tongue.line(note.text)]), width))
