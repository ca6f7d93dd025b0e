"""What we have decided: the orders on the tray, and what is left to spend."""

from textual.content import Content

from engine.game.view import Choice, Purse, View
from engine.language.messages import Message
from engine.text import Text
from tui.widgets.chances import numbers
from tui.widgets.region import Region, numbered
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, Cell, Fitted, Lay, columns, listed, meter, paragraph, stack
from tui.widgets.wording import Said, Tongue
from tui.words import amount, chance_of, stands_of

ROOMY = 60  # cells from which an order and its target stand on one line
ODDS = 14  # cells of their word
REASON = "✎"
SIGNED = 4  # cells of the sign of a reason with what keeps it apart, where there is no room for its words


class Tray(Region):
    """Orders laid for this round, in the order in which they were laid."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._laid: tuple[Choice, ...] = ()
        self.rows = Rows("take_back", id="laid")
        self._purse = Said(id="purse")
        super().__init__(numbered(tongue, "tray"), self.rows, self._purse, does="tray", id="tray")

    def show(self, view: View) -> None:
        """Show the orders of a view, and what is left of hours, budget and orders."""
        tongue = self._tongue
        self._laid = view.tray
        rows = [Row(each.card, self._set(n, each, view.grounds.get(each.card))) for n, each in enumerate(view.tray, 1)]
        if not rows:
            rows = [Row("", lambda width: _nothing(tongue, width), stop=False)]
        self.rows.show(rows)
        self.say(purse_line(tongue, view.purse))
        self._purse.update(Fitted(lambda width: purse_bars(tongue, view.purse, width)))

    @property
    def marked(self) -> Choice | None:
        """The order that is marked."""
        return next((choice for choice in self._laid if choice.card == self.rows.marked), None)

    @property
    def last(self) -> Choice | None:
        """The order that was laid last."""
        return self._laid[-1] if self._laid else None

    def _set(self, n: int, choice: Choice, reason: Text | None) -> Lay:
        return lambda width: laid_row(self._tongue, n, choice, width, reason)


def _nothing(tongue: Tongue, width: int) -> Content:
    return stack(paragraph(tongue.line(Message.of("screen.tray.empty"), "$muted"), width))


def laid_row(tongue: Tongue, n: int, choice: Choice, width: int, reason: Text | None = None) -> Content:
    """Return an order: its card and target, its odds in a word, what it costs; and the reason, where one stands."""
    number = Content.styled(f"{n}", "$accent")
    name = tongue.line(choice.name, "bold")
    target = tongue.line(choice.target_name) if choice.target_name is not None else EMPTY
    stands = tongue.line(stands_of(choice), "$accent") if choice.stands else EMPTY
    cost = columns(12, [Cell(spent, 6, right=True) for spent in _costs(tongue, choice)], 0)
    own_line = paragraph(stands, width, indent=2) if choice.stands > 1 else []
    head = listed([name, target.stylize("$muted"), EMPTY if own_line else stands])
    cells = [Cell(number, 1), Cell(head), Cell(tongue.line(chance_of(choice.odds)), ODDS), Cell(cost, 12)]
    beside = sum(cell.width for cell in cells) + len(cells) - 1
    because = Content.assemble((f"{REASON} ", "$accent"), tongue.line(reason, "$muted")) if reason else EMPTY
    needed = head.cell_length + (SIGNED if reason else 0)
    if beside + needed > width:
        cells.pop(2)  # a laid order needs its odds least
    if width >= ROOMY:
        cells[1] = Cell(Content.assemble(head, "  ", because) if reason else head)
        return stack([columns(width, cells, 1), *own_line])
    first, *rest = paragraph(name, max(width - 15, 1))
    below = listed([target, tongue.line(chance_of(choice.odds)), numbers(tongue, choice.odds)])
    return stack(
        [
            columns(width, [Cell(number, 1), Cell(first), Cell(cost, 12)], 1),
            *(Content.assemble("  ", line) for line in rest),
            *paragraph(below.stylize_before("$muted"), width, indent=2),
            *(paragraph(stands, width, indent=2) if stands else []),
            *(paragraph(because, width, indent=2, most=1) if reason else []),
        ]
    )


def _costs(tongue: Tongue, choice: Choice) -> tuple[Content, Content]:
    budget = tongue.line(Message.of("screen.budget", budget=amount(choice.budget))) if choice.budget else EMPTY
    return tongue.line(Message.of("screen.hours", hours=amount(choice.hours))), budget


def purse_line(tongue: Tongue, purse: Purse) -> Content:
    """Return what is left, in a few words."""
    return listed(
        [
            tongue.line(Message.of("screen.tray.hours", left=amount(purse.hours_left), all=amount(purse.hours))),
            tongue.line(Message.of("screen.tray.budget", left=amount(purse.budget_left), all=amount(purse.budget))),
        ]
    )


def purse_bars(tongue: Tongue, purse: Purse, width: int) -> Content:
    """Return what is left as bars."""
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
    lines.append(
        tongue.line(Message.of("screen.tray.slots", n=purse.slots_left), "$muted").truncate(width, ellipsis=True)
    )
    lines += paragraph(tongue.line(Message.of("screen.tray.keys"), "$muted"), width)
    return stack(lines)
