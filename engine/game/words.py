"""Names of meters and choices: from the kernel's ids back to the author's words and ours."""

from engine.game.view import Words
from engine.language.messages import Message
from engine.scenario.names import TEAM_METERS
from engine.scenario.scenario import Scenario
from engine.text import Text

UNKNOWN = Message("cause.unknown")
MISREAD = Message("cause.misread")
"""What known causes leave of the way between two estimates: each errs, so it is no matter of causes alone."""
STAGES = (Message("stage.online"), Message("stage.grassroots"), Message("stage.public"))


def meter_name(scenario: Scenario, meter: str) -> Words:
    """What a meter is called."""
    match meter.split("."):
        case ["freedom"]:
            return Message.of("meter.freedom")
        case [own]:
            return scenario.meters[own].name
        case [story, "heat"] if story in scenario.narratives:
            return Message.of("meter.heat", story=scenario.narratives[story].name)
        case [team, own] if own in TEAM_METERS and team in scenario.teams:
            return _team_meter(own, scenario.teams[team].name)
        case [team, "channel", platform] if team in scenario.teams:
            seat, name = scenario.teams[team].name, scenario.platforms[platform].name
            return Message.of("meter.channel", team=seat, platform=name)
        case [audience, side]:
            return Message.of(
                "meter.opinion", audience=scenario.audiences[audience].name, side=scenario.sides[side].name
            )
        case ["relations", first, second]:
            return Message.of("meter.relations", one=scenario.sides[first].name, two=scenario.sides[second].name)
        case ["hard", side, aim]:
            return Message.of("meter.hard", side=scenario.sides[side].name, aim=scenario.sides[aim].name)
        case ["soft", side, aim]:
            return Message.of("meter.soft", side=scenario.sides[side].name, aim=scenario.sides[aim].name)
    raise KeyError(meter)


def _team_meter(own: str, team: Text) -> Message:
    return Message.of(f"meter.{own}", team=team)


def meter_about(scenario: Scenario, meter: str) -> Words | None:
    """What a meter measures, or None where its author has not said it."""
    match meter.split("."):
        case [own] if own in scenario.meters:
            return scenario.meters[own].text
        case [story, "heat"] if story in scenario.narratives:
            return Message.of("about.heat")
        case ["freedom" as kind] | ["relations" as kind, *_]:
            return Message.of(f"about.{kind}")
        case [_, "channel", _]:
            return Message.of("about.channel")
        case [team, own] if team in scenario.teams:
            return Message.of(f"about.{own}")
        case [audience, _]:
            described = scenario.audiences[audience].text
            return Message.of("about.opinion_of", text=described) if described else Message.of("about.opinion")
    return None


def meter_unit(scenario: Scenario, meter: str) -> Words | None:
    """The author's unit of a meter of the scenario; without one, of what it is counted, where it starts at nothing."""
    own = scenario.meters.get(meter)
    if own is None or own.unit is not None:
        return own.unit if own else None
    low, high = own.range
    return None if low else Message.of("unit.of", n=high)


def choice_name(scenario: Scenario, card: str, target: str | None, voice: str) -> Words | None:
    """What was chosen with a card: its target, and who says it where there is a choice; None where nothing was."""
    name = target_name(scenario, card, target)
    if len(scenario.cards[card].voices) == 1:
        return name
    spoken = Message.of(f"voice.{voice}")
    return spoken if name is None else Message.of("choice.voiced", target=name, voice=spoken)


def target_name(scenario: Scenario, card: str, target: str | None) -> Words | None:
    """What a chosen target is called."""
    chosen = scenario.cards[card].target
    if target is None or chosen is None:
        return None
    match chosen.kind:
        case "audience":
            return scenario.audiences[target].name
        case "narrative":
            return scenario.narratives[target].name
        case "team":
            return scenario.teams[target].name
        case "side":
            return scenario.sides[target].name
        case "comments":
            return (scenario.appearances | scenario.comments)[target].name
