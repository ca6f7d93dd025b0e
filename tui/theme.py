"""The colours: few, each with a meaning. What they say is always said in words or shapes too."""

from typing import NamedTuple

from textual.theme import Theme

from tui.settings import THEMES


class Colours(NamedTuple):
    """A theme. Every letter's colour can be read on every ground: tests/tui/test_theme.py measures it.

    Grounds: `background`, `surface` of head and foot, `panel`, `marked` of the marked row, `hover`. Letters:
    `foreground`, `muted`, `accent` (ours, good), `danger`, and the three powers. `faint` is for lines and empty
    parts of bars, never for words.
    """

    background: str
    surface: str
    panel: str
    marked: str
    hover: str
    foreground: str
    muted: str
    faint: str
    accent: str
    danger: str
    hard: str
    soft: str
    smart: str
    dark: bool = True


DARK = Colours(
    background="#0f1318",
    surface="#151b22",
    panel="#1c242d",
    marked="#2a3542",
    hover="#1b232c",
    foreground="#d6dce4",
    muted="#98a3b2",
    faint="#46515e",
    accent="#e3b45b",
    danger="#f2827f",
    hard="#e09468",
    soft="#78bfd0",
    smart="#c0a4ea",
)
LIGHT = Colours(
    background="#fbfaf6",
    surface="#f1efe8",
    panel="#f4f2ec",
    marked="#e2dccb",
    hover="#ebe7db",
    foreground="#1c2229",
    muted="#515b67",
    faint="#b9b3a4",
    accent="#6f4700",
    danger="#a51d17",
    hard="#8a3510",
    soft="#0a566a",
    smart="#5a3698",
    dark=False,
)
CONTRAST = Colours(
    background="#000000",
    surface="#000000",
    panel="#0c0c0c",
    marked="#123a5c",
    hover="#1c1c1c",
    foreground="#ffffff",
    muted="#dcdcdc",
    faint="#9a9a9a",
    accent="#ffd75f",
    danger="#ffc0ba",
    hard="#ffbe98",
    soft="#9fe3f5",
    smart="#dccbff",
)
# The hues of M. Okabe and K. Ito, "Color Universal Design" (2008), made lighter where the ground asks for it: sky
# blue, orange, vermilion, bluish green, reddish purple.
HUES = Colours(
    background="#10141a",
    surface="#161c24",
    panel="#1c242e",
    marked="#28384a",
    hover="#1b2430",
    foreground="#e2e6ea",
    muted="#a2acb8",
    faint="#4a5665",
    accent="#56b4e9",
    danger="#e69f00",
    hard="#f0884a",
    soft="#3fcfa3",
    smart="#dd9bbf",
)
PALETTES = dict(zip(THEMES, (DARK, LIGHT, CONTRAST, HUES), strict=True))


def theme(name: str) -> Theme:
    """Return a theme of `settings.THEMES` as Textual wants it."""
    colours = PALETTES[name]
    return Theme(
        name=name,
        dark=colours.dark,
        primary=colours.accent,
        secondary=colours.soft,
        accent=colours.accent,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.surface,
        panel=colours.panel,
        success=colours.accent,
        warning=colours.accent,
        error=colours.danger,
        variables=variables(colours),
    )


def variables(colours: Colours) -> dict[str, str]:
    """Return what the style sheet and the widgets name by `$`."""
    return {
        "hard": colours.hard,
        "soft": colours.soft,
        "smart": colours.smart,
        "danger": colours.danger,
        "muted": colours.muted,
        "faint": colours.faint,
        "block-cursor-background": colours.marked,
        "block-cursor-foreground": colours.foreground,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": colours.hover,
        "block-cursor-blurred-foreground": colours.foreground,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": colours.hover,
        "footer-background": colours.surface,
        "footer-key-foreground": colours.accent,
        "footer-description-foreground": colours.muted,
        "input-cursor-background": colours.foreground,
        "input-cursor-foreground": colours.background,
        "input-selection-background": colours.marked,
        "input-selection-foreground": colours.foreground,
        "scrollbar": colours.faint,
        "scrollbar-hover": colours.muted,
        "scrollbar-active": colours.muted,
        "scrollbar-background": colours.background,
        "scrollbar-background-hover": colours.background,
        "scrollbar-background-active": colours.background,
        "scrollbar-corner-color": colours.background,
    }
