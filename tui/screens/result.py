"""The final score: who won and why, with every objective revealed."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from engine.game.ending import Result
from engine.game.view import View
from engine.language.messages import Message
from tui.review import decided
from tui.screens.concepts import Concepts
from tui.screens.finds import Found
from tui.screens.panels.numbered import Numbers
from tui.screens.panels.reading import Reading, show_paper
from tui.screens.place import Place
from tui.screens.seeking import found_concepts, found_numbers
from tui.widgets.banner import Banner
from tui.widgets.papers import Written, concepts_paper
from tui.widgets.played_papers import past_paper
from tui.widgets.press import Pieces
from tui.widgets.region import Region
from tui.widgets.score_papers import number_paper, number_rows
from tui.widgets.scores import (
    all_revealed,
    debrief,
    deeds,
    judgement,
    sides,
    summary_line,
    teams,
    too_late,
    written,
)
from tui.widgets.typeset import Fitted, Lay
from tui.widgets.wording import Tongue


class ResultScreen(Place[None]):
    """It is handed the result with the view that goes with it, and where the facilitator's notes are."""

    place = "result"

    @dataclass
    class Again(Place.Asked):
        """Somebody wants to start anew."""

    def __init__(
        self, tongue: Tongue, view: View, result: Result, concepts: Concepts, noted: Message | None = None
    ) -> None:
        super().__init__(tongue)
        self._view, self._result, self._concepts = view, result, concepts
        self._noted = noted

    def compose(self) -> ComposeResult:
        """Sides, teams, judgement, orders, objectives, forecasts, what came too late."""
        tongue, result = self.tongue, self._result
        own = {line.team for line in self._view.table if line.human}
        ended = tongue.line(Message.of("screen.result.ended", n=self._view.turns), "$muted")
        yield Banner(tongue, self._view.title, None, ended)
        with VerticalScroll(id="scores"):
            yield self._part("sides", Message.of("screen.result.sides"), lambda width: sides(tongue, result, width))
            yield self._part(
                "teams", Message.of("screen.result.teams"), lambda width: teams(tongue, result.teams, own, width)
            )
            yield self._part(
                "luck", Message.of("screen.result.judgement"), lambda width: judgement(tongue, result.teams, width)
            )
            yield self._part("deeds", Message.of("result.deeds"), lambda width: deeds(tongue, decided(result), width))
            yield self._part(
                "aims", Message.of("screen.result.objectives"), lambda width: all_revealed(tongue, result.teams, width)
            )
            yield self._part(
                "written", Message.of("result.written"), lambda width: written(tongue, result.teams, width)
            )
            yield self._part(
                "lost", Message.of("screen.result.lost"), lambda width: too_late(tongue, result.lost, width)
            )
            if result.discussion or result.notes or result.advice:
                yield self._part("debrief", Message.of("result.debrief"), lambda width: debrief(tongue, result, width))
        yield from self.foot()

    def fill(self) -> None:
        """Let the arrows scroll, and say where the facilitator's notes are."""
        self.query_one("#scores").focus()
        self.tell(self._noted, grave=False)

    def _part(self, name: str, title: Message, lay: Lay) -> Region:
        return Region(self.tongue.line(title), Pieces(Fitted(lay)), id=name)

    def marked_words(self) -> Content:
        """Return the result in a line."""
        return summary_line(self.tongue, self._view.title, self._result)

    def action_worth(self) -> None:
        """Go to the orders and what each of them was worth."""
        self.query_one("#deeds").scroll_visible(top=True, animate=False)

    def action_objectives(self) -> None:
        """Go to what everybody wanted."""
        self.query_one("#aims").scroll_visible(top=True, animate=False)

    def action_why(self, number: str = "") -> None:
        """Explain a number of this page: the one that is clicked, else one that is chosen."""
        view, result = self._view, self._result

        def explain(key: str | None) -> None:
            if key:
                self._read(number_paper(view, result, key))

        if number:
            explain(number)
        else:
            self.app.push_screen(Numbers(self.tongue, lambda tongue: number_rows(tongue, view, result)), explain)

    def finds(self) -> Iterable[Found]:
        """Let be found why each number moved, and the concepts that this screen was handed."""
        yield from found_numbers(self._view, self._read)
        yield from found_concepts(self._concepts, self._read)

    def action_curves(self) -> None:
        """Plot all numbers over the turns."""
        from tui.screens.panels.plots import Plots  # noqa: PLC0415 - it takes long to load, and is seldom wanted

        self.app.push_screen(Plots(self.tongue, self._view))

    def action_past(self) -> None:
        """Read all bulletins and front pages again."""
        view = self._view
        self._read(lambda tongue: past_paper(tongue, view))

    def action_concept(self) -> None:
        """Explain the concepts that the exercise teaches."""
        if not self._concepts:  # nothing was taught here, or nobody was there to see it
            self.action_glossary()
            return
        concepts = self._concepts
        self._read(lambda tongue: concepts_paper(tongue, concepts, tuple(concepts)))

    def _read(self, written: Written) -> None:
        show_paper(self.app, Reading(self.tongue, written))

    def action_again(self) -> None:
        """Go back to the start."""
        self.post_message(self.Again())
