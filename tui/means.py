"""Where a team's hours and budget come from and what uses them, and what a letter did: words for both front ends."""

from dataclasses import dataclass

from engine.game.view import Change, Letter, Reason, View
from engine.language.messages import Message
from tui.joined import carrying, places_of
from tui.words import amount, cost_of

HOURS, BUDGET = "hours", "budget"


@dataclass(frozen=True, slots=True)
class Means:
    """Hours or budget: what is said of it, the line that gives it, what the tray takes, and what moved it."""

    name: Message
    words: tuple[Message, ...]
    written: tuple[Message, ...]
    uses: tuple[Message, ...]
    rows: tuple[tuple[int, Change], ...]


def means(view: View) -> tuple[Means, Means]:
    """Return what there is to know of this round's hours, and of the budget."""
    purse = view.purse
    hours = Message.of("means.hours_now", left=amount(purse.hours_left), all=amount(purse.hours))
    budget = Message.of("means.budget_now", left=amount(purse.budget_left), all=amount(purse.budget))
    given = (Message.of("means.hours_from", n=amount(purse.hours_given)), Message.of("means.hours_rest"))
    return (
        _means(view, HOURS, (hours, *given)),
        _means(view, BUDGET, (budget, Message.of("means.budget_from", n=amount(purse.budget_given)))),
    )


def _means(view: View, what: str, words: tuple[Message, ...]) -> Means:
    line = view.purse.hours_at if what == HOURS else view.purse.budget_at
    uses = tuple(
        Message.of("means.use", card=choice.name, cost=cost_of(choice.hours, choice.budget))
        for choice in view.tray
        if what == HOURS or choice.budget
    )
    rows = view.history.get(f"{view.team}.{what}", ())
    return Means(Message.of(f"means.{what}"), words, places_of([line] if line else []), uses, rows)


def moved_by(view: View, letter: Letter) -> tuple[Message, ...]:
    """Return what a letter moved by itself, as far as the team may know: each number, and by how much."""
    return tuple(
        _moved(change, turn, reason)
        for rows in view.history.values()
        for turn, change in rows
        for reason in carrying(change)
        if reason.cause.get("inject") == letter.name
    )


def _moved(change: Change, turn: int, reason: Reason) -> Message:
    told = Message.of("letter.moved", meter=change.name, turn=turn, n=reason.amount)
    at = places_of(reason.written)
    return Message("letter.moved_at", (*told.values, ("at", at[0]))) if at else told


def why_letter(view: View, letter: Letter) -> tuple[Message, ...]:
    """Say why a letter came, and what it did: its condition is not for the team to know."""
    moved = moved_by(view, letter)
    came = Message.of("letter.why_came", turn=letter.turn) if letter.turn else Message.of("letter.why_before")
    return (came, Message.of("letter.why_moved"), *moved) if moved else (came, Message.of("letter.why_nothing"))


def why_said(head: Message) -> Message:
    """Say what stands behind something that is said beside the stories; `head` is what it stands under."""
    kind = head.code.rpartition(".")[2]
    return Message.of(f"said.{'comments' if kind in {'sorted', 'unsorted'} else kind}")
