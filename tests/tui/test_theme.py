import asyncio
import colorsys

import pytest
from textual.color import Color

from tests.tui.scenes import SCENES, open_scene
from tests.tui.screens import WIDE, shown
from tui.settings import THEMES
from tui.theme import PALETTES, Colours

GROUNDS = ("background", "surface", "panel", "marked", "hover")
LETTERS = ("foreground", "muted", "accent", "danger", "hard", "soft", "smart")
LEAST = {"contrast": 7.0}
OKABE_ITO = ("#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7")


def light(colour):
    parts = [part / 255 for part in Color.parse(colour).rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """The contrast ratio of WCAG 2.2, 1..21."""
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def hue(colour):
    return colorsys.rgb_to_hls(*(part / 255 for part in Color.parse(colour).rgb))[0] * 360


def test_the_ratio_is_that_of_the_standard():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_colour_is_a_ground_a_letter_or_faint():
    assert set(Colours._fields) == {*GROUNDS, *LETTERS, "faint", "dark"}


@pytest.mark.parametrize("name", THEMES)
def test_every_letter_can_be_read_on_every_ground(name):
    colours, least = PALETTES[name], LEAST.get(name, 4.5)
    pairs = [(letter, ground) for letter in LETTERS for ground in GROUNDS]
    found = {pair: contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}
    assert contrast(colours.background, colours.accent) >= least  # the tab that is open


def test_the_safe_colours_have_hues_that_colour_blind_eyes_tell_apart():
    safe = [hue(each) for each in OKABE_ITO]
    for name in ("accent", "danger", "hard", "soft", "smart"):
        own = hue(getattr(PALETTES["hues"], name))
        assert min(abs(own - each) for each in safe) <= 6, name


def letters_of(app, *regions):
    """Every letter on the screen within these regions, with its colour and its ground."""
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            inside = any(region.contains(x, y) for region in regions)
            if inside and segment.style and any(letter.isalnum() for letter in segment.text):
                yield segment.text, segment.style.color, segment.style.bgcolor
            x += segment.cell_length


PAPERS = ".paper, .strip, CommandInput, CommandList"  # what lies below them is dimmed on purpose
WALKED = (
    *("start", "lobby", "handover", "brief", "room", "bulletin"),
    *("moved", "result", "targets", "search", "rewrite_all"),
)


def unread(app, theme):
    """What is drawn in letters that can hardly be read."""
    regions = [each.region for each in app.screen.query(PAPERS) or [app.screen]]
    drawn = list(letters_of(app, *regions))
    assert drawn
    least = LEAST.get(theme, 4.5)
    return [each for each in drawn if contrast(each[1].triplet.hex, each[2].triplet.hex) < least]


@pytest.mark.parametrize("scene", WALKED)
def test_what_is_drawn_can_be_read_in_every_theme(scene):
    async def go():
        async with open_scene(SCENES[scene], size=WIDE) as (app, pilot):
            for name in THEMES:
                app.theme = name
                await pilot.pause()
                assert unread(app, name) == [], name

    asyncio.run(go())


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_can_be_read_in_every_theme(name):
    async def go():
        async with open_scene(SCENES["palette"], size=WIDE, theme=name) as (app, _):
            assert unread(app, name) == []

    asyncio.run(go())


FIELDS = ("compose", "argue", "rewrite", "seal", "search", "umpire")
SEEN = 3.0
"""The least ratio by which one sees where a field ends: success criterion 1.4.11 of WCAG 2.2."""


def edge(app, x, y):
    """The letter at a place, with its colour, which a blank may lack, and its ground."""
    cells = [
        (letter, segment.style) for segment in app.screen._compositor.render_strips()[y] for letter in segment.text
    ]
    letter, style = cells[x]
    return letter, style.color.triplet.hex if style.color else None, style.bgcolor.triplet.hex


@pytest.mark.parametrize("scene", FIELDS)
def test_both_ends_of_a_field_can_be_seen_in_every_theme(scene):
    async def go():
        async with open_scene(SCENES[scene], size=WIDE) as (app, pilot):
            for name in THEMES:
                app.theme = name
                await pilot.pause()
                fields = [field.region for field in app.screen.query("Line, Page")]
                assert fields
                for field in fields:
                    outside = edge(app, field.x - 1, field.y)[2]
                    for x in (field.x, field.right - 1):
                        letter, colour, ground = edge(app, x, field.y)
                        assert letter.strip()
                        assert min(contrast(colour, ground), contrast(colour, outside)) >= SEEN, (name, field)

    asyncio.run(go())


@pytest.mark.parametrize("scene", ["compose", "seal", "help", "search"])
def test_a_dialog_has_an_edge_in_high_contrast(scene):
    async def go():
        async with open_scene(SCENES[scene], size=WIDE, theme="contrast") as (app, _):
            region = app.screen.query(".paper, .strip").first().region
            letter, colour, ground = edge(app, region.x, region.y)
            assert letter == "╭"
            assert contrast(colour, ground) >= SEEN

    asyncio.run(go())


@pytest.mark.parametrize("theme", PALETTES)
def test_without_colours_the_terminal_keeps_its_own_and_the_marked_row_is_pointed_at(monkeypatch, theme):
    monkeypatch.setenv("NO_COLOR", "1")

    async def go():
        async with open_scene(SCENES["room"], theme=theme) as (app, pilot):
            await pilot.press("down")
            await pilot.pause()
            drawn = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip]
            assert all(each.color.is_default and each.bgcolor.is_default for each in drawn)
            assert any(each.reverse for each in drawn)
            assert any(each.dim for each in drawn)
            assert [line for line in shown(app).split("\n") if line.startswith("▸")] != []
            assert sum(line.startswith("▸") for line in shown(app).split("\n")) == 1

    asyncio.run(go())


@pytest.mark.parametrize("scene", ["start", "seal", "plots", "palette", "compose", "bulletin", "board"])
def test_without_colours_no_place_and_no_panel_draws_any(monkeypatch, scene):
    monkeypatch.setenv("NO_COLOR", "1")

    async def go():
        async with open_scene(SCENES[scene], theme="light") as (app, _):
            drawn = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip]
            assert all(each.color.is_default and each.bgcolor.is_default for each in drawn)

    asyncio.run(go())
