"""Tells line by line what came of a turn or of all of them, and answers what is asked of it until people go on."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from engine.game.ending import Observation, Result
from engine.game.view import View
from engine.language.messages import Message
from tui.actions import action
from tui.passing import news_of
from tui.plain import accounting, bulletin, detail, result
from tui.plain.asks import command
from tui.plain.curves import curves
from tui.plain.page import said
from tui.plain.terminal import Terminal
from tui.review import noted_of

Then = Literal["next", "chair"]
"""People go on, or the facilitator is wanted."""
Answers = Mapping[str, Callable[[str], None]]
"""What answers a question, by action; it is given what was typed after the word."""


class Telling:
    """It decides nothing, and knows no more than what it is handed to tell."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def bulletin(self, view: View) -> Then:
        """Tell the turns since the last decision, what matters first."""
        self._terminal.heading(Message.of("plain.bulletin"))
        self._bulletin(view, action("all").word)
        return self._answer("bulletin", view, {"all": lambda _: self._bulletin(view, None)})

    def _bulletin(self, view: View, more: Message | None) -> None:
        lang = self._terminal.lang
        for each in view.bulletins:
            self._terminal.lines(["", *bulletin.orders(each, view, lang, more=more)])
        self._terminal.say(*news_of(view))
        after_orders(self._terminal, view, more)

    def endex(self, told: Result, notes: Sequence[Observation], *, led: bool) -> None:
        """Tell the scores at ENDEX, or what comes before them where a facilitator leads; and where the notes are."""
        lang = self._terminal.lang
        self._terminal.heading(Message.of("plain.endex"))
        if led:
            self._terminal.say(Message.of("result.first"))
            self._terminal.lines(result.lived(told, lang))
            self._terminal.lines([""])
            self._terminal.say(Message.of("result.scores_last", door=Message.of("action.scores.word")))
        else:
            self._terminal.lines(result.scores(told, lang))
        noted = noted_of(notes, Message.of("action.chair.word"), Message.of("action.log.word"))
        self._terminal.lines(["", *said(self._terminal.lang, noted)] if noted else [])

    def result(self, view: View, told: Result) -> Then:
        """Answer what is asked at ENDEX, when everybody may know everything."""
        terminal = self._terminal  # whose language may change between two answers
        answers: Answers = {
            "objectives": lambda _: terminal.lines(result.revealed(told, terminal.lang)),
            "scores": lambda _: terminal.lines(result.scored(told, terminal.lang)),
            "past": lambda _: self._past(view),
            "curves": lambda rest: terminal.lines(curves(view.curves, terminal.lang, rest)),
            "why": lambda rest: terminal.lines(accounting.why(view, told, terminal.lang, rest)),
        }
        return self._answer("result", view, answers)

    def _past(self, view: View) -> None:
        """Tell all bulletins and front pages again."""
        for each in view.past:
            for one in each.bulletins:
                self._terminal.lines(["", *bulletin.orders(one, view, self._terminal.lang, more=None)])
            self._terminal.heading(Message.of("front.title"))
            self._terminal.lines(bulletin.front(each.front, self._terminal.lang))
            self._terminal.heading(Message.of("plain.moved_title"))
            self._terminal.lines(bulletin.changes(each.bulletins, self._terminal.lang, more=None))

    def _answer(self, place: str, view: View, answers: Answers) -> Then:
        terminal = self._terminal
        every: Answers = {
            "why": lambda rest: terminal.lines(bulletin.why(view, terminal.lang, rest)),
            "concept": lambda rest: terminal.lines(detail.concept_of(rest, {}, terminal.lang)),
            **answers,
        }
        while True:
            typed = command(terminal, place, Message.of(f"plain.prompt.{place}"))
            if typed.action.id in ("next", "chair"):
                return "next" if typed.action.id == "next" else "chair"
            every[typed.action.id](typed.rest)


def after_orders(terminal: Terminal, view: View, more: Message | None) -> None:
    """Tell what the press made of the orders, and what moved; `more` is the word for all of it, where it is cut."""
    terminal.heading(Message.of("front.title"))
    terminal.lines(bulletin.front(view.front, terminal.lang))
    terminal.heading(Message.of("plain.moved_title"))
    terminal.lines(bulletin.changes(view.bulletins, terminal.lang, more=more))
