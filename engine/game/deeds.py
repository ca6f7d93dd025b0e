"""What became of every order of a team, what it was worth by the odds and as drawn, and why it was laid."""

from collections.abc import Iterator

from engine.game.course import Closed
from engine.game.ending import Deed
from engine.game.knowledge import orders_of
from engine.game.match import Match
from engine.game.odds import percents, weigh
from engine.game.words import choice_name
from engine.kernel.kinds import KEPT_WAITING, OUTCOMES
from engine.text import Text


def deeds(match: Match, team: str, reader: str | None = None) -> tuple[Deed, ...]:
    """Return the orders of a team that took effect, turn by turn, then those for which there was no more turn.

    An order is worth 1 when it works, less when it works in part, less than nothing when it backfires; without a check
    it has no worth. What a private note says is told to the team alone that wrote it: `reader` is who reads all this.
    """
    reasons = {(turn, card): text for (turn, by, card), text in match.papers.reasons.items() if by == team}
    notes = {key: text for key, text in match.papers.slips.items() if key[1] == team == reader}
    done, cards = list(_done(match, team, reasons, notes)), match.scenario.cards
    for turn, card in sorted(reasons.keys() & _sealed(match, team)):
        at, why = match.edition.lines.of(("cards", card)), reasons[turn, card]
        done.append(Deed(turn, card, cards[card].name, None, "waiting", None, None, why, None, _worth(match), at))
    return tuple(done)


def _done(
    match: Match, team: str, reasons: dict[tuple[int, str], Text], notes: dict[tuple[int, str, str], Text]
) -> Iterator[Deed]:
    """Yield what took effect, and take the reasons of these orders out of `reasons`."""
    worth = _worth(match)
    for turn in match.history:
        options = [match.book.option_of[order[:4]] for order in orders_of(match, turn)]
        weighed, outcomes = weigh(match.book, turn.opened, options, turn.after.discord), turn.outcomes()
        for place, option in enumerate(options):
            by, card, target, voice = match.book.laid[option]
            if by != team:
                continue
            unchecked = match.book.options.certain[option] or outcomes[option] == KEPT_WAITING
            chances = percents(float(weighed.z[place]), float(weighed.partial_from[place]))
            expected = sum(chance * value for chance, value in zip(chances, worth, strict=True)) / 100
            yield Deed(
                turn=turn.turn,
                card=card,
                card_name=match.scenario.cards[card].name,
                target_name=choice_name(match.scenario, card, target, voice),
                outcome=OUTCOMES[outcomes[option]],
                expected=None if unchecked else round(expected, 2),
                drawn=None if unchecked else worth[outcomes[option]],
                reason=_reason(reasons, turn.turn, card),
                odds=None if unchecked else chances,
                worth=worth,
                written=match.edition.lines.of(("cards", card)),
                note=notes.get((turn.turn, team, card)),
            )


def _worth(match: Match) -> tuple[float, float, float]:
    """Return what success, partial success and a backfire are worth."""
    return 1.0, match.book.number["outcome_partial"], match.book.number["outcome_backfire"]


def _reason(reasons: dict[tuple[int, str], Text], turn: int, card: str) -> Text | None:
    """Take out why an order was laid that took effect in a turn: it may have waited since an earlier one."""
    laid = max((at for at, which in reasons if which == card and at <= turn), default=None)
    return None if laid is None else reasons.pop((laid, card))


def _sealed(match: Match, team: str) -> set[tuple[int, str]]:
    closed = (each for each in match.log if isinstance(each, Closed))
    return {(each.turn, order.card) for each in closed for order in each.people.get(team, ())}
