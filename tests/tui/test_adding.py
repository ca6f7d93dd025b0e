"""What is printed of a movement adds up: before, the reasons with what the others come to, and after."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.game.view import Change, Reason
from engine.language.messages import Message
from engine.text import Text
from tui.adding import adding_up
from tui.plain.bulletin import ledger as plain_ledger
from tui.widgets.documents import ledger, reasons
from tui.widgets.moved import change_row
from tui.widgets.wording import Tongue

TONGUE = Tongue("en")
LATTICE = st.integers(-40 * 4096, 40 * 4096).map(lambda n: n / 4096)
SMALL = st.integers(-400, 400).map(lambda n: n / 4096)
NUMBER = re.compile(r"(?<![\w.])[+-]?\d+(?:\.\d)?(?![\w.])")


@st.composite
def movements(draw):
    amounts = draw(st.lists(st.one_of(LATTICE, SMALL), min_size=1, max_size=8))
    before = draw(LATTICE)
    told = (Reason(Message.of("cause.control_lost", team=Text.of("ABCDEFGH"[n])), by) for n, by in enumerate(amounts))
    return Change("freedom", Message.of("meter.freedom"), before, before + sum(amounts), tuple(told))


def tenths(printed):
    return [round(10 * float(each)) for each in printed]


def numbers(page):
    """Every number of a page in tenths, but those that count reasons."""
    said = re.sub(r"and (one|\d+) that moved it by less than 0\.1( each)?|from \d+ more|[Tt]urn \d+", "", page)
    return tenths(NUMBER.findall(said))


@given(movements())
def test_each_reason_is_printed_within_a_tenth_of_what_it_was(change):
    for printed, reason in zip(adding_up(change), change.reasons, strict=True):
        assert abs(printed.amount - reason.amount) <= 0.1 + 1e-9


def hidden(page):
    """How many reasons a page counts that it does not show."""
    counted = re.search(r"and (one|\d+) that moved it by less than 0\.1", page)
    return 0 if counted is None else 1 if counted[1] == "one" else int(counted[1])


@settings(max_examples=25)
@given(movements())
def test_the_printed_reasons_come_to_what_is_printed_of_the_number(change):
    small = sum(not each.amount for each in adding_up(change))
    page = " ".join(" ".join(plain_ledger([(1, change)], "en")).split())
    before, after, *found = numbers(page)
    assert sum(found) == after - before == sum(tenths(each.amount for each in adding_up(change)))
    assert hidden(page) == small
    page = ledger(TONGUE, [(1, change)], 300).plain
    before, after, by, *found = numbers(page)
    assert sum(found) == by == after - before
    assert hidden(page) == small
    for most in (1, 2, 3):
        assert sum(numbers("\n".join(line.plain for line in reasons(TONGUE, change, 300, most)))) == by
    for width in (60, 300):
        before, after, *found = numbers(change_row(TONGUE, change, width).plain)
        assert after - before == by
        assert sum(found) == (2 * by if by else 0)  # the difference itself, and its reasons
