"""Invariant 5: what a team sees, and what its bot does, depends on nothing that is secret to it."""

import copy

from hypothesis import given
from hypothesis import strategies as st

from engine.game.seats import BOTS, Seat
from tests.effort import one_in
from tests.game.sittings import (
    Sitting,
    dice_of,
    open_for_all,
    people,
    read,
    seatings,
    traceable_data,
    two_teams,
)
from tests.game.tampering import tampered

SEEDS = st.lists(st.integers(0, 2**64 - 1), min_size=3, max_size=3)
BOT = st.sampled_from(BOTS).map(lambda name: Seat("bot", name))


@one_in(8)
@given(traceable_data(), SEEDS, st.sampled_from(["full", "short"]))
def test_no_view_depends_on_what_lies_on_another_tray_or_is_sealed_there(data, seeds, pace):
    scenario = read(data)
    for seed in seeds:
        at, dice = Sitting(scenario, people(scenario), seed, pace), dice_of(seed)
        while not at.match.ended:
            before = at.views()
            for other in scenario.teams:
                at.fiddle(dice, other)
                laid = at.views()
                assert without(other, laid) == without(other, before)
                at.seal(other)
                before = at.views()
                assert opened(without(other, before)) == opened(without(other, laid))
            at.close()


def without(team, views):
    return {other: view for other, view in views.items() if other != team}


def opened(views):
    return {team: open_for_all(view) for team, view in views.items()}


@one_in(4)
@given(traceable_data(), st.data(), SEEDS)
def test_no_bot_depends_on_what_lies_on_another_tray_or_is_sealed_there(data, more, seeds):
    scenario = read(data)
    seats = more.draw(seatings(scenario)) | {min(scenario.teams): more.draw(BOT)}
    for seed in seeds:
        at, dice = Sitting(scenario, seats, seed), dice_of(seed)
        while not at.match.ended:
            before = at.match.bots()
            at.everybody_lays(dice)
            for team in scenario.teams:
                at.seal(team)
            assert at.match.bots() == before
            at.close()


@one_in(8)
@given(traceable_data(), SEEDS, BOT)
def test_neither_view_nor_bot_depends_on_what_another_team_wants(data, seeds, bot):
    scenario = read(data)
    for seed in seeds:
        me, other = two_teams(dice_of(seed), scenario)
        secretly = read(with_other_wishes(data, other))
        seats = people(scenario) | {me: bot}
        for seating in (people(scenario), seats):
            one, two = Sitting(scenario, seating, seed), Sitting(secretly, seating, seed)
            these, those = dice_of(seed), dice_of(seed)
            while not one.match.ended:
                assert one.view(me) == two.view(me)
                assert one.view(None) == two.view(None)
                assert one.match.bots() == two.match.bots()
                one.go(these, 1)
                two.go(those, 1)


def with_other_wishes(data, team):
    """The same scenario, in which a team is told something else, wants something else and must not do other things."""
    changed = copy.deepcopy(data)
    written = changed["teams"][team]
    written["brief"] = "another brief"
    written["mission"] = 17
    written["objectives"] = {"b_goal": {"text": "another goal", "when": "turn > 1", "points": 77}}
    if written["holds"]:
        written["red_lines"] = {"b_line": {"text": "another line", "cards": written["holds"][:1], "cap": 3}}
    return changed


@one_in(4)
@given(traceable_data(), SEEDS, BOT)
def test_neither_view_nor_bot_depends_on_what_is_secret_in_the_state(data, seeds, bot):
    for card in data["cards"].values():
        card.pop("needs", None)  # what a card needs may be secret: that it can be laid then gives it away
    scenario = read(data)
    for seed in seeds:
        dice = dice_of(seed)
        me = dice.choice(sorted(scenario.teams))
        at = Sitting(scenario, people(scenario) | {me: bot}, seed)
        while not at.match.ended:
            at.go(dice, 1)
            for who in (me, None) if not at.match.ended else ():
                before, laid, state = at.view(who), at.match.bots(), at.match.state
                at.match.state = tampered(at.match, who, dice)
                assert at.view(who) == before
                assert who is None or at.match.bots() == laid
                at.match.state = state
