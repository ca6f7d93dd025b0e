"""A number is read alike wherever somebody types one."""

import pytest

from tui.numbers import whole


@pytest.mark.parametrize(("typed", "read"), [("0", 0), ("7", 7), ("007", 7), ("180", 180)])
def test_plain_digits_are_a_number(typed, read):
    assert whole(typed, 180) == read


@pytest.mark.parametrize(
    "typed", ["", "181", "-1", "+1", "1.0", " 7", "7 ", "1_0", "0007", "\u0667", "\u00b2", "9" * 5000]
)
def test_what_is_no_number_or_too_large_is_none(typed):
    assert whole(typed, 180) is None
