"""What is wrong with a line that the parser could not read, and what to write instead."""

from collections.abc import Iterator
from pathlib import Path

import click

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.findings import did_you_mean, quote
from engine.scenario.shelf import shipped_ids
from engine.text import Text
from tui.farewell import quoted
from tui.usage import RefusedError, TooMuchError

_OPENED_WITH = {".yaml": "play", ".yml": "play", ".ghx": "resume"}


def misread(fault: click.UsageError, program: str, lang: str) -> Iterator[str]:
    """Yield lines: what is wrong and what would be right, and where more is said."""
    command = fault.ctx.command_path if fault.ctx else program
    if isinstance(fault, click.exceptions.NoSuchCommand):
        yield from _no_command(fault, command, lang)
    else:
        yield say(lang, _wrong(fault, command))
    yield say(lang, Message.of("usage.more", command=Text.of(command)))


def _wrong(fault: click.UsageError, command: str) -> Message:
    known = [name for param in fault.ctx.command.params for name in param.opts] if fault.ctx else []
    match fault:
        case click.NoSuchOption(option_name="--plain") if fault.ctx and fault.ctx.parent:
            return Message.of("usage.no_plain", command=Text.of(command))
        case click.NoSuchOption():
            word = fault.option_name
            hint = did_you_mean(word, [name for name in known if name.startswith("-")])
            return Message.of("usage.no_option", command=Text.of(command), word=quote(word), hint=hint)
        case click.MissingParameter(param=click.Parameter() as param):
            name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
            return Message.of("usage.missing", command=Text.of(command), what=Text.of(name), help=_help_of(param))
        case RefusedError(param=click.Parameter() as param):
            return Message.of("usage.refused", name=Text.of(param.opts[0]), value=quote(fault.value), hint=fault.hint)
        case TooMuchError():
            return Message.of("usage.too_much", word=quote(fault.word))
        case click.BadOptionUsage() if fault.ctx:
            return _of_value(fault.option_name, fault.ctx.command)
    return Message.of("usage.unread")


def _no_command(fault: click.exceptions.NoSuchCommand, command: str, lang: str) -> Iterator[str]:
    """Name the command that was meant; for a scenario or a save, the one that opens it, to be copied."""
    word = fault.command_name
    opened = "play" if word in shipped_ids() else _OPENED_WITH.get(Path(word).suffix)
    if opened:
        yield say(lang, Message.of("usage.no_command_but", word=quote(word)))
        yield f"  {command} {opened} {quoted(Path(word))}"
        return
    below = fault.ctx.command if fault.ctx else None
    names = list(below.commands) if isinstance(below, click.Group) else []
    yield say(lang, Message.of("usage.no_command", word=quote(word), hint=did_you_mean(word, names)))


def _of_value(name: str, command: click.Command) -> Message:
    """Say that a value is missing after an option, or that none may stand there."""
    option = next((each for each in command.params if name in each.opts), None)
    if isinstance(option, click.Option) and not option.is_flag:
        return Message.of("usage.needs_value", name=Text.of(name), help=_help_of(option))
    return Message.of("usage.takes_nothing", name=Text.of(name))


def _help_of(param: click.Parameter) -> Text:
    """Return what the help says of a part, without what stands in brackets."""
    words = param.help if isinstance(param, click.Option | click.Argument) else ""
    return Text.of((words or "").partition("  [")[0])
