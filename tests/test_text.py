import copy
import pickle
import unicodedata
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.text import ECHO, LIMIT, MAX_MARKS, Text, clean, one_line, printable
from tests.hostile import HOSTILE

# Fragments that matter are rare among all characters, so half of the examples are made of them.
PIECES = st.sampled_from([*HOSTILE, "\u0301", "\u1100", "\u1161", "\u11a8", "\u09c7", "\u09be", "a", "\n"])
RAW = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.lists(PIECES, max_size=8).map("".join),
    st.lists(st.characters(categories=["Mn", "Mc", "Me", "Lo"]), max_size=20).map("".join),
)
FORBIDDEN_CATEGORIES = {"Cc", "Cs", "Co"}
FORBIDDEN = set("\u00ad\u034f\u061c\u180e\ufeff\u3164\u115f") | {
    chr(code)
    for span in ((0x200B, 0x2010), (0x2028, 0x202F), (0x2060, 0x2070), (0xFE00, 0xFE10), (0xE0000, 0xE1000))
    for code in range(*span)
}


def is_noncharacter(char):
    code = ord(char)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def unwanted_in(text):
    return [
        hex(ord(char))
        for char in text
        if char != "\n"
        and (unicodedata.category(char) in FORBIDDEN_CATEGORIES or char in FORBIDDEN or is_noncharacter(char))
    ]


def longest_run_of_marks(text):
    longest = run = 0
    for char in text:
        run = run + 1 if unicodedata.category(char).startswith("M") else 0
        longest = max(longest, run)
    return longest


@given(RAW)
@example("\u0344" * 9)
@example("a" + "\u0301\u0317" * 5 + "\u1161")
def test_nothing_that_acts_hides_or_stacks_survives_cleaning(raw):
    text = clean(raw)
    assert unwanted_in(text) == []
    assert longest_run_of_marks(text) <= MAX_MARKS
    assert unicodedata.is_normalized("NFC", text)
    assert len(text) <= LIMIT
    text.encode("utf-8")


@given(RAW, st.integers(min_value=0, max_value=30))
def test_cleaning_twice_changes_nothing_more(raw, limit):
    for function in (clean, one_line):
        once = function(raw, limit=limit)
        assert function(once, limit=limit) == once
        assert len(once) <= limit
    assert printable(printable(raw)) == printable(raw)


@pytest.mark.parametrize("raw", HOSTILE)
def test_the_hostile_corpus_comes_out_clean(raw):
    text = Text.of(raw)
    assert unwanted_in(str(text)) == []
    assert unwanted_in(one_line(raw)) == []
    assert "\n" not in one_line(raw)


def test_every_control_character_is_removed_by_number():
    survivors = [code for code in range(0x110000) if clean(chr(code)) and unwanted_in(clean(chr(code)))]
    assert survivors == []
    assert [code for code in (*range(32), *range(0x7F, 0xA0)) if clean(f"a{chr(code)}b") != "ab"] == [
        9,
        10,
        13,
    ]


def test_ordinary_words_stay_as_they_are():
    for words in ("Pelindungan WNI: 3 orang, 40%.", "café 漢字 שלום", "two\nlines", "[team] {x} <b> =1"):
        assert clean(words) == words
    assert clean("a\tb\r\nc\rd") == "a b\nc\nd"
    assert one_line("  a \n\n b\t") == "a b"


def test_a_text_is_cleaned_however_it_is_built():
    built = Text((("id", "\x1b[2Jdua"), ("en", "\u202eone")))
    assert built == Text.of({"en": "one", "id": "[2Jdua"})
    assert hash(built) == hash(Text.of({"id": "[2Jdua", "en": "one"}))
    assert copy.deepcopy(built) == built
    assert pickle.loads(pickle.dumps(built)) == built
    with pytest.raises(FrozenInstanceError):
        built.versions = ()


def test_a_text_falls_back_to_its_first_language_english_first():
    both = Text.of({"id": "Obor", "en": "Torch"})
    assert both.languages == ("en", "id")
    assert (both.in_language("id"), both.in_language("en"), both.in_language("fr")) == (
        "Obor",
        "Torch",
        "Torch",
    )
    assert str(both) == f"{both}" == "Torch"
    only = Text.of({"id": "Obor"})
    assert only.in_language("en") == str(only) == "Obor"
    assert only.missing(["en", "id"]) == ("en",)
    assert Text.of("Torch").missing(["en", "id"]) == ("id",)


def test_a_text_is_blank_that_says_nothing_in_any_language():
    for nothing in ("", "  ", "\t\n", "\u200b", "\u00a0", {"en": "", "id": " "}):
        assert Text.of(nothing).blank
    for something in ("a", " a ", "0", {"en": "", "id": "a"}):
        assert not Text.of(something).blank


def test_a_text_is_cut_at_its_limit():
    assert len(str(Text.of("x" * 50_000))) == LIMIT
    assert str(Text.of({"en": "abcdef"}, limit=3)) == "abc"


@pytest.mark.parametrize("wrong", [{}, {"English": "x"}, {"": "x"}, {"../x": "x"}, {"en\n": "x"}])
def test_a_text_refuses_what_is_no_language(wrong):
    with pytest.raises(ValueError, match="language"):
        Text.of(wrong)


def test_a_text_refuses_a_language_twice():
    with pytest.raises(ValueError, match="twice"):
        Text((("en", "a"), ("en", "b")))


def test_what_is_said_back_is_whole_or_shows_that_it_is_cut():
    assert Text.said_back("9" * ECHO).in_language("en") == "9" * ECHO
    assert Text.said_back("9" * (ECHO + 1)).in_language("en") == "9" * (ECHO - 1) + "…"
    assert Text.said_back(" one\n two ").in_language("en") == "one two"
