"""Small things that a new player stumbled over: they stay mended."""

import asyncio
import io
import re
from dataclasses import replace

import pytest
from textual.content import Content

from engine.game.intents import Lay, Seal
from engine.game.view import Change, Reason
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.reader import find
from engine.text import Text
from tests.tui.idle import put
from tests.tui.screens import SMALL, WIDE, played, shown, table_of, teams_of
from tests.tui.test_plain import ROUND, play, table
from tests.tui.test_screens_room import lay_first, press
from tests.tui.test_screens_room import play as on_screens
from tui.app import GoldenHour
from tui.card_words import gone
from tui.joined import hidden_in, moved_of
from tui.plain.page import WIDTH, cells_of
from tui.plain.terminal import Terminal
from tui.screens.bulletin import BulletinScreen
from tui.screens.panels.reading import Reading
from tui.screens.room import RoomScreen
from tui.widgets.banner import in_lines
from tui.widgets.deck import entries, sorted_out
from tui.widgets.minute import minute_paper
from tui.widgets.moved import change_row, numbers_of, reaction
from tui.widgets.shelf import card_head
from tui.widgets.standing import Standing
from tui.widgets.typeset import listed, meter, paragraph
from tui.widgets.wording import Tongue

TEAM = teams_of()[0]
NOTHING = (("plain.nothing_moved", {}), ("screen.bulletin.moved_most", {"span": Text.of("")}))
CAUSE = Message.of("cause.limit")


def change(before, after, *amounts):
    reasons = tuple(Reason(CAUSE, amount) for amount in amounts)
    return Change("freedom", Message.of("meter.freedom"), before, after, reasons)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (15.4, 40.6, "15.4 → 40.6  (+25.2)"),
        (30.1, 60.1, "30 → 60  (+30)"),
        (0.2, 0.4, "0.2 → 0.4  (+0.2)"),
        (3.0, 3.01, "3 → 3  (0)"),
        (14.6, 15.4, "14.6 → 15.4  (+0.8)"),
    ],
)
def test_a_movement_is_told_in_numbers_that_add_up_and_hide_nothing(before, after, told):
    assert say("en", moved_of(change(before, after))) == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (5.6, 6.1, "5.6 → 6.1 +0.5"),
        (6.4, 5.9, "6.4 → 5.9 -0.5"),
        (6.0, 6.02, "6 → 6 ="),
        (6.0, 6.0, "6 → 6 ="),
        (5.4, 5.6, "5.4 → 5.6 +0.2"),
        (-0.04, 0.3, "0.0 → 0.3 +0.3"),
    ],
)
@pytest.mark.parametrize("width", [60, 120])
def test_a_row_hides_no_movement_by_rounding(before, after, told, width):
    tongue, moved = Tongue("en"), change(before, after)
    assert told in " ".join(change_row(tongue, moved, width, numbers_of(tongue, [moved])).plain.split())


def test_what_is_told_of_a_movement_agrees_with_itself():
    for hundredths in range(0, 4000, 7):
        before, after = hundredths / 100, (hundredths * 13 % 4001) / 100
        said = say("en", moved_of(change(before, after)))
        if "(" in said:
            first, last = (float(part) for part in said.split("(")[0].split("→"))
            assert abs(last - first - float(said.split("(")[1].rstrip(")"))) < 0.01
            assert abs(last - first - (after - before)) < 0.11  # and so with the tenths of its reasons


def test_reasons_too_small_to_be_shown_are_counted():
    assert hidden_in(change(0.0, 1.0, 1.0, 0.01, -0.02)) == 2
    _, printed = play(table(), [*ROUND * 3, "why freedom", "why credibility", "quit"])
    assert not re.search(r"(?m)^ +0\.0 ", printed)  # as an amount stands before its cause


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_time_before_the_crisis_is_no_turn_0(lang):
    word = {"en": "turn 0", "id": "giliran 0"}[lang]
    at = table(reading=find("last_bus_from_karath"), seats="ministry=human")
    lines = ["9a", "seal", "yes", "", "seal", "yes", "", "why register", "show", "quit"]
    _, printed = play(at, lines, lang)
    assert word not in printed.casefold()


def test_a_team_s_first_room_in_plain_mode_fits_three_screens():
    for name in ("last_bus_from_karath", "torch_and_supermarket", "after_the_wave", "comment_storm"):
        reading = find(name)
        at = table(reading=reading, seats=f"{next(iter(reading.scenario.teams))}=human")
        _, printed = play(at, ["quit"], "id")
        room = printed[printed.rindex("\n\n==", 0, printed.index("== Pengarahan ==")) :]
        assert len(room.splitlines()) <= 75, name


def test_headings_of_plain_mode_stay_within_the_width():
    write = io.StringIO()
    Terminal(io.StringIO(), write, "en").heading(Message.of("plain.silent", names=(Text.of("a long name " * 12),)))
    assert all(cells_of(line) <= WIDTH for line in write.getvalue().splitlines())


