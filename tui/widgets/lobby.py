"""What the lobby says: what an exercise is about, as far as there is room, and how it will be played."""

from typing import TYPE_CHECKING

from textual.content import Content

from engine.language.messages import Message
from tui.actions import action
from tui.widgets.press import piece
from tui.widgets.typeset import EMPTY, Cell, columns, paragraph, stack
from tui.widgets.wording import Tongue

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.scenario.scenario import Scenario
    from tui.launch import Setup

AROUND = 12
"""Lines of the lobby beside the seats and what the exercise is about."""
WARNED = 2
"""Lines of the content note where there is little room."""


def about(tongue: Tongue, scenario: "Scenario", width: int, height: int) -> Content:
    """Return what an exercise is about and its content note, in the lines that the seats and the settings leave."""
    room = max(height - AROUND - len(scenario.teams), 2)
    summary, note = tongue.line(scenario.summary), EMPTY
    if scenario.content_note:
        note = tongue.line(Message.of("plain.content_note", note=scenario.content_note), "$muted")
    told, warned = paragraph(summary, width), paragraph(note, width) if note else []
    if len(told) + len(warned) + bool(warned) <= room:
        return stack([*told, *([EMPTY, *warned] if warned else [])])
    warned = paragraph(note, width, most=min(WARNED, room - 1)) if note else []
    return stack([*paragraph(summary, width, most=room - len(warned)), *warned])


def how(tongue: Tongue, setup: "Setup", width: int) -> Content:
    """Return pace and seed, each with what it means, and the key to what is taught: each line can be pressed."""
    rounds = setup.scenario.clock.rounds(setup.pace)
    decided = Message.of("screen.lobby.rounds" if rounds[0] else "screen.lobby.rounds_before", n=len(rounds))
    pace = Message.of(f"screen.lobby.{setup.pace}")
    clock = Message.of("lobby.clock_short", n=setup.minutes) if setup.minutes else Message.of("clock.off")
    screen = Message.of(f"lobby.screen.{setup.screen}")
    facts = (
        ("pace", tongue.line(pace, "bold"), decided),
        ("seed", Content.styled(str(setup.seed), "bold"), Message.of("screen.lobby.seed")),
        ("minutes", tongue.line(clock, "bold"), Message.of("lobby.clock_about")),
        ("screen", tongue.line(screen, "bold"), Message.of(f"lobby.screen.{setup.screen}_about")),
        ("learn", EMPTY, Message.of("screen.lobby.learn")),
    )
    keyed = max(_keyed(tongue, name).cell_length for name, *_ in facts)
    set_to = max(value.cell_length for _, value, _ in facts)
    rows = [
        [Cell(_keyed(tongue, name), keyed), Cell(value, set_to), Cell(tongue.line(meant, "$muted"))]
        for name, value, meant in facts[:-1]
    ]
    name, _, meant = facts[-1]
    rows.append([Cell(_keyed(tongue, name), keyed), Cell(tongue.line(meant, "$muted"))])
    lines = (piece(columns(width, row), name) for row, (name, *_) in zip(rows, facts, strict=True))
    return stack([EMPTY, *lines])


def _keyed(tongue: Tongue, name: str) -> Content:
    """Return an action's key and its name."""
    offered = action(name)
    return Content.assemble((offered.key, "bold $accent"), "  ", tongue.line(offered.name, "$muted"))
