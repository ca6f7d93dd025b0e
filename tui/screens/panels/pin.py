"""Two panels with a PIN: one asks for it, one lets it be chosen. What is typed stands nowhere but in the panel."""

from math import ceil

from textual.app import ComposeResult
from textual.containers import Vertical

from engine.game.pins import is_pin
from engine.language.messages import Message
from tui.locks import Locks
from tui.screens.on_top import Result
from tui.screens.panel import Panel
from tui.widgets.digits import Digits
from tui.widgets.typeset import Fitted, paragraph, stack
from tui.widgets.wording import Said, Tongue


class PinPanel(Panel[Result]):
    """A title, what it is for, and digits."""

    place = "pin"

    def __init__(self, tongue: Tongue, title: Message, about: Message) -> None:
        super().__init__(tongue)
        self._title, self._about = title, about

    def compose(self) -> ComposeResult:
        """Title, what it is for, the digits, keys."""
        tongue, about = self.tongue, self._about
        with Vertical(classes="paper"):
            yield Said(tongue.line(self._title, "bold $accent"), classes="paper-title")
            yield Said(Fitted(lambda width: stack(paragraph(tongue.line(about), width))), classes="paper-text")
            yield Digits()
            yield from self.foot()

    def fill(self) -> None:
        """Begin without a digit."""
        self.query_one(Digits).focus()

    def on_digits_typed(self) -> None:
        """Mind what is typed. Textual calls this of each class, so none but this one has it."""
        self._mind()

    def _mind(self) -> None:
        """Whoever types has read what was said."""
        self.tell(None)

    def _taken(self) -> str:
        """Return what was typed, and forget it."""
        digits = self.query_one(Digits)
        typed = digits.value
        digits.clear()
        return typed


class EnterPin(PinPanel[bool]):
    """The result is True once the PIN was right, None if somebody went back."""

    def __init__(self, tongue: Tongue, title: Message, who: str, locks: Locks) -> None:
        super().__init__(tongue, title, Message.of("pin.enter"))
        self._who, self._locks = who, locks
        self._waiting = ""  # the code in which that is said

    def fill(self) -> None:
        """Say at once that one has to wait, and count from there."""
        super().fill()
        self._kept_waiting("pin.wait")
        self.set_interval(1, self._count)

    def _count(self) -> None:
        if self._waiting and not self._kept_waiting(self._waiting):
            self.tell(None)

    def _mind(self) -> None:
        """Take no digit before the wait is over."""
        if self._kept_waiting("pin.wait"):
            self._taken()
        else:
            super()._mind()

    def _kept_waiting(self, code: str) -> bool:
        left = self._locks.wait(self._who)
        self._waiting = code if left else ""
        if left:
            self.tell(Message.of(code, n=ceil(left)))
        return left > 0

    def action_done(self) -> None:
        """Try it, unless that has to wait: then nobody has said that it is wrong."""
        typed = self._taken()
        if self._kept_waiting("pin.wait"):
            return
        if not typed:
            self.tell(Message.of("pin.form"))
        elif self._locks.opens(self._who, typed):
            self.dismiss(True)  # noqa: FBT003 - the result
        else:
            self._kept_waiting("pin.wrong")


class ChoosePin(PinPanel[str]):
    """The result is a new PIN, typed twice; "" for none where that is `free`; None if somebody went back."""

    def __init__(self, tongue: Tongue, title: Message, about: Message, *, free: bool) -> None:
        super().__init__(tongue, title, about)
        self._free = free
        self._first: str | None = None
        self._barred = False

    def fill(self) -> None:
        """Begin without a digit, and say which of the two times it is."""
        super().fill()
        if self._first is not None:
            self.tell(Message.of("pin.again"), grave=False)

    def action_chair(self) -> None:
        """The facilitator is here: where a team's PIN is asked for, take no digit for it before Enter."""
        if not self._free:
            super().action_chair()
            return
        self._barred = True
        self._mind()

    def _mind(self) -> None:
        """Say what is asked for as long as somebody types for something else."""
        if self._barred:
            self._taken()
            self.tell(Message.of("pin.not_chair"))
        else:
            super()._mind()

    def action_done(self) -> None:
        """Ask for it once more; the second time, take it if it is the same."""
        if self._barred:
            self._barred = False
            self.tell(None)
            return
        typed, first = self._taken(), self._first
        if first is None and not typed and self._free:
            self.dismiss("")
        elif first is None and is_pin(typed):
            self._first = typed
            self.tell(Message.of("pin.again"), grave=False)
        elif first is None:
            self.tell(Message.of("pin.form"))
        elif typed == first:
            self.dismiss(typed)
        else:
            self._first = None
            self.tell(Message.of("pin.differs"))
