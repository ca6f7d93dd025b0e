"""Cards compiled to options: every card with each of its targets, for every team that holds it."""

from collections.abc import Iterator

import numpy as np

from engine.compiler.rows import Row, Source, Tables
from engine.kernel import chance
from engine.kernel.lattice import Indices, amount, coefficient, log_odds, q12
from engine.kernel.rulebook import NONE, Form, Options, Power, Verb
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


def source_of(team: str, card_id: str, target: str | None, card: Card) -> Source:
    """The source of an option's effects."""
    kind = card.target.kind if card.target else None
    return Source(f"order/{team}/{card_id}", ("cards", card_id, "effects"), team, target, kind)


def rows(tables: Tables, team: str, card_id: str, target: str | None) -> Iterator[Row]:
    """Rows of one option: what the model itself does with an order, then the card's own effects."""
    card = tables.scenario.cards[card_id]
    source = source_of(team, card_id, target, card)
    yield from _own_rows(tables, team, card, source.cause)
    for place, effect in enumerate(card.effects):
        part = Source(f"{source.cause}/effects.{place}", (*source.path, place), team, target, source.chosen)
        yield from tables.effect(effect, part)


def _own_rows(tables: Tables, team: str, card: Card, cause: str) -> Iterator[Row]:
    number, meter = tables.number, tables.index.meter

    def book(part: str, name: str, value: float, outcomes: tuple[bool, bool, bool] = (True, True, True)) -> Row:
        return Row(Verb.NUMBER, tables.cause(f"{cause}/{part}"), meter(name), value, outcomes=outcomes)

    for name, cost in (("hours", card.cost.hours), ("budget", card.cost.budget)):
        if cost:
            yield book("cost", f"{team}.{name}", -amount(cost))
    for name in PRICED:
        price = amount(getattr(card.price, name))
        if price:
            worse = float(q12(np.array([price * number["backfire_price"]]))[0])
            yield book("price", f"{team}.{name}", price, (True, True, False))
            yield book("price", f"{team}.{name}", worse, (False, False, True))
    aim = aim_of(tables.scenario, team, card)
    if aim and card.power in {"hard", "soft"}:
        trace = f"{card.power}.{tables.scenario.teams[team].side}.{aim}"
        yield book("trace", trace, 1.0, (True, False, False))
        yield book("trace", trace, amount(number["outcome_partial"]), (False, True, False))
    if card.form == "reply":
        yield book("reply", f"{team}.backlog", -number["reply_hours"])
    yield book("backfire", f"{team}.credibility", number["backfire_credibility"], (False, False, True))


def options(scenario: Scenario, tables: Tables) -> Options:
    """The table of options."""
    index, lines = tables.index, tables.lines
    laid = [(team, card_id, target, scenario.cards[card_id]) for team, card_id, target in index.options]
    fits = np.array([fit(scenario, tables.number, target, card) for _, _, target, card in laid])
    certain = np.array([card.chance == "certain" for *_, card in laid], dtype=bool)
    aims = [aim_of(scenario, team, card) for team, *_, card in laid]

    def whole(values: list[int]) -> Indices:
        return np.array(values, dtype=np.int64)

    def narrative(target: str | None, card: Card) -> int:
        chosen = target if card.target and card.target.kind == "narrative" else None
        story = chosen if card.about in {None, "target"} else card.about
        return index.narratives.index(story) if story else NONE

    def audience(target: str | None, card: Card) -> int:
        return index.audiences.index(target or "") if card.target and card.target.kind == "audience" else NONE

    return Options(
        team=whole([index.teams.index(team) for team, *_ in laid]),
        side=whole([index.sides.index(scenario.teams[team].side) for team, *_ in laid]),
        held=whole([index.held.index((team, card_id)) for team, card_id, *_ in laid]),
        hours=np.array([amount(card.cost.hours) for *_, card in laid]),
        budget=np.array([amount(card.cost.budget) for *_, card in laid]),
        base=np.array([base(card) for *_, card in laid]) + fits,
        fit=fits,
        fit_slack=np.array([slack(tables.number, target, card) for _, _, target, card in laid]),
        audience=whole([audience(target, card) for *_, target, card in laid]),
        story=whole([narrative(target, card) for *_, target, card in laid]),
        aim=whole([index.sides.index(aim) if aim else NONE for aim in aims]),
        power=whole([Power[(card.power or "none").upper()] for *_, card in laid]),
        form=whole([Form[card.form.upper()] for *_, card in laid]),
        synergy=np.array([card.uses_synergy for *_, card in laid], dtype=bool),
        meets=np.array([card.form == "meet" for *_, card in laid], dtype=bool),
        certain=certain,
        answers=np.array([card.form in ANSWERS for *_, card in laid], dtype=bool),
        stands=np.array([card.stands for *_, card in laid], dtype=bool),
        cut=np.array([cut(tables.number, card) for *_, card in laid]),
        face=np.array(
            [chance.face("check", team, chance.name("card", card_id)) for team, card_id, *_ in laid],
            dtype=np.uint64,
        ),
        needs=whole([lines.add(card.needs, team, ("cards", card_id, "needs")) for team, card_id, _, card in laid]),
        bot_face=np.array(
            [
                chance.face("bot", team, chance.name("option", f"{card_id}>{target or ''}"))
                for team, card_id, target, _ in laid
            ],
            dtype=np.uint64,
        ),
        backfire=whole([tables.cause(f"order/{team}/{card_id}/backfire") for team, card_id, *_ in laid]),
    )


def aim_of(scenario: Scenario, team: str, card: Card) -> str | None:
    """The side that a team aims at with a card; nobody aims at the own side."""
    return None if card.aim == scenario.teams[team].side else card.aim


def base(card: Card) -> float:
    """Base of the check of a card: the log odds of its chance of full success."""
    if card.chance == "certain":
        return 0.0
    return log_odds(CHANCE_WORDS[card.chance] if isinstance(card.chance, str) else card.chance)


def fit(scenario: Scenario, number: dict[str, float], target: str | None, card: Card) -> float:
    """How well platform and frame fit the chosen audience, in z; 0 without an audience."""
    if card.target is None or card.target.kind != "audience" or target is None:
        return 0.0
    known = scenario.audiences[target].fit
    above = sum(coefficient(known[key]) - 0.5 for key in (card.platform, card.frame) if key in known)
    return float(q12(np.array([above * number["check_fit"]]))[0])


def slack(number: dict[str, float], target: str | None, card: Card) -> float:
    """How far the fit could be from 0 for somebody who has not heard the audience, in z."""
    if card.target is None or card.target.kind != "audience" or target is None:
        return 0.0
    return 0.5 * number["check_fit"] * sum(key is not None for key in (card.platform, card.frame))


def cut(number: dict[str, float], card: Card) -> float:
    """What a card takes from the crowd that repeats its story."""
    if card.power == "hard":
        return number["cut_hard"]
    return number[CUTS[card.form]] if card.form in CUTS else 0.0
