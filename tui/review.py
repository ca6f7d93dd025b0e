"""What a team decided, as the review tells it: its orders with what they were worth, its forecasts beside what came."""

from collections.abc import Sequence
from dataclasses import replace

from engine.game.curves import RISK
from engine.game.ending import Deed, Forecast, Observation, Result, Step, TeamResult
from engine.game.view import Curve, View, Words
from engine.language.messages import Message
from tui.adding import ROUNDING, TENTHS, in_tenths
from tui.words import turn_title

EVEN = 0.5
"""Of a check's worth: less is called neither good luck nor bad."""
COIN = 0.25
"""The Brier score of whoever says 50 % every time."""


def decided(result: Result) -> Sequence[TeamResult]:
    """Return the teams whose orders are told one by one: those at which people sat, or all where nobody did."""
    return [team for team in result.teams if team.human] or result.teams


def became(deed: Deed) -> Message:
    """Say in a few words what became of an order."""
    return Message.of(f"deed.{deed.outcome}")


def narrowly(result: Result) -> Message | None:
    """Say that a side has won although its score looks like another's: what is shown has no decimals."""
    won = {score: name for name, score, won in result.sides if won}
    close = next((won[score] for _, score, ahead in result.sides if not ahead and score in won), None)
    return Message.of("result.narrowly", side=close) if close else None


def foreseen_by(team: TeamResult) -> list[Message]:
    """Return each forecast with what came, and how good they were."""
    lines = [_foreseen(each) for each in team.forecasts]
    return lines if team.misjudged is None else [*lines, judged(team.misjudged)]


def judged(score: float) -> Message:
    """Say in plain words how far off forecasts were, by their Brier score."""
    word = "sharp" if score < COIN else "coin" if score == COIN else "off"
    return Message.of("result.misjudged", score=score, word=Message.of(f"result.misjudged.{word}"))


def judged_steps(team: TeamResult) -> tuple[Step, ...]:
    """Return how the judgement of a team is counted: each order that was checked, by the odds and as it was drawn."""
    worth = (Message.of("screen.result.by_odds"), Message.of("screen.result.drawn"))
    steps = [Step((Message.of("reckon.orders"),), worth, "head")]
    checked = [(deed, deed.expected, deed.drawn) for deed in team.deeds]
    told = [(deed, odds, drawn) for deed, odds, drawn in checked if odds is not None and drawn is not None]
    for deed, *figures in told:
        target = () if deed.target_name is None else (deed.target_name,)
        words = (turn_title(deed.turn), deed.card_name, *target, became(deed))
        steps.append(Step(words, tuple(map(_figure, figures))))
    missing = [
        _rounded(team.expected, [odds for _, odds, _ in told]),
        _rounded(team.realised, [drawn for *_, drawn in told]),
    ]
    if any(missing):
        steps.append(Step((ROUNDING,), tuple(map(_figure, missing))))
    steps.append(
        Step((Message.of("reckon.checks", n=team.checks),), (_figure(team.expected), _figure(team.realised)), "sum")
    )
    luck = Message.of("reckon.signed", n=round(team.realised - team.expected, 2) + 0.0)
    about = Step((Message.of("plain.luck_legend"),), (), "note")
    return (*steps, Step((Message.of("reckon.luck"),), (luck,), "sum"), about)


def _rounded(whole: float, parts: Sequence[float]) -> float:
    """Return what the parts of a sum miss of it as all are printed: of an order the same is told elsewhere too."""
    return round(round(whole, 2) - sum(round(part, 2) for part in parts), 2) + 0.0


def luck_of(team: TeamResult) -> tuple[float, Message]:
    """Return what the draws gave beyond the odds, between both as they are printed, and say it in words."""
    luck = (in_tenths(team.realised) - in_tenths(team.expected)) / TENTHS
    word = "even" if abs(luck) < EVEN else "good" if luck > 0 else "bad"
    return luck, Message.of(f"luck.{word}", luck=luck)


def foreseen_steps(team: TeamResult) -> tuple[Step, ...]:
    """Return how the forecasts of a team are counted: each with the square of how far it was from what came."""
    head = Step((Message.of("reckon.forecasts"),), (Message.of("reckon.off"),), "head")
    lines = [
        Step((_foreseen(each),), (_finely((each.percent / 100 - bool(each.came)) ** 2),)) for each in team.forecasts
    ]
    if team.misjudged is None:
        return (Step((Message.of("result.unwritten"),), (), "note"),)
    mean = Step((Message.of("reckon.mean"),), (_finely(team.misjudged),), "sum")
    return (head, *lines, mean, Step((judged(team.misjudged),), (), "note"))


def _figure(number: float) -> Message:
    return Message.of("reckon.figure", n=number + 0.0)


def _finely(number: float) -> Message:
    return Message.of("reckon.finely", n=number)


def _foreseen(forecast: Forecast) -> Message:
    came = Message.of("forecast.came" if forecast.came else "forecast.came_not")
    if forecast.moved is not None:
        before, after = forecast.moved
        last = forecast.question.get("when") == Message("question.at_endex")
        code = "forecast.moved_by_endex" if last else "forecast.moved"
        came = Message.of(code, came=came, before=before, after=after)
    when = turn_title(forecast.turn)
    return Message.of("result.forecast", when=when, question=forecast.question, n=forecast.percent, came=came)


def at_the_end(public: View, own: Sequence[View]) -> View:
    """Add to what everybody is shown at ENDEX the trends of the teams at which people sat, their risk too.

    Where nobody ever sat at another team, it is that team's own review, with what its private notes said.
    """
    shown = {curve.meter for curve in public.curves}
    curves = [
        _whose(curve, view, alone=len(own) == 1) for view in own for curve in view.curves if curve.meter not in shown
    ]
    sat = [team.team for team in public.result.teams if team.human] if public.result else []
    result = own[0].result if [view.team for view in own] == sat and len(sat) == 1 else public.result
    shown_curves = (*{curve.meter: curve for curve in curves}.values(), *public.curves)
    return replace(public, curves=shown_curves, result=result)


def _whose(curve: Curve, view: View, *, alone: bool) -> Curve:
    """Return the curve of a team; its risk, which every team has under one name, with the name of the team."""
    if curve.meter != RISK or alone or view.team_name is None:
        return curve
    return replace(curve, meter=f"{RISK}/{view.team}", name=Message.of("curve.risk_of", team=view.team_name))


def noted_of(notes: Sequence[Observation], door: Words, part: Words) -> Message | None:
    """Say after ENDEX that the facilitator has noted something, and behind which door and in which part it stands."""
    flagged = sum(note.hot_wash for note in notes)
    if not notes:
        return None
    return Message.of("result.noted_hot_wash" if flagged else "result.noted", door=door, part=part)
