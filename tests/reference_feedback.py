"""What a turn leaves behind, in the naive interpreter: the inbox, silence, expectations, positions, missed answers."""

from tests.reference_check import card_of, chosen_as
from tests.reference_comments import leave
from tests.reference_effects import send, without_order
from tests.reference_expressions import Sender, holds
from tests.reference_phase import Phase, finish
from tests.reference_tables import q12, q16


def feedback(game):
    phase = Phase("feedback")
    for team in game.scenario.teams:
        fill_the_inbox(game, phase, team)
        pay_for_silence(game, phase, team)
        expect_and_forget(game, phase, team)
        leave(game, phase, team)
        back = q12(
            (game.start[f"{team}.credibility"] - game.meters[f"{team}.credibility"]) * game.model["credibility_return"]
        )
        phase.add("rule/credibility_returns", f"{team}.credibility", back)
    for position, last in sorted(game.bound.items()):
        break_or_keep(game, phase, position, last)
    for inject, it in game.scenario.injects.items():
        if it.expects and inject not in game.met and last_turn_to_answer(game, inject) == game.turn:
            for i, effect in without_order(it.expects.if_missed):
                send(game, phase, effect, Sender(f"inject/{inject}/if_missed.{i}"), 1)
    for story in game.scenario.narratives:
        climb_or_fall(game, story)
        age = game.block_age[story]
        game.block_age[story] = age + 1 if 0 < age < 6 else 0
    finish(game, phase)


def fill_the_inbox(game, phase, team):
    model, story = game.model, game.hottest(game.side(team))
    inbox = model["inbox_base"] + q12(game.heat(story) * model["inbox_heat"])
    phase.add("rule/inbox", f"{team}.backlog", inbox)
    phase.add("rule/unspent_hours", f"{team}.backlog", -game.meters[f"{team}.hours"])
    if game.scenario.teams[team].channels:
        open_ones = [platform for platform in game.scenario.platforms if game.meters[f"{team}.channel.{platform}"] > 0]
        phase.add("rule/upkeep", f"{team}.backlog", model["channel_upkeep"] * len(open_ones))


def pay_for_silence(game, phase, team):
    """Dear when the side is silent, cheaper when a mate answered or the team refused; dearer the more is expected."""
    model, side = game.model, game.side(team)
    story = game.hottest(side)
    if game.heat(story) == 0 or (team, story) in game.answered:
        return
    shared = any(about == story and game.side(mate) == side for mate, about in game.answered)
    shared = shared or took_effect(game, team, "withhold")
    silence = model["silence_shared" if shared else "silence_credibility"]
    dearer = 1 + q16(game.meters[f"{team}.expectation"] * model["expectation_price"])
    phase.add(f"rule/silence/{story}", f"{team}.credibility", -q12(silence * dearer))


def took_effect(game, team, form):
    """Whether an order of this form took effect this turn."""
    return any(order.team == team and card_of(game, order).form == form for order in game.in_effect)


def expect_and_forget(game, phase, team):
    """Who answers is expected to answer again; a case file that nobody keeps grows old."""
    model, expected = game.model, game.meters[f"{team}.expectation"]
    if game.decides():
        answers = any(mate == team for mate, _ in game.answered)
        moved = model["expectation_rise"] if answers else -q12(expected * model["expectation_fade"])
        phase.add("rule/expectations", f"{team}.expectation", moved)
    if not took_effect(game, team, "maintain"):
        phase.add("rule/file_fades", f"{team}.file", -q12(game.meters[f"{team}.file"] * model["file_fade"]))


def break_or_keep(game, phase, position, last):
    """A position that binds this turn is broken, or kept when its time is over."""
    card, team = card_of(game, position), position.team
    cause, laid = f"order/{team}/{position.card}", {laid for laid, _, _ in game.laid[team]}
    when, public = card.position.broken_when, card.visible == "public"
    if laid & set(card.position.broken_by) or (when is not None and holds(game, when, Sender("", team))):
        partner = chosen_as(game, position, "team")
        if public:
            phase.add(f"{cause}/broken", f"{team}.credibility", game.model["position_broken"])
        elif partner and game.side(partner) != game.side(team):
            sides = ".".join(sorted((game.side(team), game.side(partner))))
            phase.add(f"{cause}/broken", f"relations.{sides}", game.model["promise_broken"])
    elif game.turn in {last, game.scenario.clock.turns}:
        if public:
            phase.add(f"{cause}/kept", f"{team}.credibility", game.model["position_kept"])
    else:
        return
    del game.bound[position]


def last_turn_to_answer(game, inject):
    """The first round from which the answer is due, or the last turn; None before the inject has fired."""
    if inject not in game.fired:
        return None
    last = game.scenario.clock.turns
    due = game.fired[inject] + game.scenario.injects[inject].expects.within - 1
    return next((turn for turn in range(due, last + 1) if game.decides(turn)), last)


def climb_or_fall(game, story):
    """A story climbs the ladder while it stays hot, and falls back when it cools."""
    model, heat, stage = game.model, game.heat(story), game.stage[story]
    above = stage < 2 and heat > model[("stage_up_grassroots", "stage_up_public")[stage]]
    game.turns_above[story] = game.turns_above[story] + 1 if above else 0
    if above and game.turns_above[story] >= model["stage_turns"]:
        game.stage[story] += 1
        game.turns_above[story] = 0
    if heat < model["stage_down"]:
        game.stage[story] = max(0, game.stage[story] - 1)
