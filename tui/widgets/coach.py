"""A coach mark: a strip above the keys that speaks of a region, which is lit up, until it is put away."""

from textual.content import Content
from textual.css.query import NoMatches
from textual.widget import Widget

from engine.game.view import Hint
from engine.language.messages import Message
from tui.actions import action
from tui.widgets.keys import Keys, key_name
from tui.widgets.press import Press
from tui.widgets.region import numbered
from tui.widgets.tabs import Tabs
from tui.widgets.typeset import EMPTY, Fitted, listed, paragraph, stack
from tui.widgets.wording import Tongue

IN_ROOM = {"inbox": "#inbox", "stories": "#crowd", "standing": "#standing", "cards": "#shelf", "tray": "#tray"}
"""Region of the scenario format -> where it is on the screen."""
MEASURE = 100  # cells of a line that is read with ease
POINTED, COACHED = "-pointed", "-coached"


class Coach(Press):
    """It shows one hint and lights up what the hint speaks of; a click on it puts it away.

    It takes its room from the regions and covers none of them, since beginners are told to read what stands there.
    """

    def __init__(self, tongue: Tongue) -> None:
        super().__init__("understood", id="coach")
        self._tongue = tongue
        self._hint: Hint | None = None

    def point(self, hint: Hint | None, left: int) -> None:
        """Point at what this hint speaks of, the first of so many that are left; or at nothing."""
        self._hint = hint
        self.set_class(hint is not None, "-pointing")
        self.screen.set_class(hint is not None, COACHED)
        if hint is not None:
            self.update(Fitted(lambda width: self._strip(hint, left, width)))
        self.call_after_refresh(self.light_up)

    def light_up(self) -> None:
        """Light up what is spoken of: the region, its tab where it is behind others, or the key."""
        if not self.is_attached:  # it is asked to once the screen is drawn, which may be gone by then
            return
        target = self._target()
        for lit in self.screen.query(f".{POINTED}"):
            lit.set_class(lit is target, POINTED)
        if target is not None:
            target.add_class(POINTED)

    def _target(self) -> Widget | None:
        if self._hint is None:
            return None
        if self._hint.at == "seal":
            return self.screen.query_one(Keys).key_of("seal")
        try:
            region = self.screen.query_one(IN_ROOM[self._hint.at])
        except NoMatches:
            return None
        tabs = self.screen.query_one(Tabs)
        behind = (tab for tab in tabs.query(Press) if self._hint and tab.does == self._hint.at)
        return next(behind, None) if tabs.display and self._hint.at != "tray" else region

    def _strip(self, hint: Hint, left: int, width: int) -> Content:
        tongue, does, spoken = self._tongue, action("understood"), action(hint.at)
        sign = Content.styled("▾ " if hint.at == "seal" else "▴ ", "$accent")
        name = numbered(tongue, hint.at) if hint.at in IN_ROOM else tongue.line(spoken.name)
        more = tongue.line(Message.of("coach.left", n=left - 1), "$muted") if left > 1 else EMPTY
        key = Content.assemble((key_name(tongue, does.key), "bold $accent"), " ", tongue.line(does.name))
        head, end = Content.assemble(sign, name.stylize("bold")), listed([more, key])
        line = "─" * max(width - head.cell_length - end.cell_length - 2, 1)
        lines = paragraph(tongue.line(hint.text), min(width, MEASURE))
        return stack([Content.assemble(head, " ", (line, "$accent"), " ", end), *lines])
