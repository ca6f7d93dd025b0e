"""What the world does at the close of a turn, in the naive interpreter: spread and control."""

from itertools import product

from tests import reference_tables as tables
from tests.reference_effects import damped
from tests.reference_expressions import Sender, holds, size
from tests.reference_phase import Phase, finish
from tests.reference_tables import clip, q12, q16

# 6. Spread.


def spread(game):
    phase = Phase("spread")
    for story in game.scenario.narratives:
        spread_story(game, phase, story)
    for audience, side in product(game.scenario.audiences, game.scenario.sides):
        spread_opinion(game, phase, audience, side)
    for meter in game.meters:
        if meter.startswith(("hard.", "soft.")):
            phase.add("rule/trace_fades", meter, -q12(game.meters[meter] * (1 - game.model["trace_keep"])))
    for meter, it in game.scenario.meters.items():
        for i, drift in enumerate(it.each_turn):
            if holds(game, drift.when):
                amount = q12(size(game, drift.by, meter, Sender("")))
                phase.add(f"meter/{meter}/each_turn.{i}", meter, amount)
    finish(game, phase)


def spread_story(game, phase, story):
    model, heat, room, meter = game.model, game.heat(story), game.room(story), f"{story}.heat"
    half_life = model["half_life_" + ("cyber", "grassroots", "public")[game.stage[story]]]
    d = tables.persistence(game.scenario.clock.hours_per_turn, half_life, model["persistence_floor"])
    phase.add("rule/attention_fades", meter, -q12(heat * (1 - d)))
    phase.add("rule/the_crowd", meter, q12(q12(heat * q16((1 - d) * crowd(game, story))) * room))
    for other, it in game.scenario.narratives.items():
        if story in it.feeds:
            amount = q12(q12(game.heat(other) * q16(it.feeds[story])) * room)
            phase.add(f"rule/feeds/{other}", meter, amount)
    if game.block_age[story] in {4, 5, 6}:
        phase.add("rule/rebound", meter, q12(q12(game.free() * model["block_rebound"]) * room))


def crowd(game, story):
    """b: how strongly the crowd repeats the story."""
    model = game.model
    b = model["crowd"] or tables.crowd_of_the_clock(game.scenario.clock.hours_per_turn)
    if game.scenario.narratives[story].truth == "false":
        b += model["crowd_false"]
    blocked = {1: "block_first", 2: "block_second", 3: "block_third"}.get(game.block_age[story])
    b = q16(b * (1 - (q16((1 - game.free()) * model[blocked]) if blocked else 0)))
    c = max(game.cut[story], q16(-1 / 3))
    b = q16(b * (1 - q16(c / (1 + c))))
    return q16(b * (1 + model["vacuum"])) if in_vacuum(game, story) else b


def in_vacuum(game, story):
    """The story hurts some side, and nobody of those whom it hurts answers."""
    hurt = [side for side in game.scenario.sides if game.slant[story, side] > 0]
    return bool(hurt) and not any(game.side(team) in hurt for team, about in game.answered if about == story)


def spread_opinion(game, phase, audience, side):
    model, it, meter = game.model, game.scenario.audiences[audience], f"{audience}.{side}"
    opinion = game.meters[meter]
    for story, told in game.scenario.narratives.items():
        harm = q12(game.heat(story) * game.slant[story, side])
        moved = q16(model["opinion_heat"] * q16(told.among.get(audience, 1)))
        phase.add(f"rule/story/{story}", meter, -q12(harm * moved))
    pull = sum(
        (game.meters[f"{other}.{side}"] - opinion) * q16(model["opinion_listens"] * q16(share))
        for other, share in it.listens_to.items()
    )
    phase.add("rule/listens", meter, q12(pull))
    phase.add("rule/settles", meter, q12((game.start[meter] - opinion) * model["opinion_settles"]))


# 7. Control.


def control(game):
    phase = Phase("control")
    for team in game.scenario.teams:
        chance = tables.risk()[int(clip(round((rate(game, team) + 14) * 32), 0, 576))]
        game.risk_sum[team] += chance
        if game.die("hazard", team) & 65535 < chance:
            lose_control(game, phase, team)
    finish(game, phase)


def rate(game, team):
    """L: log of the rate at which the team loses control."""
    model, side = game.model, game.side(team)
    story = game.hottest(side)
    traces = [game.meters[f"hard.{side}.{aim}"] for aim in game.scenario.sides if aim != side]
    return (
        tables.log(model["hazard_base"])
        + q12(game.heat(story) * model["hazard_heat"])
        + q12((game.stage[story] if story else 0) * model["hazard_stage"])
        + q12((50 - min(game.meters[f"{team}.clarity"], model["clarity_cap"])) * model["hazard_clarity"])
        + q12(max(0, game.load(team) - 0.5) * model["hazard_backlog"])
        + q12(game.meters[f"{team}.network"] * model["hazard_network"])
        + (model["hazard_discord"] if side in game.discordant else 0)
        + q12(max(traces, default=0) * model["hazard_hard"])
    )


def lose_control(game, phase, team):
    model, side, cause = game.model, game.side(team), f"rule/control_lost/{team}"
    story = game.hottest(side)
    if story:
        phase.add(cause, f"{story}.heat", q12(model["strike_heat"] * game.room(story)))
    phase.add(cause, f"{team}.credibility", model["strike_credibility"])
    for audience in game.scenario.audiences:
        meter = f"{audience}.{side}"
        phase.add(cause, meter, damped(game, meter, model["strike_opinion"]))
