"""Plays in a real browser: `python -m tests.in_chromium [PICTURE.png]` serves the game and drives headless Chromium.

It needs Chromium (or Chrome) on the machine, and is therefore no part of pytest; .ci/run runs it where there is one.
The browser's own protocol is spoken directly, so that no driver is needed.
"""

import asyncio
import base64
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession, ClientTimeout

from tests.homes import HOMES

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0",
    "--window-size=1280,800",
)  # fmt: skip
PATIENCE = 30
NOBODY = 77


def browser():
    """Return the path of a browser, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


async def within(awaited, what):
    """Wait for it, but not for ever; say what did not come."""
    try:
        return await asyncio.wait_for(awaited, PATIENCE)
    except TimeoutError:
        raise TimeoutError(f"waited {PATIENCE} seconds in vain: {what}") from None


async def ended(process):
    """End what was started, in one way or another."""
    process.terminate()
    try:
        await within(process.wait(), "the end of what was started")
    except TimeoutError:
        process.kill()
        await process.wait()
        raise


class Page:
    """A page of the browser, spoken to by its debugging protocol."""

    def __init__(self, line):
        self._line = line
        self._number = 0

    async def ask(self, method, **values):
        return await within(self._asked(method, values), f"the browser's answer to {method}")

    async def _asked(self, method, values):
        self._number += 1
        await self._line.send_json({"id": self._number, "method": method, "params": values})
        async for message in self._line:
            said = message.json()
            if said.get("id") == self._number:
                return said.get("result", {})
        raise ConnectionError("the browser has gone")

    async def value(self, expression):
        answer = await self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return answer.get("result", {}).get("value")

    async def until(self, expression):
        """Wait until an expression holds."""
        await within(self._holds(expression), expression)

    async def _holds(self, expression):
        while not await self.value(expression):  # noqa: ASYNC110 - a page tells nobody
            await asyncio.sleep(0.1)

    async def press(self, key, code, text=None):
        number = {"Enter": 13, "Escape": 27}.get(key, ord(key.upper()) if len(key) == 1 else 0)
        values = {"key": key, "code": code, "windowsVirtualKeyCode": number, **({"text": text} if text else {})}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", **values)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **values)

    async def picture(self, path):
        shot = await self.ask("Page.captureScreenshot", format="png")
        Path(path).write_bytes(base64.b64decode(shot["data"]))  # noqa: ASYNC240 - a picture, once


@asynccontextmanager
async def served(folder):
    """Serve the game on a free port, with a home of its own; give the address."""
    environment = {**os.environ, **dict.fromkeys(HOMES, folder)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "play", "serve", "--port", "0", "--lang", "en", stdout=subprocess.PIPE, env=environment
    )
    try:
        line = (await within(process.stdout.readline(), "the address of the game")).decode()
        found = re.search(r"http://\S+", line)
        assert found, f"no address of the game, but {line!r}"
        yield found[0]
    finally:
        await ended(process)


@asynccontextmanager
async def opened(folder, session):
    """Start the browser with a profile of its own; give a page."""
    process = await asyncio.create_subprocess_exec(
        browser(), *FLAGS, f"--user-data-dir={folder}", "about:blank", stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    try:
        port = await within(listening(process), "the port of the browser")
        async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
            pages = [page for page in await answer.json() if page["type"] == "page"]
        async with session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as line:
            yield Page(line)
    finally:
        await ended(process)


async def listening(process):
    """Return the port at which the browser can be spoken to."""
    said = []
    async for line in process.stderr:
        said.append(line.decode())
        port = re.search(r"DevTools listening on ws://127\.0\.0\.1:(\d+)/", said[-1])
        if port:
            return port[1]
    raise ConnectionError(f"the browser ended at once: {''.join(said[-3:])}")


async def play(picture):
    """Open the game, start the tutorial, and look at it; what an outside page asks for is turned away."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home, profile = Path(folder) / "home", Path(folder) / "profile"
        patience = ClientTimeout(total=None, connect=PATIENCE, sock_connect=PATIENCE)
        async with (
            ClientSession(timeout=patience) as session,
            served(str(home)) as address,
            opened(str(profile), session) as page,
        ):
            await page.ask("Page.enable")
            await page.ask("Page.navigate", url=address)
            await page.until("document.body && document.body.classList.contains('-first-byte')")
            assert "token" not in await page.value("location.href")
            await asyncio.sleep(2)
            await page.press("Enter", "Enter", "\r")
            await asyncio.sleep(2)
            await page.press("s", "KeyS", "s")
            await asyncio.sleep(3)
            assert not await page.value("document.body.classList.contains('-closed')")
            if picture:
                await page.picture(picture)
            assert list(Path(folder).rglob("*.ghx")), "no exercise was begun"  # noqa: ASYNC240 - a look, once
            origin = address.partition("/?")[0]
            await page.ask("Page.navigate", url="data:text/html,<p>elsewhere</p>")
            line = f"new Promise(r => {{ const s = new WebSocket('{origin.replace('http', 'ws')}/ws');"
            got = await page.value(f"{line} s.onopen = () => r('in'); s.onerror = () => r('out') }})")
            assert got == "out", "another page reached the game"


def main():
    """Play; 0 where all went well, 77 where there is no browser."""
    if browser() is None:
        print("no Chromium on this machine: the game was not tried in a browser")
        return NOBODY
    asyncio.run(play(sys.argv[1] if len(sys.argv) > 1 else None))
    print("played in", Path(browser()).name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
