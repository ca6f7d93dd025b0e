"""What we have decided: the orders on the tray, and what is left to spend."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content

from engine.game.view import Choice, Purse, View
from engine.language.messages import Message
from engine.text import Text
from tui.widgets.chances import numbers
from tui.widgets.keys import named_keys
from tui.widgets.press import Pieces, Press, piece
from tui.widgets.region import Region, numbered
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import (
    DOT,
    EMPTY,
    Cell,
    Fitted,
    Lay,
    columns,
    cut,
    listed,
    meter,
    paragraph,
    stack,
    tie,
    wide_enough,
)
from tui.widgets.wording import Tongue
from tui.words import amount, chance_of, ran_on, stands_of

ROOMY = 60  # cells from which an order and its target stand on one line
ODDS = 14  # cells of their word
REASON = "✎"
NOTE, NOTED = "✉", 2  # the sign of what a private note says, and its lines on the tray
KEYS = {does: Message.of(f"screen.tray.{does}") for does in ("because", "foresee", "undo")}
HOURS, BUDGET = 6, 5  # cells of an order's hours, and of its budget with a gap before it, at least
SIGNED = 4  # cells of the sign of a reason with what keeps it apart, where there is no room for its words


class Spent(NamedTuple):
    """Cells of what orders cost: of hours and of budget; none of budget where no order takes any."""

    hours: int
    budget: int


class Tray(Region):
    """Orders laid for this round, in the order in which they were laid."""

    def __init__(self, tongue: Tongue, *, decides: bool) -> None:
        self._tongue, self._decides = tongue, decides
        self._laid: tuple[Choice, ...] = ()
        self.rows = Rows("take_back", id="laid")
        self._purse = Press("means", EMPTY, id="purse")
        keys = Pieces(tray_keys(tongue), id="tray-keys", classes="" if decides else "-none")
        super().__init__(numbered(tongue, "tray"), self.rows, keys, self._purse, does="tray", id="tray")

    def show(self, view: View) -> None:
        """Show the orders of a view, and what is left of hours, budget and orders."""
        tongue = self._tongue
        self._laid = view.tray
        self.set_class(bool(view.tray), "-laid")
        spent = spent_on(tongue, view.tray)
        rows = [Row(each.card, self._set(n, each, spent, view)) for n, each in enumerate(view.tray, 1)]
        if not rows:
            rows = [Row("", lambda width: _nothing(tongue, width), stop=False)]
        ran = ran_on(view)
        if ran:
            rows.append(Row("ran", lambda width: stack(paragraph(tongue.line(ran, "$accent"), width)), stop=False))
        if view.foreseen is not None:
            given = tongue.line(Message.of("forecast.given", n=view.foreseen), "$muted")
            rows.append(Row("forecast", lambda width: cut(given, width), stop=False))
        self.rows.show(rows)
        self.say(piece(purse_line(tongue, view.purse), "means"))
        self._purse.update(Fitted(lambda width: purse_bars(tongue, view.purse, width, decides=self._decides)))

    @property
    def marked(self) -> Choice | None:
        """The order that is marked."""
        return next((choice for choice in self._laid if choice.card == self.rows.marked), None)

    @property
    def last(self) -> Choice | None:
        """The order that was laid last."""
        return self._laid[-1] if self._laid else None

    def _set(self, n: int, choice: Choice, spent: Spent, view: View) -> Lay:
        reason, note = view.rationales.get(choice.card), view.slips.get(choice.card)
        tongue = self._tongue

        def lay(width: int) -> Content:
            row = laid_row(tongue, n, choice, width, reason, spent=spent)
            return stack([row, *paragraph(noted(tongue, note), width, indent=2, most=NOTED)]) if note else row

        return lay


def noted(tongue: Tongue, note: Text) -> Content:
    """Return what a private note on the tray says."""
    return Content.assemble((f"{NOTE} ", "$accent"), tongue.line(note, "$muted"))


def _nothing(tongue: Tongue, width: int) -> Content:
    return stack(paragraph(tongue.line(Message.of("screen.tray.empty"), "$muted"), width))


def spent_on(tongue: Tongue, orders: Iterable[Choice]) -> Spent:
    """Return how many cells the costs of these orders are set in, so that no number is cut."""
    costs = [_costs(tongue, each) for each in orders]
    budget = max(BUDGET, wide_enough(0, (each for _, each in costs)) + 1) if any(each for _, each in costs) else 0
    return Spent(wide_enough(HOURS, (each for each, _ in costs)), budget)


def laid_row(  # noqa: PLR0913 - each is a part of the row
    tongue: Tongue, n: int, choice: Choice, width: int, reason: Text | None = None, *, spent: Spent
) -> Content:
    """Return an order: its card and target, its odds in a word, what it costs; and the reason, where one stands.

    `spent` is how many cells its cost is set in, as those of all others on the tray.
    """
    number = Content.styled(f"{n}", "$accent")
    stands = tongue.line(stands_of(choice), "$accent") if choice.stands else EMPTY
    hours, budget = _costs(tongue, choice)
    cells = sum(spent)
    cost = columns(cells, [Cell(hours, spent.hours, right=True), Cell(budget, spent.budget, right=True)], 0)
    odds = tongue.line(chance_of(choice.odds))
    because = Content.assemble((f"{REASON} ", "$accent"), tongue.line(reason, "$muted")) if reason else EMPTY
    if width >= ROOMY:
        room = width - 1 - ODDS - cells - 3
        head, *aim = paragraph(_named(tongue, choice), room - (SIGNED if reason else 0))
        told = Cell(Content.assemble(head, "  ", because) if reason else head, room)
        line = columns(width, [Cell(number, 1), told, Cell(odds, ODDS), Cell(cost, cells)], 1)
        own_line = paragraph(stands, width, indent=2) if stands else []
        return stack([line, *(Content.assemble("  ", each) for each in aim), *own_line])
    first, *rest = paragraph(tongue.line(choice.name, "bold"), max(width - cells - 3, 1))
    target = tongue.line(choice.target_name) if choice.target_name is not None else EMPTY
    below = listed([target, odds, tie(numbers(tongue, choice.odds))])
    return stack(
        [
            columns(width, [Cell(number, 1), Cell(first), Cell(cost, cells)], 1),
            *(Content.assemble("  ", line) for line in rest),
            *paragraph(below.stylize_before("$muted"), width, indent=2),
            *(paragraph(stands, width, indent=2) if stands else []),
            *(paragraph(because, width, indent=2, most=1) if reason else []),
        ]
    )


def _named(tongue: Tongue, choice: Choice) -> Content:
    """Return a card and its target, which has a line of its own where it does not fit beside the card."""
    target = tie(tongue.line(choice.target_name, "$muted")) if choice.target_name is not None else EMPTY
    return listed([tongue.line(choice.name, "bold"), target])


def _costs(tongue: Tongue, choice: Choice) -> tuple[Content, Content]:
    budget = tongue.line(Message.of("screen.budget", budget=amount(choice.budget))) if choice.budget else EMPTY
    return tongue.line(Message.of("screen.hours", hours=amount(choice.hours))), budget


def tray_keys(tongue: Tongue) -> Content:
    """Return the keys of what can be done with an order that lies on the tray."""
    return named_keys(tongue, KEYS.items(), DOT).stylize_before("$muted")


def purse_line(tongue: Tongue, purse: Purse) -> Content:
    """Return what is left, in a few words."""
    return listed(
        [
            tongue.line(Message.of("screen.tray.hours", left=amount(purse.hours_left), all=amount(purse.hours))),
            tongue.line(Message.of("screen.tray.budget", left=amount(purse.budget_left), all=amount(purse.budget))),
        ]
    )


def purse_bars(tongue: Tongue, purse: Purse, width: int, *, decides: bool) -> Content:
    """Return what is left as bars, and which keys decide, where one may."""
    parts = (("hours", purse.hours_left, purse.hours), ("budget", purse.budget_left, purse.budget))
    rows: list[tuple[Content, float, Content]] = [
        (
            tongue.line(Message.of(f"screen.tray.{what}_left")),
            left / max(whole, 1),
            tongue.line(Message.of("screen.tray.left", left=amount(left), all=amount(whole))),
        )
        for what, left, whole in parts
    ]
    named, told = max(name.cell_length for name, _, _ in rows), max(left.cell_length for _, _, left in rows)
    bar = max(width - named - told - 2, 4)
    lines = []
    for name, share, left in rows:
        cells = [Cell(name, named), Cell(meter(share, bar, "$foreground"), bar), Cell(left, told, right=True)]
        lines.append(columns(width, cells, 1))
    lines.append(cut(tongue.line(Message.of("screen.tray.slots", n=purse.slots_left), "$muted"), width))
    lines += paragraph(tray_keys(tongue), width) if decides else []
    return stack(lines)
