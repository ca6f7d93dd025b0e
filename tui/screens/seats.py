"""A place with a row for each team, at which it is chosen who sits there: from a list, or one after the other."""

from engine.game.seats import Seat, parse_seat
from engine.text import Text
from tui.launch import next_seat
from tui.screens.on_top import Result
from tui.screens.panels.sitting import Sitting
from tui.screens.place import Place
from tui.widgets.rows import Rows


class Seats(Place[Result]):
    """Its rows have the ids of the teams. Who sits there now is known to the place alone."""

    def _named(self, team: str) -> Text:
        """Return what a team is called."""
        raise NotImplementedError

    def _seat_of(self, team: str) -> Seat:
        """Return who would sit at a team."""
        raise NotImplementedError

    def _sit(self, team: str, seat: Seat) -> None:
        """Let somebody sit at a team, and show it."""
        raise NotImplementedError

    def action_seat(self) -> None:
        """Choose from a list who is to sit at the marked team: a person, one of the bots, nobody."""
        team = self.query_one(Rows).marked
        if team is None:
            return

        def done(chosen: str | None) -> None:
            seat = parse_seat(chosen) if chosen else None
            if isinstance(seat, Seat):
                self._sit(team, seat)

        self.app.push_screen(Sitting(self.tongue, self._named(team), self._seat_of(team)), done)

    def action_seat_list(self) -> None:
        """The same, with the key that chooses elsewhere."""
        self.action_seat()

    def action_seat_back(self) -> None:
        """Let the one before sit there, of all who may."""
        self._turn(-1)

    def action_seat_right(self) -> None:
        """Let the next of them sit there, and round again."""
        self._turn(1)

    def action_seat_left(self) -> None:
        """Let the one before sit there."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        team = self.query_one(Rows).marked
        if team:
            self._sit(team, next_seat(self._seat_of(team), by))
