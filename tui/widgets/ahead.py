"""What may come: for each turn left the range of the risk that a team loses control, and what an inject would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as Event

from engine.game.console import Console, Entry
from engine.game.view import Words
from engine.language.messages import Message
from engine.text import Text
from engine.tools.forecast import Effect, Outlook, widest
from engine.tools.forecast import Fan as Range
from tui.actions import action
from tui.widgets.region import Region
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, Cell, Lay, columns, paragraph, stack
from tui.widgets.wording import Tongue

Waiting = Literal["computing", "unsaved", "ended", "stopped"]
BLIND = {"unsaved", "ended", "stopped"}
"""Where there is nothing to see ahead: the column needs less room."""
WHOLE = 100
TURN, NUMBERS, LOST = 3, 8, 7  # cells of their columns
LEAST = 3  # cells that a bar needs to say anything


class Fan(Region):
    """It shows nothing but what was computed for the exercise as it stands."""

    @dataclass
    class Asks(Event):
        """It must be computed what may come, and what an inject would do."""

        inject: str | None

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._teams: Mapping[str, Words] = {}
        self._stands: str | None = None
        self._inject: tuple[str, Words] | None = None
        self._team: str | None = None
        self._known: Outlook | Waiting = "computing"
        self.rows = Rows("ahead", id="fan")
        super().__init__(tongue.line(action("ahead").name), self.rows, does="ahead", id="ahead")

    def follow(self, console: Console, digest: str, marked: Entry | None) -> None:
        """Look ahead from an exercise as it stands, its state named by a digest, with the marked inject if it may fire.

        What was computed for an exercise that stood otherwise is forgotten at once.
        """
        stands = stands_of(console, digest)
        teams = {desk.team: desk.view.team_name or Text.of(desk.team) for desk in console.desks}
        may_fire = marked is not None and marked.state not in {"fired", "skipped"}
        inject = (marked.inject, marked.name) if marked and may_fire else None
        if (stands, inject) == (self._stands, self._inject):
            return
        if stands != self._stands or not isinstance(self._known, Outlook):
            self._known = "computing"
        self._stands, self._teams, self._inject = stands, teams, inject
        self._show()
        self.post_message(self.Asks(inject[0] if inject else None))

    def of_team(self, team: str | None) -> None:
        """Show a team's fan; None for that of the team in the greatest danger."""
        if team != self._team:
            self._team = team
            self._show()

    def learn(self, inject: str | None, known: Outlook | Waiting) -> None:
        """Take what was computed, if it is still what was asked for."""
        if inject == (self._inject[0] if self._inject else None):
            self._known = known
            self._show()

    def _show(self) -> None:
        tongue, known = self._tongue, self._known
        self.query_ancestor(Vertical).set_class(known in BLIND, "-blind")
        if not isinstance(known, Outlook):
            self.rows.show([Row("wait", _said(tongue, Message.of(f"fan.{known}"), "$muted"), stop=False)])
            return
        fan = next((each for each in known.fans if each.team == self._team), None) or widest(known.fans)
        asked = self._inject is not None and known.inject == self._inject[0]
        fired = next((each for each in known.fans_if_fired if asked and each.team == fan.team), None)
        rows = [Row("head", _said(tongue, Message.of("fan.of", team=self._teams[fan.team]), "bold"))]
        rows.append(Row("columns", lambda width: _heads(tongue, width), stop=False))
        rows += [Row(f"turn:{turn}", _turn(tongue, fan, fired, at)) for at, turn in enumerate(fan.turns)]
        rows.append(Row("lost", _said(tongue, Message.of("fan.lost", share=round(fan.lost[-1])))))
        if self._inject is not None:
            rows += self._if_fired(known, fired, self._inject[1])
        rows.append(Row("about", _said(tongue, Message.of("fan.about"), "$muted")))
        self.rows.show(rows)

    def _if_fired(self, outlook: Outlook, fired: Range | None, inject: Words) -> list[Row]:
        tongue = self._tongue
        head = Row("inject", _said(tongue, Message.of("fan.if_fired", inject=inject), "bold"))
        if outlook.refused and self._inject and outlook.inject == self._inject[0]:
            return [Row("refused", _said(tongue, Message.of("fan.refused", inject=inject, reason=outlook.refused)))]
        if fired is None:
            return [head, Row("computing", _said(tongue, Message.of("fan.computing"), "$muted"))]
        lost = Row("lost_then", _said(tongue, Message.of("fan.lost", share=round(fired.lost[-1]))))
        effects = [Row(f"effect:{each.meter}", _effect(tongue, each)) for each in outlook.effects]
        none = [] if effects else [Row("nothing", _said(tongue, Message.of("fan.nothing"), "$muted"))]
        return [head, lost, *effects, *none]


