"""Changes in the state all that is secret to a team, and nothing else."""

from dataclasses import replace

import numpy as np

from engine.kernel.state import frozen

OF_TEAMS = (
    "hearing",
    "heard",
    "depth",
    "polled",
    "polls",
    "sorting",
    "sorted",
    "suspended",
    "treated",
    "exposed",
    "risk",
)
"""What a team alone may know of itself; axes [game, team, ...]."""
OF_CARDS = ("repeats", "open", "spent", "prepared", "tended")
"""What a team alone may know of its cards, [game, held]."""


def tampered(match, me, dice):
    """The state of a match with everything else that is secret to `me`, or to the public, where that is None."""
    book, state = match.book, match.state
    luck = np.random.default_rng(dice.getrandbits(32))
    others = np.array([team != me for team in book.teams])
    hidden = {
        "meters": np.array([not is_known(match.scenario, me, meter) for meter in book.meters]),
        "flags": np.array([not is_flag_known(match, me, flag) for flag in book.flags], dtype=bool),
        **dict.fromkeys(OF_TEAMS, others),
        **dict.fromkeys(OF_CARDS, np.array([team != me for team, _ in book.held])),
        "answered": np.array([side_of(match, team) != side_of(match, me) for team in book.teams]),
        "discord": np.array([side != side_of(match, me) for side in book.sides]),
        "crossed": np.array([team != me for team, _ in book.scoring.red_lines.names]),
        "stated": promises_of_others(match, me),
        "broken": promises_of_others(match, me),
        "fired": np.array([not is_sent_to(match.scenario, me, inject) for inject in book.msel]),
        "dated": np.ones(len(book.msel), dtype=bool),
        "met": np.ones(len(book.msel), dtype=bool),
        "underway": np.ones(len(book.ways.row), dtype=bool),
    }
    return frozen(replace(state, **{name: mixed(book, state, name, which, luck) for name, which in hidden.items()}))


def mixed(book, state, name, which, luck):
    """An array of the state in which the hidden entries of its second axis are others that could be there."""
    array = getattr(state, name).copy()
    which = which.astype(bool)
    shape = array[:, which].shape
    if name == "meters":
        array[:, which] = np.where(luck.random(shape) < 1 / 2, book.low[which], book.high[which])
    elif array.dtype == bool:
        array[:, which] = luck.random(shape) < 1 / 2
    else:
        array[:, which] = luck.integers(0, 1 + (3 if name in {"depth", "hearing", "repeats"} else state.turn), shape)
    return array


def side_of(match, team):
    return match.scenario.teams[team].side if team else None


def is_sent_to(scenario, me, inject):
    to = scenario.injects[inject].to
    return to == "all" or (to != "nobody" and me in to)


def is_known(scenario, me, meter):
    """What the model's page says about who may know a meter; opinions are known by polls alone."""
    first, *rest = meter.split(".")
    if first in {"freedom", "relations"} or (first in scenario.narratives):
        return True
    if first in scenario.meters:
        return scenario.meters[first].known_to == "public" or me in scenario.meters[first].known_to
    if first in {"hard", "soft"}:
        return me is not None and rest[0] == scenario.teams[me].side
    return first == me


def is_flag_known(match, me, flag):
    """Whether nobody may lay an order that turns the flag and of which `me`, or the public, would not be told."""
    scenario = match.scenario
    turning = {
        name
        for name, card in scenario.cards.items()
        if any(flag in {effect.raise_, effect.clear} for effect in card.effects)
    }
    return all(is_told_of(scenario, me, team, card, aim) for team, card, aim, _ in match.book.laid if card in turning)


def is_told_of(scenario, me, team, card, aim):
    """What the model's page says about who may know of an order that did not leak."""
    written = scenario.cards[card]
    if me == team or written.visible == "public":
        return True
    if me is None or written.visible == "covert":
        return False
    mine = scenario.teams[me].side
    if (written.form == "slip" or written.position) and aim in scenario.teams:
        return me == aim
    aimed = scenario.teams[aim].side if aim in scenario.teams else aim
    return mine in {scenario.teams[team].side, aimed, written.aim}


def promises_of_others(match, me):
    """Positions that are neither public nor between this team and another, and never leaked."""
    leaked = {option for played in match.history for option in played.leaked()}
    options = [(option, *match.book.laid[option]) for option in match.book.positions.option]
    return np.array(
        [
            me not in {team, target} and match.scenario.cards[card].visible != "public" and option not in leaked
            for option, team, card, target, _ in options
        ],
        dtype=bool,
    )
