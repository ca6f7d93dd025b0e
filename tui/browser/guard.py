"""Who may reach the game in a browser: only a page of ours, on this machine, opened with the token that was printed.

Any web page that is open in the same browser can send requests to 127.0.0.1. So each request must name us as its host,
come from us where it says where it comes from, and carry the token, which the first page puts into a cookie.
"""

import secrets

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from engine.language.catalogue import say
from engine.language.messages import Message

HOST = "127.0.0.1"
COOKIE = "golden_hour"
QUERY = "token"
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def new_token() -> str:
    """Return a token that nobody guesses."""
    return secrets.token_urlsafe(32)


def policy(port: int) -> str:
    """Return what the page may load: its own files and the line to the game, nothing from elsewhere."""
    own = "'self' 'unsafe-inline'"
    return (
        f"default-src 'none'; script-src {own}; style-src {own}; font-src 'self' data:; img-src 'self' data:; "
        f"connect-src ws://{HOST}:{port} http://{HOST}:{port}; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )


def refusal(request: web.Request, token: str, port: int) -> tuple[int, Message] | None:
    """Return with which status, and why, a request is turned away; None where it may pass."""
    if request.host != f"{HOST}:{port}":
        return 421, Message.of("serve.host")
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{HOST}:{port}":
        return 403, Message.of("serve.foreign")
    if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        return 403, Message.of("serve.foreign")
    if request.path == "/ws" and origin is None:
        return 403, Message.of("serve.foreign")
    return None if _carries(request, token) else (401, Message.of("serve.address"))


def _carries(request: web.Request, token: str) -> bool:
    shown = [request.cookies.get(COOKIE, "")]
    if request.path == "/":
        shown.append(request.query.get(QUERY, ""))
    return any(secrets.compare_digest(each.encode(errors="replace"), token.encode()) for each in shown)


def guard(token: str, port: int, lang: str) -> Middleware:
    """Return the middleware that every request passes."""

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        turned_away = refusal(request, token, port)
        if turned_away is not None:
            status, why = turned_away
            return web.Response(status=status, text=say(lang, why) + "\n", headers=HEADERS)
        if request.path == "/" and QUERY in request.query:  # out of the address, so that it is in no history
            answer: web.StreamResponse = web.Response(status=303, headers={"Location": "/", **HEADERS})
            answer.set_cookie(COOKIE, token, httponly=True, samesite="Strict", path="/")
            return answer
        try:
            answer = await handler(request)
        except OSError:  # a file of a name that no disk takes
            raise web.HTTPNotFound from None
        if not answer.prepared:
            answer.headers.update({**HEADERS, "Content-Security-Policy": policy(port)})
        return answer

    return guarded
