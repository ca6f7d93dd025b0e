import ast
import re
from decimal import Decimal
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from engine.language.catalogue import LANGUAGES, fields_of, fill, pattern_of, say
from engine.language.compile import CATALOGUES, compile_catalogue
from engine.language.messages import Message
from engine.text import Text
from tests.hostile import HOSTILE

ROOT = Path(__file__).parent.parent


def po_path(lang):
    return CATALOGUES / lang / "LC_MESSAGES" / "golden_hour.po"


def read_source(lang):
    with po_path(lang).open("rb") as file:
        return read_po(file, abort_invalid=True)


def code_of(entry):
    return entry.id[0] if isinstance(entry.id, tuple) else entry.id


def patterns_of(entry):
    return entry.string if isinstance(entry.string, tuple) else (entry.string,)


def entries(lang):
    return [entry for entry in read_source(lang) if entry.id]


def compiled(mo):
    with mo.open("rb") as file:
        table = dict(GNUTranslations(file)._catalog)
    table.pop("")
    return table


def nodes_in_source():
    """Every node of the program, and its file."""
    for path in (ROOT / "play.py", *(ROOT / "engine").rglob("*.py"), *(ROOT / "tui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield node, path


def codes_in_source():
    """Every literal first argument of Message(...) and Message.of(...), with where it stands."""
    for node, path in nodes_in_source():
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-2:] in (
            ["Message"],
            ["Message", "of"],
            ["messages", "Message"],
        ):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant):
                yield first.value, f"{path.relative_to(ROOT)}:{node.lineno}"


JOINED = r"front\..*"
"""Codes that are put together from a list of parts."""


def codes_that_may_be_said():
    """A pattern of all literals, and of all that is put together and begins with the family of a code."""
    said = {JOINED}
    for node, _ in nodes_in_source():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            said.add(re.escape(node.value))
        elif isinstance(node, ast.JoinedStr):
            parts = [re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in node.values]
            said |= {"".join(parts)} if re.match(r"[a-z]+\\\.", parts[0]) else set()
    return re.compile("|".join(said))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_compiled_catalogue_matches_its_source(lang, tmp_path):
    fresh = tmp_path / "fresh.mo"
    compile_catalogue(po_path(lang), fresh)
    hint = "run: python -m engine.language.compile"
    assert compiled(po_path(lang).with_suffix(".mo")) == compiled(fresh), hint


def test_every_code_in_the_source_has_english_words():
    known = {code_of(entry) for entry in entries("en") if all(patterns_of(entry))}
    assert [(code, place) for code, place in codes_in_source() if code not in known] == []


