"""Why, of whatever is marked: hours and budget, an order on the tray, an inject, a comment, a position."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from engine.game.causes import KINDS
from engine.game.intents import Lay
from engine.game.view import Reason
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.reader import read_shipped
from tests.tui.screens import SMALL, WIDE, played, shown, table_of, teams_of
from tests.tui.test_screens_room import lay_first, play, press
from tui.gauges import behind_of, story_starts, unmoved_of
from tui.matters import by_urgency
from tui.means import moved_by
from tui.plain.bulletin import why
from tui.plain.table import PlainTable
from tui.rules import HEADINGS, behind
from tui.screens.palette import lines_of
from tui.screens.panels.reading import Reading
from tui.screens.room import RoomScreen
from tui.scripted import scripted
from tui.widgets.banner import Situation
from tui.widgets.crowd import Crowd
from tui.widgets.inbox import Inbox
from tui.widgets.papers import why_paper
from tui.widgets.wording import Tongue
from tui.words import SHOWN, amount, awaited

TEAM = teams_of()[0]
TORCH = "torch_and_supermarket"
CROWDED = "last_bus_from_karath"


def read(app):
    """What the paper on top says, in one line."""
    assert isinstance(app.screen, Reading)
    return " ".join(app.screen.marked_words().plain.split())


def line_of(word, team, name=f"{TORCH}.yaml"):
    """The line of a team's hours or budget, looked up by hand."""
    lines = read_shipped(TORCH).source.splitlines()
    start = next(n for n, line in enumerate(lines) if line == f"  {team}:" and n > lines.index("teams:"))
    at = next(n for n in range(start, len(lines)) if f"{word}:" in lines[n])
    return f"line {at + 1} of {name}"


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("way", ["w", "i", "click", "palette"])
def test_hours_and_budget_lead_back_to_the_line_of_the_scenario(size, way):
    if way == "click" and size == SMALL:
        return  # there the tray is named in a line
    table = table_of("embassy", scenario=TORCH)

    async def steps(app, pilot):
        await press(pilot, "escape")
        if way == "w":
            await press(pilot, "5", "w")
        elif way == "i":
            await press(pilot, "i")
        elif way == "click":
            await pilot.click("#purse")
            await pilot.pause()
        else:
            line = next(each for each in lines_of(app.screen) if "Budget" in each.names)
            assert "Dana" in line.names
            line.run()
            await pilot.pause()
        said = read(app)
        assert line_of("hours", "embassy") in said
        assert line_of("budget", "embassy") in said

    play(table, steps, size)


def test_what_lies_on_the_tray_and_what_was_paid_before_uses_hours():
    table = played(1, "embassy", TORCH)
    paid = {reason.cause for _, change in table.view("embassy").history["embassy.hours"] for reason in change.reasons}
    card = next(each for each in table.view("embassy").choices if each.why_not is None and each.hours)
    table.apply("embassy", Lay("embassy", card.card, card.target, card.voice))

    async def steps(app, pilot):
        await press(pilot, "i")
        said = read(app)
        assert app.tongue.plain(card.name) in said
        assert all(app.tongue.plain(cause) in said for cause in paid)

    play(table, steps)


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_why_of_an_order_on_the_tray_tells_its_odds_and_its_cost(size, lang):
    table = played(1, TEAM)

    async def steps(app, pilot):
        card = await lay_first(app, pilot)
        order = table.view(TEAM).tray[0]
        await press(pilot, "5", "w")
        said = read(app)
        assert order.card == card
        assert app.tongue.plain(order.name) in said
        left = table.view(TEAM).purse
        assert (
            app.tongue.plain(Message.of("why.takes", hours=amount(left.hours_left), budget=amount(left.budget_left)))
            in said
        )
        assert all(app.tongue.plain(each) in said for each in scripted(order))
        for term in order.terms:
            assert app.tongue.plain(term.reason) in said
        assert app.tongue.plain(Message.of("screen.risk.about")) not in said

    play(table, steps, size, lang)


