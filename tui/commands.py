"""The commands and their options: what each opens, read by click. Loaded where a line asks for it."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from engine.exits import FINE, MACHINE, USAGE
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui.beginning import LANG_OPTION, PLAIN_OPTION, Beginning, begin
from tui.farewell import started
from tui.streams import complain
from tui.usage import OneOf, Run, Tool, Tools, Whole, Words

if TYPE_CHECKING:  # what a command needs is loaded by it
    from tui.door import Wish

Pace = Literal["full", "short"]
Form = Literal["text", "json"]
PACES = OneOf("full", "short")


def obey(words: Sequence[str], lang: str) -> int:
    """Do what a line of words asks for, and return the exit code."""
    program = " ".join(started())
    try:
        with (line := command_line(lang)).make_context(program, list(words)) as context:
            code = line.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as fault:
        from tui.misread import misread

        for said in misread(fault, program, lang):
            complain(said)
        return USAGE
    return code if isinstance(code, int) else FINE


def command_line(lang: str) -> Tools:
    """Return all commands, in the words of a language."""
    words = Words(lang)
    language, plain = words.language(LANG_OPTION), words.flag(PLAIN_OPTION)
    line = Tools(
        words,
        start,
        [language, plain, words.asking(["--version"], words.said("cli.version"), _version)],
        help=words.said("cli.help"),
        epilog=words.said("usage.epilog", command=Text.of(" ".join(started()))),
        invoke_without_command=True,
        subcommand_metavar=words.said("usage.takes.command"),
    )
    for each, params in _table(words, plain):
        code = each.__name__
        name, said = code.replace("_", "-"), words.said(f"cli.{code}")
        line.add_command(Tool(words, each, [*params, language], name=name, help=said))
    return line


def _table(words: Words, plain: click.Option) -> tuple[tuple[Run, list[click.Parameter]], ...]:
    """Return each command with what it may be told, in the order of the help."""
    scenario, only = words.argument("scenario"), words.spare("file", Path, "file_or_only")
    seats, bots = words.option("--seats"), words.option("--seats", default="", said="bots")
    pace, seed = words.option("--pace", kind=PACES), words.option("--seed", kind=Whole(0, (1 << 64) - 1))
    form = words.option("--format", "form", kind=OneOf("text", "json"), default="text")
    games, workers = words.needed("--games", Whole(1, 10_000_000)), words.option("--workers", kind=Whole(1, 64))
    full = words.option("--pace", kind=PACES, default="full")
    return (
        (play, [scenario, seats, pace, seed, plain, words.option("--save", kind=Path)]),
        (resume, [only, plain]),
        (board, [only, plain]),
        (handouts, [scenario, words.option("--team"), words.flag("--later")]),
        (new_pin, [only]),
        (replay, [words.spare("file", Path, "file_or_kept"), words.flag("--verify")]),
        (check, [words.argument("files", many=True), form, words.flag("--watch")]),
        (schema, [words.flag("--deck")]),
        (serve, [words.option("--port", kind=Whole(0, 65535), default=8123)]),
        (simulate, [scenario, games, seed, bots, full, workers, form]),
    )


def _version(_: click.Context) -> None:
    from engine.game.header import engine_version

    print("golden-hour", engine_version())


def start(lang: str, *, plain: bool) -> int:
    """Open the game when no command is given; what stands before a command is meant for it."""
    context = click.get_current_context()
    if context.invoked_subcommand is not None:
        return _plainly(context, context.invoked_subcommand) if plain else FINE
    return begin(Beginning(lang, plain))


def _plainly(context: click.Context, name: str) -> int:
    """Have a command begin in plain mode, as if that were said after its name; refuse one that knows no such mode."""
    line = context.command
    command = line.get_command(context, name) if isinstance(line, click.Group) else None
    if command is not None and not any(PLAIN_OPTION in param.opts for param in command.params):
        raise click.NoSuchOption(PLAIN_OPTION, ctx=click.Context(command, context, name))
    context.default_map = {name: {"plain": True}}
    return FINE


def play(  # noqa: PLR0913 - each is an option
    scenario: str, *, seats: str | None, pace: Pace | None, seed: int | None, lang: str, plain: bool, save: Path | None
) -> int:
    """Play a scenario."""
    from tui import exercise
    from tui.door import Wish

    return exercise.play(scenario, Wish(lang, plain, seats, pace, seed, save))


def resume(file: Path | None, *, lang: str, plain: bool) -> int:
    """Go on with a saved exercise; without a file, with the only one that is open, or say which there are."""
    from tui import door

    wish = door.Wish(lang, plain)
    return _with(file, wish, "resume", lambda meant: door.resume(meant, wish))


def board(file: Path | None, *, lang: str, plain: bool) -> int:
    """Show the public board of an exercise, for a projector; without a file, as `resume`."""
    from tui.door import Wish, show_board

    wish = Wish(lang, plain)
    return _with(file, wish, "board", lambda meant: show_board(meant, wish))


def handouts(scenario: str, *, team: str | None, later: bool, lang: str) -> int:
    """Print a sheet for each team, for paper; or one for the facilitator, with the cards that open later."""
    from tui.handouts import run

    return run(scenario, lang, team, later=later)


def new_pin(file: Path | None, *, lang: str) -> int:
    """Set a forgotten facilitator's PIN anew, told to all teams; without a file, as `resume`."""
    from tui.door import Wish
    from tui.new_pin import run

    return _with(file, Wish(lang), "new-pin", lambda meant: run(meant, lang))


