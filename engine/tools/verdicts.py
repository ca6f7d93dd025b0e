"""The lessons that every crisis owes: each a question that is answered by playing, with the figures behind it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from engine.compiler.book import compile_book
from engine.game.seats import BOTS
from engine.tools.alternatives import Best, best_cards, ever_best, pooled
from engine.tools.force import gains_of_censors, without
from engine.tools.lessons import Standings, causes
from engine.tools.precedent import compare
from engine.tools.trial import FAIR, Trial

GOOD, POOR = ("prudent", "smart"), ("charmer", "hawk", "loud", "silent")
ERRORS = 2.0
"""Standard errors by which one bot must be ahead of another."""
MARGIN = 10.0
"""Points of a seat's score, on average over all seats."""
LARGEST_SHARE = 1.6
MOST_STAYED, MOST_FORETOLD = 2 / 3, 1 / 2
"""In no more of the games may the side that led at half-time win; half-time tells less than half about a score."""
MOST_BEST, OFTEN = 0.6, 10
"""No card best in a greater share of the turns, among cards that could be laid in so many of them."""
AGAIN = 4
"""Times the games in which a card is looked at again that seemed to be always the best."""
RARE = 0.02
MOST_LUCK, LEAST_OWN = 1 / 3, 1 / 6
CLOSED, OPEN = 5.0, 95.0
"""Internet freedom at which censoring should pay, and at which it should cost."""
CLEARLY = 0.15
"""By so much more often is an objective reached with hard power, for it to be something that nothing else wins."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a lesson holds, and what speaks against it or for it."""

    lesson: str
    holds: bool
    figures: tuple[str, ...]


def smart_power_pays(trial: Trial) -> Verdict:
    """Smart and prudent seats of the home side beat those that charm, press, post or keep silent."""
    table = trial.standings
    pairs = [(team, good, poor) for team in trial.home for good in GOOD for poor in POOR]
    return _verdict("smart_power_pays", [_pair(table, *pair) for pair in pairs if not _beats(table, *pair)])


def good_play_beats_chance(trial: Trial) -> Verdict:
    """In every seat prudent and smart play end above play at random, while the others play at random."""
    table = trial.fair_standings
    pairs = [(team, good, "random") for team in trial.book.teams for good in GOOD]
    return _verdict("good_play_beats_chance", [_pair(table, *pair) for pair in pairs if not table.beats(*pair)])


def silence_never_pays(trial: Trial) -> Verdict:
    """In no seat does silence do as well as prudent or smart play, whether the others play at random or as oneself."""
    table, alike = trial.standings, trial.equals.score
    pairs = [(team, good, "silent") for team in trial.book.teams for good in GOOD]
    against = [_pair(table, *pair) for pair in pairs if not _beats(table, *pair)]
    silent = alike[BOTS.index("silent")]
    against += [
        f"{team}: all silent {silent[place]:.1f}, all {good} {alike[BOTS.index(good), place]:.1f}"
        for place, team in enumerate(trial.book.teams)
        for good in GOOD
        if silent[place] >= alike[BOTS.index(good), place]
    ]
    return _verdict("silence_never_pays", against)


def censoring_turns_with_freedom(trial: Trial) -> Verdict:
    """To block what hurts is better than doing nothing where the space is closed, and worse where it is open."""
    gains = [
        list(
            gains_of_censors(
                compile_book(trial.scenario.model_copy(update={"freedom": freedom})).book, trial.games, trial.seed
            )
        )
        for freedom in (CLOSED, OPEN)
    ]
    against = [
        f"{team}: {closed:+.1f} at freedom {CLOSED:g}, {opened:+.1f} at {OPEN:g}"
        for (team, closed), (_, opened) in zip(*gains, strict=True)
        if not closed > 0 > opened
    ]
    return _verdict("censoring_turns_with_freedom", against)


