"""What a library says of a scenario follows the rules by which the whole is read, and opens no other file."""

import re

import pytest

from engine.scenario.head import Head
from engine.scenario.heads import head_of
from engine.scenario.listed import MOST_DECKS
from engine.scenario.reader import read_text
from engine.scenario.rounds import MOST_TURNS, deciding_turns
from engine.scenario.shelf import Beside, Stored
from tests.scenario.broken import NIGHT, change

DECK = """\
schema_version: 1
id: {id}
title: {{en: Harbours}}
cards: {{call_out: {{name: Call out, kind: social_media, form: listen, teaches: [{teaches}]}}}}
"""
HOLDING = change("phish, radio_call]", "phish, radio_call, call_out]", NIGHT)


def listing(*decks):
    return change("casualties:", f"decks: [{', '.join(decks)}]\ncasualties:", HOLDING).encode()


def taught(source, shelf):
    head = head_of(source, "ferry.yaml", shelf)
    assert isinstance(head, Head)
    return head.teaches


@pytest.mark.parametrize("outside", ["{folder}/outside", "../../outside", "inside/../../../outside"])
def test_what_is_no_id_opens_no_file(tmp_path, outside):
    decks = tmp_path / "scenarios" / "decks"
    (decks / "inside").mkdir(parents=True)
    written = outside.format(folder=tmp_path)
    (tmp_path / "outside.yaml").write_text(DECK.format(id="outside", teaches="soft_power"))
    (decks / "inside.yaml").write_text(DECK.format(id="inside", teaches="hard_power"))
    shelf = Beside(tmp_path / "scenarios" / "ferry.yaml")
    assert shelf.find(written)
    assert "hard_power" in taught(listing("inside"), shelf)
    assert taught(listing(f"'{written}'"), shelf) == taught(listing(), shelf)


def test_a_card_of_two_decks_teaches_what_the_earlier_one_says_as_it_is_played():
    texts = {name: DECK.format(id=name, teaches=what) for name, what in (("one", "hard_power"), ("two", "soft_power"))}
    for first, last in (("one", "two"), ("two", "one")):
        source, shelf = listing(first, last), Stored(texts)
        played = read_text(source, "ferry.yaml", shelf).scenario.cards["call_out"].teaches
        assert set(played) == taught(source, shelf) - taught(listing(), shelf)


def test_decks_past_the_most_are_not_opened():
    class Counted(Stored):
        def find(self, deck):
            opened.append(deck)
            return super().find(deck)

    names = [f"deck{n}" for n in range(MOST_DECKS + 3)]
    opened = []
    taught(listing(*names), Counted({}))
    assert opened == names[:MOST_DECKS]


@pytest.mark.parametrize(
    ("first", "short", "pace", "turns"),
    [
        (1, (), "full", [1, 2, 3, 4]),
        (0, (), "full", [0, 1, 2, 3, 4]),
        (1, (1, 3), "full", [1, 2, 3, 4]),
        (1, (1, 3), "short", [1, 3]),
        (0, (1, 3), "short", [0, 1, 3]),
        (0, (), "short", [0, 1, 2, 3, 4]),
    ],
)
def test_the_table_decides_before_the_crisis_and_everywhere_where_there_is_no_short_pace(first, short, pace, turns):
    assert list(deciding_turns(first, 4, short, pace)) == turns


@pytest.mark.parametrize("pace", ["full", "short"])
@pytest.mark.parametrize("turns", [-3, 0, 10**30])
def test_a_number_of_turns_that_cannot_be_is_counted_without_harm(turns, pace):
    head = head_of(f"clock: {{turns: {turns}}}\n".encode(), "mine.yaml", Stored({}))
    assert 0 <= head.rounds(pace) <= MOST_TURNS


def test_what_a_library_takes_for_the_usual_difficulty_the_models_do_too():
    source = re.sub("(?m)^difficulty:.*\n", "", NIGHT).encode()
    head, played = head_of(source, "ferry.yaml", Stored({})), read_text(source, "ferry.yaml", Stored({})).scenario
    assert head.difficulty == played.difficulty == "intermediate"
