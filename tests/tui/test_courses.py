"""The courses that stand in a table have one axis, so that what is below one another came in the same turn."""

from dataclasses import replace

from engine.game.view import Change
from engine.text import Text
from tests.tui.screens import played, teams_of
from tui.widgets.public import course, course_of, over_turns


def test_the_courses_of_all_meters_have_one_axis_whatever_moved_in_which_turn():
    view = played(5, teams_of()[0]).view(None)
    drawn = {gauge.meter: course(view, gauge).plain for gauge in view.gauges if gauge.meter in view.history}
    told = {meter: [turn for turn, _ in view.history[meter]] for meter in drawn}
    assert len({tuple(turns) for turns in told.values()}) > 1
    assert {len(each) for each in drawn.values()} == {view.turn + 1}
    assert {len(course_of(view, story).plain) for story in view.stories if story.heat} == {view.turn + 1}


def test_where_nothing_moved_a_course_stays_as_it_was():
    view = played(1, teams_of()[0]).view(None)
    steps = ((2, 4.0, 9.0), (4, 9.0, 1.0))
    moved = tuple((turn, Change("x", Text.of("x"), before, after, ())) for turn, before, after in steps)
    assert over_turns(replace(view, turn=5, history={"x": moved}), "x") == [4.0, 4.0, 9.0, 9.0, 1.0, 1.0]
