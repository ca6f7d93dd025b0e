"""The facilitator line by line: turns that are closed, taken back, and branched from."""

from dataclasses import replace

import pytest

from engine.game.answers import Accepted
from engine.game.drafts import Moves, Worded, composed_draft, reworded_draft
from engine.game.intents import FACILITATOR, Conduct, Seal
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.rounds import turn_noun
from tests.tui.chairs import PIN
from tests.tui.test_plain_facilitator import FIRST, SECOND, flat, play, play_at, sitting, words
from tui.facilitator.chair import Chair
from tui.facilitator.closing import doubt_of_closing
from tui.facilitator.losing import lost


def test_a_turn_is_taken_back():
    table = sitting(3)
    play(table, "facilitator", "back", "2", "fresh", "yes", "leave", "quit")
    assert table.match.turn == 2
    assert table.match.takes == {2: 1}


@pytest.mark.parametrize(("lines", "turn", "is_told"), [(["resolve", "yes", ""], 4, True), (["leave"], 3, False)])
def test_a_turn_that_was_taken_back_and_closed_anew_is_told(lines, turn, is_told):
    table = sitting(3)
    printed = play(table, "facilitator", "back", "3", "", "yes", *lines, "quit")
    assert table.match.turn == turn
    assert (words("plain.bulletin") in printed) == is_told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_before_a_turn_is_taken_back_it_is_said_whose_sealed_tray_is_lost(lang):
    table = sitting(1)
    table.apply(FIRST, Seal(FIRST))
    turn, word = table.match.turn, words("action.rewind.word", lang)
    chair, leave, no, yes = (words(f"action.{each}.word", lang) for each in ("chair", "leave_chair", "no", "yes"))
    printed = play_at(chair, table, chair, word, "", "", no, leave, words("action.quit.word", lang), lang=lang)
    teams = (table.view(FIRST).team_name,)
    lost = (Message.of("rewind.sealed", teams=teams),)
    assert flat(words("rewind.sure", lang, lost=lost)) in flat(printed)
    assert FIRST in table.match.sealed
    play_at(chair, table, chair, word, "", "", yes, leave, words("action.quit.word", lang), lang=lang)
    assert (table.match.turn, FIRST in table.match.sealed) == (turn, False)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_before_a_turn_is_taken_back_every_inject_that_goes_with_it_is_named(lang):
    table = sitting()
    chair, (held, reworded, undone) = Chair(table), (entry.inject for entry in table.console().msel)
    draft = Worded({"en": "Storm", "id": "Badai"}, {"en": "It blows", "id": "Angin kencang"}, {}, "all", turn=5)
    other = replace(draft, name={"en": "Calm", "id": "Tenang"}, turn=None)
    meter = table.console().dials[0].meter
    why = Worded({"en": "As agreed"}, {"en": "As agreed"}, {}, "nobody")
    chair.set_clock(20)
    for done in (
        chair.hold(held),
        chair.rule(composed_draft(table.scenario, draft, ())),
        chair.rule(reworded_draft(table.scenario, reworded, other)),
        chair.rule(composed_draft(table.scenario, why, [Moves(meter, 1)])),
        chair.skip(undone),
        chair.retract(),
    ):
        assert done.wrong is None
    told, name = say(lang, lost(chair, table.match.turn)), {e.inject: e.name for e in table.console().msel}
    for code, title in (
        ("added", draft.name[lang]),
        ("reworded", other.name[lang]),
        ("ruled", say(lang, Message.of("rewind.title", title=name[held]))),
    ):
        assert title in told
        assert words(f"rewind.{code}", lang, titles=()).split(" (")[0] in told
    assert str(name[undone].in_language(lang)) not in told
    assert "As agreed" not in told
    assert words("rewind.directed", lang, turn=turn_noun(table.match.turn)) in told
    assert "20:00" in told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("pace", ["full", "short"])
def test_before_a_turn_is_closed_it_is_said_which_turns_run_by_after_it(pace, lang):
    table = sitting(pace=pace)
    while not table.ended:
        doubt, turn, rounds = doubt_of_closing(Chair(table)), table.match.turn, table.console().rounds
        following = min((each for each in rounds if each > turn), default=None)
        assert (doubt.code == "console.resolve_runs_by") == (following != turn + 1)
        if following is None:
            ends = doubt.get("runs_by")
            assert ends.code == f"console.runs_by.{'ends' if turn == table.match.book.turns else 'last'}"
        elif following > turn + 1:
            assert f" {following}" in say(lang, doubt)
            several = turn + 2 < following
            assert doubt.get("runs_by").get("turns").code == f"console.runs_by.turn{'s' if several else ''}"
        assert isinstance(table.apply(FIRST, Seal(FIRST)), Accepted)
        assert table.view(FIRST).team_name.in_language(lang) not in say(lang, doubt_of_closing(Chair(table)))
        table.apply(SECOND, Seal(SECOND))
        assert table.match.turn == (following or table.match.book.turns + 1) or table.ended


def test_an_exercise_that_has_ended_is_taken_back_and_goes_on():
    table = sitting(9)
    assert table.ended
    printed = play(table, "facilitator", "back", "4", "", "yes", "leave", "quit")
    assert table.match.turn == 4
    assert words("plain.hand_over", team=table.view(FIRST).team_name) in printed


def test_a_branch_goes_on_in_a_save_of_its_own(tmp_path):
    table = sitting(3, save=tmp_path / "evening.ghx")
    printed = play(table, "facilitator", "branch", "2", "", "leave", "quit")
    (other,) = set(tmp_path.glob("*.ghx")) - {tmp_path / "evening.ghx"}
    assert other.name in flat(printed).replace(" ", "")
    assert table.match.turn == 4


@pytest.mark.parametrize("then", [("leave", "quit"), ("note behind a branch", "quit"), ()])
def test_whoever_leaves_after_a_branch_is_told_how_to_go_on_with_it(then, tmp_path):
    table = sitting(3, save=tmp_path / "evening.ghx")
    printed = play(table, "facilitator", "branch", "2", "", *then)
    (other,) = set(tmp_path.glob("*.ghx")) - {tmp_path / "evening.ghx"}
    assert other.name in printed.rpartition(" resume ")[2]


def test_a_conducted_turn_waits_until_the_facilitator_closes_it():
    table = sitting()
    table.apply(FACILITATOR, Conduct(on=True))
    printed = play(table, "", "seal", "yes", "", "seal", "yes", "", "", "quit")
    assert words("waiting.title") in printed
    assert table.match.turn == 1
    table = sitting(pace="short")
    following = min(table.match.later)
    table.apply(FACILITATOR, Conduct(on=True))
    printed = play(table, "", "seal", "yes", "", "seal", "yes", "resolve", PIN, "", "quit")
    assert table.match.turn == following > 2
    code = "turn" if following == 3 else "turns"
    ran_by = Message.of(f"console.runs_by.{code}", first=2, last=following - 1)
    assert flat(words("console.ran_by", turns=ran_by)) in flat(printed)


def test_closing_the_turn_seals_what_lies_there():
    table = sitting()
    play(table, "facilitator", "resolve", "no", "resolve", "yes", "", "quit")
    assert table.match.turn == 2
