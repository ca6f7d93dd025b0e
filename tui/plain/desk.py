"""One team's turn at the keyboard: reads its commands and does what they ask for, until it has sealed."""

from collections.abc import Callable
from functools import partial

from engine.game.conduct import Refused
from engine.game.intents import Because, Foresee, Intent, Lay, Seal, TakeBack, Undo
from engine.game.table import Table
from engine.game.view import View
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui.actions import action
from tui.plain import bulletin, detail, room
from tui.plain.asks import command, confirm
from tui.plain.cards import listed, name_of, pick, pick_card, table_of
from tui.plain.naming import meant
from tui.plain.page import said
from tui.plain.terminal import Terminal
from tui.words import GROUPS, amount, cost_of, doubts_of, told

_PARTS = {
    "brief": room.brief,
    "inbox": room.inbox,
    "stories": room.stories,
    "standing": room.standing,
    "cards": room.cards,
    "objectives": room.objectives,
    "tray": room.tray,
}
_DECIDING = {"lay", "take_back", "undo", "seal"}
_LONGEST_NAME = 32  # in the prompt, which is one line
_ON_ARRIVAL = {"stories": room.stories, "standing": room.glance, "cards": room.cards, "tray": room.tray}


class Desk:
    """A team at the keyboard. `sit` returns when it has sealed, or gives way to the facilitator."""

    def __init__(self, table: Table, terminal: Terminal, team: str) -> None:
        self._table = table
        self._terminal = terminal
        self._team = team
        self._does: dict[str, Callable[[str], None]] = {
            "lay": self._lay,
            "take_back": self._take_back,
            "undo": self._undo,
            "because": self._because,
            "foresee": self._foresee,
            "cards": self._cards,
            "search": self._search,
            "card": self._card,
            "show": self._show,
            "why": self._why,
            "concept": self._concept,
            "bulletin": self._bulletin,
        }
        for name in _PARTS:
            self._does.setdefault(name, partial(self._part, name))

    def sit(self, *, moved: bool, no_chair: Message | None) -> bool:
        """Show the room and do what is typed. `moved`: also tell what moved since the team's last decision.

        Returns whether it has sealed; otherwise the facilitator wants the console, unless `no_chair` says why not.
        Raises LeaveError or EOFError when the team leaves unsealed, SaveError when the disk refuses.
        """
        self._arrive(moved=moved)
        sealed = False
        while not sealed:
            typed = command(self._terminal, "room", self._prompt())
            if self._table.trouble and typed.action.id in _DECIDING:
                self._terminal.say(Message.of("plain.look_only", trouble=self._table.trouble))
            elif typed.action.id == "seal":
                sealed = self._seal()
            elif typed.action.id == "chair":
                if no_chair is None:
                    return False
                self._terminal.say(no_chair)
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
            team=Text.of(told(self._lang, view.team_name or Text.of(self._team)), limit=_LONGEST_NAME),
            turn=view.turn,
            hours=amount(view.hours_left),
            budget=amount(view.budget_left),
        )

    def _arrive(self, *, moved: bool) -> None:
        view = self._view
        title = Message.of("plain.room", team=view.team_name or Text.of(""), side=view.side_name or Text.of(""))
        self._terminal.heading(title)
        self._terminal.lines(room.situation(view, self._lang))
        if not view.bulletins:
            self._part("brief")
            if view.objectives or view.red_lines:
                self._part("objectives")
        if moved and view.bulletins:
            self._terminal.heading(Message.of("plain.since"))
            self._terminal.lines(bulletin.own_orders(view, self._lang))
            self._terminal.lines(bulletin.changes(view.bulletins, self._lang, more=action("bulletin").word))
        self._terminal.heading(action("inbox").name)
        self._terminal.lines(room.news(view, self._lang))
        for name, part in _ON_ARRIVAL.items():
            self._terminal.heading(action(name).name)
            self._terminal.lines(part(view, self._lang))
        self._terminal.lines([""])
        self._terminal.say(Message.of("plain.first_steps" if not view.bulletins else "plain.next_steps"))

    def _part(self, name: str, _rest: str = "") -> None:
        self._terminal.heading(action(name).name)
        self._terminal.lines(_PARTS[name](self._view, self._lang))

    def _show(self, rest: str) -> None:
        if not rest:
            self._arrive(moved=True)
            return
        words = [(name, say(self._lang, word)) for name in (*_PARTS, "bulletin") if (word := action(name).word)]
        wanted, _, more = rest.partition(" ")
        found = meant(wanted, words)
        if len(found) == 1:
            self._does[found[0]](more.strip())
        else:
            self._terminal.say(Message.of("plain.which_part", parts=tuple(Text.of(word) for _, word in words)))

    def _cards(self, rest: str) -> None:
        if not rest:
            self._part("cards")
            return
        named = [(group, say(self._lang, Message.of(f"group.{group}"))) for group in GROUPS]
        found = meant(rest, named)
        if len(found) == 1:
            self._terminal.lines(room.cards(self._view, self._lang, found[0]))
        else:
            self._terminal.say(Message.of("plain.which_kind", kinds=tuple(Text.of(name) for _, name in named)))

    def _search(self, rest: str) -> None:
        wanted = rest.casefold()
        found = [
            card
            for card in listed(self._view)
            if any(
                wanted in told(self._lang, words).casefold()
                for words in (card.first.name, card.first.text, card.first.platform)
                if words
            )
        ]
        if rest and found:
            found.sort(key=lambda card: wanted not in told(self._lang, card.first.name).casefold())
            self._terminal.lines(table_of(found, self._lang)[1:])
        else:
            self._terminal.say(Message.of("plain.not_found", typed=Text.of(rest, limit=40)))

    def _card(self, rest: str) -> None:
        found = pick_card(self._view, self._lang, rest)
        if isinstance(found, Message):
            self._terminal.say(found)
            return
        chosen = pick(self._view, self._lang, rest)
        only = None if isinstance(chosen, Message) else chosen
        self._terminal.lines(detail.card(found, self._lang, only))

    def _bulletin(self, _rest: str) -> None:
        view = self._view
        for each in view.bulletins:
            self._terminal.lines(["", *bulletin.orders(each, self._lang, more=None)])
        self._terminal.heading(Message.of("plain.moved_title"))
        self._terminal.lines(bulletin.changes(view.bulletins, self._lang, more=None))

    def _why(self, rest: str) -> None:
        if rest[:1].isdigit():
            self._card(rest)
        elif meant(rest, [("risk", say(self._lang, Message.of("plain.risk_name")))]):
            self._terminal.lines(room.risk(self._view, self._lang) or said(self._lang, Message.of("risk.none")))
        else:
            self._terminal.lines(bulletin.why(self._view, self._lang, rest))

    def _concept(self, rest: str) -> None:
        if rest[:1].isdigit():
            found = pick_card(self._view, self._lang, rest)
            if isinstance(found, Message):
                self._terminal.say(found)
            else:
                self._terminal.lines(detail.concepts(found.first.teaches, self._lang))
            return
        taught = dict.fromkeys(name for choice in self._view.choices for name in choice.teaches)
        self._terminal.lines(detail.concept_of(rest, tuple(taught), self._lang))

    def _lay(self, rest: str) -> None:
        found = pick(self._view, self._lang, rest)
        if isinstance(found, Message):
            self._terminal.say(found)
        elif self._apply(Lay(self._team, found.card, found.target, found.voice)):
            name = Text.of(name_of(found, self._lang))
            cost = cost_of(found.hours, found.budget)
            self._terminal.say(Message.of("plain.laid", card=name, cost=cost), room.left(self._view))

    def _take_back(self, rest: str) -> None:
        found = pick_card(self._view, self._lang, rest)
        if isinstance(found, Message):
            self._terminal.say(found)
        elif self._apply(TakeBack(self._team, found.first.card)):
            self._terminal.say(Message.of("plain.taken_back", card=found.first.name), room.left(self._view))

    def _undo(self, _rest: str) -> None:
        if self._apply(Undo(self._team)):
            self._part("tray")

    def _because(self, rest: str) -> None:
        """Write down why a card lies on the tray: its number, and the reason."""
        card, _, reason = rest.partition(" ")
        found = pick_card(self._view, self._lang, card)
        if isinstance(found, Message):
            self._terminal.say(found)
        elif self._apply(Because(self._team, found.first.card, Text.of(reason, limit=200))):
            self._part("tray")

    def _foresee(self, rest: str) -> None:
        """Answer this round's question in percent; without a number, ask it."""
        said_one = rest.isascii() and rest.isdecimal() and len(rest) <= len("100")
        if not said_one or self._apply(Foresee(self._team, int(rest))):
            self._terminal.lines(room.forecast(self._view, self._lang))

    def _seal(self) -> bool:
        doubts = self._doubts()
        if doubts and not confirm(self._terminal, doubts, Message.of("plain.seal_anyway")):
            self._terminal.say(Message.of("plain.not_sealed"))
            return False
        if not self._apply(Seal(self._team)):
            return False
        self._terminal.say(Message.of("plain.sealed"))
        return True

    def _doubts(self) -> list[Message]:
        """Return what speaks against sealing: a red line, an answer that is due, or what could still be done."""
        view = self._view
        doubts = doubts_of(view)
        more = any(choice.why_not is None and not choice.on_tray for choice in view.choices)
        if not doubts and more and view.hours_left > 0 and view.slots_left > 0:
            return [Message.of("plain.seal_hours", hours=amount(view.hours_left))]
        return doubts

    def _apply(self, intent: Intent) -> bool:
        """Hand an intent to the table; say why if it refuses."""
        answer = self._table.apply(self._team, intent)
        if isinstance(answer, Refused):
            self._terminal.say(answer.reason)
            return False
        return True
