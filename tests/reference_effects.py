"""Effects of the naive interpreter: what a phase proposes, and how it comes true."""

from collections import defaultdict
from typing import NamedTuple

from tests.reference_expressions import holds, size
from tests.reference_tables import clip, q12, q16


class Row(NamedTuple):
    """One line of the ledger: why a meter moved."""

    turn: int
    phase: str
    cause: str
    meter: str
    amount: float


class Phase:
    """What a phase proposes; nothing of it counts before the phase ends."""

    def __init__(self, called):
        self.called = called
        self.amounts = []  # (cause, meter, amount)
        self.raised, self.cleared = set(), set()
        self.unlocked, self.closed = set(), set()  # (team, card)
        self.dates = defaultdict(list)  # inject -> turns
        self.retargets = defaultdict(list)  # story -> (strength, slants)
        self.blocked = set()

    def add(self, cause, meter, amount):
        self.amounts.append((cause, meter, amount))


# Effects.


def send(game, phase, effect, sender, scale):
    """Let an effect act, at once or in the turns to come."""
    if not holds(game, effect.when, sender):
        return
    part = q16(scale / effect.spread)
    for wait in range(effect.after, effect.after + effect.spread):
        if wait == 0:
            act(game, phase, effect, sender, part)
        else:
            _, before = game.under_way.get((game.turn + wait, sender), (effect, 0))
            game.under_way[game.turn + wait, sender] = (effect, before + part)


def act(game, phase, effect, sender, scale):
    match effect.verb:
        case "shift":
            for meter in shifted(game, effect.shift, sender):
                amount = shift_amount(game, effect.shift, meter, scale, sender)
                phase.add(sender.cause, meter, damped(game, meter, amount))
        case "spark" | "cool" as verb:
            move = getattr(effect, verb)
            meter = f"{chosen(move.narrative, sender)}.heat"
            amount = q12(scale * size(game, move.by, meter, sender))
            phase.add(sender.cause, meter, damped(game, meter, amount if verb == "spark" else -amount))
        case "block":
            block(game, phase, chosen(effect.block.narrative, sender), sender)
        case "reveal":
            reveal(game, effect.reveal, sender)
        case _:
            turn_switch(game, phase, effect, sender)


def turn_switch(game, phase, effect, sender):
    """The verbs that add nothing."""
    match effect.verb:
        case "retarget":
            slants = {side: q16(slant) for side, slant in effect.retarget.hurts.items()}
            story = chosen(effect.retarget.narrative, sender)
            phase.retargets[story].append((q16(effect.retarget.strength), slants))
        case "unlock" | "close" as verb:
            gate = getattr(effect, verb)
            cards = {(team, card) for team, card in game.open if card == gate.card and gate.team in {None, team}}
            (phase.unlocked if verb == "unlock" else phase.closed).update(cards)
        case "raise":
            phase.raised.add(effect.raise_)
        case "clear":
            phase.cleared.add(effect.clear)
        case "schedule":
            phase.dates[effect.schedule.inject].append(game.turn + effect.schedule.after)


def chosen(written, sender):
    """The id that is written, or the chosen one."""
    return sender.target if written == "target" else written


def audiences(game, written, sender):
    return list(game.scenario.audiences) if written == "all" else [chosen(written, sender)]


def shifted(game, shift, sender):
    """The meters that a shift moves."""
    if shift.relations:
        return ["relations." + ".".join(sorted(shift.relations))]
    if shift.opinion_of:
        side = game.side(sender.team) if shift.opinion_of == "own" else shift.opinion_of
        return [f"{audience}.{side}" for audience in audiences(game, shift.among, sender)]
    first, *rest = shift.meter.split(".")
    first = sender.team if first == "own" else chosen(first, sender)
    return [".".join([first, *rest])]


def shift_amount(game, shift, meter, scale, sender):
    if shift.to is None:
        return q12(scale * size(game, shift.by, meter, sender))
    way = q12(shift.to) - game.meters[meter]
    if shift.by is not None:
        most = max(0, size(game, shift.by, meter, sender))
        way = clip(way, -most, most)
    return q12(min(scale, 1) * way)


def damped(game, meter, amount):
    """Opinions resist what leads them away from 0, and what is hot takes up less."""
    now = game.meters[meter]
    if meter in game.opinions and amount * now >= 0:
        return q12(amount * q16(1 - abs(now) / 128))
    if meter in game.heats and amount > 0:
        return q12(amount * game.room(game.heats[meter]))
    return amount


def block(game, phase, story, sender):
    phase.blocked.add(story)
    phase.add(sender.cause, "freedom", q12(game.free() * game.model["block_freedom"]))
    if sender.team is None:
        return
    side = game.side(sender.team)
    credibility = q12(game.free() * game.model["block_credibility"])
    phase.add(sender.cause, f"{sender.team}.credibility", credibility)
    amount = q12(game.free() * game.model["block_opinion"])
    for audience, it in game.scenario.audiences.items():
        if it.home != side:
            opinion = f"{audience}.{side}"
            phase.add(sender.cause, opinion, damped(game, opinion, amount))


def reveal(game, written, sender):
    to = written.to or sender.team or "all"
    teams = game.scenario.teams if to == "all" else [to]
    listened = audiences(game, written.audience, sender)
    game.listening |= {(team, audience) for team in teams for audience in listened}


# The end of a phase.


def finish(game, phase):
    """Add all amounts at once, clip, and let what adds nothing take place."""
    sums = defaultdict(float)
    for cause, meter, amount in phase.amounts:
        game.book(phase.called, cause, meter, amount)
        sums[meter] += amount
    for meter, amount in sums.items():
        wanted = game.meters[meter] + amount
        game.meters[meter] = clip(wanted, *game.range[meter])
        game.book(phase.called, "limit", meter, game.meters[meter] - wanted)
    game.after[game.turn, phase.called] = dict(game.meters)
    game.flags |= dict.fromkeys(phase.raised, True) | dict.fromkeys(phase.cleared, False)
    game.open |= dict.fromkeys(phase.unlocked, True) | dict.fromkeys(phase.closed, False)
    game.block_age |= dict.fromkeys(phase.blocked, 1)
    for inject, dates in phase.dates.items():
        old, written = game.date.get(inject, 0), game.scenario.injects[inject]
        last = old + ((written.until or written.turn) - written.turn if written.turn else 0)
        ahead = old > 0 and (last > game.turn or (last == game.turn and phase.called == "arrivals"))
        game.date[inject] = min([*dates, old] if ahead else dates)
    for story, retargets in phase.retargets.items():
        greatest = max(strength for strength, _ in retargets)
        strongest = [slants for strength, slants in retargets if strength == greatest]
        if all(slants == strongest[0] for slants in strongest):
            game.slant |= {(story, side): slant for side, slant in strongest[0].items()}
