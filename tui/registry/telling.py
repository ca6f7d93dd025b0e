"""What can be done with what came of it: the bulletin and the result."""

from tui.registry.action import NOWHERE, act

TELLING = (
    act("go", "next", "enter", "bulletin"),
    act("look", "turn_page", "space,enter,right", "board", plain=""),
    act("look", "scores", "s", "board result", shown="board", roomy="result"),
    act("look", "all", "a", "bulletin"),
    act("go", "skip", "s,escape", "bulletin", plain=""),
    act("look", "worth", "v", "result", plain=""),
    act("look", "past", "b", "result"),
    act("look", "objectives", "o", "room peeked result", shown=NOWHERE, roomy="room peeked result"),
    act("look", "why", "w", "room peeked bulletin result plots", plain="word takes"),
    act("look", "curves", "t", "room peeked result", shown="result", roomy="room peeked", plain="word takes"),
    act(
        "look",
        "concept",
        "e",
        "room peeked bulletin result",
        shown=NOWHERE,
        roomy="room peeked bulletin",
        plain="word takes",
    ),
    act("go", "again", "n", "result", plain=""),
)
