"""What may be laid: one judgement for people's trays and for orders that a save says bots gave."""

from collections.abc import Sequence

import numpy as np

from engine.game.intents import Order
from engine.game.needs import in_words
from engine.kernel.options import channels, hours_of, needed, sorted_lately
from engine.kernel.rulebook import NONE, Rulebook
from engine.kernel.state import State
from engine.language.messages import Message
from engine.scenario.scenario import Scenario

Tray = tuple[Order, ...]


def why_not(  # noqa: PLR0913 - where, who and what
    scenario: Scenario, book: Rulebook, state: State, *, team: str, tray: Tray, order: Order
) -> Message | None:
    """What stands against an order beside what is on the tray; None if nothing does."""
    option = book.option_of.get((team, *order))
    if option is None:
        return Message.of("refused.not_held")
    return (
        _not_available(scenario, book, state, option)
        or _no_room(book, tray, order.card)
        or _not_payable(book, option, hours(book, state, [option]), left(book, state, team, tray))
    )


def tried(
    scenario: Scenario, book: Rulebook, state: State, team: str, orders: Sequence[Order]
) -> tuple[Message | None, ...]:
    """What stands against each of some orders, laid one after the other; one that is refused is left out."""
    kept: Tray = ()
    reasons = []
    for order in orders:
        reason = why_not(scenario, book, state, team=team, tray=kept, order=order)
        kept = kept if reason else (*kept, order)
        reasons.append(reason)
    return tuple(reasons)


def may_lay(scenario: Scenario, book: Rulebook, state: State, team: str, tray: Tray) -> bool:
    """Whether a whole tray may be laid."""
    return not any(tried(scenario, book, state, team, tray))


def left(book: Rulebook, state: State, team: str, tray: Tray) -> tuple[float, float]:
    """Hours and budget that a team has left beside its tray."""
    place, meters = book.teams.index(team), state.meters[0]
    options = [book.option_of[team, *order] for order in tray]
    at_hand = float(meters[book.at.hours.start + place]) - hours(book, state, options)
    return at_hand, float(meters[book.at.budget.start + place] - book.options.budget[options].sum())


def hours(book: Rulebook, state: State, options: list[int]) -> float:
    """Staff hours that options of one game take now, together."""
    option = np.array(options, dtype=np.int64)
    return float(hours_of(book, state, np.zeros_like(option), option).sum())


def _not_available(scenario: Scenario, book: Rulebook, state: State, option: int) -> Message | None:
    team, card, *_ = book.laid[option]
    held, needs = book.options.held[option], scenario.cards[card].needs
    if not state.open[0, held]:
        return Message.of("refused.closed")
    if state.spent[0, held]:
        return Message.of("refused.spent")
    if not (book.options.peace if state.turn == 0 else book.options.crisis)[option]:
        return Message.of("refused.crisis" if state.turn == 0 else "refused.peacetime")
    if needs is not None and not needed(book, state, option):
        return Message.of("refused.needs", needs=in_words(scenario, needs, team))
    return _unheard(scenario, book, state, option) or _off_platform(scenario, book, state, option)


def _unheard(scenario: Scenario, book: Rulebook, state: State, option: int) -> Message | None:
    team, audience = book.options.team[option], book.options.hear_first[option]
    if audience != NONE and state.heard[0, team, audience] == 0:
        return Message.of("refused.unheard", audience=scenario.audiences[book.audiences[audience]].name)
    if book.comments.sorted[option] and not sorted_lately(book, state)[0, team]:
        return Message.of("refused.unsorted")
    return None


def _off_platform(scenario: Scenario, book: Rulebook, state: State, option: int) -> Message | None:
    team, platform = book.options.team[option], book.options.platform[option]
    if platform == NONE or channels(book, state)[0, team, platform]:
        return None
    name, until = scenario.platforms[book.platforms[platform]].name, int(state.suspended[0, team, platform])
    if until >= state.turn > 0:
        return Message.of("refused.suspended", platform=name, turn=until)
    return Message.of("refused.no_channel", platform=name)


def _no_room(book: Rulebook, tray: Tray, card: str) -> Message | None:
    if any(laid.card == card for laid in tray):
        return Message.of("refused.twice")
    if len(tray) >= book.slots:
        return Message.of("refused.full", n=book.slots)
    return None


def _not_payable(book: Rulebook, option: int, need: float, at_hand: tuple[float, float]) -> Message | None:
    left_hours, budget = at_hand
    price = float(book.options.budget[option])
    if need > left_hours:
        return Message.of("refused.hours", need=need, left=left_hours)
    if price > budget:
        return Message.of("refused.budget", need=price, left=budget)
    return None
