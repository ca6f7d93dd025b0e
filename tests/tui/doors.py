"""Reads the source of the screens, for the tests of what may stand in it."""

import ast
from pathlib import Path

import tui

SOURCES = sorted(path for path in Path(tui.__file__).parent.rglob("*.py") if "plain" not in path.parts)


def names_in(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node
        elif isinstance(node, ast.Name):
            yield node.id, node
        elif isinstance(node, ast.Attribute):
            yield node.attr, node
        elif isinstance(node, ast.alias):
            yield node.name, node
