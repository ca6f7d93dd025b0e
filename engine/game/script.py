"""What the scenario writes of a card, and what has made its hours fewer since: the last answer to its numbers."""

from engine.game.hand import Script
from engine.game.match import Match
from engine.language.messages import Message
from engine.scenario.cards import CHANCE_WORDS, Chance


def script_of(match: Match, option: int) -> Script:
    """Return what is written of the card of an option, with the lines."""
    name = match.book.laid[option][1]
    card, lines = match.scenario.cards[name], match.edition.lines
    return Script(
        hours=card.cost.hours,
        budget=card.cost.budget,
        chance=_percent(card.chance),
        cost_at=lines.of(("cards", name, "cost")),
        chance_at=lines.of(("cards", name, "chance")),
        shorter=_shorter(match, option),
    )


def _percent(chance: Chance) -> int | None:
    """Return a chance of full success in percent, when all else is neutral; None for what is certain."""
    if chance == "certain":
        return None
    return round(100 * (CHANCE_WORDS[chance] if isinstance(chance, str) else chance))


def _shorter(match: Match, option: int) -> tuple[Message, ...]:
    """Say what of the team's own work saves hours: its case file, or that the card was prepared."""
    book, state = match.book, match.state
    options, found = book.options, []
    file = float(state.meters[0, book.at.file][options.team[option]])
    if options.filed[option] and file and book.number["file_saving"]:
        found.append(Message.of("script.filed", file=round(file)))
    if state.prepared[0, options.held[option]]:
        found.append(Message.of("script.prepared"))
    return tuple(found)
