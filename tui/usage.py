"""The command line in the words of a language: commands, options, arguments, and the pages of their help."""

from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import click

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.findings import did_you_mean
from engine.text import Text
from tui.numbers import whole

HELP_NAMES = ("-h", "--help")
Run = Callable[..., int]
Kind = click.ParamType[str] | click.ParamType[int] | type


class RefusedError(click.BadParameter):
    """A value that an option cannot take; `hint` says what it takes."""

    def __init__(self, value: str, hint: Message) -> None:
        super().__init__(hint.code)
        self.value, self.hint = value, hint


class TooMuchError(click.UsageError):
    """A word too many."""

    def __init__(self, word: str, context: click.Context) -> None:
        super().__init__(word, context)
        self.word = word


class OneOf(click.ParamType[str]):
    """One of a few words."""

    name = "word"

    def __init__(self, *words: str) -> None:
        self.words = words

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, or refuse it and name the nearest."""
        del param, ctx
        return value if value in self.words else _refuse(value, did_you_mean(value, self.words))


class Whole(click.ParamType[int]):
    """A whole number in a range, both ends included."""

    name = "number"

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or refuse it and name the range."""
        del param, ctx
        number = value if isinstance(value, int) else whole(value, self.high)
        if number is not None and self.low <= number <= self.high:
            return number
        return _refuse(str(value), Message.of("usage.whole", low=self.low, high=self.high))


def _refuse(value: str, hint: Message) -> NoReturn:
    raise RefusedError(value, hint)


class Words:
    """Makes the parts of a command line in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def said(self, code: str, **values: int | Text) -> str:
        """Return our words for a code."""
        return say(self.lang, Message.of(code, **values))

    def option(self, *names: str, kind: Kind = str, default: str | int | None = None, said: str = "") -> "Option":
        """Make an option that takes a value; `said` is the code of its help, where that is not its name."""
        text = self._help(said or _bare(names[0]), kind, default)
        return Option(list(names), type=kind, default=default, metavar=self._takes(names[0], kind), help=text)

    def language(self, name: str) -> "Option":
        """Make the option that names a language; these words are in the one that it names, or the usual one."""
        known = OneOf(*LANGUAGES)
        return Option(
            [name], type=known, default=self.lang, metavar=self._takes(name, known), help=self.said("cli.lang")
        )

    def needed(self, name: str, kind: Kind) -> "Option":
        """Make an option that no line may leave out."""
        text = f"{self._help(_bare(name), kind, None)}  {self.said('usage.required')}"
        return Option([name], type=kind, required=True, metavar=self._takes(name, kind), help=text)

    def flag(self, name: str) -> "Option":
        """Make an option that stands alone."""
        return Option([name], is_flag=True, help=self._help(_bare(name), bool, None))

    def spare(self, name: str, kind: Kind, said: str) -> click.Argument:
        """Make an argument that a line may leave out; `said` is the code of its help."""
        takes = f"[{self.said(f'usage.takes.{name}')}]"
        return click.Argument([name], type=kind, required=False, metavar=takes, help=self.said(f"cli.{said}"))

    def argument(self, name: str, kind: Kind = str, *, many: bool = False) -> click.Argument:
        """Make an argument that no line may leave out."""
        text = f"{self.said(f'cli.{name}')}  {self.said('usage.required')}"
        takes = self.said(f"usage.takes.{name}")
        return click.Argument([name], type=kind, nargs=-1 if many else 1, required=True, metavar=takes, help=text)

    def asking(self, names: Sequence[str], text: str, answer: Callable[[click.Context], None]) -> "Option":
        """Make an option that is answered before all else, and ends the command."""

        def answered(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click calls it so
            if asked and not context.resilient_parsing:
                answer(context)
                context.exit()

        return Option(list(names), is_flag=True, is_eager=True, expose_value=False, help=text, callback=answered)

    def page(self) -> "Option":
        """Make the option that prints the help."""
        return self.asking(HELP_NAMES, self.said("usage.help"), lambda context: print(context.get_help()))

    def _takes(self, name: str, kind: Kind) -> str:
        """Return what stands for the value of an option."""
        if isinstance(kind, OneOf):
            return "|".join(kind.words)
        return "N" if isinstance(kind, Whole) else self.said(f"usage.takes.{_bare(name)}")

    def _help(self, code: str, kind: Kind, default: str | int | None) -> str:
        words = [self.said(f"cli.{code}")]
        if isinstance(kind, Whole):
            words.append(self.said("usage.range", low=kind.low, high=kind.high))
        if default:
            words.append(self.said("usage.default", value=Text.of(str(default))))
        return "  ".join(words)


def _bare(name: str) -> str:
    return name.removeprefix("--")


class Option(click.Option):
    """An option whose line of help says what we say, and nothing more."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """Return its names with what it takes, and its help."""
        del ctx
        return " ".join([", ".join(self.opts), *([self.metavar] if self.metavar else [])]), self.help or ""


class Tool(click.Command):
    """A command with its help in the words of a language."""

    allow_extra_args = True  # so that we may say which word is too many

    def __init__(self, words: Words, run: Run, params: list[click.Parameter], **named: Any) -> None:  # noqa: ANN401 - click's
        self.words = words
        named |= {"options_metavar": words.said("usage.takes.options"), "add_help_option": False}
        super().__init__(params=[*params, words.page()], callback=run, **named)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after the command; a fault of theirs names the command."""
        try:
            left = super().parse_args(ctx, args)
        except click.UsageError as fault:
            fault.ctx = fault.ctx or ctx
            raise
        if left and not isinstance(self, click.Group):
            raise TooMuchError(left[0], ctx)
        return left

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is typed."""
        prefix = self.words.said("usage.usage") + " "
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the page: how it is typed, what it does, and each part."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        arguments = [each.get_help_record(ctx) for each in self.params if isinstance(each, click.Argument)]
        options = [each.get_help_record(ctx) for each in self.params if isinstance(each, Option)]
        for code, rows in (("usage.arguments", arguments), ("usage.options", options), *self._below(ctx)):
            if rows:
                with formatter.section(self.words.said(code)):
                    formatter.write_dl(rows)
        self.format_epilog(ctx, formatter)

    def _below(self, ctx: click.Context) -> Sequence[tuple[str, list[tuple[str, str]]]]:
        """Return the commands below this one, with their help."""
        del ctx
        return ()


class Tools(Tool, click.Group):
    """The whole command line."""

    def _below(self, ctx: click.Context) -> Sequence[tuple[str, list[tuple[str, str]]]]:
        """Return all commands in the order in which they were added."""
        found = [(name, self.get_command(ctx, name)) for name in self.commands]
        return (("usage.commands", [(name, command.help or "") for name, command in found if command]),)
