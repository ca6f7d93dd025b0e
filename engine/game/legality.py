"""What may be laid: one judgement for people's trays and for orders that a save says bots gave."""

from engine.game.needs import in_words
from engine.kernel.options import needed
from engine.kernel.rulebook import Rulebook
from engine.kernel.state import State
from engine.language.messages import Message
from engine.scenario.scenario import Scenario

Tray = tuple[tuple[str, str | None], ...]


def why_not(  # noqa: PLR0913 - where, who and what
    scenario: Scenario, book: Rulebook, state: State, *, team: str, tray: Tray, card: str, target: str | None
) -> Message | None:
    """What stands against laying a card beside what is on the tray; None if nothing does."""
    option = book.option_of.get((team, card, target))
    if option is None:
        return Message.of("refused.not_held")
    return (
        _not_available(scenario, book, state, option)
        or _no_room(book, tray, card)
        or _not_payable(book, option, left(book, state, team, tray))
    )


def may_lay(scenario: Scenario, book: Rulebook, state: State, team: str, tray: Tray) -> bool:
    """Whether a whole tray may be laid."""
    return all(
        why_not(scenario, book, state, team=team, tray=tray[:place], card=card, target=target) is None
        for place, (card, target) in enumerate(tray)
    )


def left(book: Rulebook, state: State, team: str, tray: Tray) -> tuple[float, float]:
    """Hours and budget that a team has left beside its tray."""
    place, meters = book.teams.index(team), state.meters[0]
    options = [book.option_of[team, card, target] for card, target in tray]
    hours = float(meters[book.at.hours.start + place] - book.options.hours[options].sum())
    return hours, float(meters[book.at.budget.start + place] - book.options.budget[options].sum())


def _not_available(scenario: Scenario, book: Rulebook, state: State, option: int) -> Message | None:
    team, card, _ = book.laid[option]
    held, needs = book.options.held[option], scenario.cards[card].needs
    if not state.open[0, held]:
        return Message.of("refused.closed")
    if state.spent[0, held]:
        return Message.of("refused.spent")
    if needs is not None and not needed(book, state, option):
        return Message.of("refused.needs", needs=in_words(scenario, needs, team))
    return None


def _no_room(book: Rulebook, tray: Tray, card: str) -> Message | None:
    if any(laid == card for laid, _ in tray):
        return Message.of("refused.twice")
    if len(tray) >= book.slots:
        return Message.of("refused.full", n=book.slots)
    return None


def _not_payable(book: Rulebook, option: int, at_hand: tuple[float, float]) -> Message | None:
    hours, budget = at_hand
    need, price = float(book.options.hours[option]), float(book.options.budget[option])
    if need > hours:
        return Message.of("refused.hours", need=need, left=hours)
    if price > budget:
        return Message.of("refused.budget", need=price, left=budget)
    return None
