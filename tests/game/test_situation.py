"""Every team is told in a line what matters, also where nothing is due to it."""

import pytest

from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import shipped_ids
from tests.tui.screens import played, table_of, teams_of

TORCH = "torch_and_supermarket"


@pytest.mark.parametrize("scenario", shipped_ids())
def test_no_team_reads_an_empty_situation_line_in_the_first_turns(scenario):
    for turns in (0, 1, 2):
        table = played(turns, teams_of(scenario)[0], scenario)
        for team in teams_of(scenario):
            assert table.view(team).situation, (team, turns)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_team_that_no_story_hurts_is_told_of_the_hottest(lang):
    view = played(1, "government", TORCH).view("government")
    hottest = max(view.stories, key=lambda story: story.heat)
    said = " ".join(say(lang, message) for message in view.situation)
    assert hottest.name.in_language(lang) in said


def test_the_public_is_told_nothing_of_what_presses_a_team():
    codes = {message.code for message in table_of("government", scenario=TORCH).view(None).situation}
    assert not codes & {"situation.calm", "situation.story_helps", "situation.story_other"}
