import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from engine.game.conduct import Accepted
from engine.game.intents import Lay, Seal
from engine.game.needs import unmarked
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.reader import read_text
from engine.scenario.shelf import shipped_ids
from engine.text import Text
from tests.game.test_needs import clear_words
from tests.tui.screens import poisoned, shipped, table_of, teams_of
from tui import handouts
from tui.facilitator import slips
from tui.handouts import handout
from tui.plain.cards import listed, pick
from tui.plain.page import WIDTH, cells_of
from tui.words import told

LARGE = "comment_storm"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("team", teams_of(LARGE))
def test_a_handout_names_every_card_and_target_by_what_the_umpires_grid_takes(lang, team):
    table = table_of(*teams_of(LARGE), scenario=LARGE)
    view = table.view(team)
    sheet = handout(view, lang)
    words = " ".join(" ".join(sheet).split())
    for card in listed(view):
        assert any(row.startswith(f"{card.number:>4}  ") for row in sheet)
        for choice in card.choices:
            mark = card.mark(choice)
            assert len(card.choices) == 1 or f"{mark} {told(lang, choice.target_name or choice.name)}" in words
            assert slips.read(table, lang, team, mark)[0].choice == pick(view, lang, mark) == choice
    shown = {card.number for card in listed(view)}
    assert not view.unsorted
    assert sorted([*shown, *view.unheard]) == [*range(1, len(table.scenario.teams[team].holds) + 1)]
    for number in view.unheard:
        assert say(lang, Message.of("handout.unheard", numbers=(Text.of(str(number)),))) in words
        assert slips.read(table, lang, team, f"{number}")[0].wrong == Message.of("plain.card_unheard", number=number)
    assert bool(view.unheard) == (team == "coordinators")
    beyond = max(shown) + 1
    assert slips.read(table, lang, team, f"{beyond}")[0].wrong == Message.of(
        "plain.no_card", number=beyond, last=beyond - 1
    )
    assert max(map(cells_of, sheet)) <= WIDTH


def test_the_letter_of_a_target_stays_what_it_was_whatever_is_heard_of_later():
    table, marks = table_of("bloggers", scenario=LARGE), []
    while not table.ended:
        cards = listed(table.view("bloggers"))
        several = [(card, each) for card in cards if len(card.choices) > 1 for each in card.choices]
        marks.append({(each.card, each.target, each.voice): card.mark(each) for card, each in several})
        table.apply("bloggers", Seal("bloggers"))
    for before, after in pairwise(marks):
        assert {key: after.get(key) for key in before} == before
    assert len(marks[-1]) > len(marks[0])


def with_comments_by_name(scenario):
    """A shipped scenario in which one answers none but two classes of comments, which look like others."""
    text = Path(f"scenarios/{scenario}.yaml").read_text(encoding="utf-8")
    by_name = text.replace("target: {comments: any}", "target: {comments: [honest_questions, jokes]}", 1)
    assert by_name != text
    return read_text(by_name.encode(), f"{scenario}.yaml")


def test_a_card_for_comments_that_are_not_sorted_is_said_to_be_one_and_not_of_which_nobody_has_heard():
    table = table_of("unit", scenario=LARGE, read=with_comments_by_name)
    view = table.view("unit")
    (number,) = view.unsorted
    assert number not in view.unheard
    assert number not in {card.number for card in listed(view)}
    for lang in LANGUAGES:
        why = Message.of("plain.card_unsorted", number=number)
        assert pick(view, lang, str(number)) == why == slips.read(table, lang, "unit", str(number))[0].wrong
        words = " ".join(" ".join(handout(view, lang)).split())
        assert say(lang, Message.of("handout.unsorted", numbers=(Text.of(str(number)),))) in words
    for intent in (Seal("unit"), Lay("unit", "sort_the_flood"), Seal("unit")):
        assert isinstance(table.apply("unit", intent), Accepted)
    assert table.view("unit").unsorted == ()
    assert "answer_comments" in {card.first.card for card in listed(table.view("unit"))}


def test_a_handout_tells_the_brief_and_the_aims_and_no_odds():
    view = table_of(*teams_of(LARGE), scenario=LARGE).view("embassy")
    words = " ".join(" ".join(handout(view, "en")).split())
    assert " ".join(view.brief.in_language("en").split()) in words
    for aim in (*view.objectives, *view.red_lines):
        assert " ".join(told("en", aim.text).split()) in words
    assert "%" not in words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scenario", shipped_ids())
def test_a_card_that_is_not_open_yet_is_marked_and_says_what_must_come_first(scenario, lang):
    marked = 0
    table = table_of(*teams_of(scenario), scenario=scenario)
    for team in teams_of(scenario):
        view = table.view(team)
        sheet = handout(view, lang)
        cards = listed(view)
        starts = [next(n for n, row in enumerate(sheet) if row.startswith(f"{card.number:>4}  ")) for card in cards]
        for card, at in zip(cards, starts, strict=True):
            end = min((n for n in range(at + 1, len(sheet)) if n in starts or not sheet[n]), default=len(sheet))
            below = " ".join(" ".join(sheet[at:end]).split())
            locked = shipped(scenario).scenario.cards[card.first.card].locked
            marked += locked
            assert (say(lang, Message.of("refused.locked_card")) in below) is locked
            if all(choice.why_not and choice.why_not.code == "refused.needs" for choice in card.choices):
                assert " ".join(say(lang, unmarked(card.first.why_not)).split()) in below
    assert marked or scenario == "first_hour"


