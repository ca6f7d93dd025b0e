"""A flood of comments and the positions that bind, as a team may know them."""

import numpy as np

from engine.game.knowledge import Knowledge
from engine.game.talk import Became, Comments, Pledge
from engine.game.words import choice_name
from engine.kernel.flood import numbers
from engine.kernel.parley import binds_until, turn_of
from engine.scenario.cast import Named
from engine.text import Text


def comments(knows: Knowledge) -> tuple[Comments, ...]:
    """What the flood looks like or, to a team that has sorted it, who is in it; the most first."""
    match, scenario = knows.match, knows.match.scenario
    if not match.book.comments.names or match.ended:
        return ()
    many = dict(zip(match.book.comments.names, numbers(match.book, match.state)[0].tolist(), strict=True))
    if knows.sorts(match.state):
        found = {name: (scenario.comments[name].name, scenario.comments[name].text, many[name]) for name in many}
        return _shares(list(found.values()), is_sorted=True)
    sums = dict.fromkeys(scenario.appearances, 0.0)
    for name, number in many.items():
        sums[scenario.comments[name].looks_like] += number
    looks: dict[str, Named] = dict(scenario.appearances)
    return _shares([(looks[name].name, looks[name].text, number) for name, number in sums.items()], is_sorted=False)


def _shares(found: list[tuple[Text, Text | None, float]], *, is_sorted: bool) -> tuple[Comments, ...]:
    total = sum(number for *_, number in found) or 1.0
    shares = (Comments(name, text, round(100 * number / total), is_sorted) for name, text, number in found)
    return tuple(sorted(shares, key=lambda part: -part.share))


def pledges(knows: Knowledge) -> tuple[Pledge, ...]:
    """Positions that bind, were broken or were kept to the end, of which the reader knows; the newest first."""
    book, state = knows.match.book, knows.match.state
    kept = _kept(knows)
    found: list[tuple[int, Pledge]] = []
    for place, option in enumerate(book.positions.option.tolist()):
        stated, broken = int(state.stated[0, place]), int(state.broken[0, place])
        if stated and knows.knows_of_statement(option, turn_of(stated)):
            until = int(binds_until(book, state)[0, place])
            found.append((-stated, _pledge(knows, place, until, "binds")))
        elif broken and knows.knows_of_statement(option, turn_of(broken)):
            found.append((0, _pledge(knows, place, 0, "broken")))
        elif place in kept:
            found.append((1, _pledge(knows, place, kept[place], "kept")))
    return tuple(pledge for _, pledge in sorted(found, key=lambda pair: pair[0]))


def _kept(knows: Knowledge) -> dict[int, int]:
    """Return the positions that were kept to their end, each with the last turn that it bound, as far as known."""
    found: dict[int, int] = {}
    option = knows.match.book.positions.option
    for played in knows.match.history:
        dates, last = played.opened.stated[0], binds_until(knows.match.book, played.opened)[0]
        ends = (dates > 0) & (last == played.turn) & (played.after.broken[0] != dates)
        for place in np.flatnonzero(ends).tolist():
            if knows.knows_of_statement(int(option[place]), turn_of(int(dates[place]))):
                found[place] = played.turn
    return found


def _pledge(knows: Knowledge, place: int, until: int, state: Became) -> Pledge:
    positions, scenario = knows.match.book.positions, knows.match.scenario
    team, card, target, voice = knows.match.book.laid[positions.option[place]]
    choice = choice_name(scenario, card, target, voice)
    who, name = scenario.teams[team].name, scenario.cards[card].name
    return Pledge(who, name, choice, bool(positions.public[place]), until, state)