def test_why_of_an_inject_tells_why_it_came_and_what_it_moved():
    table = played(3, "embassy", TORCH)
    view = table.view("embassy")

    async def steps(app, pilot):
        await press(pilot, "1", "home")
        letter = app.screen.query_one(Inbox).marked
        await press(pilot, "w")
        said = read(app)
        assert app.tongue.plain(letter.text)[:30] in said
        assert f"It came in turn {letter.turn}" in said
        for rows in view.history.values():
            for _, change in rows:
                if any(reason.cause.get("inject") == letter.name for reason in change.reasons):
                    assert app.tongue.plain(change.name) in said

    play(table, steps)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("key", ["w", "enter"])
def test_what_is_said_beside_the_stories_is_read_and_not_the_risk(size, key):
    table = played(3, "embassy", TORCH)

    async def steps(app, pilot):
        await press(pilot, "2")
        crowd = app.screen.query_one(Crowd)
        assert crowd._told
        for row, (head, words) in crowd._told.items():
            crowd.rows.mark(row)
            await press(pilot, key)
            said = read(app)
            assert app.tongue.plain(words) in said
            assert app.tongue.plain(Message.of("screen.risk.about"))[:20] not in said
            assert app.tongue.plain(head) in shown(app)
            await press(pilot, "escape")
            assert isinstance(app.screen, RoomScreen)

    play(table, steps, size)


@pytest.mark.parametrize("lang", ["en", "id"])
def test_plain_mode_explains_hours_budget_and_an_inject(lang):
    table = played(3, "embassy", TORCH)
    tongue, write = Tongue(lang), io.StringIO()
    letter = table.view("embassy").inbox[0]
    asked = [
        tongue.plain(Message.of("means.hours")),
        tongue.plain(Message.of("means.budget")),
        tongue.plain(letter.name),
    ]
    lines = [f"why {each}" if lang == "en" else f"mengapa {each}" for each in asked]
    PlainTable(table, io.StringIO("".join(f"{line}\n" for line in [*lines, "quit"])), write, lang).run()
    printed = " ".join(write.getvalue().split())
    assert tongue.plain(Message.of("means.hours_rest")) in printed
    assert f"{TORCH}.yaml" in printed
    assert tongue.plain(Message.of("letter.why_came", turn=letter.turn)) in printed


def stands_in(parts, at):
    """Where a line of the scenario is found by hand: below these lines, each under the one before."""
    lines = read_shipped(TORCH).source.splitlines()
    place = 0
    for part in parts:
        place = next(n for n in range(place, len(lines)) if lines[n].strip().startswith(part))
    return place + 1 == at


STARTS = (
    ("freedom", ("freedom:",)),
    ("sales", ("meters:", "sales:", "start:")),
    ("embassy.credibility", ("teams:", "embassy:", "credibility:")),
    ("velmar_moderates.samudra", ("audiences:", "velmar_moderates:", "opinion:")),
    ("relations.samudra.velmar", ("sides:", "samudra:", "relations:")),
)


@pytest.mark.parametrize(("meter", "parts"), STARTS)
def test_a_number_that_nothing_has_moved_leads_to_the_line_where_it_starts(meter, parts):
    table = table_of("retailer" if meter == "sales" else "embassy", scenario=TORCH)
    view = table.view("retailer" if meter == "sales" else "embassy")
    gauge = next(each for each in view.gauges if each.meter == meter)
    assert gauge.starts_at is not None
    assert stands_in(parts, gauge.starts_at.number)
    for lang in ("en", "id"):
        title, lay = why_paper(Tongue(lang), view, None, meter)
        assert title.plain
        assert f"{gauge.starts_at.number} " in lay(60).plain
        assert any(f"{gauge.starts_at.number} " in line for line in why(view, lang, Tongue(lang).plain(gauge.name)))


