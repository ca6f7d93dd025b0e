"""Fills in the facilitator's forms line by line, and lets a page of YAML be written, changed and ruled."""

import re
from collections.abc import Callable, Iterable, Mapping

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.findings import Finding
from engine.text import Text, printable
from tui.facilitator import filling
from tui.facilitator.chair import Chair, Reply
from tui.facilitator.forms import FORMS, Field, Form, heard
from tui.plain.asks import confirm
from tui.plain.page import INDENT, said, wrap
from tui.plain.terminal import Terminal
from tui.words import told

BACK = "."
NO_START: Mapping[str, str] = {}
_CHANGE = re.compile(r"(\d{1,3}):(?: ?)(.*)")
_DEEP = "    "


def fill_in(chair: Chair, terminal: Terminal, name: str, start: Mapping[str, str] = NO_START) -> Reply | None:
    """Ask for each field of a form, and do it; None if the facilitator goes back.

    What stands in `start` is kept where nothing is typed.
    """
    form = FORMS[name]
    terminal.say(Message.of("plain.form.how_kept" if start else "plain.form.how"))
    typed = dict(start)
    for field in form.fields:
        answer = _asked(chair, terminal, form, field, start.get(field.key, ""))
        if answer is None:
            return None
        typed[field.key] = answer
    sure = False
    while (reply := filling.fill_in(chair, name, terminal.lang, typed, sure=sure)).wrong is not None:
        if reply.doubt:
            sure = confirm(terminal, (reply.wrong,), Message.of("plain.do_anyway"))
            if sure:
                continue
            if reply.field is None:
                return None
        else:
            terminal.say(reply.wrong)
        field = next((each for each in form.fields if each.key == reply.field), form.fields[0])
        answer = _asked(chair, terminal, form, field, start.get(field.key, ""))
        if answer is None:
            return None
        typed[field.key], sure = answer, False
    return reply


def _asked(chair: Chair, terminal: Terminal, form: Form, field: Field, kept: str) -> str | None:
    """Ask until a field can be taken as it is typed; `kept` is told before, and taken where nothing is typed."""
    prompt = Message.of("plain.form.ask", name=form.name(field), hint=form.hint(field))
    terminal.lines(wrap(printable(kept), first=INDENT, rest=INDENT) if kept else [])
    while True:
        typed = (terminal.ask_hidden(prompt) if field.hidden else terminal.ask(prompt, field.longest)) or kept
        if typed == BACK:
            return None
        fine, words = heard(chair.console, terminal.lang, field, typed)
        if words is not None and (typed or not fine) and typed != kept:
            terminal.lines(wrap(told(terminal.lang, words), first=INDENT, rest=INDENT))
        if fine:
            return typed


def write(terminal: Terminal, text: str, rule: Callable[[str], Reply]) -> Reply | None:
    """Let a page be written line by line until it is taken; None if the facilitator goes back.

    `3: words` puts other words in line 3, `3:` takes it out, any other line is added at the end. A lone dot rules,
    an empty line goes back.
    """
    lines = text.splitlines()
    terminal.say(Message.of("plain.page.how"))
    _numbered(terminal, lines)
    while True:
        typed = terminal.ask_spaced(Message.of("plain.page.ask"))
        if not typed.strip():
            return None
        if typed.strip() != BACK:
            lines = _changed(lines, typed)
            continue
        reply = rule("\n".join(lines) + "\n")
        if reply.wrong is None:
            return reply
        terminal.say(reply.wrong)
        terminal.lines(findings(reply.findings, terminal.lang))
        _numbered(terminal, lines)


def _changed(lines: list[str], typed: str) -> list[str]:
    change = _CHANGE.fullmatch(typed)
    place = int(change[1]) if change else 0
    if change is None or not 1 <= place <= len(lines):
        return [*lines, typed]
    return [*lines[: place - 1], *([change[2]] if change[2] else []), *lines[place:]]


def _numbered(terminal: Terminal, lines: list[str]) -> None:
    terminal.lines(f"{number:>4}  {line}" for number, line in enumerate(lines, 1))


def findings(found: Iterable[Finding], lang: str) -> list[str]:
    """Return what is wrong, each with its place and its hint."""
    lines: list[str] = []
    for each in found:
        message = Message.of("plain.finding", place=Text.of(str(each.place)), message=each.message)
        lines += wrap(say(lang, message), first=INDENT, rest=_DEEP)
        lines += said(lang, each.hint, indent=_DEEP) if each.hint else []
    return lines
