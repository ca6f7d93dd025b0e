"""Golden playthroughs: whole exercises between bots give the same text, line by line, on every machine and version."""

import pytest

from tests.playthroughs.golden import FOLDER, GOLDEN, path_of, told

ANEW = "results changed; if they are meant to, write the playthroughs anew with `python -m tests.playthroughs`"


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: f"{golden.scenario}, {golden.pace}")
def test_a_playthrough_is_told_line_by_line_as_it_was(golden):
    kept = path_of(golden).read_text(encoding="utf-8").splitlines()
    for number, (line, was) in enumerate(zip(told(golden), kept, strict=True), start=1):
        assert line == was, f"{path_of(golden).name}:{number}: {ANEW}"


def test_no_playthrough_is_left_over():
    assert {path.name for path in FOLDER.glob("*.txt")} == {path_of(golden).name for golden in GOLDEN}