def replay(file: Path | None, *, verify: bool, lang: str) -> int:
    """Tell a saved exercise again, or verify it; without a file, the only one that there is."""
    from tui import exercise
    from tui.door import Wish

    wish = Wish(lang)
    flags = ("--verify",) if verify else ()
    return _with(file, wish, "replay", lambda meant: exercise.replay(meant, wish, verify=verify), *flags)


def _with(file: Path | None, wish: "Wish", command: str, does: Callable[[Path], int], *flags: str) -> int:
    """Do it with the file that is named, or else with the only save that the command can mean, where there is one."""
    if file is None:
        from tui.unnamed import the_only_one

        file = the_only_one(wish, command, *flags)
    return USAGE if file is None else does(file)


def check(files: Sequence[str], *, form: Form, watch: bool, lang: str) -> int:
    """Check scenarios."""
    from tui import checking

    if sys.platform == "win32":  # whose shells leave *.yaml to the program
        files = [name for each in files for name in _matching(each)]
    return (checking.watch if watch else checking.run)(files, form, lang)


def _matching(pattern: str) -> list[str]:
    """Return the files that a pattern means; for a plain name, and where there is none, itself."""
    path = Path(pattern)
    return (sorted(map(str, path.parent.glob(path.name))) if "*" in path.name else []) or [pattern]


def schema(*, deck: bool, lang: str) -> int:
    """Print the JSON Schema of the scenario format, or that of decks; editors read it in English."""
    from engine.tools.schema import text

    del lang
    print(text("deck" if deck else "scenario"))
    return FINE


def serve(*, port: int, lang: str) -> int:
    """Open the game in a browser on this machine."""
    try:
        from tui.browser.serve import serve as run
    except ModuleNotFoundError as missing:
        complain(say(lang, Message.of("serve.missing", module=missing.name or "")))
        return MACHINE
    return run(port, lang)


def simulate(  # noqa: PLR0913 - each is an option
    scenario: str, *, games: int, seed: int | None, seats: str, pace: Pace, workers: int | None, form: Form, lang: str
) -> int:
    """Play many exercises between bots."""
    from tui import simulation

    return simulation.run(scenario, simulation.Wish(games, seed, seats, pace, workers, form, lang))
