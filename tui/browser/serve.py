"""The game in a browser on this machine: textual-serve draws it, the guard decides who may reach it."""

import logging
import shlex
import socket
import subprocess
import sys
from pathlib import Path

from aiohttp import web
from aiohttp_jinja2 import render_template
from textual_serve.server import Server

from engine.exits import FINE, MACHINE
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui.browser.guard import HOST, QUERY, guard, new_token
from tui.browser.mishaps import Mishaps, answer_in_our_words

PAGE = Path(__file__).parent / "page"
MOST_TABS = 12
"""Each tab is a process of its own; more than this is a mistake, or a fault."""


class GameServer(Server):
    """Serves one process of the game to each tab."""

    def __init__(self, command: str, port: int, lang: str, token: str) -> None:
        super().__init__(
            command,
            HOST,
            port,
            say(lang, Message.of("screen.start.name")),
            f"http://{HOST}:{port}",
            templates_path=PAGE,
        )
        self._lang = lang
        self._token = token
        self._tabs = 0

    async def _make_app(self) -> web.Application:
        answer_in_our_words(self._lang)
        app = await super()._make_app()
        app.middlewares.append(guard(self._token, self.port, self._lang))
        return app

    async def on_startup(self, _app: web.Application) -> None:
        """Print the address, token included."""
        address = f"{self.public_url}/?{QUERY}={self._token}"
        sys.stdout.write(say(self._lang, Message.of("serve.open", address=Text.of(address))) + "\n")
        sys.stdout.flush()

    async def handle_index(self, request: web.Request) -> web.Response:
        """Return the page, in the language of the command line."""
        words = {name: say(self._lang, Message.of(f"serve.{name}")) for name in ("ended", "again")}
        context = {
            "lang": self._lang,
            "title": self.title,
            "static": f"{self.public_url}/static/",
            "socket": f"ws://{HOST}:{self.port}/ws",
            **words,
        }
        return render_template("index.html", request, context)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Start a game for a tab, unless too many are open."""
        if self._tabs >= MOST_TABS:
            raise web.HTTPServiceUnavailable
        self._tabs += 1
        try:
            return await super().handle_websocket(request)
        finally:
            self._tabs -= 1

    def initialize_logging(self) -> None:
        """Log in a line that something went wrong, and nothing of what was sent: it could be secret at a table."""
        logging.basicConfig(handlers=[Mishaps(self._lang)], level=logging.ERROR, force=True)


def serve(port: int, lang: str) -> int:
    """Serve the game on the loopback interface until it is interrupted. Returns the exit code."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            sys.stderr.write(say(lang, Message.of("serve.taken", port=port)) + "\n")
            return MACHINE
        port = probe.getsockname()[1]
    GameServer(command(lang), port, lang, new_token()).serve()
    return FINE


def command(lang: str) -> str:
    """Return the shell command that starts the game for one tab."""
    words = [sys.executable, "-m", "play", "--lang", lang]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
