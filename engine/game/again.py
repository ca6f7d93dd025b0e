"""Plays a match again from its log: under other rulings, or back to an earlier turn. What happened stays as it was."""

from dataclasses import replace

import numpy as np

from engine.compiler.book import compile_book
from engine.game.course import Closed, Directed, Event, Rewound, standing
from engine.game.directing import Directing, Fire, Hold, Release, Retract, Rewind, Rule, SetPace, Skip
from engine.game.legality import Tray, judge
from engine.game.match import Match, opened
from engine.game.met import Sight
from engine.game.papers import Unsaid
from engine.game.rulings import Edition, Ruled, edition
from engine.language.messages import Message
from engine.scenario.findings import Finding
from engine.text import Text

RULINGS = (Fire, Hold, Release, Rule, Skip)
AGAIN = (*RULINGS, Retract)
"""What has all played again that was played: rulings, and taking one back."""


def ruled(match: Match, ruling: Directing) -> Match | tuple[Finding, ...] | Message:
    """Return the match with one more ruling, or what is wrong with its fragment, or why it cannot be."""
    log: list[Event] = [*match.log, Directed(match.turn, ruling)]
    new = _played(match, log)
    if not isinstance(new, Match):
        return new
    taken_back = isinstance(ruling, Retract)
    if not _same_past(match, new, until=match.turn - 1 if taken_back else match.turn):
        return Message.of("refused.past")
    _take_over(match, new)
    if taken_back:
        new.papers = replace(new.papers, reasons=_reasons(match, new))
    return new


def rewound(match: Match, to: Rewind) -> Match:
    """Return the match as it stood when a turn had just opened; who sits where, and what was done, stays."""
    takes = dict(match.takes)
    if to.fresh:
        takes[to.turn] = takes.get(to.turn, 0) + 1
    new = _played(match, [event for event in match.log if event.turn < to.turn], takes)
    if not isinstance(new, Match):
        raise TypeError("what was played cannot be played again")
    new.seats, new.sat = dict(match.seats), set(match.sat)
    # Who sits elsewhere since a turn that is still to come has sat there as of now, and is news for as long as others.
    new.passed = [each._replace(turn=min(each.turn, to.turn)) for each in match.passed]
    new.papers = match.papers.before(to.turn)
    new.rewinds = [*match.rewinds, Rewound(match.turn, to, tuple(match.log))]
    return new


def _played(
    match: Match, log: list[Event], takes: dict[int, int] | None = None
) -> Match | tuple[Finding, ...] | Message:
    """Play a log from the first turn on, its rulings known from the start: none of them touches the past."""
    stands = standing(log)
    made = _edition(match, stands)
    if not isinstance(made, Edition):
        return made
    new = opened(match.origin, made)
    new.rewinds = list(match.rewinds)
    new.papers, new.takes = match.papers, match.takes if takes is None else takes
    for event in stands:
        match event:
            case Closed(_, people, bots):
                new.trays, new.sealed = dict(people), set(people)
                new.close(bots)
            case Directed(_, SetPace(pace)):
                new.next_pace = pace
    new.log = list(log)
    return new


def _edition(match: Match, log: list[Event]) -> Edition | tuple[Finding, ...] | Message:
    made = edition(
        match.origin.scenario,
        match.origin.lines,
        [
            Ruled(event.turn, event.intent)
            for event in log
            if isinstance(event, Directed) and isinstance(event.intent, RULINGS)
        ],
    )
    if made.findings:
        return made.findings
    compiled = compile_book(made.scenario)
    wrong = (*compiled.faults, *compiled.leaks)
    return wrong[0][1] if wrong else made


def _same_past(old: Match, new: Match, until: int) -> bool:
    """Whether a ruling left every turn that is over as it was, and what had fired up to the turn `until`."""
    if new.turn != old.turn or len(new.history) != len(old.history):
        return False
    turns = zip(old.history, new.history, strict=True)
    same = all(np.array_equal(before.after.meters, after.after.meters) for before, after in turns)
    was, now = {name: turn for name, turn in _fired(old).items() if turn <= until}, _fired(new)
    return same and was.items() <= now.items() and all(now[name] == new.turn for name in now.keys() - was.keys())


def _fired(match: Match) -> dict[str, int]:
    return {name: turn for name, turn in zip(match.book.msel, match.state.fired[0].tolist(), strict=True) if turn}


def _take_over(old: Match, new: Match) -> None:
    """Lay what lay on the table; orders that a ruling made illegal come back to their team, unsealed."""
    new.seats, new.sat, new.passed = dict(old.seats), set(old.sat), list(old.passed)
    new.sealed, new.returned = set(old.sealed), dict(old.returned)
    for team, tray in old.trays.items():
        kept = _legal(new, team, tray)
        new.trays[team] = kept
        if kept != tray:
            new.sealed.discard(team)
            new.returned[team] = tuple(order for order in tray if order not in kept)
    for team, done in old.past.items():
        new.past[team] = [each for each in done if _undoes(new, team, each)]
    cards = new.scenario.cards  # of which one that was argued for may be no more
    new.returned = {team: tuple(order for order in tray if order.card in cards) for team, tray in new.returned.items()}


def _undoes(new: Match, team: str, done: Tray | Unsaid) -> bool:
    """Whether something that a team did can still be undone: its tray of before may not be legal any more."""
    if isinstance(done, Unsaid):
        return done.card is None or done.card in new.scenario.cards
    return _legal(new, team, done) == done


def _reasons(old: Match, new: Match) -> dict[tuple[int, str, str], Text]:
    """Return what teams said of their orders, without what was said of a card that is no more."""
    return {key: text for key, text in old.papers.reasons.items() if key[2] in new.scenario.cards}


def _legal(match: Match, team: str, tray: Tray) -> Tray:
    kept: Tray = ()
    sight = Sight(match.scenario, match.state, team, match.told())
    for order in tray:
        if judge(sight, match.book, kept).why_not(order) is None:
            kept = (*kept, order)
    return kept
