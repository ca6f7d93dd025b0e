"""Words and colours for what the engine names by a key; words that plain mode says too are in tui.words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from engine.language.messages import Message
from engine.text import Text

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import Words

POWER: Mapping[str | None, Message] = {
    "hard": Message.of("screen.power.hard"),
    "soft": Message.of("screen.power.soft"),
    "smart": Message.of("screen.power.smart"),
    None: Message.of("screen.power.none"),
}
POWER_STYLE: Mapping[str | None, str] = {"hard": "$hard", "soft": "$soft", "smart": "$smart", None: "$muted"}
OUTCOME_STYLE: Mapping[str, str] = {
    "success": "bold $accent",
    "partial": "bold $foreground",
    "backfire": "bold $danger",
    "kept_waiting": "bold $foreground",
    "waiting": "$muted",
}
BECAME: Mapping[str, Message] = {
    "success": Message.of("screen.outcome.success"),
    "partial": Message.of("screen.outcome.partial"),
    "backfire": Message.of("screen.outcome.backfire"),
    "kept_waiting": Message.of("screen.outcome.kept_waiting"),
    "waiting": Message.of("screen.outcome.waiting"),
}
OURS: Mapping[str, Message] = {
    "meter.credibility": Message.of("screen.meter.credibility"),
    "meter.clarity": Message.of("screen.meter.clarity"),
    "meter.network": Message.of("screen.meter.network"),
    "meter.file": Message.of("screen.meter.file"),
    "meter.expectation": Message.of("screen.meter.expectation"),
    "meter.backlog": Message.of("screen.meter.backlog"),
}
PART: Mapping[str, Message] = {
    "objectives": Message.of("screen.part.objectives"),
    "own": Message.of("screen.part.own"),
    "opinion": Message.of("screen.part.opinion"),
    "control": Message.of("screen.part.control"),
    "relations": Message.of("screen.part.relations"),
    "integrity": Message.of("screen.part.integrity"),
    "mission": Message.of("screen.part.mission"),
}


def ours(name: Words) -> Words:
    """Return a meter's name as it stands under a heading that says already whose it is."""
    if not isinstance(name, Message):
        return name
    if name.code == "meter.channel":
        platform = name.get("platform")
        return Message.of("screen.meter.channel", platform=platform) if isinstance(platform, Text) else name
    if name.code == "meter.opinion":
        audience = name.get("audience")
        return audience if isinstance(audience, Text) else name
    return OURS.get(name.code, name)


def form(name: str) -> Message:
    """Return how a card works, in words."""
    return Message.of(f"form.{name}")


def visible(name: str) -> Message:
    """Return who will see an order, in words."""
    return Message.of(f"visible.{name}")


def outcome(name: str) -> Message:
    """Return what became of an order, in words."""
    return Message.of(f"outcome.{name}")


def brief(name: Words) -> Words:
    """Name a meter where there is little room: an opinion in as few words as do, polled or not."""
    of = name.get("name") if isinstance(name, Message) and name.code == "meter.published" else name
    if isinstance(of, Message) and of.code == "meter.opinion":
        return Message("meter.opinion.brief", of.values)
    return name
