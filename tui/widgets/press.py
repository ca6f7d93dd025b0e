"""What the mouse can press: it does one of the registry's actions, as the action's key would."""

from textual.content import Content
from textual.events import Click
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from tui.actions import action
from tui.widgets.wording import Said

DOES, GIVEN = "does", "given"
"""What a piece of content remembers: the id of an action, and what that is done with."""


class Pieces(Said):
    """Words of which some pieces can be pressed, each for an action of its own; see `piece`."""

    ALLOW_SELECT = False

    async def on_click(self, event: Click) -> None:
        """Do what the piece does that is clicked, if it is one."""
        does, given = piece_at(event)
        if does:
            await do(self, does, given)


class Press(Said):
    """A piece of a screen that does the action with the id `does` when it is clicked; a piece in it does its own."""

    ALLOW_SELECT = False

    def __init__(
        self,
        does: str,
        content: Visual | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(content, id=id, classes=classes)
        self.does = action(does).id

    async def on_click(self, event: Click) -> None:
        """Do it."""
        does, given = piece_at(event)
        await do(self, does or self.does, given)


def piece(content: Content, does: str, given: str = "") -> Content:
    """Return content that does the action with the id `does`, with what is `given`, in `Pieces` or in a `Press`."""
    return content.stylize(Style.from_meta({DOES: action(does).id, GIVEN: given}))


def piece_at(event: Click) -> tuple[str, str]:
    """Return which action the piece does that is clicked, and with what; "" for none."""
    meta = event.style.meta
    return meta.get(DOES, ""), meta.get(GIVEN, "")


async def do(widget: Widget, name: str, given: str = "") -> None:
    """Do one of the actions of the place where a widget stands, with what is `given` if anything is."""
    await widget.run_action(f"screen.{action(name).id}({given!r})" if given else f"screen.{action(name).id}")
