"""Rows of the ledger as a team may be told them: amounts on an opinion must not give the true opinion away.

What reaches an opinion is damped by how far out it is, so the exact amount would tell a team what no poll tells it.
A team that reads polls is told the amount before damping; `Knowledge.understands` keeps back what depends on more.
"""

from engine.game.knowledge import Knowledge
from engine.kernel.ledger import Entry


def told(knows: Knowledge, entries: list[Entry]) -> list[Entry]:
    """Rows of a turn, those on opinions that are known from polls as they were before damping."""
    return [entry._replace(amount=entry.whole) if _poll(knows, entry.meter) else entry for entry in entries]


def _poll(knows: Knowledge, meter: str) -> bool:
    first, _, second = meter.partition(".")
    book = knows.match.book
    return first in book.audiences and second in book.sides and not knows.reads(meter)
