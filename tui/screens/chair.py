"""The facilitator's chair as a screen, before ENDEX and after: the MSEL, every team, notes, and taking turns back."""

from collections.abc import Callable, Iterable

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from engine.language.messages import Message
from tui.facilitator.chair import Chair
from tui.quiet import Quiet
from tui.screens.breadth import spread
from tui.screens.console_finds import found_in
from tui.screens.directed import Directed, Leave, Peek
from tui.screens.finds import Found
from tui.screens.panels.reading import Reading, show_paper
from tui.screens.place import Place
from tui.screens.steering import Marked, Steering
from tui.timing import RoundClock
from tui.widgets.ahead import Fan
from tui.widgets.banner import Banner, clock
from tui.widgets.desks import Desks
from tui.widgets.msel import Msel
from tui.widgets.overview import TABS, Overview
from tui.widgets.papers import inject_paper
from tui.widgets.press import do
from tui.widgets.status import Status
from tui.widgets.wording import Tongue
from tui.words import turn_of

SECOND = 1.0


class ChairScreen(Place[None]):
    """It is handed the chair, which knows everything; only whoever may know everything may see it."""

    _regions = TABS

    def __init__(
        self, tongue: Tongue, chair: Chair, timer: RoundClock, quiet: Callable[[], Quiet], told: Message | None = None
    ) -> None:
        super().__init__(tongue)
        self._chair, self._timer, self._told = chair, timer, told
        self._known = chair.console
        self._open = "msel"
        self._steer = Steering(self, chair, self._marked, self._show, quiet)

    def compose(self) -> ComposeResult:
        """Head, status, regions, foot."""
        tongue, view = self.tongue, self._known.public
        yield Banner(tongue, view.title, Message.of("console.title"), *clock(tongue, turn_of(view), view.moment))
        yield Status(tongue, self._timer)
        yield Overview(tongue, self._open, self._regions)
        yield from self.foot()

    def fill(self) -> None:
        """Show everything, and open what was open."""
        spread(self.size, self, self._overview)
        self._fill()
        self._overview.turn_to(self._open)
        self.tell(self._told, grave=False)

    async def speak(self, tongue: Tongue) -> None:
        """Say it in another language, without losing the place."""
        self._open = self._overview.front
        await super().speak(tongue)

    @property
    def _overview(self) -> Overview:
        return self.query_one(Overview)

    def on_mount(self) -> None:
        """Let the clock be seen running."""
        self.set_interval(SECOND, self._tick)

    def on_resize(self, event: events.Resize) -> None:
        """Side by side where there is room, tabs where there is not."""
        spread(event.size, self, *self.query(Overview))

    def _tick(self) -> None:
        if self._timer.running and self.query(Status):
            self.query_one(Status).show(self._known)

    def _fill(self) -> None:
        console = self._known
        self.query_one(Banner).move(*clock(self.tongue, turn_of(console.public), console.public.moment))
        self._timer.follow(self._chair.table.view(None).clock)  # which may have gone on since
        self.query_one(Status).show(console)
        self._overview.show(console)

    def _show(self) -> None:
        """Show what the chair knows now."""
        self._known = self._chair.console
        self._fill()

    def _marked(self) -> Marked:
        return Marked(self._overview.at, self.query_one(Msel).marked, self.query_one(Desks).marked)

    def marked_words(self) -> Content:
        """Return what is marked."""
        return self._overview.marked_words()

    def finds(self) -> Iterable[Found]:
        """Let injects, teams and meters be found, and what can be done with them."""
        return found_in(self._known, self._find)

    async def _find(self, name: str, wanted: str) -> None:
        """Mark what was found, and do the action with it."""
        if name == "adjust":
            dial = next(each for each in self._known.dials if each.meter == wanted)
            self._steer.form(self.tongue, "adjust", meter=self.tongue.plain(dial.name))
            return
        region = "desks" if name in {"desks", "sit"} else "msel"
        self._overview.turn_to(region)
        self._overview.rows_of(region).mark(wanted)
        if name != region:
            await do(self, name)

    # Look.

    def action_msel(self) -> None:
        """The injects."""
        self._overview.turn_to("msel")

    def action_desks(self) -> None:
        """The teams."""
        self._overview.turn_to("desks")

    def action_log(self) -> None:
        """Notes and interventions."""
        self._overview.turn_to("log")

    def action_peek(self) -> None:
        """Read all of the marked inject, of what may come or was noted, or everything that a team sees."""
        at = self._marked()
        inject = at.inject
        if at.region == "desks" and at.team:
            self.post_message(Directed(self, Peek(at.team)))
        elif at.region == "msel" and inject:
            show_paper(self.app, Reading(self.tongue, lambda tongue: inject_paper(tongue, inject)))
        elif at.region in {"ahead", "log"}:
            self._open_paper(at.region)
        else:
            self._steer.lacks("peek", "team" if at.region == "desks" else "inject")

    def _open_paper(self, region: str) -> None:
        """Read all of a narrow region; what is still being computed is awaited there."""
        wait = self.query_one(Fan).wait if region == "ahead" else None
        if wait is not None:
            self.tell(wait, grave=False)
        else:
            show_paper(self.app, Reading(self.tongue, self._overview.paper_of(region)))

    def action_leave_chair(self) -> None:
        """Leave the console."""
        self.post_message(Directed(self, Leave()))

    # Write down, and take back.

    def action_note(self) -> None:
        """Write something down."""
        self._steer.note(self.tongue)

    def action_set_pin(self) -> None:
        """Lock the console, or unlock it."""
        self._steer.form(self.tongue, "set_pin")

    def action_rewind(self) -> None:
        """Take turns back."""
        self._steer.form(self.tongue, "rewind")

    def action_branch(self) -> None:
        """Go on in another save, from an earlier turn."""
        self._steer.form(self.tongue, "branch")
