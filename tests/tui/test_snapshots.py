"""What every scene looks like, to the last cell. After a change that was meant: --snapshot-update, and look."""

import pytest

from engine.language.catalogue import LANGUAGES
from tests.tui.scenes import SCENES, settled
from tests.tui.screens import SMALL, WIDE

SIZES = {"narrow": SMALL, "wide": WIDE}
LOOKS = [
    pytest.param(name, size, lang, id=f"{name}-{size}-{lang}")
    for name, scene in SCENES.items()
    for size in (SIZES if scene.size is None else ["narrow"])
    for lang in LANGUAGES
]


@pytest.mark.parametrize(("name", "size", "lang"), LOOKS)
def test_a_scene_looks_as_it_did(snap_compare, name, size, lang):
    scene = SCENES[name]
    app = scene.opened(lang)
    app.animation_level = "none"
    size = scene.size or SIZES[size]
    assert snap_compare(app, terminal_size=size, run_before=lambda pilot: settled(pilot, scene))
