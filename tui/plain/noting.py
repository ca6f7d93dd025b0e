"""Reads a note of the facilitator's in one line: `flag=yes team=embassy inject=letter what was seen`."""

import re
from collections.abc import Mapping

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message

_PIECE = re.compile(r"(?P<key>\w+)=(?P<value>\"[^\"]*\"|\S+)(?:\s+|$)")
_FIELDS = {"form.note.team": "team", "form.note.inject": "inject", "plain.note.flag": "hot_wash"}
"""What is called so before a `=` -> the field of the form."""


def noted(typed: str) -> Mapping[str, str]:
    """Return the fields of the form for a note: what stands before its text ties it, or flags it for the hot wash.

    A name of several words stands in quotes. What is neither begins the text, which is kept as it is: no word of an
    observation is taken for a sign.
    """
    keys = {_word(tongue, code): field for tongue in LANGUAGES for code, field in _FIELDS.items()}
    found, rest = dict.fromkeys(_FIELDS.values(), ""), typed
    while piece := _PIECE.match(rest):
        field = keys.get(piece["key"].casefold())
        if field is None or found[field]:
            break
        found[field], rest = piece["value"].strip('"'), rest[piece.end() :]
    return {**found, "text": rest}


def _word(lang: str, code: str) -> str:
    return say(lang, Message(code)).casefold()
