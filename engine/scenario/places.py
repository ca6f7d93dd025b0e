"""Finds the place of anything in a scenario by its path, as ("cards", "jobs_story", "effects", 0)."""

from dataclasses import dataclass

from engine.scenario.findings import Place
from engine.scenario.nodes import Entry, Keyed, Listing, Node, Scalar

Part = str | int


def child(node: Node, part: Part) -> Node | None:
    """Return the node under a key or at an index, or None."""
    if isinstance(node, Keyed) and isinstance(part, str) and part in node.entries:
        return node.entries[part].node
    if isinstance(node, Listing) and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part]
    return None


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a scenario. `root` is None where the file could not be read; parts of it may be of decks."""

    file: str
    root: Node | None

    def of(self, *path: Part) -> Place:
        """Return the place of a value, or of the key over a block; of what is nearest, if it is not there."""
        entry, node = self._walk(path)
        if node is None:
            return Place(self.file, 1, 1)
        return node.place if entry is None or isinstance(node, Scalar) else entry.place

    def key(self, *path: Part) -> Place:
        """Return the place of a key; of a list's item, the item's; of what is nearest, if it is not there."""
        entry, node = self._walk(path)
        if entry is not None:
            return entry.place
        return node.place if node is not None else Place(self.file, 1, 1)

    def inside(self, *path: Part, offset: int) -> Place:
        """Return the place of character `offset` of a text; of the text, where it is folded or escaped."""
        _, node = self._walk(path)
        if isinstance(node, Scalar) and node.text_column is not None:
            return Place(node.place.file, node.place.line, node.text_column + offset)
        return self.of(*path)

    def has(self, *path: Part) -> bool:
        """Return whether this was written."""
        node = self.root
        for part in path:
            node = child(node, part) if node is not None else None
        return node is not None

    def _walk(self, path: tuple[Part, ...]) -> tuple[Entry | None, Node | None]:
        """Return the last node on the path that is there, and the entry that holds it, if a key does."""
        node, entry = self.root, None
        for part in path:
            inner = child(node, part) if node is not None else None
            if inner is None:
                break
            entry = node.entries[str(part)] if isinstance(node, Keyed) else None
            node = inner
        return entry, node
