"""Steers the exercise: does at the chair what a key of the console asks for, with what is marked there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.game.console import Entry
from engine.game.load import SaveError
from engine.language.messages import Message
from engine.text import Text
from tui.actions import action
from tui.facilitator.chair import Chair, Reply
from tui.facilitator.closing import close, doubt_of_closing
from tui.quiet import Quiet
from tui.screens.directed import Closed, Directed, Elsewhere, Failed, Return
from tui.screens.panels.confirm import Confirm
from tui.screens.panels.drafting import Drafting
from tui.screens.panels.seating import Passing, Seating
from tui.screens.place import Place
from tui.widgets.papers import said_paper
from tui.widgets.wording import Tongue

FRAGMENT = "injects:\n  my_inject:\n    name: \n    text: \n"


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked at the console, and the region in which the keyboard is."""

    region: str
    inject: Entry | None
    team: str | None


def lacking(name: str, what: str, place: str) -> Message:
    """Say at a place that the action with this id waits for an inject or a team to be marked, and how that is done."""
    door, compose = (Text.of(action(each).key) for each in ({"inject": "msel", "team": "desks"}[what], "compose"))
    if what == "team":
        return Message.of("console.no_team", action=action(name).name, door=door)
    if place not in action("compose").where:
        return Message.of("console.no_inject_over", action=action(name).name, door=door)
    return Message.of("console.no_inject", action=action(name).name, door=door, compose=compose)


