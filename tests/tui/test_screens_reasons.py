import io
from dataclasses import replace
from types import SimpleNamespace

import pytest
from textual.events import Paste

from engine.game.ending import Forecast
from engine.game.intents import LONGEST_REASON, Because, Foresee, Lay, Seal
from engine.kernel.kinds import OUTCOMES
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tests.hostile import HOSTILE
from tests.tui.idle import until
from tests.tui.screens import SMALL, WIDE, actions_shown, played, shown, table_of, teams_of
from tests.tui.shared import share
from tests.tui.test_screens_room import lay_first, play, press
from tui.plain.table import PlainTable
from tui.review import foreseen_by, judged
from tui.screens.bulletin import BulletinScreen
from tui.screens.panels.asking import Asking
from tui.screens.panels.reading import Reading
from tui.screens.panels.sealing import Sealing
from tui.screens.room import RoomScreen
from tui.widgets.writing import Line

TEAM = teams_of()[0]


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_a_reason_is_written_for_an_order_read_on_the_tray_and_changed(size):
    table = played(1, TEAM)

    async def steps(app, pilot):
        card = await lay_first(app, pilot)
        await press(pilot, "r")
        assert isinstance(app.screen, Asking)
        await press(pilot, *"calm", "enter")
        assert {name: str(text) for name, text in table.view(TEAM).rationales.items()} == {card: "calm"}
        assert "✎ calm" in shown(app)
        await press(pilot, "r", *"er", "enter")
        assert "✎ calmer" in shown(app)
        app.screen.action_because()
        await pilot.pause()
        app.post_message(Paste("w" * LONGEST_REASON))
        await pilot.pause()
        assert app.screen.query_one(Line).value == "calmer" + "w" * (LONGEST_REASON - 6)
        told = say("en", Message.of("field.full", most=LONGEST_REASON))
        assert told in shown(app)
        await press(pilot, "backspace")
        assert told not in shown(app)
        app.screen.query_one(Line).clear()
        await press(pilot, "enter")
        assert table.view(TEAM).rationales == {}
        assert "✎" not in shown(app)

    play(table, steps, size)


def test_going_back_writes_no_reason_and_without_an_order_there_is_none_to_give():
    table = played(1, TEAM)

    async def steps(app, pilot):
        await press(pilot, "r")
        assert isinstance(app.screen, RoomScreen)
        assert "lay a card first" in shown(app)
        await lay_first(app, pilot)
        await press(pilot, "r", "x", "escape")
        assert table.view(TEAM).rationales == {}

    play(table, steps)


def test_a_reason_that_was_begun_is_kept_until_it_is_sent_or_its_order_taken_back():
    table = played(1, TEAM)

    async def steps(app, pilot):
        await lay_first(app, pilot)
        await press(pilot, "r", *"hasty", "escape", "r")
        assert app.screen.query_one(Line).value == "hasty"
        await press(pilot, "escape", "backspace")
        assert not table.view(TEAM).tray
        card = await lay_first(app, pilot)
        await press(pilot, "r")
        assert app.screen.query_one(Line).value == ""
        await press(pilot, *"calm", "escape", "r", "enter")
        assert {name: str(text) for name, text in table.view(TEAM).rationales.items()} == {card: "calm"}

    play(table, steps)


def test_what_one_visit_began_to_write_is_unknown_to_the_next():
    first, second = teams_of()[:2]

    async def steps(app, pilot, table):
        await press(pilot, "enter", "enter", "escape")
        card = await lay_first(app, pilot)
        assert [each.card for each in table.view(first).tray] == [card]
        await press(pilot, "r", *"calm", "escape")
        assert table.begun.of(first).line("reason", card) == "calm"
        assert table.begun.of(second).line("reason", card) is None
        await press(pilot, "s", "4")
        assert table.begun.of(first).line("forecast") == "4"
        await press(pilot, "y")
        assert table.waiting == (second,)
        assert table.begun.of(first).line("reason", card) is table.begun.of(first).line("forecast") is None
        await press(pilot, "enter", "enter", "escape")
        await lay_first(app, pilot)
        await press(pilot, "r")
        assert app.screen.query_one(Line).value == ""

    share(steps)


def test_a_hostile_reason_is_shown_on_the_tray_as_words():
    table = played(1, TEAM)

    async def steps(app, pilot):
        card = await lay_first(app, pilot)
        for raw in HOSTILE:
            table.apply(TEAM, Because(TEAM, card, Text.of(raw, limit=LONGEST_REASON)))
            app.screen.show(table.view(TEAM))
            await pilot.pause()
            assert not [each for each in actions_shown(app) if "quit" in each]
        assert isinstance(app.screen, RoomScreen)

    play(table, steps, SMALL)


