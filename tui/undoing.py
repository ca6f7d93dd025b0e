"""What undoing took back, told from what a team saw before and what it sees after."""

from engine.game.view import View
from engine.language.messages import Message


def undone(before: View, after: View) -> Message:
    """Say which order, reason, note or forecast was undone, or that it had gone already, with an order."""
    was, now = ({choice.card: choice for choice in view.tray} for view in (before, after))
    for card, choice in was.items():
        if card not in now:
            return Message.of("undone.laid", card=choice.name)
        if before.rationales.get(card) != after.rationales.get(card):
            again = after.rationales.get(card)
            return Message.of("undone.reason_back" if again else "undone.reason", card=choice.name)
        if before.slips.get(card) != after.slips.get(card):
            again = after.slips.get(card)
            return Message.of("undone.note_back" if again else "undone.note", card=choice.name)
    for card, choice in now.items():
        if card not in was:
            return Message.of("undone.taken_back", card=choice.name)
    if before.foreseen == after.foreseen:
        return Message.of("undone.gone")
    if after.foreseen is None:
        return Message.of("undone.forecast", n=before.foreseen or 0)
    return Message.of("undone.forecast_back", n=after.foreseen)
