"""The facilitator's console after ENDEX: what was is read, noted and taken back; nothing fires any more."""

from tui.screens.chair import ChairScreen
from tui.widgets.overview import TABS


class OverScreen(ChairScreen):
    """A place of its own, so that its foot, its help and the palette offer what can still be done, and no more."""

    place = "over"
    _regions = {name: does for name, does in TABS.items() if name != "ahead"}  # noqa: RUF012 - as in the console
