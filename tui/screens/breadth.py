"""Whether there is room to set regions side by side, or tabs are needed: the same for room, console and board."""

from textual.dom import DOMNode
from textual.geometry import Size

WIDE = (110, 32)
"""Cells and lines from which on regions stand side by side."""


def roomy(size: Size) -> bool:
    """Whether regions fit side by side."""
    return size.width >= WIDE[0] and size.height >= WIDE[1]


def spread(size: Size, *nodes: DOMNode, begun: bool = True) -> None:
    """Let the style sheet know of it: unless they have `begun`, before there is anything in the nodes."""
    for each in nodes:
        each.update_classes({"-roomy": roomy(size), "-tabbed": not roomy(size)}, update=begun)
