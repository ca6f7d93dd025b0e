"""A place with fields to write in, one below the other, and how keys lead from one to another."""

from tui.screens.on_top import Result
from tui.screens.place import Place
from tui.widgets.writing import step_of


class Fields(Place[Result]):
    """The widget of each field is called `field-KEY`."""

    typed: dict[str, str]
    """What stands in each field, by its key, from the first to the last."""

    def write_in(self, key: str) -> None:
        """Go to a field at once, so that the next key is written there."""
        self.set_focus(self.query_one(f"#field-{key}"))

    def leads_on(self, key: str) -> bool:
        """Go to another field at once."""
        by = step_of(key, self.focused)
        if by > 0:
            self.action_next_field()
        elif by < 0:
            self.action_former_field()
        return bool(by)

    def action_next_field(self) -> None:
        """Go on to the next field."""
        self._step(1)

    def action_former_field(self) -> None:
        """Go back to the field before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        keys = list(self.typed)
        if keys:
            focused = self.focused.id if self.focused else None
            at = next((place for place, key in enumerate(keys) if focused == f"field-{key}"), 0)
            self.write_in(keys[max(0, min(at + by, len(keys) - 1))])
