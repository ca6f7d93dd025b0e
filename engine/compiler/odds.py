"""The chance of a card, compiled: its base, and how well platform, frame and voice fit an audience."""

import numpy as np

from engine.kernel.lattice import coefficient, log_odds, q12
from engine.scenario.cards import CHANCE_WORDS, Card
from engine.scenario.scenario import Scenario


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
