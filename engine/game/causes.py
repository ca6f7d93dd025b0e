"""Every kind of cause that a row of the ledger may have: who may know of it, and what it is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from engine.kernel.kinds import Outcome
from engine.language.messages import Message
from engine.scenario.effects import Effect
from engine.scenario.lines import Path
from engine.scenario.scenario import Scenario

KnownTo = Literal[
    "everybody",
    "nobody",
    "owner",  # the team whose order it is
    "witnesses",  # those who saw the order, or all orders from which it may have arrived
    "told",  # those who know of the statement that was kept or broken
    "receivers",  # those to whom the inject is sent
    "sorters",  # the team that treats the comments, while it has sorted them
    "readers",  # those who may read the meter
]
Say = Callable[[Scenario, list[str]], Message]
Written = Callable[[list[str]], Path]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of cause: who may know of it, and how it is said, given the names that the cause holds.

    `written` gives the part of the scenario that brought it about; None for a rule of the model, which no scenario
    writes. `scaled` is whether its amount follows from what came of an order, which then is said with it. `falls` says
    it of a meter that falls, where the same rule then has the opposite reason.
    """

    known_to: KnownTo
    say: Say
    written: Written | None = None
    scaled: bool = False
    falls: Say | None = None


@lru_cache(maxsize=10_000)  # it is asked again for every row of every card
def kind_of(cause: str) -> str:
    """The kind of a cause, by which it stands in `KINDS`: `order/cost` of `order/embassy/answer/cost`."""
    first, *names = cause.split("/")
    if not names:
        return first
    place = min({"rule": 0, "order": 2}.get(first, 1), len(names) - 1)
    return f"{first}/{names[place].partition('.')[0]}"


def cause_name(scenario: Scenario, cause: str, became: Outcome | None = None, *, falls: bool = False) -> Message:
    """Why a meter moved, in words. Raises KeyError for a cause of no kind that there is.

    `became` is what came of the order behind it, where that may be told: without it, what a backfire took away would
    look as if the card itself did so. `falls` is whether the meter fell by it.
    """
    kind = KINDS[kind_of(cause)]
    words = kind.falls if falls and kind.falls else kind.say
    said = words(scenario, cause.split("/")[1:])
    card = said.get("card")
    if card is None:
        return said
    came = became if kind.scaled and became in {"partial", "backfire"} else "plain"
    return Message.of(said.code, **{**dict(said.values), "card": Message.of(f"cause.card.{came}", card=card)})


def written_at(cause: str) -> Path | None:
    """Return the part of the scenario that brought a cause about, as ("cards", "jobs_story", "effects", 0)."""
    kind = KINDS.get(kind_of(cause))
    return kind.written(cause.split("/")[1:]) if kind and kind.written else None


def _of_card(*inner: str) -> Written:
    return lambda names: ("cards", names[1], *inner)


def _of_story(field: str) -> Written:
    return lambda names: ("narratives", names[1], field)


def _listed(section: str, at: int, *inner: str) -> Written:
    """Return where an item of a list is written, as `effects.3` or `if_answered.0`: `at` is the name of its owner."""

    def written(names: list[str]) -> Path:
        name, _, place = names[at + 1].partition(".")
        return (section, names[at], *inner, name, int(place))

    return written


def _plain(code: str) -> Say:
    return lambda _scenario, _names: Message(code)


def _card(code: str) -> Say:
    return lambda scenario, names: Message.of(code, card=scenario.cards[names[1]].name)


def _team_and_card(code: str) -> Say:
    return lambda scenario, names: Message.of(
        code, team=scenario.teams[names[0]].name, card=scenario.cards[names[1]].name
    )


def _story(code: str) -> Say:
    return lambda scenario, names: Message.of(code, story=scenario.narratives[names[1]].name)


def _comments(code: str) -> Say:
    return lambda scenario, names: Message.of(code, comments=scenario.comments[names[0]].name)


def _control_lost(scenario: Scenario, names: list[str]) -> Message:
    return Message.of("cause.control_lost", team=scenario.teams[names[1]].name)


def _effect_of_card(scenario: Scenario, names: list[str]) -> Message:
    team, card = scenario.teams[names[0]].name, scenario.cards[names[1]]
    because = _one(card.effects, names[2]).because
    if because is not None:
        return Message.of("cause.order_because", team=team, card=card.name, text=because)
    return Message.of("cause.order", team=team, card=card.name)


