"""What the facilitator can do, from the console, from the umpire's grid and from the forms."""

from tui.registry.action import NOWHERE, act

_DOORS = "handover room peeked waiting bulletin result pin reading opening card"

FACILITATOR = (
    act("go", "chair", "f5", _DOORS, shown="handover waiting"),
    act("decide", "fire", "f", "console", plain="word takes inject help"),
    act("decide", "hold", "h", "console", shown=NOWHERE, roomy="console", plain="word takes inject help"),
    act("decide", "skip_inject", "k", "console", shown=NOWHERE, plain="word takes inject help"),
    act("decide", "retract", "backspace", "console", shown=NOWHERE),
    act("decide", "edit", "e", "console", shown=NOWHERE, plain="word takes inject help"),
    act("decide", "edit_all", "d", "console", shown=NOWHERE, plain="word takes inject help"),
    act("decide", "compose", "i", "console", shown=NOWHERE, roomy="console"),
    act("decide", "argue", "a", "console", shown=NOWHERE),
    act("decide", "adjust", "m", "console", shown=NOWHERE),
    act("decide", "rule", "x", "console", shown=NOWHERE),
    act("decide", "note", "n", "console over", shown="over", plain="word takes help"),
    act("decide", "unseal", "u", "console", shown=NOWHERE, plain="word takes team help"),
    act("decide", "sit", "s", "console", shown=NOWHERE, plain="word takes"),
    act("decide", "run_clock", "space", "console", shown=NOWHERE, plain="word also"),
    act("decide", "set_clock", "t", "console", shown=NOWHERE, plain="word takes"),
    act("decide", "set_pace", "p", "console", shown=NOWHERE),
    act("decide", "conduct", "w", "console", shown=NOWHERE),
    act("decide", "set_pin", "y", "console over", shown=NOWHERE),
    act("decide", "rewind", "z", "console over", shown="over"),
    act("decide", "branch", "b", "console over", shown="over"),
    act("look", "msel", "1", "console over", shown=NOWHERE),
    act("look", "desks", "2", "console over", shown=NOWHERE),
    act("look", "ahead", "3", "console", shown=NOWHERE, plain="word takes help"),
    act("look", "log", "4", "console over", shown=NOWHERE),
    act("look", "peek", "enter", "console over", shown=NOWHERE, plain="word takes team inject help"),
    act("go", "umpire", "g", "console"),
    act("go", "resolve", "r", "console waiting"),
    act("go", "leave_chair", "escape,f5", "console over"),
    act("go", "next_field", "enter,down", "form umpire", shown=NOWHERE, plain=""),
    act("go", "former_field", "up", "form umpire", shown=NOWHERE, plain=""),
    act("go", "send", "ctrl+s", "form editor", plain=""),
    act("go", "seal_all", "ctrl+s", "umpire", plain=""),
)