def test_what_stands_in_the_way_for_one_turn_only_is_not_printed():
    view = table_of(*teams_of(LARGE), scenario=LARGE).view("embassy")
    for code in ("refused.hours", "refused.full"):
        dear = Message.of(code, need=9, left=1, n=3)
        later = replace(view, choices=tuple(replace(each, why_not=dear) for each in view.choices))
        opened = replace(view, choices=tuple(replace(each, why_not=None) for each in view.choices))
        assert handout(later, "en") == handout(opened, "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_card_says_what_it_is_and_whether_it_is_for_the_time_before_the_crisis(lang):
    cards = shipped(LARGE).scenario.cards
    seen = set()
    for team in teams_of(LARGE):
        view = table_of(*teams_of(LARGE), scenario=LARGE).view(team)
        sheet = handout(view, lang)
        starts = [n for n, row in enumerate(sheet) if re.match(r" {1,3}\d{1,3}  ", row)]
        for card, at, end in zip(listed(view), starts, [*starts[1:], len(sheet)], strict=True):
            below = " ".join(" ".join(sheet[at:end]).split())
            assert card.first.text is None or " ".join(told(lang, card.first.text).split()) in below
            when, shut = cards[card.first.card].peacetime, card.first.why_not
            assert (say(lang, Message.of("handout.before_only")) in below) is (when == "only")
            late = when == "no" and shut.code == "refused.crisis"
            assert (say(lang, Message.of("handout.not_before")) in below) is late
            seen.add((when, late))
    assert {("only", False), ("also", False), ("no", True)} <= seen


def test_what_a_card_needs_stands_on_paper_without_what_of_it_is_met():
    view = clear_words().view("embassy")
    (card,) = (each for each in listed(view) if each.first.card == "joint_inspection")
    assert [choice.why_not.get("needs").get("right").code for choice in card.choices] == ["need.met"]
    words = " ".join(" ".join(handout(view, "en")).split())
    assert "Needed: “The cargo list is public”; Policy clarity: Embassy of Samudra at least 45." in words


def test_a_handout_tells_the_limit_of_orders_and_that_the_first_round_comes_before_the_crisis():
    calm = say("en", Message.of("handout.peacetime"))
    for scenario, peaceful in ((LARGE, True), ("first_hour", False)):
        team = teams_of(scenario)[0]
        view = table_of(*teams_of(scenario), scenario=scenario).view(team)
        words = " ".join(" ".join(handout(view, "en")).split())
        assert f"at most {view.purse.slots_left} orders a round" in words
        assert (calm in words) is peaceful


def test_each_sheet_begins_on_a_new_page(capsys):
    assert handouts.run(LARGE, "en") == 0
    pages = capsys.readouterr().out.split("\f")
    assert len(pages) == len(teams_of(LARGE))
    assert all(page.startswith("== ") for page in pages)


def test_only_the_team_that_is_asked_for_is_printed(capsys):
    assert handouts.run(LARGE, "en", "embassy") == 0
    alone = capsys.readouterr().out
    assert handouts.run(LARGE, "en") == 0
    everybody = capsys.readouterr().out
    assert alone in everybody
    briefs = [table_of(scenario=LARGE).view(team).brief.in_language("en") for team in shipped(LARGE).scenario.teams]
    first = [" ".join(brief.split())[:40] for brief in briefs]
    assert [start in " ".join(alone.split()) for start in first].count(True) == 1
    assert all(start in " ".join(everybody.split()) for start in first)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_cards_that_open_later_stand_on_a_sheet_of_their_own_and_their_names_on_no_teams(lang, capsys):
    sheets = {}
    for later in (False, True):
        assert handouts.run(LARGE, lang, later=later) == 0
        sheets[later] = capsys.readouterr().out
    assert max(map(cells_of, sheets[True].split("\n"))) <= WIDTH
    table, squeezed = table_of(scenario=LARGE), {later: " ".join(sheet.split()) for later, sheet in sheets.items()}
    (number,) = table.view("coordinators").unheard
    first, *others = (each for each in table.unopened("coordinators") if each.number == number)
    for words in (told(lang, first.name), " ".join(told(lang, first.text).split())):
        assert [words in squeezed[later] for later in (False, True)] == [False, True]
    cut = sheets[True].split(handouts._CUT)
    assert f"{number:>4}  {told(lang, first.name)}" in cut[1]
    for choice in (first, *others):
        story = told(lang, table.scenario.narratives[choice.target].name)
        assert story in " ".join(cut[0].split())  # for the facilitator, outside of what is cut out
        assert story not in " ".join(cut[1].split())
        assert story not in squeezed[False]


def test_a_crisis_without_such_cards_says_so_and_the_comments_that_are_sorted_have_their_slip(capsys):
    assert handouts.run("ferry_rumour", "en", later=True) == 0
    assert say("en", Message.of("handout.all_open")) in capsys.readouterr().out
    assert handouts.run("comment_storm", "en", "embassy", later=True) == 0
    alone = " ".join(capsys.readouterr().out.split())
    assert (
        say("en", Message.of("handout.all_open_of", team=table_of(scenario="comment_storm").view("embassy").called))
        in alone
    )
    assert say("en", Message.of("handout.all_open")) not in alone
    table = table_of("unit", scenario=LARGE, read=with_comments_by_name)
    words = " ".join(" ".join(handouts.opening_later(table, ["unit"], "en")).split())
    assert say("en", Message.of("handout.opens_sorted")) in words


def test_a_team_that_there_is_not_is_named_among_those_that_there_are(capsys):
    assert handouts.run(LARGE, "en", "embasy") == 2
    complaint = capsys.readouterr().err
    assert "embasy" in complaint
    assert all(team in complaint for team in teams_of(LARGE))


def test_hostile_words_reach_no_printer():
    view = poisoned(table_of(*teams_of(LARGE), scenario=LARGE).view("embassy"))
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "".join(handout(view, "en")))
