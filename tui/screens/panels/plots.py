"""A panel of plots: every meter that may be known, over the turns."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from engine.game.view import Course
from engine.language.messages import Message
from tui.screens.place import Panel
from tui.widgets.keys import ARROWS
from tui.widgets.names import ours
from tui.widgets.plot import Plot
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import Fitted, Lay, apart, paragraph, stack
from tui.widgets.wording import Said, Tongue
from tui.words import point_of

OPINION = "meter.opinion"
"""Whose opinion it is, is said with it: there is one of each side."""


class Plots(Panel[None]):
    """A list of the courses, and beside it the one that is marked."""

    place = "plots"

    def __init__(self, tongue: Tongue, courses: Sequence[Course], marked: str | None = None) -> None:
        super().__init__(tongue)
        self._courses = {course.meter: course for course in courses}
        self._opinions = {
            course.meter for course in courses if isinstance(course.name, Message) and course.name.code == OPINION
        }
        self._marked = marked

    def compose(self) -> ComposeResult:
        """Title, list beside plot, keys."""
        with Vertical(classes="paper plots"):
            yield Said(self.tongue.line(Message.of("screen.plots.title"), "bold $accent"), classes="paper-title")
            with Horizontal():
                yield Rows("copy", id="courses")
                with Vertical(id="plotted"):
                    yield Said(id="plot-name")
                    yield Plot()
                    yield Said(id="plot-note")
            yield from self.foot([(ARROWS, Message.of("screen.hint.move"))])

    def fill(self) -> None:
        """Put the courses in."""
        rows = self.query_one(Rows)
        rows.show([Row(meter, self._set(course)) for meter, course in self._courses.items()])
        rows.mark(self._marked or "")
        rows.focus()

    def _fit(self) -> None:
        """Leave the size to the style sheet: what is plotted takes what there is."""

    def on_option_list_option_highlighted(self) -> None:
        """Draw what is marked now."""
        marked = self.query_one(Rows).marked
        course = self._courses.get(marked or "")
        self._marked = marked
        self.query_one(Plot).show(course)
        if course:
            tongue = self.tongue
            self.query_one("#plot-name", Said).update(tongue.line(course.name, "bold"))
            self.query_one("#plot-note", Said).update(Fitted(lambda width: note(tongue, course, width)))

    def marked_words(self) -> Content:
        """Return the marked course, number by number."""
        course = self._courses.get(self.query_one(Rows).marked or "")
        return self.tongue.line(_points(course)) if course else Content("")

    def _set(self, course: Course) -> Lay:
        value = self.tongue.line(point_of(course.points[-1]), "$muted")
        name = self.tongue.line(course.name if course.meter in self._opinions else ours(course.name))

        def lay(width: int) -> Content:
            first, *rest = paragraph(name, width - value.cell_length - 2)
            return stack([apart(width, first, value), *(Content.assemble("  ", line) for line in rest)])

        return lay


def note(tongue: Tongue, course: Course, width: int) -> Content:
    """Return the numbers themselves, and what the bars mean."""
    lines = paragraph(tongue.line(_points(course)), width, most=2)
    if any(point.error is not None for point in course.points):
        lines += paragraph(tongue.line(Message.of("screen.plots.error"), "$muted"), width, most=2)
    return stack(lines)


def _points(course: Course) -> Message:
    """Say what a meter stood at, turn by turn."""
    points = (Message.of("plots.at", turn=each.turn, value=point_of(each)) for each in course.points)
    return Message.of("plots.points", points=tuple(points))
