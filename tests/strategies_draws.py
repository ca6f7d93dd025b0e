"""Draws the small things of a scenario one by one, from few strategies that are built once.

To build a strategy costs more than to draw from it, and a scenario takes a thousand draws.
"""

import random
from functools import cache

from hypothesis import strategies as st


@cache
def integers(low, high):
    return st.integers(low, high)


class Draws:
    """What a composite strategy draws with. What comes first is simplest, and what shrinking leads to."""

    def __init__(self, draw):
        self._draw = draw

    def whole(self, low, high):
        return self._draw(integers(low, high))

    def seldom(self, often):
        """True once in so many times."""
        return self.whole(0, often - 1) == often - 1

    def one(self, things):
        return things[self.whole(0, len(things) - 1)]

    def some(self, things, *, least=0, most=3):
        """Some of the things, each once, in any order."""
        left = list(things)
        count = self.whole(min(least, len(left)), min(most, len(left)))
        return [left.pop(self.whole(0, len(left) - 1)) for _ in range(count)]

    def maybe(self, make, *how, **more):
        """None, or what `make` makes: more often None."""
        return make(*how, **more) if self.seldom(3) else None

    def several(self, most, make, *how, least=0):
        """A list of what `make` makes."""
        return [make(*how) for _ in range(self.whole(least, most))]

    def mapping(self, keys, make, *how, least=0):
        """Some of the keys, each with a value of its own."""
        return {key: make(*how) for key in self.some(keys, least=least)}

    def number(self, low, high):
        """Whole numbers, thousandths (off the lattice), and halves between two points of the lattice."""
        steps = self.one((1, 1000, 8192))
        n = self.whole(low * steps, high * steps)
        return n if steps == 1 else n / steps

    def words(self):
        """Text for people: in one language, in two, or in the other one."""
        return self.one(("words", {"en": "words", "id": "kata"}, {"id": "kata"}))


class Dice(Draws):
    """Draws likewise, by a seed: for what is asked of many scenarios together, none of which must be made smaller."""

    def __init__(self, seed):
        self.whole = random.Random(seed).randint


def written(**values):
    """A mapping without the keys that are None."""
    return {key.rstrip("_"): value for key, value in values.items() if value is not None}
