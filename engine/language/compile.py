"""Compiles every catalogue from .po to .mo, for developers: `python -m engine.language.compile`."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).parent / "catalogues"


def compile_catalogue(po: Path, mo: Path) -> int:
    """Compile `po` into `mo`; return how many codes it has words for."""
    with po.open("rb") as source:
        catalogue = read_po(source, abort_invalid=True)
    with mo.open("wb") as target:
        write_mo(target, catalogue)
    return sum(1 for entry in catalogue if entry.id and entry.string)


def main() -> None:
    """Compile every catalogue beside its source, and say what was done."""
    for po in sorted(CATALOGUES.glob("*/LC_MESSAGES/*.po")):
        count = compile_catalogue(po, po.with_suffix(".mo"))
        print(f"{po.relative_to(CATALOGUES)}: {count} codes")


if __name__ == "__main__":
    main()
