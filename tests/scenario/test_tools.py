"""`check` and `schema`, as the command line shows them."""

import json
from importlib.resources import files as files_of
from pathlib import Path

import pytest

from engine.scenario.scenario import Scenario
from engine.scenario.shelf import shipped_file
from engine.tools import schema
from engine.tools.check import check
from tests.scenario.broken import FERRY


@pytest.fixture
def files(tmp_path):
    own = FERRY.replace("id: ferry_rumour", "id: my_ferry")
    (tmp_path / "good.yaml").write_text(own, encoding="utf-8")
    bad = own.replace("form: reply", "form: replay").replace("[two_way]", "[two_way]\n    stand: 1")
    (tmp_path / "bad.yaml").write_text(bad, encoding="utf-8")
    (tmp_path / "warned.yaml").write_text(own.replace(", block_the_word]", "]"), encoding="utf-8")
    return tmp_path


def test_check_says_file_line_column_code_message_and_hint(files):
    said = check([str(files / "bad.yaml")])
    assert said.exit_code == 1
    line = FERRY[: FERRY.index("form: reply")].count("\n") + 1
    assert said.lines[0].startswith(f"{files}/bad.yaml:{line}:11: VALUE002 `replay` is not one of the words")
    assert said.lines[0].endswith("(Did you mean `reply`?)")
    assert "KEY001 `stand` is not known here (Did you mean `stands`?)" in said.lines[1]
    assert said.lines[2].endswith("bad.yaml: cannot be played (errors: 2, warnings: 0)")


def test_a_warning_says_so_and_does_not_change_the_exit_code(files):
    said = check([str(files / "warned.yaml"), "ferry_rumour"])
    assert said.exit_code == 0
    assert "USE001 Warning: No team holds `block_the_word`" in said.lines[0]
    assert said.lines[-1] == "ferry_rumour: can be played (warnings: 0)"


def test_one_bad_file_among_good_ones_decides_the_exit_code(files):
    assert check([str(files / "good.yaml"), str(files / "bad.yaml"), str(files / "good.yaml")]).exit_code == 1


def test_check_as_json_holds_the_same(files):
    said = check([str(files / "good.yaml"), str(files / "bad.yaml")], "json")
    good, bad = json.loads("\n".join(said.lines))["files"]
    assert (good["ok"], good["findings"], bad["ok"], said.exit_code) == (True, [], False, 1)
    assert [finding["code"] for finding in bad["findings"]] == ["VALUE002", "KEY001"]
    assert set(bad["findings"][0]) == {"code", "severity", "file", "line", "column", "message", "hint"}
    assert bad["findings"][0]["column"] == 11


def test_a_hostile_file_name_is_printed_clean(files):
    name = files / "x\x1b[2J\n.yaml"
    name.write_text("a: 1", encoding="utf-8")
    said = check([str(name)])
    assert said.exit_code == 1
    assert not any(char in line for line in said.lines for char in "\x1b\n")


def properties(node):
    """Every property of a schema, with its name."""
    if isinstance(node, dict):
        yield from node.get("properties", {}).items()
        for value in node.values():
            yield from properties(value)
    elif isinstance(node, list):
        for value in node:
            yield from properties(value)


def objects(node):
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


def test_every_key_of_the_schema_is_described():
    found = list(properties(schema.schema()))
    assert len(found) > 200
    assert [name for name, value in found if len(value.get("description", "")) < 5] == []


def test_the_schema_is_closed_to_unknown_keys():
    assert [one for one in objects(schema.schema()) if one.get("additionalProperties") is not False] == []


def test_the_schema_has_every_field_of_the_scenario_as_it_is_written():
    found = json.loads(schema.text())
    assert set(found["properties"]) == set(Scenario.model_fields)
    assert found["$schema"].startswith("https://json-schema.org/")
    assert "raise" in found["$defs"]["Effect"]["properties"]
    assert "raise_" not in found["$defs"]["Effect"]["properties"]


def test_a_copy_that_has_kept_the_id_of_a_shipped_scenario_is_warned_of(tmp_path):
    copy = tmp_path / "mine.yaml"
    text = shipped_file("ferry_rumour")[0].decode()
    copy.write_text(text, encoding="utf-8")
    said = check([str(copy)])
    assert said.exit_code == 0
    line = next(n for n, each in enumerate(text.splitlines(), 1) if each.startswith("id:"))
    assert said.lines[0].startswith(f"{copy}:{line}:")
    assert "FILE004 Warning" in said.lines[0]
    copy.write_text(text.replace("id: ferry_rumour", "id: my_ferry"), encoding="utf-8")
    assert "FILE004" not in "".join(check([str(copy)]).lines)


def test_the_shipped_file_itself_is_not():
    path = Path(str(files_of("scenarios") / "ferry_rumour.yaml"))
    assert "FILE004" not in "".join(check([str(path)]).lines)
