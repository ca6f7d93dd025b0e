"""Odds as they are shown: what a team knows of a check, in percent, and the reasons with their signs."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from engine.game.view import Odds, Term
from engine.kernel import chance, checks
from engine.kernel.lattice import LUCK_BITS, Bools, log_odds, luck
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State
from engine.language.messages import Message

STRONG, SLIGHT = 0.6, 0.08
REASONS = {
    "fit": (Message("term.fit_good"), Message("term.fit_bad")),
    "credibility": (Message("term.believed"), Message("term.not_believed")),
    "clarity": (Message("term.clear"), Message("term.unclear")),
    "listened": (Message("term.listened"), Message("term.listened")),
    "network": (Message("term.partners"), Message("term.partners")),
    "backlog": (Message("term.backlog"), Message("term.backlog")),
    "repeats": (Message("term.repeats"), Message("term.repeats")),
    "heat": (Message("term.heat"), Message("term.heat")),
    "discord": (Message("term.discord"), Message("term.discord")),
    "smart": (Message("term.smart"), Message("term.smart")),
    "synergy": (Message("term.synergy"), Message("term.synergy")),
    "off_ramp": (Message("term.off_ramp"), Message("term.off_ramp")),
    "skill": (Message("term.skilled"), Message("term.unskilled")),
    "prepared": (Message("term.prepared"), Message("term.prepared")),
    "tone": (Message("term.tone"), Message("term.tone")),
}


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Checks of options of one game: terms by name, z and the threshold of a partial success; all [option]."""

    options: np.ndarray[tuple[int], np.dtype[np.int64]]
    terms: dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]]
    z: np.ndarray[tuple[int], np.dtype[np.float64]]
    partial_from: np.ndarray[tuple[int], np.dtype[np.float64]]
    slack: np.ndarray[tuple[int], np.dtype[np.float64]]


def weigh(book: Rulebook, state: State, options: list[int], discord: Bools | None = None) -> Weighed:
    """Work out the checks of options of one team or of many; `discord` [1, side], where it is known."""
    option = np.array(options, dtype=np.int64)
    game = np.zeros(len(option), dtype=np.int64)
    laid = checks.Laid(game, option, checks.story_of(book, state, game, option), game)
    nobody = np.zeros((1, len(book.sides)), dtype=bool)
    terms = checks.terms(book, state, laid, nobody if discord is None else discord)
    named = dict(zip(checks.TERMS, terms.terms, strict=True))
    return Weighed(option, named, terms.z, terms.partial_from, book.options.fit_slack[option])


def percents(z: float, partial_from: float) -> tuple[int, int, int]:
    """Chances of success, partial success and backfire in whole percents that add up to 100."""
    table = luck()
    success = len(table) - int(np.searchsorted(table, -z, side="right"))
    partial = len(table) - int(np.searchsorted(table, partial_from - z, side="right")) - success
    whole = round(100 * success / len(table))
    part = min(round(100 * partial / len(table)), 100 - whole)
    return whole, part, 100 - whole - part


@cache
def splits(partial_from: float) -> tuple[tuple[int, int, int], ...]:
    """Return what `percents` gives for an order that was argued for, at odds of 1 to 99 percent."""
    return tuple(percents(log_odds(round(percent / 100, 2)), partial_from) for percent in range(1, 100))


def odds(book: Rulebook, weighed: Weighed, place: int, *, heard: bool) -> Odds:
    """Odds of one of the weighed options; while the audience is not heard, a band without the hidden fit."""
    option, slack = weighed.options[place], float(weighed.slack[place])
    if book.options.certain[option]:
        return Odds(100, 0, 0, 100, 100, known=True, certain=True)
    fit = float(weighed.terms["fit"][place])
    known = heard or slack == 0
    z = float(weighed.z[place]) - (0.0 if known else fit)
    edge = float(weighed.partial_from[place])
    success, partial, backfire = percents(z, edge)
    low, high = (percents(z + way * (0.0 if known else slack), edge)[0] for way in (-1, 1))
    return Odds(success, partial, backfire, low, high, known=known, certain=False)


def reasons(weighed: Weighed, place: int, *, heard: bool, certain: bool) -> tuple[Term, ...]:
    """Terms that matter, the weightiest first; the fit only once the audience has been heard; none without a check.

    Where the odds are no band, each says what the chance of success would be without it.
    """
    if certain:
        return ()
    z, edge = float(weighed.z[place]), float(weighed.partial_from[place])
    known = heard or float(weighed.slack[place]) == 0
    found = []
    for name, (good, bad) in REASONS.items():
        value = float(weighed.terms[name][place])
        if abs(value) >= SLIGHT and (heard or name != "fit"):
            weight = (1 if value > 0 else -1) * (2 if abs(value) >= STRONG else 1)
            without = percents(z - value, edge)[0] if known else None
            found.append((abs(value), Term(good if value > 0 else bad, weight, without)))
    return tuple(term for _, term in sorted(found, key=lambda pair: -pair[0]))


def landed(book: Rulebook, key: chance.Keys, option: int) -> int:
    """Where the die of an order landed with the key of its turn, 0..100; the higher the better."""
    die = int(chance.roll(key, book.options.faces.check[option : option + 1])[0]) & ((1 << LUCK_BITS) - 1)
    return round(100 * die / ((1 << LUCK_BITS) - 1))
