"""What of a card would not happen as things stand: meters that it moves only while a flag is raised that is not."""

from collections.abc import Collection, Mapping

from engine.game.causes import written_at
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.needs import in_words
from engine.game.words import meter_name
from engine.kernel.expressions import evaluate
from engine.kernel.kinds import NONE, SUCCESS, Scale, Verb
from engine.language.messages import Message
from engine.scenario.expressions import Expression, Name
from engine.scenario.names import resolve

AMOUNTS = frozenset({Verb.NUMBER, Verb.PERCENT, Verb.VALUE, Verb.TOWARD, Verb.TOWARD_BY})


def moved(match: Match, option: int, verbs: Collection[int] = AMOUNTS) -> dict[int, list[int]]:
    """Return the meters that a success moves, each with its rows; what the model itself books is left out."""
    rows, found = match.book.rows, dict[int, list[int]]()
    for kind in range(len(rows.first)):
        first, count = rows.first[kind, option, SUCCESS], rows.count[kind, option, SUCCESS]
        for row in rows.order[first : first + count].tolist():
            if rows.scale[row] != Scale.FULL and rows.verb[row] in verbs:
                found.setdefault(int(rows.meter[row]), []).append(row)
    return found


def holds(knows: Knowledge, row: int) -> bool | None:
    """Return whether the condition of a row of a card holds now; None where the team cannot tell.

    Before the crisis it is told of no condition, for that would tell what is to come.
    """
    match, condition = knows.match, knows.match.book.rows.when[row]
    if condition == NONE:
        return True
    when = _written(match, row)
    if when is None or knows.team is None or not match.turn or not knows.judges(when, knows.team):
        return None
    return bool(evaluate(match.book.expressions[condition], match.state)[0])


def idle(match: Match, team: str, option: int) -> dict[int, Expression]:
    """Return the meters that a success would leave as they are now, each with the flag that would have to be raised.

    It is told of meters that the team reads, where it can tell of every condition that it does not hold.
    """
    knows, found = Knowledge(match, team), dict[int, Expression]()
    for meter, rows in moved(match, option).items():
        shut = [_written(match, row) for row in rows if holds(knows, row) is False]
        flag = next((condition for condition in shut if condition and _is_flag(match, team, condition)), None)
        if flag is not None and len(shut) == len(rows) and knows.reads(match.book.meters[meter]):
            found[meter] = flag
    return found


def idle_facts(match: Match, team: str, still: Mapping[int, Expression]) -> list[Message]:
    """Say which meters, those of `idle`, a card does not move as things stand, and what that would take."""
    waiting: dict[Message, list[int]] = {}
    for meter, flag in still.items():
        waiting.setdefault(in_words(match.scenario, flag, team, match.told()), []).append(meter)
    names = match.book.meters
    return [
        Message.of("fact.idle", meters=tuple(meter_name(match.scenario, names[it]) for it in meters), needs=needs)
        for needs, meters in waiting.items()
    ]


def _is_flag(at: Match, team: str, condition: Expression) -> bool:
    """Whether a condition is a flag alone; a bare meter or stage is none."""
    address = resolve(at.scenario, condition.tree.parts, team) if isinstance(condition.tree, Name) else None
    return address is not None and address.kind == "flag"


def _written(at: Match, row: int) -> Expression | None:
    """Return the condition of a row as the author of its card wrote it."""
    match written_at(at.book.causes[at.book.rows.cause[row]]):
        case ("cards", str(card), "effects", int(place)):
            return at.scenario.cards[card].effects[place].when
    return None
