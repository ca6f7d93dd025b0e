"""What a team may lay in the naive interpreter, and what it costs."""

from tests.reference_expressions import Sender, holds
from tests.reference_tables import q12, q16

ANSWERS = ("reply", "correction", "statement")


def options(game, team):
    """Legal (card, target, voice), each taken alone, in alphabetical order."""
    cards = [card for card in set(game.scenario.teams[team].holds) if may_play(game, team, card)]
    return sorted(
        (card, target, voice)
        for card in cards
        for target in targets(game, team, card)
        if was_heard(game, team, card, target)
        for voice in game.scenario.cards[card].voices
    )


def may_play(game, team, card):
    it = game.scenario.cards[card]
    in_season = it.peacetime != "no" and it.position is None if game.turn == 0 else it.peacetime != "only"
    ready = game.open[team, card] and (team, card) not in game.spent and pays(game, team, [card])
    return in_season and ready and has_platform(game, team, it) and holds(game, it.needs, Sender("", team))


def has_platform(game, team, card):
    """The team has the channel, and nobody keeps it off the platform."""
    if card.platform is None:
        return True
    is_open = game.meters[f"{team}.channel.{card.platform}"] > 0
    return is_open and game.suspended[team, card.platform] < game.turn


def was_heard(game, team, card, target):
    """Some cards need an audience that the team has ever listened to."""
    audience = game.scenario.cards[card].after_listening
    if audience is None:
        return True
    return game.heard[team, target if audience == "target" else audience] > 0


def targets(game, team, card):
    target, written = game.scenario.cards[card].target, game.scenario
    if target is None:
        return {None}
    everything = {
        "audience": set(written.audiences),
        "narrative": set(written.narratives),
        "team": set(written.teams) - {team},
        "side": set(written.sides) - {game.side(team)},
        "comments": {*written.appearances, *written.comments},
    }
    chosen = everything[target.kind] if target.chosen == "any" else set(target.chosen)
    if target.kind == "comments" and not game.fresh(game.sorted[team]):
        chosen -= set(written.comments)
    return chosen


# What it costs.


def pays(game, team, cards):
    costs = [cost_of(game, team, card) for card in cards]
    hours, budget = sum(hours for hours, _ in costs), sum(budget for _, budget in costs)
    return hours <= game.meters[f"{team}.hours"] and budget <= game.meters[f"{team}.budget"]


def cost_of(game, team, card):
    """Hours and budget: a case file makes answers cheaper, and so does having prepared them."""
    it = game.scenario.cards[card]
    hours = q12(it.cost.hours)
    if it.form in ANSWERS:
        hours = q12(hours * (1 - q16(game.meters[f"{team}.file"] * game.model["file_saving"])))
    if (team, card) in game.prepared:
        hours = q12(hours * game.model["prepared_hours"])
    return hours, q12(it.cost.budget)


# Trays.


def checked(game, team, tray):
    """The tray in alphabetical order; raises ValueError when it is not legal."""
    cards = [card for card, _, _ in tray]
    once = len(set(cards)) == len(cards) <= game.model["orders_per_round"]
    if not (once and pays(game, team, cards) and set(tray) <= set(options(game, team))):
        raise ValueError(f"not a legal tray of {team}: {tray}")
    return sorted(tray)


def standing(game, team):
    """The orders of the last turn that go on of themselves."""
    legal, tray = options(game, team), []
    for option in game.laid[team]:
        stands = game.scenario.cards[option[0]].stands and option in legal
        if stands and pays(game, team, [*(card for card, _, _ in tray), option[0]]):
            tray.append(option)
    return tray
