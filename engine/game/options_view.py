"""The cards of a team as choices: cost, odds as far as known, reasons, what stands against each; and its purse."""

from collections.abc import Collection

import numpy as np

from engine.game.facts import facts
from engine.game.fits import fits
from engine.game.idle import holds, idle, moved
from engine.game.intents import Order
from engine.game.knowledge import Knowledge
from engine.game.legality import hours
from engine.game.match import Match
from engine.game.odds import odds, reasons, weigh
from engine.game.script import script_of
from engine.game.view import Choice, Purse, Words
from engine.game.words import choice_name, meter_name
from engine.kernel.checks import fresh_hearing
from engine.kernel.kinds import NONE, Verb
from engine.kernel.lattice import Bools
from engine.scenario.cards import Card


def choices(match: Match, team: str, due: Collection[str]) -> tuple[Choice, ...]:
    """Every option of a team, cards in the order of its hand; `due` are cards that answer what is due."""
    book, scenario = match.book, match.scenario
    hand = {card: place for place, card in enumerate(scenario.teams[team].holds)}
    number, knows = numbers(match, team), Knowledge(match, team)
    unsorted = not knows.sorts(match.state)
    hidden = book.comments.sorted & unsorted  # who is in a flood is not told before it is sorted
    hidden = hidden | _untold(match, team)
    options = [place for place, laid in enumerate(book.laid) if laid[0] == team and not hidden[place]]
    options.sort(key=lambda option: (hand[book.laid[option][1]], book.comments.sorted[option], option))
    if not options:
        return ()
    weighed = weigh(book, match.state, options)
    fresh = fresh_hearing(book, match.state)[0, book.teams.index(team)]
    tray, judge = match.tray(team), match.judge(team)
    found = []
    for place, option in enumerate(options):
        order = Order(*book.laid[option][1:])
        card, target, voice = order
        written, audience = scenario.cards[card], int(book.options.audience[option])
        heard, still = audience != NONE and bool(fresh[audience]), idle(match, team, option)
        found.append(
            Choice(
                number=number[card],
                card=card,
                target=target,
                voice=voice,
                name=written.name,
                target_name=choice_name(scenario, *order),
                text=written.text,
                kind=written.kind,
                power=written.power,
                form=written.form,
                platform=scenario.platforms[written.platform].name if written.platform else None,
                visible=written.visible,
                hours=round(hours(book, match.state, [option]), 1),
                budget=round(float(book.options.budget[option]), 1),
                moves=_moves(knows, option, still),
                facts=facts(match, team, option, still),
                answers=card in due,
                odds=odds(book, weighed, place, heard=heard),
                terms=reasons(weighed, place, heard=heard, certain=written.chance == "certain"),
                fits=fits(match, option, heard=heard),
                stands=match.span if written.stands and match.span > 1 else 0,
                until_endex=match.decisions_left == 1,
                once=written.once,
                on_tray=order in tray,
                why_not=judge.why_not(order),
                teaches=_teaches(written),
                script=script_of(match, option),
            )
        )
    return tuple(found)


def purse(match: Match, team: str) -> Purse:
    """What a team has this round and what its tray leaves, to one decimal."""
    at, place, meters = match.book.at, match.book.teams.index(team), match.state.meters[0]
    hours_left, budget_left = match.left(team)
    written, lines = match.scenario.teams[team], match.edition.lines
    return Purse(
        hours=round(float(meters[at.hours.start + place]), 1),
        hours_left=round(hours_left, 1),
        budget=round(float(meters[at.budget.start + place]), 1),
        budget_left=round(budget_left, 1),
        slots_left=match.book.slots - len(match.tray(team)),
        hours_given=written.hours,
        budget_given=written.budget,
        hours_at=lines.of(("teams", team, "hours")),
        budget_at=lines.of(("teams", team, "budget")),
    )


def _teaches(card: Card) -> tuple[str, ...]:
    """The concepts that a card teaches; which function of diplomacy it serves is one of them."""
    return tuple(dict.fromkeys((*card.teaches, *((card.function,) if card.function else ()))))


def _untold(match: Match, team: str) -> Bools:
    """Options whose target is a story that nobody has heard yet, those on the tray aside; [option]."""
    told, tray = match.told(), match.tray(team)
    cards = match.scenario.cards
    return np.array(
        [
            (chosen := cards[card].target) is not None
            and chosen.kind == "narrative"
            and target not in told
            and (card, target, voice) not in tray
            for _, card, target, voice in match.book.laid
        ],
        dtype=bool,
    )


def numbers(match: Match, team: str) -> dict[str, int]:
    """The number of each card of a team, power by power, from 1: what a ruling adds comes last, so that they stay."""
    cards, begun = match.scenario.cards, match.origin.scenario.teams[team].holds
    hand = match.scenario.teams[team].holds
    ranked = [(place >= len(begun), _GROUPS.index(_group(cards[card])), place) for place, card in enumerate(hand)]
    return {hand[place]: number for number, (*_, place) in enumerate(sorted(ranked), 1)}


def unheard(match: Match, team: str, found: Collection[Choice]) -> tuple[int, ...]:
    """The numbers of cards of whose targets nobody has heard yet; what a ruling has in store does not show in them."""
    begun, shown = match.origin.scenario.teams[team].holds, {choice.card for choice in found}
    return tuple(sorted(number for card, number in numbers(match, team).items() if card in begun and card not in shown))


_GROUPS = ("hard", "soft", "smart", "social")


def _group(card: Card) -> str:
    return "social" if card.kind == "social_media" else card.power or "social"


def _moves(knows: Knowledge, option: int, still: Collection[int]) -> tuple[tuple[Words, int], ...]:
    """Meters that a success moves, and which way; those aside of which the team can tell that they stay as they are."""
    match = knows.match
    ways = {
        meter: _way(knows, rows)
        for meter, rows in moved(match, option, (Verb.NUMBER, Verb.PERCENT)).items()
        if meter not in still
    }
    return tuple((meter_name(match.scenario, match.book.meters[meter]), way) for meter, way in ways.items() if way)


def _way(knows: Knowledge, written: list[int]) -> int:
    """Which way rows move a meter: those that the team knows to work, else those that may, else all; 0 if no way."""
    rows, known = knows.match.book.rows, {row: holds(knows, row) for row in written}
    sure = [row for row, works in known.items() if works]
    may = [row for row, works in known.items() if works is not False] or written
    for at_work in (sure, may):
        by = sum(float(rows.sign[row] * rows.number[row]) for row in at_work)
        if by:
            return 1 if by > 0 else -1
    return 0
