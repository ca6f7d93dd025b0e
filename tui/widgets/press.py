"""What the mouse can press: it does one of the registry's actions, as the action's key would."""

from textual.visual import Visual
from textual.widget import Widget

from tui.actions import action
from tui.widgets.wording import Said


class Press(Said):
    """A piece of a screen that does the action with the id `does` when it is clicked."""

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

    async def on_click(self) -> None:
        """Do it."""
        await do(self, self.does)


async def do(widget: Widget, name: str) -> None:
    """Do one of the actions of the place where a widget stands."""
    await widget.run_action(f"screen.{action(name).id}")
