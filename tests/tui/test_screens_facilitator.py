"""The facilitator at the screens: the console, its forms and pages."""

import asyncio

import pytest

from engine.game.drafts import LONGEST_NAME
from engine.game.intents import Seal
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import one_line
from tests.hostile import HOSTILE
from tests.tui.chairs import CHAIR, FIRST, SECOND, fill, play, press, sit, state_of
from tests.tui.idle import until
from tests.tui.scenes import SCENES, open_scene
from tests.tui.screens import WIDE, nothing_happens, shown, table_of
from tui.actions import actions_at
from tui.screens.console import ConsoleScreen
from tui.screens.over import OverScreen
from tui.screens.panels.confirm import Confirm
from tui.screens.panels.editor import Editor
from tui.screens.panels.form import FormPanel
from tui.screens.steering import lacking
from tui.widgets.desks import Desks
from tui.widgets.msel import Msel
from tui.widgets.wording import Tongue
from tui.widgets.writing import Page


def flat(words):
    return " ".join(words.split())


# Injects.


def test_an_inject_is_held_released_and_skipped_with_one_key_each_and_fired_after_a_question():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR)
        first = app.screen.query_one(Msel).marked.inject
        await press(pilot, "h")
        assert state_of(table, first) == "held"
        await press(pilot, "h")
        assert state_of(table, first) == "later"
        await press(pilot, "k", "n")
        assert state_of(table, first) == "later"
        await press(pilot, "k", "y")
        assert state_of(table, first) == "skipped"
        await press(pilot, "h", "f")
        assert state_of(table, first) == "later"
        await press(pilot, "n", "f", "enter")
        assert state_of(table, first) == "fired"
        assert table.view(FIRST).inbox
        await press(pilot, "f")
        assert "already" in shown(app)
        app.screen.query_one(Msel).show((), 1)
        for key, does in {
            "f": "fire",
            "h": "hold",
            "k": "skip_inject",
            "e": "edit",
            "d": "edit_all",
            "enter": "peek",
        }.items():
            await press(pilot, key)
            assert say("en", lacking(does, "inject", "console")) in flat(shown(app))
        app.screen.query_one(Desks).show((), (), decides=True)
        for key, does in {"u": "unseal", "2": "", "enter": "peek"}.items():
            await press(pilot, key)
            assert not does or say("en", lacking(does, "team", "console")) in flat(shown(app))

    sit(steps)


def test_an_inject_is_rewritten_as_yaml_and_a_mistake_is_told_with_its_place_and_loses_nothing():
    async def steps(app, pilot, table):  # noqa: ARG001 - what it shows is looked at
        await press(pilot, *CHAIR)
        inject = app.screen.query_one(Msel).marked.inject
        await press(pilot, "d")
        page = app.screen.query_one(Page)
        good = page.text
        page.text = good.replace("name:", "nmae:", 1)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, Editor)
        assert "ruling:3:5" in shown(app)
        assert app.screen.query_one(Page).text == good.replace("name:", "nmae:", 1)
        await press(pilot, "escape", "d")
        assert "nmae" in app.screen.query_one(Page).text
        app.screen.query_one(
            Page
        ).text = f"injects:\n  {inject}:\n    name: Another name\n    text: Words.\n    turn: 2\n"
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ConsoleScreen)
        assert "Another name" in shown(app)
        await press(pilot, "d")
        assert "Another name" in app.screen.query_one(Page).text

    sit(steps)


