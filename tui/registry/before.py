"""What can be done before the exercise, and between two teams."""

from tui.registry.action import NOWHERE, act

BEFORE = (
    act("go", "choose", "enter", "start", plain="word takes help"),
    act("look", "about", "i", "start", plain="word takes"),
    act("go", "resume", "r", "start", plain="word takes"),
    act("look", "difficulty", "d", "start", shown=NOWHERE, roomy="start", plain="word takes"),
    act("look", "length", "t", "start", shown=NOWHERE, roomy="start", plain="word takes"),
    act("look", "teaching", "e", "start", shown=NOWHERE, roomy="start", plain="word takes"),
    act("look", "spoken", "g", "start", shown=NOWHERE, plain="word takes"),
    act("look", "everything", "escape", "start", shown=NOWHERE),
    act("go", "begin", "s", "lobby"),
    act("decide", "seat", "space", "lobby seating", plain="word takes"),
    act("decide", "seat_list", "enter", "lobby seating", shown=NOWHERE, plain=""),
    act("decide", "seat_right", "right", "lobby seating", shown=NOWHERE, plain=""),
    act("decide", "seat_left", "left", "lobby seating", shown=NOWHERE, plain=""),
    act("decide", "seat_back", "backspace", "lobby seating", shown=NOWHERE, plain=""),
    act("go", "pass_seats", "s", "seating", plain=""),
    act("decide", "pace", "p", "lobby", shown=NOWHERE),
    act("decide", "seed", "d", "lobby", shown=NOWHERE, plain="word takes"),
    act("look", "learn", "i", "lobby", shown=NOWHERE),
    act("decide", "name", "n", "lobby", plain="word takes help"),
    act("decide", "minutes", "m", "lobby", shown=NOWHERE, plain="word takes"),
    act("decide", "screen", "x", "lobby", shown=NOWHERE),
    act("go", "take_seat", "enter", "handover"),
    act("decide", "pass_seat", "g", "handover room", shown="handover", plain="word takes"),
    act("decide", "forget_pin", "r", "handover", shown=NOWHERE),
    act("look", "newcomer", "n", "handover room peeked", shown="handover"),
    act("decide", "pause", "space", "handover room", shown=NOWHERE, roomy="handover", plain="word also"),
    act("decide", "pin", "k", "room", shown=NOWHERE),
)
