"""The cards of a team as choices: cost, odds as far as known, reasons, and what stands against each."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from engine.game.facts import facts
from engine.game.fits import fits
from engine.game.idle import holds, idle, moved
from engine.game.intents import Order
from engine.game.knowledge import Knowledge
from engine.game.legality import Judge, hours
from engine.game.match import Match
from engine.game.odds import Weighed, odds, reasons, weigh
from engine.game.offered import Offered, numbers
from engine.game.script import script_of
from engine.game.view import Choice, Words
from engine.game.words import choice_name, meter_name
from engine.kernel.checks import fresh_hearing
from engine.kernel.kinds import NONE, Verb
from engine.kernel.lattice import Bools
from engine.scenario.cards import Card

TOWARD = frozenset({Verb.TOWARD, Verb.TOWARD_BY})
"""Effects that move a meter toward a value; which way depends on where it stands."""


def choices(offered: Offered, due: Collection[str]) -> tuple[Choice, ...]:
    """Every option that a team is shown, cards in the order of its hand; `due` are cards that answer what is due.

    Of a card, what opens later comes last, so that the letter of a target on paper stays what it was.
    """
    match, team, book = offered.match, offered.team, offered.match.book
    hand = {card: place for place, card in enumerate(match.scenario.teams[team].holds)}
    opened, never = match.first_told(), match.never_told

    def placed(option: int) -> tuple[int, bool, int, int]:
        _, card, target, _ = book.laid[option]
        aim = match.scenario.cards[card].target
        since = opened.get(target or "", never) if aim and aim.kind == "narrative" else 0
        return hand[card], bool(book.comments.sorted[option]), since, option

    options = sorted(offered.options, key=placed)
    if not options:
        return ()
    fresh = fresh_hearing(book, match.state)[0, book.teams.index(team)]
    weighed, number = weigh(book, match.state, options), numbers(match, team)
    hand_of = _Hand(match, team, Knowledge(match, team), match.judge(team), weighed, fresh, number, due)
    return tuple(hand_of.choice(place, option) for place, option in enumerate(options))


def unopened(offered: Offered) -> tuple[Choice, ...]:
    """Every option that the team is not shown yet, by its true names: for the facilitator alone."""
    hidden = offered.at_untold | offered.at_unsorted
    return choices(replace(offered, at_untold=~hidden, at_unsorted=np.zeros_like(hidden)), ())


@dataclass(frozen=True, slots=True, eq=False)
class _Hand:
    """The hand of a team with all that is worked out once for the whole of it."""

    match: Match
    team: str
    knows: Knowledge
    judge: Judge
    weighed: Weighed
    fresh: Bools  # [audience] heard lately
    number: dict[str, int]
    due: Collection[str]

    def choice(self, place: int, option: int) -> Choice:
        """The option at a place among those that are weighed."""
        match, book, scenario = self.match, self.match.book, self.match.scenario
        order = Order(*book.laid[option][1:])
        written, still = scenario.cards[order.card], idle(match, self.team, option)
        audience = int(book.options.audience[option])
        heard = audience != NONE and bool(self.fresh[audience])
        return Choice(
            number=self.number[order.card],
            card=order.card,
            target=order.target,
            voice=order.voice,
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
            moves=_moves(self.knows, option, still),
            facts=facts(match, self.team, option, still),
            answers=order.card in self.due,
            odds=odds(book, self.weighed, place, heard=heard),
            terms=reasons(self.weighed, place, heard=heard, certain=written.chance == "certain"),
            fits=fits(match, option, heard=heard),
            stands=match.span if written.stands and match.span > 1 else 0,
            until_endex=match.decisions_left == 1,
            once=written.once,
            on_tray=order in self.judge.tray,
            why_not=self.judge.why_not(order),
            teaches=_teaches(written),
            script=script_of(match, option),
        )


def _teaches(card: Card) -> tuple[str, ...]:
    """The concepts that a card teaches; which function of diplomacy it serves is one of them."""
    return tuple(dict.fromkeys((*card.teaches, *((card.function,) if card.function else ()))))


def _moves(knows: Knowledge, option: int, still: Collection[int]) -> tuple[tuple[Words, int], ...]:
    """Meters that a success moves, and which way; those aside of which the team can tell that they stay as they are."""
    match = knows.match
    ways = {
        meter: _way(knows, rows)
        for meter, rows in moved(match, option, (Verb.NUMBER, Verb.PERCENT, *TOWARD)).items()
        if meter not in still
    }
    return tuple((meter_name(match.scenario, match.book.meters[meter]), way) for meter, way in ways.items() if way)


def _way(knows: Knowledge, written: list[int]) -> int:
    """Which way rows move a meter: those that the team knows to work, else those that may, else all; 0 if no way."""
    known = {row: holds(knows, row) for row in written}
    sure = [row for row, works in known.items() if works]
    may = [row for row, works in known.items() if works is not False] or written
    for at_work in (sure, may):
        by = sum(_by(knows, row) for row in at_work)
        if by:
            return 1 if by > 0 else -1
    return 0


def _by(knows: Knowledge, row: int) -> float:
    """How far a row moves its meter; toward a value by what is missing, where the team can tell that."""
    book, state = knows.match.book, knows.match.state
    number, meter = float(book.rows.number[row]), int(book.rows.meter[row])
    if book.rows.verb[row] not in TOWARD:
        return int(book.rows.sign[row]) * number
    return number - float(state.meters[0, meter]) if knows.reads(book.meters[meter]) else 0.0
