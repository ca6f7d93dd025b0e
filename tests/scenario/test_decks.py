"""Decks: whose cards go first, where they are looked for, and what is wrong with them, in the right file."""

import json
import os
from importlib.resources import files

import pytest

from engine.game.seats import Seat
from engine.game.table import Table
from engine.language.catalogue import say
from engine.scenario.decks import Deck
from engine.scenario.reader import read_file, read_text
from engine.scenario.shelf import Shipped, Stored
from engine.tools import schema
from engine.tools.check import check
from tests.scenario.broken import FERRY, MARK, NIGHT, NOT_PLAIN, change
from tests.scenario.test_tools import objects, properties

DECK = """\
schema_version: 1
id: harbours
title: {en: Harbours}
frames: {facts: {name: Facts of the deck}, calm: {name: Calm}}
platforms: {loudspeaker: {name: Loudspeaker}}
cards:
  call_out: {name: Call out, kind: social_media, form: post, frame: calm, platform: loudspeaker,
    target: {audience: any}, effects: [{shift: {opinion_of: own, among: target, by: 1}}]}
  listen: {name: Listen as in the deck, kind: social_media, form: listen}
  count_crates: {name: Count crates, kind: move, power: soft, form: guidance, locked: true,
    effects: [{shift: {meter: own.clarity, by: 1}}]}
"""
SCENARIO = change("casualties:", "decks: [harbours]\ncasualties:", NIGHT)
HOLDING = change("phish, radio_call]", "phish, radio_call, call_out]", SCENARIO)
BOTS = {"embassy": Seat("bot", "random"), "harbour": Seat("bot", "random")}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "decks").mkdir()
    (tmp_path / "ferry.yaml").write_text(HOLDING, encoding="utf-8")
    (tmp_path / "decks" / "harbours.yaml").write_text(DECK, encoding="utf-8")
    return tmp_path


def with_deck(deck, scenario=HOLDING):
    return read_text(scenario.encode(), "ferry.yaml", Stored({"harbours": deck}))


def found(reading):
    return [(str(finding.place), finding.code, finding.severity) for finding in reading.findings]


def place_of(marked, file):
    before = marked.partition(MARK)[0].split("\n")
    return f"{file}:{len(before)}:{len(before[-1]) + 1}"


def test_what_stands_in_a_decks_place_and_is_no_plain_file_is_named(folder):
    place = folder / "decks" / "harbours.yaml"
    place.unlink()
    for make, unmake, words in (
        (place.mkdir, place.rmdir, "This is a folder, not a file"),
        (lambda: os.mkfifo(place), place.unlink, NOT_PLAIN),
    ):
        make()
        (finding,) = read_file(folder / "ferry.yaml").findings
        assert finding.code == "FILE001"
        assert say("en", finding.message) == f"The deck {place} cannot be used. {words}"
        unmake()


def test_a_scenario_has_the_cards_frames_and_platforms_of_its_deck(folder):
    reading = read_file(folder / "ferry.yaml")
    assert found(reading) == []
    assert reading.decks == {"harbours": DECK}
    assert {"call_out", "count_crates", "radio_call"} <= reading.scenario.cards.keys()
    assert set(reading.scenario.frames) == {"everyday", "facts", "calm"}
    assert set(reading.scenario.platforms) == {"microblog", "video", "radio", "loudspeaker"}


def test_what_the_scenario_writes_itself_wins_and_then_the_first_deck():
    second = DECK.replace("harbours", "quays").replace("Call out", "Shout")
    text = HOLDING.replace("decks: [harbours]", "decks: [harbours, quays]")
    reading = read_text(text.encode(), "ferry.yaml", Stored({"harbours": DECK, "quays": second}))
    names = {card: written.name.in_language("en") for card, written in reading.scenario.cards.items()}
    assert (names["listen"], names["call_out"]) == ("Listen", "Call out")
    assert reading.scenario.frames["facts"].name.in_language("en") == "Facts"