def test_an_inject_is_put_into_other_words_without_yaml_and_does_what_it_did():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR)
        inject = app.screen.query_one(Msel).marked.inject
        was = table.scenario.injects[inject]
        await press(pilot, "e")
        form = app.screen
        assert form.query_one("#field-name_en").value == str(was.name)
        await fill(app, pilot, name_en="Other words", turn="3")
        assert say("en", Message.of("form.half", fields=(Message.of("form.inject.name_id"),))) in flat(shown(app))
        assert table.scenario.injects[inject] == was
        await press(pilot, "n")
        assert app.screen.focused.id == "field-name_id"
        await press(pilot, "ctrl+s", "y")
        now = table.scenario.injects[inject]
        assert str(now.name) == "Other words"
        assert now.name.in_language("id") == was.name.in_language("id")
        assert (now.turn, now.when, now.effects, now.expects) == (3, was.when, was.effects, was.expects)
        await press(pilot, "e")
        await fill(app, pilot, name_en="", name_id="")
        assert say("en", Message.of("form.needed")) in shown(app)
        await press(pilot, "escape", "f", "y", "e")
        assert say("en", Message.of("refused.fired")) in shown(app)

    sit(steps)


def test_after_endex_only_what_can_still_be_done_is_offered_and_taking_turns_back_opens_the_whole_console_again():
    table = table_of()
    while not table.ended:
        table.play_on()

    async def steps(app, pilot, table):
        await press(pilot, "f5")
        assert isinstance(app.screen, OverScreen)
        offered = {found.name.code for found in actions_at(app.screen.place)}
        assert not offered & {"action.fire", "action.hold", "action.compose", "action.resolve", "action.umpire"}
        assert say("en", Message.of("action.fire")) not in shown(app).splitlines()[-1]
        await press(pilot, "f", "h", "r", "z")
        await fill(app, pilot, turn="3")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await press(pilot, "y")
        await until(pilot, lambda: type(app.screen) is ConsoleScreen)
        assert not table.ended
        assert say("en", Message.of("action.fire")) in shown(app).splitlines()[-1]

    sit(steps, table, lock=False)


@pytest.mark.parametrize("raw", HOSTILE[:: len(HOSTILE) // 12])
def test_hostile_words_in_the_forms_are_drawn_and_do_nothing(raw):
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "n")
        await fill(app, pilot, text=raw)
        if one_line(raw):
            assert table.console().notes
        else:
            await press(pilot, "escape")
        await press(pilot, "i")
        await fill(app, pilot, name_en=raw[:300], text_id=raw, sender_en=raw[:300])
        if not one_line(raw[:300]):
            await press(pilot, "escape")
        for key in ("1", "end", "enter", "escape", "4", "c", "2"):
            await press(pilot, key)
            nothing_happens(app)

    sit(steps, size=WIDE)


def test_what_is_pasted_comes_in_clean():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        from textual.events import Paste

        await press(pilot, *CHAIR, "i")
        app.post_message(Paste("\x1b]52;c;x\x07news\u202e"))
        await pilot.pause()
        app.screen.query_one("#field-text_en").focus()
        app.post_message(Paste("a\x1b[2J\nb\x00"))
        await pilot.pause()
        assert app.screen.query_one("#field-name_en").value == "]52;c;xnews"
        assert app.screen.query_one("#field-text_en").text == "a[2J\nb"

    sit(steps)


def test_a_composed_inject_reaches_the_teams_it_names_and_moves_a_meter():
    table = play(table_of(FIRST, SECOND))

    async def steps(app, pilot, table):
        before = {dial.meter: dial.value for dial in table.console().dials}
        await press(pilot, *CHAIR, "i")
        await fill(app, pilot, name_en="A storm", text_en="The harbour is shut.", to="nobody at all")
        assert isinstance(app.screen, FormPanel)
        await fill(app, pilot, to="Harbour", moves="supplies -3; freedom -2")
        assert isinstance(app.screen, ConsoleScreen)
        after = {dial.meter: dial.value for dial in table.console().dials}
        assert (after["supplies"], after["freedom"]) == (before["supplies"] - 3, before["freedom"] - 2)
        assert "A storm" not in [str(letter.name) for letter in table.view("embassy").inbox]
        assert "A storm" in [str(letter.name) for letter in table.view("harbour").inbox]

    sit(steps, table)


def test_a_meter_is_moved_with_a_reason():
    table = play(table_of(FIRST, SECOND))

    async def steps(app, pilot, table):
        before = {dial.meter: dial.value for dial in table.console().dials}
        await press(pilot, *CHAIR, "m")
        await fill(app, pilot, meter="freedom", by="2,5", reason="As the room agreed")
        after = {dial.meter: dial.value for dial in table.console().dials}
        assert after["freedom"] == before["freedom"] + 2.5
        assert "As the room agreed" in [str(entry.name) for entry in table.console().msel]

    sit(steps, table)


def test_an_argued_order_is_laid_rolled_and_booked_like_any_other():
    table = play(table_of(FIRST, SECOND))

    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "a")
        await fill(
            app,
            pilot,
            team=str(table.view(SECOND).team_name),
            name="Ask the harbour master",
            reason1="He owes us",
            reason2="w" * (LONGEST_NAME + 9),
            reason3="v" * LONGEST_NAME,
            percent="40",
            moves="freedom +4",
        )
        assert isinstance(app.screen, ConsoleScreen)
        (laid,) = table.view(SECOND).tray
        assert (str(laid.name), laid.odds.success) == ("Ask the harbour master", 40)
        said = str(table.view(SECOND).rationales[laid.card])
        assert said == "; ".join(["He owes us", "w" * LONGEST_NAME, "v" * LONGEST_NAME])
        play(table)
        (told,) = [order for order in table.view(SECOND).bulletins[0].orders if order.card == laid.card]
        assert told.roll is not None

    sit(steps, table)


