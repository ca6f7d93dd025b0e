"""How the naive interpreter resolves orders: the check, its outcome, and what comes of it."""

from typing import NamedTuple

from engine.scenario.cards import CHANCE_WORDS
from tests import reference_tables as tables
from tests.reference_effects import Phase, finish, send
from tests.reference_expressions import Sender, holds
from tests.reference_tables import divided, q12, q16, root

ANSWERS = ("reply", "correction", "statement")
CUTS = {
    "reply": "cut_answer",
    "correction": "cut_answer",
    "post": "cut_presence",
    "aid": "cut_presence",
    "meet": "cut_presence",
    "statement": "cut_presence",
    "kopi_darat": "cut_kopi_darat",
}
ADDING = ("shift", "spark", "cool")


class Order(NamedTuple):
    """A card laid by a team, with the id of what it chose."""

    team: str
    card: str
    target: str | None


def resolve(game, orders):
    phase = Phase("resolve")
    game.discordant = {side for side in game.scenario.sides if in_discord(game, side, orders)}
    game.cut = dict.fromkeys(game.scenario.narratives, 0.0)
    answered = set()
    for order in orders:
        resolve_order(game, phase, order)
        story = story_of(game, order)
        if story and card_of(game, order).form in ANSWERS:
            answered.add((order.team, story))
    if game.decides():
        game.answered_at_decision = answered
    game.answered = game.answered_at_decision | answered
    cross_red_lines(game, orders)
    meet_expectations(game, orders)
    count_uses(game, orders)
    finish(game, phase)


def card_of(game, order):
    return game.scenario.cards[order.card]


def story_of(game, order):
    card = card_of(game, order)
    if card.about:
        return card.about
    if card.target and card.target.kind == "narrative":
        return order.target
    return game.hottest(game.side(order.team))


def audience_of(game, order):
    target = card_of(game, order).target
    return order.target if target and target.kind == "audience" else None


def aim_of(game, order):
    """The side that the order aims at, never one's own."""
    aim = card_of(game, order).aim
    return None if aim == game.side(order.team) else aim


def trace(game, power, order):
    aim = aim_of(game, order)
    return game.meters[f"{power}.{game.side(order.team)}.{aim}"] if aim else 0.0


def in_discord(game, side, orders):
    """Toward some aim the side lays a hard and a soft card, and no smart one."""
    laid = {(aim_of(game, order), card_of(game, order).power) for order in orders if game.side(order.team) == side}
    return any({(aim, "hard"), (aim, "soft")} <= laid and (aim, "smart") not in laid for aim in game.scenario.sides)


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


def check(game, order):
    """z: how good the order's chances are."""
    model, card, team = game.model, card_of(game, order), order.team
    clarity = min(game.meters[f"{team}.clarity"], model["clarity_cap"])
    z = tables.base(CHANCE_WORDS.get(card.chance, card.chance))
    z += fit(game, card, audience_of(game, order))
    z += q12((game.meters[f"{team}.credibility"] - 50) * model["check_credibility"])
    z += q12((clarity - 50) * model["check_clarity"])
    z += model["check_listened"] if listened(game, team, audience_of(game, order)) else 0
    z += q12(game.meters[f"{team}.network"] * model["check_network"]) if card.power == "soft" else 0
    z += q12(min(1, game.load(team)) * model["check_backlog"])
    z += q12(game.repeats[team, order.card] * model["check_repeat"])
    z += q12(game.heat(story_of(game, order)) * model["check_heat"])
    z += model["check_discord"] if game.side(team) in game.discordant else 0
    if card.uses_synergy:
        z += model["smart_start"] + q12(synergy(game, order) * model["check_synergy"])
    if card.form == "meet":
        z += q12(min(1, trace(game, "hard", order)) * model["off_ramp"])
    return z


def fit(game, card, audience):
    if audience is None:
        return 0.0
    fits = game.scenario.audiences[audience].fit
    above = sum(q16(fits.get(means, 0.5)) - 0.5 for means in (card.platform, card.frame))
    return q12(game.model["check_fit"] * above)


