"""The end of an exercise: scores with objectives and red lines revealed, and judgement beside luck."""

from collections.abc import Mapping

import numpy as np

from engine.game.aims import objectives, red_lines
from engine.game.causes import cause_name
from engine.game.course import Closed
from engine.game.ending import Became, Grounds, Result, TeamResult
from engine.game.knowledge import Knowledge, orders_of
from engine.game.match import Match
from engine.game.odds import percents, weigh
from engine.game.questions import forecasts
from engine.kernel.kinds import KEPT_WAITING, NONE, OUTCOMES
from engine.kernel.score import PARTS, Scores, grade, scores
from engine.language.messages import Message


def result(match: Match) -> Result:
    """Sides by score, then teams in the scenario's order."""
    scored = scores(match.book, match.state)
    rivals = match.scenario.scored == "against"
    sides = [
        (
            match.scenario.sides[side].name,
            round(float(scored.side[0, place])),
            rivals and bool(scored.won[0, place] > 0),
        )
        for place, side in enumerate(match.book.sides)
    ]
    scenario, table = match.scenario, round(float(scored.table[0]))
    return Result(
        together=(table, grade(table)) if scenario.scored == "together" else None,
        discussion=tuple(scenario.discussion),
        notes=tuple((note.text, note.source) for note in scenario.notes),
        advice=tuple(scenario.advice),
        sides=tuple(sorted(sides, key=lambda side: -side[1])),
        teams=tuple(_team(match, scored, team) for team in match.scenario.teams),
        lost=_lost(match),
    )


def _team(match: Match, scored: Scores, team: str) -> TeamResult:
    book, seat, place = match.book, match.scenario.teams[team], match.book.teams.index(team)
    parts = {name: float(scored.parts[name][0, place]) for name in PARTS}
    parts["objectives"] = float(scored.objectives[0, place])
    reached = {
        name: bool(scored.reached[0, index])
        for index, (owner, name, _, _) in enumerate(book.scoring.objectives)
        if owner == place
    }
    checks, expected, realised = _luck(match, team)
    foreseen = forecasts(match, team)
    return TeamResult(
        team=team,
        name=seat.name,
        side=match.scenario.sides[seat.side].name,
        score=round(float(scored.team[0, place])),
        won=match.scenario.scored == "against" and bool(scored.won[0, book.team_side[place]] > 0),
        parts={name: round(value) for name, value in parts.items() if not np.isnan(value)},
        objectives=objectives(Knowledge(match, team), team, reached, {}),
        red_lines=red_lines(Knowledge(match, team), team),
        checks=checks,
        expected=expected,
        realised=realised,
        grounds=_grounds(match, team),
        forecasts=foreseen,
        misjudged=sum((each.percent / 100 - bool(each.came)) ** 2 for each in foreseen) / len(foreseen)
        if foreseen
        else None,
    )


def _grounds(match: Match, team: str) -> tuple[Grounds, ...]:
    """What a team wrote down for the orders that it sealed, and what became of each."""
    sealed = {
        (closed.turn, order.card): match.book.option_of[(team, *order)]
        for closed in match.log
        if isinstance(closed, Closed)
        for order in closed.people.get(team, ())
    }
    outcomes = {played.turn: played.outcomes() for played in match.history}
    return tuple(
        Grounds(turn, card, match.scenario.cards[card].name, text, _became(outcomes[turn], sealed[turn, card]))
        for (turn, by, card), text in sorted(match.papers.reasons.items())
        if by == team and (turn, card) in sealed
    )


def _became(outcomes: Mapping[int, int], option: int) -> Became:
    return OUTCOMES[outcomes[option]] if option in outcomes else "waiting"


def _luck(match: Match, team: str) -> tuple[int, float, float]:
    """Number of checks, and what they were worth on average and in fact: 1 for a success, less for the rest."""
    worth = (1.0, match.book.number["outcome_partial"], match.book.number["outcome_backfire"])
    checks, expected, realised = 0, 0.0, 0.0
    for turn in match.history:
        options = [match.book.option_of[order[:4]] for order in orders_of(match, turn)]
        weighed, outcomes = weigh(match.book, turn.opened, options, turn.after.discord), turn.outcomes()
        for place, option in enumerate(options):
            unchecked = match.book.options.certain[option] or outcomes[option] == KEPT_WAITING
            if match.book.laid[option][0] != team or unchecked:
                continue
            chances = percents(float(weighed.z[place]), float(weighed.partial_from[place]))
            checks += 1
            expected += sum(chance * value for chance, value in zip(chances, worth, strict=True)) / 100
            realised += worth[outcomes[option]]
    return checks, round(expected, 2), round(realised, 2)


def _lost(match: Match) -> tuple[Message, ...]:
    """Effects that were still on their way when the exercise ended."""
    ways = np.flatnonzero(match.state.underway[0].any(axis=1))
    causes = {match.book.causes[match.book.rows.cause[match.book.ways.row[way]]] for way in ways.tolist()}
    waiting = match.state.waiting[match.state.waiting != NONE].tolist()
    causes |= {"order/{}/{}/waited".format(*match.book.laid[option]) for option in waiting}
    return tuple(Message.of("lost.effect", cause=cause_name(match.scenario, cause)) for cause in sorted(causes))
