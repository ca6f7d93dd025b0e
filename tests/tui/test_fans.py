"""A range of futures is said as one number where it is one, and what is alike is not set against itself."""

import pytest

from engine.language.catalogue import say
from tui.fans import lost_then, range_of


@pytest.mark.parametrize(("low", "high", "told"), [(0.6, 1.4, "1 %"), (0.6, 1.6, "1-2 %")])
def test_a_range_whose_ends_are_alike_is_one_number(low, high, told):
    assert say("en", range_of(low, high)) == told


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (18.4, "Control lost by ENDEX in 18 of 100 futures, fired or not"),
        (12.0, "Control lost by ENDEX in 18, not 12, of 100 futures"),
    ],
)
def test_a_share_is_set_against_another_only_where_they_differ(before, told):
    assert say("en", lost_then(before, 18.0)) == told
