"""What happened when control was lost: the same for everybody who reads of it, and by what the story has become."""

from collections import Counter

from hypothesis import given

from engine.game.incidents import BY_STAGE, UNTOLD
from engine.game.match import begin
from engine.game.seats import Seat
from engine.game.viewing import Viewing
from engine.kernel.standing import hottest
from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import read_shipped
from tests.effort import one_in
from tests.game.sittings import traceable_data
from tests.game.test_what_a_team_sees import SEEDS, sittings


def played(name, seed):
    scenario = read_shipped(name).scenario
    match = begin(scenario, dict.fromkeys(scenario.teams, Seat("bot", "silent")), "full", seed)
    while not match.ended:
        match.close(match.bots())
        yield match


def test_silent_tables_meet_each_kind_of_incident_told_in_both_languages():
    told = Counter()
    for name in ("after_the_wave", "comment_storm"):
        for seed in range(6):
            for match in played(name, seed):
                for struck in Viewing(match).story(None)[-1].struck:
                    assert all(say(lang, struck.what) for lang in LANGUAGES)
                    told[struck.what.code] += 1
    assert set(told) == {f"struck.{kind}" for kinds in BY_STAGE for kind in kinds}


@one_in(3)
@given(traceable_data(), SEEDS)
def test_an_incident_is_the_same_for_everybody_and_what_weighed_is_told_to_the_team_alone(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            at.go(dice, 1)
            state = at.match.history[-1].after
            teams = [team for place, team in enumerate(at.match.book.teams) if state.struck[0, place]]
            public = at.viewing.story(None)[-1].struck
            assert [it.team for it in public] == [at.scenario.teams[team].name for team in teams]
            for team, it in zip(teams, public, strict=True):
                assert it.what.code.partition(".")[2] in kinds_of(at.match, state, team)
            for me in at.scenario.teams:
                mine = at.viewing.story(me)[-1].struck
                assert [it.what for it in mine] == [it.what for it in public]
                if not at.match.ended:
                    assert all(team == me for team, it in zip(teams, mine, strict=True) if it.weighed)


def kinds_of(match, state, team):
    """What may happen by the stage of the story that hurts the team's side most."""
    story = int(hottest(match.book, state).story[0, match.book.sides.index(match.scenario.teams[team].side)])
    return BY_STAGE[int(state.stage[0, story])] if story >= 0 and state.meters[0, match.book.at.heat][story] else UNTOLD
