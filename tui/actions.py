"""The one registry of what a person can do, and where: Textual binds its keys, plain mode reads its words."""

from dataclasses import dataclass

from engine.language.messages import Message

PLACES = ("start", "lobby", "handover", "room", "bulletin", "result", "confirm", "panel")
FOOTER = 7  # a footer clips what does not fit, silently

_TABLE = frozenset({"handover", "room", "bulletin", "result"})
_READING = frozenset({"room", "bulletin", "result"})
_ROOM = frozenset({"room"})
_NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person can do.

    `key` is a Textual binding ("enter", "delete,backspace"), "" where only plain mode has it. `where` are the
    places (of PLACES) that offer it, `shown` those that print it in their footer. `word` is its command in
    plain mode, None where only Textual has it; `takes` describes what may follow the word.
    """

    id: str
    key: str
    name: Message
    help: Message
    where: frozenset[str]
    shown: frozenset[str]
    word: Message | None
    takes: Message | None


def _action(
    name: str,
    key: str,
    where: frozenset[str] | str,
    *,
    shown: frozenset[str] | str | None = None,
    plain: str = "word",
) -> Action:
    """Build an action; its codes follow from its id, so that no entry can point at another's words.

    `plain` says what plain mode has for it: "word", "word takes" or nothing.
    """
    places = frozenset(where.split()) if isinstance(where, str) else where
    footer = frozenset(shown.split()) if isinstance(shown, str) else shown
    return Action(
        id=name,
        key=key,
        name=Message.of(f"action.{name}"),
        help=Message.of(f"action.{name}.help"),
        where=places,
        shown=places if footer is None else footer,
        word=Message.of(f"action.{name}.word") if "word" in plain else None,
        takes=Message.of(f"action.{name}.takes") if "takes" in plain else None,
    )


ACTIONS: tuple[Action, ...] = (
    # Before the exercise.
    _action("choose", "enter", "start", plain="word takes"),
    _action("resume", "r", "start", plain="word takes"),
    _action("begin", "s", "lobby"),
    _action("seat", "space", "lobby", plain="word takes"),
    _action("seat_back", "backspace", "lobby", shown=_NOWHERE, plain=""),
    _action("pace", "p", "lobby"),
    _action("seed", "d", "lobby", plain="word takes"),
    # The hand-over.
    _action("take_seat", "enter", "handover"),
    # The team room: decide.
    _action("lay", "enter", _ROOM, plain="word takes"),
    _action("take_back", "delete,backspace", _ROOM, plain="word takes"),
    _action("undo", "u", _ROOM, shown=_NOWHERE),
    _action("seal", "s", _ROOM),
    # The team room: look.
    _action("inbox", "1", _ROOM, shown=_NOWHERE),
    _action("stories", "2", _ROOM, shown=_NOWHERE),
    _action("standing", "3", _ROOM, shown=_NOWHERE),
    _action("cards", "4", _ROOM, shown=_NOWHERE, plain="word takes"),
    _action("tray", "5", _ROOM, shown=_NOWHERE),
    _action("kind", "f", _ROOM, shown=_NOWHERE, plain=""),
    _action("search", "slash", _ROOM, plain="word takes"),
    _action("clear", "escape", _ROOM, shown=_NOWHERE, plain=""),
    _action("card", "d", _ROOM, shown=_NOWHERE, plain="word takes"),
    _action("objectives", "o", "room result", shown="result"),
    _action("brief", "b", _ROOM, shown=_NOWHERE),
    _action("bulletin", "", _ROOM, shown=_NOWHERE),
    _action("show", "", _ROOM, shown=_NOWHERE, plain="word takes"),
    # The bulletin.
    _action("next", "enter", "bulletin"),
    _action("all", "a", "bulletin"),
    _action("skip", "s,escape", "bulletin", plain=""),
    # Wherever there are numbers to ask about.
    _action("why", "w", _READING, plain="word takes"),
    _action("concept", "e", _READING, shown="result", plain="word takes"),
    _action("copy", "c", _READING, shown=_NOWHERE, plain=""),
    # The result.
    _action("again", "n", "result", plain=""),
    # Questions and panels.
    _action("yes", "y", "confirm"),
    _action("no", "n", "confirm"),
    _action("back", "escape", "lobby confirm panel", shown="lobby panel"),
    # Everywhere.
    _action("language", "l", frozenset({"start", "lobby"}) | _TABLE, shown="start", plain="word takes"),
    _action("help", "question_mark", frozenset({"start", "lobby"}) | _TABLE, plain="word takes"),
    _action("quit", "q", frozenset({"start", "lobby"}) | _TABLE),
)

_BY_ID = {action.id: action for action in ACTIONS}


def action(name: str) -> Action:
    """Return the action with this id; raise KeyError if there is none."""
    return _BY_ID[name]


def actions_at(place: str) -> tuple[Action, ...]:
    """Return what can be done at a place of PLACES, in the registry's order."""
    return tuple(each for each in ACTIONS if place in each.where)
