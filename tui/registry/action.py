"""What an action is, and the places that there are."""

from typing import NamedTuple

from engine.language.messages import Message

SCREENS = (
    *("start", "lobby", "handover", "room", "bulletin", "result", "board"),
    *("waiting", "console", "over", "umpire", "peeked", "ahead"),
)
"""Places that fill the terminal."""
PANELS = ("confirm", "reading", "opening", "card", "plots", "picking", "asking", "form", "editor", "pin", "seating")
"""Places that lie on top of another."""
TOO_SMALL = "small"
"""Where one waits for a larger terminal."""
WRITING = frozenset({"asking", "form", "editor", "umpire"})
"""Places with a line to write in, which takes signs as letters."""
_SIGNS = frozenset({"question_mark", "slash", "space"})
PLACES = (*SCREENS, *PANELS, TOO_SMALL)
_NAMED = frozenset({"inject", "team"})
"""What a name may be needed of."""
GROUPS = ("decide", "look", "go", "always")
"""How help sorts the actions of a place."""
FOOTER = 8  # keys that a footer shows wherever there is room for them, and has room for at 80 cells

Places = frozenset[str] | str
NOWHERE: frozenset[str] = frozenset()


class Action(NamedTuple):
    """Something that a person can do.

    `key` is a Textual binding ("enter", "delete,backspace"), "" where only plain mode has it. `where` are the
    places (of PLACES) that offer it, `shown` those that print it in their footer, `roomy` those that do so where there
    is room beside what they all show. `plain` says what plain mode has for it: nothing, or "word" with "takes",
    "also" and "help" where it has these, and of what a name must follow the word: "inject", "team" or either. `group`
    is one of GROUPS.
    """

    id: str
    key: str
    group: str
    where: frozenset[str]
    shown: frozenset[str]
    roomy: frozenset[str]
    plain: str

    @property
    def name(self) -> Message:
        """What it is called; like all its words it follows from its id, so that no entry can point at another's."""
        return Message.of(f"action.{self.id}")

    @property
    def help(self) -> Message:
        """What it does."""
        return Message.of(f"action.{self.id}.help")

    @property
    def help_typed(self) -> Message:
        """What it does where it is typed, and nothing is marked: the same, unless it has words of its own for that."""
        return Message.of(f"action.{self.id}.help_typed") if "help" in self.plain else self.help

    @property
    def also(self) -> Message | None:
        """Another word that plain mode takes for it, written in full: what it is called elsewhere."""
        return Message.of(f"action.{self.id}.also") if "also" in self.plain else None

    @property
    def word(self) -> Message | None:
        """Its command in plain mode, None where only Textual has it."""
        return Message.of(f"action.{self.id}.word") if "word" in self.plain else None

    @property
    def takes(self) -> Message | None:
        """What may follow the word, None where nothing may."""
        return Message.of(f"action.{self.id}.takes") if "takes" in self.plain else None

    @property
    def needs(self) -> frozenset[str]:
        """Of what a name must follow its word; where it has a key, of what something must be marked."""
        return _NAMED & set(self.plain.split())


def key_at(action: Action, place: str) -> str:
    """Return the key to show for an action at a place: the first that does not write a letter there."""
    keys = action.key.split(",")
    if place in WRITING:
        return next((key for key in keys if len(key) > 1 and key not in _SIGNS), keys[0])
    return keys[0]


def act(  # noqa: PLR0913 - each is a fact of the action
    group: str,
    name: str,
    key: str,
    where: Places,
    *,
    shown: Places | None = None,
    roomy: Places = NOWHERE,
    plain: str = "word",
) -> Action:
    """Build an action.

    `where` and `shown` are places, as a set or as names with spaces between; without `shown` it is in the footer
    wherever it is, in those of `roomy` only where there is room.
    """
    places = _set(where)
    return Action(
        id=name,
        key=key,
        group=group,
        where=places,
        shown=places if shown is None else _set(shown),
        roomy=_set(roomy),
        plain=plain,
    )


def _set(places: Places) -> frozenset[str]:
    return frozenset(places.split()) if isinstance(places, str) else places
