import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.language.catalogue import say
from engine.scenario.conditions import LARGEST, LONGEST, parse
from engine.scenario.expressions import Binary, Expression, Name, Negative, Not, Number, Percent, of_number
from engine.scenario.faults import Fault
from tests.hostile import HOSTILE

OPERATORS = ("+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "and", "or")
NAMES = st.sampled_from([("turn",), ("own", "clarity"), ("story", "heat"), ("relations", "torvia", "samudra"), ("x1",)])
LEAVES = st.integers(0, 10**6).map(lambda n: Number(n / 8)) | NAMES.map(lambda parts: Name(parts, 0))
TREES = st.recursive(
    LEAVES,
    lambda inner: inner.map(Negative) | inner.map(Not) | st.builds(Binary, st.sampled_from(OPERATORS), inner, inner),
    max_leaves=12,
)


def printed(tree):
    match tree:
        case Number(value=value):
            return repr(value)
        case Name(parts=parts):
            return ".".join(parts)
        case Negative(of=inner):
            return f"-({printed(inner)})"
        case Not(of=inner):
            return f"(not ({printed(inner)}))"
        case Binary(operator=operator, left=left, right=right):
            return f"(({printed(left)}) {operator} ({printed(right)}))"


def without_offsets(tree):
    match tree:
        case Name(parts=parts):
            return Name(parts, 0)
        case Negative(of=inner) | Not(of=inner):
            return type(tree)(without_offsets(inner))
        case Binary(operator=operator, left=left, right=right):
            return Binary(operator, without_offsets(left), without_offsets(right))
    return tree


@given(TREES)
def test_what_is_printed_is_read_back(tree):
    line = printed(tree)
    found = parse(line)
    if len(line) <= LONGEST and isinstance(found, Expression):
        assert without_offsets(found.tree) == tree
    else:
        assert isinstance(found, Fault)
        assert len(line) > LONGEST or found.what.code == "condition.too_deep"


@given(st.floats(-LARGEST, LARGEST))
def test_a_number_is_read_as_it_would_be_from_its_line(value):
    assert of_number(value) == parse(repr(value))


@given(TREES)
def test_a_name_stands_at_its_offset(tree):
    found = parse("  " + printed(tree))
    if isinstance(found, Expression):
        for name in found.names():
            assert found.source.startswith(".".join(name.parts), name.offset)


@given(st.text(alphabet="ab.1 ()<>=!&|+-*/%#\"'[]{}:,\\not and or\n", max_size=60) | st.text(max_size=40))
def test_any_line_is_read_or_refused_and_never_raises(line):
    found = parse(line)
    assert isinstance(found, Expression) or 0 <= found.offset <= len(line)


@pytest.mark.parametrize("line", HOSTILE)
def test_hostile_lines_are_refused_or_name_plain_things(line):
    found = parse(line)
    assert isinstance(found, Fault) or all(part.isidentifier() for name in found.names() for part in name.parts)


@pytest.mark.parametrize("line", ["-" * 400, "(" * 400, "not " * 100, "1" * 400, "9" * 4001])
def test_lines_that_are_too_much_are_refused(line):
    assert isinstance(parse(line), Fault)


@pytest.mark.parametrize(
    ("line", "tree"),
    [
        ("10%", Percent(10.0)),
        (" -2.5 % ", Percent(-2.5)),
        ("true", Number(1.0)),
        ("false", Number(0.0)),
        ("+3", Number(3.0)),
        ("1e3", Number(1000.0)),
        (
            "1 < turn < 4",
            Binary("and", Binary("<", Number(1.0), Name(("turn",), 4)), Binary("<", Name(("turn",), 4), Number(4.0))),
        ),
        ("a or b and c", Binary("or", Name(("a",), 0), Binary("and", Name(("b",), 5), Name(("c",), 11)))),
        ("a - b - c", Binary("-", Binary("-", Name(("a",), 0), Name(("b",), 4)), Name(("c",), 8))),
    ],
)
def test_a_line_means_what_it_says(line, tree):
    assert parse(line).tree == tree


@pytest.mark.parametrize(
    ("line", "offset", "hint"),
    [
        ("a && b", 2, "Write `and`"),
        ("a || b", 2, "Write `or`"),
        ("a = b", 2, "Compare with `==`"),
        ("a => b", 2, "Write `>=`"),
        ("a =< b", 2, "Write `<=`"),
        ("a <> b", 2, "Write `!=`"),
        ("a AND b", 2, "Write `and` in small letters"),
        ("a OR b", 2, "Write `or` in small letters"),
        ("NOT a", 0, "Write `not` in small letters"),
        ("!a", 0, "Write `not`"),
        ("10% + a b", 2, "A percentage stands alone, as in `10%`"),
        ("a > ", 4, "Compare two values, as in `story.heat > 40`"),
        ("True", 0, "Write `true`"),
        ("a > 2000000", 4, "Stay below 1,000,000"),
        ("", 0, "Write a comparison, or leave the key out"),
        ("a > ｂ", 4, "Type this sign again: one that was copied may look alike and be another"),
        ("f(a)", 0, "Use names, numbers, + - * / and or not"),
        ("a ** b", 0, "Use names, numbers, + - * / and or not"),
        ("a if b else c", 0, "Use names, numbers, + - * / and or not"),
        ("a in b", 0, "Use < <= > >= == !="),
        ("(a + b).c", 0, "Write it as in `embassy.clarity`"),
        ("'text'", 0, "Use names, numbers, + - * / and or not"),
    ],
)
def test_a_line_that_is_refused_says_where_and_what_to_do(line, offset, hint):
    found = parse(line)
    assert (found.offset, say("en", found.hint)) == (offset, hint)


@pytest.mark.parametrize("line", ["1or a", "0x1for a", "'\\d' > 1", "1 is 1"])
def test_what_python_only_warns_about_is_refused_in_silence(line, capfd):
    assert isinstance(parse(line), Fault)
    assert capfd.readouterr() == ("", "")


def test_a_percentage_without_measure_is_refused_and_not_raised():
    assert isinstance(parse("9" * 399 + "%"), Fault)
    assert isinstance(parse("1001%"), Fault)
    assert not isinstance(parse("1000%"), Fault)
