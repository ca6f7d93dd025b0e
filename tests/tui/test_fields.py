"""Fields that are written into faster than the screen can follow: every letter belongs where the keyboard has gone."""

import pytest
from textual.events import Key

from tests.tui.chairs import CHAIR, press, sit


@pytest.mark.parametrize("on", ["tab", "down"])
@pytest.mark.parametrize("form", ["n", "a", "i"])
def test_what_is_typed_at_once_after_a_key_stands_in_the_next_field(form, on):
    async def steps(app, pilot, _):
        await press(pilot, *CHAIR, form)
        fields = [field.id.removeprefix("field-") for field in app.screen.query("Line, Page")]
        for at in range(3):
            for sign in f"xy{at}":
                app.post_message(Key(sign, sign))
            app.post_message(Key(on, None))
        await pilot.pause()
        typed = [app.screen.typed[name] for name in fields]
        assert [words[-3:] for words in typed[:3]] == ["xy0", "xy1", "xy2"]
        assert not any("xy" in words for words in typed[3:])

    sit(steps)
