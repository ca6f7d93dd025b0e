"""What the tests of the screens share: tables to sit at, a way to read the screen, views full of hostile text."""

import re
from copy import deepcopy
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import cycle

from engine.game.intents import Lay, Seal
from engine.game.seats import HUMAN, Seat
from engine.game.table import Table
from engine.language.messages import Message
from engine.scenario.reader import read_shipped
from engine.text import Text
from tests.hostile import HOSTILE

SMALL, WIDE = (80, 24), (120, 36)
FERRY = "ferry_rumour"
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
QUIET = 3  # looks at the workers, one after the other, that find none at work


@cache
def shipped(scenario):
    """What a shipped file says; nobody can change it."""
    return read_shipped(scenario)


def another(table):
    """A table of its own that stands where an unsaved one stands: they share what nobody can change, and no more."""
    match = table.match
    shared = {id(each): each for each in (match.origin, match.edition, match.book)}
    return Table(deepcopy(match, shared), None)


def table_of(*people, bot="prudent", scenario=FERRY, pace="full", save=None, read=shipped):
    reading = read(scenario)
    seats = tuple((team, HUMAN if team in people else Seat("bot", bot)) for team in reading.scenario.teams)
    if save is not None:
        return Table.start(reading, dict(seats), pace=pace, seed=7, save=save)
    return another(_begun(read, scenario, seats, pace))


@cache
def _begun(read, scenario, seats, pace):
    return Table.start(read(scenario), dict(seats), pace=pace, seed=7)


def teams_of(scenario=FERRY):
    return tuple(shipped(scenario).scenario.teams)


def played(turns, team, scenario=FERRY, read=shipped):
    """A table at which one person has sat through some turns, laying what can be laid."""
    return another(_played(turns, team, scenario, read))


@cache
def _played(turns, team, scenario, read):
    table = table_of(team, scenario=scenario, read=read)
    for _ in range(turns):
        for choice in table.view(team).choices:
            if choice.why_not is None:
                table.apply(team, Lay(team, choice.card, choice.target, choice.voice))
        table.apply(team, Seal(team))
    return table


async def settled(pilot):
    """Wait until the palette has searched for what was typed: a search may begin only after the key was heard."""
    quiet = 0
    while quiet < QUIET:
        await pilot.pause()
        quiet = 0 if any(not worker.is_finished for worker in pilot.app.workers) else quiet + 1


def shown(app):
    """Everything that stands on the screen now, line by line."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


def actions_shown(app):
    """Every action that a click somewhere on the screen would run."""
    return actions_in(app.screen._compositor.render_strips())


def actions_in(strips):
    return [
        segment.style.meta["@click"]
        for strip in strips
        for segment in strip
        if segment.style and "@click" in segment.style.meta
    ]


def nothing_happens(app):
    """Hold that no word on the screen became an action, and that no control character reaches the terminal."""
    strips = app.screen._compositor.render_strips()
    assert app.is_running
    assert actions_in(strips) == []
    assert CONTROL.findall("".join(segment.text for strip in strips for segment in strip)) == []


def poisoned(value, raws=None):
    """The same data with hostile text in every place for words, a different one each time."""
    raws = raws or cycle(HOSTILE)
    if isinstance(value, Text):
        return Text.of(next(raws))
    if isinstance(value, Message):
        return Message.of(value.code, **{name: poisoned(each, raws) for name, each in value.values})
    if isinstance(value, tuple):
        return tuple(poisoned(each, raws) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: poisoned(getattr(value, field.name), raws) for field in fields(value)})
    if hasattr(value, "items"):
        return {name: poisoned(each, raws) for name, each in value.items()}
    return value
