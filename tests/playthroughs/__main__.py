"""Writes the golden playthroughs anew: `python -m tests.playthroughs`. Do so only when results are meant to change."""

import sys

from tests.playthroughs.golden import GOLDEN, RAISE, path_of, told, why_other

refused = 0
for game in GOLDEN:
    path, now = path_of(game), list(told(game))
    reason = why_other(path.read_text(encoding="utf-8").splitlines(), now) if path.exists() else None
    if reason and reason.endswith(RAISE):
        sys.stderr.write(f"{path.name}: not written, {reason}\n")
        refused = 1
    else:
        path.write_text("".join(f"{line}\n" for line in now), encoding="utf-8", newline="\n")
sys.exit(refused)
