"""What goes wrong while the game is served, in a line for each: never what was sent, which may hold the token."""

import logging
import sys
from http import HTTPStatus

from aiohttp import web, web_server
from aiohttp.web_protocol import RequestHandler

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui.browser.guard import HEADERS


class Mishaps(logging.Handler):
    """Takes the place of the libraries' log, whose tracebacks quote what was sent."""

    def __init__(self, lang: str) -> None:
        super().__init__(logging.ERROR)
        self._lang = lang

    def emit(self, record: logging.LogRecord) -> None:
        """Say what kind of fault it was, and where the rest would have been logged."""
        fault = record.exc_info[0] if record.exc_info else None
        kind = fault.__name__ if fault else record.levelname
        said = Message.of("serve.mishap", kind=Text.of(kind), where=Text.of(record.name))
        sys.stderr.write(say(self._lang, said) + "\n")


def answer_in_our_words(lang: str) -> None:
    """Have whoever sends what cannot be read be told so shortly: no middleware sees such a request.

    The library would quote what was sent. It lets nobody say which class answers a connection, so ours takes its place.
    """

    class Answering(RequestHandler):
        __slots__ = ()

        def handle_error(
            self,
            request: web.BaseRequest,
            status: int = 500,
            exc: BaseException | None = None,
            message: str | None = None,
        ) -> web.StreamResponse:
            super().handle_error(request, status, exc, message)
            code = "serve.unreadable" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "serve.failed"
            answer = web.Response(status=status, text=say(lang, Message.of(code)) + "\n", headers=HEADERS)
            answer.force_close()
            return answer

    web_server.RequestHandler = Answering  # type: ignore[attr-defined]
