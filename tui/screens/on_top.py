"""What lies on top of another screen: it goes once, and lets through what lies right below it."""

from typing import TypeVar

from rich.console import RenderableType
from textual.await_complete import AwaitComplete
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen

Result = TypeVar("Result")


class Once(Screen[Result]):
    """A screen that is dismissed once, by whatever of two keys in one burst."""

    @property
    def gone(self) -> bool:
        """Whether it is not on top, or not any more."""
        return self.app.screen is not self

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go, unless it has gone already: Textual takes whatever is on top, also what lay below, down to the last."""
        return AwaitComplete() if self.gone else super().dismiss(result)


class OnTop(Once[Result]):
    """A screen that knows what lies below it."""

    def render(self) -> RenderableType:
        """Let through what lies right below.

        Textual counts the screens down as it draws them, and miscounts where one of them need not be drawn again: two
        could then be told to let each other through, for ever.
        """
        stack = self.app.screen_stack
        below = stack.index(self) - 1 if self in stack else -1
        return BackgroundScreen(stack[below], self.styles.background) if below >= 0 else super().render()
