"""The parsers of YAML: libyaml's, and where it is missing one that reads as it does."""

import re
from contextlib import suppress
from typing import TypeAlias

import yaml
from yaml.scanner import ScannerError

_HALF = re.compile("[\\ud800-\\udfff]")
Parser: TypeAlias = "yaml.CLoader | yaml.Loader"


class Slow(yaml.Loader):
    """The parser where libyaml is missing; in brackets it takes question marks and colons as libyaml does."""

    _in_plain = False

    def scan_flow_scalar(self, style: str) -> yaml.ScalarToken:
        """Read a quoted scalar; a character that is written by a number is one that there is."""
        start = self.get_mark()
        token: yaml.ScalarToken | None = None
        with suppress(ValueError, OverflowError):
            token = super().scan_flow_scalar(style)
        if token is None or _HALF.search(token.value):
            raise ScannerError(
                "while parsing a quoted scalar", start, "found invalid Unicode character escape code", self.get_mark()
            )
        return token

    def scan_plain(self) -> yaml.ScalarToken:
        """Read a plain scalar; a question mark does not end it."""
        self._in_plain = True
        try:
            token: yaml.ScalarToken = super().scan_plain()
        finally:
            self._in_plain = False
        ends_wrong = self.peek() == ":" and self.peek(1) in ",[]{}"
        if self.flow_level and (ends_wrong or ":?" in token.value):
            raise ScannerError(
                "while scanning a plain scalar", token.start_mark, "found unexpected ':'", self.get_mark()
            )
        return token

    def peek(self, index: int = 0) -> str:
        """Look ahead; inside a plain scalar, a question mark is a letter like others."""
        sign: str = super().peek(index)
        return "_" if sign == "?" and self._in_plain else sign


PARSER: type[Parser] = yaml.CLoader if yaml.__with_libyaml__ else Slow
