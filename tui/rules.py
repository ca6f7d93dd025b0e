"""Which section of docs/MODEL.md explains a rule of the model that moved a number."""

from engine.game.view import Reason
from engine.language.messages import Message
from engine.text import Text
from tui.joined import places_of

HEADINGS = {
    "cause.attention_fades": "Stories and opinion",
    "cause.control_lost": "Losing control",
    "cause.credibility_returns": "Feedback",
    "cause.expectations": "Feedback",
    "cause.expectations_fade": "Feedback",
    "cause.file_fades": "Feedback",
    "cause.hours_renewed": "A turn",
    "cause.inbox": "Feedback",
    "cause.limit": "How amounts are proposed and added",
    "cause.listens": "Stories and opinion",
    "cause.rebound": "Stories and opinion",
    "cause.settles": "Stories and opinion",
    "cause.silence": "Feedback",
    "cause.the_crowd": "Stories and opinion",
    "cause.trace_fades": "Stories and opinion",
    "cause.unspent_hours": "Feedback",
    "cause.upkeep": "Feedback",
}
"""What is said of a rule that no scenario writes, a code -> the heading under which it stands."""


def behind(reason: Reason) -> tuple[Message, ...]:
    """Name the lines that wrote a cause; of a rule of the model, where that is explained."""
    section = HEADINGS.get(reason.cause.code)
    if reason.written or section is None:
        return places_of(reason.written)
    return (Message.of("reasons.rule", section=Text.of(section)),)
