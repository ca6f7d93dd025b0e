"""A story about others says whom it hurts: in the crowd's region, under why, and line by line."""

import pytest

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.chairs import play
from tests.tui.screens import shipped, table_of, teams_of
from tui.plain.heard import stories
from tui.widgets.crowd import story_row
from tui.widgets.papers import why_paper
from tui.widgets.wording import Tongue

TORCH = "torch_and_supermarket"


def about_others():
    """Each team with a story that is neither against it nor for it, and hurts another side."""
    for team in teams_of(TORCH):
        view = play(table_of(team, scenario=TORCH), 2).view(team)
        for story in view.stories:
            if story.heat and story.hurts and not story.hurts_us and not story.helps_us:
                yield view, story


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_story_about_others_names_the_sides_that_it_hurts(lang):
    tongue, found = Tongue(lang), list(about_others())
    assert found
    for view, story in found:
        said = say(lang, Message.of("story.hurts", sides=story.hurts))
        hurt = {each.name for each in shipped(TORCH).scenario.sides.values()}
        assert set(story.hurts) <= hurt
        _, paper = why_paper(tongue, view, story, None)
        for told in (story_row(tongue, story, 60, 20).plain, paper(60).plain, "\n".join(stories(view, lang))):
            assert said in " ".join(told.split())


def test_no_team_is_told_that_a_story_hurts_another_where_it_hurts_itself():
    for team in teams_of(TORCH):
        view = play(table_of(team, scenario=TORCH), 2).view(team)
        assert not any(view.side_name in story.hurts for story in view.stories)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_why_of_a_story_that_hurts_us_says_so_and_names_the_others_after_us(lang):
    tongue, others = Tongue(lang), 0
    for team in teams_of(TORCH):
        view = play(table_of(team, scenario=TORCH), 2).view(team)
        for story in (each for each in view.stories if each.hurts_us):
            told = " ".join(why_paper(tongue, view, story, None)[1](60).plain.split())
            code = "story.hurts_us_also" if story.hurts else "story.hurts_us"
            assert say(lang, Message.of(code, sides=story.hurts)) in told
            others += bool(story.hurts)
    assert others
