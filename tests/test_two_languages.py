"""Holds what is shipped, the glossary and whole exercises to both languages: nothing missing or left over."""

import asyncio
import io
import re
from dataclasses import replace
from functools import cache

import pytest
from babel.messages.pofile import read_po

from engine.game.seats import parse_seats
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.language.compile import CATALOGUES
from engine.language.messages import Message
from engine.scenario.glossary import concept, concepts, explained, words
from engine.scenario.reader import read_shipped, shipped_ids
from engine.scenario.walk import texts
from engine.text import Text
from engine.tools.check import check
from tests.tui.screens import SMALL, WIDE, played, shown, table_of
from tui.app import GoldenHour
from tui.launch import PRUDENT
from tui.plain.table import PlainTable
from tui.widgets.deck import entries
from tui.widgets.shelf import beside, card_row
from tui.widgets.tray import laid_row, spent_on
from tui.widgets.wording import Tongue

SHIPPED = shipped_ids()
TORCH = "torch_and_supermarket"
SHORT_NAMED = ["ferry_rumour", "first_hour", TORCH]
SMALL_ROW = 77  # cells of a row on a screen of 80

# Names and signs that are the same in every language. So are names of accounts (@lamplighter), and titles of works.
SAME_TEXTS = {
    *("Samudra", "Velmar", "Lysara", "Torvia", "Port Ilvane", "Radio Oraskel"),
    *("MercaNova", "Murmur", "Plaza", "Video", "%", "STARTEX", "ENDEX", "Inject"),
}

# Codes of the catalogue with words that both languages use: commands, names of keys and months, terms of the field.
SAME_CODES = {
    "action.ahead.takes",
    "action.edit.takes",
    "action.edit_all.takes",
    "action.edit_all.word",
    "action.fire.takes",
    "action.hold.takes",
    "action.language.takes",
    "action.palette",
    "action.quit.also",
    "action.quit_asked.also",
    "action.set_pin.word",
    "action.skip_inject.takes",
    "fan.head_endex",
    "find.inject",
    "find.letter",
    "form.note.inject",
    "form.set_pin.pin",
    "action.pin",
    "action.pin.word",
    "plain.ask_pin",
    "month.11",
    "month.4",
    "month.9",
    "need.times",
    "plain.digest",
    "reasons.rule",
    "screen.key.backspace",
    "screen.key.delete",
    "screen.key.enter",
    "screen.key.escape",
    "screen.start.name",
    "seat.bot",
    "simulate.p10",
    "simulate.p50",
    "simulate.p90",
    "voice.diaspora",
}

_FIELD = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_DIGEST = re.compile(r"\bdigest [0-9a-f]{64}\b")
_FILE = re.compile(r"\b[a-z_]+\.yaml\b")
_TYPED_APOSTROPHE = re.compile(r"(?<=\w)'(?=[\w ])")
_ACCOUNT = re.compile(r"@\w+")
_LEAST_WORDS, _MOST_WORDS = 3, 8


@cache
def placed():
    """Every text of the scenarios and the glossary, with the place where it stands."""
    books = [(name, read_shipped(name).scenario) for name in SHIPPED]
    books += [(name, explained(name)) for name in sorted({*concepts(), *words()})]
    return [(text, (name, *map(str, path))) for name, book in books for text, path in texts(book)]


def written():
    """Every text but those that cite a work."""
    return [(text, ".".join(path)) for text, path in placed() if path[-1] != "source"]


@cache
def works():
    """The works that are cited, as Indonesian cites them, the longest first."""
    cited = {squeezed(text.in_language("id")) for text, path in placed() if path[-1] == "source"}
    return sorted(cited, key=len, reverse=True)


@cache
def patterns(lang):
    """The patterns of the catalogue of a language, by code."""
    with (CATALOGUES / lang / "LC_MESSAGES" / "golden_hour.po").open("rb") as file:
        found = {}
        for entry in read_po(file, abort_invalid=True):
            if entry.id:
                plural = isinstance(entry.id, tuple)
                found[entry.id[0] if plural else entry.id] = entry.string if plural else (entry.string,)
        return found


def words_of(text):
    return _WORD.findall(text)


FREQUENT = frozenset(
    words_of(
        "the and of with you your is are was were not that this from for has have it its they them their to by on "
        "at be what which who nobody everybody"
    )
)


def squeezed(text):
    return " ".join(text.split())


def pieces_of(pattern):
    """What stands between the values of a pattern."""
    return [squeezed(piece) for piece in _FIELD.split(pattern)]


def telling(text):
    """The first words of a text, enough to know it by; nothing if it has too few."""
    words = squeezed(text).split()
    return " ".join(words[:_MOST_WORDS]) if len(words) >= _LEAST_WORDS else None


@cache
def english_phrases():
    """Phrases of English texts and patterns that Indonesian does not use."""
    phrases = {telling(text.in_language("en")) for text, _ in written()}
    phrases |= {telling(piece) for forms in patterns("en").values() for form in forms for piece in pieces_of(form)}
    indonesian = squeezed(" ".join(form for forms in patterns("id").values() for form in forms))
    return {phrase for phrase in phrases if phrase and phrase not in indonesian}


@cache
def english_days_and_months():
    both = {code for code in patterns("en") if code.startswith(("weekday.", "month."))} - SAME_CODES
    return {patterns("en")[code][0] for code in both}


