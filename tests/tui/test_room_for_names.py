"""Names are read whole where there is room for them: no column beside them takes more than it needs."""

import pytest

from engine.language.catalogue import LANGUAGES
from tests.tui.scenes import SCENES, at
from tests.tui.screens import SMALL, WIDE, shown
from tui.widgets.desks import desk_row
from tui.widgets.wording import Tongue

LARGE = (160, 48)


@pytest.mark.parametrize("scene", ["crowded", "peeked"])
def test_on_a_large_terminal_a_meter_is_named_on_one_line(scene):
    async def look(app, _):
        for name in ("Velmar officials and editors", "MercaNova’s staff in Velmar", "Skill on Press and broadcast"):
            assert name in shown(app), name

    at(SCENES[scene], look, size=LARGE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_target_that_does_not_fit_beside_its_card_stands_whole_below(lang):
    async def look(app, _):
        console, tongue = app.screen._chair.console, Tongue(lang)
        seats = {line.team: line for line in console.public.table}
        told = [
            (width, desk, desk_row(tongue, desk, seats[desk.team], width, decides=True).plain.splitlines())
            for width in (42, 50, 56, 68)
            for desk in console.desks
        ]
        broken = []
        for width, desk, lines in told:
            assert max(map(len, lines)) <= width
            targets = [tongue.plain(each.target_name) for each in desk.view.tray if each.target_name is not None]
            broken += [each for each in targets if len(each) <= width - 4 and not any(each in line for line in lines)]
        assert any(desk.view.tray for _, desk, _ in told)
        assert broken == []

    at(SCENES["console"], look, lang, WIDE)


def test_what_a_slip_leaves_stands_apart_from_its_orders():
    async def look(app, _):
        left = [line.rstrip() for line in shown(app).splitlines() if "left:" in line]
        assert left
        assert [line for line in left if not line.endswith("orders")] == []

    at(SCENES["umpire"], look, size=WIDE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_five_slips_are_seen_at_once_on_a_small_terminal(lang):
    async def look(app, _):
        assert app.screen.query_one("#slips").max_scroll_y == 0

    at(SCENES["umpire"], look, lang, SMALL)


def test_what_all_can_see_stands_at_the_margin_while_nothing_has_a_course():
    async def look(app, _):
        line = next(line.rstrip() for line in shown(app).splitlines() if "Relations, Samudra and Torvia" in line)
        assert line.endswith(" 10")
        assert len(line) == WIDE[0] - 2

    at(SCENES["board"], look, size=WIDE)


def test_how_an_objective_is_judged_is_set_across_the_page():
    async def look(app, _):
        assert "Heat of “There are spies aboard” 35" in shown(app)

    at(SCENES["brief"], look, size=WIDE)
