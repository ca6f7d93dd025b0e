"""What of the facilitator's interventions no longer counts once turns are taken back, with the titles to name it by."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.game.course import Directed, standing
from engine.game.directing import Fire, Hold, Release, Rule, SetPace, Skip, Unseal
from engine.game.interventions import moves_meters
from engine.game.match import Match
from engine.scenario.fragments import fragment_of
from engine.text import Text


@dataclass(frozen=True, slots=True)
class Dropped:
    """Titles of injects that were added, put into other words, or fired, held or left out; of cards that were added.

    `directed` says whether meters were moved or trays given back, `paced` whether the pace was changed.
    """

    added: tuple[Text, ...]
    reworded: tuple[Text, ...]
    ruled: tuple[Text, ...]
    cards: tuple[Text, ...]
    directed: bool
    paced: bool


def dropped(match: Match, turn: int) -> Dropped:
    """Return what goes if all is taken back to where a turn had just opened; what was undone is gone already."""
    done = [event.intent for event in standing(match.log) if isinstance(event, Directed) and event.turn >= turn]
    fragments = [fragment_of(intent.text) for intent in done if isinstance(intent, Rule)]
    silent = {name for each in fragments if moves_meters(match, each) for name in each.injects}
    before = match.origin.scenario.injects.keys() | {
        name
        for event in standing(match.log)
        if isinstance(event, Directed) and isinstance(event.intent, Rule) and event.turn < turn
        for name in fragment_of(event.intent.text).injects
    }
    written = dict.fromkeys(name for each in fragments for name in each.injects if name not in silent)
    ruled = [intent.inject for intent in done if isinstance(intent, Fire | Hold | Release | Skip)]
    return Dropped(
        added=_titles(match, (name for name in written if name not in before)),
        reworded=_titles(match, (name for name in written if name in before)),
        ruled=_titles(match, (name for name in dict.fromkeys(ruled) if name in before)),
        cards=tuple(card.name for each in fragments for card in each.cards.values()),
        directed=bool(silent) or any(isinstance(intent, Unseal) for intent in done),
        paced=any(isinstance(intent, SetPace) for intent in done),
    )


def _titles(match: Match, injects: Iterable[str]) -> tuple[Text, ...]:
    known = match.scenario.injects
    return tuple(known[name].name if name in known else Text.of(name) for name in injects)
