"""A saved exercise told again, turn by turn, or verified: the rules of today must lead where it was saved."""

from typing import TextIO

from engine.exits import FINE, INPUT
from engine.game.table import Table
from engine.language.messages import Message
from tui.plain import briefing, bulletin, result
from tui.plain.page import wrap
from tui.plain.terminal import Terminal


class Replay:
    """Tells an exercise again. Build it with a table that was made to be looked at."""

    def __init__(self, table: Table, read: TextIO, write: TextIO, lang: str) -> None:
        self._table = table
        self._terminal = Terminal(read, write, lang)

    def tell(self) -> int:
        """Tell every turn as the public saw it, and how it ended; return 1 if it could not be told to the end.

        What the facilitator did and noted is told once ENDEX has come: until then it could give away what is to come.
        """
        view, lang = self._table.view(None), self._terminal.lang
        self._terminal.heading(Message.of("plain.title", title=view.title))
        self._terminal.lines(wrap(view.summary.in_language(lang)))
        chair = self._table.console() if self._table.ended else None
        for each in self._table.story(None):
            self._terminal.lines(
                ["", *bulletin.orders(each, view, lang, more=None), "", *bulletin.changes([each], lang, more=None)]
            )
            self._terminal.lines(briefing.acts(chair, each.turn, lang) if chair else [])
        if view.result is not None:
            self._terminal.heading(Message.of("plain.endex"))
            self._terminal.lines(result.scores(view.result, lang))
        return self._close()

    def verify(self) -> int:
        """Say whether every turn came out as it was saved; return 1 if one did not."""
        return self._close()

    def _close(self) -> int:
        self._terminal.lines([""])
        if self._table.trouble is not None:
            self._terminal.say(self._table.trouble)
            return INPUT
        self._terminal.say(Message.of("replay.verified", n=len(self._table.story(None))))
        if self._table.ended:  # before, it could confirm a guess at what is secret
            self._terminal.say(Message.of("plain.digest", digest=self._table.digest))
        return FINE
