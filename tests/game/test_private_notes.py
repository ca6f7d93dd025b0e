"""What a team writes on a private note: the other team reads it as a letter, and nobody else ever does."""

from dataclasses import replace

import pytest

from engine.game.conduct import Accepted
from engine.game.directing import Retract, Rewind, Rule, Unseal
from engine.game.intents import FACILITATOR, Lay, PassSeat, Seal, Slip, TakeBack, Undo
from engine.game.seats import HUMAN
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES
from engine.scenario.reader import read_shipped
from engine.text import Text
from tui.plain.result import scores
from tui.review import at_the_end
from tui.widgets.scores import deeds
from tui.widgets.wording import Tongue

KARATH = "last_bus_from_karath"
MINISTRY, SENDER, RECEIVER, COUNCIL = TEAMS = ("ministry", "embassy", "students", "faction")
CARD, WORDS = "slip_the_route", "By the quarry road, at four. Burn this."


def at_the_round(save=None):
    """Four people, in the first round of the crisis."""
    reading = read_shipped(KARATH)
    table = Table.start(reading, dict.fromkeys(reading.scenario.teams, HUMAN), pace="full", seed=7, save=save)
    return seal(table)


def lay(table):
    assert isinstance(table.apply(SENDER, Lay(SENDER, CARD, RECEIVER)), Accepted)


def write(table, words=WORDS):
    return isinstance(table.apply(SENDER, Slip.typed(SENDER, CARD, words)), Accepted)


def seal(table):
    for team in table.waiting:
        assert isinstance(table.apply(team, Seal(team)), Accepted)
    return table


def passed(words, save=None):
    table = at_the_round(save)
    lay(table)
    assert write(table, words)
    return seal(table)


def notes(table, team):
    return [letter for letter in table.view(team).inbox if letter.inject.startswith("slip/")]


def views(table):
    return {team: table.view(team) for team in (None, *TEAMS)}


def test_the_team_addressed_finds_the_note_in_its_inbox_with_its_sender_and_nobody_else_does():
    table = passed(WORDS)
    (letter,) = notes(table, RECEIVER)
    assert str(letter.text) == WORDS
    assert letter.sender == table.match.scenario.teams[SENDER].name
    assert letter.new
    assert letter.turn == table.match.turn
    assert not any(notes(table, team) for team in (None, MINISTRY, SENDER, COUNCIL))
    desks = {desk.team: desk for desk in table.console().desks}
    assert letter in desks[RECEIVER].view.inbox
    seal(table)
    assert not notes(table, RECEIVER)[0].new


@pytest.mark.parametrize("words", [None, "", "  ", "\u200b \t"])
def test_without_words_of_its_own_it_bears_those_of_the_card(words):
    table = at_the_round()
    lay(table)
    assert words is None or (write(table) and write(table, words))
    seal(table)
    (letter,) = notes(table, RECEIVER)
    assert letter.text == table.match.scenario.cards[CARD].text


def test_what_a_note_says_changes_nothing_but_what_its_writer_and_then_its_reader_see():
    one, two = at_the_round(), at_the_round()
    for table, words in ((one, WORDS), (two, "Stay where you are, whatever they say.")):
        lay(table)
        before = views(table)
        assert write(table, words)
        changed = {team for team, view in views(table).items() if view != before[team]}
        assert changed == {SENDER}
    while not one.ended:
        for table in (one, two):
            seal(table)
        assert one.digest == two.digest
        mine, theirs = views(one), views(two)
        told = {SENDER, RECEIVER} if one.ended else {RECEIVER}  # at ENDEX its writer reads it among its own orders
        assert {team for team in mine if mine[team] != theirs[team]} == told
        assert replace(mine[RECEIVER], inbox=()) == replace(theirs[RECEIVER], inbox=())


def test_until_it_is_sealed_a_note_is_undone_with_its_order_and_passes_to_no_other():
    table = at_the_round()
    assert not write(table)
    lay(table)
    assert write(table)
    assert str(table.view(SENDER).slips[CARD]) == WORDS
    assert write(table, "")
    assert not table.view(SENDER).slips
    for back in (Undo(SENDER), TakeBack(SENDER, CARD), PassSeat(SENDER, HUMAN)):
        assert write(table)
        assert isinstance(table.apply(SENDER, back), Accepted)
        assert not table.match.papers.slips
        lay(table)
        assert not table.view(SENDER).slips
    assert write(table)
    assert write(table, "Otherwise")
    assert isinstance(table.apply(SENDER, Undo(SENDER, last=True)), Accepted)
    assert str(table.view(SENDER).slips[CARD]) == WORDS
    assert isinstance(table.apply(SENDER, Undo(SENDER, last=True)), Accepted)
    assert not table.view(SENDER).slips
    assert len(table.view(SENDER).tray) == 1
    table.apply(SENDER, Seal(SENDER))
    assert not write(table, "Too late")
    assert isinstance(table.apply(FACILITATOR, Unseal(SENDER)), Accepted)
    assert write(table, "In time")
    assert [str(letter.text) for letter in notes(seal(table), RECEIVER)] == ["In time"]


def test_words_are_written_on_private_notes_alone_and_never_by_another_team():
    table = at_the_round()
    lay(table)
    other = next(choice for choice in table.view(SENDER).choices if choice.form != "slip" and not choice.why_not)
    table.apply(SENDER, Lay(SENDER, other.card, other.target, other.voice))
    assert not isinstance(table.apply(SENDER, Slip.typed(SENDER, other.card, WORDS)), Accepted)
    assert not isinstance(table.apply(RECEIVER, Slip.typed(SENDER, CARD, WORDS)), Accepted)
    assert not isinstance(table.apply(SENDER, Slip(SENDER, "no_card", Text.of(WORDS))), Accepted)


def test_a_note_comes_out_of_the_save_as_it_was_and_a_rewind_takes_it_back(tmp_path):
    path = tmp_path / "game.save"
    table = passed(WORDS, path)
    before, turn = views(table), table.match.turn
    table.close()
    again = Table.resume(path)
    assert views(again) == before
    back = Rule("injects: {}")
    again.apply(FACILITATOR, back)
    again.apply(FACILITATOR, Retract())
    assert [str(letter.text) for letter in notes(again, RECEIVER)] == [WORDS]
    assert isinstance(again.apply(FACILITATOR, Rewind(turn - 1, fresh=False)), Accepted)
    assert not again.match.papers.slips
    seal(again)
    assert not notes(again, RECEIVER)
    again.close()


def test_at_endex_its_writer_alone_reads_it_among_its_own_orders():
    table = passed(WORDS)
    while not table.ended:
        seal(table)
    told = {
        team: [deed.note for each in view.result.teams for deed in each.deeds] for team, view in views(table).items()
    }
    assert [str(note) for note in told[SENDER] if note] == [WORDS]
    assert not any(note for team in told if team != SENDER for note in told[team])
    public, own = table.view(None), table.view(SENDER)
    assert at_the_end(public, [table.view(team) for team in TEAMS]).result == public.result
    assert at_the_end(public, [own]).result == public.result  # people sat at other teams, and may look on
    alone = replace(
        public.result, teams=tuple(replace(each, human=each.team == SENDER) for each in public.result.teams)
    )
    shown = at_the_end(replace(public, result=alone), [own]).result
    for lang in LANGUAGES:
        assert WORDS in " ".join(" ".join(scores(shown, lang)).split())
        assert WORDS in " ".join(deeds(Tongue(lang), shown.teams, 100).plain.split())
