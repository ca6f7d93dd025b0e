"""What is remembered of a scenario is what would be read of it now, or it is read anew."""

import json
import os

import pytest

from engine.scenario import remembered as module
from engine.scenario.findings import Finding
from engine.scenario.head import Head
from engine.scenario.heads import head_of
from engine.scenario.remembered import LARGEST, MOST, Heads, reader
from engine.scenario.shelf import Shipped, Stored, shipped_file, shipped_ids
from tests.scenario.broken import FERRY, change

NAME = "ferry.yaml"
DECK = """\
schema_version: 1
id: harbours
title: {en: Harbours}
cards: {call_out: {name: Call out, kind: social_media, form: listen, teaches: [soft_power]}}
"""
SHELF = Stored({"harbours": DECK})
LISTING = change("sides:", "decks: [harbours, missing]\nsides:").encode()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kept" / "heads.json"


def remembered(file, *read):
    """A memory that has read these, was written, and is opened again."""
    heads = Heads(file)
    for source, name, shelf in read:
        heads.of(source, name, shelf)
    heads.keep()
    return Heads(file)


@pytest.mark.parametrize("name", shipped_ids())
def test_a_head_that_was_read_is_the_same_when_it_is_remembered(file, name):
    source, called = shipped_file(name)
    known = remembered(file, (source, called, Shipped())).known(source, Shipped())
    assert known == head_of(source, called, Shipped())
    assert known is not None


def test_nothing_is_known_that_was_not_read(file):
    assert Heads(file).known(FERRY.encode(), SHELF) is None
    assert Heads().known(FERRY.encode(), SHELF) is None


@pytest.mark.parametrize(
    ("source", "name", "shelf"),
    [
        (LISTING + b"#", NAME, SHELF),
        (LISTING[1:], NAME, SHELF),
        (LISTING, NAME, Stored({"harbours": DECK.replace("soft", "hard")})),
        (LISTING, NAME, Stored({})),
        (LISTING, NAME, Stored({"harbours": DECK, "missing": DECK})),
    ],
)
def test_what_has_changed_in_any_way_is_read_anew(file, source, name, shelf):
    heads = remembered(file, (LISTING, NAME, SHELF))
    assert heads.known(LISTING, SHELF)
    assert heads.known(source, shelf) is None
    assert heads.of(source, name, shelf) == head_of(source, name, shelf)


def test_a_deck_that_the_scenario_does_not_list_changes_nothing(file):
    heads = remembered(file, (LISTING, NAME, SHELF))
    assert heads.known(LISTING, Stored({"harbours": DECK, "other": DECK}))


def test_what_is_wrong_with_a_file_is_found_each_time(file):
    broken = b"title: One\ntitle: Two\n"
    heads = remembered(file, (broken, NAME, SHELF))
    assert heads.known(broken, SHELF) is None
    assert all(isinstance(each, Finding) for each in heads.of(broken, NAME, SHELF))


def spoilt(change_entry):
    """A way to change the one entry of a memory."""

    def spoil(kept):
        change_entry(next(iter(kept["heads"].values())))
        return kept

    return spoil


