"""Chooses words for what only the facilitator sees: what became of each inject, how the room is run, what was done."""

from collections.abc import Iterable
from typing import NamedTuple

from engine.game.console import Console, Desk, Entry
from engine.game.ending import Observation
from engine.language.messages import Message
from tui.timing import RoundClock, clock_words


class Act(NamedTuple):
    """Something that the facilitator did or noted in a turn; `key` stays its own whatever else comes."""

    turn: int
    key: str
    said: Observation | Message


def acts_of(notes: Iterable[Observation], done: Iterable[tuple[int, Message]]) -> list[Act]:
    """Return what was done and noted, turn by turn: in each what was noted after what was done."""
    acts = [Act(turn, f"done:{at}", words) for at, (turn, words) in enumerate(done)]
    acts += [Act(note.turn, f"noted:{at}", note) for at, note in enumerate(notes)]
    return sorted(acts, key=lambda act: (act.turn, isinstance(act.said, Observation)))


def log_of(
    notes: Iterable[Observation], done: Iterable[tuple[int, Message]], *, ended: bool
) -> tuple[list[Observation], list[Act]]:
    """Return at ENDEX what is flagged for the hot wash, as it came; and what else there is, the latest turn first."""
    flagged = [note for note in notes if note.hot_wash] if ended else []
    return flagged, [act for act in reversed(acts_of(notes, done)) if act.said not in flagged]


def nothing_on(desk: Desk) -> Message:
    """Say that no order lies on a team's tray: not yet, or that it sealed without any."""
    return Message.of("desks.sealed_empty" if desk.sealed else "desks.nothing")


def waits(entry: Entry) -> bool:
    """Whether an inject is due and its condition does not hold yet."""
    return entry.state == "due" and not entry.holds


def became_of(entry: Entry) -> Message:
    """Say in a word what has become of an inject."""
    return Message.of("msel.waits" if waits(entry) else f"msel.{entry.state}")


def dated_of(entry: Entry) -> Message:
    """Say when an inject fires or has fired, and what it waits for."""
    first, last = entry.turn or 0, entry.until or entry.turn or 0
    if entry.state in {"fired", "unscheduled", "skipped"}:
        return Message.of(f"msel.dated_{entry.state}", turn=first)
    code = "msel.dated_span" if last > first else "msel.dated"
    date = Message.of(code, turn=first, last=last)
    if entry.state == "passed" or entry.comes is None:
        return Message.of(f"msel.dated_{entry.state}", date=date) if entry.state in {"held", "passed"} else date
    if entry.state in {"held", "due"} and not entry.comes:
        return Message.of(f"msel.{entry.state}_too_late", date=date)
    if entry.state == "held":
        return Message.of(f"msel.held_{'when' if entry.conditional else 'till'}", date=date, turn=entry.comes)
    if entry.conditional and not entry.holds:
        return Message.of("msel.dated_waits", date=date)
    if entry.state == "due":
        return Message.of(f"msel.due_{'holds' if entry.conditional else 'next'}", date=date, turn=entry.comes)
    return Message.of("msel.dated_holds", date=date) if entry.conditional else date


def addressed_of(entry: Entry) -> Message:
    """Say who receives an inject."""
    if entry.to_all:
        return Message.of("msel.to_all")
    return Message.of("msel.to", teams=entry.to) if entry.to else Message.of("msel.to_nobody")


def clock_of(timer: RoundClock) -> Message:
    """Say whether the clock runs, stands, or is none."""
    return clock_words(timer.left, running=timer.running) or Message.of("clock.off")


_BRIEF = {
    "clock.paused": "clock.paused.brief",
    "status.by_itself": "status.by_itself.brief",
    "status.conducted": "status.conducted.brief",
    "status.locked": "status.locked.brief",
    "status.pace_full": "status.pace_full.brief",
    "status.pace_short": "status.pace_short.brief",
    "status.seed": "status.seed.brief",
}


def brief_of(fact: Message) -> Message:
    """Say how the room is run in as few words as can be, for a line that has no room for more."""
    return Message(_BRIEF.get(fact.code, fact.code), fact.values)


def facts_of(console: Console) -> list[Message]:
    """Say how the room is run, beside the clock."""
    lock = Message.of("status.locked" if console.locked else "status.open")
    kept = [lock, Message.of("status.seed", seed=console.seed)]
    if console.public.ended:
        return [Message.of("status.ended"), *kept]
    found = [Message.of(f"status.pace_{console.pace}")]
    if console.next_pace and console.next_pace != console.pace:
        found.append(Message.of(f"status.then_{console.next_pace}"))
    found.append(Message.of("status.conducted" if console.conducted else "status.by_itself"))
    return [*found, *kept]
