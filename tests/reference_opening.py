"""How a turn opens in the naive interpreter: hours, arrivals, injects, and what becomes known."""

from tests.reference_effects import act, send, without_order
from tests.reference_expressions import Sender, holds
from tests.reference_phase import Phase, finish
from tests.reference_tables import clip, name, q12, q16


def sitrep(game):
    phase = Phase("sitrep")
    for team, it in game.scenario.teams.items():
        hours = f"{team}.hours"
        phase.add("rule/hours_renewed", hours, q12(it.hours) - game.meters[hours])
    finish(game, phase)


def arrivals(game):
    phase = Phase("arrivals")
    due = {sender: what for (turn, sender), what in game.under_way.items() if turn == game.turn}
    lapsed = {sender for sender, (effect, _) in due.items() if has_lapsed(game, effect, sender)}
    game.under_way = {
        (turn, sender): what
        for (turn, sender), what in game.under_way.items()
        if turn > game.turn and sender not in lapsed
    }
    for sender, (effect, scale) in due.items():
        if sender not in lapsed:
            act(game, phase, effect, sender, scale)
    finish(game, phase)


def has_lapsed(game, effect, sender):
    """What a post still has to give is lost when nobody tends it."""
    posted = sender.of_a_card and game.scenario.cards[sender.card].form == "post"
    if not posted or effect.spread == 1:
        return False
    return game.turn - game.tended[sender.team, sender.card] > game.model["post_lasts"]


def injects(game):
    phase = Phase("injects")
    for inject, it in game.scenario.injects.items():
        if inject not in game.fired and due(game, inject) and holds(game, it.when):
            game.fired[inject] = game.turn
            for i, effect in without_order(it.effects):
                send(game, phase, effect, Sender(f"inject/{inject}/effects.{i}"), 1)
    finish(game, phase)


def due(game, inject):
    it, date = game.scenario.injects[inject], game.date.get(inject)
    lasts = 0 if it.turn is None or it.until is None else it.until - it.turn
    first_days = [day for day in (it.turn, date) if day is not None]
    return any(day <= game.turn <= day + lasts for day in first_days)


# What was revealed since the last assessment becomes known.


def assess(game):
    for (team, audience), how in game.revealed.items():
        if how == "listening":
            again = game.fresh(game.heard[team, audience])
            game.depth[team, audience] = min(3, game.depth[team, audience] + 1) if again else 1
            game.heard[team, audience] = game.turn
        game.polled[team, audience] = game.turn
        for side in game.scenario.sides:
            game.polls[team, f"{audience}.{side}"] = poll(game, team, audience, side, how)
    game.sorted |= dict.fromkeys(game.sorting, game.turn)
    receive(game)
    game.revealed, game.sorting, game.sharing = {}, set(), set()


def poll(game, team, audience, side, how):
    """What the team finds that the audience thinks of the side."""
    opinion, narrows = f"{audience}.{side}", game.model["listening_narrows"]
    roll = game.die("poll", team, name("meter", opinion))
    error = q12(game.model["poll_error"] * q12(((roll & 4095) - (roll >> 12 & 4095)) / 4096))
    if how == "asking":
        bias = q12(game.scenario.audiences[audience].poll_bias.get(side, 0))
        return clip(game.meters[opinion] + bias + error, -100.0, 100.0)
    narrow = (1.0, narrows, q16(narrows * narrows))[game.depth[team, audience] - 1]
    return clip(game.meters[opinion] + q12(error * narrow), -100.0, 100.0)


def receive(game):
    """Of each audience a receiver takes what the senders knew before anything was received, if that is later."""
    heard, polled, depth, polls = dict(game.heard), dict(game.polled), dict(game.depth), dict(game.polls)
    in_order = dict(game.sorted)
    for receiver in game.scenario.teams:
        senders = sorted(sender for sender, to in game.sharing if to == receiver)
        for audience in game.scenario.audiences if senders else ():
            latest = max(senders, key=lambda sender: polled[sender, audience])
            if polled[latest, audience] > polled[receiver, audience]:
                game.polled[receiver, audience] = polled[latest, audience]
                for side in game.scenario.sides:
                    game.polls[receiver, f"{audience}.{side}"] = polls[latest, f"{audience}.{side}"]
            latest = max(senders, key=lambda sender: heard[sender, audience])
            if heard[latest, audience] > heard[receiver, audience]:
                game.heard[receiver, audience] = heard[latest, audience]
                game.depth[receiver, audience] = depth[latest, audience]
        game.sorted[receiver] = max([in_order[receiver], *(in_order[sender] for sender in senders)])
