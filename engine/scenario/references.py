"""Every id that a scenario mentions, with the kind of thing that it must be."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from engine.scenario.cards import Card, Voice
from engine.scenario.cast import Audience, Narrative, Team
from engine.scenario.effects import Effect
from engine.scenario.injects import Inject
from engine.scenario.scenario import Scenario
from engine.scenario.walk import Path, PlacedEffect, effects

Kind = Literal[
    "side",
    "audience",
    "narrative",
    "team",
    "platform",
    "frame",
    "fit",
    "card",
    "inject",
    "flag",
    "comments",
    "appearance",
]

KINDS: Mapping[Kind, str] = {
    "side": "kind.side",
    "audience": "kind.audience",
    "narrative": "kind.narrative",
    "team": "kind.team",
    "platform": "kind.platform",
    "frame": "kind.frame",
    "fit": "kind.fit",
    "card": "kind.card",
    "inject": "kind.inject",
    "flag": "kind.flag",
    "comments": "kind.comments",
    "appearance": "kind.appearance",
}
"""The message code that names each kind."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that must be one of a kind, or one of a few words, as `target`; on a key, or on a value."""

    written: str
    path: Path
    kind: Kind
    words: tuple[str, ...] = ()
    on_key: bool = False


def of_kind(scenario: Scenario, kind: Kind) -> Collection[str]:
    """Return the ids of a kind."""
    if kind == "fit":
        return (*scenario.platforms, *scenario.frames, *get_args(Voice))
    if kind == "comments":
        return (*scenario.appearances, *scenario.comments)
    everything: dict[str, Collection[str]] = {
        "side": scenario.sides,
        "audience": scenario.audiences,
        "narrative": scenario.narratives,
        "team": scenario.teams,
        "platform": scenario.platforms,
        "frame": scenario.frames,
        "card": scenario.cards,
        "inject": scenario.injects,
        "flag": scenario.flags,
        "appearance": scenario.appearances,
    }
    return everything[kind]


def references(scenario: Scenario) -> Iterator[Reference]:
    """Yield every id that is mentioned, with the kind of thing that it must be."""
    for side_id, side in scenario.sides.items():
        yield from _keys(side.relations, ("sides", side_id, "relations"), "side")
    for audience_id, audience in scenario.audiences.items():
        yield from _of_audience(audience, ("audiences", audience_id))
    for story_id, story in scenario.narratives.items():
        yield from _of_narrative(story, ("narratives", story_id))
    for team_id, team in scenario.teams.items():
        yield from _of_team(team, ("teams", team_id))
    for meter_id, meter in scenario.meters.items():
        if meter.known_to != "public":
            yield from _many(meter.known_to, ("meters", meter_id, "known_to"), "team")
    for card_id, card in scenario.cards.items():
        yield from _of_card(card, ("cards", card_id))
    for inject_id, inject in scenario.injects.items():
        yield from _of_inject(inject, ("injects", inject_id))
    yield from _of_lessons(scenario)
    yield from _of_crowd(scenario)
    yield from _of_seats(scenario)
    for placed in effects(scenario):
        yield from _of_moved(placed)
        yield from _of_switch(placed.effect, (*placed.path, placed.effect.verb))
        yield from _of_teams(placed)


def _of_crowd(scenario: Scenario) -> Iterator[Reference]:
    for class_id, comment in scenario.comments.items():
        yield from _one(comment.looks_like, ("comments", class_id, "looks_like"), "appearance")
    for voice_id, voice in scenario.feed.items():
        yield from _one(voice.about, ("feed", voice_id, "about"), "narrative")


def _of_seats(scenario: Scenario) -> Iterator[Reference]:
    for i, seats in enumerate(scenario.merges):
        yield from _many(seats, ("merges", i), "team")
    yield from _many(scenario.drop_first, ("drop_first",), "team")
    for i, mark in enumerate(scenario.coach):
        if isinstance(mark.to, list):
            yield from _many(mark.to, ("coach", i, "to"), "team")


def _of_lessons(scenario: Scenario) -> Iterator[Reference]:
    if scenario.precedent:
        counter = scenario.precedent.counter
        for orders, path in ((scenario.precedent.orders, ("precedent",)), (counter.orders, ("precedent", "counter"))):
            for turn, trays in orders.items():
                yield from _keys(trays, (*path, "orders", turn), "team")
    for i, claim in enumerate(scenario.claims):
        yield from _one(claim.team, ("claims", i, "team"), "team")


def _of_audience(audience: Audience, path: Path) -> Iterator[Reference]:
    yield from _one(audience.home, (*path, "home"), "side")
    yield from _keys(audience.opinion, (*path, "opinion"), "side")
    yield from _keys(audience.listens_to, (*path, "listens_to"), "audience")
    yield from _keys(audience.fit, (*path, "fit"), "fit")
    yield from _keys(audience.poll_bias, (*path, "poll_bias"), "side")
    yield from _keys(audience.published_polls, (*path, "published_polls"), "side")


