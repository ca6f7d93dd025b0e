"""Writes what the library says of the shipped scenarios, for developers: `python -m engine.scenario.shipping`.

So the library is listed whole at its first start of all, without a YAML parser.
"""

import json

from engine.scenario.remembered import Heads
from engine.scenario.shelf import HEADS, Shipped, shipped_file, shipped_ids


def told() -> str:
    """Return what the file is to say: an entry a line, in the order of the scenarios."""
    heads = Heads()
    for name in shipped_ids():
        heads.of(*shipped_file(name), Shipped())
    lines = (f"{json.dumps(key)}: {json.dumps(entry, ensure_ascii=False)}" for key, entry in heads.latest().items())
    return '{"heads": {\n' + ",\n".join(lines) + "\n}}\n"


def main() -> None:
    """Write it."""
    HEADS.write_text(told(), encoding="utf-8")


if __name__ == "__main__":
    main()
