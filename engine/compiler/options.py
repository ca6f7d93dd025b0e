"""Cards compiled to options: every card with each of its targets, for every team that holds it."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.compiler.parley import halves, positions_of
from engine.compiler.row import ALL, Outcomes, Row, Source
from engine.compiler.rows import Tables
from engine.kernel import chance
from engine.kernel.kinds import NONE, Form, Power, Verb, Voice
from engine.kernel.lattice import Bools, Indices, amount, coefficient, log_odds, q12
from engine.kernel.tables import Options
from engine.scenario.cards import CHANCE_WORDS, Card
from engine.scenario.scenario import Scenario

ANSWERS = {"reply", "correction", "statement"}
CUTS = {
    "reply": "cut_answer",
    "correction": "cut_answer",
    "statement": "cut_presence",
    "post": "cut_presence",
    "aid": "cut_presence",
    "meet": "cut_presence",
    "kopi_darat": "cut_kopi_darat",
}
PRICED = ("credibility", "clarity", "network")
AT_ONCE = {"listen", "guidance", "maintain", "slip", "withhold", "walk_out"}
"""Forms that need no approval, and so never wait."""
UNWRITTEN = {"listen", "guidance", "maintain"}
"""Forms that cannot leak."""
WORDS = {"reply", "correction", "statement"}
"""Forms that a case file shortens."""


def rows(tables: Tables, option: int) -> Iterator[Row]:
    """Rows of one option: what the model itself does with an order, then the card's own effects."""
    team, card_id, target, _ = tables.index.options[option]
    card = tables.scenario.cards[card_id]
    cause, path = f"order/{team}/{card_id}", ("cards", card_id, "effects")
    kind = card.target.kind if card.target else None
    post = tables.index.held.index((team, card_id)) if card.form == "post" else NONE
    yield from _own_rows(tables, option, card, cause)
    for place, effect in enumerate(card.effects):
        source = Source(f"{cause}/effects.{place}", (*path, place), team, target, kind, option, post)
        yield from tables.effect(effect, source)


def _own_rows(tables: Tables, option: int, card: Card, cause: str) -> Iterator[Row]:
    number, meter, team = tables.number, tables.index.meter, tables.index.options[option][0]

    def book(part: str, name: str, value: float, outcomes: Outcomes = ALL) -> Row:
        return Row(Verb.NUMBER, tables.cause(f"{cause}/{part}", option), meter(name), value, outcomes=outcomes)

    for name in PRICED:
        price = amount(getattr(card.price, name))
        if price:
            worse = float(q12(np.array([price * number["backfire_price"]]))[0])
            yield book("price", f"{team}.{name}", price, (True, True, False, False))
            yield book("price", f"{team}.{name}", worse, (False, False, True, False))
    aim = aim_of(tables.scenario, team, card)
    if aim and card.power in {"hard", "soft"}:
        trace = f"{card.power}.{tables.scenario.teams[team].side}.{aim}"
        yield book("trace", trace, 1.0, (True, False, False, False))
        yield book("trace", trace, amount(number["outcome_partial"]), (False, True, False, False))
    if card.form == "reply" and card.treats is None:
        yield book("reply", f"{team}.backlog", -number["reply_hours"])
    yield book("backfire", f"{team}.credibility", number["backfire_credibility"], (False, False, True, False))


