"""Another language leaves whoever reads where they were."""

import pytest

from tests.tui.scenes import SCENES, at
from tests.tui.screens import SMALL, WIDE
from tests.tui.screens import shown as told


def top_of(app):
    """Which part of the result stands at the top of what is seen."""
    scores = app.screen.query_one("#scores")
    return next(part.id for part in scores.children if scores.scroll_offset.y < part.virtual_region.bottom)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_at_endex_another_language_stays_at_the_part_that_is_read(size):
    async def look(app, pilot):
        for key in ("o", "pagedown"):
            await pilot.press(key)
            await pilot.pause()
        part, english = top_of(app), told(app)
        assert part != "sides"
        await pilot.press("f2")
        await pilot.pause()
        await pilot.pause()
        assert top_of(app) == part
        assert told(app) != english

    at(SCENES["result"], look, "en", size)
