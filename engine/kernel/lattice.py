"""Exact numbers: the two lattices, their one rounding rule, and the tables that replace exp, log and powers.

Amounts lie on multiples of 2^-12, coefficients on multiples of 2^-16. Halves round to the even neighbour. Tables are
built with decimal arithmetic, so that no C library or processor has a say in them.
"""

from decimal import Context, Decimal
from functools import cache

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Indices = NDArray[np.int64]
Bools = NDArray[np.bool_]

AMOUNT = 4096.0
COEFFICIENT = 65536.0
LUCK_BITS = 12
RISK_BITS = 16
RISK_LOW, RISK_STEPS = -14, 32
RISK_ROWS = 577

_EXACT = Context(prec=28)


def q12(value: Reals) -> Reals:
    """Round to the lattice of amounts. Works in place on what it is given, which must be a fresh array."""
    np.multiply(value, AMOUNT, out=value)
    np.rint(value, out=value)
    return np.multiply(value, 1 / AMOUNT, out=value)


def q16(value: Reals) -> Reals:
    """Round to the lattice of coefficients. Works in place on what it is given, which must be a fresh array."""
    np.multiply(value, COEFFICIENT, out=value)
    np.rint(value, out=value)
    return np.multiply(value, 1 / COEFFICIENT, out=value)


def times(left: Reals, right: Reals | float) -> Reals:
    """Product of an amount and a factor, rounded to an amount. Any shapes that broadcast."""
    return q12(np.multiply(left, right))


def ratio(left: Reals, right: Reals) -> Reals:
    """Quotient rounded to an amount; 0 where the divisor is 0. Any shapes that broadcast."""
    safe = np.where(right == 0, 1.0, right)
    return q12(np.where(right == 0, 0.0, left / safe))


def amount(value: float) -> float:
    """One number, rounded to the lattice of amounts."""
    return round(value * AMOUNT) / AMOUNT


def coefficient(value: float) -> float:
    """One number, rounded to the lattice of coefficients."""
    return round(value * COEFFICIENT) / COEFFICIENT


@cache
def luck() -> Reals:
    """Quantiles of the logistic distribution, [4096], amounts."""
    rows = 1 << LUCK_BITS
    logs = [_EXACT.ln(Decimal(2 * i + 1)) for i in range(rows)]
    upper = [_rounded(_EXACT.subtract(logs[i], logs[rows - 1 - i]), AMOUNT) for i in range(rows // 2, rows)]
    table = np.array([-value for value in reversed(upper)] + upper)
    table.flags.writeable = False
    return table


@cache
def risk() -> Indices:
    """Chance of losing control in 1/65536 for log rates from -14 in steps of 1/32, [577]."""
    rows = []
    for j in range(RISK_ROWS):
        rate = _EXACT.exp(Decimal(RISK_LOW) + Decimal(j) / RISK_STEPS)
        rows.append(int(_EXACT.to_integral_value((1 - _EXACT.exp(-rate)) * (1 << RISK_BITS))))
    table = np.array(rows, dtype=np.int64)
    table.flags.writeable = False
    return table


@cache
def sixteenths() -> Reals:
    """Natural logarithms of 1, 1 1/16, ... 100, [1585], amounts."""
    table = np.array([_rounded(_EXACT.ln(Decimal(j) / 16), AMOUNT) for j in range(16, 1601)])
    table.flags.writeable = False
    return table


def log_odds(chance: float) -> float:
    """Base of a check with this chance of full success, an amount."""
    p = Decimal(repr(chance))
    return _rounded(_EXACT.subtract(_EXACT.ln(p), _EXACT.ln(1 - p)), AMOUNT)


def log(value: float) -> float:
    """Natural logarithm, an amount."""
    return _rounded(_EXACT.ln(Decimal(repr(value))), AMOUNT)


def persistence(hours: float, half_life: float, floor: float) -> float:
    """Share of a story's heat that lasts a turn of `hours`, a coefficient."""
    kept = _EXACT.power(Decimal(2), -Decimal(repr(hours)) / Decimal(repr(half_life)))
    return _rounded(max(kept, Decimal(repr(floor))), COEFFICIENT)


def crowd_by_clock(hours: float) -> float:
    """How strongly the crowd repeats a story when a turn has this many hours: 1.45 at 3 h, 1.60 at 24 h."""
    doublings = _EXACT.ln(Decimal(repr(hours)) / 3) / _EXACT.ln(Decimal(2))
    return _rounded(max(Decimal("1.45") + Decimal("0.05") * doublings, Decimal("1.3")), COEFFICIENT)


def _rounded(value: Decimal, steps: float) -> float:
    return int(_EXACT.to_integral_value(value * int(steps))) / steps
