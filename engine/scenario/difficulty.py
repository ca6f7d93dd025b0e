"""For whom a scenario is written: what an author may write, and what holds where nothing is written."""

from typing import Final, Literal, get_args

Difficulty = Literal["introductory", "intermediate", "advanced"]
DIFFICULTIES: tuple[Difficulty, ...] = get_args(Difficulty)
USUAL: Final = "intermediate"
