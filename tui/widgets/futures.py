"""What may come, set as rows: what an inject would do, and for each turn left the range of a team's risk."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from textual.content import Content

from engine.game.view import Words
from engine.language.messages import Message
from engine.tools.forecast import Effect, Fan, Outlook
from tui.fans import lost_then, range_of
from tui.widgets.rows import Row, gap
from tui.widgets.typeset import EMPTY, Cell, Lay, apart, columns, paragraph, stack, wide_enough
from tui.widgets.wording import Tongue

WHOLE = 100
TURN, NUMBERS, LOST, BY = 3, 8, 7, 5  # cells of their columns, at least
LEAST = 3  # cells that a bar needs to say anything
FEW = 3  # effects that a narrow column tells


@dataclass(frozen=True, slots=True)
class Ahead:
    """What was computed of a team's risk, and of one inject, its id and its name, that may fire."""

    outlook: Outlook
    fan: Fan
    team: Words
    inject: tuple[str, Words] | None

    @property
    def fired(self) -> Fan | None:
        """The team's fan if the inject fired now; None while that is not known."""
        fans = self.outlook.fans_if_fired if self._asked else ()
        return next((each for each in fans if each.team == self.fan.team), None)

    @property
    def refused(self) -> Message | None:
        """Why the inject cannot fire now."""
        return self.outlook.refused if self._asked else None

    @property
    def _asked(self) -> bool:
        return self.inject is not None and self.outlook.inject == self.inject[0]


def in_full(tongue: Tongue, ahead: Ahead) -> list[Row]:
    """Return all that is known, for a wide page."""
    lost = Row("lost", _said(tongue, Message.of("fan.lost", share=round(ahead.fan.lost[-1]))))
    about = Row("about", _said(tongue, Message.of("fan.about"), "$muted"))
    return [*_if_fired(tongue, ahead, len(ahead.outlook.effects)), *_risk(tongue, ahead), lost, about]


def in_short(tongue: Tongue, ahead: Ahead) -> list[Row]:
    """Return the most important of it, for a column beside others."""
    more = Row("more", _said(tongue, Message.of("fan.more"), "$muted"))
    return [*_if_fired(tongue, ahead, FEW), *_risk(tongue, ahead), more]


def _risk(tongue: Tongue, ahead: Ahead) -> list[Row]:
    """Return the team's range turn by turn."""
    fan, fired = ahead.fan, ahead.fired
    rows = [Row("head", _said(tongue, Message.of("fan.of", team=ahead.team), "bold"))]
    rows.append(Row("columns", lambda width: _heads(tongue, _end(fan, fired), width), stop=False))
    return rows + [Row(f"turn:{turn}", turn_row(tongue, fan, fired, at)) for at, turn in enumerate(fan.turns)]


def _if_fired(tongue: Tongue, ahead: Ahead, most: int) -> list[Row]:
    """Return what the inject would do, `most` meters of it."""
    if ahead.inject is None:
        return []
    _, name = ahead.inject
    if ahead.refused:
        words = Message.of("fan.refused", inject=name, reason=ahead.refused)
        return [Row("refused", _said(tongue, words)), gap("fired")]
    head = Row("inject", _said(tongue, Message.of("fan.if_fired", inject=name), "bold"))
    fired = ahead.fired
    if fired is None:
        return [head, Row("computing", _said(tongue, Message.of("fan.computing"), "$muted")), gap("fired")]
    lost = Row("lost_then", _said(tongue, lost_then(ahead.fan.lost[-1], fired.lost[-1])))
    told = ahead.outlook.effects[:most]
    by = wide_enough(BY, (number for each in told for number in _moves(tongue, each)))
    effects = [Row(f"effect:{each.meter}", _effect(tongue, each, by)) for each in told]
    following = min(ahead.outlook.turn + 1, ahead.fan.turns[-1])
    heads = Row("effects", lambda width: _effect_heads(tongue, following, by, width), stop=False)
    none = Row("nothing", _said(tongue, Message.of("fan.nothing"), "$muted"))
    return [head, lost, *([heads, *effects] if effects else [none]), gap("fired")]