def listened(game, team, audience):
    among = [audience] if audience else game.scenario.audiences
    turns = [game.heard[team, one] for one in among]
    return any(turn > 0 and game.turn - turn < game.model["listening_lasts"] for turn in turns)


def outcome_of(game, order):
    card, model = card_of(game, order), game.model
    if card.chance == "certain":
        return "success"
    roll = game.die("check", order.team, tables.name("card", order.card))
    z = check(game, order) + tables.luck()[roll & 4095]
    cushion = q12(min(1, trace(game, "soft", order)) * model["soft_cushion"]) if card.power == "hard" else 0
    if z > 0:
        return "success"
    return "partial" if z > model["partial_from"] - cushion else "backfire"


def resolve_order(game, phase, order):
    card, team, model = card_of(game, order), order.team, game.model
    outcome = game.outcomes[game.turn, team, order.card] = outcome_of(game, order)
    gain = 1.0 if outcome == "success" else model[f"outcome_{outcome}"]
    cause = f"order/{team}/{order.card}"
    phase.add(f"{cause}/cost", f"{team}.hours", -q12(card.cost.hours))
    phase.add(f"{cause}/cost", f"{team}.budget", -q12(card.cost.budget))
    for meter in ("credibility", "clarity", "network"):
        price = q12(getattr(card.price, meter))
        paid = q12(price * model["backfire_price"]) if outcome == "backfire" else price
        phase.add(f"{cause}/price", f"{team}.{meter}", paid)
    for i, effect in enumerate(card.effects):
        if counts(effect, outcome):
            scale = scale_of(game, order, effect, gain)
            send(game, phase, effect, Sender(f"{cause}/effects.{i}", team, order.target), scale)
    aim, story = aim_of(game, order), story_of(game, order)
    if card.power in {"hard", "soft"} and aim and gain > 0:
        phase.add(f"{cause}/trace", f"{card.power}.{game.side(team)}.{aim}", q12(gain))
    if card.form == "reply":
        phase.add(f"{cause}/reply", f"{team}.backlog", -model["reply_hours"])
    if outcome == "backfire":
        phase.add(f"{cause}/backfire", f"{team}.credibility", model["backfire_credibility"])
        if story:
            phase.add(f"{cause}/backfire", f"{story}.heat", q12(model["backfire_heat"] * game.room(story)))
    elif story:
        game.cut[story] += q16(gain * cut_of(card, model))


def counts(effect, outcome):
    if effect.outcomes is not None:
        return outcome in effect.outcomes
    return effect.verb in ADDING or outcome == "success"


def scale_of(game, order, effect, gain):
    if effect.verb not in ADDING:
        return 1.0
    scale = gain if effect.outcomes is None else 1.0
    scale = q16(scale * fade(game, game.repeats[order.team, order.card]))
    if card_of(game, order).uses_synergy:
        scale = q16(scale * (1 + synergy(game, order)))
    return scale


def fade(game, repeats):
    """FADE: what is left of a card that was used so often lately."""
    return q16(fade(game, repeats - 1) * game.model["repeat_fade"]) if repeats else 1.0


def cut_of(card, model):
    """What a card takes from the crowd that repeats its story."""
    if card.power == "hard":
        return model["cut_hard"]
    return model[CUTS[card.form]] if card.form in CUTS else 0.0


def cross_red_lines(game, orders):
    for order in orders:
        for line, it in game.scenario.teams[order.team].red_lines.items():
            if order.card in it.cards and holds(game, it.when, Sender("", order.team)):
                game.crossed.add((order.team, line))


def meet_expectations(game, orders):
    for inject in game.fired:
        it = game.scenario.injects[inject]
        addressed = game.scenario.teams if it.to == "all" else it.to
        if it.expects and any(order.team in addressed and order.card in it.expects.any for order in orders):
            game.met.add(inject)


def count_uses(game, orders):
    played = {(order.team, order.card) for order in orders}
    for held, repeats in game.repeats.items():
        game.repeats[held] = min(3, repeats + 1) if held in played else max(0, repeats - 1)
    game.spent |= {(team, card) for team, card in played if game.scenario.cards[card].once}
