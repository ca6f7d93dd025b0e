"""What came of several turns, joined: orders that went on, changes of meters, and where their causes are written."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from engine.game.view import Bulletin, Change, Played, Reason, View
from engine.language.messages import Message
from engine.scenario.lines import Line, in_order
from engine.text import Text
from tui.adding import ROUNDING, TENTHS, adding_up, in_tenths, printed
from tui.words import turn_name

THREE = 3
BEYOND = "cause.limit"
"""What is said of an amount that went beyond the end of a scale."""
Dated = tuple[Bulletin, Played]
"""An order with its turn."""


def is_same(one: Played, other: Played) -> bool:
    """Whether two orders are one that goes on: of one team, with one card, target and voice."""
    return (one.team, one.card, one.target_name, one.voice) == (other.team, other.card, other.target_name, other.voice)


def once_each(orders: Iterable[Dated]) -> list[Dated]:
    """Leave out an order that stands there already with another turn."""
    first: list[Dated] = []
    for dated in orders:
        if not any(is_same(dated[1], each) for _, each in first):
            first.append(dated)
    return first


def in_turn(view: View) -> tuple[list[Dated], int]:
    """Return all orders with their turns, and how many of them are told at once: the reader's, or what mattered most.

    These come first, turn by turn; the others follow, turn by turn too. What went on over several turns is told at
    once for the turn alone in which it mattered most.
    """
    orders = [(bulletin, order) for bulletin in view.bulletins for order in bulletin.orders]
    orders.sort(key=lambda pair: (pair[1].team != view.team, -pair[1].weight))
    once = once_each(orders)
    told = once[: max(THREE, sum(order.team == view.team for _, order in once))]
    chosen = {id(pair) for pair in told}  # an order and its twin of the same turn may be equal
    rest = [pair for pair in orders if id(pair) not in chosen]
    return [pair for part in (told, rest) for pair in sorted(part, key=lambda pair: pair[0].turn)], len(told)


def also_of(order: Played, others: Iterable[Dated]) -> Message | None:
    """Say what became of an order in those other turns in which it went on; None where it did not."""
    also = tuple(
        Message.of("screen.bulletin.also_in", turn=turn_name(at.turn), outcome=Message.of(f"outcome.{other.outcome}"))
        for at, other in others
        if is_same(order, other)
    )
    return Message.of("screen.bulletin.also", turns=also) if also else None


def together(bulletins: Sequence[Bulletin]) -> tuple[Change, ...]:
    """Join the changes of several turns into one a meter: first before, last after, reasons added up."""
    joined: dict[str, Change] = {}
    for bulletin in bulletins:
        for change in bulletin.changes:
            earlier = joined.get(change.meter)
            joined[change.meter] = (
                change
                if earlier is None
                else replace(change, before=earlier.before, reasons=_added([*earlier.reasons, *change.reasons]))
            )
    return tuple(joined.values())


def _added(rows: Iterable[Reason]) -> tuple[Reason, ...]:
    sums: dict[Message, Reason] = {}
    for row in rows:
        before = sums.get(row.cause, Reason(row.cause, 0.0))
        written = in_order((*before.written, *row.written))
        sums[row.cause] = Reason(row.cause, before.amount + row.amount, written)
    return tuple(sums.values())


def is_spent(change: Change) -> bool:
    """Whether a meter is a means of a team: it is spent and given anew, and hardly tells what moved."""
    return change.meter.endswith((".hours", ".budget"))


def places_of(lines: Iterable[Line]) -> tuple[Message, ...]:
    """Name lines as `lines 123, 130 of torch.yaml`, each file once."""
    by_file: dict[Text, list[str]] = {}
    for line in lines:
        by_file.setdefault(line.file, []).append(str(line.number))
    return tuple(
        Message.of("reasons.written", n=len(numbers), lines=Text.of(", ".join(numbers)), file=file)
        for file, numbers in by_file.items()
    )


def moved_of(change: Change) -> Message:
    """Say before, after and the difference as they are printed."""
    before, after, by, finely = printed(change)
    return Message.of("screen.why.moved_finely" if finely else "screen.why.moved", before=before, after=after, by=by)


def hidden_in(change: Change) -> int:
    """Return how many reasons are too small to be shown with their amounts."""
    return sum(not reason.amount for reason in adding_up(change))


def carrying(change: Change) -> tuple[Reason, ...]:
    """Return the reasons worth telling, the strongest first, whether they carry the movement or work against it.

    Their amounts are those that are printed: together they come to what is printed of the movement. What went beyond
    the end of the scale stands right below the strongest that it cuts, and what rounding took stands last.
    """
    found = sorted((each for each in adding_up(change) if each.amount), key=lambda each: -abs(each.amount))
    told = _causes(found)
    for beyond in (each for each in found if each.cause.code == BEYOND):
        cut = (at for at, each in enumerate(told, 1) if each.amount * beyond.amount < 0)
        told.insert(next(cut, len(told)), beyond)
    return (*told, *(each for each in found if each.cause == ROUNDING))


def _causes(reasons: Iterable[Reason]) -> list[Reason]:
    """Leave out what is no cause like the others: what went beyond the end of the scale, and what rounding took."""
    return [each for each in reasons if each.cause.code != BEYOND and each.cause != ROUNDING]


def strongest(change: Change, most: int) -> tuple[tuple[Reason, ...], int, float]:
    """Return at most `most` reasons, how many are left out, and what these come to, so that all add up.

    From two on, one that works the other way is among them where there is one: else they would not explain the number.
    One that alone would be left out is told. What the end of the scale took away is told too, beyond `most`: it is no
    cause like the others, and without it the causes would come to more than the number moved.
    """
    found = carrying(change)
    causes = _causes(found)
    if len(causes) <= most + 1:
        return found, 0, 0.0
    shown = causes[:most]
    against = next((each for each in causes if each.amount * shown[0].amount < 0), None)
    if against is not None and against not in shown and most > 1:
        shown[-1] = against
    told = tuple(each for each in found if each in shown or each.cause.code == BEYOND)
    rest = sum(in_tenths(each.amount) for each in found if each not in told)
    return told, len(causes) - len(shown), rest / TENTHS
