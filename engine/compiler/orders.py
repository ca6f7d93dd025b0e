"""What an order does, compiled to rows: what the model itself does with it, then the card's own effects."""

from collections.abc import Iterator

import numpy as np

from engine.compiler.row import ALL, Outcomes, Row, Source
from engine.compiler.rows import Tables
from engine.kernel.kinds import NONE, Verb
from engine.kernel.lattice import amount, q12
from engine.scenario.cards import Card
from engine.scenario.scenario import Scenario

PRICED = ("credibility", "clarity", "network")


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


def aim_of(scenario: Scenario, team: str, card: Card) -> str | None:
    """The side that a team aims at with a card; nobody aims at the own side."""
    return None if card.aim == scenario.teams[team].side else card.aim
