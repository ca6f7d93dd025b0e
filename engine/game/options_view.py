"""The cards of a team as choices: cost, odds as far as they are known, reasons, and what stands against each."""

from engine.game.match import Match
from engine.game.odds import odds, reasons, weigh
from engine.game.view import Choice
from engine.game.words import target_name
from engine.kernel.checks import fresh_hearing
from engine.kernel.rulebook import NONE


def choices(match: Match, team: str) -> tuple[Choice, ...]:
    """Every option of a team, cards in the order of its hand."""
    book, scenario = match.book, match.scenario
    hand = {card: place for place, card in enumerate(scenario.teams[team].holds)}
    options = [place for place, laid in enumerate(book.laid) if laid[0] == team]
    options.sort(key=lambda option: (hand[book.laid[option][1]], option))
    if not options:
        return ()
    weighed = weigh(book, match.state, options)
    fresh = fresh_hearing(book, match.state)[0, book.teams.index(team)]
    tray = match.tray(team)
    found = []
    for place, option in enumerate(options):
        _, card, target = book.laid[option]
        written, audience = scenario.cards[card], int(book.options.audience[option])
        heard = audience != NONE and bool(fresh[audience])
        found.append(
            Choice(
                card=card,
                target=target,
                name=written.name,
                target_name=target_name(scenario, card, target),
                text=written.text,
                kind=written.kind,
                power=written.power,
                form=written.form,
                platform=scenario.platforms[written.platform].name if written.platform else None,
                visible=written.visible,
                hours=round(written.cost.hours),
                budget=round(written.cost.budget),
                odds=odds(book, weighed, place, heard=heard),
                terms=reasons(weighed, place, heard=heard, certain=written.chance == "certain"),
                stands=written.stands,
                once=written.once,
                on_tray=(card, target) in tray,
                why_not=match.why_not(team, card, target),
                teaches=tuple(written.teaches),
            )
        )
    return tuple(found)
