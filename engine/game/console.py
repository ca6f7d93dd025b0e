"""What the facilitator sees: the MSEL with what became of each inject, every team's orders, notes and interventions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from engine.game.drafts import Dial, dials
from engine.game.ending import Observation
from engine.game.intents import FACILITATOR
from engine.game.interventions import interventions, last_standing
from engine.game.match import Match
from engine.game.odds import splits
from engine.game.papers import Noted
from engine.game.rulings import Status
from engine.game.view import View
from engine.kernel.expressions import evaluate
from engine.kernel.kinds import NONE
from engine.language.messages import Message
from engine.scenario.rounds import Pace
from engine.text import Text

State = Literal["fired", "held", "skipped", "unscheduled", "passed", "due", "later"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An inject of the MSEL. `turn` is when it fired or is first due, `until` the last turn at which it may fire.

    `conditional` says that it waits for a condition, `holds` that nothing keeps it back now, `added` that the
    facilitator composed it. `comes` is the next turn in which a due one may come by itself, or a held one once it is
    released: 0 where none is left, None where there is nothing to say of it.
    """

    inject: str
    name: Text
    sender: Text | None
    text: Text
    to: tuple[Text, ...]
    to_all: bool
    turn: int | None
    until: int | None
    state: State
    conditional: bool
    holds: bool
    added: bool
    comes: int | None


@dataclass(frozen=True, slots=True)
class Desk:
    """A team as the facilitator sees it: its own view, orders included, and whether they are sealed."""

    team: str
    view: View
    sealed: bool
    locked: bool
    returned: tuple[Text, ...]

    @property
    def name(self) -> Text:
        """What it is called."""
        return self.view.called


@dataclass(frozen=True, slots=True)
class Judged:
    """What comes of an order that was argued for.

    `splits` are the chances of success, partial success and backfire in percent, by odds of 1 to 99; `partial` and
    `backfire` by how much its effects count then, and `credibility` what a backfire moves beside them.
    """

    splits: tuple[tuple[int, int, int], ...]
    partial: float
    backfire: float
    credibility: float


@dataclass(frozen=True, slots=True)
class Console:
    """Everything that the facilitator needs in one place.

    `undone` is what would be taken back if the last intervention of this turn were. `dials` are the meters that a
    ruling may move, `first` the turn to which all can be taken back, `last` the latest one, `rounds` those in which the
    table decides; `decides` says that orders may be laid now, `conducted` that the facilitator closes the turns.
    """

    public: View
    msel: tuple[Entry, ...]
    desks: tuple[Desk, ...]
    notes: tuple[Observation, ...]
    interventions: tuple[tuple[int, Message], ...]
    undone: Message | None
    seed: int
    pace: Pace
    next_pace: Pace | None
    locked: bool
    conducted: bool
    decides: bool
    first: int
    last: int
    dials: tuple[Dial, ...]
    judged: Judged
    rounds: tuple[int, ...]


def console(match: Match, view: Callable[[str | None], View]) -> Console:
    """Build the facilitator's view; `view` gives what a team may know."""
    return Console(
        public=view(None),
        msel=tuple(sorted((_entry(match, name) for name in match.book.msel), key=_when)),
        desks=tuple(_desk(match, view(team), team) for team in match.scenario.teams),
        notes=tuple(observation(match, noted) for noted in match.papers.notes),
        interventions=tuple(interventions(match)),
        undone=last_standing(match),
        seed=match.seed,
        pace=match.pace,
        next_pace=match.next_pace,
        locked=FACILITATOR in match.papers.locks,
        conducted=match.papers.conducted,
        decides=match.decides,
        first=match.book.first_turn,
        last=match.history[-1].turn if match.ended else match.turn,
        dials=dials(match),
        judged=_judged(match),
        rounds=_rounds(match),
    )


def _rounds(match: Match) -> tuple[int, ...]:
    """Return the turns in which the table has decided, decides now, or will at the pace that is set for them."""
    decided = [played.turn for played in match.history if played.decided]
    return (*decided, *([match.turn] if match.decides else []), *([] if match.ended else match.later))


def _judged(match: Match) -> Judged:
    number = match.book.number
    return Judged(
        splits(number["partial_from"]),
        number["outcome_partial"],
        number["outcome_backfire"],
        number["backfire_credibility"],
    )


def _entry(match: Match, name: str) -> Entry:
    scenario, book, place = match.scenario, match.book, match.book.msel.index(name)
    inject, written = scenario.injects[name], match.origin.scenario.injects.get(name)
    fired, dated = int(match.state.fired[0, place]), int(match.state.dated[0, place])
    first, span = int(book.injects.turn[place]) or dated, int(book.injects.span[place])
    last = max(int(book.injects.until[place]), dated + span if dated else 0)
    when = int(book.injects.when[place])
    holds = when == NONE or bool(evaluate(book.expressions[when], match.state)[0] != 0)
    status = match.edition.status.get(name)
    teams = [team for team in scenario.teams if inject.reaches(team)]
    return Entry(
        inject=name,
        name=inject.name,
        sender=inject.said_by,
        text=inject.text,
        to=tuple(scenario.teams[team].name for team in teams),
        to_all=set(teams) == set(scenario.teams),
        turn=fired or first or None,
        until=last or None,
        state=_state(match, fired, first, last, status),
        conditional=written is not None and written.when is not None,
        holds=holds and status not in {"held", "skipped"},
        added=written is None,
        comes=_comes(match, first, last, status) if not fired else None,
    )


def _comes(match: Match, first: int, last: int, status: Status | None) -> int | None:
    """What is released comes in the open turn, if that is its time; what is due was passed over there already."""
    if match.ended or not first or status not in {None, "held"}:
        return None
    turn = max(first, match.turn if status == "held" else match.turn + 1)
    return turn if turn <= last else 0


def _state(match: Match, fired: int, first: int, last: int, status: Status | None) -> State:
    if fired:
        return "fired"
    if status in {"held", "skipped"}:
        return "held" if status == "held" else "skipped"
    if not first:
        return "unscheduled"
    return "passed" if match.ended or last < match.turn else "due" if first <= match.turn else "later"


def _when(entry: Entry) -> tuple[int, str]:
    return entry.turn or 1000, entry.inject


def _desk(match: Match, view: View, team: str) -> Desk:
    return Desk(
        team=team,
        view=view,
        sealed=team in match.sealed,
        locked=team in match.papers.locks,
        returned=tuple(match.scenario.cards[order.card].name for order in match.returned.get(team, ())),
    )


def observation(match: Match, noted: Noted) -> Observation:
    """Return a note as it is read."""
    turn, note = noted
    injects = match.scenario.injects
    return Observation(
        turn=turn,
        team=match.scenario.teams[note.team].name if note.team else None,
        inject=injects[note.inject].name if note.inject in injects else None,
        text=note.text,
        hot_wash=note.hot_wash,
    )
