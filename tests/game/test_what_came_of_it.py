"""What arrives later says what came of its order, unless it may come of several that did not go alike."""

from importlib.resources import files

import pytest

from engine.game.conduct import Accepted
from engine.game.intents import Lay, Seal
from engine.game.knowledge import Knowledge
from engine.game.seats import HUMAN
from engine.game.table import Table
from engine.kernel.kinds import OUTCOMES
from engine.scenario.reader import read_text

TEAM, CARD = "embassy", "answer_questions"
WRITTEN = "      - shift: {opinion_of: own, among: target, by: 3}\n"
LATER = f"{WRITTEN}        after: 1\n"
SEEDS = range(12)
TURNS = 2  # in which the card is laid, one after the other


def arrivals(seed):
    """The knowledge of the team, what came of its orders, and what arrived in each turn afterwards."""
    text = (files("scenarios") / "ferry_rumour.yaml").read_text(encoding="utf-8")
    assert WRITTEN in text
    reading = read_text(text.replace(WRITTEN, LATER).encode(), "ferry.yaml")
    table = Table.start(reading, dict.fromkeys(reading.scenario.teams, HUMAN), seed=seed)
    for turn in range(TURNS + 1):
        if turn < TURNS:
            assert isinstance(table.apply(TEAM, Lay(TEAM, CARD, "islanders")), Accepted)
        for team in reading.scenario.teams:
            table.apply(team, Seal(team))
    match = table.match
    option = match.book.option_of[TEAM, CARD, "islanders", "institution"]
    came = [OUTCOMES[played.outcomes()[option]] for played in match.history if option in played.outcomes()]
    found = [
        [
            (played, entry)
            for entry in match.ledger.entries(match.book, records=played.records)
            if entry.phase == "arrivals" and entry.cause.startswith(f"order/{TEAM}/{CARD}")
        ]
        for played in match.history
    ]
    return Knowledge(match, TEAM), came, found


@pytest.mark.parametrize("seed", SEEDS)
def test_what_arrives_says_what_came_of_its_order_unless_it_may_come_of_orders_that_went_differently(seed):
    knows, came, found = arrivals(seed)
    assert len(came) == TURNS
    _, second, third = found
    assert second or third
    for played, entry in second:
        assert knows.became(played, entry) == came[0]
    for played, entry in third:
        assert knows.became(played, entry) == (came[0] if came[0] == came[1] else None)


def test_these_seeds_bring_orders_that_went_alike_and_orders_that_did_not():
    differ = [len(set(arrivals(seed)[1])) > 1 for seed in SEEDS if arrivals(seed)[2][2]]
    assert True in differ
    assert False in differ
