"""The command palette: what can be done here, and what the place was handed, found by typing in any language.

It asks the place, and a place knows nothing but what it shows: so the palette depends on the team's view alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from textual import on, work
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.message import Message as Event

from engine.game.view import Words
from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from tui.actions import actions_at
from tui.registry.action import PANELS, SCREENS, Action, key_at
from tui.screens.finds import Found, Run
from tui.screens.on_top import OnTop
from tui.screens.place import ROOMS, Place
from tui.search import fit
from tui.settings import THEMES
from tui.widgets.keys import key_name
from tui.widgets.press import do
from tui.widgets.typeset import Cell, columns, paragraph, stack
from tui.widgets.wording import Tongue

WIDEST, AROUND = 112, 6  # cells of the palette, and of what is beside its rows
NAME, BESIDE = 22, 9  # cells of the columns
FAINT = 0.3  # of a name's worth is what the explanation says


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the palette, and the words by which it is found."""

    shown: Content
    names: tuple[str, ...]
    about: tuple[str, ...]
    run: Run
    typed_only: bool = False


class Palette(CommandPalette, OnTop[None]):
    """Textual's, in our colours. It may be taken away while it opens or searches: what it holds goes before it does."""

    CSS_PATH = ROOMS

    @property
    def _stands(self) -> bool:
        """Whether what it holds has not been taken down."""
        return bool(self.query(CommandList))

    def on_mount(self) -> None:
        """Where nothing is to move, the cursor does not blink either."""
        for line in self.query(CommandInput):
            line.cursor_blink = self.app.animation_level != "none"

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)  # noqa: SLF001 - it is to be the same one
    async def _gather_commands(self, search_value: str) -> None:
        """Search, unless there is nothing any more to show it in."""
        if self._stands:
            await CommandPalette._gather_commands.__wrapped__(self, search_value)  # type: ignore[attr-defined]  # noqa: SLF001

    def _watch__list_visible(self) -> None:
        """Show what was found."""
        if self._stands:
            super()._watch__list_visible()

    async def _watch__show_busy(self) -> None:
        """Show that it searches, or no more."""
        if self._stands:
            await super()._watch__show_busy()

    def _action_command_list(self, action: str) -> None:
        """Go through the rows, once they have been laid out: before that Textual knows no line of the marked one."""
        for rows in self.query(CommandList):
            if (rows.highlighted or 0) in rows._index_to_line:  # noqa: SLF001 - it does not say so otherwise
                super()._action_command_list(action)

    @on(CommandInput.Submitted)
    @on(CommandList.OptionSelected)
    def _choose_once(self, event: Event) -> None:
        """Do what was chosen once, however often a key came in one burst."""
        if self.gone:
            event.prevent_default()


def palette(tongue: Tongue) -> Palette:
    """Return the palette for the screen that it will lie on."""
    return Palette([Commands], placeholder=tongue.plain(Message.of("screen.palette.ask")))


class Commands(Provider):
    """It offers the actions of the place, and whatever the place can show."""

    async def startup(self) -> None:
        """Ask the place once: what it shows does not change while the palette lies on it."""
        self._lines = lines_of(self.screen)

    async def discover(self) -> Hits:
        """Offer everything, in the registry's order, but what there is too much of."""
        for line in self._lines:
            if not line.typed_only:
                yield DiscoveryHit(line.shown, line.run, text=line.names[0])

    async def search(self, query: str) -> Hits:
        """Offer what fits what was typed; say so where nothing does."""
        scored = [(score(query, line), line) for line in self._lines]
        for worth, line in scored:
            if worth:
                yield Hit(worth, line.shown, line.run, text=line.names[0])
        if not any(worth for worth, _ in scored) and isinstance(self.screen, Place):
            none = self.screen.tongue.line(Message.of("screen.palette.none"), "$muted")
            yield Hit(FAINT, none, _nothing, text=query)


def lines_of(screen: object) -> list[Line]:
    """Return all rows of the palette at a place; none where there is no place."""
    if not isinstance(screen, Place):
        return []
    found = [*screen.finds(), *_themes(screen)]
    offered = [each for each in actions_at(screen.place) if each.key and each.id != "palette"]
    tongue, width = screen.tongue, min(screen.app.size.width, WIDEST) - AROUND
    return [
        *(
            _of_action(tongue, each, partial(do, screen, each.id), key_at(each, screen.place), width)
            for each in offered
        ),
        *(_of_found(tongue, each, width) for each in (*found, *_glossary(screen, found))),
    ]


def _themes(place: Place[object]) -> Iterable[Found]:
    for name in THEMES:
        wanted = Place.OtherColours(name)
        yield Found(Message.of(f"theme.{name}"), Message.of("find.theme"), partial(_ask, place, wanted))


def _glossary(place: Place[object], found: Iterable[Found]) -> Iterable[Found]:
    """Let whatever the glossary has be found by its name, at every screen, where the place itself does not tell it."""
    from tui.screens.panels.glossary import found_in_glossary  # noqa: PLC0415 - the library is shown before it is loaded

    told = {each.name for each in found}
    if place.place in SCREENS or place.place in PANELS:
        yield from (each for each in found_in_glossary(place) if each.name not in told)


def _ask(place: Place[object], wanted: Event) -> None:
    place.post_message(wanted)


def score(query: str, line: Line) -> float:
    """Return how well a row fits what was typed."""
    return max(fit(query, line.names), FAINT * fit(query, line.about))


def _nothing() -> None:
    """Do nothing."""


def _of_action(tongue: Tongue, action: Action, run: Run, shown: str, width: int) -> Line:
    names = [action.name, *([action.word] if action.word else [])]
    key = Content.styled(key_name(tongue, shown), "$accent")
    room = width - NAME - BESIDE - 4
    first, *rest = paragraph(tongue.line(action.help, "$muted"), room)
    row = columns(width, [Cell(tongue.line(action.name, "bold"), NAME), Cell(key, BESIDE), Cell(first, room)])
    below = [Content.assemble(" " * (width - room), line) for line in rest]
    return Line(stack([row, *below]), _in_all(names), _in_all([action.help]), run)


def _of_found(tongue: Tongue, found: Found, width: int) -> Line:
    cells = [Cell(tongue.line(found.name, "bold")), Cell(tongue.line(found.kind, "$muted"), BESIDE)]
    return Line(columns(width, cells), _in_all([found.name]), _in_all([found.kind]), found.run, found.typed_only)


def _in_all(words: Iterable[Words]) -> tuple[str, ...]:
    """Return the words in every language."""
    return tuple(Tongue(lang).plain(each) for each in words for lang in LANGUAGES)
