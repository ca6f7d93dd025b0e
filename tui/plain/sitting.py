"""Who may sit at a team, line by line: how each is typed, and what each is like."""

from engine.game.seats import EMPTY, HUMAN, Seat, parse_seat
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from tui.launch import CYCLE
from tui.plain.page import INDENT, columns
from tui.words import like_of

UNKNOWN = "plain.sit.unknown"
"""The code of what is said where nobody of that name may sit."""
_WHO, _LIKE = 12, 64


def read_seat(typed: str) -> Seat | Message:
    """Read who is to sit somewhere: as on the command line, or by the word for it in any language."""
    named = {say(lang, Message.of("plain.sit.person_too")): HUMAN for lang in LANGUAGES}
    named |= {say(lang, _word(seat)): seat for lang in LANGUAGES for seat in CYCLE}
    read = named.get(typed) or parse_seat(typed)
    return Message.of(UNKNOWN, typed=Text.said_back(typed)) if isinstance(read, Message) else read


def who_may_sit(lang: str) -> list[str]:
    """List all who may sit at a team, by what is typed, each with what it is like."""
    rows = [((say(lang, _word(seat)), _WHO), (say(lang, like_of(str(seat))), _LIKE)) for seat in CYCLE]
    return [line for row in rows for line in columns(row, first=INDENT)]


def _word(seat: Seat) -> Message:
    """Return the one word for who sits there."""
    if seat.bot:
        return Message(f"bot.{seat.bot}")
    return Message.of("plain.sit.nobody" if seat == EMPTY else "plain.sit.person")
