"""Nobody reaches the game in a browser but its own page, on this machine, with the token."""

import asyncio
import gc
import logging
from asyncio.base_subprocess import BaseSubprocessTransport
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, WSServerHandshakeError, web

from engine.language.catalogue import say
from engine.language.messages import Message
from tui.browser.guard import COOKIE, HOST, policy
from tui.browser.serve import GameServer, command

TOKEN = "a-token-that-was-printed"
PATIENCE = 60  # seconds
OWN = {"Cookie": f"{COOKIE}={TOKEN}"}


@asynccontextmanager
async def served():
    """A server of the game, at its address."""
    server = GameServer("true", 0, "en", TOKEN)
    listening = await asyncio.get_running_loop().create_server(lambda: None, HOST, 0)
    server.port = listening.sockets[0].getsockname()[1]
    listening.close()
    await listening.wait_closed()
    server.public_url = f"http://{HOST}:{server.port}"
    runner = web.AppRunner(await server._make_app())
    await runner.setup()
    await web.TCPSite(runner, HOST, server.port).start()
    try:
        yield server
    finally:
        await runner.cleanup()
        await all_ended()


def asked(path="/", headers=(), *, line=False):
    """Ask a server of the game; return status, headers and text, or the status with which a line was refused."""

    async def ask():
        async with served() as server, ClientSession() as session:
            sent = {name: value.replace("PORT", str(server.port)) for name, value in dict(headers).items()}
            try:
                if line:
                    async with session.ws_connect(server.public_url + path, headers=sent):
                        return 101
                async with session.get(server.public_url + path, headers=sent, allow_redirects=False) as answer:
                    return answer.status, answer.headers, await answer.text(errors="replace")
            except WSServerHandshakeError as refused:
                return refused.status

    return asyncio.run(ask())


async def all_ended():
    """Wait for the games of all tabs: textual-serve waits for their output to end, and not for them."""
    here = asyncio.get_running_loop()
    async with asyncio.timeout(PATIENCE):
        while any(  # noqa: ASYNC110 - a process that nobody holds sets no event
            isinstance(thing, BaseSubprocessTransport) and thing._loop is here and thing.get_returncode() is None
            for thing in gc.get_objects()
        ):
            await asyncio.sleep(0.01)


def test_the_printed_address_opens_the_page_and_leaves_no_token_in_the_address():
    status, headers, _ = asked(f"/?token={TOKEN}")
    assert status == 303
    assert headers["Location"] == "/"
    cookie = headers["Set-Cookie"]
    assert all(word in cookie for word in (COOKIE, "HttpOnly", "SameSite=Strict"))
    status, headers, text = asked("/", OWN)
    assert status == 200
    assert "GOLDEN HOUR" in text
    assert TOKEN not in text
    assert headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=wrong", "/static/js/textual.js", "/download/x", "/nothing"])
def test_nothing_is_had_without_the_token(path):
    assert asked(path)[0] == 401
    assert asked(path, {"Cookie": f"{COOKIE}=wrong"})[0] == 401


def test_the_token_opens_nothing_but_the_first_page():
    assert asked(f"/static/js/textual.js?token={TOKEN}")[0] == 401
    assert asked("/static/js/textual.js", OWN)[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:PORT", "localhost:PORT", "127.0.0.1:1"])
def test_a_name_that_is_made_to_point_here_is_turned_away(host):
    assert asked("/", {**OWN, "Host": host})[0] == 421


@pytest.mark.parametrize(
    "foreign",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:PORT"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_page_is_turned_away_even_with_the_cookie(foreign):
    assert asked("/", {**OWN, **foreign})[0] == 403
    assert asked("/ws", {**OWN, **foreign}, line=True) == 403


def test_the_line_to_the_game_needs_an_origin_and_the_cookie():
    own = {"Origin": "http://127.0.0.1:PORT"}
    assert asked("/ws", OWN, line=True) == 403
    assert asked("/ws", own, line=True) == 401
    assert asked("/ws", {**OWN, **own}, line=True) == 101


@pytest.fixture
def log():
    """The log as it was, once the test is over."""
    root = logging.getLogger()
    before, root.handlers = root.handlers, []
    yield
    root.handlers = before


BROKEN = (
    "GET /?token=TOKEN HTTP/9.9\r\n\r\n",
    "GET /?token=TOKEN\x01 HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nCookie: golden_hour=TOKEN\r\nno header\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\nCookie: golden_hour=TOKEN\xff\r\n\r\n",
    f"GET /?token=TOKEN{'a' * 9000} HTTP/1.1\r\nHost: HERE\r\n\r\n",
    f"GET /static/{'a' * 3000} HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\nCookie: golden_hour=TOKEN\r\n\r\n",
)


@pytest.mark.usefixtures("log")
def test_what_cannot_be_read_is_told_in_a_line_without_what_was_sent(capsys):
    async def ask():
        statuses = []
        async with served() as server:
            server.initialize_logging()
            for broken in BROKEN:
                sent = broken.replace("TOKEN", TOKEN).replace("HERE", f"{HOST}:{server.port}")
                reader, writer = await asyncio.open_connection(HOST, server.port)
                writer.write(sent.encode("latin-1"))
                head, _, told = (await reader.read()).decode().partition("\r\n\r\n")
                statuses.append(int(head.split()[1]))
                assert statuses[-1] != 400 or told == say("en", Message.of("serve.unreadable")) + "\n"
                writer.close()
        return statuses

    assert asyncio.run(ask()) == [400, 400, 400, 401, 400, 404]
    lines = capsys.readouterr().err.splitlines()
    faults = ("BadStatusLine", "InvalidURL", "BadHttpMessage", "LineTooLong")
    assert [fault in line for fault, line in zip(faults, lines, strict=True)] == [True] * len(faults)
    assert not any(TOKEN in each for each in lines)


def test_the_page_may_load_nothing_from_elsewhere():
    sources = [word for part in policy(8123).split(";") for word in part.split()[1:]]
    assert all(word.startswith("'") or word == "data:" or f"{HOST}:8123" in word for word in sources)


def test_the_command_of_a_tab_names_no_words_from_outside():
    assert command("id").endswith("-m play --lang id")
