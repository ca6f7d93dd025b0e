"""Nobody reaches the game in a browser but its own page, on this machine, with the token."""

import asyncio
import gc
from asyncio.base_subprocess import BaseSubprocessTransport

import pytest
from aiohttp import ClientSession, WSServerHandshakeError, web

from tui.browser.guard import COOKIE, HOST, policy
from tui.browser.serve import GameServer, command

TOKEN = "a-token-that-was-printed"
PATIENCE = 60  # seconds
OWN = {"Cookie": f"{COOKIE}={TOKEN}"}


def asked(path="/", headers=(), *, line=False):
    """Ask a server of the game; return status, headers and text, or the status with which a line was refused."""

    async def ask():
        server = GameServer("true", 0, "en", TOKEN)
        listening = await asyncio.get_running_loop().create_server(lambda: None, HOST, 0)
        server.port = listening.sockets[0].getsockname()[1]
        listening.close()
        await listening.wait_closed()
        server.public_url = f"http://{HOST}:{server.port}"
        runner = web.AppRunner(await server._make_app())
        await runner.setup()
        await web.TCPSite(runner, HOST, server.port).start()
        sent = {name: value.replace("PORT", str(server.port)) for name, value in dict(headers).items()}
        try:
            async with ClientSession() as session:
                if line:
                    async with session.ws_connect(server.public_url + path, headers=sent):
                        return 101
                async with session.get(server.public_url + path, headers=sent, allow_redirects=False) as answer:
                    return answer.status, answer.headers, await answer.text(errors="replace")
        except WSServerHandshakeError as refused:
            return refused.status
        finally:
            await runner.cleanup()
            await all_ended()

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


def test_the_page_may_load_nothing_from_elsewhere():
    sources = [word for part in policy(8123).split(";") for word in part.split()[1:]]
    assert all(word.startswith("'") or word == "data:" or f"{HOST}:8123" in word for word in sources)


def test_the_command_of_a_tab_names_no_words_from_outside():
    assert command("id").endswith("-m play --lang id")
