"""Words for what is known of a meter, the same on every screen: its value, its heading, where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.language.messages import Message
from tui.joined import places_of
from tui.widgets.names import ours

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.view import Gauge, Point, Story, View
    from engine.scenario.lines import Line


def learnt_of(gauge: Gauge) -> Message:
    """Say of a poll that it was published, how long what was heard counts, or when it was taken."""
    if gauge.published:
        return Message.of("plain.published", turn=gauge.as_of)
    if gauge.until is not None:
        return Message.of("screen.gauge.until", turn=gauge.until)
    return Message.of("plain.as_of", turn=gauge.as_of) if gauge.as_of else Message.of("plain.as_of_start")


def until_means(gauges: Iterable[Gauge], turn: int, code: str) -> list[Message]:
    """Say by this code what it means that a turn stands beside an opinion until which what was heard counts."""
    counted = (each.until is not None and not each.published and is_older(each, turn) for each in gauges)
    return [Message.of(code)] if any(counted) else []


def is_older(gauge: Gauge, turn: int) -> bool:
    """Whether a meter is known by a poll that is not of this turn."""
    return gauge.error is not None and gauge.as_of < turn


def sources_of(gauge: Gauge) -> list[Message]:
    """Say where what is known of a meter comes from: what an institute published, how long what was heard counts.

    And by how much it may be off and why; last, where the scenario has its start.
    """
    read = [Message.of("gauge.published", turn=gauge.as_of)] if gauge.published else []
    if gauge.error is not None:
        read.append(Message.of("gauge.errs" if gauge.as_of else "gauge.guessed", error=gauge.error))
    read += [Message.of("gauge.until", turn=gauge.until)] if gauge.until is not None else []
    return read + starts_of(gauge.starts_at)


def story_starts(story: Story) -> list[Message]:
    """Say in which lines of the scenario a story's heat starts, and whom it hurts then."""
    hurts = places_of([story.hurts_at] if story.hurts_at and story.hurts_at != story.starts_at else [])
    return starts_of(story.starts_at) + [Message.of("story.hurts_at", at=at) for at in hurts]


def silence_of(story: Story) -> list[Message]:
    """Say what silence costs on a story that hurts us and that nobody of our side has answered, or only others."""
    silent = story.hurts_us and story.heat and not story.by_us
    return [Message.of("story.silent_alone" if story.answered else "story.silent")] if silent else []


def starts_of(line: Line | None) -> list[Message]:
    """Say in which line of the scenario a number starts, where it stands in one."""
    return [Message.of("why.start", at=at) for at in places_of([line] if line else [])]


def unmoved_of(gauge: Gauge | None) -> Message:
    """Say why nothing is told that moved a number."""
    polled = gauge is not None and gauge.error is not None
    return Message.of("gauge.unmoved" if polled else "screen.why.nothing")


BEHIND = {
    "risk.clarity": "clarity",
    "risk.clear": "clarity",
    "risk.backlog": "backlog",
    "risk.network": "network",
}
"""What makes the risk -> the meter of the team that stands behind it."""


def behind_of(view: View) -> list[Message]:
    """Say what the numbers stand at that make the risk: those of the team, and the heat of the story against it."""
    codes = [reason.code for reason, _ in view.risk.without] if view.risk else []
    wanted = {f"{view.team}.{BEHIND[code]}" for code in codes if code in BEHIND}
    parts = [
        Message.of("risk.part", name=ours(each.name), value=value_of(each))
        for each in view.gauges
        if each.meter in wanted
    ]
    hot = next((each for each in view.stories if each.hurts_us), None)
    if hot and hot.heat and {"risk.heat", "risk.stage"} & set(codes):
        parts.insert(0, Message.of("risk.part", name=hot.name, value=hot.heat))
    return [Message.of("risk.stands", parts=tuple(parts))] if parts else []


def no_risk(view: View) -> Message:
    """Say why there is no risk to tell of: before the crisis, or after ENDEX, where the scores tell what was run."""
    return Message.of("risk.ended" if view.ended else "risk.none")


def heading_of(gauge: Gauge) -> Message:
    """Say under which heading a meter stands; opinion of another side under one that names the side."""
    side = gauge.name.get("side") if isinstance(gauge.name, Message) else None
    if gauge.group == "others" and side is not None:
        return Message.of("gauges.others_of", side=side)
    return Message.of(f"gauges.{gauge.group}")


def value_of(gauge: Gauge) -> Message:
    """Say a meter's value, with the largest error of a poll and the author's unit."""
    value = point_of(gauge)
    return value if gauge.unit is None else Message.of("gauge.unit", value=value, unit=gauge.unit)


def point_of(stood: Gauge | Point) -> Message:
    """Say what a meter stands or stood at, with the largest error of a poll."""
    code = "gauge.exact" if stood.error is None else "gauge.poll"
    return Message.of(code, value=stood.value, error=stood.error or 0)