def test_a_scenario_without_sections_of_its_own_gets_those_of_the_deck():
    frames = "frames: {everyday: {name: Everyday life, light: true}, facts: {name: Facts}}\n"
    deck = DECK.replace("frames: {facts", "frames: {everyday: {name: Everyday life, light: true}, facts")
    assert found(with_deck(deck, change(frames, "", HOLDING))) == []


def test_cards_of_a_deck_that_nobody_holds_are_no_finding():
    assert found(with_deck(DECK, SCENARIO)) == []


def test_more_languages_of_a_deck_are_no_finding_and_fewer_are():
    more, fewer = (
        DECK.replace("{name: Calm}", f"{{name: {{{name}}}}}") for name in ("en: Calm, id: Tenang", "id: Tenang")
    )
    assert found(with_deck(more)) == []
    assert {code for _, code, _ in found(with_deck(fewer))} == {"LANG001"}


def test_the_deck_beside_the_scenario_goes_before_the_shipped_one(folder):
    for deck in Shipped().ids():
        (folder / "decks" / f"{deck}.yaml").write_text(DECK.replace("harbours", deck), encoding="utf-8")
        text = HOLDING.replace("decks: [harbours]", f"decks: [{deck}]")
        (folder / "ferry.yaml").write_text(text, encoding="utf-8")
        assert found(read_file(folder / "ferry.yaml")) == []


MISTAKES = [
    # In the deck.
    ("form: post", "form: ¦pots", "VALUE002"),
    ("frame: calm", "frame: ¦clam", "NAME001"),
    ("frame: calm", "¦frme: calm", "KEY001"),
    ("title: {en: Harbours}\n", "¦title: {en: Harbours}\ntitle: x\n", None),
    ("among: target", "among: ¦sailors", "NAME001"),
    ("meter: own.clarity", "meter: ¦supply", "NAME007"),
    ("kind: move, power: soft", "kind: move, needs: ¦storm > 3, power: soft", "NAME003"),
    ("  call_out", "  ¦turn: {name: x, kind: social_media, form: post}\n  call_out", "NAME006"),
    ("calm: {name: Calm}", "calm: {name: &a ¦Calm}", None),
]


@pytest.mark.parametrize(("old", "marked", "code"), MISTAKES)
def test_a_mistake_in_a_deck_is_found_in_the_file_of_the_deck(old, marked, code, folder):
    text = change(old, marked, DECK)
    reading = with_deck(text.replace(MARK, ""))
    assert reading.scenario is None
    assert {str(finding.place.file) for finding in reading.findings} == {"decks/harbours.yaml"}
    if code is not None:
        assert found(reading) == [(place_of(text, "decks/harbours.yaml"), code, "error")]
    path = folder / "decks" / "harbours.yaml"
    path.write_text(text.replace(MARK, ""), encoding="utf-8")
    alone = check([str(path)])
    assert alone.exit_code == 1
    assert len(alone.lines) == len(reading.findings) + 1


def test_what_the_scenario_lacks_and_the_deck_names_is_found_in_the_deck():
    deck = DECK.replace("calm: {name: Calm}", "quiet: {name: Quiet}").replace("frame: calm", f"frame: {MARK}calm")
    reading = with_deck(deck.replace(MARK, ""))
    assert found(reading) == [(place_of(deck, "decks/harbours.yaml"), "NAME001", "error")]


def test_a_card_that_the_scenario_writes_itself_is_blamed_in_the_scenario():
    text = HOLDING.replace("form: correction", f"form: {MARK}corection")
    assert found(with_deck(DECK, text.replace(MARK, ""))) == [(place_of(text, "ferry.yaml"), "VALUE002", "error")]


ID_HINT = "An id has small letters, digits and `_`, begins with a letter, and is at most 48 long"
LIST_HINT = "Write `[one, two]`, or one entry a line below, each after `- `"