def options(scenario: Scenario, tables: Tables) -> Options:
    """The table of options."""
    index, lines = tables.index, tables.lines
    laid = [(team, card_id, target, scenario.cards[card_id]) for team, card_id, target, _ in index.options]
    voices = [voice for *_, voice in index.options]
    fits = np.array(
        [
            fit(scenario, tables.number, target, card, voice)
            for (*_, target, card), voice in zip(laid, voices, strict=True)
        ]
    )
    aims = [aim_of(scenario, team, card) for team, *_, card in laid]

    def whole(values: list[int]) -> Indices:
        return np.array(values, dtype=np.int64)

    def flags(values: list[bool]) -> Bools:
        return np.array(values, dtype=bool)

    def faces(purpose: str) -> NDArray[np.uint64]:
        return np.array(
            [chance.face(purpose, team, chance.name("card", card_id)) for team, card_id, *_ in laid], dtype=np.uint64
        )

    def causes(part: str) -> Indices:
        return whole([tables.cause(f"order/{it[0]}/{it[1]}/{part}", option) for option, it in enumerate(laid)])

    def narrative(target: str | None, card: Card) -> int:
        chosen = target if card.target and card.target.kind == "narrative" else None
        story = chosen if card.about in {None, "target"} else card.about
        return index.narratives.index(story) if story else NONE

    def audience(target: str | None, card: Card) -> int:
        return index.audiences.index(target or "") if card.target and card.target.kind == "audience" else NONE

    def hear_first(target: str | None, card: Card) -> int:
        named = target if card.after_listening == "target" else card.after_listening
        return index.audiences.index(named) if named else NONE

    return Options(
        team=whole([index.teams.index(team) for team, *_ in laid]),
        side=whole([index.sides.index(scenario.teams[team].side) for team, *_ in laid]),
        held=whole([index.held.index((team, card_id)) for team, card_id, *_ in laid]),
        hours=np.array([amount(card.cost.hours) for *_, card in laid]),
        budget=np.array([amount(card.cost.budget) for *_, card in laid]),
        base=np.array([base(card) for *_, card in laid]) + fits,
        fit=fits,
        fit_slack=np.array([slack(scenario, tables.number, target, card) for _, _, target, card in laid]),
        audience=whole([audience(target, card) for *_, target, card in laid]),
        story=whole([narrative(target, card) for *_, target, card in laid]),
        aim=whole([index.sides.index(aim) if aim else NONE for aim in aims]),
        power=whole([Power[(card.power or "none").upper()] for *_, card in laid]),
        form=whole([Form[card.form.upper()] for *_, card in laid]),
        voice=whole([Voice[voice.upper()] for voice in voices]),
        platform=whole([index.platforms.index(card.platform) if card.platform else NONE for *_, card in laid]),
        light=flags([card.frame is not None and scenario.frames[card.frame].light for *_, card in laid]),
        public=flags([card.visible == "public" for *_, card in laid]),
        peace=flags([card.peacetime != "no" and card.position is None for *_, card in laid]),
        crisis=flags([card.peacetime != "only" for *_, card in laid]),
        hear_first=whole([hear_first(target, card) for *_, target, card in laid]),
        waits=flags(
            [
                voice == "institution" and card.form not in AT_ONCE and card.pair is None and not card.judged
                for (*_, card), voice in zip(laid, voices, strict=True)
            ]
        ),
        leaks=flags([card.visible != "public" and card.form not in UNWRITTEN for *_, card in laid]),
        filed=flags([card.form in WORDS for *_, card in laid]),
        half=halves(scenario, index),
        position=positions_of(scenario, index),
        synergy=flags([card.uses_synergy for *_, card in laid]),
        meets=flags([card.form == "meet" for *_, card in laid]),
        judged=flags([card.judged for *_, card in laid]),
        certain=flags([card.chance == "certain" for *_, card in laid]),
        answers=flags([card.form in ANSWERS for *_, card in laid]),
        stands=flags([card.stands for *_, card in laid]),
        cut=np.array([cut(tables.number, card) for *_, card in laid]),
        face=faces("check"),
        voice_face=faces("voice"),
        leak_face=faces("leak"),
        needs=whole([lines.add(card.needs, team, ("cards", card_id, "needs")) for team, card_id, _, card in laid]),
        bot_face=np.array(
            [
                chance.face("bot", team, chance.name("option", f"{card_id}>{target or ''}{_spoken(voice)}"))
                for team, card_id, target, voice in index.options
            ],
            dtype=np.uint64,
        ),
        cost=causes("cost"),
        backfire=causes("backfire"),
        leak=causes("leak"),
    )


def _spoken(voice: str) -> str:
    return "" if voice == "institution" else f">{voice}"


def aim_of(scenario: Scenario, team: str, card: Card) -> str | None:
    """The side that a team aims at with a card; nobody aims at the own side."""
    return None if card.aim == scenario.teams[team].side else card.aim


def base(card: Card) -> float:
    """Base of the check of a card: the log odds of its chance of full success."""
    if card.chance == "certain":
        return 0.0
    return log_odds(CHANCE_WORDS[card.chance] if isinstance(card.chance, str) else card.chance)


def fit(scenario: Scenario, number: dict[str, float], target: str | None, card: Card, voice: str) -> float:
    """How well platform, frame and voice fit the chosen audience, in z; 0 without an audience."""
    if card.target is None or card.target.kind != "audience" or target is None:
        return 0.0
    known = scenario.audiences[target].fit
    above = sum(coefficient(known[key]) - 0.5 for key in fitting(card, voice) if key in known)
    return float(q12(np.array([above * number["check_fit"]]))[0])


def slack(scenario: Scenario, number: dict[str, float], target: str | None, card: Card) -> float:
    """How far the fit could be from 0 for somebody who has not heard the audience, in z."""
    if card.target is None or card.target.kind != "audience" or target not in scenario.audiences:
        return 0.0
    return 0.5 * number["check_fit"] * sum(key is not None for key in fitting(card, card.voices[0]))


def fitting(card: Card, voice: str) -> tuple[str | None, ...]:
    """What of a card fits an audience or does not; a voice only where there is a choice, or it is not the usual one."""
    return card.platform, card.frame, None if card.voices == ["institution"] else voice


def cut(number: dict[str, float], card: Card) -> float:
    """What a card takes from the crowd that repeats its story."""
    if card.power == "hard":
        return number["cut_hard"]
    return number[CUTS[card.form]] if card.form in CUTS else 0.0
