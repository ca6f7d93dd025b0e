"""Numbers of the naive interpreter: rounding, tables and dice, as docs/MODEL.md gives them."""

import hashlib
import math
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import cache

WORD = 2**64 - 1


def q12(x):
    """Round to the lattice of 2^-12, halves to the even neighbour."""
    return round(x * 4096) / 4096


def q16(x):
    """Round to the lattice of 2^-16, halves to the even neighbour."""
    return round(x * 65536) / 65536


def clip(x, low, high):
    return min(max(x, low), high)


def divided(a, b):
    """`q12` of a division; by 0 it is 0."""
    return q12(a / b) if b else 0.0


def root(x):
    return q12(math.sqrt(x))


def exactly():
    """28 digits, whatever the surroundings have set."""
    return localcontext(Context(prec=28, rounding=ROUND_HALF_EVEN))


def nearest(x, steps):
    """A decimal as a float on the lattice of 1/steps."""
    return int((x * steps).to_integral_value(ROUND_HALF_EVEN)) / steps


@cache
def luck():
    """LUCK: quantiles of the logistic distribution, 4096 of them."""
    with exactly():
        return [nearest((Decimal(2 * i + 1) / (8191 - 2 * i)).ln(), 4096) for i in range(4096)]


@cache
def risk():
    """RISK: chance of losing control, in 65536ths, at log rates from -14 to 4 in steps of 1/32."""
    with exactly():
        rates = [(Decimal(j) / 32 - 14).exp() for j in range(577)]
        return [int(nearest(65536 * (1 - (-rate).exp()), 1)) for rate in rates]


@cache
def base(chance):
    """Where the check of a card with this chance starts."""
    with exactly():
        p = Decimal(repr(chance))
        return nearest((p / (1 - p)).ln(), 4096)


@cache
def log(x):
    with exactly():
        return nearest(Decimal(x).ln(), 4096)


@cache
def logs_of_sixteenths():
    """LN: log of j/16 points, j = 16..1600."""
    with exactly():
        return {j: nearest((Decimal(j) / 16).ln(), 4096) for j in range(16, 1601)}


@cache
def persistence(hours_per_turn, half_life, floor):
    with exactly():
        kept = Decimal(2) ** -(Decimal(hours_per_turn) / Decimal(half_life))
        return nearest(max(Decimal(floor), kept), 65536)


@cache
def crowd_of_the_clock(hours_per_turn):
    with exactly():
        octaves = (Decimal(hours_per_turn) / 3).ln() / Decimal(2).ln()
        return nearest(max(Decimal("1.30"), Decimal("1.45") + Decimal("0.05") * octaves), 65536)


def mix(x):
    """The finaliser of splitmix64."""
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & WORD
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB & WORD
    return x ^ (x >> 31)


@cache
def name(kind, id_):
    return int.from_bytes(hashlib.blake2b(f"{kind}:{id_}".encode(), digest_size=8).digest(), "little")


def die(key, purpose, team, thing):
    """A 64-bit number that depends on nothing but `key` = (seed, game, turn), purpose, team and thing."""
    seed, game, turn = key
    table = mix(mix(mix((seed + 0x9E3779B97F4A7C15) & WORD) ^ game) ^ turn)
    face = mix(mix(name("purpose", purpose)) ^ name("team", team)) ^ thing
    return mix(table ^ mix(face))
