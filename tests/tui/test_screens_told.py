import asyncio
from dataclasses import replace

import pytest

from engine.game.intents import Lay, Seal
from engine.game.view import Change, Reason
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.idle import put
from tests.tui.scenes import SCENES, TEAM, at
from tests.tui.screens import SMALL, WIDE, played, shown, table_of, teams_of
from tui.adding import ROUNDING, tenths_moved
from tui.app import GoldenHour
from tui.joined import carrying, strongest
from tui.plain import bulletin as lines
from tui.plain.cards import pick
from tui.plain.result import sides as plain_sides
from tui.review import at_the_end
from tui.screens.bulletin import BulletinScreen
from tui.screens.handover import HandOverScreen
from tui.screens.room import RoomScreen
from tui.widgets.documents import objectives, red_line
from tui.widgets.moved import change_row, numbers_of, reaction
from tui.widgets.names import BECAME, outcome
from tui.widgets.played import Shown, order_page
from tui.widgets.played_papers import past_paper, played_brief
from tui.widgets.scores import all_revealed, teams
from tui.widgets.scores import sides as all_sides
from tui.widgets.standing import gauge_row, headed, taken_beside
from tui.widgets.wording import Tongue

FIRST, SECOND = teams_of()[:2]
NO_CAUSES = (Message("cause.limit"), ROUNDING)
TONGUE = Tongue("en")


def squeezed(content):
    return " ".join(content.plain.split())


@pytest.fixture(scope="module")
def ended():
    table = played(8, FIRST)
    yield table.view(FIRST)
    table.close()


@pytest.fixture(scope="module")
def view():
    table = played(2, FIRST)
    yield table.view(FIRST)
    table.close()


def lay_and_seal(table, team):
    for choice in table.view(team).choices:
        if choice.why_not is None:
            table.apply(team, Lay(team, choice.card, choice.target, choice.voice))
    table.apply(team, Seal(team))


def test_after_the_hand_over_a_team_reads_first_what_came_of_its_own_orders():
    table = table_of(FIRST, SECOND)
    lay_and_seal(table, FIRST)
    lay_and_seal(table, SECOND)

    async def go():
        app = GoldenHour(table, "en")
        async with app.run_test(size=SMALL) as pilot:
            for team in (FIRST, SECOND):
                await pilot.pause()
                assert isinstance(app.screen, HandOverScreen)
                await pilot.press("enter")
                await pilot.pause()
                told = app.screen
                assert isinstance(told, BulletinScreen)
                assert told._view.team == team
                own = [order for order in told._orders if order.team == team]
                assert own
                assert told._orders[: len(own)] == tuple(own)
                await pilot.press("s", "s")
                await pilot.pause()
                assert isinstance(app.screen, RoomScreen)
                assert app.screen._view.team == team
                await pilot.press("s", "y")

    asyncio.run(go())
    table.close()


def test_all_orders_are_told_and_none_is_skipped(view):
    order = view.bulletins[0].orders[0]
    orders = tuple(replace(order, card_name=Text.of(f"Card {n}"), weight=float(-n)) for n in range(7))
    many = replace(view, bulletins=(replace(view.bulletins[0], orders=orders),))

    async def go():
        app = GoldenHour(None, "en")
        async with app.run_test(size=SMALL) as pilot:
            await put(pilot, BulletinScreen(TONGUE, many, {}, moving=False))
            screen, seen = app.screen, []
            if order.team != view.team:
                assert len(screen._told) == 3
            screen._told = screen._orders[:3]
            seen.append(screen._order)
            for key in ("a", "enter", "enter", "a", "enter", "enter"):
                await pilot.press(key)
                await pilot.pause()
                seen.append(screen._order)
        assert seen == list(screen._orders)

    asyncio.run(go())


def test_at_endex_every_red_line_is_shown_whole_with_what_it_costs(ended):
    for width in (74, 114):
        told = squeezed(all_revealed(TONGUE, ended.result.teams, width))
        lines = [line for team in ended.result.teams for line in team.red_lines]
        assert told.count("caps the side at") == sum(bool(line.reached) for line in lines) < len(lines)
        for team in ended.result.teams:
            whole = squeezed(all_revealed(TONGUE, [team], 74))
            for line in team.red_lines:
                assert TONGUE.plain(line.text) in whole
    assert "…" not in told


