"""Fields that are written into faster than the screen can follow: every letter belongs where the keyboard has gone."""

import pytest
from textual.events import Key

from tests.tui.chairs import CHAIR, fill, press, sit
from tests.tui.scenes import SCENES, at
from tests.tui.screens import SMALL
from tui.widgets.keys import Keys
from tui.widgets.writing import Page


@pytest.mark.parametrize("on", ["tab", "down"])
@pytest.mark.parametrize("form", ["n", "a", "i"])
def test_what_is_typed_at_once_after_a_key_stands_in_the_next_field(form, on):
    async def steps(app, pilot, _):
        await press(pilot, *CHAIR, form)
        fields = [field.id.removeprefix("field-") for field in app.screen.query("Line, Page")]
        for place in range(3):
            for sign in f"xy{place}":
                app.post_message(Key(sign, sign))
            app.post_message(Key(on, None))
        await pilot.pause()
        typed = [app.screen.typed[name] for name in fields]
        assert [words[-3:] for words in typed[:3]] == ["xy0", "xy1", "xy2"]
        assert not any("xy" in words for words in typed[3:])

    sit(steps)


def test_however_long_a_refusal_is_the_keys_stay_and_so_does_the_field():
    async def steps(app, pilot):
        form = app.screen
        await fill(app, pilot, name="Ask", percent="5", moves="credibility of everybody who was in Velmar +3")
        assert form.query_one("#note").size.height > 1
        keys, field = form.query_one(Keys).region, form.query_one("#field-moves").region
        assert keys.bottom <= SMALL[1]
        assert field.bottom <= form.query_one(".scroll").region.bottom
        await press(pilot, "x")
        assert form.query_one(".scroll").styles.max_height.value == SMALL[1] - 8

    at(SCENES["argue"], steps)


def test_one_key_leads_to_the_first_letter_of_several_lines_and_one_behind_the_last():
    async def steps(app, pilot):
        page = app.screen.query(Page).first()
        page.focus()
        page.text = "one\ntwo\nthree"
        await press(pilot, "ctrl+end", "z", "ctrl+home", "a")
        assert page.text == "aone\ntwo\nthreez"
        await press(pilot, "ctrl+shift+end", "b")
        assert page.text == "ab"

    at(SCENES["compose"], steps)