class Steering:
    """Whatever it does, what the console shows then is what the chair knows: `show` is called, and it is told."""

    def __init__(
        self,
        screen: Place[Any],
        chair: Chair,
        marked: Callable[[], Marked],
        show: Callable[[], None],
        quiet: Callable[[], Quiet],
    ) -> None:
        self._screen, self._chair, self._marked, self._show, self._quiet = screen, chair, marked, show, quiet
        self._known = chair.console
        self._drafting = Drafting(screen, chair, self.do)

    def do(self, act: Callable[[], Reply], done: Message | None = None) -> Reply:
        """Do something, show what came of it and say so: what was told, or else `done`."""
        try:
            reply = act()
        except SaveError as error:
            self._screen.post_message(Directed(self._screen, Failed(error)))
            return Reply(error.message)
        before, self._known = self._known.public, self._chair.console
        if reply.table:
            self._screen.post_message(Directed(self._screen, Elsewhere(reply.table, reply.told)))
        elif reply.wrong:
            self._screen.tell(None if reply.doubt else reply.wrong)  # what is doubted is asked on top of this
        else:
            self._show()
            self._screen.tell(reply.told or done, grave=False)
            now = self._known.public
            if (now.turn, now.ended) > (before.turn, before.ended):
                self._screen.post_message(Directed(self._screen, Closed(reply.told)))
            elif before.ended and not now.ended:  # turns were taken back, and it goes on
                self._screen.post_message(Directed(self._screen, Return(reply.told or done)))
        return reply

    def inject(self, name: str, does: Callable[[str], Reply]) -> None:
        """Do something, the action with this id, with the marked inject."""
        marked = self._marked().inject
        if marked:
            self.do(lambda: does(marked.inject))
        else:
            self.lacks(name)

    def lacks(self, name: str, what: str = "inject") -> None:
        """Say which action waits for an inject to be marked, or for a team, and how that is done."""
        self._screen.tell(lacking(name, what, self._screen.place))

    def fire(self, tongue: Tongue) -> None:
        """Let the marked inject fire now, if that is meant; what may not fire is refused without a question."""
        marked = self._marked().inject
        if marked is None or marked.state == "fired" or not self._known.public.turn:
            self.inject("fire", self._chair.fire)
            return
        about = Message.of("console.fire_about", inject=marked.name)
        self._ask(tongue, Message.of("action.fire"), about, lambda: self._chair.fire(marked.inject))

    def retract(self, tongue: Tongue) -> None:
        """Take back the last intervention of this turn, if that is meant."""
        undone = self._known.undone
        if undone is None:
            self.do(self._chair.retract)
            return
        about = Message.of("console.retract_about", what=undone)
        self._ask(tongue, Message.of("action.retract"), about, self._chair.retract)

    def skip(self, tongue: Tongue) -> None:
        """Leave the marked inject out, if that is meant."""
        marked = self._marked().inject
        if marked is None or marked.state in {"fired", "skipped"}:
            self.inject("skip_inject", self._chair.skip)
            return

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if yes:
                self.do(lambda: self._chair.skip(marked.inject))

        title, about = Message.of("action.skip_inject"), Message.of("console.skip_sure", inject=marked.name)
        self._screen.app.push_screen(Confirm(tongue, lambda spoken: said_paper(spoken, title, about)), answered)

    def team(self, name: str, does: Callable[[str], Reply]) -> None:
        """Do something, the action with this id, with the marked team."""
        team = self._marked().team
        if team:
            self.do(lambda: does(team))
        else:
            self.lacks(name, "team")

    def sit(self, tongue: Tongue) -> None:
        """Choose who sits at a team from now on, the marked one first."""

        def chosen(passed: tuple[Passing, ...] | None) -> None:
            if passed:
                self.do(lambda: self._chair.sit(*((line.team, seat) for line, seat in passed)))

        self._screen.app.push_screen(Seating(tongue, self._known.public.table, self._marked().team), chosen)

    # What is written.

    def rewrite(self, tongue: Tongue) -> None:
        """Put the marked inject into other words."""
        marked = self._to_rewrite("edit")
        if marked:
            self._drafting.form(tongue, "edit", **self._chair.worded(marked.inject, tongue.lang))

    def rewrite_all(self, tongue: Tongue) -> None:
        """Rewrite all of the marked inject as YAML."""
        marked = self._to_rewrite("edit_all")
        if marked:
            self._drafting.page(tongue, marked.inject, marked.name, self._chair.written(marked.inject))

    def _to_rewrite(self, name: str) -> Entry | None:
        """Return the marked inject; say so where there is none, or where it has fired."""
        marked = self._marked().inject
        if marked is None:
            self.lacks(name)
        elif marked.state == "fired":
            self._screen.tell(Message.of("refused.fired"))
            return None
        return marked

    def write(self, tongue: Tongue) -> None:
        """Write any fragment."""
        self._drafting.page(tongue, "", Message.of("action.rule"), FRAGMENT)

    def form(self, tongue: Tongue, name: str, **start: str) -> None:
        """Fill in a form; with something to start from, what was begun before is dropped."""
        if start:
            self._drafting.drop(name)
        self._drafting.form(tongue, name, **start)

    def argue(self, tongue: Tongue) -> None:
        """Rule on an order that the marked team argued for."""
        self._drafting.form(tongue, "argue", team=self._team_name(tongue))

    def note(self, tongue: Tongue) -> None:
        """Write something down, about the team at which the keyboard is; some inject is marked in any case."""
        at = self._marked()
        self._drafting.form(tongue, "note", team=self._team_name(tongue) if at.region == "desks" else "", inject="")

    def _team_name(self, tongue: Tongue) -> str:
        team = self._marked().team
        name = next((desk.name for desk in self._known.desks if desk.team == team), None)
        return tongue.plain(name) if name else ""

    # Time.

    def resolve(self, tongue: Tongue) -> None:
        """Close the turn; for teams that have not sealed, with what lies on their trays, if that is meant."""
        about = doubt_of_closing(self._chair)
        if about is None:
            self.do(lambda: close(self._chair))
            return
        self._ask(tongue, Message.of("action.resolve"), about, lambda: close(self._chair))

    def pace(self, tongue: Tongue) -> None:
        """Change the pace, if what comes of that is meant; where it cannot be changed, say so without a question."""
        about = self._chair.change_of_pace
        if about is None:
            self.do(self._chair.pace)
        else:
            self._ask(tongue, Message.of("action.set_pace"), about, self._chair.pace)

    def _ask(self, tongue: Tongue, title: Message, about: Message, act: Callable[[], Reply]) -> None:
        """Do it, if that is meant."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
            if yes:
                self.do(act)

        asked = Confirm(tongue, lambda spoken: said_paper(spoken, title, about), self._quiet())
        self._screen.app.push_screen(asked, answered)
