"""The check of an order: its terms, its odds, and the outcome that the die gives (docs/MODEL.md, "An order").

Orders come as a flat list. The same terms serve the resolution and the odds that a team is shown.
"""

from dataclasses import dataclass

import numpy as np

from engine.kernel import chance
from engine.kernel.expressions import evaluate
from engine.kernel.kinds import BACKFIRE, NONE, PARTIAL, SUCCESS, Power, Voice
from engine.kernel.lattice import LUCK_BITS, RISK_BITS, Bools, Indices, Reals, luck, q12, ratio, times
from engine.kernel.rulebook import Rulebook
from engine.kernel.standing import hard_traces, hottest, load, soft_traces
from engine.kernel.state import State

TERMS = (
    "chance", "fit", "credibility", "clarity", "listened", "network", "backlog", "repeats", "heat", "discord", "smart",
    "synergy", "off_ramp", "skill", "prepared", "tone",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Orders of a turn as a flat list. All arrays are [order]; `story` is NONE where no story is meant or hurts."""

    game: Indices
    option: Indices
    story: Indices
    cell: Indices  # place of each among the slots of the batch


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What makes the odds of each order; all [order]. `z` is the sum of `terms`, in the order of TERMS."""

    terms: tuple[Reals, ...]
    z: Reals
    partial_from: Reals
    synergy: Reals


def lay(book: Rulebook, state: State, orders: Indices) -> Laid:
    """Flatten orders [game, team, slot] and find the story of each."""
    cell = np.flatnonzero(orders.ravel() >= 0)
    option = orders.ravel()[cell]
    game = cell // (orders.shape[1] * orders.shape[2])
    return Laid(game, option, story_of(book, state, game, option), cell)


def story_of(book: Rulebook, state: State, game: Indices, option: Indices) -> Indices:
    """The story of each order: its own, or the hottest that hurts the side; [order]."""
    own = book.options.story[option]
    return np.where(own >= 0, own, hottest(book, state).story[game, book.options.side[option]])


def discord(book: Rulebook, laid: Laid, games: int) -> Bools:
    """Sides that lay hard and soft toward one aim and no smart card, [game, side]."""
    sides = len(book.sides)
    aim, power = book.options.aim[laid.option], book.options.power[laid.option]
    seen = np.zeros((games, sides, sides, len(Power)), dtype=bool)
    aimed = aim >= 0
    seen[laid.game[aimed], book.options.side[laid.option[aimed]], aim[aimed], power[aimed]] = True
    result: Bools = np.any(seen[..., Power.HARD] & seen[..., Power.SOFT] & ~seen[..., Power.SMART], axis=2)
    return result


def slips_of_tongue(book: Rulebook, state: State, laid: Laid, turn_key: chance.Keys) -> Bools:
    """Sides that a personal voice brings into discord, since policy is not clear, [game, side]."""
    options, result = book.options, np.zeros((state.games, len(book.sides)), dtype=bool)
    here = np.flatnonzero(options.voice[laid.option] == Voice.PERSONAL)
    if len(here):
        game, option = laid.game[here], laid.option[here]
        unclear = state.meters[:, book.at.clarity][game, options.team[option]] < book.number["delay_clarity"]
        dice = chance.roll(turn_key[game], options.faces.voice[option]) & np.uint64((1 << RISK_BITS) - 1)
        slips = unclear & (dice.astype(np.int64) < 65536 * book.number["personal_discord"])
        result[game[slips], options.side[option[slips]]] = True
    return result


def terms(book: Rulebook, state: State, laid: Laid, in_discord: Bools) -> Terms:
    """The terms of each order's z; `in_discord` is [game, side]."""
    options, at, number = book.options, book.at, book.number
    game, option = laid.game, laid.option
    team, side, aim = options.team[option], options.side[option], options.aim[option]
    meters = state.meters
    believed, partners = meters[:, at.credibility][game, team], meters[:, at.network][game, team]
    carried = options.voice[option] >= Voice.DIASPORA
    clear = meters[:, at.clarity][game, team]
    soft_card, hard_card = options.power[option] == Power.SOFT, options.power[option] == Power.HARD
    heat = np.where(laid.story >= 0, meters[:, at.heat][game, laid.story], 0.0)
    hard = np.where(aim >= 0, hard_traces(book, state)[game, side, aim], 0.0)
    soft = np.where(aim >= 0, soft_traces(book, state)[game, side, aim], 0.0)
    synergy = np.where(options.synergy[option], _synergy(book, hard, soft, believed, clear), 0.0)
    zero = np.zeros(len(game))
    parts: tuple[Reals, ...] = (
        options.base[option] - options.fit[option],
        options.fit[option],
        times(np.where(carried, partners, believed) - 50.0, number["check_credibility"]),
        times(np.minimum(clear, number["clarity_cap"]) - 50.0, number["check_clarity"]),
        np.where(_listened(book, state, laid), number["check_listened"], zero),
        np.where(soft_card, times(partners, number["check_network"]), zero),
        times(np.minimum(load(book, state)[game, team], 1.0), number["check_backlog"]),
        times(state.repeats[game, options.held[option]].astype(np.float64), number["check_repeat"]),
        times(heat, number["check_heat"]),
        np.where(in_discord[game, side], number["check_discord"], zero),
        np.where(options.synergy[option], number["smart_start"], zero),
        times(synergy, number["check_synergy"]),
        np.where(options.meets[option], times(np.minimum(hard, 1.0), number["off_ramp"]), zero),
        _skill(book, state, laid),
        np.where(state.prepared[game, options.held[option]], number["check_prepared"], zero),
        _tone(book, state, laid),
    )
    judged = options.judged[option]
    if judged.any():
        parts = (parts[0], *(np.where(judged, 0.0, part) for part in parts[1:]))
        hard_card = hard_card & ~judged
    cushion = np.where(hard_card, times(np.minimum(soft, 1.0), number["soft_cushion"]), zero)
    z = parts[0].copy()
    for part in parts[1:]:
        z += part
    return Terms(parts, z, number["partial_from"] - cushion, synergy)


def _skill(book: Rulebook, state: State, laid: Laid) -> Reals:
    if not book.platforms:
        return np.zeros(len(laid.game))
    team, platform = book.options.team[laid.option], book.options.platform[laid.option]
    skill = state.meters[laid.game, book.at.channel.start + team * len(book.platforms) + np.maximum(platform, 0)]
    return np.where(platform >= 0, times(skill - 50.0, book.number["check_skill"]), 0.0)


def _tone(book: Rulebook, state: State, laid: Laid) -> Reals:
    if book.casualties == NONE:
        return np.zeros(len(laid.game))
    mourning = evaluate(book.expressions[book.casualties], state)[laid.game] != 0
    return np.where(mourning & book.options.light[laid.option], book.number["tone_deaf"], 0.0)


def _listened(book: Rulebook, state: State, laid: Laid) -> Bools:
    fresh = fresh_hearing(book, state)
    team, audience = book.options.team[laid.option], book.options.audience[laid.option]
    chosen = fresh[laid.game, team, audience]
    return np.where(audience >= 0, chosen, np.any(fresh, axis=2)[laid.game, team])


def fresh_hearing(book: Rulebook, state: State) -> Bools:
    """Whether what a team heard of an audience is still of use, [game, team, audience]."""
    fresh: Bools = (state.heard > 0) & (state.turn - state.heard < book.number["listening_lasts"])
    return fresh


def _synergy(book: Rulebook, hard: Reals, soft: Reals, believed: Reals, clear: Reals) -> Reals:
    number = book.number
    both = hard + soft
    root = q12(np.sqrt(times(hard, soft)))
    result = ratio(2.0 * root, both)
    result = times(result, np.minimum(1.0, q12(both / number["synergy_traces"])))
    result = times(result, np.minimum(1.0, q12(believed / number["synergy_credibility"])))
    return times(result, np.where(clear >= number["synergy_clarity"], 1.0, number["synergy_unclear"]))


def outcomes(book: Rulebook, laid: Laid, odds: Terms, turn_key: chance.Keys) -> Indices:
    """Roll each order's die, [order]: SUCCESS, PARTIAL or BACKFIRE."""
    dice = chance.roll(turn_key[laid.game], book.options.faces.check[laid.option])
    reached = odds.z + luck()[(dice & np.uint64((1 << LUCK_BITS) - 1)).astype(np.int64)]
    result = np.where(reached > 0, SUCCESS, np.where(reached > odds.partial_from, PARTIAL, BACKFIRE))
    return np.where(book.options.certain[laid.option], SUCCESS, result)
