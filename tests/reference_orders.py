"""How the naive interpreter resolves orders: which take effect, and what comes of each."""

from tests import reference_tables as tables
from tests.reference_check import (
    aim_of,
    card_of,
    chosen_as,
    in_discord,
    outcome_of,
    speaks_out,
    story_of,
    synergy,
)
from tests.reference_comments import treat
from tests.reference_effects import send
from tests.reference_expressions import Sender, holds
from tests.reference_phase import Phase, finish
from tests.reference_tables import q12, q16
from tests.reference_trays import ANSWERS, cost_of

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
NEVER_WAIT = ("listen", "guidance", "maintain", "slip", "withhold", "walk_out")
NEVER_LEAK = ("listen", "guidance", "maintain")


def resolve(game, laid):
    """Resolve what waited since the last turn, and what is laid now and need not wait."""
    phase = Phase("resolve")
    for order in laid:
        pay(game, phase, order)
    wait = [order for order in laid if waits(game, order)]
    orders = game.in_effect = sorted(game.waiting + [order for order in laid if order not in wait])
    game.waiting = wait
    game.spoken_out = [order for order in orders if speaks_out(game, order)]
    game.discordant = {side for side in game.scenario.sides if in_discord(game, side, orders)}
    game.cut = dict.fromkeys(game.scenario.narratives, 0.0)
    game.leaked = []
    if game.decides():
        game.answered, game.treated = set(), set()
    kept_waiting = {order for order in orders if lacks_its_half(game, order, orders)}
    for order in orders:
        outcome = "kept_waiting" if order in kept_waiting else outcome_of(game, order)
        game.outcomes[game.turn, order] = outcome
        resolve_order(game, phase, order, outcome)
    cross_red_lines(game, laid)
    meet_expectations(game, orders)
    count_uses(game, orders, kept_waiting)
    game.spent |= {held(order) for order in laid if card_of(game, order).once} - {held(order) for order in kept_waiting}
    game.prepared -= {held(order) for order in laid}
    finish(game, phase)


def held(order):
    return order.team, order.card


def pay(game, phase, order):
    hours, budget = cost_of(game, order.team, order.card)
    phase.add(f"order/{order.team}/{order.card}/cost", f"{order.team}.hours", -hours)
    phase.add(f"order/{order.team}/{order.card}/cost", f"{order.team}.budget", -budget)


# Which take effect.


def waits(game, order):
    """The institution waits for approval, a turn long, while nobody knows what may be said."""
    card = card_of(game, order)
    if game.turn == 0 or held(order) in game.prepared or card.pair or card.judged or card.form in NEVER_WAIT:
        return False
    return order.voice == "institution" and game.meters[f"{order.team}.clarity"] < game.model["delay_clarity"]


def lacks_its_half(game, order, orders):
    """A paired card that nobody meets."""
    if card_of(game, order).pair is None:
        return False
    gone = {other.team for other in orders if card_of(game, other).form == "walk_out"}
    return order.team in gone or not any(
        other.team not in gone and are_halves(game, order, other) for other in orders if other.team != order.team
    )


def are_halves(game, one, other):
    named = card_of(game, one).pair == other.card and card_of(game, other).pair == one.card
    return named and means(game, one, other.team) and means(game, other, one.team)


def means(game, order, team):
    """The order chose this team, or its side, or nobody."""
    chosen = chosen_as(game, order, "team") or chosen_as(game, order, "side")
    return chosen in {None, team, game.side(team)}


# What comes of an order.


def resolve_order(game, phase, order, outcome):
    card, cause = card_of(game, order), f"order/{order.team}/{order.card}"
    gain = gain_of(game, outcome)
    for i, effect in enumerate(card.effects):
        if counts(effect, outcome):
            send(game, phase, effect, sender(order, f"{cause}/effects.{i}"), scale_of(game, order, effect, gain))
    if outcome != "kept_waiting":
        come_about(game, phase, order, outcome, gain)
    leak(game, phase, order)
    tend(game, order)


def gain_of(game, outcome):
    match outcome:
        case "success":
            return 1.0
        case "kept_waiting":
            return 0.0
    return game.model[f"outcome_{outcome}"]


def sender(order, cause):
    return Sender(cause, order.team, order.target, order.card, order.voice)


