"""Effects of the naive interpreter: when each verb acts, on what, and how much."""

from tests.reference_expressions import holds, size
from tests.reference_tables import clip, q12, q16


def send(game, phase, effect, sender, scale):
    """Let an effect act, at once or in the turns to come."""
    if not holds(game, effect.when, sender):
        return
    part, first = q16(scale / effect.spread), after(game, effect, sender)
    for wait in range(first, first + effect.spread):
        if wait == 0:
            act(game, phase, effect, sender, part)
        else:
            _, before = game.under_way.get((game.turn + wait, sender), (effect, 0))
            game.under_way[game.turn + wait, sender] = (effect, before + part)


def without_order(effects):
    """Effects that no order sends, counted from 0; what is written for an outcome counts as on a success."""
    return [(i, effect) for i, effect in enumerate(effects) if "success" in (effect.outcomes or ["success"])]


def after(game, effect, sender):
    """In how many turns it arrives: what ministry and embassy do to each other takes a turn longer."""
    other = addressed(effect, sender) if sender.of_a_card else None
    if other not in game.scenario.teams or game.side(other) != game.side(sender.team):
        return effect.after
    levels = {game.scenario.teams[team].level for team in (sender.team, other)}
    return max(effect.after, 1) + 1 if levels == {"ministry", "embassy"} else effect.after


def addressed(effect, sender):
    """The first part of the name of what is moved, or the team that is named."""
    match effect.verb:
        case "shift" if effect.shift.meter:
            return subject(effect.shift.meter, sender)
        case "unlock" | "close" as verb:
            return getattr(effect, verb).team
        case "reveal":
            return effect.reveal.to
    return None


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
        case _:
            see_to_teams(game, phase, effect, sender)


def see_to_teams(game, phase, effect, sender):
    """The verbs that change what teams know, have ready and may use."""
    match effect.verb:
        case "prepare" if (sender.team, effect.prepare.card) in game.open:
            phase.prepared.add((sender.team, effect.prepare.card))
        case "share" if sender.team:
            game.sharing |= {(sender.team, to) for to in receivers(game, effect.share.to, sender)}
        case "suspend":
            suspend(game, phase, effect.suspend, sender)
        case "expose":
            for team in teams(game, effect.expose.team, sender):
                phase.exposed[team].append(game.turn + effect.expose.turns)
                phase.secured |= {team} if effect.expose.turns == 0 else set()


def chosen(written, sender):
    """The id that is written, or the chosen one."""
    return sender.target if written == "target" else written


def audiences(game, written, sender):
    return list(game.scenario.audiences) if written == "all" else [chosen(written, sender)]


def side_of(game, written, sender):
    """The side that is written, the team's own, or the chosen one, which may be that of a chosen team."""
    named = sender.team if written == "own" else chosen(written, sender)
    return game.side(named) if named in game.scenario.teams else named


def shifted(game, shift, sender):
    """The meters that a shift moves."""
    if shift.relations:
        return ["relations." + ".".join(sorted(side_of(game, side, sender) for side in shift.relations))]
    if shift.opinion_of:
        side = side_of(game, shift.opinion_of, sender)
        return [f"{audience}.{side}" for audience in audiences(game, shift.among, sender)]
    _, *rest = shift.meter.split(".")
    return [".".join([subject(shift.meter, sender), *rest])]


def subject(meter, sender):
    """Whose meter it is: the first part of its name."""
    first, *_ = meter.split(".")
    return sender.team if first == "own" else chosen(first, sender)


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
    to = teams(game, written.to or sender.team or "all", sender)
    if written.comments:
        game.sorting |= set(to)
        return
    for team in to:
        for audience in audiences(game, written.audience, sender):
            if game.revealed.get((team, audience)) != "listening":
                game.revealed[team, audience] = written.how


def teams(game, written, sender):
    if written == "all":
        return list(game.scenario.teams)
    return [sender.team if written == "own" else chosen(written, sender)]


def receivers(game, written, sender):
    """Who is told what the team knows."""
    if written == "mates":
        side = game.side(sender.team)
        return [team for team in game.scenario.teams if game.side(team) == side and team != sender.team]
    return [chosen(written, sender)]


def suspend(game, phase, written, sender):
    platforms = game.scenario.platforms if written.platform == "all" else [written.platform]
    for team in teams(game, written.team, sender):
        for platform in platforms:
            phase.suspended[team, platform].append(game.turn + written.turns)
