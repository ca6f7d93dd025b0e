"""What lies on top goes once: of two keys that come in one burst, the second must not close the place below."""

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from tui.screens.place import Result


class Once(Screen[Result]):
    """A screen that is dismissed once; Textual takes whatever is on top, also what lay below."""

    @property
    def gone(self) -> bool:
        """Whether it is not on top, or not any more."""
        return self.app.screen is not self

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go, unless it has gone already."""
        return AwaitComplete() if self.gone else super().dismiss(result)