def test_a_story_leads_to_the_line_where_its_heat_starts():
    view = played(1, "embassy", TORCH).view("embassy")
    for story in view.stories:
        assert story.starts_at is not None
        heat = ["heat:"] if "heat" in read_shipped(TORCH).scenario.narratives[story.narrative].model_fields_set else []
        assert stands_in(["narratives:", f"{story.narrative}:", *heat], story.starts_at.number)
        assert f"{story.starts_at.number} " in why_paper(Tongue("en"), view, story, None)[1](60).plain


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_a_click_on_the_situation_explains_what_is_due_and_the_story_that_is_named(size):
    table = played(4, "embassy", TORCH)
    view = table.view("embassy")
    name = next(each.get("story") for each in view.situation if each.code == "situation.story")

    async def steps(app, pilot):
        line = shown(app).splitlines()[1]
        await pilot.click(Situation, offset=(line.index("answer is due"), 0))
        await pilot.pause()
        letter = next(each for each in by_urgency(view.inbox, view.turn) if awaited(each, view.turn))
        assert app.tongue.plain(letter.text)[:30] in read(app)
        await press(pilot, "escape")
        await pilot.click(Situation, offset=(line.index(app.tongue.plain(name)), 0))
        await pilot.pause()
        story = next(each for each in view.stories if each.name == name)
        assert f"line {story.starts_at.number} of {TORCH}.yaml" in read(app)

    play(table, steps, size)


def test_where_the_tray_is_named_in_a_line_a_click_on_its_numbers_tells_where_they_come_from():
    table = table_of("embassy", scenario=TORCH)

    async def steps(app, pilot):
        await press(pilot, "escape")
        at = next(n for n, line in enumerate(shown(app).splitlines()) if "budget left" in line)
        await pilot.click(offset=(shown(app).splitlines()[at].index("budget left"), at))
        await pilot.pause()
        assert line_of("hours", "embassy") in read(app)

    play(table, steps, SMALL)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("way", ["w", "click"])
def test_every_number_that_is_plotted_says_what_moved_it_and_where_it_starts(size, way):
    table = played(3, "embassy", TORCH)
    view = table.view("embassy")

    async def steps(app, pilot):
        await press(pilot, "t")
        plots, rows = app.screen, app.screen.query_one("#curves")
        for curve in view.curves[:: 4 if way == "w" else 9]:
            rows.mark(curve.meter)
            await pilot.pause()
            if way == "w":
                await press(pilot, "w")
            else:
                top = rows._index_to_line[rows.highlighted] - rows.scroll_offset.y
                await pilot.click("#curves", offset=(3, top))
                await pilot.click("#curves", offset=(3, top))
                await pilot.pause()
            said = read(app)
            moved = [reason for _, change in view.history.get(curve.meter, ()) for reason in change.reasons]
            assert all(app.tongue.plain(each.cause)[:20] in said for each in moved if abs(each.amount) >= SHOWN)
            await press(pilot, "escape")
            assert app.screen is plots

    play(table, steps, size)


def papers_of(view, lang="en"):
    """What is explained on the screens, by what it is about."""
    for each in (*view.gauges, None):
        meter = each.meter if each else "risk"
        yield each, " ".join(why_paper(Tongue(lang), view, None, meter)[1](76).plain.split())


