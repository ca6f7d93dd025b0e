"""What a team looks at, at its keyboard: the parts of its room, one card, why a number moved, a concept."""

from collections.abc import Callable
from functools import partial

from engine.game.hand import GROUPS
from engine.game.table import Table
from engine.game.view import View
from engine.language.messages import Message
from engine.text import Text
from tui.actions import action
from tui.card_words import teaching
from tui.gauges import behind_of, no_risk
from tui.matters import first_round
from tui.plain import arrival, bulletin, detail, heard, room, searching
from tui.plain.cards import pick, pick_card
from tui.plain.curves import curves
from tui.plain.hints import Hints
from tui.plain.naming import called
from tui.plain.page import said
from tui.plain.reasons import explained
from tui.plain.telling import after_orders
from tui.plain.terminal import Terminal

_PARTS = {
    "brief": room.brief,
    "inbox": heard.inbox,
    "stories": heard.stories,
    "standing": room.standing,
    "cards": room.cards,
    "objectives": room.objectives,
    "tray": room.tray,
}
_SHORT = {"stories": arrival.stories, "standing": arrival.standing, "cards": arrival.cards, "tray": room.tray}
"""How a part is shown to a team that sits down."""


class Looking:
    """Prints what a team asks for. `does` are its commands, by the ids of the registry."""

    def __init__(self, table: Table, terminal: Terminal, team: str) -> None:
        self._table = table
        self._terminal = terminal
        self._team = team
        self._hints = Hints(terminal)
        self.does: dict[str, Callable[[str], None]] = {
            "cards": self._cards,
            "search": self._search,
            "card": self._card,
            "show": self._show,
            "why": self._why,
            "concept": self._concept,
            "bulletin": self._bulletin,
            "curves": self._curves,
            "hints": lambda _: self._hints.turn(),
        }
        for name in _PARTS:
            self.does.setdefault(name, partial(self.part, name))

    @property
    def _view(self) -> View:
        return self._table.view(self._team)

    @property
    def _lang(self) -> str:
        return self._terminal.lang

    def arrive(self, *, moved: bool) -> None:
        """Show the room. `moved`: also tell what moved since the team's last decision."""
        view = self._view
        title = Message.of("plain.room", team=view.called, side=view.side_name or Text.of(""))
        self._terminal.heading(title)
        self._terminal.lines(room.situation(view, self._lang))
        if first_round(view):
            self.part("brief")
            if view.objectives or view.red_lines:
                self._short("objectives", arrival.objectives)
        if moved and view.bulletins:
            self._terminal.heading(Message.of("plain.since"))
            self._terminal.lines(bulletin.own_orders(view, self._lang))
            self._terminal.lines(bulletin.changes(view.bulletins, self._lang, more=action("bulletin").word))
        self._terminal.heading(action("inbox").name)
        self._terminal.lines(heard.news(view, self._lang))
        self._hints.give(view, "inbox")
        for name in (*arrival.parts(view), "cards", "tray"):
            self._short(name, _SHORT[name])
            self._hints.give(view, name)
        self._terminal.lines([""])
        self._hints.give(view, "seal")
        self._terminal.say(Message.of("plain.first_steps" if first_round(view) else "plain.next_steps"))

    def _short(self, name: str, part: Callable[[View, str], list[str]]) -> None:
        self._terminal.heading(action(name).name)
        self._terminal.lines(part(self._view, self._lang))

    def part(self, name: str, _rest: str = "") -> None:
        """Show a part of the room under its name."""
        self._terminal.heading(action(name).name)
        self._terminal.lines(_PARTS[name](self._view, self._lang))

    def _show(self, rest: str) -> None:
        if not rest:
            self.arrive(moved=True)
            return
        words = [(name, word) for name in (*_PARTS, "bulletin") if (word := action(name).word)]
        wanted, _, more = rest.partition(" ")
        found = called(wanted, self._lang, words)
        if len(found) == 1:
            self.does[found[0]](more.strip())
        else:
            self._terminal.say(Message.of("plain.which_part", parts=tuple(word for _, word in words)))

    def _cards(self, rest: str) -> None:
        if not rest:
            self.part("cards")
            return
        named = [(group, Message.of(f"group.{group}")) for group in GROUPS]
        found = called(rest, self._lang, named)
        if len(found) == 1:
            self._terminal.lines(room.cards(self._view, self._lang, found[0]))
        else:
            self._terminal.say(Message.of("plain.which_kind", kinds=tuple(name for _, name in named)))

    def _search(self, rest: str) -> None:
        self._terminal.lines(searching.found(self._view, self._lang, rest))

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
        if not view.bulletins:
            self._terminal.say(Message.of("screen.bulletin.none"))
            return
        for each in view.bulletins:
            self._terminal.lines(["", *bulletin.orders(each, view, self._lang, more=None)])
        after_orders(self._terminal, view, None)

    def _curves(self, rest: str) -> None:
        self._terminal.heading(Message.of("screen.plots.title"))
        self._terminal.lines(curves(self._view.curves, self._lang, rest))

    def _why(self, rest: str) -> None:
        if rest[:1].isdigit():
            self._card(rest)
        elif called(rest, self._lang, [("risk", Message.of("plain.risk_name"))]):
            told = room.risk(self._view, self._lang)
            rest_of = (Message.of("risk.moment"), *behind_of(self._view)) if told else (no_risk(self._view),)
            self._terminal.lines(told + said(self._lang, *rest_of))
        else:
            self._terminal.lines(explained(self._view, self._lang, rest) or bulletin.why(self._view, self._lang, rest))

    def _concept(self, rest: str) -> None:
        cards = teaching(self._view.choices)
        if rest[:1].isdigit():
            found = pick_card(self._view, self._lang, rest)
            if isinstance(found, Message):
                self._terminal.say(found)
            else:
                self._terminal.lines(detail.concepts(found.first.teaches, self._lang, cards))
            return
        self._terminal.lines(detail.concept_of(rest, cards, self._lang))
