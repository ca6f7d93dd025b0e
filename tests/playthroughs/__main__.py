"""Writes the golden playthroughs anew: `python -m tests.playthroughs`. Do so only when results are meant to change."""

from tests.playthroughs.golden import GOLDEN, path_of, told

for game in GOLDEN:
    path_of(game).write_text("".join(f"{line}\n" for line in told(game)), encoding="utf-8", newline="\n")
