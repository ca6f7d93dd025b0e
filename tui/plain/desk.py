"""One team's turn at the keyboard: reads its commands and does what they ask for, until it has sealed."""

from collections.abc import Callable, Sequence

from engine.game.answers import Refused
from engine.game.intents import LONGEST_REASON, LONGEST_SLIP, Because, Foresee, Intent, Lay, Seal, Slip, TakeBack, Undo
from engine.game.table import Table
from engine.game.view import Choice, View
from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from engine.text import Text
from tui.facilitator import slips
from tui.numbers import whole
from tui.plain import room
from tui.plain.asks import command, confirm, heeded
from tui.plain.cards import name_of, pick, pick_card
from tui.plain.commands import Command
from tui.plain.gate import PlainGate
from tui.plain.looking import Looking
from tui.plain.terminal import Terminal
from tui.undoing import undone
from tui.words import amount, cost_of, doubts_of, told, turn_name, unreasoned

_DECIDING = {"lay", "take_back", "undo", "seal"}
_FORECAST = Message.of("plain.prompt.forecast")
_ANY_SHARE = 999  # may be meant as a forecast; how much is too much, the table says
_UNREAD = {"plain.left_over", "plain.no_target"}
_LONGEST_NAME = 32  # in the prompt, which is one line


class Desk:
    """A team at the keyboard. `sit` returns when it has sealed, or gives way to the facilitator."""

    def __init__(self, table: Table, terminal: Terminal, team: str, gate: PlainGate) -> None:
        self._table = table
        self._terminal = terminal
        self._team = team
        self._looking = Looking(table, terminal, team)
        self._gate = gate
        self._rather: Command | None = None  # what was asked for in place of a forecast
        self._does: dict[str, Callable[[str], None]] = {
            "lay": self._lay,
            "take_back": self._take_back,
            "undo": self._undo,
            "because": self._because,
            "slip": self._slip,
            "foresee": self._foresee,
            **self._looking.does,
            "pause": lambda _: self._gate.pause(),
            "pin": lambda _: self._gate.choose(self._team),
            "newcomer": lambda _: self._gate.newcomer(self._view),
        }

    def sit(self, *, moved: bool, no_chair: Message | None) -> bool:
        """Show the room and do what is typed. `moved`: also tell what moved since the team's last decision.

        Returns whether it has sealed, or has passed a seat; otherwise the facilitator wants the console,
        unless `no_chair` says why not.
        Raises LeaveError or EOFError when the team leaves unsealed, SaveError when the disk refuses.
        """
        self._looking.arrive(moved=moved)
        sealed = False
        while not sealed:
            self._gate.tell_clock()
            typed = self._rather or command(self._terminal, "room", self._prompt())
            self._rather = None
            if self._table.trouble and typed.action.id in _DECIDING:
                self._terminal.say(Message.of("plain.look_only", trouble=self._table.trouble))
            elif typed.action.id == "seal":
                sealed = self._seal()
            elif typed.action.id == "chair":
                if no_chair is None:
                    return False
                self._terminal.say(no_chair)
            elif typed.action.id == "pass_seat":
                sealed = self._gate.pass_seat(typed.rest)
            else:
                self._does[typed.action.id](typed.rest)
        return True

    @property
    def _view(self) -> View:
        return self._table.view(self._team)

    @property
    def _lang(self) -> str:
        return self._terminal.lang

    def _prompt(self) -> Message:
        view = self._view
        return Message.of(
            "plain.prompt",
            team=Text.of({lang: told(lang, view.called) for lang in LANGUAGES}, limit=_LONGEST_NAME),
            turn=turn_name(view.turn),
            hours=amount(view.purse.hours_left),
            budget=amount(view.purse.budget_left),
        )

    def _lay(self, rest: str) -> None:
        """Lay a card, or several that are written as on a slip."""
        found = None if slips.several(rest) else pick(self._view, self._lang, rest)
        if found is None or (isinstance(found, Message) and slips.several(rest, every=False)):
            self._lay_all(slips.read(self._table, self._lang, self._team, rest, self._view.tray))
        elif isinstance(found, Message):
            self._terminal.say(found)
        elif self._laid(found):
            self._terminal.say(room.left(self._view))

    def _lay_all(self, lines: Sequence[slips.Line]) -> None:
        """Lay all cards of a slip beside what lies there, or none of them and say which cannot be."""
        wrong = [(line.choice, line.wrong) for line in lines if line.wrong]
        for choice, reason in wrong:
            named = choice and Message.of("plain.line_wrong", card=choice.name, reason=reason)
            self._terminal.say(named or reason)
        if wrong:
            self._terminal.say(Message.of("plain.none_laid"))
        elif all(self._laid(line.choice) for line in lines if line.choice):
            self._terminal.say(room.left(self._view))

    def _laid(self, choice: Choice) -> bool:
        done = self._apply(Lay(self._team, choice.card, choice.target, choice.voice))
        if done:
            name, cost = Text.of(name_of(choice, self._lang)), cost_of(choice.hours, choice.budget)
            self._terminal.say(Message.of("plain.laid", card=name, cost=cost))
            if choice.form == "slip":
                self._terminal.say(Message.of("plain.slip", n=choice.number))
        return done

    def _take_back(self, rest: str) -> None:
        found = pick_card(self._view, self._lang, rest)
        if isinstance(found, Message):
            self._terminal.say(found)
        elif not isinstance(left := pick(self._view, self._lang, rest), Choice) and left.code in _UNREAD:
            self._terminal.say(left)  # more was typed than a card
        elif self._apply(TakeBack(self._team, found.first.card)):
            self._terminal.say(Message.of("plain.taken_back", card=found.first.name), room.left(self._view))

    def _undo(self, _rest: str) -> None:
        before = self._view
        if self._apply(Undo(self._team, last=True)):
            self._terminal.say(undone(before, self._view))
            self._looking.part("tray")

    def _because(self, rest: str) -> None:
        """Write down why a card lies on the tray: its number, and the reason."""
        card, _, reason = rest.partition(" ")
        found = pick_card(self._view, self._lang, card)
        if isinstance(found, Message):
            self._terminal.say(found)
        elif self._apply(Because.typed(self._team, found.first.card, reason)):
            self._tell_left_out(reason, LONGEST_REASON)
            self._looking.part("tray")

    def _slip(self, rest: str) -> None:
        """Write what a private note on the tray says: the number of its card, and the words."""
        card, _, words = rest.partition(" ")
        found = pick_card(self._view, self._lang, card)
        if isinstance(found, Message):
            self._terminal.say(found)
        elif self._apply(Slip.typed(self._team, found.first.card, words)):
            self._tell_left_out(words, LONGEST_SLIP)
            self._looking.part("tray")

    def _tell_left_out(self, words: str, most: int) -> None:
        if len(words) > most:
            self._terminal.say(Message.of("field.full", most=most))

    def _foresee(self, rest: str) -> None:
        """Answer this round's question in percent; without a number, ask it."""
        percent = whole(rest, _ANY_SHARE)
        if percent is None or self._apply(Foresee(self._team, percent)):
            self._terminal.lines(room.forecast(self._view, self._lang))

    def _seal(self) -> bool:
        doubts, bare = self._doubts(), unreasoned(self._view, "plain.seal_no_reason")
        if doubts and not confirm(self._terminal, [*doubts, *bare], Message.of("plain.seal_anyway")):
            self._terminal.say(Message.of("plain.not_sealed"))
            return False
        if not self._forecast_or_not():
            self._terminal.say(Message.of("plain.not_sealed"))
            return False
        if not self._apply(Seal(self._team)):
            return False
        self._terminal.say(Message.of("plain.sealed"))
        return True

    def _forecast_or_not(self) -> bool:
        """Ask a person at a terminal what this round asks, if they have not said; return whether to go on sealing.

        An empty line skips it. What only looks is done on the way, whatever else the room takes in place of sealing.
        """
        asked = self._terminal.interactive and self._view.question is not None and self._view.foreseen is None
        if asked:
            self._terminal.lines(room.forecast(self._view, self._lang))
        while asked and self._view.foreseen is None and (line := self._terminal.ask(_FORECAST)):
            percent = whole(line, _ANY_SHARE)
            if percent is not None:
                self._apply(Foresee(self._team, percent))
                continue
            typed = heeded(self._terminal, "room", line)
            if typed is None or typed.action.id == "seal":
                continue
            if typed.action.id in _DECIDING or typed.action.id not in self._does:
                self._rather = typed
                return False
            self._does[typed.action.id](typed.rest)
        return True

    def _doubts(self) -> list[Message]:
        """Return what speaks against sealing: a red line, an answer that is due, or what could still be done."""
        view = self._view
        doubts = doubts_of(view)
        more = any(choice.why_not is None and not choice.on_tray for choice in view.choices)
        if not doubts and more and view.purse.hours_left > 0 and view.purse.slots_left > 0:
            return [Message.of("plain.seal_hours", hours=amount(view.purse.hours_left))]
        return doubts

    def _apply(self, intent: Intent) -> bool:
        """Hand an intent to the table; say why if it refuses."""
        answer = self._table.apply(self._team, intent)
        if isinstance(answer, Refused):
            self._terminal.say(answer.reason)
            return False
        return True
