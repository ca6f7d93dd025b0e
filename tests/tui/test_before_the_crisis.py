"""Turn 0, before the crisis: what is not so yet is not shown, in the screens and line by line."""

import asyncio
from dataclasses import replace

from engine.game.intents import Seal
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.screens import WIDE, played, shown, table_of, teams_of
from tui.app import GoldenHour
from tui.plain import arrival, room
from tui.widgets.keys import Keys
from tui.widgets.papers import why_paper
from tui.widgets.wording import Tongue

STORM = "comment_storm"
TEAM = teams_of(STORM)[0]


def risk_lines(view, lang):
    """Lines of plain mode that tell the risk."""
    head = {"en": "risk of losing control", "id": "risiko kehilangan kendali"}[lang]
    return [line for line in (*arrival.standing(view, lang), *room.standing(view, lang)) if head in line.casefold()]


def test_no_risk_of_losing_control_is_shown_while_nothing_is_rolled():
    table = table_of(TEAM, scenario=STORM)
    for lang in LANGUAGES:
        before = table.view(TEAM)
        assert risk_lines(before, lang) == []
        _, lay = why_paper(Tongue(lang), before, None, None)
        assert say(lang, Message.of("risk.none")) in " ".join(lay(200).plain.split())
    assert before.risk is None

    async def go():
        async with GoldenHour(table, "en").run_test(size=WIDE) as pilot:
            await pilot.press("enter", "3")
            await pilot.pause()
            assert "Control-loss risk" not in shown(pilot.app)

    asyncio.run(go())
    table.apply(TEAM, Seal(TEAM))
    after = table.view(TEAM)
    assert after.turn == 1
    assert after.risk is not None
    assert after.risk.trend == 0
    assert len(risk_lines(after, "en")) == 2


def test_no_forecast_is_offered_in_the_foot_where_the_round_asks_for_none():
    table = played(1, teams_of()[0])
    view = table.view(teams_of()[0])
    assert view.question

    async def go():
        app = GoldenHour(table, "en")
        async with app.run_test(size=(160, 48)) as pilot:
            await pilot.pause()
            assert app.screen.query_one(Keys).key_of("foresee")
            app.screen.show(replace(view, question=None))
            await pilot.press("p")
            await pilot.pause()
            assert app.screen.query_one(Keys).key_of("foresee") is None
            assert say("en", Message.of("forecast.none")) in shown(app)

    asyncio.run(go())
