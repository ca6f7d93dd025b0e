"""The words of the rules as numbers: what effects do, how cards work, who speaks, what came of an order."""

from enum import IntEnum
from typing import Literal

NONE = -1
SUCCESS, PARTIAL, BACKFIRE, KEPT_WAITING = range(4)
Outcome = Literal["success", "partial", "backfire", "kept_waiting"]
OUTCOMES: tuple[Outcome, ...] = ("success", "partial", "backfire", "kept_waiting")
LISTENED, ASKED = 2, 1
"""How an audience was heard."""
ANSWERED, REMOVED, LEFT = range(3)
TREATMENTS = ("if_answered", "if_removed", "if_left")


class Verb(IntEnum):
    """What an effect row does. The first five propose amounts to a meter; the others set something."""

    NUMBER = 0
    PERCENT = 1
    VALUE = 2
    TOWARD = 3
    TOWARD_BY = 4
    RAISE = 5
    CLEAR = 6
    UNLOCK = 7
    CLOSE = 8
    SCHEDULE = 9
    REVEAL = 10
    BLOCK = 11
    RETARGET = 12
    SORT = 13
    PREPARE = 14
    SHARE = 15
    SUSPEND = 16
    EXPOSE = 17


class Power(IntEnum):
    """Power of a card."""

    NONE = 0
    HARD = 1
    SOFT = 2
    SMART = 3


class Voice(IntEnum):
    """Who says it; from DIASPORA on, somebody who carries it."""

    INSTITUTION = 0
    PERSONAL = 1
    DIASPORA = 2
    INFLUENCER = 3
    PRESS = 4


class Kind(IntEnum):
    """How much work an effect row is; most rows are numbers, and those have a short way."""

    NUMBER = 0  # a number, added at once and under no condition
    DAMPED = 1  # the same, to an opinion or a heat, which damp it
    OTHER = 2  # anything else


class Scale(IntEnum):
    """Which scale of an order an effect row takes."""

    FULL = 0  # none: what the model itself books, and verbs that do not add
    NAMED = 1  # repeats and synergy; the outcomes are named
    OUTCOME = 2  # the gain of the outcome, repeats and synergy


class Form(IntEnum):
    """How a card works in the model."""

    LISTEN = 0
    GUIDANCE = 1
    POST = 2
    REPLY = 3
    CORRECTION = 4
    STATEMENT = 5
    AID = 6
    MEET = 7
    KOPI_DARAT = 8
    MEASURE = 9
    MAINTAIN = 10
    SLIP = 11
    WITHHOLD = 12
    WALK_OUT = 13
