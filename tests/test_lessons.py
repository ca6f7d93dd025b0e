"""What must come out: every shipped crisis teaches what it owes, and so do generated ones, over thousands of games."""

from itertools import islice

import pytest
from hypothesis import given

from engine.compiler.book import compile_book
from engine.kernel.score import scores
from engine.scenario.scenario import Scenario
from engine.tools.tables import play, same
from engine.tools.trial import Trial, crises
from engine.tools.verdicts import GOOD, LESSONS, POOR
from tests.effort import always
from tests.fair_scenarios import HOME, fair_data

CRISES = {scenario.id: scenario for scenario in crises()}
GENERATED = 20
GAMES = 144


@pytest.mark.parametrize("crisis", CRISES)
def test_a_crisis_teaches_what_it_owes(crisis):
    trial = Trial(CRISES[crisis])
    verdicts = [lesson(trial) for lesson in LESSONS]
    assert [(verdict.lesson, verdict.figures) for verdict in verdicts if not verdict.holds] == []


@pytest.mark.parametrize("crisis", CRISES)
def test_both_halves_of_a_pair_stand_between_rounds_or_neither(crisis):
    cards = CRISES[crisis].cards
    assert [name for name, card in cards.items() if card.pair and card.stands != cards[card.pair].stands] == []


def test_smart_power_pays_in_generated_scenarios_too():
    ahead = [ahead_in(book) for book in generated()]
    assert len(ahead) == GENERATED
    behind = [(place, pair, margin) for place, it in enumerate(ahead) for pair, margin in it.items() if margin <= 0]
    assert behind == []


def generated():
    """Compiled scenarios, always the same ones, no two with the same cast."""
    drawn = {}

    @always(4 * GENERATED)
    @given(fair_data())
    def draw(data):
        drawn.setdefault((*data["sides"], *data["audiences"], *data["narratives"]), data)

    draw()
    compiled = (compile_book(Scenario.model_validate(data)) for data in drawn.values())
    return list(islice((it.book for it in compiled if not it.faults), GENERATED))


def ahead_in(book):
    """By how much each good way is ahead of each poor one in the home seat, the others at random."""
    bots = (*GOOD, *POOR)
    seats = [[bot if team == HOME else "random" for team in book.teams] for bot in bots]
    scored = scores(book, play(same(book, seats, 0, GAMES))).team[:, book.teams.index(HOME)]
    mean = dict(zip(bots, scored.reshape(len(bots), GAMES).mean(axis=1), strict=True))
    return {(good, poor): mean[good] - mean[poor] for good in GOOD for poor in POOR}


def test_ties_of_bots_are_broken_at_random():
    book = Trial(next(iter(CRISES.values()))).book
    state = play(same(book, [["random"] * len(book.teams)], 0, GAMES))
    assert all(len(set(state.laid[:, team, 0].tolist())) > 3 for team in range(len(book.teams)))