def _said(tongue: Tongue, message: Message, style: str = "") -> Lay:
    return lambda width: stack(paragraph(tongue.line(message, style), width))


def turn_row(tongue: Tongue, fan: Fan, fired: Fan | None, at: int) -> Lay:
    """Return a turn: a bar from low to high, the same in numbers, and how often control is lost by then."""
    end = _end(fan, fired)

    def lay(width: int) -> Content:
        low, high = fan.low[at], fan.high[at]
        numbers = tongue.line(range_of(low, high))
        lost = tongue.line(Message.of("fan.share", share=round(fan.lost[at])), "$muted")
        bar = _bar(
            width - TURN - NUMBERS - LOST - 3, (low, fan.middle[at], high), fired.middle[at] if fired else None, end
        )
        turn = tongue.line(Message.of("fan.turn", turn=fan.turns[at]), "$muted")
        return columns(width, [Cell(turn, TURN, right=True), Cell(bar), *_numbers(numbers, lost)], 1)

    return lay


def _heads(tongue: Tongue, end: int, width: int) -> Content:
    """Return the heads of the columns, that of the bars being their scale: what their left end is, and their right."""
    heads = [tongue.line(Message.of(f"fan.head_{name}"), "$muted") for name in ("risk", "lost")]
    ends = [tongue.line(Message.of("fan.share", share=each), "$muted") for each in (0, end)]
    room = width - TURN - NUMBERS - LOST - 3
    scale = apart(room, *ends) if room > sum(each.cell_length for each in ends) else EMPTY
    return columns(width, [Cell(EMPTY, TURN), Cell(scale), *_numbers(*heads)], 1)


def _end(fan: Fan, fired: Fan | None) -> int:
    """Return the risk in percent that the right end of the bars is, the same for all of them."""
    most = max((*fan.high, *(fired.high if fired else ())), default=1)
    return min(max(ceil(most * 1.1), 10), WHOLE)


def _numbers(risk: Content, lost: Content) -> tuple[Cell, Cell]:
    return Cell(risk, NUMBERS, right=True), Cell(lost, LOST, right=True)


def _bar(width: int, tenths: Sequence[float], fired: float | None, scale: int) -> Content:
    """Return a line from low to high with the middle marked, and where the middle would be if the inject fired.

    It goes from 0 to `scale`, and is no wider than `width`: a bar that is cut hides where the range ends.
    """
    if width < LEAST:
        return EMPTY
    low, middle, high = (min(int(value / scale * width), width - 1) for value in tenths)
    letters = ["·"] * width
    letters[low : high + 1] = "━" * (high - low + 1)
    letters[middle] = "●"
    parts: list[tuple[str, str]] = [(each, "$faint" if each == "·" else "$accent") for each in letters]
    if fired is not None:
        parts[min(int(fired / scale * width), width - 1)] = ("◆", "$danger")
    return Content.assemble(*parts)


def _moves(tongue: Tongue, effect: Effect) -> list[Content]:
    """Return by how much a meter would have moved: in the next turn, and until ENDEX."""
    return [tongue.line(Message.of("fan.by", by=by)) for by in (effect.next_turn, effect.endex)]


def _effect(tongue: Tongue, effect: Effect, by: int) -> Lay:
    """Return a meter, on as many lines as its name needs, and by how much it would have moved."""

    def lay(width: int) -> Content:
        first, *more = paragraph(tongue.line(effect.name), max(width - 2 * (by + 1), 1))
        numbers = [Cell(each, by, right=True) for each in _moves(tongue, effect)]
        return stack([columns(width, [Cell(first), *numbers], 1), *more])

    return lay


def _effect_heads(tongue: Tongue, following: int, by: int, width: int) -> Content:
    heads = [Message.of("fan.turn", turn=following), Message.of("fan.head_endex")]
    return columns(width, [Cell(EMPTY), *(Cell(tongue.line(each, "$muted"), by, right=True) for each in heads)], 1)
