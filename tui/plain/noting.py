"""Reads a note of the facilitator's that is written in one line: `flag team=embassy inject=letter what was seen`."""

import re
from collections.abc import Mapping

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message

_PIECE = re.compile(r"(?:(?P<key>\w+)=(?P<value>\"[^\"]*\"|\S+)|(?P<word>\w+))(?:\s+|$)")
_ABOUT = ("team", "inject")


def noted(lang: str, typed: str) -> Mapping[str, str]:
    """Return the fields of the form for a note: what stands before its text ties it, or flags it for the hot wash.

    A name of several words stands in quotes. What is neither begins the text, which is kept as it is.
    """
    keys = {_word(tongue, f"form.note.{field}"): field for tongue in LANGUAGES for field in _ABOUT}
    flags = {_word(tongue, "plain.note.flag") for tongue in LANGUAGES}
    found, rest = {"team": "", "inject": "", "hot_wash": ""}, typed
    while piece := _PIECE.match(rest):
        key, word = (piece["key"] or "").casefold(), (piece["word"] or "").casefold()
        if key in keys and not found[keys[key]]:
            found[keys[key]] = piece["value"].strip('"')
        elif word in flags and not found["hot_wash"]:
            found["hot_wash"] = _word(lang, "action.yes.word")
        else:
            break
        rest = rest[piece.end() :]
    return {**found, "text": rest}


def _word(lang: str, code: str) -> str:
    return say(lang, Message(code)).casefold()