def test_a_red_line_bears_the_sign_of_danger_until_it_is_known_to_be_kept(ended):
    line = ended.result.teams[0].red_lines[0]
    signs = {
        crossed: red_line(TONGUE, replace(line, reached=crossed), 74)[0].plain[0] for crossed in (None, True, False)
    }
    assert signs == {None: "▬", True: "▬", False: "✓"}
    for crossed, word in ((True, "red line crossed"), (False, "red line kept")):
        told = " ".join(part.plain for part in red_line(TONGUE, replace(line, reached=crossed), 74))
        assert word in " ".join(told.split())


def test_the_strongest_causes_come_first_whatever_their_sign_and_the_others_are_told_as_an_amount(view):
    change = max((each for told in view.bulletins for each in told.changes), key=lambda each: len(each.reasons))
    found = [abs(reason.amount) for reason in carrying(change) if reason.cause not in NO_CAUSES]
    assert found == sorted(found, reverse=True)
    assert len(found) > 3
    numbers = numbers_of(TONGUE, [change])
    for width in (76, 116):
        assert "more" in change_row(TONGUE, replace(change, reasons=change.reasons * 3), width, numbers).plain
        assert max(line.cell_length for line in change_row(TONGUE, change, width, numbers).split("\n")) <= width


@pytest.mark.parametrize("most", [2, 3, 4])
def test_the_causes_that_are_told_explain_the_number_and_one_that_works_against_it_is_among_them(view, most):
    for change in (each for told in view.bulletins for each in told.changes):
        shown, left, rest = strongest(change, most)
        assert round(10 * (sum(each.amount for each in shown) + rest)) == tenths_moved(change)
        causes = [each for each in carrying(change) if each.cause not in NO_CAUSES]
        assert (left == 0) == (len(causes) <= most + 1)
        assert {each.amount > 0 for each in shown} >= {each.amount > 0 for each in causes}


@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("against", [(), (12.0,)])
def test_what_goes_beyond_the_end_of_a_scale_is_told_as_such_and_never_among_the_others(most, against):
    moving = [Reason(Message.of("cause.card.plain", card=Text.of(str(n))), -float(n)) for n in range(20, 14, -1)]
    moving += [Reason(Message("cause.inbox"), each) for each in against]
    beyond = Reason(Message("cause.limit"), 10.0)
    amount = sum(each.amount for each in (*moving, beyond))
    change = Change("m", Text.of("Backlog"), amount, 0.0, (*moving, beyond))
    shown, left, rest = strongest(change, most)
    assert beyond in shown
    assert left == len(moving) + 1 - len(shown)
    assert sum(each.amount for each in shown) + rest == pytest.approx(amount)


@pytest.mark.parametrize(("scores", "is_said"), [((22, 22), True), ((23, 22), False)])
def test_who_won_by_less_than_is_shown_is_said(ended, scores, is_said):
    named = zip(ended.result.sides[:2], scores, (True, False), strict=True)
    result = replace(ended.result, sides=tuple((name, score, won) for (name, *_), score, won in named))
    said = say("en", Message.of("result.narrowly", side=result.sides[0][0]))
    assert (said in " ".join(all_sides(Tongue("en"), result, 76).plain.split())) == is_said
    assert (said in " ".join(" ".join(plain_sides(result, "en")).split())) == is_said


def test_opinion_of_others_stands_under_the_name_of_its_side_and_no_name_is_cut(view):
    headings = [TONGUE.plain(heading) for heading, _ in headed(view.gauges, "others")]
    assert len(headings) == len(set(headings)) == len({line.side for line in view.table}) - 1
    taken = taken_beside(TONGUE, view.gauges, view.turn)
    for gauge in view.gauges:
        assert "…" not in gauge_row(TONGUE, gauge, view.turn, 40, taken).plain


def test_plain_mode_tells_a_team_what_came_of_its_own_orders(view):
    told = " ".join(lines.own_orders(view, "en"))
    mine = [order for each in view.bulletins for order in each.orders if order.team == FIRST]
    assert mine
    assert all(order.card_name.in_language("en") in " ".join(told.split()) for order in mine)


def test_plain_mode_knows_no_target_z_and_says_so(view):
    found = pick(view, "en", "4z")
    assert isinstance(found, Message)
    assert found.code == "plain.no_target"


def test_the_front_page_of_each_side_stands_before_the_table_and_is_skipped():
    async def look(app, pilot):
        for page in app.screen._view.front:
            assert app.tongue.plain(page.paper) in shown(app)
        await pilot.press("c")
        assert app.tongue.plain(app.screen._view.front[0].headline) in app.clipboard
        await pilot.press("s")
        await pilot.pause()
        assert app.screen.query_one("#moved").display

    at(SCENES["front"], look)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [40, 56, 64, 66])
