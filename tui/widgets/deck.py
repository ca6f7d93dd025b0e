"""The cards as a person sees them: one entry a card with all its targets, sorted out by kind and by a word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.game.hand import GROUPS, groups_of
from engine.game.view import Choice
from engine.language.messages import Message
from tui.card_words import order, rank
from tui.widgets.wording import Tongue

KINDS = ("all", *GROUPS)
KIND_NAMES = {
    "all": Message.of("screen.kind.all"),
    "hard": Message.of("screen.power.hard"),
    "soft": Message.of("screen.power.soft"),
    "smart": Message.of("screen.power.smart"),
    "social": Message.of("screen.power.none"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A card with the targets that may be chosen with it: one choice each."""

    choices: tuple[Choice, ...]

    @property
    def card(self) -> str:
        """The card's id."""
        return self.choices[0].card

    @property
    def face(self) -> Choice:
        """The choice to show for the card: the one on the tray, else the one with the best odds."""
        open_ones = [choice for choice in self.choices if choice.why_not is None] or list(self.choices)
        return self.laid or max(open_ones, key=lambda choice: choice.odds.low + choice.odds.high)

    @property
    def laid(self) -> Choice | None:
        """The choice that is on the tray, if one is."""
        return next((choice for choice in self.choices if choice.on_tray), None)

    @property
    def why_not(self) -> Message | None:
        """What stands against the card with every target, if something does."""
        if self.laid or any(choice.why_not is None for choice in self.choices):
            return None
        return self.choices[0].why_not


def entries(choices: Iterable[Choice]) -> tuple[Entry, ...]:
    """Gather choices into one entry a card, in the order in which the cards come."""
    by_card: dict[str, list[Choice]] = {}
    for choice in choices:
        by_card.setdefault(choice.card, []).append(choice)
    return tuple(Entry(tuple(members)) for members in by_card.values())


def sorted_out(deck: Sequence[Entry], kind: str, word: str, tongue: Tongue) -> tuple[Entry, ...]:
    """Return the entries of a kind of which the words can be said, those first that are so named."""
    ranked = [
        (entry, rank(tongue.lang, entry.choices, word)) for entry in deck if kind in {KINDS[0], *groups_of(entry.face)}
    ]
    found = [(order(entry.choices, far), entry) for entry, far in ranked if far is not None]
    return tuple(entry for _, entry in sorted(found, key=lambda each: each[0]))
