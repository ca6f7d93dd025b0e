"""What a slip of the hand does at the console: keys that were meant for something else, and changes of a great size."""

import pytest
from textual.events import Key, Paste

from engine.game.answers import Accepted
from engine.game.directing import Hold, Retract
from engine.game.drafts import LONGEST_TEXT
from engine.game.intents import FACILITATOR, Seal
from engine.language.catalogue import say
from engine.language.messages import Message
from tests.tui.chairs import CHAIR, FIRST, SECOND, fill, play, press, sit, state_of
from tests.tui.idle import until
from tests.tui.screens import WIDE, shown, table_of, teams_of
from tui.quiet import Quiet
from tui.screens.console import ConsoleScreen
from tui.screens.panels.confirm import Confirm
from tui.screens.panels.form import FormPanel
from tui.widgets.msel import Msel
from tui.widgets.writing import Page


def test_the_head_of_the_console_tells_the_turn_to_which_all_was_taken_back():
    async def steps(app, pilot, table):  # noqa: ARG001 - what it shows is looked at
        await press(pilot, *CHAIR)
        assert "turn 3 of" in shown(app).splitlines()[0]
        await press(pilot, "z")
        await fill(app, pilot, turn="2")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await press(pilot, "y")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        assert "turn 2 of" in shown(app).splitlines()[0]

    sit(steps, play(table_of(FIRST, SECOND), 2), size=WIDE)


def test_sealed_trays_are_named_before_they_are_lost_with_their_turn_and_kept_without_a_yes():
    async def steps(app, pilot, table):
        table.apply(FIRST, Seal(FIRST))
        await press(pilot, *CHAIR, "z", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        lost = (Message.of("rewind.sealed", teams=(table.view(FIRST).team_name,)),)
        assert say("en", Message.of("rewind.sure", lost=lost)) in " ".join(shown(app).split())
        await press(pilot, "n", "escape")
        assert FIRST in table.match.sealed
        assert not app.screen.query_one("#note").has_class("-grave")
        await press(pilot, "z", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await press(pilot, "y")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        assert FIRST not in table.match.sealed

    sit(steps, size=WIDE)


def test_a_turn_in_which_nothing_was_done_is_taken_back_without_a_question():
    async def steps(app, pilot, table):
        inject = table.match.book.msel[-1]
        for intent in (Hold(inject), Retract()):  # what was undone is not lost once more
            assert isinstance(table.apply(FACILITATOR, intent), Accepted)
        await press(pilot, *CHAIR, "z", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        assert table.match.rewinds

    sit(steps)


def test_a_word_that_is_typed_at_the_console_closes_no_turn():
    at = [0.0]

    async def steps(app, pilot, table):
        await press(pilot, *CHAIR)
        app.screen._steer._quiet = lambda: Quiet(lambda: at[0], 0.8)
        await press(pilot, *"curiosity", "enter")
        assert isinstance(app.screen, Confirm)
        assert table.view(None).turn == 1
        assert "for a moment" in shown(app)
        at[0] = 1.0
        await until(pilot, lambda: app.screen._listens)
        await press(pilot, "enter")
        assert table.view(None).turn > 1

    sit(steps)


@pytest.mark.parametrize("key", ["z", "b"])
def test_a_key_that_is_pressed_while_turns_are_played_anew_does_nothing_at_the_console(key, tmp_path):
    async def steps(app, pilot, table):  # noqa: ARG001 - it goes on at another
        await press(pilot, *CHAIR, key)
        assert isinstance(app.screen, FormPanel)
        early = Key("k", "k")
        await fill(app, pilot, turn="1")
        if key == "z":
            await until(pilot, lambda: isinstance(app.screen, Confirm))
            await press(pilot, "y")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        await pilot.pause()
        for pressed, asked in ((early, False), (Key("k", "k"), True)):
            app.post_message(pressed)
            await pilot.pause()
            assert isinstance(app.screen, Confirm) == asked

    sit(steps, play(table_of(FIRST, SECOND, save=tmp_path / "evening.ghx")))


def test_what_never_fired_is_said_not_to_wait_any_more_after_endex():
    table = table_of(scenario="after_the_wave")
    while not table.ended:
        table.play_on()
    assert {entry.state for entry in table.console().msel} <= {"fired", "passed", "unscheduled"}
    ended = table.console().public.turn
    assert [entry for entry in table.console().msel if entry.state == "passed" and entry.until == ended]


def test_before_the_crisis_the_console_rules_and_says_when_it_comes():
    large = "torch_and_supermarket"

    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "i")
        assert say("en", Message.of("form.comes_first")) in shown(app)
        await fill(app, pilot, name_en="A storm", name_id="Badai", sender_en="The port", turn="3")
        assert isinstance(app.screen, ConsoleScreen)
        assert say("en", Message.of("form.comes", turn=3)) in " ".join(shown(app).split())
        (storm,) = [entry for entry in table.console().msel if entry.added]
        assert (storm.state, storm.turn, str(storm.sender)) == ("later", 3, "The port")
        await press(pilot, "m")
        await fill(app, pilot, meter="freedom", by="2", reason="As agreed")
        assert say("en", Message.of("console.adjusts_later")) in " ".join(shown(app).split())
        await press(pilot, "f")
        assert "No inject fires before the crisis" in " ".join(shown(app).split())

    sit(steps, table_of(*teams_of(large), scenario=large), size=WIDE)


def test_the_last_intervention_is_taken_back_once_that_is_confirmed():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "backspace")
        assert say("en", Message.of("refused.nothing_directed")) in " ".join(shown(app).split())
        marked = app.screen.query_one(Msel).marked.inject
        was = state_of(table, marked)
        await press(pilot, "h", "backspace")
        assert isinstance(app.screen, Confirm)
        assert "Held" in shown(app)
        await press(pilot, "n")
        assert state_of(table, marked) == "held"
        await press(pilot, "backspace", "y")
        assert state_of(table, marked) == was
        assert "Taken back: Held" in " ".join(shown(app).split())

    sit(steps, play(table_of(FIRST, SECOND)), size=WIDE)


def test_the_arrows_lead_through_all_fields_of_a_form_and_through_the_lines_of_a_page_first():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        await press(pilot, *CHAIR, "i", "down", "down", "A", "enter", "B")
        assert app.screen.focused.id == "field-text_en"
        await press(pilot, "up")
        assert app.screen.focused.id == "field-text_en"
        await press(pilot, "up")
        assert app.screen.focused.id == "field-name_id"
        await press(pilot, "down", "down", "down", "down", "down", "down", "down")
        assert app.screen.focused.id == "field-turn"
        page = app.screen.query_one("#field-text_en", Page)
        assert page.text == "A\nB"
        full = say("en", Message.of("field.full", most=LONGEST_TEXT))
        page.focus()
        app.post_message(Paste("w" * (LONGEST_TEXT - 4)))
        await pilot.pause()
        await press(pilot, "x")
        assert full not in shown(app)
        await press(pilot, "y")
        assert sorted(page.text) == sorted("A\nBx" + "w" * (LONGEST_TEXT - 4))
        assert full in shown(app)
        await press(pilot, "backspace")
        assert full not in shown(app)

    sit(steps)


def test_what_was_begun_in_a_form_is_said_to_be_kept():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "e")
        app.screen.query_one("#field-name_en").value = "Half a thought"
        await press(pilot, "escape")
        assert say("en", Message.of("console.draft_kept")) in " ".join(shown(app).split())
        await press(pilot, "e")
        assert app.screen.query_one("#field-name_en").value == "Half a thought"
        await press(pilot, "escape", "d", *"#x", "escape", "escape", *CHAIR)
        assert table.begun.of(FACILITATOR).filled("edit", table.console().msel[0].inject)["name_en"] == "Half a thought"
        await press(pilot, "d")
        assert app.screen.query_one("#yaml", Page).text.startswith("#x")
        await press(pilot, "escape", "y", *"4321", "escape")
        assert "4321" not in repr(table.begun._drafts)

    sit(steps, size=WIDE)


