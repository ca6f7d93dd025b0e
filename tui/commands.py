"""The commands and their options: what each opens, read by typer. Loaded where a line asks for it."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from engine.exits import FINE, MACHINE
from engine.language.catalogue import Lang, say
from engine.language.messages import Message
from tui.beginning import LANG_OPTION, PLAIN_OPTION, Beginning, begin
from tui.language import usual_language

LANG = usual_language(os.environ)


class Pace(StrEnum):
    """How often the table decides."""

    full = "full"
    short = "short"


class Form(StrEnum):
    """How to print what was found."""

    text = "text"
    json = "json"


def _help(code: str) -> str:
    return say(LANG, Message.of(f"cli.{code}"))


DEFAULT_LANG = Lang(LANG)
Language = Annotated[Lang, typer.Option(LANG_OPTION, help=_help("lang"))]
Plain = Annotated[bool, typer.Option(PLAIN_OPTION, help=_help("plain"))]
Seats = Annotated[str | None, typer.Option("--seats", help=_help("seats"))]
Tempo = Annotated[Pace | None, typer.Option("--pace", help=_help("pace"))]
Seed = Annotated[int | None, typer.Option("--seed", min=0, max=(1 << 64) - 1, help=_help("seed"))]
Format = Annotated[Form, typer.Option("--format", help=_help("format"))]
SaveFile = Annotated[Path, typer.Argument(metavar="FILE", help=_help("file"))]
ScenarioName = Annotated[str, typer.Argument(metavar="SCENARIO", help=_help("scenario"))]

app = typer.Typer(
    help=_help("help"),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        from engine.game.header import engine_version

        print("golden-hour", engine_version())
        raise typer.Exit(FINE)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    lang: Language = DEFAULT_LANG,
    plain: Plain = False,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help=_help("version"))
    ] = False,
) -> None:
    """Open the game when no command is given."""
    if context.invoked_subcommand is None and not version:
        raise typer.Exit(begin(Beginning(lang, plain)))


@app.command(help=_help("play"))
def play(  # noqa: PLR0913 - each is an option
    scenario: ScenarioName,
    *,
    seats: Seats = None,
    pace: Tempo = None,
    seed: Seed = None,
    lang: Language = DEFAULT_LANG,
    plain: Plain = False,
    save: Annotated[Path | None, typer.Option("--save", metavar="FILE", help=_help("save"))] = None,
) -> None:
    """Play a scenario."""
    from tui import exercise
    from tui.door import Wish

    wish = Wish(lang, plain, seats, pace.value if pace else None, seed, save)
    raise typer.Exit(exercise.play(scenario, wish))


@app.command(help=_help("resume"))
def resume(file: SaveFile, *, lang: Language = DEFAULT_LANG, plain: Plain = False) -> None:
    """Go on with a saved exercise."""
    from tui import exercise
    from tui.door import Wish

    raise typer.Exit(exercise.resume(file, Wish(lang, plain)))


@app.command(help=_help("board"))
def board(file: SaveFile, *, lang: Language = DEFAULT_LANG) -> None:
    """Show the public board of an exercise, for a projector."""
    from tui.board import run

    raise typer.Exit(run(file, lang))


@app.command(help=_help("handouts"))
def handouts(
    scenario: ScenarioName,
    *,
    team: Annotated[str | None, typer.Option("--team", metavar="TEAM", help=_help("team"))] = None,
    lang: Language = DEFAULT_LANG,
) -> None:
    """Print a sheet for each team, for paper."""
    from tui.handouts import run

    raise typer.Exit(run(scenario, lang, team))


@app.command(help=_help("replay"))
def replay(
    file: SaveFile,
    *,
    verify: Annotated[bool, typer.Option("--verify", help=_help("verify"))] = False,
    lang: Language = DEFAULT_LANG,
) -> None:
    """Tell a saved exercise again, or verify it."""
    from tui import exercise
    from tui.door import Wish

    raise typer.Exit(exercise.replay(file, Wish(lang), verify=verify))


@app.command(help=_help("check"))
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=_help("files"))],
    *,
    form: Format = Form.text,
    watch: Annotated[bool, typer.Option("--watch", help=_help("watch"))] = False,
    lang: Language = DEFAULT_LANG,
) -> None:
    """Check scenarios."""
    from tui import checking

    raise typer.Exit((checking.watch if watch else checking.run)(files, form.value, lang))


@app.command(help=_help("schema"))
def schema(*, deck: Annotated[bool, typer.Option("--deck", help=_help("deck"))] = False) -> None:
    """Print the JSON Schema of the scenario format, or that of decks."""
    from engine.tools.schema import text

    print(text("deck" if deck else "scenario"))


@app.command(help=_help("serve"))
def serve(
    *,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help=_help("port"))] = 8123,
    lang: Language = DEFAULT_LANG,
) -> None:
    """Open the game in a browser on this machine."""
    try:
        from tui.browser.serve import serve as run
    except ModuleNotFoundError as missing:
        print(say(lang, Message.of("serve.missing", module=missing.name or "")), file=sys.stderr)
        raise typer.Exit(MACHINE) from None
    raise typer.Exit(run(port, lang))


@app.command(help=_help("simulate"))
def simulate(  # noqa: PLR0913 - each is an option
    scenario: ScenarioName,
    *,
    games: Annotated[int, typer.Option("--games", min=1, max=10_000_000, help=_help("games"))],
    seed: Seed = None,
    seats: Annotated[str, typer.Option("--seats", help=_help("bots"))] = "",
    pace: Annotated[Pace, typer.Option("--pace", help=_help("pace"))] = Pace.full,
    workers: Annotated[int | None, typer.Option("--workers", min=1, max=64, help=_help("workers"))] = None,
    form: Format = Form.text,
    lang: Language = DEFAULT_LANG,
) -> None:
    """Play many exercises between bots."""
    from tui import simulation

    wish = simulation.Wish(games, seed, seats, pace.value, workers, form.value, lang)
    raise typer.Exit(simulation.run(scenario, wish))
