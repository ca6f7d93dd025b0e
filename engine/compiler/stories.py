"""What stories and opinions do of themselves, compiled to coefficients."""

import numpy as np

from engine.compiler.index import Index
from engine.compiler.rows import Tables
from engine.kernel.lattice import Indices, Reals, coefficient, crowd_by_clock, persistence
from engine.kernel.tables import Spread
from engine.scenario.scenario import Scenario

STAGES = ("cyber", "grassroots", "public")


def slants(scenario: Scenario, order: Index) -> Reals:
    """Whom each story hurts at STARTEX, [narrative, side]."""
    return np.array(
        [
            [coefficient(scenario.narratives[story].hurts.get(side, 0.0)) for side in order.sides]
            for story in order.narratives
        ]
    )


def stages(scenario: Scenario, order: Index) -> Indices:
    """How far each story has come at STARTEX, [narrative]."""
    return np.array([STAGES.index(scenario.narratives[name].stage) for name in order.narratives])


def spread(scenario: Scenario, tables: Tables) -> Spread:
    """The coefficients of heat and opinion."""
    order, number = tables.index, tables.number
    hours = scenario.clock.hours_per_turn
    base = number["crowd"] or crowd_by_clock(hours)
    feeds = tuple(
        (order.narratives.index(story), order.narratives.index(other), coefficient(share))
        for story in order.narratives
        for other, share in sorted(scenario.narratives[story].feeds.items())
    )
    listens = np.zeros((len(order.audiences), len(order.audiences)))
    for listener, name in enumerate(order.audiences):
        for source, share in sorted(scenario.audiences[name].listens_to.items()):
            pull = coefficient(number["opinion_listens"] * coefficient(share))
            listens[order.audiences.index(source), listener] += pull
            listens[listener, listener] -= pull
    weight = [
        [
            coefficient(number["opinion_heat"] * coefficient(written.among.get(audience, 1.0)))
            for audience in order.audiences
        ]
        for written in (scenario.narratives[story] for story in order.narratives)
    ]
    return Spread(
        persistence=np.array(
            [persistence(hours, number[f"half_life_{stage}"], number["persistence_floor"]) for stage in STAGES]
        ),
        crowd=np.array(
            [
                base + (number["crowd_false"] if scenario.narratives[story].truth == "false" else 0.0)
                for story in order.narratives
            ]
        ),
        feeds=feeds,
        weight=np.array(weight),
        listens=listens,
        story_cause=np.array([tables.cause(f"rule/story/{story}") for story in order.narratives]),
        feed_cause=np.array(
            [tables.cause(f"rule/feeds/{order.narratives[story]}") for story, _, _ in feeds], dtype=np.int64
        ),
    )