def come_about(game, phase, order, outcome, gain):
    """What happens to an order that is not kept waiting."""
    card, team, story = card_of(game, order), order.team, story_of(game, order)
    cause, aim = f"order/{team}/{order.card}", aim_of(game, order)
    for meter in ("credibility", "clarity", "network"):
        price = q12(getattr(card.price, meter))
        paid = q12(price * game.model["backfire_price"]) if outcome == "backfire" else price
        phase.add(f"{cause}/price", f"{team}.{meter}", paid)
    if card.power in {"hard", "soft"} and aim and gain > 0:
        phase.add(f"{cause}/trace", f"{card.power}.{game.side(team)}.{aim}", q12(gain))
    if card.treats:
        treat_comments(game, phase, order, outcome, gain)
    elif card.form == "reply":
        phase.add(f"{cause}/reply", f"{team}.backlog", -game.model["reply_hours"])
    if card.position:
        game.bound[order] = game.turn + card.position.lasts - 1
    if outcome == "backfire":
        phase.add(f"{cause}/backfire", f"{team}.credibility", game.model["backfire_credibility"])
    if story:
        move_its_story(game, phase, order, outcome, gain)


def treat_comments(game, phase, order, outcome, gain):
    for effect, cause, share in treat(game, phase, order):
        if counts(effect, outcome):
            send(game, phase, effect, Sender(cause, order.team), scale_of(game, order, effect, gain, share))


def move_its_story(game, phase, order, outcome, gain):
    card, story = card_of(game, order), story_of(game, order)
    if card.form in ANSWERS:
        game.answered.add((order.team, story))
    if outcome == "backfire":
        amount = q12(game.model["backfire_heat"] * game.room(story))
        phase.add(f"order/{order.team}/{order.card}/backfire", f"{story}.heat", amount)
    else:
        game.cut[story] += q16(gain * cut_of(card, game.model))


def counts(effect, outcome):
    if effect.outcomes is not None:
        return outcome in effect.outcomes
    return outcome != "kept_waiting" if effect.verb in ADDING else outcome == "success"


def scale_of(game, order, effect, gain, share=1):
    """Scale of an effect; of one on comments, by their share among those that are treated."""
    if effect.verb not in ADDING:
        return 1.0
    scale = gain if effect.outcomes is None else 1.0
    scale = q16(scale * q16(fade(game, game.repeats[held(order)]) * share))
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


def leak(game, phase, order):
    """What is written down can surface."""
    card, team, model = card_of(game, order), order.team, game.model
    if game.turn == 0 or card.visible == "public" or card.form in NEVER_LEAK:
        return
    chance = model["leak_chance"] * (model["leak_exposed"] if game.exposed[team] >= game.turn else 1)
    if not game.happens(chance, "leak", team, tables.name("card", order.card)):
        return
    cause, story = f"order/{team}/{order.card}/leak", game.hottest(game.side(team))
    phase.add(cause, f"{team}.credibility", model["leak_credibility"])
    if story:
        phase.add(cause, f"{story}.heat", q12(model["leak_heat"] * game.room(story)))
    game.leaked.append(order)


def tend(game, order):
    """A post works on while it is laid again, or the team maintains what it has posted."""
    maintains = card_of(game, order).form == "maintain"
    for team, card in game.tended:
        if team == order.team and (maintains or card == order.card):
            game.tended[team, card] = game.turn


# What is noted of them.


def cross_red_lines(game, laid):
    for order in laid:
        for line, it in game.scenario.teams[order.team].red_lines.items():
            if order.card in it.cards and holds(game, it.when, Sender("", order.team)):
                game.crossed.add((order.team, line))


def meet_expectations(game, orders):
    for inject in game.fired:
        it = game.scenario.injects[inject]
        addressed = game.scenario.teams if it.to == "all" else [] if it.to == "nobody" else it.to
        if it.expects and any(order.team in addressed and order.card in it.expects.any for order in orders):
            game.met.add(inject)


def count_uses(game, orders, kept_waiting):
    played = {held(order) for order in orders if order not in kept_waiting}
    for card, repeats in game.repeats.items():
        game.repeats[card] = min(3, repeats + 1) if card in played else max(0, repeats - 1)
