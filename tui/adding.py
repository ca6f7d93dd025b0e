"""What is printed of a change: reasons in tenths that add up to what is printed before and after, exactly."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from math import copysign
from typing import NamedTuple

from engine.game.view import Change, Reason
from engine.language.messages import Message

TENTHS = 10
ROUNDING = Message("cause.rounding")
"""The reason for what the others miss as they are printed."""


def in_tenths(value: float) -> int:
    """Return a number in tenths as it is printed with one decimal: a half goes to the even one, as in printing."""
    return round(Fraction(value) * TENTHS)


class Printed(NamedTuple):
    """What is printed of a number that moved: before, after and the difference; `finely` with a decimal each."""

    before: float
    after: float
    by: float
    finely: bool


def printed(change: Change) -> Printed:
    """Return what is printed of a movement: whole numbers, or tenths where whole numbers would not tell it as exactly.

    So none hides a movement or makes one larger, and the reasons beside it, which are in tenths, add up to it.
    """
    if _is_whole(change):
        before, after = round(change.before), round(change.after)
        return Printed(before, after, after - before, finely=False)
    first, last = in_tenths(change.before) / TENTHS, in_tenths(change.after) / TENTHS  # 0.0, never -0.0
    return Printed(first, last, tenths_moved(change) / TENTHS, finely=True)


def tenths_moved(change: Change) -> int:
    """Return by how many tenths a number moved, between what is printed before and after."""
    return in_tenths(change.after) - in_tenths(change.before)


def _is_whole(change: Change) -> bool:
    """Whether whole numbers tell a movement as exactly as tenths do, so that its reasons add up to them too."""
    return TENTHS * (round(change.after) - round(change.before)) == tenths_moved(change)


def adding_up(change: Change) -> tuple[Reason, ...]:
    """Return the reasons with amounts in tenths that come to what is printed of the movement.

    Each is rounded. What they then miss goes, a tenth each, to rules from which rounding has taken most (largest
    remainders), of equal ones to the larger: never to an order or an inject, of which the same number is told elsewhere
    too. What no rule can take is a reason of its own, the last. One that comes to nothing stays, with 0.
    """
    exact = [Fraction(reason.amount) * TENTHS for reason in change.reasons]
    tenths = [round(amount) for amount in exact]
    missing = tenths_moved(change) - sum(tenths)
    if abs(missing) > len(exact):  # more than rounding can have taken is not made up
        missing = 0
    way = int(copysign(1, missing))
    taken_from = [at for at, each in enumerate(change.reasons) if not _is_told_elsewhere(each)]
    for at in _by_remainder(exact, tenths, taken_from, way)[: abs(missing)]:
        tenths[at] += way
        missing -= way
    told = (replace(reason, amount=amount / TENTHS) for reason, amount in zip(change.reasons, tenths, strict=True))
    return (*told, *([Reason(ROUNDING, missing / TENTHS)] if missing else []))


def _is_told_elsewhere(reason: Reason) -> bool:
    """Whether it is told by itself too what a reason did: on the page of an order, or of a letter."""
    return any(reason.cause.get(name) is not None for name in ("card", "inject"))


def _by_remainder(exact: Sequence[Fraction], tenths: Sequence[int], places: Iterable[int], way: int) -> list[int]:
    """Return those of these places from which rounding has taken in this direction, where it has taken most first."""
    taken = [at for at in places if way * (exact[at] - tenths[at]) > 0]
    return sorted(taken, key=lambda at: (-way * (exact[at] - tenths[at]), -abs(exact[at])))
