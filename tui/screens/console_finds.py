"""What the console lets the palette find: an inject and what can be done with it, a team, a meter to move."""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial

from engine.game.console import Console, Entry
from engine.game.view import Words
from engine.language.messages import Message
from tui.actions import action, actions_at
from tui.screens.finds import Found, Run

WITH_INJECT = tuple(each.id for each in actions_at("console") if each.needs == {"inject"})
"""What can be done with an inject that has not fired."""
Open = Callable[[str, str], Awaitable[None]]
"""Does an action of the console, by its id, with an inject, a team or a meter, by its id."""


def found_in(console: Console, run: Open) -> Iterable[Found]:
    """Return all of it. What there are many of waits until somebody types."""
    for entry in console.msel:
        yield Found(entry.name, Message.of("find.inject"), partial(run, "msel", entry.inject))
        yield from () if console.public.ended else _doing(entry, run)
    for desk in console.desks:
        yield Found(desk.name, Message.of("find.team"), partial(run, "desks", desk.team))
        if not console.public.ended:
            yield _does("sit", desk.name, "find.team", partial(run, "sit", desk.team))
    for dial in () if console.public.ended else console.dials:
        yield _does("adjust", dial.name, "find.meter", partial(run, "adjust", dial.meter))


def _doing(entry: Entry, run: Open) -> Iterable[Found]:
    if entry.state != "fired":
        for name in WITH_INJECT:
            yield _does(name, entry.name, "find.inject", partial(run, name, entry.inject))


def _does(name: str, words: Words, kind: str, run: Run) -> Found:
    title = Message.of("find.does", action=action(name).name, name=words)
    return Found(title, Message.of(kind), run, typed_only=True)
