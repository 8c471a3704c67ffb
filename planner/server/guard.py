"""Nobody without a live session gets past the sign-in page.

Whoever is let through bears their session's reference in a header of ours, which Streamlit puts into
`st.user` (`server.trustedUserHeaders`). The same header coming from outside is taken away, in every mode.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

from planner.server import cookies
from planner.views import sign_in_words

HEADER: Final = "X-MPP-Session"
USER_KEY: Final = "mpp_session"
"""Where `st.user` holds the reference."""

OURS: Final = (b"x-mpp-", b"x_mpp_")
SIGN_IN: Final = "/masuk"
SIGN_OUT: Final = "/keluar"
OPEN: Final = frozenset(
    {
        SIGN_IN,
        SIGN_OUT,
        "/sehat",
        "/aset/masuk.css",
        "/aset/ikon.png",
        "/app/static/fonts/inter-latin-wght-normal.woff2",
    }
)

FILES: Final = ("/_stcore/upload_file/", "/media/")

FindSession = Callable[[str], str | None]
"""The reference of the live session of a token; None where it is no longer live. Raises UnreachableError."""


class UnreachableError(Exception):
    """It cannot be found out who is signed in."""


class OursOnly:
    """Takes away what a visitor sends under the names of our own headers."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, without those headers."""
        if scope["type"] in ("http", "websocket"):
            headers = [(name, value) for name, value in scope["headers"] if not name.lower().startswith(OURS)]
            scope = {**scope, "headers": headers}
        await self.app(scope, receive, send)


class OurPagesOnly:
    """Closes a websocket, before it opens, that a page of another host or port asks for.

    Why, since Streamlit asks for known hosts: cookies do not tell ports apart, so a page that another program
    on this computer serves would come with the visitor's session.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on everything else, and the websockets of our own pages."""
        if scope["type"] == "websocket" and not cookies.of_our_origin(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
            return
        await self.app(scope, receive, send)


class SignedInOnly:
    """Lets through what bears a live session, and what the sign-in page needs; refuses the rest.

    A page is answered with the way to the sign-in page, anything else with 401; a websocket is closed before
    it opens.
    """

    def __init__(self, app: ASGIApp, find: FindSession) -> None:
        """Wrap `app`; `find` is called in a thread."""
        self.app = app
        self._find = find

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on with the session's reference, or refuse."""
        if scope["type"] == "lifespan" or (scope["type"] == "http" and scope["path"] in OPEN):
            await self.app(scope, receive, send)
            return
        token = cookies.session_token(scope)
        try:
            reference = None if token is None else await run_in_threadpool(self._find, token)
        except UnreachableError:
            await _refuse(scope, receive, send, PlainTextResponse(sign_in_words.UNREACHABLE, status_code=503))
            return
        if reference is None:
            await _refuse(scope, receive, send, _to_sign_in(scope))
            return
        headers = [*scope["headers"], (HEADER.lower().encode(), reference.encode())]
        await self.app({**scope, "headers": headers}, receive, send)


class KnownToProvider:
    """Refuses files, up and down, to whoever has not signed in with the organisation's provider.

    Why only those: Streamlit's pages hold nothing until the screen knows the visitor, but what it holds in
    memory for a page (files on their way) it would take from, and give to, anybody with an address.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on all but files for strangers."""
        if scope["type"] == "http" and scope["path"].startswith(FILES) and not _known(scope):
            await PlainTextResponse(sign_in_words.STRANGER, status_code=401)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _known(scope: Scope) -> bool:
    given = cookie_parser(Headers(scope=scope).get("cookie", ""))
    return _get_signed_cookie_with_chunks(given, USER_COOKIE_NAME) is not None


async def _refuse(scope: Scope, receive: Receive, send: Send, answer: Response) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await answer(scope, receive, send)


def _to_sign_in(scope: Scope) -> Response:
    kept = {"cache-control": "no-store"}
    if scope["type"] == "http" and _is_page(scope):
        query = scope["query_string"].decode("latin-1")
        wanted = scope["path"] + (f"?{query}" if query else "")
        return RedirectResponse(f"{SIGN_IN}?next={quote(wanted, safe='')}", status_code=303, headers=kept)
    return PlainTextResponse(sign_in_words.UNAUTHORISED, status_code=401, headers=kept)


def _is_page(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    asked = headers.get("sec-fetch-mode", "navigate") == "navigate"
    return scope["method"] in ("GET", "HEAD") and asked and "text/html" in headers.get("accept", "")