def hard_power_wins_something(trial: Trial) -> Verdict:
    """Some seat reaches some objective clearly more often with hard cards than any way of playing does without."""
    book, hard = trial.book, {name for name, card in trial.scenario.cards.items() if card.power == "hard"}
    figures = []
    for place, lacking in without(book, hard, trial.games // 2, trial.seed):
        team, name, *_ = book.scoring.objectives[place]
        having = float(trial.standings.reached[team, :, place].max())
        if having - lacking > CLEARLY:
            figures.append(f"{book.teams[team]}, {name}: {having:.2f} with, {lacking:.2f} without")
    nothing = ("no objective is reached clearly more often with it",)
    return Verdict("hard_power_wins_something", bool(figures) or not hard, tuple(figures) or nothing)


def nobody_wins_too_often(trial: Trial) -> Verdict:
    """Under equal policies no side wins more than 1.6 times its share, at either pace."""
    sides = trial.book.sides
    against = [
        f"all {bot}, {it.pace} pace: {side} wins {it.won[row, place]:.2f}"
        for it in (trial.contests if _is_contest(trial) else ())
        for row, bot in enumerate(FAIR)
        for place, side in enumerate(sides)
        if it.won[row, place] > LARGEST_SHARE / len(sides)
    ]
    return _verdict("nobody_wins_too_often", against)


def good_play_pays_at_short_pace(trial: Trial) -> Verdict:
    """At short pace, too, tables of prudent or smart seats end ten points or more above those that play at random."""
    against = []
    for it in trial.contests:
        mean = dict(zip(FAIR, it.score.mean(axis=1).tolist(), strict=True))
        against += [
            f"all {bot}, {it.pace} pace: {mean[bot]:.1f} a seat, all random {mean['random']:.1f}"
            for bot in GOOD
            if it.pace == "short" and mean[bot] < mean["random"] + MARGIN
        ]
    return _verdict("good_play_pays_at_short_pace", against)


def half_time_decides_nothing(trial: Trial) -> Verdict:
    """Under equal policies the side ahead at half-time often loses, and half-time says little of a seat's score."""
    against = [
        f"all {bot}, {it.pace} pace: who leads at half-time wins {it.stayed[row]:.2f}"
        for it in (trial.contests if _is_contest(trial) else ())
        for row, bot in enumerate(FAIR)
        if it.stayed[row] > MOST_STAYED
    ]
    against += [
        f"all {bot}, {it.pace} pace: half-time foretells {it.foretold[row, place]:.2f} of the score of {team}"
        for it in trial.contests
        for row, bot in enumerate(FAIR)
        for place, team in enumerate(trial.book.teams)
        if it.foretold[row, place] > MOST_FORETOLD
    ]
    return _verdict("half_time_decides_nothing", against)


def no_card_is_always_or_never_best(trial: Trial) -> Verdict:
    """No card is the best choice in most of the turns in which it could be laid, and each is the best in some."""
    games = -(-2 * trial.games // trial.book.turns)
    found = dict(best_cards(trial.book, games, trial.seed))
    if _always(found):
        found = pooled(found, best_cards(trial.book, AGAIN * games, trial.seed + 1))
    never = {name for name, it in found.items() if not it.best}
    sought = ever_best(trial.book, trial.games, trial.seed + 1, never)
    against = [f"{name}: best in {found[name].share:.0%} of {found[name].offered}" for name in _always(found)]
    against += [f"{name}: best in none of {sought[name].offered}" for name in sorted(never) if not sought[name].best]
    return _verdict("no_card_is_always_or_never_best", against)


def _always(found: Mapping[str, Best]) -> list[str]:
    return [name for name, it in found.items() if it.offered >= OFTEN and it.share > MOST_BEST]


def every_inject_comes_and_none_must(trial: Trial) -> Verdict:
    """Each inject fires in some games of some mix of bots, and one with a condition not in all games of all mixes."""
    mixes = [*trial.standings.fired.reshape(-1, len(trial.book.msel)), *trial.equals.fired]
    against = []
    for place, name in enumerate(trial.book.msel):
        shares = [float(mix[place]) for mix in mixes]
        conditional = trial.scenario.injects[name].when is not None
        if max(shares) < RARE or (conditional and min(shares) == 1):
            against.append(f"{name}: fired in {min(shares):.2f} to {max(shares):.2f} of the games")
    return _verdict("every_inject_comes_and_none_must", against)


def decisions_outweigh_luck(trial: Trial) -> Verdict:
    """Luck makes less than a third of the variance of a seat's score, its own decisions more than a sixth."""
    found = causes(trial.book, 4 * trial.games, trial.seed)
    against = [
        f"{team}: luck {it.luck:.2f}, own decisions {it.own:.2f}"
        for team, it in found.items()
        if it.luck >= MOST_LUCK or it.own <= LEAST_OWN
    ]
    return _verdict("decisions_outweigh_luck", against)


def claims_hold(trial: Trial) -> Verdict:
    """Each claim of the scenario: in that seat the first bot beats the second."""
    pairs = [(claim.team, claim.better, claim.worse) for claim in trial.scenario.claims]
    return _verdict("claims_hold", [_pair(trial.standings, *it) for it in pairs if not _beats(trial.standings, *it)])


def the_precedent_is_met(trial: Trial) -> Verdict:
    """The line of the real case ends in its bands, and its counter-line outside."""
    precedent = trial.scenario.precedent
    if precedent is None:
        return Verdict("the_precedent_is_met", holds=False, figures=("there is none",))
    result = compare(trial.scenario, precedent)
    against = [
        f"{precedent.bands[place].meter}, {precedent.bands[place].at}: {result.line.spreads[place].p50:.1f} "
        f"is not in {precedent.bands[place].low:g}..{precedent.bands[place].high:g}"
        for place in result.missed
    ]
    against += [f"counter-line: band {place} is reached all the same" for place in result.not_left]
    broken = (*result.line.broken, *result.counter.broken)
    against += [f"turn {it.turn}, {it.team}: `{it.order}` not legal in {it.share:.0%}" for it in broken]
    return _verdict("the_precedent_is_met", against)


LESSONS: tuple[Callable[[Trial], Verdict], ...] = (
    smart_power_pays,
    good_play_beats_chance,
    silence_never_pays,
    censoring_turns_with_freedom,
    hard_power_wins_something,
    good_play_pays_at_short_pace,
    nobody_wins_too_often,
    half_time_decides_nothing,
    no_card_is_always_or_never_best,
    every_inject_comes_and_none_must,
    decisions_outweigh_luck,
    claims_hold,
    the_precedent_is_met,
)


def _is_contest(trial: Trial) -> bool:
    return len(trial.book.sides) > 1 and trial.scenario.scored == "against"


def _beats(table: Standings, team: str, better: str, worse: str) -> bool:
    return table.beats(team, better, worse, ERRORS)


def _pair(table: Standings, team: str, better: str, worse: str) -> str:
    return f"{team}: {better} {table.of(team, better):.1f}, {worse} {table.of(team, worse):.1f}"


def _verdict(lesson: str, against: Iterable[str]) -> Verdict:
    figures = tuple(against)
    return Verdict(lesson, not figures, figures)
