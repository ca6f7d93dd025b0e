"""No view depends on what only others could know: the same exercise twice, with another state where it is not seen."""

import copy
from dataclasses import fields, replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.game.intents import Lay
from engine.game.knowledge import Knowledge
from engine.kernel.state import ARRAYS
from tests.effort import one_in
from tests.game.sittings import Sitting, become, dice_of, people, read, traceable_data

# Two exercises that differ in nothing but a secret: what is seen must not differ, for as long as the rules let the
# same things happen. Where a condition holds in one and not in the other, the author has let it become known.

EARS, MOUTH = "m_ears", "m_mouth"
SEEDS = st.lists(st.integers(0, 2**64 - 1), min_size=3, max_size=3)


APART = {"meters", "polls", "risk"}
"""What may be otherwise while the same things happen."""


def other_opinions(match, _me, luck):
    """Every opinion is another; what a team has heard of it stays as it was."""
    opinions = match.book.at.opinion
    return {place: luck.integers(-100 * 4096, 100 * 4096) / 4096 for place in range(opinions.start, opinions.stop)}


def other_teams_own_meters(match, me, luck):
    """What other teams alone know of themselves is otherwise, where the size of what all see does not hang on it."""
    book, meters, found = match.book, match.state.meters[0], {}
    for place in (place for place, team in enumerate(book.teams) if team != me):
        found |= {block.start + place: luck.integers(0, 101) for block in (book.at.network, book.at.expectation)}
        backlog, credibility = book.at.backlog.start + place, book.at.credibility.start + place
        if not book.comments.names:  # what is left standing weighs by the backlog of those on duty
            found[backlog] = np.floor(luck.random() * book.high[backlog])
        full = book.number["synergy_credibility"]
        if meters[credibility] >= full:  # below, synergy makes what is done smaller
            found[credibility] = luck.integers(int(np.ceil(full)), 101)
    return found


@one_in(1)
@given(traceable_data(), SEEDS, st.sampled_from([other_opinions, other_opinions, other_teams_own_meters]))
def test_no_view_depends_on_what_only_others_could_know(data, seeds, otherwise):
    scenario = read(with_ears_and_mouths(without_needs(data)))
    for seed in seeds:
        who = dice_of(seed).choice([None, *sorted(scenario.teams)])
        one = Sitting(scenario, people(scenario), seed)
        one.go(dice_of(seed), seed % 3)
        if who and not one.match.ended:
            one.apply(Lay(who, EARS))
            one.go(dice_of(seed), 1)
        two = one.twin()
        if not two.match.ended:
            become(two.match, otherwise(two.match, who, np.random.default_rng(seed)))
        for at in (one, two):
            at.apply(Lay(min(scenario.teams), MOUTH))
        seen_alike(seed, (one, two), who)


@one_in(2)
@given(traceable_data(), SEEDS)
def test_no_view_depends_on_what_fits_an_audience_that_was_not_heard(data, seeds):
    one_way = without_needs(data)
    for seed in seeds:
        dice = dice_of(seed)
        other_way = copy.deepcopy(one_way)
        for audience in other_way["audiences"].values():
            audience["fit"] = {
                name: dice.randrange(1001) / 1000 for name in (*one_way["platforms"], *one_way["frames"], "personal")
            }
        scenarios = read(one_way), read(other_way)
        who = dice.choice([None, *sorted(scenarios[0].teams)])
        one, two = (Sitting(scenario, people(scenario), seed) for scenario in scenarios)
        seen_alike(seed, (one, two), who, until=has_heard)


def has_heard(at, who):
    """Whether a team has heard any audience, and with it what fits there."""
    return who is not None and bool(at.match.state.heard[0, at.match.book.teams.index(who)].any())


def never(_at, _who):
    return False


def seen_alike(seed, sittings, who, until=never):
    """Play both on with the same orders: the views are the same as long as the same things happen."""
    one, two = sittings
    these, those = dice_of(seed), dice_of(seed)
    while not (one.match.ended or until(one, who)) and course(one, who) == course(two, who):
        assert differences(shown(one.view(who)), shown(two.view(who))) == {}
        one.go(these, 1)
        two.go(those, 1)


def differences(one, other):
    """Parts of two views that are not alike."""
    pairs = {field.name: (getattr(one, field.name), getattr(other, field.name)) for field in fields(one)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def course(at, who):
    """What has happened, and what the team has heard."""
    match, state = at.match, at.match.state
    arrays = tuple(getattr(state, name).tobytes() for name in ARRAYS if name not in APART)
    knows = Knowledge(match, who)
    rows = [
        (row.turn, row.phase, row.cause, row.option, row.meter)
        for row in match.ledger.entries(match.book)
        if knows.reads(row.meter)
    ]
    team = match.book.teams.index(who) if who else 0
    return arrays, rows, state.polls[0, team].tobytes() if who else None


def shown(view):
    """A view without the odds of the team's own orders: to try is one way to learn what fits."""
    bulletins = tuple(
        replace(each, orders=tuple(replace(order, success=0, partial=0, backfire=0) for order in each.orders))
        for each in view.bulletins
    )
    return replace(view, bulletins=bulletins)


def with_ears_and_mouths(data):
    """The same scenario, in which every team can hear all audiences at once, and move them in every way."""
    changed = copy.deepcopy(data)
    opinion = f"{min(data['audiences'])}.{min(data['sides'])}"
    ways = [{"by": 1.25}, {"by": "freedom / 32"}, {"by": "10%"}, {"to": 50, "by": 3}, {"by": f"{opinion} / 8"}]
    effects = [{"shift": {"opinion_of": "own", "among": "all", **way}} for way in ways]
    plain = {"name": "plain", "kind": "social_media", "chance": "certain"}
    changed["cards"] |= {
        EARS: {**plain, "form": "listen", "visible": "covert", "effects": [{"reveal": {"audience": "all"}}]},
        MOUTH: {**plain, "form": "post", "effects": [*effects, {**effects[0], "when": f"{opinion} > 0"}]},
    }
    for team in changed["teams"].values():
        team["holds"] += [EARS, MOUTH]
    return changed


def without_needs(data):
    """What a card needs may be secret: that it can be laid then gives it away."""
    changed = copy.deepcopy(data)
    for card in changed["cards"].values():
        card.pop("needs", None)
    return changed
