"""Chooses words for what is said beside the stories: comments, positions and promises, voices of the crowd."""

from engine.game.view import Pledge, Utterance, View
from engine.language.messages import Message


def utterance_of(voice: Utterance) -> Message:
    """Say what a voice of the crowd says, and what sort of voice it is."""
    kind = Message.of(f"crowd.kind.{voice.kind}")
    return Message.of("crowd.voice", who=voice.who, text=voice.text, kind=kind)


def pledge_of(pledge: Pledge) -> Message:
    """Say what a team has bound itself to, until when, or that it broke its word."""
    position = pledge.card if pledge.choice is None else Message.of("crowd.at", card=pledge.card, choice=pledge.choice)
    code = f"crowd.{'position' if pledge.public else 'promise'}_{pledge.state}"
    return Message.of(code, team=pledge.team, position=position, turn=pledge.until)


def said_in(view: View) -> list[tuple[Message, list[Message]]]:
    """Say what is said beside the stories: comments, positions and voices, each with its head."""
    sorted_out = all(part.sorted for part in view.comments)
    comments = [Message.of("crowd.comments", name=part.name, share=part.share) for part in view.comments]
    found = [
        (Message.of("crowd.sorted" if sorted_out else "crowd.unsorted"), comments),
        (Message.of("crowd.positions"), [pledge_of(pledge) for pledge in view.pledges]),
        (Message.of("crowd.voices"), [utterance_of(voice) for voice in view.feed]),
    ]
    return [(head, parts) for head, parts in found if parts]
