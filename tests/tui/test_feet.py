"""The foot of a screen: what matters most stands there at 80 cells already, more where there is room, nothing cut."""

import asyncio

import pytest

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.tui.scenes import SCENES, at
from tests.tui.screens import SMALL, WIDE
from tui.widgets.keys import Key, Keys, in_foot, shown_at

PLAIN = {it.place: it for it in reversed(SCENES.values()) if it.size is None and it.place != "palette"}
"""The first scene of each place with a foot."""

IDLE = {"bulletin": ("all",), "board": ("scores",)}
"""What a foot leaves out as long as there is nothing for it to do: every order has a page already, no score is known.
"""


def keys_of(place, lang, size):
    """Ids of the actions whose keys stand in the foot of a place, from left to right."""

    async def go():
        app = PLAIN[place].opened(lang)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press(*PLAIN[place].keys)
            await pilot.pause()
            keys = [key for key in app.screen.query_one(Keys).query(Key) if key.display]
            assert all(key.region.width >= key.cells - 1 for key in keys)
            assert all(key.region.right <= size[0] for key in keys)
            return [key.does for key in keys]

    return asyncio.run(go())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", PLAIN)
def test_what_a_foot_should_show_fits_into_80_cells(place, lang):
    always = [action.id for action in shown_at(place, IDLE.get(place, ()))]
    assert [does for does in keys_of(place, lang, SMALL) if does in always] == always


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("place", "more"), [("room", {"undo", "because", "foresee"}), ("result", {"objectives"})])
def test_a_wide_foot_shows_what_a_small_one_has_no_room_for(place, more, lang):
    assert not more & set(keys_of(place, lang, SMALL))
    wide = keys_of(place, lang, WIDE)
    assert more <= set(wide)
    assert wide == [action.id for action in in_foot(place) if action.id in wide]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_the_way_out_of_the_console_stands_in_its_foot_beside_that_which_closes_the_turn(lang, size):
    keys = keys_of("console", lang, size)
    assert {"leave_chair", "resolve"} <= set(keys)
    assert say(lang, Message.of("action.resolve")) != say(lang, Message.of("action.close"))
    assert size == SMALL or {"hold", "compose"} <= set(keys)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_bulletins_can_be_read_again_from_the_foot_of_the_result(lang):
    assert "past" in keys_of("result", lang, SMALL)


@pytest.mark.parametrize(("scene", "more"), [("why", False), ("help", True)])
def test_a_paper_says_that_it_can_be_scrolled_where_it_can(scene, more):
    async def look(app, _):
        assert app.screen.query_one(".hint").display == more

    at(SCENES[scene], look)
