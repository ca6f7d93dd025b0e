"""The end of an exercise: who won and why, with every objective revealed; where a facilitator leads, scores last."""

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
from tui.widgets.keys import Keys
from tui.widgets.papers import Written, concepts_paper
from tui.widgets.played_papers import past_paper
from tui.widgets.press import Pieces
from tui.widgets.region import Region
from tui.widgets.score_papers import number_paper, number_rows
from tui.widgets.scores import (
    all_revealed,
    debrief,
    deeds,
    first_talk,
    judgement,
    sides,
    summary_line,
    teams,
    too_late,
    written,
)
from tui.widgets.typeset import Fitted, Lay
from tui.widgets.wording import Tongue

SCORES = ("sides", "teams", "luck")
USUAL = (*SCORES, "deeds", "aims", "written", "lost")
LED = ("first", "aims", "deeds", "written", "lost", *SCORES)
"""The order in which the end is told; with a facilitator, all talk about what they lived through before any score."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """Whether a facilitator leads what comes after ENDEX, and where the facilitator's notes are, if there are any."""

    led: bool = False
    noted: Message | None = None


UNLED = Debrief()


class ResultScreen(Place[None]):
    """It is handed the result with the view that goes with it, and how it is talked about."""

    place = "result"

    @dataclass
    class Again(Place.Asked):
        """Somebody wants to start anew."""

    def __init__(
        self, tongue: Tongue, view: View, result: Result, concepts: Concepts, debrief: Debrief = UNLED
    ) -> None:
        super().__init__(tongue)
        self._view, self._result, self._concepts, self._debrief = view, result, concepts, debrief

    def compose(self) -> ComposeResult:
        """All that can be told of the end, in the order in which it is talked about."""
        tongue, result = self.tongue, self._result
        ended = tongue.line(Message.of("screen.result.ended", n=self._view.turns), "$muted")
        yield Banner(tongue, self._view.title, None, ended)
        with VerticalScroll(id="scores"):
            parts = self._parts()
            for name in LED if self._debrief.led else USUAL:
                title, lay = parts[name]
                yield Region(tongue.line(title), Pieces(Fitted(lay)), id=name)
            if result.discussion or result.notes or result.advice:
                asked = Pieces(Fitted(lambda width: debrief(tongue, result, width)))
                yield Region(tongue.line(Message.of("result.debrief")), asked, id="debrief")
        yield from self.foot()

    def _parts(self) -> dict[str, tuple[Message, Lay]]:
        tongue, result = self.tongue, self._result
        own = {line.team for line in self._view.table if line.human}
        return {
            "first": (Message.of("result.hot_wash"), lambda width: first_talk(tongue, width)),
            "sides": (Message.of("screen.result.sides"), lambda width: sides(tongue, result, width)),
            "teams": (Message.of("screen.result.teams"), lambda width: teams(tongue, result.teams, own, width)),
            "luck": (Message.of("screen.result.judgement"), lambda width: judgement(tongue, result.teams, width)),
            "deeds": (Message.of("result.deeds"), lambda width: deeds(tongue, decided(result), width)),
            "aims": (Message.of("screen.result.objectives"), lambda width: all_revealed(tongue, result.teams, width)),
            "written": (Message.of("result.written"), lambda width: written(tongue, result.teams, width)),
            "lost": (Message.of("screen.result.lost"), lambda width: too_late(tongue, result.lost, width)),
        }

    def fill(self) -> None:
        """Let the arrows scroll, and say where the facilitator's notes are, and a key for what does not stand first."""
        self.query_one("#scores").focus()
        self.query_one(Keys).say("scores", Message.of("action.scores") if self._debrief.led else None)
        self.tell(self._debrief.noted, grave=False)

    def marked_words(self) -> Content:
        """Return the result in a line."""
        return summary_line(self.tongue, self._view.title, self._result)

    def action_scores(self) -> None:
        """Go to the scores."""
        self.query_one("#sides").scroll_visible(top=True, animate=False)

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
