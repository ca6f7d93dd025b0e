"""A flood of comments, compiled: its classes, the options that treat them, and what each treatment does."""

from collections.abc import Iterator

import numpy as np

from engine.compiler.row import Row, Source
from engine.compiler.rows import Tables
from engine.kernel.kinds import TREATMENTS
from engine.kernel.tables import Comments
from engine.scenario.scenario import Scenario


def on_duty(scenario: Scenario) -> tuple[str, ...]:
    """Teams that hold a card which treats comments."""
    return tuple(
        team for team, seat in sorted(scenario.teams.items()) if any(scenario.cards[card].treats for card in seat.holds)
    )


def rows(tables: Tables, team: str, comments: str, treatment: str) -> Iterator[Row]:
    """Rows of what a treatment of a class does for a team that is on duty."""
    scenario = tables.scenario
    if team not in on_duty(scenario):
        return
    for place, effect in enumerate(getattr(scenario.comments[comments], treatment)):
        path = ("comments", comments, treatment, place)
        yield from tables.effect(effect, Source(f"comments/{comments}/{treatment}.{place}/{team}", path, team))


def sources(tables: Tables) -> int:
    """Add the sources of all treatments, by team, class and treatment; return the place of the first."""
    first = len(tables.sources)
    for team in tables.index.teams:
        for comments in tables.index.comments:
            for treatment in TREATMENTS:
                tables.source(rows(tables, team, comments, treatment))
    return first


def flood(scenario: Scenario, tables: Tables, first: int) -> Comments:
    """The table of comments."""
    order, lines = tables.index, tables.lines
    written = [scenario.comments[name] for name in order.comments]
    treats = [scenario.cards[card].treats for _, card, *_ in order.options]
    chosen = [
        [treated is not None and target in {name, scenario.comments[name].looks_like} for name in order.comments]
        for (*_, target, _), treated in zip(order.options, treats, strict=True)
    ]
    return Comments(
        names=order.comments,
        first=first,
        share=np.array(
            [
                lines.add(comment.share, None, ("comments", name, "share"))
                for name, comment in zip(order.comments, written, strict=True)
            ],
            dtype=np.int64,
        ),
        looks=np.array([sorted(scenario.appearances).index(comment.looks_like) for comment in written], dtype=np.int64),
        chosen=np.array(chosen, dtype=bool).reshape(len(order.options), len(written)),
        removes=np.array([treated == "remove" for treated in treats], dtype=bool),
        treats=np.array([treated is not None for treated in treats], dtype=bool),
        sorted=np.array(
            [
                treated is not None and target in scenario.comments
                for (*_, target, _), treated in zip(order.options, treats, strict=True)
            ],
            dtype=bool,
        ),
        cause=np.array(
            [tables.cause(f"order/{it[0]}/{it[1]}/relief", option) for option, it in enumerate(order.options)],
            dtype=np.int64,
        ),
        duty=np.array([order.teams.index(team) for team in on_duty(scenario)], dtype=np.int64),
    )