def test_sealing_offers_the_forecast_and_takes_it_with_the_seal():
    table = played(1, TEAM)
    turn = table.view(None).turn

    async def steps(app, pilot):
        assert table.view(TEAM).question is not None
        await press(pilot, "s", "3", "0", "0", "y")
        assert isinstance(app.screen, Sealing)
        assert "from 0 to 100" in shown(app)
        await press(pilot, "backspace", "y")
        assert isinstance(app.screen, BulletinScreen)
        assert table.match.papers.foresights == {(turn, TEAM): 30}

    play(table, steps, SMALL)


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_enter_after_a_number_takes_it_and_does_not_seal(size, lang):
    table = played(1, TEAM)
    turn = table.view(None).turn

    async def steps(app, pilot):
        await press(pilot, "s", "enter")
        assert isinstance(app.screen, Sealing)
        assert app.tongue.plain(Message.of("screen.seal.nothing_taken")) in shown(app)
        await press(pilot, "4", "0", "enter")
        assert isinstance(app.screen, Sealing)
        assert app.tongue.plain(Message.of("screen.seal.taken", n=40)) in shown(app)
        await press(pilot, "0", "enter")
        assert app.tongue.plain(Message.of("refused.percent")) in shown(app)
        assert table.view(None).turn == turn
        await press(pilot, "backspace", "y")
        assert isinstance(app.screen, BulletinScreen)
        assert table.match.papers.foresights == {(turn, TEAM): 40}

    play(table, steps, size, lang)


def test_where_no_forecast_is_asked_enter_does_not_seal_either():
    table = played(1, TEAM)

    async def steps(app, pilot):
        wanted = []
        view = replace(table.view(TEAM), question=None)
        app.push_screen(Sealing(app.tongue, view, "", lambda _: None), wanted.append)
        await pilot.pause()
        await press(pilot, "enter")
        assert wanted == []
        assert "y seals, n goes back" in shown(app)
        await press(pilot, "y")
        assert [each.percent for each in wanted] == [None]

    play(table, steps, SMALL)


def test_the_seal_question_says_how_many_orders_have_no_reason():
    table = played(1, TEAM)

    async def steps(app, pilot):
        card = await lay_first(app, pilot)
        await press(pilot, "s")
        assert "No reason given for 1 order" in shown(app)
        await press(pilot, "n")
        table.apply(TEAM, Because(TEAM, card, Text.of("It must be said.")))
        app.screen.show(table.view(TEAM))
        await press(pilot, "s")
        assert "No reason given" not in shown(app)

    play(table, steps, SMALL)


def test_the_forecast_is_skipped_and_kept_when_sealing_is_put_off():
    table = played(1, TEAM)

    async def steps(app, pilot):
        await press(pilot, "s", "7", "n")
        assert isinstance(app.screen, RoomScreen)
        assert table.view(TEAM).foreseen is None
        await press(pilot, "p", "7", "5", "enter")
        assert table.view(TEAM).foreseen == 75
        await press(pilot, "s")
        assert app.screen.query_one("#forecast").value == "75"
        await press(pilot, "backspace", "backspace", "y")
        assert isinstance(app.screen, BulletinScreen)

    play(table, steps, WIDE)


def test_where_nothing_is_asked_the_forecast_says_so():
    view = replace(played(1, TEAM).view(TEAM), question=None)

    async def steps(app, pilot):
        app.screen.show(view)
        await pilot.pause(0.1)  # what is marked anew clears what is said
        await press(pilot, "p")
        assert isinstance(app.screen, RoomScreen)
        await until(pilot, lambda: "nothing to forecast" in shown(app))
        await press(pilot, "s")
        assert not app.screen.query("#forecast")

    play(played(1, TEAM), steps)