def test_what_was_wrong_with_a_field_is_said_no_longer_than_it_stands_there():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        await press(pilot, *CHAIR, "i")
        await fill(app, pilot, name_en="A storm", moves="supplies much")
        note = app.screen.query_one("#note")
        assert note.has_class("-said")
        app.screen.query_one("#field-name_en").value = "A gale"
        await pilot.pause()
        assert note.has_class("-said")
        app.screen.query_one("#field-moves").value = ""
        await pilot.pause()
        assert not note.has_class("-said")

    sit(steps, size=WIDE)


@pytest.mark.parametrize(("by", "again"), [("-25", True), ("-20", False)])
def test_a_meter_is_moved_a_long_way_only_once_that_is_confirmed(by, again):
    async def steps(app, pilot, table):
        dial = next(each for each in table.console().dials if each.value > 20)
        await press(pilot, *CHAIR, "m")
        await fill(app, pilot, meter=dial.meter, by=by, reason="A slip")
        assert isinstance(app.screen, Confirm) == again
        if again:
            assert f"→ {max(dial.value - 25, dial.low):.0f}" in " ".join(shown(app).split())
            await press(pilot, "y")
        assert isinstance(app.screen, ConsoleScreen)

    sit(steps, size=WIDE)


def test_the_form_says_where_a_turn_lands_in_which_nobody_decides():
    async def steps(app, pilot, table):
        between = next(turn for turn in range(1, table.match.turn) if turn not in table.console().rounds)
        await press(pilot, *CHAIR, "z")
        app.screen.query_one("#field-turn").value = str(between)
        await pilot.pause()
        after = next(turn for turn in table.console().rounds if turn > between)
        assert say("en", Message.of("form.lands", turn=between, next=after)) in " ".join(shown(app).split())

    sit(steps, play(table_of(FIRST, SECOND, pace="short"), 2), size=WIDE)
