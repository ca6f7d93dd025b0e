"""Which exercises of the library are shown: by difficulty, length, what they teach, and the language."""

from collections.abc import Sequence
from typing import NamedTuple

from engine.language.catalogue import LANGUAGES
from engine.scenario.difficulty import DIFFICULTIES
from tui.offers import Offer

LENGTHS = ("short", "medium", "long")
_MINUTES = {"short": range(21), "medium": range(21, 46)}
"""Minutes at full pace; longer ones are long."""


class Filter(NamedTuple):
    """None stands for any."""

    difficulty: str | None = None
    length: str | None = None
    teaching: str | None = None
    spoken: str | None = None

    def lets(self, offer: Offer) -> bool:
        """Whether an exercise is shown. One that cannot be read always is: its author looks for it."""
        head = offer.head
        if head is None:
            return True
        return (
            self.difficulty in {None, head.difficulty}
            and self.length in {None, length_of(offer)}
            and (self.teaching is None or self.teaching in head.teaches)
            and (self.spoken is None or self.spoken in head.languages)
        )

    def turned(self, what: str) -> "Filter":
        """Return the filter with one of `CHOICES` gone on to the next, and after the last to any."""
        choices: Sequence[str | None] = (None, *CHOICES[what])
        now = choices.index(getattr(self, what))
        return self._replace(**{what: choices[(now + 1) % len(choices)]})


CHOICES = {"difficulty": DIFFICULTIES, "length": LENGTHS, "spoken": LANGUAGES}
EVERYTHING = Filter()


def length_of(offer: Offer) -> str:
    """Return the length of an exercise, of LENGTHS."""
    return next((name for name, minutes in _MINUTES.items() if offer.minutes in minutes), LENGTHS[-1])
