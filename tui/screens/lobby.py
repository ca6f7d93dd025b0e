"""The lobby: who sits where, at what pace, with which dice."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message as Event

from engine.game.load import SaveError
from engine.game.seats import EMPTY as NOBODY
from engine.game.seats import Seat
from engine.language.messages import Message
from engine.text import Text
from tui.launch import Setup, minutes_of, open_table, seed_of
from tui.screens.panels.asking import Asking
from tui.screens.panels.reading import Reading, show_paper
from tui.screens.place import Place
from tui.screens.seats import Seats
from tui.settings import SECONDS
from tui.widgets import papers
from tui.widgets.lobby import about, how
from tui.widgets.press import Pieces
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import DOT, Cell, Fitted, Lay, columns, cut, listed, paragraph, stack
from tui.widgets.wording import Said, Tongue
from tui.words import like_of, sits_of

if TYPE_CHECKING:  # the library is shown before the engine is loaded
    from engine.game.table import Table
    from engine.scenario.cast import Team

SIDE, SEAT = 22, 20
"""Cells of a team's side, and of who sits there."""


class LobbyScreen(Seats[None]):
    """One row a seat. What was decided goes up with `Begun`."""

    place = "lobby"

    @dataclass
    class Begun(Event):
        """The exercise has begun, at this table."""

        table: "Table"
        screen: str

    @dataclass
    class Back(Place.Asked):
        """Back to the start, to the exercise with this id."""

        scenario: str

    def __init__(self, tongue: Tongue, setup: Setup) -> None:
        super().__init__(tongue)
        self._setup = setup
        self._begun = False

    def compose(self) -> ComposeResult:
        """Title, note, seats, how it is played, foot."""
        tongue, scenario = self.tongue, self._setup.scenario
        with VerticalScroll(id="sheet", can_focus=False) as sheet:
            for key in ("left", "right"):  # nothing here is wider than the screen
                sheet._bindings.key_to_bindings.pop(key, None)  # noqa: SLF001 - as for every list of rows
            yield Said(tongue.line(scenario.title, "bold $accent"))
            yield Said(id="motto")
            yield Said(tongue.line(Message.of("screen.lobby.seats"), "bold $foreground"), classes="space")
            yield Rows("seat", id="seats")
            yield Said(id="about")
            yield Pieces(id="how")
        yield from self.foot()

    def fill(self) -> None:
        """Put the seats in."""
        self._fill()
        self.query_one(Rows).focus()

    def _fill(self) -> None:
        setup, tongue = self._setup, self.tongue
        seats = self.query_one(Rows)
        seats.show([Row(team, self._seat(team, each)) for team, each in setup.scenario.teams.items()])
        seats.styles.height = len(setup.scenario.teams)
        self.on_option_list_option_highlighted()
        self.query_one("#how", Said).update(Fitted(lambda width: how(tongue, setup, width)))
        self.on_resize()

    def on_resize(self) -> None:
        """Say of the exercise what fits above the seats and all that can be set: these are always seen."""
        tongue, scenario, high = self.tongue, self._setup.scenario, self.app.size.height
        said = Fitted(lambda width: about(tongue, scenario, width, high))
        for motto in self.query("#motto").results(Said):
            motto.update(said)

    def on_option_list_option_highlighted(self) -> None:
        """Say what the one who sits there is like."""
        team = self.query_one(Rows).marked
        if team:
            like = self.tongue.line(like_of(str(self._setup.seats[team])), "$muted")
            self.query_one("#about", Said).update(Fitted(lambda width: stack(paragraph(like, width, most=1))))

    def _seat(self, team: str, facts: "Team") -> Lay:
        setup, tongue = self._setup, self.tongue
        side = setup.scenario.sides[facts.side].name
        sits = setup.seats[team]
        words = tongue.line(sits_of(str(sits)), "bold $accent" if sits.human else "$muted" if sits == NOBODY else "")
        people = setup.people_at(team)
        sided, named = tongue.line(side, "$muted"), tongue.line(facts.name, "bold")

        def lay(width: int) -> Content:
            name = named
            if people:  # who plays stands there whole, as far as half of the room is enough
                room, who = max(width - SIDE - SEAT - 4, 1), tongue.line(people, "$accent")
                name = listed([cut(named, max(room - min(who.cell_length, room // 2) - DOT.cell_length, 1)), who])
            return columns(width, [Cell(name), Cell(sided, SIDE), Cell(words, SEAT)])

        return lay

    def marked_words(self) -> Content:
        """Return the marked seat."""
        return self.query_one(Rows).read()

    def _named(self, team: str) -> Text:
        return self._setup.scenario.teams[team].name

    def _seat_of(self, team: str) -> Seat:
        return self._setup.seats[team]

    def _sit(self, team: str, seat: Seat) -> None:
        self._setup = self._setup.seated(team, seat)
        self._fill()

    def action_pace(self) -> None:
        """Switch between the full pace and the short one, where the scenario has one."""
        if not self._setup.scenario.clock.short:
            self.tell(Message.of("screen.lobby.no_short"))
            return
        self._setup = self._setup.paced()
        self._fill()

    def action_seed(self) -> None:
        """Write a seed; nothing written draws a new one."""

        def done(seed: int) -> None:
            self._setup = replace(self._setup, seed=seed)
            self._fill()

        self._ask(Message.of("screen.lobby.ask_seed"), seed_of, done)

    def action_minutes(self) -> None:
        """Write how many minutes each round has; nothing written is no clock."""

        def done(minutes: int) -> None:
            self._setup = replace(self._setup, minutes=minutes)
            self._fill()

        self._ask(Message.of("lobby.ask_minutes"), minutes_of, done)

    def _ask(self, question: Message, read: Callable[[str], int | Message], done: Callable[[int], None]) -> None:
        """Ask for a number; whatever is none stays to be put right, and is not read as another one."""

        def wrong(typed: str) -> Message | None:
            found = read(typed)
            return found if isinstance(found, Message) else None

        def answered(typed: str | None) -> None:
            found = read(typed) if typed is not None else None
            if isinstance(found, int):
                done(found)

        self.app.push_screen(Asking(self.tongue, question, wrong=wrong), answered)

    def action_name(self) -> None:
        """Write what the people at the marked team are called, who sit there then; nothing written takes it away."""
        team = self.query_one(Rows).marked
        if team is None:
            return

        def done(typed: str | None) -> None:
            if typed is not None:
                self._setup = self._setup.named(team, typed)
                self._fill()

        question = Message.of("lobby.ask_name", team=self._setup.scenario.teams[team].name)
        before = self._setup.names.get(team)
        self.app.push_screen(Asking(self.tongue, question, start=str(before or "")), done)

    def action_screen(self) -> None:
        """Say what a second screen shows: there is none, the same as this one, or the board."""
        after = SECONDS[(SECONDS.index(self._setup.screen) + 1) % len(SECONDS)]
        self._setup = replace(self._setup, screen=after)
        self._fill()

    def action_begin(self) -> None:
        """Begin, or say why not; once, since a second key may come before the table is sat down at."""
        if self._begun:
            return
        try:
            table = open_table(self._setup)
        except SaveError as error:
            self.tell(error.message)
            return
        if isinstance(table, Message):
            self.tell(table)
        else:
            self._begun = True
            self.post_message(self.Begun(table, self._setup.screen))

    def action_learn(self) -> None:
        """Read what can be learnt here, and which seats to merge or leave out."""
        scenario = self._setup.scenario
        show_paper(self.app, Reading(self.tongue, lambda tongue: papers.learning_paper(tongue, scenario)))

    def action_back(self) -> None:
        """Choose another exercise."""
        self.post_message(self.Back(self._setup.scenario.id))
