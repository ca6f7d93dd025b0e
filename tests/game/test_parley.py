"""What crosses the table: who may know of a half that was kept waiting, of a promise, and of who is in a flood."""

import numpy as np
import pytest

from engine.game.conduct import apply
from engine.game.intents import Lay, Seal
from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.game.viewing import Viewing
from engine.kernel.observe import observe, overview
from engine.scenario.reader import read_shipped

STORM = "comment_storm"
KARATH = "last_bus_from_karath"


def crisis(name, **changed):
    """A match of a shipped crisis between people; `changed` gives cards another visibility."""
    scenario = read_shipped(name).scenario
    cards = {card: scenario.cards[card].model_copy(update={"visible": visible}) for card, visible in changed.items()}
    scenario = scenario.model_copy(update={"cards": scenario.cards | cards})
    return begin(scenario, dict.fromkeys(scenario.teams, HUMAN), "full", 1)


def go_to(match, turn):
    while match.turn < turn:
        close(match)


def close(match):
    for team in match.scenario.teams:
        apply(match, team, Seal(team))
    return match.close({})


def view(match, team):
    return Viewing(match).view(team)


def lay_half(match, team, card):
    """Lay the first option of a card that may be laid; the exercise is searched for the first turn that allows it."""
    while not match.ended:
        for choice in view(match, team).choices:
            if choice.card == card and choice.why_not is None:
                apply(match, team, Lay(team, card, choice.target, choice.voice))
                return
        close(match)
    raise AssertionError(card)


def invited(match, team):
    moment = overview(match.book, match.state, match.decisions_left)
    seen = observe(moment, match.book.teams.index(team))
    return {match.book.laid[option][1] for option in seen.options[np.flatnonzero(seen.invited[0])]}


@pytest.mark.parametrize(("visible", "knows"), [("public", True), ("parties", True), ("covert", False)])
def test_a_bot_is_invited_only_by_a_half_that_it_may_know_of(visible, knows):
    match = crisis(KARATH, send_envoy=visible)
    lay_half(match, "ministry", "send_envoy")
    close(match)
    assert ("receive_envoy" in invited(match, "faction")) == knows


def test_who_is_in_a_flood_is_no_target_before_the_flood_is_sorted():
    match = crisis(STORM)
    go_to(match, 1)
    classes, looks = set(match.scenario.comments), set(match.scenario.appearances)
    targets = {choice.target for choice in view(match, "unit").choices}
    assert targets & looks
    assert not targets & classes
    assert all(not part.sorted for part in view(match, "unit").comments)


def test_a_promise_is_known_to_the_two_teams_and_to_nobody_else():
    match = crisis(KARATH)
    lay_half(match, "faction", "promise_safe_passage")
    target = match.tray("faction")[0].target
    close(match)
    told = {team for team in match.scenario.teams if view(match, team).pledges}
    assert told == {"faction", target}
