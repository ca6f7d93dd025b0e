"""The lessons that every crisis owes: each a question that is answered by playing, with the figures behind it.

A crisis is a shipped scenario of at least LONG turns. Shorter ones, the tutorial and the guide's small example, teach
the table and owe no lesson about power.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from engine.compiler.book import compile_book
from engine.game.seats import BOTS
from engine.kernel.rulebook import Rulebook
from engine.scenario.reader import read_shipped, shipped_ids
from engine.scenario.scenario import Scenario
from engine.tools.alternatives import best_cards
from engine.tools.force import gains_of_censors, without
from engine.tools.lessons import Equals, Standings, causes, equals, standings
from engine.tools.precedent import compare

LONG = 10
HOME = "samudra"
GOOD, POOR = ("prudent", "smart"), ("charmer", "hawk", "loud", "silent")
FAIR = ("prudent", "smart", "random")
"""Policies under which there is a contest: who does nothing, or one thing only, fails in ways of its own."""
ERRORS = 2.0
"""Standard errors by which one bot must be ahead of another."""
LARGEST_SHARE = 1.6
MOST_BEST, OFTEN = 0.6, 10
"""No card best in a greater share of the turns, among cards that could be laid in so many of them."""
RARE = 0.02
MOST_LUCK, LEAST_OWN = 1 / 3, 1 / 6
CLOSED, OPEN = 5.0, 95.0
"""Internet freedom at which censoring should pay, and at which it should cost."""
CLEARLY = 0.15
"""By so much more often is an objective reached with hard power, for it to be something that nothing else wins."""


def crises() -> tuple[Scenario, ...]:
    """The shipped scenarios that owe these lessons."""
    found = (read_shipped(name).scenario for name in shipped_ids())
    return tuple(scenario for scenario in found if scenario is not None and scenario.clock.turns >= LONG)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a lesson holds, and what speaks against it or for it."""

    lesson: str
    holds: bool
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Trial:
    """A scenario and how many games are played for each figure; what several lessons ask for is played once."""

    scenario: Scenario
    games: int = 96
    seed: int = 0

    @cached_property
    def book(self) -> Rulebook:
        """The compiled rules."""
        return compile_book(self.scenario).book

    @cached_property
    def standings(self) -> Standings:
        """Each bot in each seat, the others at random."""
        return standings(self.book, self.games, self.seed)

    @cached_property
    def equals(self) -> Equals:
        """The same bot in every seat."""
        return equals(self.book, self.games, self.seed)

    @property
    def home(self) -> tuple[str, ...]:
        """Seats of the home side: Samudra's, or those of the side written first."""
        side = HOME if HOME in self.scenario.sides else next(iter(self.scenario.sides))
        return tuple(name for name, team in self.scenario.teams.items() if team.side == side)


def smart_power_pays(trial: Trial) -> Verdict:
    """Smart and prudent seats of the home side beat those that charm, press, post or keep silent."""
    table = trial.standings
    pairs = [(team, good, poor) for team in trial.home for good in GOOD for poor in POOR]
    return _verdict("smart_power_pays", [_pair(table, *pair) for pair in pairs if not _beats(table, *pair)])


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
        team, name, *_ = book.objectives[place]
        having = float(trial.standings.reached[team, :, place].max())
        if having - lacking > CLEARLY:
            figures.append(f"{book.teams[team]}, {name}: {having:.2f} with, {lacking:.2f} without")
    nothing = ("no objective is reached clearly more often with it",)
    return Verdict("hard_power_wins_something", bool(figures) or not hard, tuple(figures) or nothing)


def nobody_wins_too_often(trial: Trial) -> Verdict:
    """Under equal policies no side wins more than 1.6 times its share."""
    sides, won = trial.book.sides, trial.equals.won
    limit = LARGEST_SHARE / len(sides)
    against = [
        f"all {bot}: {side} wins {won[BOTS.index(bot), place]:.2f}"
        for bot in FAIR
        for place, side in enumerate(sides)
        if won[BOTS.index(bot), place] > limit
    ]
    contest = len(sides) > 1 and trial.scenario.scored == "against"
    return _verdict("nobody_wins_too_often", against if contest else [])


def no_card_is_always_or_never_best(trial: Trial) -> Verdict:
    """No card is the best choice in most of the turns in which it could be laid, and each is the best in some."""
    rounds = trial.book.turns
    first = best_cards(trial.book, -(-2 * trial.games // rounds), trial.seed)
    never = {name for name, it in first.items() if not it.best}
    second = best_cards(trial.book, trial.games, trial.seed + 1, never) if never else {}
    always = [name for name, it in first.items() if it.offered >= OFTEN and it.share > MOST_BEST]
    against = [f"{name}: best in {first[name].share:.0%} of {first[name].offered}" for name in always]
    against += [f"{name}: best in none of {second[name].offered}" for name in sorted(never) if not second[name].best]
    return _verdict("no_card_is_always_or_never_best", against)


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
    silence_never_pays,
    censoring_turns_with_freedom,
    hard_power_wins_something,
    nobody_wins_too_often,
    no_card_is_always_or_never_best,
    every_inject_comes_and_none_must,
    decisions_outweigh_luck,
    claims_hold,
    the_precedent_is_met,
)


def _beats(table: Standings, team: str, better: str, worse: str) -> bool:
    return table.beats(team, better, worse, ERRORS)


def _pair(table: Standings, team: str, better: str, worse: str) -> str:
    return f"{team}: {better} {table.of(team, better):.1f}, {worse} {table.of(team, worse):.1f}"


def _verdict(lesson: str, against: Iterable[str]) -> Verdict:
    figures = tuple(against)
    return Verdict(lesson, not figures, figures)