SPOILT = [
    lambda kept: {**kept, "reader": "another"},
    lambda kept: {**kept, "heads": []},
    lambda kept: [kept],
    lambda _: None,
    spoilt(lambda entry: entry.pop("decks")),
    spoilt(lambda entry: entry.pop("head")),
    spoilt(lambda entry: entry.update(head=[])),
    *(spoilt(lambda entry, name=name: entry["head"].pop(name)) for name in Head._fields),
    *(spoilt(lambda entry, name=name: entry["head"].update({name: 1.5})) for name in Head._fields),
    spoilt(lambda entry: entry["head"].update(title={"en": 1})),
    spoilt(lambda entry: entry["head"].update(title={"": "x"})),
    spoilt(lambda entry: entry["head"].update(title={})),
    spoilt(lambda entry: entry["head"].update(summary={"ENGLISH": "x"})),
    spoilt(lambda entry: entry["head"].update(difficulty="deadly")),
    spoilt(lambda entry: entry["head"].update(teaches=[["soft_power"]])),
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_memory_that_says_something_else_is_none(file, spoil):
    remembered(file, (LISTING, NAME, SHELF))
    file.write_text(json.dumps(spoil(json.loads(file.read_text()))))
    heads = Heads(file)
    assert heads.known(LISTING, SHELF) is None
    assert heads.of(LISTING, NAME, SHELF) == head_of(LISTING, NAME, SHELF)


@pytest.mark.parametrize("raw", [b"", b"\xff", b"{", b"[" * 100_000, b" " * (1 << 22), b'{"reader": 1' + b"0" * 9999])
def test_a_memory_that_cannot_be_read_is_none(file, raw):
    remembered(file, (LISTING, NAME, SHELF))
    file.write_bytes(raw)
    assert Heads(file).known(LISTING, SHELF) is None
    assert remembered(file, (LISTING, NAME, SHELF)).known(LISTING, SHELF)


def test_a_memory_that_is_a_folder_or_a_pipe_is_none_and_is_left_alone(file):
    file.mkdir(parents=True)
    assert remembered(file, (LISTING, NAME, SHELF)).known(LISTING, SHELF) is None
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    file.rmdir()
    os.mkfifo(file)
    assert Heads(file).known(LISTING, SHELF) is None


def test_words_that_somebody_put_into_the_memory_act_no_more_than_an_authors(file):
    remembered(file, (LISTING, NAME, SHELF))
    kept = json.loads(file.read_text())
    next(iter(kept["heads"].values()))["head"]["title"] = {"en": "a\x1b]52;c;aaaa\x07b\u202ec"}
    file.write_text(json.dumps(kept))
    assert str(Heads(file).known(LISTING, SHELF).title) == "a]52;c;aaaabc"


def test_the_memory_does_not_grow_for_ever_and_keeps_what_was_used_last(file):
    sources = [FERRY.encode() + b"#" * n for n in range(3)]
    remembered(file, *((source, NAME, SHELF) for source in sources))
    kept = json.loads(file.read_text())
    first, *_ = kept["heads"]
    many = {f"{n:064x}": kept["heads"][first] for n in range(MOST)}
    file.write_text(json.dumps({"reader": reader(), "heads": {**kept["heads"], **many}}))
    heads = Heads(file)
    assert heads.known(sources[1], SHELF)
    heads.of(LISTING, NAME, SHELF)
    heads.keep()
    heads = Heads(file)
    assert len(json.loads(file.read_text())["heads"]) == MOST
    assert heads.known(sources[1], SHELF)
    assert heads.known(LISTING, SHELF)
    assert heads.known(sources[0], SHELF) is None


def test_a_file_that_was_renamed_is_known_and_one_without_a_title_goes_by_its_own_name(file):
    untitled = b"schema_version: 1\nid: mine\n"
    heads = remembered(file, (LISTING, NAME, SHELF), (untitled, "one.yaml", SHELF))
    assert heads.known(LISTING, SHELF) == head_of(LISTING, "other.yaml", SHELF)
    assert str(heads.of(untitled, "two.yaml", SHELF).title) == "two.yaml"


def test_no_more_is_written_than_is_read_again_and_what_was_used_last_stays(file):
    long = "x" * 10_000
    sources = [change("title: {en: The Ferry Rumour", f"title: {{en: '{n} {long}'").encode() for n in range(MOST)]
    heads = remembered(file, *((source, NAME, SHELF) for source in sources))
    assert file.stat().st_size <= LARGEST
    assert heads.known(sources[-1], SHELF)
    assert heads.known(sources[0], SHELF) is None


def test_what_another_reader_has_read_is_read_anew(file, monkeypatch):
    remembered(file, (LISTING, NAME, SHELF))
    (file.parent / "scenario").mkdir()
    (file.parent / "scenario" / "heads.py").write_text("# changed")
    monkeypatch.setattr(module, "_READER", (file.parent / "scenario",))
    reader.cache_clear()
    try:
        assert Heads(file).known(LISTING, SHELF) is None
    finally:
        reader.cache_clear()
