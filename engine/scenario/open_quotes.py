"""Finds the quotation mark that was not closed, or that ends a text too soon: the parser gives up far behind it."""

import yaml

from engine.language.messages import Message
from engine.scenario.findings import Finding, Place

_MAY_FOLLOW = ",]}:#"
_BEFORE_A_TEXT = (":", ",", "{", "[", "-")


def open_quote(source: str, file: str, loader: "type[yaml.CLoader | yaml.Loader]", last: int) -> Finding | None:
    """Return a finding for the first quoted text, up to line `last`, after which something follows that none can be."""
    lines = source.splitlines()
    try:
        for token in yaml.scan(source, Loader=loader):
            if token.start_mark.line > last:
                return None
            if isinstance(token, yaml.ScalarToken) and token.style in {'"', "'"}:
                end = token.end_mark
                rest = (lines[end.line] if end.line < len(lines) else "")[end.column :].strip()
                if rest and rest[0] not in _MAY_FOLLOW:
                    return _finding(token, file)
    except yaml.YAMLError:
        return None
    return None


def _finding(token: yaml.ScalarToken, file: str) -> Finding:
    start, end = token.start_mark, token.end_mark
    if start.line == end.line and not token.value.rstrip().endswith(_BEFORE_A_TEXT):
        hint = Message.of("yaml.quote_inside_hint" if token.style == '"' else "yaml.apostrophe_hint")
        return Finding("YAML004", "error", Place(file, end.line + 1, end.column), Message.of("yaml.quote_inside"), hint)
    hint = Message.of("yaml.quote_runs_hint", line=end.line + 1, column=end.column)
    return Finding("YAML004", "error", Place(file, start.line + 1, start.column + 1), Message.of("yaml.quote"), hint)
