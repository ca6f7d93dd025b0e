import pytest

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.chairs import CHAIR, press, sit
from tests.tui.screens import SMALL, shown, table_of, teams_of
from tui.actions import action
from tui.facilitator import readers
from tui.words import told

LARGE = "comment_storm"


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


@pytest.mark.parametrize("read", [readers.team, readers.meter, readers.inject])
def test_a_name_like_none_is_not_known_and_never_several(read):
    found = read(console(), "en", "xyzzy")
    assert isinstance(found, Message)
    assert say("en", found).startswith("“xyzzy” is not known.")


def test_a_beginning_that_several_have_in_common_names_them():
    found = readers.meter(console(), "en", "credibility")
    assert isinstance(found, Message)
    assert found.code == "form.which_meter"
    assert say("en", found).count("redibility") > 1


def test_a_field_tells_the_whole_of_what_is_wrong_before_the_form_is_sent():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "m")
        field = app.screen.query_one("#field-meter")
        field.value = "a name of a meter that is longer than all of them"
        await pilot.pause()
        found = say("en", readers.meter(table.console(), "en", field.value))
        assert "".join(found.split()) in "".join(shown(app).split())

    sit(steps, size=SMALL)


def test_help_says_how_a_field_of_several_lines_is_left():
    for lang in LANGUAGES:
        assert "Tab" in say(lang, action("next_field").help)
