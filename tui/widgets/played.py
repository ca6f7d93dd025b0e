"""One order of the bulletin: who did what, the odds as a bar of three, the draw landing on it, what it did."""

from collections.abc import Collection
from dataclasses import dataclass

from textual.content import Content
from textual.timer import Timer

from engine.game.view import Played, Words
from engine.language.messages import Message
from tui.widgets.chances import bar, landing, parts
from tui.widgets.moved import crossings
from tui.widgets.names import BECAME, OUTCOME_STYLE
from tui.widgets.press import Press
from tui.widgets.typeset import EMPTY, Cell, Fitted, columns, cut, listed, paragraph, stack, wide_enough
from tui.widgets.wording import Tongue
from tui.words import SHOWN, heard_by

STEPS = 24
SECONDS = 1.0
BAR = 64
GAP = 2
UNTRIED = {"kept_waiting", "waiting"}
"""Outcomes for which there was no check."""
SCALE = ("backfire", "partial", "success")
"""What may come of an order, the worst first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How far an order has been told: the share of the way that the draw has come, 1 when it has landed."""

    share: float

    @property
    def landed(self) -> bool:
        """Whether the outcome may be told."""
        return self.share >= 1


class PlayedOrder(Press):
    """An order whose draw travels along the bar until it lands; `land` lets it land at once. A click says why."""

    def __init__(self, tongue: Tongue, listening: Collection[tuple[str, str]] = ()) -> None:
        super().__init__("why", id="order")
        self._tongue = tongue
        self._listening = listening
        self._played: Played | None = None
        self._step = STEPS
        self._timer: Timer | None = None

    def show(self, played: Played, *, moving: bool) -> None:
        """Show an order; `moving` lets the draw travel first."""
        self._played = played
        self._step = 0 if moving and (played.roll is not None or hides_odds(played)) else STEPS
        self._draw()
        if self._timer:
            self._timer.stop()
        if self._step < STEPS:
            self._timer = self.set_interval(SECONDS / STEPS, self._go_on)

    @property
    def landed(self) -> bool:
        """Whether the outcome has been told."""
        return self._step >= STEPS

    def land(self) -> None:
        """Tell the outcome now."""
        self._step = STEPS
        if self._timer:
            self._timer.stop()
        self._draw()

    def _go_on(self) -> None:
        self._step += 1
        if self.landed:
            self.land()
        else:
            self._draw()

    def _draw(self) -> None:
        played, tongue = self._played, self._tongue
        if played:
            shown = Shown(_eased(self._step / STEPS))
            heard = heard_by(played, self._listening)
            self.update(Fitted(lambda width: order_page(tongue, played, shown, width, heard=heard)))


def _eased(share: float) -> float:
    """Slow down toward the end, so that the eye can follow where the draw lands."""
    return 1 - (1 - share) ** 3 if share < 1 else 1


def order_page(tongue: Tongue, played: Played, shown: Shown, width: int, *, heard: bool = False) -> Content:
    """Return an order as far as it has been told; `heard`: the reader's team listened with it."""
    lines = [*paragraph(title(tongue, played), width), tongue.line(played.team_name, "$muted"), EMPTY]
    lines += [*_odds(tongue, played, shown, width), EMPTY]
    if shown.landed:
        lines += [tongue.line(BECAME[played.outcome], OUTCOME_STYLE[played.outcome]), EMPTY]
        lines += crossings(tongue, played.crossed, width)
        lines += [tongue.line(Message.of("screen.outcome.leaked"), "$danger"), EMPTY] if played.leaked else []
        lines += effects(tongue, played, width) if played.changes or not (heard or played.outcome in UNTRIED) else []
        if heard:
            lines += [EMPTY] if lines[-1] else []
            lines += paragraph(tongue.line(Message.of("screen.bulletin.listening")), width)
    return stack(lines)


def title(tongue: Tongue, played: Played) -> Content:
    """Return the card, and toward whom."""
    if played.target_name is None:
        return tongue.line(played.card_name, "bold")
    return Content.assemble(tongue.line(played.card_name, "bold"), ("  →  ", "$muted"), tongue.line(played.target_name))


