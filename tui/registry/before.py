"""What can be done before the exercise, and between two teams."""

from tui.registry.action import NOWHERE, act

BEFORE = (
    act("go", "choose", "enter", "start", plain="word takes"),
    act("go", "resume", "r", "start", plain="word takes"),
    act("go", "begin", "s", "lobby"),
    act("decide", "seat", "space", "lobby", plain="word takes"),
    act("decide", "seat_back", "backspace", "lobby", shown=NOWHERE, plain=""),
    act("decide", "pace", "p", "lobby"),
    act("decide", "seed", "d", "lobby", plain="word takes"),
    act("look", "learn", "i", "lobby", shown=NOWHERE),
    act("go", "take_seat", "enter", "handover"),
)