def test_an_argument_for_a_team_that_has_sealed_makes_no_card():
    table = play(table_of(FIRST, SECOND))
    table.apply(FIRST, Seal(FIRST))

    async def steps(app, pilot, table):
        cards = dict(table.match.scenario.cards)
        await press(pilot, *CHAIR, "a")
        await fill(app, pilot, team=FIRST, name="Ask", percent="40")
        assert isinstance(app.screen, FormPanel)
        assert "sealed" in shown(app)
        assert table.match.scenario.cards == cards

    sit(steps, table)


# Notes, seats, pace, clock.


def test_a_note_is_tied_to_an_inject_when_it_is_named_whether_it_has_fired_or_not_and_else_to_none():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR)
        marked = app.screen.query_one(Msel).marked
        assert marked.state != "fired"
        await press(pilot, "n")
        await fill(app, pilot, text="too early for this", inject=str(marked.name))
        await press(pilot, "n")
        await fill(app, pilot, text="the harbour listens", team=SECOND)
        early, listens = table.console().notes
        assert (early.team, early.inject) == (None, marked.name)
        assert (listens.team, listens.inject) == (table.view(SECOND).team_name, None)

    sit(steps)


def test_a_note_is_tied_to_the_marked_team_and_flagged_for_the_hot_wash():
    async def steps(app, pilot, table):
        await press(pilot, *CHAIR, "2", "down", "n")
        await fill(app, pilot, text="a quiet table", hot_wash="y")
        (note,) = table.console().notes
        assert (str(note.text), note.team, note.hot_wash) == ("a quiet table", table.view(SECOND).team_name, True)
        await press(pilot, "4")
        assert "a quiet table" in shown(app)

    sit(steps)


# What may come.


def test_without_a_save_nothing_is_made_up_about_what_may_come():
    async def steps(app, pilot, table):  # noqa: ARG001 - nothing is done
        await press(pilot, *CHAIR, "3")
        assert "This exercise is not saved" in shown(app)

    sit(steps)


@pytest.mark.parametrize("name", ["console", "teams", "notes", "compose", "argue", "rewrite", "umpire", "waiting"])
def test_what_the_facilitator_sees_fits_a_small_terminal_and_changes_its_language(name):
    async def go():
        async with open_scene(SCENES[name]) as (app, pilot):
            before = shown(app)
            assert app.screen.max_scroll_y == 0
            await app.screen.speak(Tongue("id"))
            await pilot.pause()
            assert app.screen.max_scroll_y == 0
            assert shown(app) != before
            await app.screen.speak(Tongue("en"))
            await until(pilot, lambda: shown(app) == before)

    asyncio.run(go())
