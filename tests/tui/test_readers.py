from dataclasses import replace

import pytest

from engine.game.answers import Accepted
from engine.game.directing import Rule
from engine.game.drafts import Argued, argued_draft
from engine.game.intents import FACILITATOR, Because, Lay
from engine.language.catalogue import LANGUAGES, between, say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.chairs import CHAIR, press, sit
from tests.tui.screens import SMALL, shipped, shown, table_of, teams_of
from tui.actions import action
from tui.facilitator import readers
from tui.facilitator.forms import FORMS, Field, heard
from tui.plain.terminal import LONGEST_LINE
from tui.words import told

LARGE = "comment_storm"

NAME = 19
"""Cells of the name of a field, in tui/rooms.tcss."""


def console():
    return table_of(*teams_of(LARGE), scenario=LARGE).console()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_with_a_letter_too_few_is_not_known_and_the_nearest_is_named(lang):
    for read, names in (
        (readers.team, [desk.view.team_name for desk in console().desks]),
        (readers.meter, [dial.name for dial in console().dials]),
        (readers.inject, [entry.name for entry in console().msel]),
    ):
        name = told(lang, names[0])
        found = read(console(), lang, name[:3] + name[4:] + "q")
        assert isinstance(found, Message)
        assert found.code == "form.not_known_near"
        assert name in say(lang, found)


@pytest.mark.parametrize(("lang", "other"), [LANGUAGES, LANGUAGES[::-1]])
def test_a_team_and_an_inject_are_known_by_their_names_in_the_other_language_too(lang, other):
    known = console()
    for entry in known.msel:
        assert readers.inject(known, lang, told(other, entry.name)) == entry.inject
    for desk in known.desks:
        assert readers.team(known, lang, told(other, desk.view.team_name)) == desk.team


@pytest.mark.parametrize("read", [readers.team, readers.meter, readers.inject])
def test_a_name_like_none_is_not_known_and_never_several(read):
    found = read(console(), "en", "xyzzy")
    assert isinstance(found, Message)
    assert say("en", found).startswith("“xyzzy” is not known.")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_no_meter_is_meant_some_are_named_those_first_that_are_most_like_it(lang):
    dials = console().dials
    for read, typed in ((readers.meter, "xyz"), (readers.moves, "xyz +3")):
        found = read(console(), lang, typed)
        assert isinstance(found, Message)
        names = [told(lang, name) for name in found.get("names")]
        assert len(names) > 1
        assert set(names) <= {told(lang, dial.name) for dial in dials}
        assert all(name in say(lang, found) for name in names)


def test_a_meter_is_known_by_its_name_in_the_other_language_too():
    seen = console()
    for spoken, other in (("en", "id"), ("id", "en")):
        for dial in seen.dials[::5]:
            found = readers.meter(seen, spoken, told(other, dial.name))
            assert not isinstance(found, Message)
            assert found.meter == dial.meter


def test_no_field_takes_more_than_is_kept_of_it():
    console = table_of().console()
    for field in {field for form in FORMS.values() for field in form.fields}:
        fine, words = heard(console, "en", field, "9" * (field.longest + 1))
        assert (fine, words.code) == (False, "form.long")
        assert heard(console, "en", field, "9" * field.longest)[1] != words


def test_the_longest_reasons_of_an_argued_order_can_be_written_on_whole_by_its_team():
    argued = ["w" * field.longest for field in FORMS["argue"].fields if field.key.startswith("reason")]
    written = "; ".join(argued)  # as tui.facilitator.filling joins them
    assert str(Because.typed("team", "card", written).text) == written
    assert len(f"because 999 {written}") <= LONGEST_LINE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_name_of_a_field_stands_on_one_line_beside_it(lang):
    names = [say(lang, form.name(field)) for form in FORMS.values() for field in form.fields]
    assert [name for name in names if len(name) > NAME] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_form_says_how_the_odds_of_an_argued_order_are_split_and_what_each_outcome_moves(lang):
    for percent in (1, 40, 70, 99):
        at = table_of("embassy", scenario="torch_and_supermarket")
        card, draft = argued_draft(at.scenario, Argued("embassy", "Ask", [], percent, []))
        for intent in (Rule(draft), Lay("embassy", card)):
            assert isinstance(at.apply(FACILITATOR, intent), Accepted)
        (laid,) = at.view("embassy").tray
        fine, split = heard(at.console(), lang, Field("percent", "percent"), str(percent))
        assert fine
        odds = laid.odds
        assert [split.get(name) for name in ("success", "partial", "backfire")] == [
            odds.success,
            odds.partial,
            odds.backfire,
        ]
    number = at.match.book.number
    fine, would = heard(at.console(), lang, Field("moves", "would"), "freedom -3")
    assert fine
    words = say(lang, would)
    for gain in (1, number["outcome_partial"], number["outcome_backfire"]):
        assert say(lang, Message.of("plain.moved", name=Text.of("x"), by=-3 * gain)).split()[1] in words
    assert would.code == "form.would_turned"
    assert heard(at.console(), lang, Field("moves", "would"), "freedom +3")[1].code == "form.would_all"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_heat_of_a_story_is_known_by_the_title_of_the_story(lang):
    seen = console()
    for key, story in shipped(LARGE).scenario.narratives.items():
        found = readers.meter(seen, lang, told(lang, story.name))
        assert not isinstance(found, Message)
        assert found.meter == f"{key}.heat"


def test_a_beginning_that_several_have_in_common_names_them():
    found = readers.meter(console(), "en", "credibility")
    assert isinstance(found, Message)
    assert found.code == "form.which_meter"
    assert say("en", found).count("redibility") > 1


def test_a_field_tells_the_whole_of_what_is_wrong_before_the_form_is_sent():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "m", "down")
        assert say("en", Message.of("form.at", at=2, n=4)) in shown(app)
        await press(pilot, "up")
        field = app.screen.query_one("#field-meter")
        field.value = "a name of a meter that is longer than all of them"
        await pilot.pause()
        found = say("en", readers.meter(table.console(), "en", field.value))
        assert "".join(found.split()) in "".join(shown(app).split())

    sit(steps, size=SMALL)


def test_help_says_how_a_field_of_several_lines_is_left():
    for lang in LANGUAGES:
        assert "Tab" in say(lang, action("next_field").help)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_injects_that_are_called_alike_are_told_apart_by_ids_that_can_be_typed(lang):
    known = console()
    first, second, *others = known.msel
    alike = replace(known, msel=(first, replace(second, name=first.name), *others))
    asked = readers.inject(alike, lang, told(lang, first.name))
    assert isinstance(asked, Message)
    for entry in (first, second):
        assert f"({entry.inject})" in say(lang, asked)
        assert readers.inject(alike, lang, entry.inject) == entry.inject


def test_teams_of_which_one_is_called_by_a_name_with_a_comma_are_read_as_they_are_listed():
    at = console()
    first, second, *rest = at.desks
    named = replace(first, view=replace(first.view, team_name=Text.of("Embassy, for now")))
    at = replace(at, desks=(named, second, *rest))
    assert readers.teams(at, "en", "Embassy, for now") == (first.team,)
    both = between(told("en", each.name) for each in (named, second))
    assert readers.teams(at, "en", both) == (first.team, second.team)
    alike = ", ".join(told("en", each.name) for each in (second, rest[0]))
    assert readers.teams(at, "en", alike) == (second.team, rest[0].team)
