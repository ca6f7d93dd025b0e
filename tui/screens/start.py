"""The start: the exercises that can be begun, and those that can be resumed."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as Event

from engine.game.load import SaveError
from engine.game.table import Table
from engine.language.messages import Message
from tui.offers import Kept, Offer
from tui.screens.place import Place
from tui.widgets.rows import Row, Rows, gap
from tui.widgets.typeset import Lay, apart, listed, paragraph, stack
from tui.widgets.wording import Said, Tongue
from tui.words import moment_of

LINES = 3


class StartScreen(Place[None]):
    """A list to choose from."""

    place = "start"

    @dataclass
    class Chosen(Event):
        """An exercise is to be started."""

        offer: Offer

    @dataclass
    class Resumed(Event):
        """A saved exercise goes on, at this table."""

        table: Table

    def __init__(
        self, tongue: Tongue, offers: Sequence[Offer], kept: Sequence[Kept], marked: str | None = None
    ) -> None:
        super().__init__(tongue)
        self._marked = f"new:{marked}"
        self._offers = {f"new:{offer.id}": offer for offer in offers}
        self._kept = {f"kept:{each.path}": each for each in kept}

    def compose(self) -> ComposeResult:
        """Name, list, foot."""
        with Vertical(id="sheet"):
            yield Said(self.tongue.line(Message.of("screen.start.name"), "bold $accent"), id="name")
            yield Said(self.tongue.line(Message.of("screen.start.motto"), "$muted"), id="motto")
            yield Rows("choose", id="offers")
        yield from self.foot()

    def fill(self) -> None:
        """Put the exercises in."""
        rows = [self._title(Message.of("screen.start.new")), gap("new")]
        for key, each in self._offers.items():
            rows += [Row(key, self._offer(each)), gap(key)]
        if self._kept:
            rows += [self._title(Message.of("screen.start.kept")), gap("kept")]
            rows += [Row(key, self._saved(each)) for key, each in self._kept.items()]
        table = self.query_one(Rows)
        table.show(rows)
        table.mark(self._marked)
        table.focus()

    def _title(self, words: Message) -> Row:
        line = self.tongue.line(words, "bold $foreground")
        return Row(f"title:{words.code}", lambda width: line.truncate(width, ellipsis=True), stop=False)

    def _offer(self, offer: Offer) -> Lay:
        return lambda width: offer_row(self.tongue, offer, width)

    def _saved(self, kept: Kept) -> Lay:
        when = self.tongue.line(moment_of(kept.moment), "$muted")
        return lambda width: apart(width, self.tongue.line(kept.title), when)

    def marked_words(self) -> Content:
        """Return the marked row."""
        return self.query_one(Rows).read()

    def action_choose(self) -> None:
        """Start the marked exercise, or resume it if it is a saved one."""
        marked = self.query_one(Rows).marked or ""
        if marked in self._offers:
            self.post_message(self.Chosen(self._offers[marked]))
        elif marked in self._kept:
            self._resume(self._kept[marked])

    def action_resume(self) -> None:
        """Resume the marked exercise, or the latest that was saved."""
        marked = self.query_one(Rows).marked or ""
        chosen = self._kept.get(marked) or next(iter(self._kept.values()), None)
        if chosen:
            self._resume(chosen)
        else:
            self.tell(Message.of("screen.start.none_kept"))

    def _resume(self, chosen: Kept) -> None:
        try:
            table = Table.resume(chosen.path)
        except SaveError as error:
            self.tell(error.message)
        else:
            self.post_message(self.Resumed(table))


def offer_row(tongue: Tongue, offer: Offer, width: int) -> Content:
    """Return an exercise: its title, what it is about, how long it is."""
    length = [
        tongue.line(Message.of("screen.start.length", turns=offer.turns, hours=offer.hours_per_turn)),
        tongue.line(Message.of("screen.start.seats", n=offer.seats)),
    ]
    if offer.rounds_short:
        length.insert(1, tongue.line(Message.of("screen.start.short", n=offer.rounds_short)))
    title = tongue.line(offer.title, "bold")
    summary = paragraph(tongue.line(offer.summary), width, most=LINES)
    facts = paragraph(listed(length).stylize("$muted"), width, most=1)
    return stack([title.truncate(width, ellipsis=True), *summary, *facts])
