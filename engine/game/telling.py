"""Rows of the ledger as a team may be told them: amounts on an opinion must not give the true opinion away.

What reaches an opinion is damped by how far out it is, so the exact amount would tell a team what no poll tells it.
A team that reads polls is told the amount before damping, and nothing at all where the amount itself depends on the
opinion.
"""

from engine.compiler.lines import plain_number
from engine.game.knowledge import Knowledge
from engine.kernel.ledger import Entry


def told(knows: Knowledge, entries: list[Entry]) -> list[Entry]:
    """Rows of a turn, those on opinions that are known from polls only as they were before damping."""
    return [
        entry._replace(amount=entry.whole) if _poll(knows, entry.meter) else entry
        for entry in entries
        if not _poll(knows, entry.meter) or _fixed(knows, entry.cause)
    ]


def _poll(knows: Knowledge, meter: str) -> bool:
    first, _, second = meter.partition(".")
    book = knows.match.book
    return first in book.audiences and second in book.sides and not knows.reads(meter)


def _fixed(knows: Knowledge, cause: str) -> bool:
    """Whether the amount of a cause does not depend on the opinion that it moves."""
    scenario = knows.match.scenario
    match cause.split("/"):
        case ["order", _, card, part] if part.startswith("effects."):
            effect = scenario.cards[card].effects[int(part.partition(".")[2])]
        case ["inject", inject, part]:
            written = scenario.injects[inject]
            missed = written.expects.if_missed if written.expects else []
            kind, _, place = part.partition(".")
            effect = (missed if kind == "if_missed" else written.effects)[int(place)]
        case ["rule", "story" | "control_lost", _]:
            return True
        case _:
            return False
    shift = effect.shift
    return shift is not None and shift.to is None and shift.by is not None and plain_number(shift.by) is not None
