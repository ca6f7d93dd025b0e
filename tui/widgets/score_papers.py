"""Papers that answer why at ENDEX: a part of a score down to the numbers that it is made of, an order and its worth."""

from collections.abc import Iterable
from functools import partial

from textual.content import Content

from engine.game.ending import Deed, Ground, Result, TeamResult
from engine.game.view import Played, View
from engine.language.messages import Message
from tui.gauges import starts_of
from tui.joined import places_of
from tui.review import became, decided
from tui.widgets.card_text import sign
from tui.widgets.documents import aim, ledger
from tui.widgets.names import OUTCOME_STYLE, PART
from tui.widgets.papers import Paper, Written, moved_paper, why_paper
from tui.widgets.played import effects
from tui.widgets.rows import Row
from tui.widgets.scores import deed_key, part_key, parts_explained
from tui.widgets.typeset import EMPTY, Cell, Lay, apart, columns, hanging, listed, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import turn_name

VALUE = 6
SCORE = "score"
"""The key of the row about the score as such."""


def number_rows(tongue: Tongue, view: View, result: Result) -> list[Row]:
    """Return a row for each number of the result that can be explained: parts of scores, orders, then all meters."""
    rows = [Row(SCORE, _named(tongue.line(Message.of("screen.result.how")), EMPTY))]
    for team in result.teams:
        rows.append(Row(team.team, _named(tongue.line(team.name, "bold $accent"), EMPTY), stop=False, heads=True))
        rows += [
            Row(part_key(team, part), _named(tongue.line(PART[part]), Content(str(team.parts[part]))))
            for part in PART
            if part in team.parts
        ]
        rows += [
            Row(deed_key(team, n), _named(_when(tongue, deed), _worth(tongue, deed)))
            for n, deed in enumerate(team.deeds)
            if team in decided(result)
        ]
    rows.append(Row("meters", _named(tongue.line(Message.of("why.meters"), "bold $accent"), EMPTY), stop=False))
    told = {meter: moves[-1][1] for meter, moves in view.history.items() if moves}
    return [
        *rows,
        *(
            Row(meter_key(meter), _named(tongue.line(last.name), Content(str(round(last.after)))))
            for meter, last in told.items()
        ),
    ]


def _named(name: Content, number: Content) -> Lay:
    return lambda width: apart(width, name, number)


def _when(tongue: Tongue, deed: Deed) -> Content:
    return listed([tongue.line(deed.card_name), tongue.line(turn_name(deed.turn), "$muted")])


def _worth(tongue: Tongue, deed: Deed) -> Content:
    worth = deed.expected
    return EMPTY if worth is None else tongue.line(Message.of("plain.number", number=round(worth, 1) or 0.0))


def number_paper(view: View, result: Result, key: str) -> Written:
    """Return the paper about the number that a key stands for; about the score as such for any other."""
    kind, _, which = key.partition("/")
    if kind == "meter":
        gauge = next((each.meter for each in view.gauges if each.meter == which), None)
        rows = view.history.get(which, ())
        if gauge:
            return partial(why_paper, view=view, story=None, meter=gauge)
        return partial(moved_paper, name=rows[-1][1].name, rows=rows)
    for team in result.teams:
        for part in team.parts:
            if key == part_key(team, part):
                return partial(part_paper, view=view, result=team, part=part)
        for n, deed in enumerate(team.deeds):
            if key == deed_key(team, n):
                return partial(deed_paper, view=view, result=team, deed=deed)
    return score_paper


def score_paper(tongue: Tongue) -> Paper:
    """Return how the score is reckoned."""
    return tongue.line(Message.of("screen.result.how")), lambda width: parts_explained(tongue, width)


def meter_key(meter: str) -> str:
    """Return the key of a meter."""
    return f"meter/{meter}"


def part_paper(tongue: Tongue, view: View, result: TeamResult, part: str) -> Paper:
    """Return how a part of a team's score came about: what it measures, and every number in it with its ledger."""

    def lay(width: int) -> Content:
        lines = paragraph(tongue.line(Message.of(f"screen.part.{part}.about"), "$muted"), width)
        aims = result.objectives if part == "objectives" else ()
        lines += [EMPTY] if aims else []
        lines += [line for each in aims for line in aim(tongue, each, width)]
        for ground in result.grounds.get(part, ()):
            lines += [EMPTY, *_ground(tongue, view, ground, width)]
        return stack(lines)

    head = [tongue.line(result.name), Content.assemble(tongue.line(PART[part]), f" {result.parts[part]}")]
    return listed(head), lay


def _ground(tongue: Tongue, view: View, ground: Ground, width: int) -> list[Content]:
    value = tongue.line(Message.of("screen.moved.value", n=ground.value), "bold")
    head = columns(width, [Cell(tongue.line(ground.name, "bold $accent")), Cell(value, VALUE, right=True)])
    starts = [line for at in starts_of(ground.starts_at) for line in paragraph(tongue.line(at, "$muted"), width)]
    return [head, *starts, ledger(tongue, view.history.get(ground.meter, ()), width)]


def deed_paper(tongue: Tongue, view: View, result: TeamResult, deed: Deed) -> Paper:
    """Return what an order was worth by the odds and as it came out, what made its odds, and what it did."""
    played = _played(view, result.team, deed)

    def lay(width: int) -> Content:
        target = tongue.line(deed.target_name) if deed.target_name is not None else EMPTY
        when = [tongue.line(result.name), target, tongue.line(turn_name(deed.turn))]
        lines = paragraph(listed(when).stylize("$muted"), width)
        lines += [tongue.line(became(deed), OUTCOME_STYLE[deed.outcome]), EMPTY]
        lines += [line for each in reckoned(deed) for line in paragraph(tongue.line(each), width)]
        for term in played.terms if played else ():
            lines += hanging(Content.assemble(sign(term), " "), tongue.line(term.reason), width)
        if played and played.changes:
            lines += [EMPTY, tongue.line(Message.of("why.did"), "bold"), *effects(tongue, played, width)]
        at = [tongue.line(each, "$muted") for each in places_of([deed.written] if deed.written else [])]
        return stack([*lines, *([EMPTY] if at else []), *(line for each in at for line in paragraph(each, width))])

    return tongue.line(deed.card_name), lay


def reckoned(deed: Deed) -> list[Message]:
    """Say how the worth of an order comes about: its chances times what each outcome is worth, then what was drawn."""
    if deed.odds is None or deed.expected is None or deed.drawn is None:
        return [Message.of("why.unchecked")]
    (success, partial, backfire), (_, half, less) = deed.odds, deed.worth
    odds = Message.of(
        "why.by_odds", success=success, partial=partial, backfire=backfire, half=half, less=less, worth=deed.expected
    )
    return [odds, Message.of("why.as_drawn", worth=deed.drawn, luck=round(deed.drawn - deed.expected, 2) + 0.0)]


def _played(view: View, team: str, deed: Deed) -> Played | None:
    """Return an order as the bulletin of its turn told of it, if it did."""
    orders: Iterable[Played] = (
        order
        for told in view.past
        for bulletin in told.bulletins
        if bulletin.turn == deed.turn
        for order in bulletin.orders
    )
    wanted = (team, deed.card, deed.target_name, deed.outcome)
    return next((each for each in orders if (each.team, each.card, each.target_name, each.outcome) == wanted), None)
