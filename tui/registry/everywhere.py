"""What can be done in panels, and everywhere."""

from tui.registry.action import NOWHERE, PANELS, SCREENS, TOO_SMALL, act

_HERE = frozenset({*SCREENS, *PANELS})
_FULL = frozenset({*SCREENS, TOO_SMALL})
_UNCOPIED = {"waiting", "asking", "form", "editor", "umpire", "pin"}
_SPOKEN = frozenset({"start", "lobby", TOO_SMALL})
_BACK = "lobby peeked plots reading card picking asking form editor umpire pin seating"

EVERYWHERE = (
    act("go", "yes", "y", "confirm"),
    act("go", "no", "n", "confirm"),
    act("go", "take", "enter", "confirm", shown=NOWHERE, plain=""),
    act("go", "pick", "enter", "picking", plain=""),
    act("go", "done", "enter", "asking pin", plain=""),
    act("go", "read", "enter", "reading opening", shown="opening", plain=""),
    act("go", "back", "escape", frozenset({"lobby", "umpire", "peeked", *PANELS}), shown=_BACK),
    act("go", "close", "ctrl+c", frozenset(PANELS) - {"form", "editor"}, shown=NOWHERE, plain=""),
    act("always", "copy", "c", _HERE - _UNCOPIED, shown=NOWHERE, plain=""),
    act("always", "language", "f2,l", _HERE | {TOO_SMALL}, shown=_SPOKEN, plain="word takes"),
    act("always", "glossary", "f7", _HERE - {"confirm", "editor"}, shown=NOWHERE, plain="word takes"),
    act("always", "theme", "f3", _HERE, shown=NOWHERE, plain=""),
    act("always", "motion", "f4", _HERE, shown=NOWHERE, plain=""),
    act("always", "palette", "ctrl+p", _HERE, plain=""),  # the mouse's way to whatever no footer shows
    act("always", "help", "question_mark,f1", _HERE | {TOO_SMALL}, shown=_FULL, plain="word takes"),
    act("always", "quit_asked", "", "confirm", shown=NOWHERE, plain="word also"),  # on the screen one answers first
    act("always", "quit", "q,ctrl+c", _FULL - {"umpire"}, plain="word also"),  # where one writes, it is a letter
)
