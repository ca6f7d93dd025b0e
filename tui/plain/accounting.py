"""Answers why at ENDEX line by line: what can be asked as a numbered list, and how each number of it came about."""

from collections.abc import Iterator, Sequence

from engine.game.ending import Aim, Result, Step
from engine.game.view import Played, Term, View, Words
from engine.language.catalogue import between, say
from engine.language.messages import Message
from engine.text import Text
from tui.accounts import METER, Account, Doing, Number, Piece, Question, Sentence, account, questions
from tui.plain import bulletin
from tui.plain.detail import term_line
from tui.plain.naming import called
from tui.plain.page import INDENT, said, wrap
from tui.plain.result import aim_lines
from tui.words import told

_DEEP, _DEEPER = "    ", "      "
Asked = tuple[Words | None, Question]
"""A question with the heading above it."""


def why(view: View, result: Result, lang: str, typed: str) -> list[str]:
    """Tell how a number came about, by its place in the list or its name; without either, list what can be asked."""
    asked = [(head, each) for head, several in questions(view, result) for each in several]
    found = _found(asked, lang, typed)
    if len(found) == 1:
        return _answered(view, result, asked[found[0]][1], lang)
    if typed and not found:
        return said(lang, Message.of("plain.no_number", typed=Text.said_back(typed)))
    code = "plain.which_number" if typed else "plain.ask_number"
    lines = said(lang, Message.of(code, typed=Text.said_back(typed)))
    above = None
    for n in found or range(len(asked)):
        head, each = asked[n]
        lines += ["", *wrap(told(lang, head), first=INDENT, rest=INDENT)] if head is not None and head != above else []
        lines += wrap(_row(each, lang), first=f"{n + 1:>4}  ", rest=_DEEPER)
        above = head
    return lines


def _found(asked: Sequence[Asked], lang: str, typed: str) -> list[int]:
    """Return the places of what may be meant."""
    if typed.isdecimal():
        return [int(typed) - 1] if 1 <= int(typed) <= len(asked) else []
    found = called(typed, lang, (pair for each in asked for pair in _names(each)))
    return [n for n, (_, each) in enumerate(asked) if _id(each) in found]


def _names(asked: Asked) -> Iterator[tuple[str, tuple[Words, ...]]]:
    head, each = asked
    yield _id(each), tuple(each.name)
    if head is not None:
        yield _id(each), (head, *each.name)


def _id(asked: Question) -> str:
    """Return what may be typed for a name: a team and what is asked of it, or a meter as the scenario calls it."""
    return asked.key.partition("/")[2].replace("/", ".") or asked.key


def _row(asked: Question, lang: str) -> str:
    name = _beside(asked.name, lang)
    if asked.number is None:
        return name
    return say(lang, Message.of("plain.numbered", name=Text.of(name), number=asked.number))


def _beside(parts: Sequence[Words], lang: str) -> str:
    return between(told(lang, part) for part in parts)


def _answered(view: View, result: Result, asked: Question, lang: str) -> list[str]:
    kind, _, meter = asked.key.partition("/")
    return bulletin.why(view, lang, meter) if kind == METER else of(account(view, result, asked.key), lang)


def of(told_of: Account, lang: str) -> list[str]:
    """Tell how a number came about."""
    lines = wrap(_beside(told_of.title, lang), first=INDENT, rest=INDENT)
    for n, block in enumerate(told_of.blocks):
        lines += [*([""] if n else []), *(line for each in block for line in _piece(each, lang))]
    return lines


def _piece(piece: Piece, lang: str) -> list[str]:
    match piece:
        case Sentence(words, tone):
            indent = _DEEPER if tone == "under" else _DEEP
            return wrap(_beside(words, lang), first=indent, rest=indent)
        case Step():
            return _step(piece, lang)
        case Aim():
            return aim_lines(piece, "objective", lang)
        case Term():
            return said(lang, term_line(piece), indent=_DEEP)
        case Doing(order):
            return _did(order, lang)
        case Number():
            return _number(piece, lang)


def _step(step: Step, lang: str) -> list[str]:
    said_so = _beside(step.words, lang)
    if step.figures:
        figures = Text.of(_beside(step.figures, lang))
        said_so = say(lang, Message.of("plain.numbered", name=Text.of(said_so), number=figures))
    return wrap(said_so, first=_DEEPER if step.kind == "note" else _DEEP, rest=_DEEPER)


def _did(order: Played, lang: str) -> list[str]:
    lines = said(lang, Message.of("screen.bulletin.asked"), indent=_DEEP) if order.asks else []
    moved = (Message.of("plain.moved", name=Text.of(told(lang, name)), by=by) for name, by in order.changes)
    return lines + said(lang, *moved, indent=_DEEPER)


def _number(made_of: Number, lang: str) -> list[str]:
    head = Message.of("plain.numbered", name=Text.of(told(lang, made_of.name)), number=made_of.value)
    lines = said(lang, head, indent=_DEEP) + said(lang, *made_of.starts, indent=_DEEPER)
    return lines + (bulletin.ledger(made_of.rows, lang) or said(lang, Message.of("screen.why.nothing"), indent=_DEEPER))
