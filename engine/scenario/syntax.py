"""Says in an author's words what the YAML parser could not read, and where."""

import yaml

from engine.language.messages import Message
from engine.scenario.findings import Finding, Place, quote


def syntax_finding(error: yaml.YAMLError, lines: list[str], file: str) -> Finding:
    """Return the finding for what the parser raised."""
    if not isinstance(error, yaml.MarkedYAMLError):
        message = Message.of("yaml.unreadable", problem=quote(error))
        return Finding("YAML004", "error", Place(file, 1, 1), message, Message.of("yaml.unreadable_hint"))
    context, problem = str(error.context or ""), str(error.problem or "")
    kind = _kind(context, problem)
    opened = kind in {"quote", "bracket", "missing_colon"}
    if kind == "colon" and error.problem_mark and (keyless := _keyless(lines, error.problem_mark.line)) is not None:
        place = Place(file, keyless + 1, _indent(lines[keyless]) + 1)
        return Finding("YAML004", "error", place, *_WORDS["missing_colon"])
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if kind == "start" and lines[line : line + 1] and lines[line][column : column + 1] == "\t":
        kind = "tab"
    place = Place(file, line + 1, column + 1)
    if kind == "unreadable":
        message = Message.of("yaml.unreadable", problem=quote(problem))
        return Finding("YAML004", "error", place, message, Message.of("yaml.unreadable_hint"))
    if kind == "indent":
        hint = Message.of("yaml.indent_hint", line=_cause(lines, line, column) + 1)
        return Finding("YAML004", "error", place, Message.of("yaml.indent"), hint)
    if kind == "bracket" and error.problem_mark and error.problem_mark.line > line:
        hint = Message.of("yaml.bracket_line_hint", line=error.problem_mark.line + 1)
        return Finding("YAML004", "error", place, Message.of("yaml.bracket"), hint)
    return Finding("YAML004", "error", place, *_WORDS[kind])


_WORDS = {
    "bracket": (Message.of("yaml.bracket"), Message.of("yaml.bracket_hint")),
    "colon": (Message.of("yaml.colon"), Message.of("yaml.colon_hint")),
    "escape": (Message.of("yaml.escape"), Message.of("yaml.escape_hint")),
    "missing_colon": (Message.of("yaml.missing_colon"), Message.of("yaml.missing_colon_hint")),
    "quote": (Message.of("yaml.quote"), Message.of("yaml.quote_closing_hint")),
    "start": (Message.of("yaml.start"), Message.of("yaml.quote_hint")),
    "tab": (Message.of("yaml.tab"), Message.of("yaml.tab_hint")),
}

# What the parsers say (both the C one and the Python one), from the most particular to the least.
_KINDS = (
    ("escape", "", "escape"),
    ("quote", "quoted scalar", "unexpected end"),
    ("quote", "quoted scalar", "document separator"),
    ("bracket", "flow", ""),
    ("colon", "", "mapping values are not allowed"),
    ("missing_colon", "simple key", "':'"),
    ("start", "", "cannot start any token"),
    ("indent", "block", ""),
    ("indent", "", "block sequence entries are not allowed"),
)


def _cause(lines: list[str], line: int, column: int) -> int:
    """Return the line, counted from 0, in or just below which a block went wrong that the parser gave up at `line`.

    Where a text begins that cannot, it is the line above with less indentation.
    """
    before = lines[line][:column] if line < len(lines) else ""
    if before.strip():
        return line
    return next((n for n in range(line - 1, -1, -1) if lines[n].strip() and _indent(lines[n]) < len(before)), line)


def _keyless(lines: list[str], line: int) -> int | None:
    """Return the line, counted from 0, that stands where a key does without a colon: the rest was read as its text."""
    depth = _indent(lines[line])
    above = next((n for n in range(line - 1, -1, -1) if lines[n].strip() and _indent(lines[n]) <= depth), None)
    return above if above is not None and _indent(lines[above]) == depth and ":" not in lines[above] else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _kind(context: str, problem: str) -> str:
    for kind, in_context, in_problem in _KINDS:
        if in_context in context and in_problem in problem:
            return kind
    return "unreadable"