def stands_of(console: Console, digest: str) -> str:
    """Return a name for all that a look ahead depends on: the state, who plays, what is laid, what was ruled."""
    laid = [[(each.card, each.target, each.voice) for each in desk.view.tray] for desk in console.desks]
    seats = [line.seat for line in console.public.table]
    return repr((digest, seats, laid, console.interventions, console.pace, console.next_pace))


def _said(tongue: Tongue, message: Message, style: str = "") -> Lay:
    return lambda width: stack(paragraph(tongue.line(message, style), width))


def _turn(tongue: Tongue, fan: Range, fired: Range | None, at: int) -> Lay:
    most = max((*fan.high, *(fired.high if fired else ())), default=1)

    def lay(width: int) -> Content:
        low, high = fan.low[at], fan.high[at]
        numbers = tongue.line(Message.of("fan.range", low=round(low), high=round(high)))
        lost = tongue.line(Message.of("fan.share", share=round(fan.lost[at])), "$muted")
        bar = _bar(
            width - TURN - NUMBERS - LOST - 3, (low, fan.middle[at], high), fired.middle[at] if fired else None, most
        )
        turn = tongue.line(Message.of("fan.turn", turn=fan.turns[at]), "$muted")
        return columns(width, [Cell(turn, TURN, right=True), Cell(bar), *_numbers(numbers, lost)], 1)

    return lay


def _heads(tongue: Tongue, width: int) -> Content:
    heads = [tongue.line(Message.of(f"fan.head_{name}"), "$muted") for name in ("risk", "lost")]
    return columns(width, [Cell(EMPTY), *_numbers(*heads)], 1)


def _numbers(risk: Content, lost: Content) -> tuple[Cell, Cell]:
    return Cell(risk, NUMBERS, right=True), Cell(lost, LOST, right=True)


def _bar(width: int, tenths: Sequence[float], fired: float | None, most: float) -> Content:
    """Return a line from low to high with the middle marked, and where the middle would be if the inject fired.

    It is no wider than `width`: a bar that is cut hides where the range ends.
    """
    scale = max(min(most * 1.1, WHOLE), 10)
    cells = width
    if cells < LEAST:
        return EMPTY
    low, middle, high = (min(int(value / scale * cells), cells - 1) for value in tenths)
    letters = ["·"] * cells
    letters[low : high + 1] = "━" * (high - low + 1)
    letters[middle] = "●"
    parts: list[tuple[str, str]] = [(each, "$faint" if each == "·" else "$accent") for each in letters]
    if fired is not None:
        parts[min(int(fired / scale * cells), cells - 1)] = ("◆", "$danger")
    return Content.assemble(*parts)


def _effect(tongue: Tongue, effect: Effect) -> Lay:
    def lay(width: int) -> Content:
        numbers = Message.of("fan.effect", next_turn=effect.next_turn, endex=effect.endex)
        words = tongue.line(numbers)
        return columns(width, [Cell(tongue.line(effect.name)), Cell(words, words.cell_length, right=True)], 1)

    return lay
