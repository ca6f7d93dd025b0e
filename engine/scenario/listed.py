"""Which decks a scenario lists, and whose entries go first: one rule for the models and for a library without them."""

import re
from collections.abc import Iterator

from engine.scenario.nodes import Entry, Keyed, Listing, Node, Scalar

ID_PATTERN = r"^[a-z][a-z0-9_]{0,47}$"
SECTIONS = ("cards", "frames", "platforms")
"""What a deck adds to a scenario."""
MOST_DECKS = 8


def listed_decks(root: Keyed) -> Iterator[Scalar]:
    """Yield the decks that are listed, each once; what is no id is refused where the whole is read."""
    listed = root.entries.get("decks")
    items = listed.node.items if listed is not None and isinstance(listed.node, Listing) else ()
    seen: set[str] = set()
    for item in items[:MOST_DECKS]:
        written = item.value if isinstance(item, Scalar) else None
        if isinstance(item, Scalar) and isinstance(written, str) and re.fullmatch(ID_PATTERN, written):
            if written not in seen:
                yield item
            seen.add(written)


def with_deck(root: Keyed, deck: Keyed, asked: Scalar) -> Keyed:
    """Return a scenario's tree with what the deck has and it has not: what is there already goes first."""
    entries = dict(root.entries)
    for section in SECTIONS:
        added = deck.entries.get(section)
        if added is None or not isinstance(added.node, Keyed):
            continue
        own = entries.get(section, Entry(asked.place, Keyed(asked.place, {})))
        if isinstance(own.node, Keyed):
            node: Node = Keyed(own.node.place, {**own.node.entries, **_missing(own.node, added.node)})
            entries[section] = Entry(own.place, node)
    return Keyed(root.place, entries)


def _missing(own: Keyed, added: Keyed) -> dict[str, Entry]:
    return {name: entry for name, entry in added.entries.items() if name not in own.entries}
