"""Names of meters and causes: from the kernel's ids back to the author's words and ours."""

from engine.game.view import Words
from engine.language.messages import Message
from engine.scenario.names import TEAM_METERS
from engine.scenario.scenario import Scenario
from engine.text import Text

UNKNOWN = Message("cause.unknown")
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
    names = {
        "credibility": Message.of("meter.credibility", team=team),
        "clarity": Message.of("meter.clarity", team=team),
        "file": Message.of("meter.file", team=team),
        "expectation": Message.of("meter.expectation", team=team),
        "network": Message.of("meter.network", team=team),
        "backlog": Message.of("meter.backlog", team=team),
        "hours": Message.of("meter.hours", team=team),
        "budget": Message.of("meter.budget", team=team),
    }
    return names[own]


def cause_name(scenario: Scenario, cause: str) -> Message:
    """Why a meter moved, in words."""
    match cause.split("/"):
        case ["order", team, card, part]:
            return _order(scenario, team, card, part)
        case ["inject", inject, part]:
            return _inject(scenario, inject, part)
        case ["meter", meter, part]:
            return Message.of("cause.because", text=scenario.meters[meter].each_turn[int(part.split(".")[1])].because)
        case ["comments", comments, treatment, _]:
            return Message.of(
                f"cause.comments_{treatment.partition('.')[0]}", comments=scenario.comments[comments].name
            )
        case ["rule", "story", story]:
            return Message.of("cause.story", story=scenario.narratives[story].name)
        case ["rule", "feeds", story]:
            return Message.of("cause.feeds", story=scenario.narratives[story].name)
        case ["rule", "control_lost", team]:
            return Message.of("cause.control_lost", team=scenario.teams[team].name)
        case ["rule", rule]:
            return Message(RULES[rule])
        case ["limit"]:
            return Message.of("cause.limit")
    raise KeyError(cause)


RULES = {
    "hours_renewed": "cause.hours_renewed",
    "attention_fades": "cause.attention_fades",
    "the_crowd": "cause.the_crowd",
    "rebound": "cause.rebound",
    "listens": "cause.listens",
    "settles": "cause.settles",
    "trace_fades": "cause.trace_fades",
    "inbox": "cause.inbox",
    "unspent_hours": "cause.unspent_hours",
    "silence": "cause.silence",
    "credibility_returns": "cause.credibility_returns",
    "upkeep": "cause.upkeep",
    "expectations": "cause.expectations",
    "file_fades": "cause.file_fades",
}


def _inject(scenario: Scenario, inject: str, part: str) -> Message:
    written = scenario.injects[inject]
    kind, _, place = part.partition(".")
    missed = kind == "if_missed"
    effects = (written.expects.if_missed if written.expects else []) if missed else written.effects
    because = effects[int(place)].because
    if because is not None:
        return Message.of("cause.inject_because", inject=written.name, text=because)
    return Message.of("cause.missed" if missed else "cause.inject", inject=written.name)


def _order(scenario: Scenario, team: str, card: str, part: str) -> Message:
    written, who = scenario.cards[card], scenario.teams[team].name
    kind, _, place = part.partition(".")
    if kind == "effects":
        because = written.effects[int(place)].because
        if because is not None:
            return Message.of("cause.order_because", team=who, card=written.name, text=because)
        return Message.of("cause.order", team=who, card=written.name)
    codes = {
        "cost": Message.of("cause.cost", card=written.name),
        "price": Message.of("cause.price", team=who, card=written.name),
        "trace": Message.of("cause.trace", card=written.name),
        "reply": Message.of("cause.reply", card=written.name),
        "backfire": Message.of("cause.backfire", team=who, card=written.name),
        "relief": Message.of("cause.relief", card=written.name),
        "leak": Message.of("cause.leak", team=who, card=written.name),
        "broken": Message.of("cause.broken", team=who, card=written.name),
        "kept": Message.of("cause.kept", team=who, card=written.name),
        "waited": Message.of("cause.waited", team=who, card=written.name),
    }
    return codes[kind]


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
