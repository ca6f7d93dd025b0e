"""Invariant 5, the other half: what the rules let a team see, it sees, with every reason and exact sums."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.game.conduct import Accepted, Refused, judge
from engine.game.intents import Lay
from engine.kernel.kinds import OUTCOMES
from engine.language.catalogue import say
from engine.language.messages import Message
from tests.effort import one_in
from tests.game.sittings import Sitting, dice_of, people, read, traceable_data

SEEDS = st.lists(st.integers(0, 2**64 - 1), min_size=3, max_size=3)
OWN = ("credibility", "clarity", "network", "backlog")
UNKNOWN, MISREAD = Message.of("cause.unknown"), Message.of("cause.misread")


def sittings(data, seeds):
    scenario = read(data)
    for seed in seeds:
        yield Sitting(scenario, people(scenario), seed), dice_of(seed)


@one_in(6)
@given(traceable_data(), SEEDS)
def test_a_bulletin_tells_of_the_orders_that_a_team_may_know_and_of_no_other(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            at.go(dice, 1)
            played = at.match.history[-1]
            laid = {at.match.book.laid[option]: outcome for option, outcome in played.outcomes().items()}
            for me in (None, *at.scenario.teams):
                told = at.view(me).bulletins[-1].orders
                leaked = {at.match.book.laid[option] for option in played.leaked()}
                expected = [order for order in laid if at.match.ended or sees(at.scenario, me, order, leaked)]
                done = [it for it in told if it.outcome != "waiting"]
                assert sorted((it.team, it.card, it.voice) for it in done) == sorted(
                    (team, card, voice) for team, card, _, voice in expected
                )
                assert Counter((it.team, it.card, it.outcome) for it in done) == Counter(
                    (*order[:2], OUTCOMES[laid[order]]) for order in expected
                )
                waiting = [at.match.book.laid[option] for option in played.waiting()]
                late = [(it.team, it.card) for it in told if it.outcome == "waiting"]
                ours = [order for order in waiting if at.match.ended or order[0] == me]
                assert sorted(late) == sorted(order[:2] for order in ours)


def sees(scenario, me, order, leaked):
    """Whether an order that took effect is known, leaked orders included."""
    return order in leaked or may_see(scenario, me, *order[:3])


def may_see(scenario, me, team, card, target):
    """What the model's page says about who sees an order."""
    visible = scenario.cards[card].visible
    if visible == "public" or team == me:
        return True
    if visible == "covert" or me is None:
        return False
    if target in scenario.teams and (scenario.cards[card].position or scenario.cards[card].form == "slip"):
        return me == target
    directed_at = scenario.teams[target].side if target in scenario.teams else target
    return scenario.teams[me].side in {scenario.teams[team].side, scenario.cards[card].aim, directed_at}


@one_in(6)
@given(traceable_data(), SEEDS)
def test_a_card_of_which_a_team_saw_nothing_is_never_named_to_it(data, seeds):
    for at, dice in sittings(data, seeds):
        seen = {team: set() for team in at.scenario.teams}
        while not at.match.ended:
            at.go(dice, 1)
            played, laid = at.match.history[-1], at.match.book.laid
            leaked = {laid[option] for option in played.leaked()}
            took_effect = [laid[option] for option in played.outcomes()]
            for me, cards in seen.items():
                cards |= {order[1] for order in took_effect if sees(at.scenario, me, order, leaked)}
                cards |= {laid[option][1] for option in played.waiting() if laid[option][0] == me}
                if not at.match.ended:
                    view = at.view(me)
                    told = repr((view.bulletins, view.history, view.situation, view.risk and view.risk.reasons))
                    assert [card for card in set(at.scenario.cards) - cards if f"'the cards {card}'" in told] == []


