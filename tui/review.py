"""What a team wrote down while it decided, as the review quotes it: its reasons, and its forecasts beside what came."""

from engine.game.ending import Forecast, Grounds, TeamResult
from engine.language.messages import Message
from tui.words import turn_name

COIN = 0.25
"""The Brier score of whoever says 50 % every time."""


def written_by(team: TeamResult) -> list[Message]:
    """Return each reason with what became of its order, each forecast with what came, and how good these were."""
    lines = [_quoted(each) for each in team.grounds] + [_foreseen(each) for each in team.forecasts]
    return lines if team.misjudged is None else [*lines, judged(team.misjudged)]


def judged(score: float) -> Message:
    """Say in plain words how far off forecasts were, by their Brier score."""
    word = "sharp" if score < COIN else "coin" if score == COIN else "off"
    return Message.of("result.misjudged", score=score, word=Message.of(f"result.misjudged.{word}"))


def _quoted(grounds: Grounds) -> Message:
    became = Message.of(f"screen.outcome.{grounds.outcome}")
    when = turn_name(grounds.turn)
    return Message.of("result.because", when=when, card=grounds.card_name, text=grounds.text, became=became)


def _foreseen(forecast: Forecast) -> Message:
    came = Message.of("forecast.came" if forecast.came else "forecast.came_not")
    if forecast.moved is not None:
        before, after = forecast.moved
        came = Message.of("forecast.moved", came=came, before=before, after=after)
    when = turn_name(forecast.turn)
    return Message.of("result.forecast", when=when, question=forecast.question, n=forecast.percent, came=came)
