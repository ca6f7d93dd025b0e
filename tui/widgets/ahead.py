"""What may come: for each turn left the range of the risk that a team loses control, and what an inject would do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from textual.containers import Vertical
from textual.message import Message as Event

from engine.game.console import Console, Entry
from engine.game.view import Words
from engine.language.messages import Message
from engine.tools.forecast import Outlook, widest
from tui.actions import action
from tui.widgets.futures import Ahead, in_full, in_short
from tui.widgets.papers import Paper
from tui.widgets.region import Region
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, paragraph, stack
from tui.widgets.wording import Tongue

Waiting = Literal["computing", "unsaved", "ended", "stopped"]
BLIND = {"unsaved", "ended", "stopped"}
"""Where there is nothing to see ahead: the column needs less room."""


class Fan(Region):
    """It shows nothing but what was computed for the exercise as it stands."""

    @dataclass
    class Asks(Event):
        """It must be computed what may come, and what an inject would do."""

        inject: str | None

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._teams: Mapping[str, Words] = {}
        self._stands: str | None = None
        self._inject: tuple[str, Words] | None = None
        self._team: str | None = None
        self._known: Outlook | Waiting = "computing"
        self.rows = Rows("peek", id="fan")
        super().__init__(tongue.line(action("ahead").name), self.rows, does="ahead", id="ahead")

    def follow(self, console: Console, digest: str, marked: Entry | None) -> None:
        """Look ahead from an exercise as it stands, its state named by a digest, with the marked inject if it may fire.

        What was computed for an exercise that stood otherwise is forgotten at once.
        """
        stands = stands_of(console, digest)
        teams = {desk.team: desk.name for desk in console.desks}
        may_fire = marked is not None and marked.state not in {"fired", "skipped"}
        inject = (marked.inject, marked.name) if marked and may_fire else None
        if (stands, inject) == (self._stands, self._inject):
            return
        if stands != self._stands or not isinstance(self._known, Outlook):
            self._known = "computing"
        self._stands, self._teams, self._inject = stands, teams, inject
        self._show()
        self.post_message(self.Asks(inject[0] if inject else None))

    def of_team(self, team: str | None) -> None:
        """Show a team's fan; None for that of the team in the greatest danger."""
        if team != self._team:
            self._team = team
            self._show()

    def learn(self, inject: str | None, known: Outlook | Waiting) -> None:
        """Take what was computed, if it is still what was asked for."""
        if inject == (self._inject[0] if self._inject else None):
            self._known = known
            self._show()

    def paper(self, tongue: Tongue) -> Paper:
        """Return all of it for a page of its own, in a language."""
        ahead = self._ahead()
        rows = [self._awaited(tongue)] if ahead is None else in_full(tongue, ahead)
        return tongue.line(action("ahead").name), lambda width: stack(row.lay(width) for row in rows)

    def _show(self) -> None:
        self.query_ancestor(Vertical).set_class(self._known in BLIND, "-blind")
        ahead = self._ahead()
        self.say(EMPTY if ahead is None else self._tongue.line(Message.of("fan.no_prediction"), "$muted"))
        self.rows.show([self._awaited(self._tongue)] if ahead is None else in_short(self._tongue, ahead))

    @property
    def wait(self) -> Message | None:
        """What is said while nothing is known."""
        return None if isinstance(self._known, Outlook) else Message.of(f"fan.{self._known}")

    def _awaited(self, tongue: Tongue) -> Row:
        words = tongue.line(self.wait, "$muted") if self.wait else EMPTY
        return Row("wait", lambda width: stack(paragraph(words, width)), stop=False)

    def _ahead(self) -> Ahead | None:
        """Return what was computed, of the team that was asked for, or else of the one in the greatest danger."""
        known = self._known
        if not isinstance(known, Outlook):
            return None
        fan = next((each for each in known.fans if each.team == self._team), None) or widest(known.fans)
        return Ahead(known, fan, self._teams[fan.team], self._inject)


def stands_of(console: Console, digest: str) -> str:
    """Return a name for all that a look ahead depends on: the state, who plays, what is laid, what was ruled."""
    laid = [[(each.card, each.target, each.voice) for each in desk.view.tray] for desk in console.desks]
    seats = [line.seat for line in console.public.table]
    return repr((digest, seats, laid, console.interventions, console.pace, console.next_pace))