def _odds(tongue: Tongue, played: Played, shown: Shown, width: int) -> list[Content]:
    if played.outcome in UNTRIED:
        return []
    long = min(BAR, width)
    if hides_odds(played):
        return _scale(tongue, played, shown, long)
    if played.roll is None:
        return [tongue.line(Message.of("screen.bulletin.unchecked"), "$muted")]
    mark = landing(_place(played, long) * shown.share, long)
    if shown.landed:
        mark = _beside(mark, tongue.line(Message.of("screen.bulletin.draw", n=played.roll), "$muted"), long)
    return [labels(tongue, played, long), bar(played.success, played.partial, played.backfire, long), mark]


def hides_odds(played: Played) -> bool:
    """Whether only those know the odds of an order whose it was."""
    return played.outcome not in UNTRIED and played.roll is None and not _known(played)


def _known(played: Played) -> bool:
    return played.success + played.partial + played.backfire > 0


def _scale(tongue: Tongue, played: Played, shown: Shown, long: int) -> list[Content]:
    """Return where an outcome stands between the worst and the best: three equal parts, whatever the odds were."""
    each = long // len(SCALE)
    at = (SCALE.index(played.outcome) + 0.5) / len(SCALE)
    words = [tongue.line(Message.of(f"screen.bulletin.part_{name}"), OUTCOME_STYLE[name]) for name in SCALE]
    named = columns(each * len(SCALE), [Cell(cut(name, each), each) for name in words], 0)
    hidden = tongue.line(Message.of("screen.bulletin.hidden"), "$muted")
    return [named, bar(1, 1, 1, each * len(SCALE)), landing(at * shown.share, each * len(SCALE)), hidden]


def _beside(mark: Content, words: Content, width: int) -> Content:
    """Set words on the line of a mark: after it, or before it where there is no room, so that no line breaks."""
    if mark.cell_length + 1 + words.cell_length <= width:
        return Content.assemble(mark, " ", words)
    before = mark.cell_length - words.cell_length - 2
    return Content.assemble(" " * max(before, 0), words, " ", mark[mark.cell_length - 1 :])


def _place(played: Played, width: int) -> float:
    """Return where the draw lands, 0..1 of the bar: inside the part of what happened, however the parts are rounded."""
    worst, middle, _ = parts(played.success, played.partial, played.backfire, width)
    first, last = {
        "backfire": (0, worst),
        "partial": (worst, worst + middle),
        "success": (worst + middle, width),
    }[played.outcome]
    return min(max((played.roll or 0) / 100, (first + 0.5) / width), (last - 0.5) / width)


def labels(tongue: Tongue, played: Played, width: int) -> Content:
    """Return the three chances, as they truly were, above their parts of the bar."""
    first = tongue.line(Message.of("screen.odds.spelt_backfire", n=played.backfire), "$danger")
    middle = tongue.line(Message.of("screen.odds.spelt_partial", n=played.partial), "$muted")
    last = tongue.line(Message.of("screen.odds.spelt_success", n=played.success), "$accent")
    worst, _, _ = parts(played.success, played.partial, played.backfire, width)
    latest = width - last.cell_length - middle.cell_length - GAP
    before = max(first.cell_length + GAP, min(worst, latest))
    between = width - last.cell_length - before - middle.cell_length
    if between < GAP:
        return cut(listed([first, middle, last], Content(" " * GAP)), width)
    return Content.assemble(first, " " * (before - first.cell_length), middle, " " * between, last)


def effects(tongue: Tongue, played: Played, width: int) -> list[Content]:
    """Return what the order did, each effect on a line; nothing is said to be nothing."""
    if played.asks:
        asked = paragraph(tongue.line(Message.of("screen.bulletin.asked")), width)
        return [*asked, *_effects(tongue, played, width)]
    if not played.changes:
        return [tongue.line(Message.of("screen.bulletin.no_effect"), "$muted")]
    return _effects(tongue, played, width)


def _effects(tongue: Tongue, played: Played, width: int) -> list[Content]:
    """Return each effect on a line and, right below one that the end of a scale cuts, how much does not count."""
    lines: list[Content] = []
    for name, by in played.changes:
        lines.append(_effect(tongue, name, by, width))
        for much in (much for of, much in played.beyond if of == name and much >= SHOWN):
            lines += paragraph(tongue.line(Message.of("screen.bulletin.beyond", n=much), "$muted"), width, indent=9)
    return lines


def _effect(tongue: Tongue, name: Words, amount: float, width: int) -> Content:
    by = tongue.line(Message.of("screen.why.amount", n=amount), "bold")
    return columns(width, [Cell(by, wide_enough(7, [by]), right=True), Cell(tongue.line(name))])
