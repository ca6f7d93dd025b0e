"""What we can do: the cards, and all about the one that is marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content
from textual.message import Message as Event

from engine.game.view import Choice, Odds
from engine.language.messages import Message
from tui.matters import first_cards
from tui.widgets.card_text import card_note
from tui.widgets.chances import WIDTH, WORD, odds_column
from tui.widgets.deck import KIND_NAMES, KINDS, Entry, entries, sorted_out
from tui.widgets.keys import named_keys
from tui.widgets.names import POWER, POWER_STYLE
from tui.widgets.press import Pieces, piece
from tui.widgets.region import Region, numbered
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, Cell, Filled, Fitted, Lay, columns, cut, listed, paragraph, stack, wide_enough
from tui.widgets.wording import Said, Tongue
from tui.words import amount, short_of

NUMBER = 2  # cells of its column
INDENT = " " * (NUMBER + 3)  # up to a card's name
ROOMY, PLATFORM = 100, 21  # cells from which the platform has a column, and of that column
NOTE_LINES = 6  # of the note at least, where the list is long
AROUND = 3  # lines beside both: two headings, and a gap
KEYS = {does: Message.of(f"screen.cards.{does}") for does in ("card", "concept")}
MORE = "more"  # the key of the row that stands for all other cards


class Beside(NamedTuple):
    """Cells of what stands beside the names of cards: hours, budget, and odds or the number of targets."""

    hours: int = 4
    budget: int = 6
    chance: int = WIDTH


class Shelf(Region):
    """The cards by kind, or those found by a word."""

    @dataclass
    class Marked(Event):
        """Another card is marked."""

        card: str

    def __init__(self, tongue: Tongue, *, few: bool) -> None:
        self._tongue = tongue
        self._deck: tuple[Entry, ...] = ()
        self._taken = Beside()
        self._kind = KINDS[0]
        self._word = ""
        self._few = few
        self._first: tuple[str, ...] = ()
        self.rows = Rows("lay", id="cards")
        self._note = Said(id="card-note")
        self._heads = Pieces(id="card-head")
        super().__init__(numbered(tongue, "cards"), self._heads, self.rows, self._note, does="cards", id="shelf")

    def on_resize(self) -> None:
        """Let the list be as long as its cards, as long as there is room below it for the note."""
        self.rows.styles.max_height = max(self.size.height - AROUND - NOTE_LINES, 1)

    def show(self, choices: Sequence[Choice]) -> None:
        """Show these cards."""
        self._deck = entries(choices)
        self._taken = beside(self._tongue, self._deck)
        self._first = self._first or first_cards(choices)  # they stay, whatever can still be laid
        self._heads.update(Fitted(lambda width: card_head(self._tongue, self._deck, width)))
        self._refill()

    def turn_kind(self, kind: str = "") -> None:
        """Go on to this kind of cards, or else to the next."""
        self._few = False
        self._kind = kind or KINDS[(KINDS.index(self._kind) + 1) % len(KINDS)]
        self._refill()

    @property
    def sorting(self) -> tuple[str, bool, str]:
        """Which kind is shown, whether only the first few are, and what was looked for."""
        return self._kind, self._few, self._word

    def sort(self, kind: str, few: bool, word: str) -> None:  # noqa: FBT001 - it is so or not
        """Show the cards as they were sorted before; a word by which none is found in this language is forgotten."""
        self._kind, self._few = kind, few
        self._word = word if sorted_out(self._deck, kind, word, self._tongue) else ""
        self._refill()

    def unfold(self) -> None:
        """Show all cards, no longer the first few."""
        self._few = False
        self._refill()

    @property
    def at_more(self) -> bool:
        """Whether the row that stands for all other cards is marked."""
        return self.rows.marked == MORE

    def find(self, word: str) -> None:
        """Show the cards in which this word appears, and mark the first; all of them for an empty one."""
        self._word, self._few = word, self._few and not word
        self._refill()
        if word:
            self.rows.action_first()

    def clear(self) -> None:
        """Forget the word and the kind."""
        self._kind = KINDS[0]
        self.find("")

    @property
    def word(self) -> str:
        """What was last looked for."""
        return self._word

    @property
    def marked(self) -> Entry | None:
        """The card that is marked."""
        return next((entry for entry in self._deck if entry.card == self.rows.marked), None)

    def on_mount(self) -> None:
        """Tell all about the card that is marked, in the same picture in which the mark moves to it."""
        self.watch(self.rows, "highlighted", self._tell, init=False)

    def _refill(self) -> None:
        found = sorted_out(self._deck, self._kind, self._word, self._tongue)
        shown = [entry for entry in found if entry.card in self._first] if self._few else found
        rows = [Row(entry.card, self._set(entry)) for entry in shown]
        if len(shown) < len(found):
            rows.append(Row(MORE, self._more(len(found) - len(shown))))
        self.rows.show(rows)
        self.say(self._sorting(len(found)))
        self._tell()

    def _tell(self) -> None:
        entry, tongue = self.marked, self._tongue
        if entry is None:
            none = tongue.line(Message.of("screen.cards.later" if self.at_more else "screen.cards.none"), "$muted")
            self._note.update(none, layout=False)
            return
        # The note has what the list leaves: to set the whole screen again at each key would be felt.
        self._note.update(Filled(lambda width, height: card_note(tongue, entry, width, height)), layout=False)
        self.post_message(self.Marked(entry.card))

    def _sorting(self, found: int) -> Content:
        """Say which cards are shown, beside the heading."""
        tongue = self._tongue
        if self._word:
            word = Content.assemble("/", Content(self._word))
            kind = EMPTY if self._kind == KINDS[0] else self._kind_name(self._kind)
            return listed([word.stylize("$accent"), kind, tongue.line(Message.of("screen.cards.found", n=found))])
        return EMPTY if self._few else listed([self._kind_name(each) for each in KINDS])

    def _kind_name(self, kind: str) -> Content:
        """Return a kind, to be pressed; the one that is shown is marked, also without colour."""
        name = self._tongue.line(KIND_NAMES[kind], "bold $accent" if kind == self._kind else "$muted")
        return piece(Content.assemble(("▸", "bold $accent"), name) if kind == self._kind else name, "kind", kind)

    def _more(self, hidden: int) -> Lay:
        words = self._tongue.line(Message.of("screen.cards.more", n=hidden), "$muted")
        return lambda width: cut(Content.assemble(INDENT, words), width)

    def _set(self, entry: Entry) -> Lay:
        return lambda width: card_row(self._tongue, entry, width, self._taken)


def beside(tongue: Tongue, deck: Sequence[Entry]) -> Beside:
    """Return how many cells the columns beside the names of all these cards need."""
    least, faces = Beside(), [entry.face for entry in deck]
    return Beside(
        wide_enough(least.hours, (_spent(tongue, face.hours) for face in faces)),
        wide_enough(least.budget, (_spent(tongue, face.budget) for face in faces)),
        wide_enough(least.chance - WORD - 1, (_targets(tongue, entry) for entry in deck)) + WORD + 1,
    )


def card_row(tongue: Tongue, entry: Entry, width: int, taken: Beside) -> Content:
    """Return a card: its name, its power, what it costs and its odds, or why it cannot be laid.

    It takes one line, unless its name is too long for it. What stands beside the name is `taken` by columns that are
    as wide for every card.
    """
    face = entry.face
    mark = Content.styled("✓", "bold $accent") if entry.laid else _answers(entry)
    number = Content.styled(str(face.number), "$muted")  # the same as on paper
    name = tongue.line(face.name, "$accent" if entry.laid else "$muted" if entry.why_not else "")
    cells = [Cell(mark, 1), Cell(number, max(NUMBER, number.cell_length), right=True)]
    cells += [Cell(EMPTY), Cell(tongue.line(POWER[face.power], POWER_STYLE[face.power]), 6)]
    if width >= ROOMY:
        platform = tongue.line(face.platform, "$muted") if face.platform else EMPTY
        cells.append(Cell(platform, PLATFORM))
    cells += [
        Cell(_spent(tongue, face.hours), taken.hours, right=True),
        Cell(_spent(tongue, face.budget), taken.budget, right=True),
    ]
    cells.append(Cell(_odds_or_why(tongue, entry, taken.chance), taken.chance))
    room = width - sum(cell.width for cell in cells) - len(cells) + 1
    first, *rest = paragraph(name, max(room, 1)) or [EMPTY]
    cells[2] = Cell(first, max(room, 1))
    return stack([columns(width, cells, 1), *(Content.assemble(INDENT, line) for line in rest)])


def card_head(tongue: Tongue, deck: Sequence[Entry], width: int) -> Content:
    """Return the heads of the columns, and what the sign of an answer and the numbers mean, where a card has them."""
    shown = [entry.face.odds for entry in deck if not entry.why_not and not entry.face.odds.certain]
    taken = beside(tongue, deck)
    room = width - sum(taken) - len(taken)
    numbers = _numbers_mean(tongue, shown)
    answer = any(_answers(entry) for entry in deck)
    signs = [tongue.line(Message.of("screen.cards.answers")), tongue.line(Message.of("screen.head.answer"))]
    legends = [listed([sign, numbers]) for sign in signs] if answer else [numbers]
    legends += [named_keys(tongue, KEYS.items(), Content(", "))]
    legend = next((each for each in legends if each and each.cell_length <= room), EMPTY)
    percent = tongue.line(Message.of("screen.head.percent")) if shown else EMPTY
    odds = columns(taken.chance, [Cell(tongue.line(Message.of("screen.head.chance")), WORD), Cell(percent)], 1)
    spent = [Cell(tongue.line(Message.of("screen.head.hours")), taken.hours, right=True)]
    spent.append(Cell(tongue.line(Message.of("screen.head.budget")), taken.budget, right=True))
    return columns(width, [Cell(legend), *spent, Cell(odds, taken.chance)], 1)


def _numbers_mean(tongue: Tongue, shown: Sequence[Odds]) -> Content:
    """Return what the numbers of these odds stand for, each in its colour: a range, or three of them."""
    works = tongue.line(Message.of("screen.head.works"), "$accent")
    if not any(odds.known for odds in shown):
        return works if shown else EMPTY
    rest = [(f"screen.head.{what}", style) for what, style in (("partly", "$muted"), ("backfires", "$danger"))]
    return listed([works, *(tongue.line(Message.of(code), style) for code, style in rest)], Content(" "))


def _answers(entry: Entry) -> Content:
    return Content.styled("!", "bold $danger") if any(choice.answers for choice in entry.choices) else EMPTY


def _spent(tongue: Tongue, spent: float) -> Content:
    return tongue.line(Message.of("screen.spent", amount=amount(spent))) if spent else EMPTY


def _targets(tongue: Tongue, entry: Entry) -> Content:
    """Return at how many targets a card can be aimed, where there is a choice."""
    many = len(entry.choices) > 1 and not (entry.why_not or entry.laid)
    return tongue.line(Message.of("screen.cards.targets", n=len(entry.choices)), "$muted") if many else EMPTY


def _odds_or_why(tongue: Tongue, entry: Entry, width: int) -> Content:
    if entry.why_not:
        return Content.assemble(("✗ ", "$danger"), tongue.line(short_of(entry.why_not), "$muted"))
    if targets := _targets(tongue, entry):
        return columns(width, [Cell(odds_column(tongue, entry.face.odds).truncate(WORD), WORD), Cell(targets)], 1)
    return odds_column(tongue, entry.face.odds)
