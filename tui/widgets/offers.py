"""The list of the library: exercises that can be begun, and below them those that were saved."""

from engine.language.messages import Message
from tui.filters import Filter
from tui.offers import Library, Offer, Saved
from tui.widgets.library import LINES, TALL, WHOLE, offer_row, saved_row
from tui.widgets.rows import Row, Rows, gap
from tui.widgets.typeset import Lay, cut
from tui.widgets.wording import Tongue


class Offers(Rows):
    """It knows what each of its rows stands for."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__("choose", id="offers")
        self._tongue = tongue
        self._stand_for: dict[str, Offer | Saved] = {}

    def fill(self, library: Library, filtered: Filter) -> None:
        """Show what is let through of a library, and all that was saved."""
        offers = {key_of(each.name): each for each in library.offers if filtered.lets(each)}
        saves = {f"kept:{each.path}": each for each in library.saves}
        self._stand_for = {**offers, **saves}
        rows = [self._title(Message.of("screen.start.new")), gap("new")]
        for key, offer in offers.items():
            rows += [Row(key, self._offer(offer)), gap(offer.name)]
        if not offers:
            rows += [self._title(Message.of("filter.none"), "$muted"), gap("none")]
        if saves:
            rows += [self._title(Message.of("screen.start.kept")), gap("kept")]
            rows += [Row(key, self._saved(saved)) for key, saved in saves.items()]
        self.show(rows)

    @property
    def chosen(self) -> Offer | Saved | None:
        """What the marked row stands for."""
        return self._stand_for.get(self.marked or "")

    def _title(self, words: Message, style: str = "bold $foreground") -> Row:
        line = self._tongue.line(words, style)
        return Row(f"title:{words.code}", lambda width: cut(line, width), stop=False)

    def _offer(self, offer: Offer) -> Lay:
        return lambda width: offer_row(self._tongue, offer, width, WHOLE if self.app.size.height >= TALL else LINES)

    def _saved(self, saved: Saved) -> Lay:
        return lambda width: saved_row(self._tongue, saved, width)


def key_of(name: str) -> str:
    """Return the key of the row of an exercise that can be begun."""
    return f"new:{name}"
