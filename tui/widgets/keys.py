"""The foot of a screen: the keys that matter here, from the registry of actions."""

from collections.abc import Collection, Iterable, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize

from engine.language.messages import Message
from tui.actions import action, actions_at
from tui.registry.action import FOOTER, Action, key_at
from tui.widgets.press import Press, piece
from tui.widgets.typeset import listed
from tui.widgets.wording import Said, Tongue

KEY_NAMES = {
    "enter": Message.of("screen.key.enter"),
    "escape": Message.of("screen.key.escape"),
    "delete": Message.of("screen.key.delete"),
    "backspace": Message.of("screen.key.backspace"),
    "space": Message.of("screen.key.space"),
}
KEPT = {"palette", "help", "quit", "chair"}
AROUND = 3  # cells of a key beside its words
CLOSE = 1  # cells of these that it can do without
ARROWS = "↑↓"
_SIGN, _WORDS = "bold $footer-key-foreground", "$footer-description-foreground"
SIGNS = {
    "slash": "/",
    "question_mark": "?",
    "ctrl+p": "^p",
    "ctrl+s": "^s",
    "ctrl+c": "^c",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}
Hint = tuple[str, Message]
"""A key that a widget sees to, and what it does."""


class Key(Press):
    """The key of an action and what it does, which the mouse can press too."""

    def __init__(self, sign: str, does: str, words: str) -> None:
        super().__init__(does)
        self._sign = sign
        self.say(words)

    def say(self, words: str) -> None:
        """Say what it does; without words it does nothing just now."""
        self.words = words
        self.update(Content.assemble((self._sign, _SIGN), (f" {words}", _WORDS)))

    @property
    def cells(self) -> int:
        """The cells that it takes where there is room enough."""
        return cell_len(self._sign) + cell_len(self.words) + AROUND


class Keys(Horizontal):
    """The keys of a place: at most FOOTER, and as many more as there is room for."""

    def __init__(self, tongue: Tongue, place: str, hints: Sequence[Hint] = (), but: Collection[str] = ()) -> None:
        """Show the keys of a place, and those of the hints, `but` not of these actions."""
        super().__init__(classes="keys")
        self._tongue, self._place, self._hints, self._but = tongue, place, hints, but
        self._always = {each.id for each in shown_at(place)}

    def compose(self) -> ComposeResult:
        """Each key with its name; first those that the widgets of the place see to."""
        for sign, name in self._hints:
            words = Content.assemble((sign, "bold $accent"), " ", self._tongue.line(name, "$muted"))
            yield Said(words, classes="hint")
        for each in in_foot(self._place, self._but):
            sign = key_name(self._tongue, key_at(each, self._place))
            key = Key(sign, each.id, self._tongue.plain(each.name))
            key.display = each.id in self._always  # the others once it is known that there is room
            yield key

    def on_mount(self) -> None:
        """Leave out what cannot fit the terminal, so that the first picture does not show it cut."""
        self._fit(self.app.size.width)

    def on_resize(self, event: Resize) -> None:
        """Leave out what does not fit."""
        self._fit(event.size.width)

    def say(self, does: str, name: Message | None) -> None:
        """Say what the key of an action does just now; with None it does nothing, and is left out."""
        for key in self.query(Key):
            if key.does == does:
                key.say(self._tongue.plain(name) if name else "")
        self._fit(self.size.width)

    def _fit(self, width: int) -> None:
        """Set the keys closer where those that always stand here do not fit, and leave out what still does not.

        That is the last of them first, before it those that need not be here; but never the ways out and to others.
        """
        keys = sorted((key for key in self.query(Key) if key.words), key=lambda each: each.does not in self._always)
        hints = sum(hint.region.width for hint in self.query(".hint"))
        close = hints + sum(key.cells for key in keys if key.does in self._always) > width
        self.set_class(close, "-close")
        needed = hints + sum(key.cells - CLOSE * close for key in keys)
        fitting = set()
        for key in reversed(keys):
            if needed <= width or key.does in KEPT:
                fitting.add(key)
            else:
                needed -= key.cells - CLOSE * close
        for key in self.query(Key):
            if key.display != (key in fitting):  # Textual sets the whole screen anew, even where nothing changes
                key.display = key in fitting

    def key_of(self, does: str) -> Key | None:
        """Return where the key of an action stands, if it does."""
        return next((key for key in self.query(Key) if key.does == does and key.display), None)


def shown_at(place: str, but: Collection[str] = ()) -> tuple[Action, ...]:
    """Return the actions in the foot of a place, `but` not these."""
    return tuple(each for each in actions_at(place) if place in each.shown and each.id not in but)[:FOOTER]


def in_foot(place: str, but: Collection[str] = ()) -> tuple[Action, ...]:
    """Return the actions in the foot of a place where there is room for all of them, `but` not these."""
    return tuple(each for each in actions_at(place) if place in each.shown | each.roomy and each.id not in but)


def key_name(tongue: Tongue, key: str) -> str:
    """Return what is printed on the key."""
    if key in KEY_NAMES:
        return tongue.plain(KEY_NAMES[key])
    return SIGNS.get(key, key.upper() if len(key) > 1 else key)


def named_keys(tongue: Tongue, names: Iterable[tuple[str, Message]], between: Content) -> Content:
    """Return the keys of some actions, each with what it does, in a line in which each can be pressed."""
    keys = [(does, Content(key_name(tongue, action(does).key)), tongue.line(words)) for does, words in names]
    return listed([piece(Content.assemble(key, " ", words), does) for does, key, words in keys], between)


def key_names(tongue: Tongue, of: Action) -> Content:
    """Return all keys of an action."""
    return listed([Content(key_name(tongue, key)) for key in of.key.split(",")], Content(" "))