def test_the_draw_is_told_on_one_line_wherever_it_lands(lang, width):
    order = next(each for each in played(1, FIRST).view(FIRST).bulletins[0].orders if each.roll is not None)
    for roll in range(101):
        outcome = "backfire" if roll < order.backfire else "success"
        told = replace(order, roll=roll, outcome=outcome)
        page = order_page(Tongue(lang), told, Shown(1), width).plain
        assert max(len(line) for line in page.splitlines()[:6]) <= width
        words = say(lang, Message.of("screen.bulletin.draw", n=roll))
        assert any(words in line and "▲" in line for line in page.splitlines())


def test_values_end_in_one_column_whatever_stands_behind_them(view):
    taken = taken_beside(TONGUE, view.gauges, view.turn)
    for width in (40, 62):
        rows = [gauge_row(TONGUE, gauge, view.turn, width, taken).plain.split("\n")[0] for gauge in view.gauges]
        ends = {
            row.index(f"{gauge.value} ", 12) + len(str(gauge.value))
            for gauge, row in zip(view.gauges, rows, strict=True)
        }
        assert len(ends) == 1


def test_why_on_the_page_of_an_order_tells_its_own_odds_first():
    table = table_of(FIRST)
    while not any(order.terms for each in table.view(FIRST).bulletins for order in each.orders):
        lay_and_seal(table, FIRST)

    async def go():
        app = GoldenHour(None, "en")
        async with app.run_test(size=WIDE) as pilot:
            view = table.view(FIRST)
            screen = BulletinScreen(TONGUE, view, {}, moving=True)
            await put(pilot, screen)
            while screen._order is None or not screen._order.terms:
                await pilot.press("enter")
            order, turn = screen._order, screen._turns[screen._page].turn
            await pilot.press("w")
            await pilot.pause()
            told = shown(app)
            odds = f"Odds in turn {turn}: success {order.success} %, partial success {order.partial} %"
            assert odds in told
            assert told.index(odds) < told.index(say("en", order.terms[0].reason)) < told.index("What moved most")
            assert screen.query_one("#order").landed

    asyncio.run(go())
    told = "\n".join(lines.own_orders(table.view(FIRST), "en"))
    assert "What made the odds: " in told
    others = [order for each in table.view(None).bulletins for order in each.orders]
    assert others
    assert not any(order.terms for order in others)
    table.close()


def test_pages_of_several_turns_come_turn_by_turn_and_many_have_a_number_for_dots(view):
    order = replace(view.bulletins[0].orders[0], team="another")
    told = [replace(view.bulletins[0], turn=n, orders=(replace(order, weight=float(n)),) * 4) for n in (3, 1, 2)]
    mine = (replace(order, team=view.team, weight=9.0),)
    many = replace(view, bulletins=(*told, replace(view.bulletins[0], turn=1, orders=mine)))

    async def go():
        app = GoldenHour(None, "en")
        async with app.run_test(size=WIDE) as pilot:
            screen = BulletinScreen(TONGUE, many, {}, moving=False)
            await put(pilot, screen)
            assert [each.turn for each in screen._turns] == [1, 3, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]
            assert "●" in shown(app)
            await pilot.press("a")
            await pilot.pause()
            assert "●" not in shown(app)
            assert "Page 2 of 16" in shown(app)
            assert "Order 2 of 13" in shown(app)

    asyncio.run(go())


def test_at_endex_every_bulletin_can_be_read_again_and_the_own_risk_is_among_the_trends(ended):
    said_once = say("en", ended.past[0].front[0].headline)

    async def look(app, pilot):
        await pilot.press("b")
        await pilot.pause()
        told = squeezed(app.screen.marked_words())
        view = app.screen_stack[-2]._view
        assert view.past
        for turn in view.past:
            assert all(TONGUE.plain(order.card_name) in told for each in turn.bulletins for order in each.orders)
        await pilot.press("escape")
        own = {curve.meter: curve for curve in view.curves}
        assert {"risk", f"{TEAM}.credibility"} <= own.keys()
        assert own["risk"].points[-1].turn > 1

    at(SCENES["deeds"], look)
    assert said_once in squeezed(past_paper(TONGUE, ended)[1](100))
    risky = [at_the_end(ended, [replace(ended, team=team) for team in (FIRST, SECOND)]).curves]
    assert ended.curves
    assert len({curve.meter for curve in risky[0]}) == len(risky[0])