def test_the_head_of_the_odds_says_what_the_rows_below_hold():
    view = played(1, TEAM).view(TEAM)
    tongue = Tongue("en")
    uncertain = [each for each in view.choices if not each.odds.certain]

    def head(*known):
        odds = [replace(uncertain[0].odds, known=each == "known") for each in known]
        rows = [replace(uncertain[0], card=str(n), why_not=None, odds=each) for n, each in enumerate(odds)]
        return card_head(tongue, entries(rows), 77).plain

    assert "% works partly backfires" in head("known", "known")
    assert "% works" in head("band", "band")
    assert "partly" not in head("band", "band")
    assert "% works partly backfires" in head("known", "band")
    assert head("band").split()[-2:] == ["chance", "%"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_moved_it_is_said(lang):
    quiet = replace(played(1, TEAM).view(TEAM).bulletins[-1], changes=(change(3.0, 3.1),), orders=(), struck=())
    view = replace(played(1, TEAM).view(TEAM), bulletins=(replace(quiet, changes=()),))
    said, head = (say(lang, Message.of(code, **values)) for code, values in NOTHING)
    told = reaction(Tongue(lang), quiet.changes, (), Text.of(""), 76).plain
    assert said in told
    assert head not in told

    async def go():
        app = GoldenHour(None, lang)
        async with app.run_test(size=SMALL) as pilot:
            await put(pilot, BulletinScreen(app.tongue, view, {}, moving=False))
            await pilot.press("s")
            await pilot.pause()
            assert said in shown(app)

    asyncio.run(go())


def test_nothing_that_a_latecomer_must_know_is_cut():
    view = replace(table_of(TEAM).view(TEAM), brief=Text.of("word " * 120 + "last"))
    _, lay = minute_paper(Tongue("en"), view, ())
    assert "last" in lay(76).plain
    assert "…" not in lay(76).plain


def test_how_long_listening_counts_is_told():
    at = table_of(TEAM)
    rough = {(each.card, each.target, each.voice) for each in at.view(TEAM).choices if not each.odds.known}
    targets = {target for _, target, _ in rough}
    listen = next(each for each in at.view(TEAM).choices if each.form == "listen" and each.target in targets)
    at.apply(TEAM, Lay(TEAM, listen.card, listen.target, listen.voice))
    at.apply(TEAM, Seal(TEAM))
    heard = next(gauge for gauge in at.view(TEAM).gauges if gauge.until is not None)
    aimed = [
        each
        for each in at.view(TEAM).choices
        if each.odds.known and not each.odds.certain and (each.card, each.target, each.voice) in rough
    ]

    async def steps(app, pilot):
        await press(pilot, "3")
        app.screen.query_one(Standing).rows.mark(heard.meter)
        await press(pilot, "w")
        assert f"until turn {heard.until}" in " ".join(shown(app).split())

    on_screens(at, steps)
    assert aimed
    while at.view(TEAM).turn <= heard.until:
        now = {(each.card, each.target, each.voice): each.odds.known for each in at.view(TEAM).choices}
        assert all(now[each.card, each.target, each.voice] for each in aimed)
        at.apply(TEAM, Seal(TEAM))
    gauge = next(each for each in at.view(TEAM).gauges if each.meter == heard.meter)
    assert gauge.until is None
    now = {(each.card, each.target, each.voice): each.odds.known for each in at.view(TEAM).choices}
    assert not all(now[each.card, each.target, each.voice] for each in aimed)


def test_the_situation_is_told_in_whole_sentences():
    told = [Content("One answer is due."), Content("The hottest story is a rather long one.")]
    assert in_lines(told, 80, 1).plain == "One answer is due. The hottest story is a rather long one."
    assert in_lines(told, 40, 1).plain == "One answer is due."
    assert in_lines(told, 10, 1).plain.endswith("…")
    assert in_lines([], 10, 1).plain == ""


def test_enter_closes_what_was_read():
    async def steps(app, pilot):
        assert isinstance(app.screen, Reading)
        await press(pilot, "enter")
        assert isinstance(app.screen, RoomScreen)

    on_screens(table_of(TEAM), steps)


def test_what_is_about_to_be_sealed_can_be_copied():
    async def steps(app, pilot):
        await lay_first(app, pilot)
        await press(pilot, "s", "c")
        assert "Seal these decisions?" in app.clipboard
        assert "Copied" in shown(app)

    on_screens(played(1, TEAM), steps)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_every_region_says_which_key_opens_it(size):
    async def steps(app, pilot):  # noqa: ARG001 - nothing is pressed
        for key in "12345":
            assert any(line.lstrip().startswith(f"{key} ") or f" {key} " in line for line in shown(app).splitlines())

    on_screens(played(2, TEAM), steps, size)


def test_cards_that_have_had_their_time_stand_below_the_others():
    table = table_of("embassy", scenario="torch_and_supermarket")
    once = next(each for each in table.view("embassy").choices if each.once and each.why_not is None)
    table.apply("embassy", Lay("embassy", once.card, once.target, once.voice))
    table.apply("embassy", Seal("embassy"))
    deck = sorted_out(entries(table.view("embassy").choices), "all", "", Tongue("en"))
    have_gone = [gone(entry.choices) for entry in deck]
    assert once.card in {entry.card for entry in deck if gone(entry.choices)}
    assert have_gone == sorted(have_gone)


@pytest.mark.parametrize("width", [78, 116])
def test_no_name_of_a_meter_is_cut_where_every_number_is_told(width):
    table = played(2, "embassy", "torch_and_supermarket")
    tongue, changes = Tongue("id"), table.view("embassy").bulletins[-1].changes
    for each in changes:
        told = change_row(tongue, each, width, numbers_of(tongue, changes))
        row = " ".join(told.plain.split())
        assert all(word in row for word in tongue.plain(each.name).split())
        assert max(line.cell_length for line in told.split()) <= width


@pytest.mark.parametrize("width", range(9, 30))
def test_parts_that_stand_on_two_lines_are_parted_by_these_and_by_no_dot(width):
    told = listed([Content.styled(part, "bold") for part in ("Opinion 30", "Control 73", "Integrity 32")])
    lines = [line.plain.rstrip() for line in paragraph(told, width)]
    assert not any(line.startswith("·") or line.endswith("·") for line in lines)
    assert " ".join(lines).replace(" · ", " ") == told.plain.replace(" · ", " ")


def test_a_bar_is_never_empty_where_there_is_anything():
    assert [meter(share, 6).plain.count("█") for share in (0, 0.01, 0.5, 1)] == [0, 1, 3, 6]
