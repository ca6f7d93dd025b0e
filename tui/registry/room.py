"""What a team can do in its room."""

from tui.registry.action import NOWHERE, act

ROOM = (
    act("decide", "lay", "enter", "room card", plain="word takes"),
    act("decide", "take_back", "delete,backspace", "room", plain="word takes"),
    act("decide", "undo", "u", "room", shown=NOWHERE, roomy="room"),
    act("decide", "seal", "s", "room"),
    act("decide", "because", "r", "room", shown=NOWHERE, roomy="room", plain="word takes also"),
    act("decide", "slip", "a", "room", shown=NOWHERE, plain="word takes"),
    act("decide", "foresee", "p", "room", shown=NOWHERE, roomy="room", plain="word takes"),
    act("look", "look_into", "enter", "peeked", plain=""),
    act("look", "inbox", "1", "room peeked", shown=NOWHERE),
    act("look", "stories", "2", "room peeked", shown=NOWHERE),
    act("look", "standing", "3", "room peeked", shown=NOWHERE),
    act("look", "cards", "4", "room peeked", shown=NOWHERE, plain="word takes"),
    act("look", "tray", "5", "room peeked", shown=NOWHERE),
    act("look", "means", "i", "room peeked", shown=NOWHERE, plain=""),
    act("look", "kind", "f", "room peeked", shown=NOWHERE, roomy="room peeked", plain=""),
    act("look", "more", "m", "room peeked", shown=NOWHERE, plain=""),
    act("look", "search", "slash", "room peeked", plain="word takes"),
    act("look", "clear", "escape", "room", shown=NOWHERE, plain=""),
    act("look", "card", "d", "room peeked", shown=NOWHERE, roomy="room peeked", plain="word takes"),
    act("look", "brief", "b", "room peeked", shown=NOWHERE, roomy="room peeked"),
    act("look", "bulletin", "v", "room peeked", shown=NOWHERE, roomy="room peeked"),
    act("look", "understood", "h", "room", shown=NOWHERE, plain=""),
    act("look", "hints", "f6", "room", shown=NOWHERE),
    act("look", "show", "", "room", shown=NOWHERE, plain="word takes"),  # the screen shows it all the time
)