def test_no_code_has_words_that_nobody_says():
    may_be_said = codes_that_may_be_said()
    assert [code_of(entry) for entry in entries("en") if not may_be_said.fullmatch(code_of(entry))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_entries_stand_in_alphabetical_order_of_their_codes(lang):
    codes = [code_of(entry) for entry in entries(lang)]
    assert codes == sorted(codes)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_codes_and_patterns_are_well_formed(lang):
    english = {code_of(entry): entry for entry in entries("en")}
    for entry in entries(lang):
        code = code_of(entry)
        assert Message.of(code).code == code
        assert code in english
        assert code not in patterns_of(entry)
        allowed = {name for pattern in patterns_of(english[code]) for name in fields_of(pattern)}
        for pattern in patterns_of(entry):
            assert set(fields_of(pattern)) <= allowed, f"{code} in {lang}"
        if isinstance(entry.id, tuple):
            assert entry.id[0] == entry.id[1]


def test_indonesian_has_one_plural_form():
    catalogue = read_source("id")
    assert (catalogue.num_plurals, catalogue.plural_expr) == (1, "0")


def test_plural_forms_are_chosen_by_n():
    said = [say(lang, Message.of("lobby.clock_short", n=n)) for lang in LANGUAGES for n in (0, 1, 2)]
    assert said == ["0 minutes", "1 minute", "2 minutes", "0 menit", "1 menit", "2 menit"]


def test_a_message_is_said_in_the_language_with_its_texts_and_messages():
    unit = Text.of({"en": "people", "id": "orang"})
    message = Message.of("gauge.unit", value=Message.of("gauge.poll", value=10, error=2), unit=unit)
    assert say("en", message) == "10 ± 2 people"
    assert say("id", message) == "10 ± 2 orang"
    assert [inner.code for inner in message.inside()] == ["gauge.unit", "gauge.poll"]


def test_a_language_without_words_falls_back_to_english(monkeypatch):
    assert say("fr", Message.of("theme.dark")) == "Dark"
    assert say("id", Message.of("lobby.clock_short", n=2)) == "2 menit"
    for asked in (GNUTranslations.gettext, GNUTranslations.ngettext):
        monkeypatch.setattr(GNUTranslations, asked.__name__, without_indonesian(asked))
    assert say("id", Message.of("lobby.clock_short", n=2)) == "2 minutes"


def without_indonesian(asked):
    """Gettext as it answers where the Indonesian catalogue holds nothing: with what it was asked for."""
    return lambda catalogue, *code: code[0] if catalogue.info()["language"] == "id" else asked(catalogue, *code)


def test_a_code_that_no_catalogue_has_is_a_fault():
    with pytest.raises(KeyError, match=r"no\.such"):
        pattern_of("id", Message.of("no.such", n=1))
    with pytest.raises(KeyError, match="value"):
        say("en", Message.of("gauge.unit", unit="people"))


@pytest.mark.parametrize(
    ("lang", "pattern", "value", "expected"),
    [
        ("en", "{x:d}", 5, "5"),
        ("en", "{x:+.0f}", 2.5, "+2"),
        ("en", "{x:,.1f}", 1234.5, "1,234.5"),
        ("id", "{x:,.1f}", 1234.5, "1.234,5"),
        ("id", "{x}", Decimal("0.25"), "0,25"),
        ("en", "{x:.0%}", 0.25, "25%"),
        ("en", "{x:.1f}", (1.0, 2.0), "1.0, 2.0"),
        ("en", "{x}", "jobs_story", "jobs_story"),
        ("en", "{{{x}}} {{x}}", 1, "{1} {x}"),
        ("en", "{x}", (Text.of("a"), "b", Message.of("theme.dark")), "a, b, Dark"),
        ("en", "{x}", Text.of("{x} {x.y} $x"), "{x} {x.y} $x"),
    ],
)
def test_values_are_formatted(lang, pattern, value, expected):
    assert fill(lang, pattern, Message.of("a.code", x=value)) == expected


@pytest.mark.parametrize(
    "pattern",
    ["{", "}", "{}", "{0}", "{x.y}", "{x[0]}", "{x!r}", "{x:{y}}", "{x:s}", "{x:>9999999d}", "{x:e}"],
)
def test_a_pattern_can_do_nothing_but_name_values_and_format_numbers(pattern):
    with pytest.raises(ValueError, match=r"pattern|format"):
        fill("en", pattern, Message.of("a.code", x=1, y=1))


def test_a_number_format_is_for_numbers():
    with pytest.raises(ValueError, match="number format"):
        fill("en", "{x:d}", Message.of("a.code", x=Text.of("ten")))


SHAPES = ("d", "f", ".0f", ".1f", ".2f", ".0%")
SPECS = ["", *(f"{sign}{width}{comma}{shape}" for sign in ("", "+", " ") for width in ("", "6") for comma in ("", ",")
               for shape in SHAPES)]  # fmt: skip
NUMBERS = st.one_of(st.integers(-9, 9), st.floats(-2, 2), st.decimals(-2, 2, places=3), st.sampled_from((-0.0, -1e-9)))


@given(st.sampled_from(SPECS), NUMBERS, st.sampled_from(LANGUAGES))
def test_nothing_is_neither_more_nor_less(spec, number, lang):
    if spec.endswith("d"):
        number = int(number)
    printed = fill(lang, f"{{x:{spec}}}", Message.of("a.code", x=number))
    assert not re.fullmatch(r"\s*[+-]0([.,]0*)?%?", printed)
    assert len(printed) >= (6 if "6" in spec else 1)
    if re.search("[1-9]", printed):
        assert printed.lstrip().startswith("-") == (number < 0)
        assert printed.lstrip().startswith("+") == (number > 0 and "+" in spec)


@pytest.mark.parametrize("raw", HOSTILE)
def test_outside_text_stays_as_it_is_in_a_message(raw):
    assert fill("en", "<{x}>", Message.of("a.code", x=Text.of(raw))) == f"<{Text.of(raw)}>"


def test_a_message_refuses_outside_text_that_is_not_wrapped():
    for raw in ("[b]", "two words", "a\nb", "\x1b[2J", "{x}"):
        with pytest.raises(ValueError, match="Text"):
            Message.of("a.code", x=(1, raw))
    with pytest.raises(TypeError, match="list"):
        Message.of("a.code", x=[1])


@pytest.mark.parametrize("code", ["", "A", "a b", "a..b", ".a", "a.", "1a", "a\n"])
def test_a_message_refuses_what_is_no_code(code):
    with pytest.raises(ValueError, match="code"):
        Message.of(code)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers() | st.text("xyz_")))
def test_messages_with_the_same_values_are_equal_in_any_order(values):
    backwards = dict(reversed(values.items()))
    assert Message.of("a.code", **values) == Message.of("a.code", **backwards)
    assert hash(Message.of("a.code", **values)) == hash(Message.of("a.code", **backwards))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Bus", "“Bus”"),
        ("“Nobody is left”", "“Nobody is left”"),
        ("Block the word “spy”", "“Block the word \u2018spy\u2019”"),
        ("“One” and “two”", "“\u2018One\u2019 and \u2018two\u2019”"),
    ],
)
def test_what_is_quoted_is_never_in_double_quotes_twice(value, expected):
    assert fill("en", "“{x}”", Message.of("a.code", x=Text.of(value))) == expected
    assert fill("en", "{x}", Message.of("a.code", x=Text.of(value))) == value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_of_which_one_holds_a_comma_stand_between_semicolons(lang):
    for names, told in ((("Fire, flood", "Wind"), "Fire, flood; Wind"), (("Fire", "Wind"), "Fire, Wind")):
        texts = tuple(map(Text.of, names))
        assert told in say(lang, Message.of("letter.answers", cards=texts))
    assert ";" not in say(lang, Message.of("letter.answers", cards=(Text.of("Fire, flood"),)))
