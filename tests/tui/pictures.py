"""Draw every scene of the screens, to be looked at: `python -m tests.tui.pictures FOLDER [NAME ...]`.

Each scene is drawn in every size, language and theme that is asked for, as an SVG that loads nothing from elsewhere.
"""

import argparse
import asyncio
import re
from pathlib import Path

import tests.conftest  # noqa: F401 - first: gives an empty home, so that no picture shows what is kept in yours
from engine.language.catalogue import LANGUAGES
from tests.tui.scenes import SCENES, open_scene

SIZES = ("80x24", "120x36", "160x48")
ELSEWHERE = re.compile(r"<!--.*?-->|\s*@font-face \{.*?\}", re.DOTALL)
"""textual's pictures fetch their font from the network; each letter has its place, so any monospaced font will do."""


def own_fonts(svg):
    """Take away what a picture would load from elsewhere, and have every space drawn: some viewers drop the first."""
    return ELSEWHERE.sub("", svg).replace("Fira Code", "ui-monospace").replace("<svg ", '<svg xml:space="preserve" ', 1)


async def drawn(scene, lang, size, theme):
    """A scene as the text of an SVG; `size` is columns and lines."""
    async with open_scene(scene, lang, size, theme) as (app, _):
        return own_fonts(app.export_screenshot())


def main():
    """Draw what the command line asks for, and say where it lies."""
    parser = argparse.ArgumentParser(prog="python -m tests.tui.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"without any, all: {', '.join(SCENES)}")
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--langs", default=",".join(LANGUAGES))
    parser.add_argument("--themes", default="dark,light")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for name in asked.names or SCENES:
        for size in asked.sizes.split(","):
            for lang in asked.langs.split(","):
                for theme in asked.themes.split(","):
                    columns, lines = (int(part) for part in size.split("x"))
                    picture = asyncio.run(drawn(SCENES[name], lang, (columns, lines), theme))
                    path = asked.folder / f"{name}-{size}-{lang}-{theme}.svg"
                    path.write_text(picture, encoding="utf-8")
                    print(path)


if __name__ == "__main__":
    main()