@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_poll_says_by_how_much_it_may_be_off_and_an_exact_number_does_not(lang):
    view = played(3, "embassy", TORCH).view("embassy")
    polls = [each for each in view.gauges if each.error is not None]
    assert {bool(each.as_of) for each in polls} == {True, False}
    for gauge, paper in papers_of(view, lang):
        if gauge is not None:
            errs = [say(lang, Message.of(f"gauge.{code}", error=gauge.error or 0)) for code in ("errs", "guessed")]
            told = [paper.count(words) for words in errs]
            assert told == ([0, 0] if gauge.error is None else [1, 0] if gauge.as_of else [0, 1])
            if not view.history.get(gauge.meter):
                assert say(lang, unmoved_of(gauge)) in paper


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_risk_says_what_the_numbers_stand_at_that_make_it(lang):
    view = played(8, "embassy", TORCH).view("embassy")
    [words] = behind_of(view)
    values = {each.meter: each.value for each in view.gauges}
    told = {part.get("value") for part in words.get("parts")} - {max(each.heat for each in view.stories)}
    assert told
    assert told <= {
        Message.of("gauge.exact", value=values[f"embassy.{meter}"], error=0)
        for meter in ("clarity", "backlog", "network")
    }
    paper = dict(papers_of(view, lang))[None]
    assert say(lang, words) in paper
    moment = say(lang, Message.of("risk.moment"))  # what is rolled for, and scored, is another number
    assert moment in paper
    write = io.StringIO()
    asked = "why risk" if lang == "en" else "mengapa risiko"
    PlainTable(played(8, "embassy", TORCH), io.StringIO(f"{asked}\nquit\n"), write, lang).run()
    printed = " ".join(write.getvalue().split())
    assert say(lang, words) in printed
    assert moment in printed


def test_what_a_letter_moved_leads_to_the_lines_of_its_effects():
    view = played(4, "embassy", TORCH).view("embassy")
    told = [(letter, each) for letter in view.inbox for each in moved_by(view, letter)]
    assert told
    for letter, each in told:
        at = int(re.search(r"\d+", str(each.get("at").get("lines")))[0])
        lines = read_shipped(TORCH).source.splitlines()
        head = next(n for n in range(at - 1, -1, -1) if re.fullmatch(r"  \w+:", lines[n]))
        assert lines[head] == f"  {letter.inject}:"


def test_a_story_leads_to_the_line_that_says_whom_it_hurts():
    view = played(1, "embassy", TORCH).view("embassy")
    for story in view.stories:
        assert stands_in(["narratives:", f"{story.narrative}:", "hurts:"], story.hurts_at.number)
        assert f"{story.hurts_at.number} " in why_paper(Tongue("en"), view, story, None)[1](60).plain
        assert [each.code for each in story_starts(story)] == ["why.start", "story.hurts_at"]
        on_one_line = replace(story, hurts_at=story.starts_at)
        assert [each.code for each in story_starts(on_one_line)] == ["why.start"]


def test_an_objective_and_a_red_line_lead_to_the_line_in_which_their_points_are_written():
    view, lines = played(1, "embassy", TORCH).view("embassy"), read_shipped(TORCH).source.splitlines()
    for key, aims in (("points", view.objectives), ("cap", view.red_lines)):
        assert aims
        for aim in aims:
            assert f"{key}: {aim.points}" in lines[aim.written.number - 1]


def sections():
    """Each heading of MODEL.md with all that stands under it, up to the next of its kind."""
    text = Path("docs/MODEL.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_each_rule_that_no_scenario_writes_names_the_section_that_explains_it():
    scenario, explained = read_shipped("ferry_rumour").scenario, sections()
    names = {"rule/control_lost": next(iter(scenario.teams))}
    codes = {}
    for name, kind in KINDS.items():
        if (name.startswith("rule/") or name == "limit") and kind.written is None:
            about = ["", names.get(name, next(iter(scenario.narratives)))]
            codes |= {say_it(scenario, about).code: name for say_it in (kind.say, kind.falls) if say_it}
    assert set(HEADINGS) == set(codes)
    for code, heading in HEADINGS.items():
        assert f"`{codes[code]}" in explained[heading], (code, heading)
    (told,) = behind(Reason(Message("cause.inbox"), 1.0))
    assert say("en", told) == "MODEL.md, “Feedback”"
    assert behind(Reason(Message("cause.unknown"), 1.0)) == ()
