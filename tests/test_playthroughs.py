"""Golden playthroughs: whole exercises between bots give the same text, line by line, on every machine and version."""

import pytest

from tests.playthroughs.golden import ANEW, FOLDER, GOLDEN, LAYS, RAISE, numbers, path_of, told, why_other
from tests.scenario.broken import FERRY, change, read

HEAD = ["rules 1", "scenario s, pace full, seed 1, numbers 2", "seats a random"]
TURN = ["turn 1", "  opens 0", f"{LAYS}a: listen", "  a: listen: success", "  freedom 50.0", "  state 9"]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: f"{golden.scenario}, {golden.pace}")
def test_a_playthrough_is_told_line_by_line_as_it_was(golden):
    kept = path_of(golden).read_text(encoding="utf-8").splitlines()
    reason = why_other(kept, list(told(golden)))
    assert reason is None, f"{path_of(golden).name}, {reason}"


def test_no_playthrough_is_left_over():
    assert {path.name for path in FOLDER.glob("*.txt")} == {path_of(golden).name for golden in GOLDEN}


@pytest.mark.parametrize(
    ("line", "other", "advice"),
    [
        (0, "rules 2", ANEW),
        (1, "scenario s, pace full, seed 1, numbers 3", ANEW),
        (2, "seats a prudent", ANEW),
        (4, "  opens 1", RAISE),
        (5, f"{LAYS}a: speak", ANEW),
        (6, "  a: listen: partial", RAISE),
        (7, "  freedom 51.0", RAISE),
        (8, "  state 8", RAISE),
    ],
)
def test_other_states_after_the_same_orders_ask_for_another_version_of_the_rules(line, other, advice):
    kept = [*HEAD, *TURN]
    now = [*kept[:line], other, *kept[line + 1 :]]
    assert why_other(kept, kept) is None
    assert why_other(kept, now) == f"line {line + 1}: {advice}"
    if line < len(HEAD):  # whatever else changed with it, it is another game
        assert why_other(kept, [*now[:-1], "  state 8"]) == f"line {line + 1}: {advice}"


def test_a_playthrough_that_ends_sooner_or_goes_on_is_another():
    assert why_other([*HEAD, *TURN], [*HEAD, *TURN[:-1]]).endswith(RAISE)
    assert why_other([*HEAD, *TURN], [*HEAD, *TURN, "turn 2"]).endswith(RAISE)


@pytest.mark.parametrize(
    ("old", "new", "same"), [("Inspect the ferry", "Look at the ferry", True), ("chance: 0.6", "chance: 0.7", False)]
)
def test_words_are_no_numbers_of_a_scenario(old, new, same):
    assert (numbers(read(FERRY).scenario) == numbers(read(change(old, new)).scenario)) == same
