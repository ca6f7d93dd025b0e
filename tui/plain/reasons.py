"""Why, line by line, of what is no number of a list: hours, budget, and an inject."""

from engine.game.view import View
from engine.language.catalogue import LANGUAGES, say
from tui.means import Means, means, why_letter
from tui.plain import bulletin
from tui.plain.naming import called
from tui.plain.page import said, wrap

_DEEP = "    "


def explained(view: View, lang: str, typed: str) -> list[str]:
    """Explain hours, the budget or an inject, by name; nothing where something else is meant."""
    wanted = typed.strip().casefold()
    for each in means(view):
        if wanted in {say(spoken, each.name).casefold() for spoken in LANGUAGES}:
            return _means(each, lang)
    letters = {letter.inject: letter for letter in view.inbox}
    found = called(typed, lang, ((key, letter.name) for key, letter in letters.items()))
    if len(found) != 1 or called(typed, lang, bulletin.meters(view)):
        return []
    came, head, *moved = why_letter(view, letters[found[0]])
    return said(lang, came, head) + said(lang, *moved, indent=_DEEP)


def _means(each: Means, lang: str) -> list[str]:
    lines = said(lang, *each.words) + said(lang, *each.written, indent=_DEEP)
    return (
        lines
        + [line for use in each.uses for line in wrap(say(lang, use), first="  - ", rest=_DEEP)]
        + (bulletin.ledger(each.rows, lang))
    )
