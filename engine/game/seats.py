"""Seats: who sits at a team, and how that is written on a command line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from engine.language.messages import Message
from engine.text import Text

BOTS = ("silent", "loud", "hawk", "charmer", "censor", "listener", "prudent", "smart", "random")


@dataclass(frozen=True, slots=True)
class Seat:
    """A person, a bot by its name, or nobody (a team that never orders anything)."""

    kind: Literal["human", "bot", "empty"]
    bot: str | None = None

    def __str__(self) -> str:
        """As it is written on the command line: `human`, `bot:NAME` or `empty`."""
        return f"bot:{self.bot}" if self.bot else self.kind

    @property
    def human(self) -> bool:
        """Whether a person sits there."""
        return self.kind == "human"


HUMAN = Seat("human")
EMPTY = Seat("empty")


def parse_seat(written: str) -> Seat | Message:
    """Read `human`, `bot:NAME` or `empty`; anything else comes back as a message."""
    kind, _, bot = written.partition(":")
    if kind == "bot" and bot in BOTS:
        return Seat("bot", bot)
    if kind in {"human", "empty"} and not bot:
        return HUMAN if kind == "human" else EMPTY
    return Message.of("seat.unknown", seat=Text.of(written), bots=BOTS)


def parse_seats(written: str, teams: Iterable[str], default: Seat) -> Mapping[str, Seat] | Message:
    """Read `ministry=human,embassy=bot:smart,*=bot:prudent`; `*` stands for every team not named.

    Returns a seat for each team, or what is wrong.
    """
    seats: dict[str, Seat] = {}
    known = tuple(teams)
    for part in filter(None, (part.strip() for part in written.split(","))):
        team, equals, name = (word.strip() for word in part.partition("="))
        if not equals:
            return Message.of("seat.form", written=Text.of(part))
        if team not in {*known, "*"}:
            return Message.of("seat.team", team=Text.of(team), teams=known)
        if team in seats:
            return Message.of("seat.twice", team=Text.of(team))
        seat = parse_seat(name)
        if isinstance(seat, Message):
            return seat
        seats[team] = seat
    rest = seats.pop("*", default)
    return {team: seats.get(team, rest) for team in known}
