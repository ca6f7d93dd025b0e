"""A range of futures is said as one number where it is one, and what is alike is not set against itself."""

import pytest

from engine.language.catalogue import say
from engine.text import Text
from engine.tools.forecast import Fan, Outlook
from tui.fans import lost_then, range_of
from tui.widgets.futures import LOST, NUMBERS, TURN, Ahead, in_full
from tui.widgets.wording import Tongue


@pytest.mark.parametrize(("low", "high", "told"), [(0.6, 1.4, "1 %"), (0.6, 1.6, "1–2 %")])
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


@pytest.mark.parametrize("width", [40, 60, 76])
@pytest.mark.parametrize(("high", "end"), [(2.0, 10), (30.0, 33), (99.0, 100)])
def test_the_bars_of_a_fan_have_a_scale_above_both_their_ends(width, high, end):
    fan = Fan("embassy", (3, 4), (0.0, 0.0), (1.0, 1.0), (1.0, high), (0.0, 5.0))
    rows = in_full(Tongue("en"), Ahead(Outlook(3, (fan,)), fan, Text.of("Embassy"), None))
    head, *bars = (row.lay(width).plain for row in rows if row.key == "columns" or row.key.startswith("turn:"))
    left, right = TURN + 1, width - NUMBERS - LOST - 2
    assert head[left:right].split("  ")[0] == "0 %"
    assert head[left:right].endswith(f"{end} %")
    assert all(len(bar[left:right].rstrip()) == right - left for bar in bars)
    last = right - left - 1
    assert bars[-1][left:right].rindex("\u2501") == min(int(high / end * (right - left)), last)