@one_in(6)
@given(traceable_data(), SEEDS)
def test_reasons_add_up_exactly_and_what_is_not_known_is_one_row(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            at.go(dice, 1)
            for view in at.views().values():
                changes = [change for bulletin in view.bulletins for change in bulletin.changes]
                changes += [change for told in view.history.values() for _, change in told]
                for change in changes:
                    assert change.before + sum(reason.amount for reason in change.reasons) == change.after
                    causes = [reason.cause for reason in change.reasons]
                    assert len(causes) == len(set(causes))
                    assert not {UNKNOWN, MISREAD} & set(causes) or not at.match.ended  # then all may know everything
                    estimated = change.meter.partition(".")[0] in at.scenario.audiences
                    assert (UNKNOWN if estimated else MISREAD) not in causes
                    assert all(say("en", cause) for cause in causes)


@one_in(6)
@given(traceable_data(), SEEDS)
def test_injects_and_slips_sent_to_a_team_are_in_its_inbox_and_no_others(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            fired = dict(zip(at.match.book.msel, at.match.state.fired[0].tolist(), strict=True))
            for me, view in at.views().items():
                sent = {name: at.scenario.injects[name].to for name, turn in fired.items() if turn}
                mine = ["all", *(to for to in sent.values() if isinstance(to, list) and me in to)]
                expected = {name: fired[name] for name, to in sent.items() if to in mine}
                assert {letter.inject: letter.turn for letter in view.inbox} == expected | slips(at, me)
            at.go(dice, 1)


def slips(at, me):
    """The slips that were passed to a team, each with the turn in which it is read."""
    found = {}
    for played in (each for each in at.match.history if each.decided):
        slots = played.after.laid
        for who, card, target, _ in (at.match.book.laid[option] for option in slots[slots >= 0].tolist()):
            if at.scenario.cards[card].form == "slip" and target == me:
                found[f"slip/{played.turn}/{who}/{card}"] = min(played.turn + 1, at.scenario.clock.turns)
    return found


@one_in(6)
@given(traceable_data(), SEEDS)
def test_all_read_the_same_front_pages_whoever_they_are(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            at.go(dice, 1)
            assert len({repr(view.front) for view in at.views().values()}) == 1
            front = at.view(None).front
            assert len({page.headline for page in front}) == len(front)


@one_in(6)
@given(traceable_data(), SEEDS)
def test_every_meter_that_a_team_may_read_is_on_a_gauge_with_its_value(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            for me in at.scenario.teams:
                shown = {gauge.meter: (gauge.value, gauge.as_of) for gauge in at.view(me).gauges}
                assert shown == {**exact_gauges(at, me), **polled_gauges(at, me)}
            at.go(dice, 1)


def exact_gauges(at, me):
    scenario, book = at.scenario, at.match.book
    value = dict(zip(book.meters, at.match.state.meters[0].tolist(), strict=True))
    known = ["freedom", *(f"{me}.{own}" for own in OWN)]
    known += [name for name, meter in scenario.meters.items() if meter.known_to == "public" or me in meter.known_to]
    known += [name for name in book.meters if name.startswith("relations.")]
    at_work = [f"{me}.file", f"{me}.expectation", *(f"{me}.channel.{name}" for name in scenario.teams[me].channels)]
    known += [name for name in at_work if round(value[name])]
    return {name: (round(value[name]), at.match.turn) for name in known}


def polled_gauges(at, me):
    book, state = at.match.book, at.match.state
    place = book.teams.index(me)
    polled = dict(zip(book.audiences, state.polled[0, place].tolist(), strict=True))
    polls = zip(book.meters[book.at.opinion], state.polls[0, place].tolist(), strict=True)
    return {name: (round(poll), polled[name.split(".")[0]]) for name, poll in polls}


@one_in(6)
@given(traceable_data(), SEEDS)
def test_the_heat_of_every_story_is_open_to_everybody(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            heat = np.rint(at.match.state.meters[0, at.match.book.at.heat]).astype(int).tolist()
            known = at.match.told()  # a story without any heat so far is not named
            for view in at.views().values():
                told = {story.narrative: story.heat for story in view.stories}
                open_to_all = dict(zip(at.match.book.narratives, heat, strict=True))
                assert told == {name: degrees for name, degrees in open_to_all.items() if name in known}
            at.go(dice, 1)


@one_in(6)
@given(traceable_data(), SEEDS)
def test_a_flood_shows_who_is_in_it_to_whom_has_sorted_it_and_its_looks_to_the_others(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            for me, view in at.views().items():
                known = has_sorted(at, me)
                kind = "comments" if known else "appearances"
                names = [f"the {kind} {name}" for name in getattr(at.scenario, kind)] if at.scenario.comments else []
                assert sorted(str(part.name) for part in view.comments) == sorted(names)
                assert {part.sorted for part in view.comments} <= {known}
            at.go(dice, 1)


def has_sorted(at, me):
    if me is None:
        return False
    turn = at.match.state.sorted[0, at.match.book.teams.index(me)]
    return bool(turn > 0 and at.match.turn - turn < at.match.book.number["listening_lasts"])


@one_in(6)
@given(traceable_data(), SEEDS)
def test_positions_that_bind_were_broken_or_kept_are_told_to_those_who_may_know_of_them(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            for me, view in at.views().items():
                assert Counter(map(pledge, view.pledges)) == Counter(pledges(at, me))
            at.go(dice, 1)


def pledge(told):
    return str(told.team), str(told.card), told.public, told.state


def pairwise_states(match):
    """Each turn that is over, with the state after it."""
    return [(played, played.after) for played in match.history]


def pledges(at, me):
    book, state = at.match.book, at.match.state
    leaked = {(book.laid[option], played.turn) for played in at.match.history for option in played.leaked()}
    dates = zip(book.positions.option, state.stated[0], state.broken[0], strict=True)
    for place, (option, stated, broken) in enumerate(dates):
        order = book.laid[option]
        public = at.scenario.cards[order[1]].visible == "public"
        bound = [
            (int(played.opened.stated[0, place]), int(then.stated[0, place]), int(then.broken[0, place]))
            for played, then in pairwise_states(at.match)
        ]
        kept = [(date, "kept") for date, later, lost in reversed(bound) if date and not later and lost != date]
        for date, word in ((stated, "binds"), (broken, "broken"), *kept):
            if date and ((order, date - 1) in leaked or at.match.ended or may_see(at.scenario, me, *order[:3])):
                yield f"the teams {order[0]}", f"the cards {order[1]}", public, word
                break


@one_in(6)
@given(traceable_data(), SEEDS)
def test_a_team_sees_its_own_tray_and_what_it_leaves(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            for me in at.scenario.teams:
                before = at.view(me)
                for intent in at.fiddle(dice, me):
                    assert intent.team == me
                after, tray = at.view(me), at.match.tray(me)
                assert sorted((choice.card, choice.target or "") for choice in after.tray) == sorted(
                    (order.card, order.target or "") for order in tray
                )
                assert {(it.card, it.target, it.voice) for it in after.choices if it.on_tray} == set(tray)
                assert after.purse.slots_left == before.purse.slots_left - len(tray)
                for choice in after.choices:  # what is said against a card is what the table would say
                    judged = judge(at.match, me, Lay(me, choice.card, choice.target, choice.voice))
                    assert isinstance(judged, Refused) == (choice.why_not is not None)
            at.go(dice, 1)


@one_in(6)
@given(traceable_data(), SEEDS)
def test_what_was_laid_by_a_person_and_sealed_is_what_is_played(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            accepted = {team: at.fiddle(dice, team) for team in at.scenario.teams}
            trays = {team: set(at.match.tray(team)) for team in accepted}
            decided = at.match.decides
            assert all(isinstance(at.seal(team), Accepted) == decided for team in accepted)
            at.close()
            slots = at.match.history[-1].after.laid
            laid = [at.match.book.laid[option] for option in slots[slots >= 0].tolist()]
            if decided:
                assert {team: {order[1:] for order in laid if order[0] == team} for team in trays} == trays


@one_in(6)
@given(traceable_data(), SEEDS)
def test_a_team_is_told_of_each_order_that_will_wait_and_of_no_other(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            at.everybody_lays(dice)
            told = [
                (me, choice.card, choice.target, choice.voice)
                for me in at.scenario.teams
                for choice in at.view(me).tray
                if Message.of("fact.waits") in choice.facts
            ]
            decided, played = at.match.decides, at.close()
            if decided:
                assert sorted(at.match.book.option_of[order] for order in told) == played.waiting()
