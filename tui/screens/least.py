"""How large a terminal must be."""

from textual.geometry import Size

LEAST = Size(80, 24)


def fits(size: Size) -> bool:
    """Whether every screen has room in a terminal of this size."""
    return size.width >= LEAST.width and size.height >= LEAST.height