@pytest.mark.parametrize(
    ("marked", "code", "hint"),
    [
        ("decks: [¦harbour]", "FILE003", "Did you mean `harbours`?"),
        ("decks: [harbours, ¦harbours]", "NAME004", "Remove one of the two"),
        ("decks: [¦../harbours]", "VALUE004", ID_HINT),
        ("decks: ¦harbours", "VALUE001", LIST_HINT),
        ("decks: [¦7]", "VALUE001", "Put it in quotes to make it text"),
        ("¦decks: [harbours, a, b, c, d, e, f, g, h]", "VALUE005", "Take away what goes beyond"),
    ],
)
def test_a_list_of_decks_that_cannot_be_is_found_at_its_place(marked, code, hint):
    text = HOLDING.replace("decks: [harbours]", marked)
    decks = {"harbours": DECK} | dict.fromkeys("abcdefgh", DECK)
    reading = read_text(text.replace(MARK, "").encode(), "ferry.yaml", Stored(decks))
    errors = [finding for finding in reading.findings if finding.code not in {"NAME001", "USE001"}]
    assert [(str(f.place), f.code) for f in errors] == [(place_of(text, "ferry.yaml"), code)]
    assert say("en", errors[0].hint) == hint


def test_a_deck_that_cannot_be_read_is_a_finding(folder):
    path = folder / "decks" / "harbours.yaml"
    for content, code in ((b"\xff", "YAML001"), (b"#" * (1 << 21), "YAML002"), (b"\x1b", "YAML003"), (b"a", "YAML009")):
        path.write_bytes(content)
        (finding,) = read_file(folder / "ferry.yaml").findings
        assert (finding.place.file, finding.code) == (str(path), code)
        assert check([str(path)]).exit_code == 1
    path.unlink()
    (finding,) = read_file(folder / "ferry.yaml").findings
    assert (finding.place.file, finding.code) == (str(folder / "ferry.yaml"), "FILE003")


def test_a_saved_exercise_is_rebuilt_from_the_texts_in_it_alone(folder):
    save = folder / "exercise.ghx"
    (folder / "ferry.yaml").write_text(change("freedom: 60", "decks: [harbours]\nfreedom: 60"), encoding="utf-8")
    table = Table.start(read_file(folder / "ferry.yaml"), BOTS, seed=3, save=save)
    while not table.ended:
        table.play_on()
    table.close()
    (folder / "decks" / "harbours.yaml").write_text("broken: [", encoding="utf-8")
    (folder / "ferry.yaml").unlink()
    sources = json.loads(save.read_text(encoding="utf-8").splitlines()[0])
    assert '"deck":"harbours"' in json.dumps(sources, separators=(",", ":"))
    for door in (Table.resume, Table.replay):
        again = door(save)
        assert (again.trouble, again.digest) == (None, table.digest)
        again.close()


def test_check_knows_a_deck_by_what_is_in_it(folder):
    alone = folder / "harbours.yaml"
    alone.write_text(DECK, encoding="utf-8")
    (folder / "ferry.yaml").write_text(FERRY.replace("id: ferry_rumour", "id: ferry"), encoding="utf-8")
    said = check([str(alone), str(folder / "decks" / "harbours.yaml"), str(folder / "ferry.yaml")])
    assert said.exit_code == 0
    assert [line.partition(": ")[2] for line in said.lines] == [
        "a deck that can be used (warnings: 0)",
        "a deck that can be used (warnings: 0)",
        "can be played (warnings: 0)",
    ]
    (one,) = json.loads("\n".join(check([str(alone)], "json").lines))["files"]
    assert (one["kind"], one["ok"]) == ("deck", True)


def test_a_deck_is_not_played(folder):
    assert read_file(folder / "decks" / "harbours.yaml").scenario is None


def test_the_schema_of_decks_describes_every_key_and_is_closed():
    written = schema.schema("deck")
    assert set(written["properties"]) == set(Deck.model_fields)
    assert [name for name, value in properties(written) if len(value.get("description", "")) < 5] == []
    assert [one for one in objects(written) if one.get("additionalProperties") is not False] == []


def test_every_shipped_deck_is_sound():
    paths = [files("scenarios") / "decks" / f"{deck}.yaml" for deck in Shipped().ids()]
    assert [str(path) for path in paths if check([str(path)]).exit_code] == []
