"""The range of futures in words, as the screens and the plain lines say it."""

from engine.language.messages import Message


def range_of(low: float, high: float) -> Message:
    """Say a risk from low to high in whole percent, or the one number where both are the same."""
    if round(low) == round(high):
        return Message.of("fan.share", share=round(low))
    return Message.of("fan.range", low=round(low), high=round(high))


def lost_then(before: float, after: float) -> Message:
    """Say in how many of 100 futures control is lost if an inject fires, and in how many if not."""
    if round(before) == round(after):
        return Message.of("fan.lost_alike", share=round(after))
    return Message.of("fan.lost_then", share=round(after), before=round(before))
