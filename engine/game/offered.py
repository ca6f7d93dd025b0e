"""Which options of a team are shown to it, and the numbers of its cards of which it is shown none yet, with the reason.

A story that nobody has heard names no target, and who is in a flood of comments is not told before it is sorted.
"""

from dataclasses import dataclass

import numpy as np

from engine.game.hand import GROUPS, group_of
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.kernel.lattice import Bools


@dataclass(frozen=True, slots=True, eq=False)
class Offered:
    """The options of a team, and which of them are hidden for now. Arrays are [option]."""

    match: Match
    team: str
    at_untold: Bools  # aimed at a story that nobody has heard yet
    at_unsorted: Bools  # aimed at comments of a flood that is not sorted

    @property
    def options(self) -> list[int]:
        """The options that are shown, in order."""
        hidden, book = self.at_untold | self.at_unsorted, self.match.book
        return [option for option, laid in enumerate(book.laid) if laid[0] == self.team and not hidden[option]]

    @property
    def unheard(self) -> tuple[int, ...]:
        """The numbers of cards of whose targets nobody has heard yet."""
        return self._only(self.at_untold)

    @property
    def unsorted(self) -> tuple[int, ...]:
        """The numbers of cards whose comments are not sorted."""
        return self._only(self.at_unsorted)

    def _only(self, hidden: Bools) -> tuple[int, ...]:
        """The numbers of cards that are hidden altogether; what a ruling has in store does not show in them."""
        begun = set(self.match.origin.scenario.teams[self.team].holds)
        of_team = [(laid[1], bool(hidden[at])) for at, laid in enumerate(self.match.book.laid) if laid[0] == self.team]
        shown = {card for card, is_hidden in of_team if not is_hidden}
        found = {card for card, is_hidden in of_team if is_hidden} & begun - shown
        number = numbers(self.match, self.team)
        return tuple(sorted(number[card] for card in found))


def offered(match: Match, team: str) -> Offered:
    """Tell apart the options of a team."""
    comments, sorts = match.book.comments, Knowledge(match, team).sorts(match.state)
    return Offered(match, team, _untold(match, team), comments.sorted & (not sorts))


def numbers(match: Match, team: str) -> dict[str, int]:
    """The number of each card of a team, power by power, from 1: what a ruling adds comes last, so that they stay."""
    cards, begun = match.scenario.cards, match.origin.scenario.teams[team].holds
    hand = match.scenario.teams[team].holds
    ranked = [(place >= len(begun), GROUPS.index(group_of(cards[card])), place) for place, card in enumerate(hand)]
    return {hand[place]: number for number, (*_, place) in enumerate(sorted(ranked), 1)}


def _untold(match: Match, team: str) -> Bools:
    """Options whose target is a story that nobody has heard yet, those on the tray aside; [option]."""
    told, tray, cards = match.told(), match.tray(team), match.scenario.cards
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