def left_in_english(printed):
    """What of a printed exercise is still English: phrases, frequent words, dates, numbers."""
    page = _FILE.sub("", _DIGEST.sub("", squeezed(printed)))
    for work in works():
        page = page.replace(work, "")
    used = {word.casefold() for word in words_of(page)}
    found = {phrase for phrase in english_phrases() if phrase in page}
    found |= FREQUENT & used
    found |= {name for name in english_days_and_months() if name.casefold() in used}
    return found | set(re.findall(r"[-+]\d+\.\d+", page))


def exercise(seats, lines, pace, lang="id", scenario=TORCH):
    """Play with these lines typed; return the table and all that was printed."""
    reading = read_shipped(scenario)
    table = Table.start(reading, parse_seats(seats, reading.scenario.teams, PRUDENT), pace=pace, seed=7)
    write = io.StringIO()
    code = PlainTable(table, io.StringIO("".join(f"{line}\n" for line in lines)), write, lang).run()
    table.close()
    assert code == 0
    return table, write.getvalue()


def arrival():
    """Look at everything that a team can look at, and mistype what can be mistyped."""
    yield from ("bantuan", "kartu", "kartu keras", "kartu x", "cari obor", "cari xyz", "pesan", "narasi", "posisi")
    yield from ("tujuan", "baki", "pengarahan", "tampilkan", "tampilkan x", "mengapa", "mengapa risiko", "mengapa kaum")
    yield from (f"rincian {number}" for number in range(1, 14))
    yield from ("xyz", "pasang", "pasang 99", "tarik 1", "urungkan", "bahasa fr", "jelaskan xyz", "jelaskan")
    for name in sorted(concepts()):
        yield f"jelaskan {concept(name).name.in_language('id')}"


def a_round():
    """Lay every card that can be laid, and hear why the others cannot; seal; read the whole bulletin."""
    yield from (f"pasang {number}a" for number in range(1, 13))
    yield from (
        "pasang 1",
        "tarik 1",
        "urungkan",
        "baki",
        "kunci",
        "ya",
        "bantuan",
        "semua",
        "mengapa kredibilitas",
        "",
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SHIPPED)
def test_check_finds_nothing_missing(name, lang):
    checked = check([name], lang=lang)
    assert checked.exit_code == 0
    assert checked.lines == (say(lang, Message.of("check.fine", file=Text.of(name), errors=0, warnings=0)),)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_in_every_language(lang):
    assert [(place, str(text)) for text, place in written() if text.missing([lang])] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_apostrophe_is_that_of_a_printer(lang):
    said = [
        *(text.in_language(lang) for text, _ in written()),
        *(form for forms in patterns(lang).values() for form in forms),
    ]
    assert [words for words in said if _TYPED_APOSTROPHE.search(words)] == []


def test_only_names_are_the_same_in_both_languages():
    same = {text.in_language("en") for text, _ in written() if len({words for _, words in text.versions}) == 1}
    assert {name for name in same if not _ACCOUNT.fullmatch(name)} - SAME_TEXTS == set()


def test_every_code_has_indonesian_words():
    english, indonesian = patterns("en"), patterns("id")
    assert set(english) == set(indonesian)
    assert [code for code, forms in indonesian.items() if not all(forms)] == []
    same = {code for code, forms in english.items() if any(words_of(" ".join(pieces_of(form))) for form in forms)}
    assert {code for code in same if english[code][-1] == indonesian[code][-1]} == SAME_CODES


def test_a_person_plays_a_whole_exercise_without_a_word_of_english():
    lines = [*arrival(), *(line for _ in range(15) for line in a_round())]
    table, printed = exercise("embassy=human", [*lines, "tujuan", "mengapa daya", "bantuan", "xyz", "keluar"], "full")
    assert table.ended
    assert left_in_english(printed) == set()


@pytest.mark.parametrize("pace", ["full", "short"])
@pytest.mark.parametrize("name", SHIPPED)
def test_bots_play_a_whole_exercise_without_a_word_of_english(name, pace):
    table, printed = exercise("*=bot:random", [], pace, scenario=name)
    assert table.ended
    assert left_in_english(printed) == set()


@pytest.mark.parametrize("name", SHORT_NAMED)
def test_cards_and_their_targets_fit_a_small_screen_in_indonesian(name):
    """What a card needs may be cut in its row, and is told below; its name and its target are not."""
    tongue = Tongue("id")
    for team in read_shipped(name).scenario.teams:
        choices = [replace(choice, why_not=None) for choice in table_of(team, scenario=name).view(team).choices]
        deck = entries(choices)
        rows = [laid_row(tongue, 1, each, SMALL_ROW, spent=spent_on(tongue, [each])) for each in choices]
        rows += [card_row(tongue, entry, SMALL_ROW, beside(tongue, deck)) for entry in deck]
        assert [row.plain for row in rows if "…" in row.plain] == []


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_the_screens_of_a_team_room_have_no_word_of_english(size):
    read = []

    async def go():
        app = GoldenHour(played(3, "embassy", TORCH), "id")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in ("1", "2", "3", "4", "f", "enter", "escape", "w", "escape", "o", "escape", "e", "escape", "s"):
                await pilot.press(key)
                await pilot.pause()
                read.append(shown(app))

    asyncio.run(go())
    # A panel may cover all of a word of what lies below but its first letters.
    assert left_in_english(" ".join(read)) <= {"be"}


def test_an_english_exercise_does_not_pass():
    _, printed = exercise("*=bot:prudent", [], "short", lang="en")
    found = left_in_english(printed)
    summary = telling(read_shipped(TORCH).scenario.summary.in_language("en"))
    assert {"the", "is", "Thursday", summary} <= found
