"""The check of an order in the naive interpreter: its terms, its luck and its outcome."""

from typing import NamedTuple

from engine.scenario.cards import CHANCE_WORDS
from tests import reference_tables as tables
from tests.reference_expressions import holds
from tests.reference_tables import divided, q12, q16, root

CARRIERS = ("diaspora", "influencer", "press")


class Order(NamedTuple):
    """A card laid by a team, with the id of what it chose, and who says it."""

    team: str
    card: str
    target: str | None
    voice: str


# What an order is about.


def card_of(game, order):
    return game.scenario.cards[order.card]


def story_of(game, order):
    card = card_of(game, order)
    if card.about:
        return card.about
    return chosen_as(game, order, "narrative") or game.hottest(game.side(order.team))


def chosen_as(game, order, kind):
    """The chosen id, if that is what the card lets choose."""
    target = card_of(game, order).target
    return order.target if target and target.kind == kind else None


def aim_of(game, order):
    """The side that the order aims at, never one's own."""
    aim = card_of(game, order).aim
    return None if aim == game.side(order.team) else aim


def trace(game, power, order):
    aim = aim_of(game, order)
    return game.meters[f"{power}.{game.side(order.team)}.{aim}"] if aim else 0.0


# Discord and synergy.


def in_discord(game, side, orders):
    """Hard and soft toward some aim and nothing smart, or a personal voice that says something else."""
    own = [order for order in orders if game.side(order.team) == side]
    laid = {(aim_of(game, order), card_of(game, order).power) for order in own}
    at_odds = any({(aim, "hard"), (aim, "soft")} <= laid and (aim, "smart") not in laid for aim in game.scenario.sides)
    return at_odds or any(order in game.spoken_out for order in own)


def speaks_out(game, order):
    """A personal voice that nobody has told what may be said."""
    unclear = game.meters[f"{order.team}.clarity"] < game.model["delay_clarity"]
    if order.voice != "personal" or not unclear:
        return False
    return game.happens(game.model["personal_discord"], "voice", order.team, tables.name("card", order.card))


def synergy(game, order):
    """S: how well recent hard and soft work toward the aim go together."""
    model, team = game.model, order.team
    a, b = trace(game, "hard", order), trace(game, "soft", order)
    if a + b == 0:
        return 0.0
    balance = q12(2 * root(q12(a * b)) / (a + b))
    enough = min(1, divided(a + b, model["synergy_traces"]))
    believed = min(1, divided(game.meters[f"{team}.credibility"], model["synergy_credibility"]))
    clear = game.meters[f"{team}.clarity"] >= model["synergy_clarity"]
    return q12(q12(q12(balance * enough) * believed) * (1 if clear else model["synergy_unclear"]))


# The check.


def check(game, order):
    """z: how good the order's chances are."""
    model, card, team = game.model, card_of(game, order), order.team
    clarity = min(game.meters[f"{team}.clarity"], model["clarity_cap"])
    believed = game.meters[f"{team}.network" if order.voice in CARRIERS else f"{team}.credibility"]
    audience = chosen_as(game, order, "audience")
    z = tables.base(CHANCE_WORDS.get(card.chance, card.chance))
    if card.judged:
        return z
    z += fit(game, order, audience)
    z += q12((believed - 50) * model["check_credibility"])
    z += q12((clarity - 50) * model["check_clarity"])
    z += model["check_listened"] if listened(game, team, audience) else 0
    z += q12(game.meters[f"{team}.network"] * model["check_network"]) if card.power == "soft" else 0
    z += q12(min(1, game.load(team)) * model["check_backlog"])
    z += q12(game.repeats[team, order.card] * model["check_repeat"])
    z += q12(game.heat(story_of(game, order)) * model["check_heat"])
    z += model["check_discord"] if game.side(team) in game.discordant else 0
    if card.uses_synergy:
        z += model["smart_start"] + q12(synergy(game, order) * model["check_synergy"])
    if card.form == "meet":
        z += q12(min(1, trace(game, "hard", order)) * model["off_ramp"])
    if card.platform:
        z += q12((game.meters[f"{team}.channel.{card.platform}"] - 50) * model["check_skill"])
    z += model["check_prepared"] if (team, order.card) in game.prepared else 0
    z += model["tone_deaf"] if is_tone_deaf(game, card) else 0
    return z


def fit(game, order, audience):
    """How platform, frame and voice suit the audience."""
    if audience is None:
        return 0.0
    fits, card = game.scenario.audiences[audience].fit, card_of(game, order)
    voice = [] if card.voices == ["institution"] else [order.voice]
    above = sum(q16(fits.get(means, 0.5)) - 0.5 for means in (card.platform, card.frame, *voice))
    return q12(game.model["check_fit"] * above)


def is_tone_deaf(game, card):
    """A light frame amid casualties."""
    light = card.frame is not None and game.scenario.frames[card.frame].light
    return light and game.scenario.casualties is not None and holds(game, game.scenario.casualties)


def listened(game, team, audience):
    among = [audience] if audience else game.scenario.audiences
    return any(game.fresh(game.heard[team, one]) for one in among)


def outcome_of(game, order):
    card, model = card_of(game, order), game.model
    if card.chance == "certain":
        return "success"
    roll = game.die("check", order.team, tables.name("card", order.card))
    game.z[game.turn, order] = check(game, order)
    z = game.z[game.turn, order] + tables.luck()[roll & 4095]
    cushioned = card.power == "hard" and not card.judged
    cushion = q12(min(1, trace(game, "soft", order)) * model["soft_cushion"]) if cushioned else 0
    if z > 0:
        return "success"
    return "partial" if z > model["partial_from"] - cushion else "backfire"
