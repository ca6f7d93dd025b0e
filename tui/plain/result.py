"""The end of the exercise as lines: who reached what, what everybody wanted, and luck beside judgement."""

from collections.abc import Callable

from engine.game.ending import Aim, Result, TeamResult
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui.plain.page import said, wrap
from tui.review import became, decided, foreseen_by, luck_of, narrowly
from tui.words import told, turn_title

_DEEP = "    "


def scores(result: Result, lang: str) -> list[str]:
    """Tell the sides by score, then every team with its objectives revealed, then what came too late."""
    return [*_reckoned(result, lang, _aims), *_ordered(result, lang), *debrief(result, lang)]


def lived(result: Result, lang: str) -> list[str]:
    """Tell what is talked about before any score: what everybody wanted, what was ordered and what came too late."""
    return ["", *revealed(result, lang), *_ordered(result, lang)]


def scored(result: Result, lang: str) -> list[str]:
    """Tell the scores by themselves, and the questions that come after them."""
    return [*_reckoned(result, lang, lambda *_: []), *debrief(result, lang)]


def _reckoned(result: Result, lang: str, wanted: Callable[[TeamResult, str], list[str]]) -> list[str]:
    """Tell the sides and the teams by score; of each team also what it `wanted`."""
    lines = sides(result, lang)
    lines += said(lang, Message.of("screen.result.rule" if result.together is None else "screen.result.rule_together"))
    for team in result.teams:
        lines += ["", *_team(team, lang, wanted(team, lang))]
    return [*lines, "", *said(lang, Message.of("plain.luck_legend"))]


def _ordered(result: Result, lang: str) -> list[str]:
    """Tell what was ordered, and what of it came too late."""
    lines: list[str] = []
    for team in decided(result):
        lines += ["", *said(lang, Message.of("plain.deeds", team=team.name)), *_deeds(team, lang)]
    if result.lost:
        lines += ["", *said(lang, Message.of("plain.lost"))]
        lines += [line for lost in result.lost for line in wrap(say(lang, lost), first="  - ", rest=_DEEP)]
    return lines


def sides(result: Result, lang: str) -> list[str]:
    """Tell what each side came to, and a table that plays together."""
    lines: list[str] = []
    if result.together is not None:
        score, grade = result.together
        lines += said(lang, Message.of("result.together", score=score, grade=Text.of(grade)))
    for name, score, won in result.sides:
        lines += said(lang, Message.of("plain.side_won" if won else "plain.side", side=name, score=score))
    close = narrowly(result)
    return lines + (said(lang, close) if close else [])


def debrief(result: Result, lang: str) -> list[str]:
    """Give the questions for the debrief, the real cases behind the crisis with their sources, and advice."""
    lines: list[str] = []
    if result.discussion:
        lines += ["", *said(lang, Message.of("result.discussion"))]
        lines += [line for each in result.discussion for line in wrap(told(lang, each), first="  - ", rest=_DEEP)]
    if result.notes:
        lines += ["", *said(lang, Message.of("result.notes"))]
        for text, source in result.notes:
            note = Message.of("result.note", text=text, source=source)
            lines += wrap(say(lang, note), first="  - ", rest=_DEEP)
    if result.advice:
        lines += ["", *said(lang, Message.of("result.advice"))]
        lines += [line for each in result.advice for line in wrap(told(lang, each), first="  - ", rest=_DEEP)]
    return lines


def revealed(result: Result, lang: str) -> list[str]:
    """Tell every team's objectives and red lines, and what became of them."""
    lines: list[str] = []
    for team in result.teams:
        lines += said(lang, Message.of("plain.wanted", team=team.name))
        lines += _aims(team, lang)
    return lines


def _team(team: TeamResult, lang: str, wanted: list[str]) -> list[str]:
    lines = said(lang, Message.of("plain.team_score", team=team.name, side=team.side, score=team.score))
    parts = tuple(Message.of(f"score.{name}", points=points) for name, points in team.parts.items())
    if parts:
        lines += said(lang, Message.of("plain.parts", parts=parts), indent=_DEEP)
    lines += wanted + said(lang, _luck(team), indent=_DEEP)
    return lines + said(lang, *foreseen_by(team), indent=_DEEP)


def _deeds(team: TeamResult, lang: str) -> list[str]:
    if not team.deeds:
        return said(lang, Message.of("result.no_deeds"), indent=_DEEP)
    lines: list[str] = []
    for deed in team.deeds:
        name = deed.card_name
        aimed = Message.of("plain.deed_toward", card=name, target=deed.target_name) if deed.target_name else name
        told_so = Message.of("plain.deed", when=turn_title(deed.turn), card=aimed, became=became(deed))
        if deed.expected is not None and deed.drawn is not None:
            told_so = Message.of(
                "plain.deed_worth", deed=told_so, expected=round(deed.expected, 1) or 0.0, drawn=deed.drawn
            )
        lines += wrap(say(lang, told_so), first="  - ", rest=_DEEP)
        lines += said(lang, Message.of("result.reason", text=deed.reason), indent=_DEEP) if deed.reason else []
        lines += said(lang, Message.of("result.private", text=deed.note), indent=_DEEP) if deed.note else []
    return lines


def _aims(team: TeamResult, lang: str) -> list[str]:
    lines = [line for aim in team.objectives for line in aim_lines(aim, "objective", lang)]
    return lines + [line for aim in team.red_lines for line in aim_lines(aim, "red_line", lang)]


def aim_lines(aim: Aim, kind: str, lang: str) -> list[str]:
    """Tell an objective or a red line, `kind`, with what became of it and the numbers that it is judged by."""
    state = {True: "yes", False: "no", None: "open"}[aim.reached]
    message = Message.of(f"plain.{kind}.{state}", text=aim.text, n=aim.points)
    lines = wrap(say(lang, message), first="    - ", rest="      ")
    lines += said(lang, Message.of("aim.measure", measure=aim.measure), indent="      ") if aim.measure else []
    return lines + (said(lang, Message.of("aim.then", values=aim.now), indent="      ") if aim.now else [])


def _luck(team: TeamResult) -> Message:
    _, word = luck_of(team)
    return Message.of(
        "plain.luck",
        n=team.checks,
        expected=team.expected,
        realised=team.realised,
        word=word,
    )