def _of_narrative(story: Narrative, path: Path) -> Iterator[Reference]:
    yield from _keys(story.hurts, (*path, "hurts"), "side")
    yield from _keys(story.among, (*path, "among"), "audience")
    yield from _keys(story.feeds, (*path, "feeds"), "narrative")


def _of_team(team: Team, path: Path) -> Iterator[Reference]:
    yield from _one(team.side, (*path, "side"), "side")
    yield from _keys(team.channels, (*path, "channels"), "platform")
    yield from _many(team.holds, (*path, "holds"), "card")
    for name, red_line in team.red_lines.items():
        yield from _many(red_line.cards, (*path, "red_lines", name, "cards"), "card")


def _of_card(card: Card, path: Path) -> Iterator[Reference]:
    yield from _one(card.frame, (*path, "frame"), "frame")
    yield from _one(card.platform, (*path, "platform"), "platform")
    yield from _one(card.about, (*path, "about"), "narrative")
    yield from _one(card.aim, (*path, "aim"), "side")
    yield from _one(card.after_listening, (*path, "after_listening"), "audience", ("target",))
    yield from _one(card.pair, (*path, "pair"), "card")
    if card.position:
        yield from _many(card.position.broken_by, (*path, "position", "broken_by"), "card")
    if card.target and card.target.chosen != "any":
        kind = card.target.kind
        yield from _many(card.target.chosen, (*path, "target", kind), kind)


def _of_inject(inject: Inject, path: Path) -> Iterator[Reference]:
    if isinstance(inject.to, list):
        yield from _many(inject.to, (*path, "to"), "team")
    if inject.expects:
        yield from _many(inject.expects.any, (*path, "expects", "any"), "card")


def _of_moved(placed: PlacedEffect) -> Iterator[Reference]:
    """Yield what an effect on opinions, relations and stories mentions; `target` is of the card's kind."""
    effect, path = placed.effect, (*placed.path, placed.effect.verb)
    story_words = ("target",) if placed.chosen == "narrative" else ()
    audience_words = ("target", "all") if placed.chosen == "audience" else ("all",)
    if effect.shift:
        words = ("own",) * placed.own + ("target",) * (placed.chosen in {"side", "team"})
        yield from _one(effect.shift.opinion_of, (*path, "opinion_of"), "side", words)
        yield from _one(effect.shift.among, (*path, "among"), "audience", audience_words)
        if effect.shift.relations and not _with_another(placed, effect.shift.relations):
            yield from _many(effect.shift.relations, (*path, "relations"), "side")
    for moved in (effect.spark, effect.cool, effect.block, effect.retarget):
        if moved:
            yield from _one(moved.narrative, (*path, "narrative"), "narrative", story_words)
    if effect.retarget:
        yield from _keys(effect.retarget.hurts, (*path, "hurts"), "side")
    if effect.reveal:
        yield from _one(effect.reveal.audience, (*path, "audience"), "audience", audience_words)
        yield from _one(effect.reveal.to, (*path, "to"), "team", ("all",))


def _with_another(placed: PlacedEffect, sides: list[str]) -> bool:
    """Whether relations are those of the own side with a chosen one, which `any` lets be another side only."""
    target = placed.card.target if placed.card else None
    return target is not None and target.side == "any" and sorted(sides) == ["own", "target"]


def _of_switch(effect: Effect, path: Path) -> Iterator[Reference]:
    """Yield what an effect on cards, flags and dates mentions."""
    for gate in (effect.unlock, effect.close):
        if gate:
            yield from _one(gate.card, (*path, "card"), "card")
            yield from _one(gate.team, (*path, "team"), "team")
    yield from _one(effect.raise_, path, "flag")
    yield from _one(effect.clear, path, "flag")
    if effect.schedule:
        yield from _one(effect.schedule.inject, (*path, "inject"), "inject")


def _of_teams(placed: PlacedEffect) -> Iterator[Reference]:
    """Yield what an effect on what teams know and where they speak mentions."""
    effect, path = placed.effect, (*placed.path, placed.effect.verb)
    own = ("own",) if placed.own else ()
    target = ("target",) if placed.chosen == "team" else ()
    if effect.prepare:
        yield from _one(effect.prepare.card, (*path, "card"), "card")
    if effect.share:
        yield from _one(effect.share.to, (*path, "to"), "team", ("mates", *target))
    if effect.suspend:
        yield from _one(effect.suspend.team, (*path, "team"), "team", (*own, *target, "all"))
        yield from _one(effect.suspend.platform, (*path, "platform"), "platform", ("all",))
    if effect.expose:
        yield from _one(effect.expose.team, (*path, "team"), "team", (*own, *target, "all"))


def _one(written: str | None, path: Path, kind: Kind, words: tuple[str, ...] = ()) -> Iterator[Reference]:
    if written is not None:
        yield Reference(written, path, kind, words)


def _many(written: list[str], path: Path, kind: Kind) -> Iterator[Reference]:
    for i, name in enumerate(written):
        yield Reference(name, (*path, i), kind)


def _keys(written: Mapping[str, object], path: Path, kind: Kind) -> Iterator[Reference]:
    for name in written:
        yield Reference(name, (*path, name), kind, on_key=True)
