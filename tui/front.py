"""What every screen has in common: its colours, its language, movement, help, the palette, room enough."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TypeVar

from textual import constants
from textual.app import App, SystemCommand
from textual.events import Event, Key
from textual.message import Message as Told
from textual.screen import Screen

from engine.language.catalogue import LANGUAGES
from engine.language.messages import Message
from tui import memory
from tui.deaf import Deaf
from tui.ending import Ending
from tui.quiet import AGAIN
from tui.registry.action import TOO_SMALL
from tui.screens.least import fits
from tui.screens.place import Place
from tui.settings import THEMES, Kept, Settings, keep
from tui.theme import DARK, theme, variables
from tui.widgets.wording import Tongue

Shown = TypeVar("Shown", bound=Screen[None])
SHOWN = 2  # screens: Textual's own empty one, and the place; panels lie on that


class Front(Ending, inherit_bindings=False):
    """An app of places. Changed settings are kept in `kept`."""

    CSS_PATH = "theme.tcss"
    ENABLE_COMMAND_PALETTE = False  # its key is bound like every other, from the registry

    def __init__(self, lang: str, kept: Kept, now: Callable[[], float] = monotonic, quiet: float = 0) -> None:
        """Speak a language, as somebody likes it. A key counts as let go after `quiet` seconds without it."""
        super().__init__(lang)
        self._now, self._deaf = now, Deaf(now, quiet)
        self._disable_tooltips = self._disable_notifications = True  # nothing here says anything in those
        self._settings, self._kept = kept.settings, kept
        for name in THEMES:
            self.register_theme(theme(name))
        self._begin_in(kept.settings.theme)
        if self.no_color:
            self._without_colours()
        self._move()

    def _without_colours(self) -> None:
        """Leave the terminal its own colours, where Textual would draw ours in greys."""
        from textual.filter import Monochrome  # noqa: PLC0415 - seldom wanted

        from tui.uncoloured import Uncoloured  # noqa: PLC0415 - seldom wanted

        kept = (each for each in self._filters if not isinstance(each, Monochrome))
        self._filters = [*kept, Uncoloured(lambda: self.theme)]

    def _begin_in(self, name: str) -> None:
        """Begin in these colours. Setting the theme, as one does later, would have the style sheet read twice."""
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.update_classes({f"-theme-{name}": True, "-dark-mode": dark, "-light-mode": not dark}, update=False)

    @property
    def tongue(self) -> Tongue:
        """The language that is spoken now."""
        return self._tongue

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Let the style sheet name our colours."""
        return variables(DARK)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """Offer nothing of Textual's own: a screenshot, say, could hold a secret."""
        return ()

    def tell(self, message: Message, *, grave: bool = False) -> None:
        """Say something on whatever is shown."""
        place = self.screen

        def told() -> None:
            if isinstance(place, Place) and place in self.screen_stack:  # it may be gone by then
                place.tell(message, grave=grave)

        place.call_after_refresh(told)

    def on_mount(self) -> None:
        """Say what is wrong with the settings."""
        if self._kept.notice:
            self.call_after_refresh(self.tell, self._kept.notice, grave=True)

    def on_ready(self) -> None:
        """The first screen stands, or is about to."""
        self.call_after_refresh(memory.settle)

    # What is typed.

    async def on_event(self, event: Event) -> None:
        """Let a key that was down when a screen opened do nothing there. A key comes by twice: down, and up again."""
        if isinstance(event, Key):
            await self._let_through(followed_by=event.key)
            if self._does_nothing(event) or self._leads_on(event):
                if self._deaf.doubts:  # it is kept as it came
                    self.set_timer(AGAIN, partial(self._look_again, monotonic() + AGAIN))
                else:
                    event.stop()
                return
        await super().on_event(event)

    async def _let_through(self, followed_by: str = "") -> None:
        """Let the key act of which it was not clear before whether it is held down."""
        if key := self._deaf.cleared(self.screen, followed_by):
            await super().on_event(key)

    async def _look_again(self, due: float) -> None:
        """Let it act now, unless the screens were busy: then it may have come again, and that is heard first."""
        if monotonic() - due < AGAIN:
            await self._let_through()
        if self._deaf.doubts:
            self.set_timer(AGAIN, partial(self._look_again, monotonic() + AGAIN))

    async def _dispatch_message(self, message: Told) -> None:
        """Pass over what is asked for by a place on which something lies by now, or which is gone."""
        if not isinstance(message, Place.Asked) or message.asker is self.screen:
            await super()._dispatch_message(message)

    def on_place_worked(self, worked: Place.Worked) -> None:
        """Drop the keys that were pressed while nobody could see what they would do."""
        self._deaf.worked(worked.time)

    def _does_nothing(self, key: Key) -> bool:
        return self._deaf.was_early(key) or self._is_unseen() or self._deaf.is_held(key, self.screen)

    def _leads_on(self, key: Key) -> bool:
        """Go to another field before the next key is heard: it would be written into the former one."""
        return isinstance(self.screen, Place) and self.screen.leads_on(key.key)

    @property
    def _said_small(self) -> bool:
        """Whether somebody has read that the terminal is too small, also where that is covered by its help."""
        return any(_says_so(screen) for screen in self.screen_stack)

    def _is_unseen(self) -> bool:
        """Whether the terminal is too small for what a key would act on, and that is not said yet."""
        unseen = not fits(self.size) and not self._said_small
        if unseen:
            self._mind_the_size()
        return unseen

    # What is shown.

    def _show(self, screen: Screen[None]) -> None:
        """Replace whatever is shown, and all that lies on it: a screen that is gone keeps nothing."""
        while len(self.screen_stack) > SHOWN:
            self.pop_screen()
        if len(self.screen_stack) == SHOWN:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
        self.call_later(self._mind_the_size)

    def _top(self, kind: type[Shown]) -> Shown | None:
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, kind)), None)

    # What somebody likes.

    async def on_place_other_language(self) -> None:
        """Say everything in the next language."""
        lang = _after(LANGUAGES, self._tongue.lang)
        self._tongue = Tongue(lang)
        for screen in self.screen_stack:
            if isinstance(screen, Place):
                await screen.speak(self._tongue)
        self._like(replace(self._settings, lang=lang))

    def on_place_other_colours(self, other: Place.OtherColours) -> None:
        """Show everything in other colours: those that are named, or the next."""
        name = other.theme or _after(THEMES, self.theme)
        self.theme = name
        self.tell(Message.of("settings.theme", name=Message.of(f"theme.{name}")))
        self._like(replace(self._settings, theme=name))

    def on_place_other_motion(self) -> None:
        """Let things move, or no more."""
        motion = not self._settings.motion
        self.tell(Message.of("settings.motion_on" if motion else "settings.motion_off"))
        self._like(replace(self._settings, motion=motion))
        self._move()

    def _move(self) -> None:
        """Move as the settings say, but never where the terminal's user has forbidden it."""
        self.animation_level = constants.TEXTUAL_ANIMATIONS if self._settings.motion else "none"

    def _like(self, settings: Settings) -> None:
        self._settings = settings
        trouble = keep(self._kept.file, settings) if self._kept.file else None
        if trouble:
            self.tell(trouble, grave=True)

    # What there is to find out.

    def on_place_help_wanted(self, wanted: Place.HelpWanted) -> None:
        """Explain what can be done at a place."""
        from tui.screens.panels.reading import Reading, show_paper  # noqa: PLC0415 - the library is shown without it
        from tui.widgets.help import keys_paper  # noqa: PLC0415

        show_paper(self, Reading(self._tongue, lambda tongue: keys_paper(tongue, wanted.place), wide=True))

    def on_place_palette_wanted(self) -> None:
        """Open the command palette on what is shown, once, however often its key came in one burst."""
        from tui.screens.palette import Palette, palette  # noqa: PLC0415 - the library is shown without it

        if not isinstance(self.screen, Palette):
            self.push_screen(palette(self._tongue))

    # The terminal.

    def on_resize(self) -> None:
        """Say so when the terminal is too small, and go on where it was when it has grown."""
        self.call_later(self._mind_the_size)

    def on_small_screen_uncovered(self) -> None:
        """The same, when what lay on that sentence is closed."""
        self._mind_the_size()

    def _mind_the_size(self) -> None:
        if not fits(self.size):
            if not self._said_small:
                from tui.screens.small import SmallScreen  # noqa: PLC0415 - the library is shown without it

                self.push_screen(SmallScreen(self._tongue))
        elif _says_so(self.screen):
            self.pop_screen()


def _says_so(screen: Screen[object]) -> bool:
    """Whether a screen says that the terminal is too small."""
    return isinstance(screen, Place) and screen.place == TOO_SMALL


def _after(members: tuple[str, ...], one: str) -> str:
    return members[(members.index(one) + 1) % len(members)]
