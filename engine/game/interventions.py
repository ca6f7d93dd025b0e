"""Says in words what the facilitator did, turn by turn: what stands, what was taken back, and what with its turn."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from engine.game.course import Directed, Event, retractable, standing
from engine.game.directing import Directing, Fire, Hold, Release, Retract, Rewind, Rule, SetPace, Skip, Unseal
from engine.game.drafts import Moves
from engine.game.intents import Conduct, LockLate, PassSeat, Seal, SetPin
from engine.game.match import Match
from engine.game.papers import Steered
from engine.game.seats import EMPTY, Seat
from engine.game.words import meter_name
from engine.language.messages import Message, Value
from engine.scenario.effects import Effect
from engine.scenario.fragments import Fragment, fragment_of
from engine.scenario.injects import Inject
from engine.text import Text

WHOLE = 100
Done = tuple[int, Message]
"""A turn, and what was done in it."""
Place = tuple[int, int, int]
"""When it was done: how often turns had been taken back, how long the log was; what is in the log goes last there."""


def interventions(match: Match) -> list[Done]:
    """Return all that the facilitator did, in the order in which it was done.

    What turns that were taken back took with them is marked.
    """
    return [done for _, done in sorted((*_steered(match), *_directed(match)), key=lambda each: each[0])]


def _directed(match: Match) -> Iterator[tuple[Place, Done]]:
    """Yield what was done to the course of the exercise; what outlived a rewind has its place before that."""
    done: dict[int, Place] = {}
    for before, back in enumerate(match.rewinds):
        stood = {id(event) for event in standing(back.log)}
        for at, event, words in _told(match, back.log):
            place = done.setdefault(id(event), (before, at, 1))
            if event.turn >= back.to.turn:
                yield place, (event.turn, Message.of("intervention.gone", what=words) if id(event) in stood else words)
        yield (before, len(back.log), 1), (back.turn, _rewound(back.to))
    for at, event, words in _told(match, match.log):
        yield done.get(id(event), (len(match.rewinds), at, 1)), (event.turn, words)


def _steered(match: Match) -> Iterator[tuple[Place, Done]]:
    """Yield what was done to seats, PINs and seals; what was sealed from the console one after the other, together."""
    for (at, turn, sealed), acts in groupby(
        match.papers.steered, key=lambda act: (act.at, act.turn, isinstance(act.intent, Seal))
    ):
        if sealed:
            teams = dict.fromkeys(act.intent.team for act in acts if isinstance(act.intent, Seal))
            sealed_now = Message.of(
                "intervention.sealed", teams=tuple(match.scenario.teams[team].name for team in teams)
            )
            gone = any(back.to.turn <= turn for back in match.rewinds[at[0] :])
            yield (*at, 0), (turn, Message.of("intervention.gone", what=sealed_now) if gone else sealed_now)
        else:
            for act in acts:
                if not isinstance(act.intent, LockLate):  # which comes with a note that tells it
                    yield (*at, 0), (turn, _seated(match, act))


def _seated(match: Match, act: Steered) -> Message:
    """Say what was done to a seat or a PIN, or to who closes the turns."""
    name = {team: each.name for team, each in match.scenario.teams.items()}
    match act.intent:
        case PassSeat(team, seat):
            return Message.of("intervention.passed", team=name[team], before=_sits(act.before), now=_sits(seat))
        case SetPin(who) if who in name:
            return Message.of("intervention.pin", team=name[who])
        case Conduct(on):
            return Message.of("intervention.conduct_on" if on else "intervention.conduct_off")
    return Message.of("intervention.chair_pin")


def _sits(seat: Seat | None) -> Message:
    """Say who sits there."""
    if seat is None or seat == EMPTY:
        return Message.of("seat.empty")
    return Message.of("seat.bot", bot=Message(f"bot.{seat.bot}")) if seat.bot else Message.of("seat.human")


def last_standing(match: Match) -> Message | None:
    """Say what would be taken back if the last intervention of the open turn were; None where there is none."""
    return None if match.ended else _undone(match, match.log, match.turn)


def _told(match: Match, log: Sequence[Event]) -> Iterator[tuple[int, Directed, Message]]:
    """Yield what the facilitator did in a log, with its place there."""
    for place, event in enumerate(log):
        if not isinstance(event, Directed):
            continue
        undone = _undone(match, log[:place], event.turn) if isinstance(event.intent, Retract) else None
        told = Message.of("intervention.retract", what=undone) if undone else _words(match, log[:place], event.intent)
        yield place, event, told


def _undone(match: Match, log: Sequence[Event], turn: int) -> Message | None:
    """Say what would be taken back first, of what a log says was done in a turn."""
    last = retractable(standing(log), turn)
    if last is None:
        return None
    return _words(match, log[: next(place for place, event in enumerate(log) if event is last)], last.intent)


def _words(match: Match, before: Iterable[Event], intent: Directing) -> Message:
    """Say in words what the facilitator did, after all that is in a log."""
    match intent:
        case Fire(inject) | Hold(inject) | Release(inject) | Skip(inject):
            kind, known = type(intent).__name__.lower(), _known(match, before)
            name: Value = known[inject].name if inject in known else Text.of(inject)
            return Message.of(f"intervention.{kind}", inject=name)
        case Rule(text):
            return _ruled(match, _known(match, standing(before)), fragment_of(text))
        case Unseal(team):
            return Message.of("intervention.unseal", team=match.scenario.teams[team].name)
        case SetPace(pace):
            return Message.of(f"intervention.pace_{pace}")
        case Rewind():
            return _rewound(intent)
        case Retract():
            return Message.of("action.retract")


def _rewound(to: Rewind) -> Message:
    what = "branch" if to.branch else "rewind"
    return Message.of(f"intervention.{what}_{'fresh' if to.fresh else 'same'}", turn=to.turn)


def _known(match: Match, before: Iterable[Event]) -> dict[str, Inject]:
    """Return the injects that there were, as they were worded then."""
    known = dict(match.origin.scenario.injects)
    for event in before:
        if isinstance(event, Directed) and isinstance(event.intent, Rule):
            known |= fragment_of(event.intent.text).injects
    return known


def _ruled(match: Match, known: dict[str, Inject], added: Fragment) -> Message:
    """Say which kind of ruling it was: a meter moved, an inject rewritten or added, an order that was argued for."""
    injects, cards = added.injects, added.cards
    if len(cards) == 1 and not injects:
        (card,) = cards.values()
        team = match.scenario.teams.get(next(iter(added.holds), ""))
        if card.judged and team and isinstance(card.chance, float):
            chance = round(card.chance * WHOLE)
            return Message.of("intervention.argued", team=team.name, name=card.name, percent=chance)
    if injects and not cards:
        names = tuple(inject.name for inject in injects.values())
        if injects.keys() <= known.keys():
            return Message.of("intervention.rewritten", names=names)
        if injects.keys() & known.keys():
            return Message.of("intervention.rule", names=names)
        moved = _moved(match, list(injects.values()))
        return moved or Message.of("intervention.composed", names=names)
    every = (*(inject.name for inject in injects.values()), *(card.name for card in cards.values()))
    return Message.of("intervention.rule", names=every)


def moves_meters(match: Match, added: Fragment) -> bool:
    """Whether a ruling is nothing but a meter that is moved, with the reason."""
    return bool(added.injects) and not added.cards and _moved(match, list(added.injects.values())) is not None


def _moved(match: Match, injects: Sequence[Inject]) -> Message | None:
    """Say by how much meters were moved, and why, where an inject does and says nothing else."""
    inject = injects[0]
    moves = [_move(match, effect) for effect in inject.effects]
    changes = tuple(each for each in moves if each)
    if len(injects) > 1 or not changes or len(changes) < len(moves) or inject.text != inject.name:
        return None
    return Message.of("intervention.moved", changes=changes, reason=inject.name)


def _move(match: Match, effect: Effect) -> Message | None:
    moves = moves_of(effect)
    if moves is None or moves.meter not in match.book.meters:
        return None
    return Message.of("plain.moved", name=meter_name(match.scenario, moves.meter), by=moves.by)


def moves_of(effect: Effect) -> Moves | None:
    """Return the meter that an effect moves, and by how much; None for one that does something else."""
    shift, story = effect.shift, effect.spark or effect.cool
    by = shift.by if shift else story.by if story else None
    try:
        much = float(by.source) if by else 0.0
    except ValueError:
        return None
    if story:
        return Moves(f"{story.narrative}.heat", -much if effect.cool else much)
    if not shift or not much:
        return None
    if shift.relations:
        return Moves(".".join(("relations", *shift.relations)), much)
    return Moves(shift.meter or f"{shift.among}.{shift.opinion_of}", much)
