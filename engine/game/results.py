"""The end of an exercise: scores with objectives and red lines revealed, and judgement beside luck."""

from collections.abc import Sequence

import numpy as np

from engine.game.aims import objectives, red_lines
from engine.game.causes import cause_name
from engine.game.deeds import deeds
from engine.game.ending import Result, TeamResult
from engine.game.faced import Faced, faced
from engine.game.grounds import grounds
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.questions import forecasts
from engine.game.reckoning import by_part
from engine.game.totals import of_all, of_side, of_team
from engine.game.view import Words
from engine.game.words import meter_name
from engine.kernel.kinds import NONE
from engine.kernel.score import PARTS, Scores, grade, scores
from engine.language.messages import Message
from engine.text import Text


def result(match: Match, reader: str | None = None) -> Result:
    """Sides by score, then teams in the scenario's order, as a team may read it; None for the public."""
    scored = scores(match.book, match.state)
    rivals = match.scenario.scored == "against"
    found = [(side, _side(match, scored, side, rivals=rivals)) for side in match.book.sides]
    sides, ran = sorted(found, key=lambda each: (-each[1][1], not each[1][2])), faced(match)
    scenario, table = match.scenario, round(float(scored.table[0]))
    return Result(
        together=(table, grade(table)) if scenario.scored == "together" else None,
        discussion=tuple(scenario.discussion),
        notes=tuple((note.text, note.source) for note in scenario.notes),
        advice=tuple(scenario.advice),
        sides=tuple(side for _, side in sides),
        sides_reckoned=tuple(of_side(match, scored, side) for side, _ in sides),
        whole=of_all(match, scored) if scenario.scored == "together" else (),
        teams=tuple(_team(match, scored, team, reader, ran[team]) for team in match.scenario.teams),
        lost=_lost(match),
    )


def _side(match: Match, scored: Scores, side: str, *, rivals: bool) -> tuple[Text, int, bool]:
    place = match.book.sides.index(side)
    won = rivals and bool(scored.won[0, place] > 0)
    return match.scenario.sides[side].name, round(float(scored.side[0, place])), won


def _team(match: Match, scored: Scores, team: str, reader: str | None, ran: Sequence[Faced]) -> TeamResult:
    book, seat, place = match.book, match.scenario.teams[team], match.book.teams.index(team)
    parts = {name: float(scored.parts[name][0, place]) for name in PARTS}
    parts["objectives"] = float(scored.objectives[0, place])
    reached = {
        name: bool(scored.reached[0, index])
        for index, (owner, name, _, _) in enumerate(book.scoring.objectives)
        if owner == place
    }
    done = deeds(match, team, reader)
    judged = [(each.expected, each.drawn) for each in done if each.expected is not None and each.drawn is not None]
    foreseen = forecasts(match, team)
    return TeamResult(
        team=team,
        name=seat.name,
        side=match.scenario.sides[seat.side].name,
        human=team in match.sat,
        score=round(float(scored.team[0, place])),
        won=match.scenario.scored == "against" and bool(scored.won[0, book.team_side[place]] > 0),
        parts={name: round(value) for name, value in parts.items() if not np.isnan(value)},
        grounds=grounds(match, team),
        reckoned=by_part(match, scored, team, ran),
        total=of_team(match, scored, team),
        objectives=objectives(Knowledge(match, team), team, reached, {}),
        red_lines=red_lines(Knowledge(match, team), team),
        checks=len(judged),
        expected=round(sum(expected for expected, _ in judged), 2),
        realised=round(sum(drawn for _, drawn in judged), 2),
        deeds=done,
        forecasts=foreseen,
        misjudged=sum((each.percent / 100 - bool(each.came)) ** 2 for each in foreseen) / len(foreseen)
        if foreseen
        else None,
    )


def _lost(match: Match) -> tuple[Message, ...]:
    """Effects that were still on their way when the exercise ended: those of one cause together, with their meters."""
    rows = match.book.rows
    causes: dict[Message, dict[Words, None]] = {}
    lost = match.book.ways.row[np.flatnonzero(match.state.underway[0].any(axis=1))].tolist()
    for row in sorted(lost, key=lambda row: (match.book.causes[rows.cause[row]], row)):
        meters = causes.setdefault(cause_name(match.scenario, match.book.causes[rows.cause[row]]), {})
        if rows.meter[row] != NONE:
            meters[meter_name(match.scenario, match.book.meters[rows.meter[row]])] = None
    for option in match.state.waiting[match.state.waiting != NONE].tolist():
        causes.setdefault(cause_name(match.scenario, "order/{}/{}/waited".format(*match.book.laid[option])), {})
    return tuple(
        Message.of("lost.effect_on", cause=cause, meters=tuple(meters))
        if meters
        else Message.of("lost.effect", cause=cause)
        for cause, meters in causes.items()
    )
