"""The project file says the same thing in both places, and its lists are in order."""

import re
import tomllib
from pathlib import Path

from engine.scenario.shelf import Shipped, shipped_ids

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_dev_extra_and_the_dev_group_are_equal():
    assert PROJECT["project"]["optional-dependencies"]["dev"] == PROJECT["dependency-groups"]["dev"]


def test_every_runtime_dependency_has_its_line_in_the_architecture_page():
    page = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8").lower()
    names = [line.split(">=")[0].lower() for line in PROJECT["project"]["dependencies"]]
    assert [name for name in names if f"| {name} |" not in page] == []


def test_package_init_files_are_empty():
    packages = ["engine", "tui", "scenarios", "tests"]
    found = [path for name in packages for path in (ROOT / name).rglob("__init__.py")]
    assert [str(path) for path in found if path.read_bytes()] == []


def test_no_module_is_longer_than_400_lines():
    modules = [path for name in ("engine", "tui", "tests") for path in (ROOT / name).rglob("*.py")]
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_the_architecture_page_names_tests_that_exist():
    page = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/*.]+\.py)`", page)
    assert len(named) > 9
    assert [path for path in named if not list(ROOT.glob(path))] == []


def test_the_wheel_carries_scenarios_with_their_decks():
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "scenarios" in wheel["packages"]
    assert not {"exclude", "only-include", "artifacts"}.intersection(wheel)
    folder = ROOT / "scenarios"
    assert set(shipped_ids()) == {path.stem for path in folder.glob("*.yaml")} - {"glossary"}
    assert set(Shipped().ids()) == {path.stem for path in (folder / "decks").glob("*.yaml")}