def test_the_result_quotes_reasons_with_what_came_of_the_orders_and_forecasts_with_how_good_they_were():
    table = table_of(TEAM)
    laid = []
    while not table.ended:
        choice = next(each for each in table.view(TEAM).choices if each.why_not is None and not each.odds.certain)
        laid.append(str(choice.name))
        table.apply(TEAM, Lay(TEAM, choice.card, choice.target, choice.voice))
        table.apply(TEAM, Because(TEAM, choice.card, Text.of(f"Grounds {len(laid)}")))
        table.apply(TEAM, Foresee(TEAM, 0 if len(laid) % 2 else 100))
        table.apply(TEAM, Seal(TEAM))
    team = next(each for each in table.view(None).result.teams if each.team == TEAM)
    by_turn = {played.turn: played.outcomes() for played in table.match.history}
    assert [str(each.reason) for each in team.deeds] == [f"Grounds {n}" for n in range(1, len(laid) + 1)]
    for each in team.deeds:
        known = {OUTCOMES[outcome] for outcome in by_turn[each.turn].values()} if each.turn in by_turn else set()
        assert each.outcome in known or each.outcome == "waiting"
    assert round(sum(each.expected or 0 for each in team.deeds), 2) == team.expected
    assert round(sum(each.drawn or 0 for each in team.deeds), 2) == team.realised

    async def steps(app, pilot):
        app.screen.query_one("#deeds").scroll_visible(top=True, animate=False)
        await pilot.pause()
        seen = " ".join(shown(app).split())
        assert "“Grounds 1”" in seen
        assert seen.index(laid[0]) < seen.index("“Grounds 1”")
        app.screen.query_one("#written").scroll_visible(top=True, animate=False)
        await pilot.pause()
        seen = " ".join(shown(app).split())
        assert "Said 0 %, and it" in seen

    play(table, steps, (120, 60))


def test_a_brier_score_is_told_in_plain_words():
    assert [judged(score).get("word").code.rpartition(".")[2] for score in (0.0, 0.1, 0.25, 0.4, 1.0)] == [
        "sharp",
        "sharp",
        "coin",
        "off",
        "off",
    ]


def test_at_the_end_whatever_moved_is_found_with_all_that_moved_it():
    async def steps(app, pilot):
        view = app.screen._view
        moved = [rows[-1][1].name for rows in view.history.values() if rows]
        found = {each.name: each for each in app.screen.finds()}
        assert len(moved) > 5
        assert set(moved) <= set(found)
        for name in moved:
            found[name].run()
            await pilot.pause()
            assert isinstance(app.screen, Reading)
            assert app.tongue.plain(name)[:20] in shown(app)
            await press(pilot, "escape")

    table = table_of(TEAM)
    while not table.ended:
        table.apply(TEAM, Seal(TEAM))
    play(table, steps)


def test_a_forecast_that_endex_answered_speaks_of_endex_and_not_of_a_next_decision():
    for then, words in (("next", "and 70 at the next decision"), ("endex", "and 70 at ENDEX")):
        when = Message(f"question.at_{then}")
        asked = Message.of("question.hotter", story=Text.of("A story"), n=3, when=when)
        team = SimpleNamespace(forecasts=(Forecast(2, asked, 60, came=True, moved=(60, 70)),), misjudged=None)
        assert words in say("en", foreseen_by(team)[0])


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_undo_takes_back_the_last_thing_done_and_says_what(size, lang):
    table = played(1, TEAM)

    def tells(app, code, **values):
        return app.tongue.plain(Message.of(code, **values)) in " ".join(shown(app).split())

    async def steps(app, pilot):
        first = await lay_first(app, pilot)
        second = await lay_first(app, pilot)
        names = {each.card: each.name for each in table.view(TEAM).tray}
        await press(pilot, "5", "home", "r", *"why", "enter")
        assert table.view(TEAM).rationales
        await press(pilot, "p", "7", "0", "enter", "u")
        assert tells(app, "undone.forecast", n=70)
        assert table.view(TEAM).foreseen is None
        await press(pilot, "u")
        assert tells(app, "undone.reason", card=names[first])
        assert [each.card for each in table.view(TEAM).tray] == [first, second]
        await press(pilot, "u")
        assert tells(app, "undone.laid", card=names[second])
        await press(pilot, "delete", "u")
        assert tells(app, "undone.taken_back", card=names[first])
        assert [each.card for each in table.view(TEAM).tray] == [first]

    play(table, steps, size, lang)


def test_undo_in_plain_mode_says_what_it_took_back():
    write = io.StringIO()
    lines = ["4b", "because 4 they ask", "forecast 30", "undo", "undo", "undo", "undo", "quit"]
    table = played(1, TEAM)
    PlainTable(table, io.StringIO("".join(f"{line}\n" for line in lines)), write, "en").run()
    printed = " ".join(write.getvalue().split())
    told = [printed.index(words) for words in ("forecast of 30 % is gone", "the reason for", "is off the tray again")]
    assert told == sorted(told)
