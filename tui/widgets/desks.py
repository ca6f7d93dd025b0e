"""Every team as the facilitator sees it: who sits there, what lies on its tray, whether it is sealed."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.console import Desk
from engine.game.view import Choice, SeatLine
from engine.language.messages import Message
from tui.actions import action
from tui.facilitator.words import nothing_on
from tui.widgets.public import seal_of
from tui.widgets.region import Region
from tui.widgets.rows import Row, Rows, gap
from tui.widgets.tray import NOTED, noted
from tui.widgets.typeset import EMPTY, Cell, Lay, columns, listed, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import chance_of, left_of, sits_of, team_of

NUMBER, ROOMY = 3, 42  # cells of an order's number; those from which its chance is said too


class Desks(Region):
    """One row a team."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self.rows = Rows("peek", id="teams")
        super().__init__(tongue.line(action("desks").name), self.rows, does="desks", id="desks")

    def show(self, desks: Sequence[Desk], table: Sequence[SeatLine], *, decides: bool) -> None:
        """Show these teams; `decides` says whether orders can be laid now."""
        lines = {line.team: line for line in table}
        rows: list[Row] = []
        for desk in desks:
            rows += [gap(desk.team)] if rows else []
            rows.append(Row(desk.team, self._set(desk, lines[desk.team], decides=decides)))
        self.rows.show(rows)
        people = [desk for desk in desks if lines[desk.team].human]
        sealed = sum(desk.sealed for desk in people)
        told = self._tongue.line(Message.of("desks.sealed", sealed=sealed, n=len(people)))
        self.say(told if decides and people else EMPTY)

    @property
    def marked(self) -> str | None:
        """The team that is marked."""
        return self.rows.marked

    def _set(self, desk: Desk, line: SeatLine, *, decides: bool) -> Lay:
        return lambda width: desk_row(self._tongue, desk, line, width, decides=decides)


def desk_row(tongue: Tongue, desk: Desk, line: SeatLine, width: int, *, decides: bool) -> Content:
    """Return a team in a few lines: its name, its seat, and each of its orders."""
    state = _state(tongue, desk, line, decides=decides)
    beside = min(state.cell_length, width // 2)
    name, *more = paragraph(tongue.line(team_of(line), "bold"), max(width - beside - 2, 1), most=2)
    lines = [columns(width, [Cell(name), Cell(state, beside)]), *more]
    for number, choice in enumerate(desk.view.tray, 1):
        lines += _order(tongue, number, choice, width)
        if said := desk.view.rationales.get(choice.card):
            lines += paragraph(tongue.line(said, "$muted"), width, indent=4, most=2)
        if slip := desk.view.slips.get(choice.card):
            lines += paragraph(noted(tongue, slip), width, indent=4, most=NOTED)
    if not desk.view.tray and line.human and decides:
        lines += paragraph(tongue.line(nothing_on(desk), "$muted"), width, indent=2)
    if desk.returned:
        lines += paragraph(tongue.line(Message.of("desks.returned", cards=desk.returned), "$danger"), width, indent=2)
    if line.human and decides:
        lines += paragraph(tongue.line(left_of(desk.view.purse), "$muted"), width, indent=2, most=2)
    return stack(lines)


def _state(tongue: Tongue, desk: Desk, line: SeatLine, *, decides: bool) -> Content:
    if not line.human:
        return tongue.line(sits_of(line.seat), "$muted")
    if not decides:
        return tongue.line(Message.of("desks.no_round"), "$muted")
    return seal_of(tongue, sealed=desk.sealed)


def _order(tongue: Tongue, number: int, choice: Choice, width: int) -> list[Content]:
    """Return an order, its target on a line of its own where both are long, with its chance where there is room."""
    name = tongue.line(choice.name)
    target = tongue.line(choice.target_name, "$muted") if choice.target_name is not None else EMPTY
    odds = tongue.line(chance_of(choice.odds), "$muted")
    chance = [Cell(odds, odds.cell_length + 1, right=True)] if width >= ROOMY else []
    left = max(width - NUMBER - 1, 1)
    room = max(left - sum(cell.width + 1 for cell in chance), 1)
    told = listed([name, target])
    if told.cell_length > room:
        first, *more = [*paragraph(name, room, most=2), *(paragraph(target, left, most=2) if target else [])]
    else:
        first, *more = [told]
    cells = [Cell(Content.styled(f"{number}", "$accent"), NUMBER, right=True), Cell(first), *chance]
    return [columns(width, cells, 1), *(Content.assemble(" " * (NUMBER + 1), each) for each in more)]