def test_a_poll_that_was_bought_says_where_its_result_will_stand():
    table = table_of("ministry", scenario="torch_and_supermarket")
    poll = next(each for each in table.view("ministry").choices if each.card == "commission_poll")
    table.apply("ministry", Lay("ministry", poll.card, poll.target, poll.voice))
    table.apply("ministry", Seal("ministry"))
    view = table.view("ministry")
    (bought,) = [order for each in view.bulletins for order in each.orders if order.asks]
    result = say("en", Message.of("screen.bulletin.asked"))
    assert bought.card == poll.card
    page = squeezed(order_page(TONGUE, bought, Shown(1), 100))
    assert result in page
    assert "No effect" not in page
    assert result in " ".join(" ".join(lines.own_orders(view, "en")).split())
    assert not any(order.asks for each in table.view(None).bulletins for order in each.orders)
    table.close()


def test_beside_a_page_stands_what_else_is_told_and_what_came_of_each_order_that_was():
    async def look(app, pilot):
        screen = app.screen

        def beside():
            return screen.query_one("#agenda").visual.at(32).plain

        names = [app.tongue.plain(order.card_name) for order in screen._told]
        became = [app.tongue.plain(BECAME[order.outcome]) for order in screen._told]
        assert f"▸ {names[0]}" in beside()
        assert not any(each in beside() for each in became)
        while screen._order:
            await pilot.press("enter")
        assert "▸ The reaction" in beside()
        assert [line.strip() for line in beside().split("\n") if line.strip() in became] == became

    at(SCENES["bulletin"], look, size=WIDE)


def test_on_the_page_of_the_reaction_no_name_is_cut():
    name = Text.of("What the public expects of the Embassy of Samudra in Velmar and of nobody else at all")
    change = Change("m", name, 40.0, 50.0, (Reason(Message.of("cause.poll"), 10.0),))
    told = reaction(TONGUE, [change], [], Message.of("span.before"), 60).plain
    assert str(name) in " ".join(told.replace("40", "").replace("→", "").replace("50", "").replace("+10", "").split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_end_of_a_scale_took_is_told_right_below_what_an_order_did(view, lang):
    order = next(each for told in view.bulletins for each in told.orders if each.changes)
    name = Text.of("Backlog")
    order = replace(order, asks=False, changes=((name, -16.0), (Text.of("Net"), 3.0)), beyond=((name, 9.5),))
    rows = order_page(Tongue(lang), order, Shown(1), 120).plain.splitlines()
    at = next(n for n, row in enumerate(rows) if "Backlog" in row)
    assert rows[at + 1].strip() == say(lang, Message.of("screen.bulletin.beyond", n=9.5))
    assert "Net" in rows[at + 2]
    plain = " ".join(" ".join(lines._played(1, order, lang)).split())
    assert say(lang, Message.of("plain.beyond", name=name, n=9.5)) in plain


@pytest.mark.parametrize("width", range(40, 90, 3))
def test_what_became_of_an_order_is_broken_over_no_line(width):
    tongue = Tongue("id")
    orders = [order for each in played(2, TEAM).view(TEAM).bulletins for order in each.orders]
    assert orders
    for order in orders:
        first, *more = [line.plain for line in played_brief(tongue, order, width)]
        assert any(tongue.plain(outcome(order.outcome)) in line for line in (first, *more))
        assert all(line.startswith("  ") for line in more)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_team_without_aims_is_told_so_and_no_bare_heading_stands_anywhere(ended, lang):
    tongue, none = Tongue(lang), say(lang, Message.of("screen.objectives.none"))
    assert none in objectives(tongue, (), (), 74).plain
    bare = [replace(team, objectives=(), red_lines=()) for team in ended.result.teams]
    assert all_revealed(tongue, bare, 74).plain.count(none) == len(bare)
    assert none not in all_revealed(tongue, ended.result.teams, 74).plain


@pytest.mark.parametrize(("many", "code"), [(1, "screen.result.own"), (2, "screen.result.people")])
def test_several_teams_that_people_played_are_not_called_one_team_of_yours(ended, many, code):
    own = [team.team for team in ended.result.teams][:many]
    told = teams(TONGUE, ended.result.teams, own, 80).plain
    assert say("en", Message.of(code)) in told
    assert told.count("\u25b8") == many + 1
