"""What is printed of a movement adds up: before, the reasons with what the others come to, and after."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.game.view import Change, Reason
from engine.language.messages import Message
from engine.text import Text
from tui.adding import ROUNDING, adding_up
from tui.joined import carrying
from tui.plain.bulletin import ledger as plain_ledger
from tui.widgets.documents import ledger, reasons
from tui.widgets.moved import change_row, numbers_of
from tui.widgets.wording import Tongue

TONGUE = Tongue("en")
LATTICE = st.integers(-40 * 4096, 40 * 4096).map(lambda n: n / 4096)
SMALL = st.integers(-400, 400).map(lambda n: n / 4096)
NUMBER = re.compile(r"(?<![\w.])[+-]?\d+(?:\.\d)?(?![\w.])")


@st.composite
def movements(draw):
    amounts = draw(st.lists(st.one_of(LATTICE, SMALL), min_size=1, max_size=8))
    before = draw(LATTICE)
    causes = [Message.of("cause.control_lost", team=Text.of(letter)) for letter in "ABCDEFGH"]
    orders = [Message.of("cause.order", team=each.get("team"), card=Text.of("Speak")) for each in causes]
    told = (Reason(draw(st.sampled_from((causes[n], orders[n]))), by) for n, by in enumerate(amounts))
    return Change("freedom", Message.of("meter.freedom"), before, before + sum(amounts), tuple(told))


def tenths(printed):
    return [round(10 * float(each)) for each in printed]


def numbers(page):
    """Every number of a page in tenths, but those that count reasons."""
    said = re.sub(r"and (one|\d+) that moved it by less than 0\.1( each)?|from \d+ more|[Tt]urn \d+", "", page)
    return tenths(NUMBER.findall(said))


@given(movements())
def test_each_reason_is_printed_within_a_tenth_of_what_it_was(change):
    told = adding_up(change)
    for printed, reason in zip(told, change.reasons, strict=False):
        assert abs(printed.amount - reason.amount) <= 0.1 + 1e-9
    assert [each.cause for each in told[len(change.reasons) :]] in ([], [ROUNDING])


@given(movements())
def test_an_order_is_printed_with_the_number_that_is_told_of_it_elsewhere(change):
    for printed, reason in zip(adding_up(change), change.reasons, strict=False):
        if reason.cause.get("card"):
            by = (Message.of("screen.why.amount", n=amount) for amount in (printed.amount, reason.amount))
            assert len(set(map(TONGUE.plain, by))) == 1


def test_what_goes_beyond_the_end_of_a_scale_stands_right_below_what_it_cuts():
    order, other = (Message.of("cause.order", team=Text.of(each), card=Text.of("Speak")) for each in "AB")
    beyond = Reason(Message("cause.limit"), 3.0)
    reasons = (Reason(order, -8.0), beyond, Reason(other, 5.0), Reason(Message("cause.inbox"), -4.0))
    told = carrying(Change("freedom", Message.of("meter.freedom"), 4.0, 0.0, reasons))
    assert [each.amount for each in told] == [-8.0, 3.0, 5.0, -4.0]


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
        before, after, *found = numbers(change_row(TONGUE, change, width, numbers_of(TONGUE, [change])).plain)
        assert after - before == by
        assert sum(found) == (2 * by if by else 0)  # the difference itself, and its reasons
