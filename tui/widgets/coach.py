"""A coach mark: a short box that points at a region of the room until it is put away."""

from textual.content import Content
from textual.css.query import NoMatches
from textual.geometry import Offset, Region
from textual.widget import Widget

from engine.game.view import Hint
from engine.language.messages import Message
from tui.actions import action
from tui.widgets.keys import Keys
from tui.widgets.press import Press
from tui.widgets.tabs import Tabs
from tui.widgets.typeset import EMPTY, apart, paragraph, stack
from tui.widgets.wording import Tongue

WIDE, EDGE = 46, 4
"""Cells of the box, and of those its edge and padding."""
IN_ROOM = {"inbox": "#inbox", "stories": "#crowd", "standing": "#standing", "cards": "#shelf", "tray": "#tray"}
"""Region of the scenario format -> where it is on the screen."""


class Coach(Press):
    """It shows one hint, beside what the hint speaks of; a click on it puts it away."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__("understood", id="coach")
        self._tongue = tongue
        self._hint: Hint | None = None
        self._left = 0

    def point(self, hint: Hint | None, left: int) -> None:
        """Point at what this hint speaks of, the first of so many that are left; or at nothing."""
        self._hint, self._left = hint, left
        self.set_class(hint is not None, "-pointing")
        self.call_after_refresh(self.place)

    def place(self) -> None:
        """Stand beside what is pointed at: to the right of it, to the left, below, above, or in its lower corner."""
        target = self._target() if self.is_attached else None  # it is asked to once the screen is drawn, or gone
        if self._hint is None or target is None:
            return
        width = min(WIDE, self.screen.size.width)
        words = stack(self._lines("▸", width - EDGE))
        height = len(words.plain.split("\n")) + 2
        arrow, at = _beside(target.region, width, height, self.screen.size.region)
        self.styles.width, self.styles.offset = width, (at.x, at.y)
        self.update(stack(self._lines(arrow, width - EDGE)))

    def _target(self) -> Widget | None:
        """What is pointed at: the region, its tab where it is behind others, or the key."""
        if self._hint is None:
            return None
        if self._hint.at == "seal":
            return self.screen.query_one(Keys).key_of("seal")
        try:
            region = self.screen.query_one(IN_ROOM[self._hint.at])
        except NoMatches:
            return None
        tabs = self.screen.query_one(Tabs).query(Press)
        return region if region.display else next((tab for tab in tabs if tab.does == self._hint.at), None)

    def _lines(self, arrow: str, width: int) -> list[Content]:
        if self._hint is None:
            return [EMPTY]
        tongue, does = self._tongue, action("understood")
        name = tongue.line(action(self._hint.at).name, "bold $accent")
        head = Content.assemble((arrow, "bold $accent"), " ", name)
        left = tongue.line(Message.of("coach.left", n=self._left - 1), "$muted") if self._left > 1 else EMPTY
        key = Content.assemble((does.key, "bold $accent"), " ", tongue.line(does.name, "$muted"))
        return [head, *paragraph(tongue.line(self._hint.text), width), apart(width, key, left)]


def _beside(target: Region, width: int, height: int, screen: Region) -> tuple[str, Offset]:
    """Return where there is room for the box, and the arrow that points from there."""
    top = max(min(target.y + 1, screen.height - height - 1), 0)
    places = (
        ("◂", Offset(target.right, top)),
        ("▸", Offset(target.x - width, top)),
        ("▴", Offset(min(target.x, screen.width - width), target.bottom)),
        ("▾", Offset(min(target.x, screen.width - width), target.y - height)),
    )
    for arrow, at in places:
        if screen.contains_region(Region(at.x, at.y, width, height + 1)):
            return arrow, at
    return "▴", Offset(max(target.right - width - 1, 0), max(target.bottom - height, 0))
