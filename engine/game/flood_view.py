"""A flood of comments and the positions that bind, as a team may know them."""

from engine.game.knowledge import Knowledge
from engine.game.view import Comments, Pledge
from engine.game.words import choice_name
from engine.kernel.flood import numbers
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
    """Positions that bind or were broken, of which the reader knows; the newest first."""
    match, book, scenario = knows.match, knows.match.book, knows.match.scenario
    found, leaked = [], {option for played in match.history for option in played.leaked()}
    for place, option in enumerate(book.positions.option.tolist()):
        team, card, target, voice = book.laid[option]
        stated, broken = int(match.state.stated[0, place]), bool(match.state.broken[0, place])
        if not (stated or broken) or not (option in leaked or knows.hears_of(team, card, target)):
            continue
        until = min(stated - 2 + int(book.positions.lasts[place]), book.turns) if stated else 0
        name, choice = scenario.cards[card].name, choice_name(scenario, card, target, voice)
        public = bool(book.positions.public[place])
        found.append(
            (-stated, Pledge(scenario.teams[team].name, name, choice, public, until, "binds" if stated else "broken"))
        )
    return tuple(pledge for _, pledge in sorted(found, key=lambda pair: pair[0]))