def _effect_of_inject(scenario: Scenario, names: list[str]) -> Message:
    inject = scenario.injects[names[0]]
    because = _one(inject.effects, names[1]).because
    if because is not None:
        return Message.of("cause.inject_because", inject=inject.name, text=because)
    return Message.of("cause.inject", inject=inject.name)


def _missed(scenario: Scenario, names: list[str]) -> Message:
    inject = scenario.injects[names[0]]
    because = _one(inject.expects.if_missed if inject.expects else [], names[1]).because
    if because is not None:
        return Message.of("cause.inject_because", inject=inject.name, text=because)
    return Message.of("cause.missed", inject=inject.name)


def _drift(scenario: Scenario, names: list[str]) -> Message:
    drift = scenario.meters[names[0]].each_turn[int(names[1].partition(".")[2])]
    return Message.of("cause.because", text=drift.because)


def _one(effects: list[Effect], part: str) -> Effect:
    return effects[int(part.partition(".")[2])]


KINDS: Mapping[str, Kind] = {
    "order/cost": Kind("owner", _card("cause.cost"), _of_card("cost")),
    "order/price": Kind("owner", _team_and_card("cause.price"), _of_card("price"), scaled=True),
    "order/trace": Kind("owner", _card("cause.trace"), _of_card()),
    "order/reply": Kind("owner", _card("cause.reply"), _of_card()),
    "order/relief": Kind("owner", _card("cause.relief"), _of_card()),
    "order/effects": Kind("witnesses", _effect_of_card, _listed("cards", 1), scaled=True),
    "order/backfire": Kind("witnesses", _team_and_card("cause.backfire"), _of_card()),
    "order/leak": Kind("witnesses", _team_and_card("cause.leak"), _of_card()),
    "order/broken": Kind("told", _team_and_card("cause.broken"), _of_card("position")),
    "order/kept": Kind("told", _team_and_card("cause.kept"), _of_card("position")),
    "order/waited": Kind("nobody", _team_and_card("cause.waited"), _of_card()),
    "inject/effects": Kind("receivers", _effect_of_inject, _listed("injects", 0)),
    "inject/if_missed": Kind("receivers", _missed, _listed("injects", 0, "expects")),
    "comments/if_answered": Kind("sorters", _comments("cause.comments_if_answered"), _listed("comments", 0)),
    "comments/if_removed": Kind("sorters", _comments("cause.comments_if_removed"), _listed("comments", 0)),
    "comments/if_left": Kind("sorters", _comments("cause.comments_if_left"), _listed("comments", 0)),
    "meter/each_turn": Kind("everybody", _drift, _listed("meters", 0)),
    "rule/attention_fades": Kind("everybody", _plain("cause.attention_fades")),
    "rule/control_lost": Kind("everybody", _control_lost),
    "rule/credibility_returns": Kind("everybody", _plain("cause.credibility_returns")),
    "rule/expectations": Kind("everybody", _plain("cause.expectations"), falls=_plain("cause.expectations_fade")),
    "rule/feeds": Kind("everybody", _story("cause.feeds"), _of_story("feeds")),
    "rule/file_fades": Kind("everybody", _plain("cause.file_fades")),
    "rule/hours_renewed": Kind("everybody", _plain("cause.hours_renewed")),
    "rule/inbox": Kind("everybody", _plain("cause.inbox")),
    "rule/listens": Kind("nobody", _plain("cause.listens")),
    "rule/rebound": Kind("everybody", _plain("cause.rebound")),
    "rule/settles": Kind("nobody", _plain("cause.settles")),
    "rule/silence": Kind("everybody", _story("cause.silence")),
    "rule/story": Kind("everybody", _story("cause.story"), _of_story("hurts")),
    "rule/the_crowd": Kind("everybody", _plain("cause.the_crowd")),
    "rule/trace_fades": Kind("everybody", _plain("cause.trace_fades")),
    "rule/unspent_hours": Kind("everybody", _plain("cause.unspent_hours")),
    "rule/upkeep": Kind("everybody", _plain("cause.upkeep")),
    "limit": Kind("readers", _plain("cause.limit")),
}
"""What everybody may know of is told of meters that are known; `nobody` lasts until ENDEX."""
