"""Invariant 6 from the outside: what the terminal said was laid, taken back or sealed is there after kill -9."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings

from engine.game.load import load
from engine.game.table import Table

ROOT = Path(__file__).parents[2]
ROUNDS = 50 if settings.default.max_examples > 1000 else 6
"""Each starts a whole program: the long profile tries more of them."""
TYPED = ["4b", "take back 4", "4a", "2", "seal", "yes", ""]
SAID = {"Laid:": "lay", "Taken back": "take_back", "Sealed.": "seal"}


def start(path, home):
    words = [
        "play",
        "ferry_rumour",
        "--plain",
        "--seats",
        "*=human",
        "--seed",
        "3",
        "--lang",
        "en",
        "--save",
        str(path),
    ]
    return subprocess.Popen(
        [sys.executable, ROOT / "play.py", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=home,
        env={**os.environ, "XDG_DATA_HOME": str(home)},
        text=True,
    )


def acknowledged(lines):
    return [intent for line in lines for said, intent in SAID.items() if line.startswith(said)]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_every_order_that_the_terminal_acknowledged_is_there_after_a_kill(tmp_path, number):
    path, dice = tmp_path / "evening.ghx", random.Random(number)
    process = start(path, tmp_path)
    process.stdin.write("".join(f"{line}\n" for line in ["", *TYPED] * 20))
    process.stdin.flush()
    lines, wanted = [], dice.randint(1, 30)
    for line in process.stdout:
        lines.append(line)
        if len(acknowledged(lines)) >= wanted:
            break
    time.sleep(dice.random() / 100)
    process.kill()
    lines += process.stdout.readlines()
    process.communicate()
    told = acknowledged(lines)
    kept = [record["intent"] for record in load(path).records if record["kind"] == "intent"]
    assert len(told) >= wanted
    assert kept[: len(told)] == told
    assert len(kept) <= len(told) + 1  # the last may have been saved before it was said
    table = Table.resume(path)
    assert table.trouble is None
    table.close()
