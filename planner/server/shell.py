"""The page around the screen: security headers on every answer, and Streamlit's page made Indonesian.

Streamlit has no translations of its own. The page it sends is rewritten (language, title, our font first, a
word for visitors without JavaScript) and given a script that puts Indonesian words for Streamlit's own few
(buttons, menus, tables) and has calendars begin on Monday.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SCRIPT_PATH: Final = "/aset/terjemah.js"
MEDIA: Final = "/media/"
"""Files that a page holds for a while: evidence, its previews, downloads. No proxy keeps them, and no browser
shows them again without asking here.

Why not ``no-store``: Streamlit asks for a download without reading it, which a browser that may keep nothing
never ends; six of these and it asks for nothing more.
"""
ASSETS: Final = Path(__file__).resolve().parent.parent / "ui" / "assets"
FONT: Final = "./app/static/fonts/inter-latin-wght-normal.woff2"
STREAMLIT_PAGE: Final = Path(streamlit.__file__).parent / "static" / "index.html"

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
_FEATURES = ("camera", "microphone", "geolocation", "payment", "usb", "interest-cohort", "browsing-topics")


class Shell:
    """ASGI middleware: headers on every answer, Streamlit's page rewritten; websockets pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`; the page's inline script is looked up now, once."""
        self.app = app
        self._script_hashes = inline_script_hashes(STREAMLIT_PAGE.read_text(encoding="utf-8"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the wrapped app does, dressed."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        host = Headers(scope=scope).get("host", "")
        policy = content_security_policy(self._script_hashes, host)
        await self.app(scope, receive, _Dresser(send, policy, unkept=scope["path"].startswith(MEDIA)))


class _Dresser:
    """Sends one answer on with headers added; holds an HTML page back until it is whole, then rewrites it.

    A page with a policy of its own is one of ours, and is left as it is.
    """

    def __init__(self, send: Send, policy: str, *, unkept: bool) -> None:
        self._send = send
        self._policy = policy
        self._unkept = unkept
        self._start: Message | None = None
        self._page = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message["headers"]))
            own_policy = headers.get("content-security-policy")
            self._protect(headers, own_policy or self._policy)
            message = {**message, "headers": headers.raw}
            if not own_policy and headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        elif self._start is not None:
            self._page += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_page()
            return
        await self._send(message)

    def _protect(self, headers: MutableHeaders, policy: str) -> None:
        headers["content-security-policy"] = policy
        headers["x-content-type-options"] = "nosniff"
        headers["x-frame-options"] = "DENY"
        headers["referrer-policy"] = "same-origin"
        headers["cross-origin-opener-policy"] = "same-origin"
        if self._unkept:
            headers["cache-control"] = "private, no-cache"
        headers["permissions-policy"] = ", ".join(f"{feature}=()" for feature in _FEATURES)

    async def _send_page(self) -> None:
        start, self._start = self._start, None
        headers = MutableHeaders(raw=list(start["headers"]) if start else [])
        packed = bytes(self._page)
        plain = gzip.decompress(packed) if headers.get("content-encoding") == "gzip" and packed else packed
        page = indonesian_page(plain.decode("utf-8")).encode("utf-8") if plain else b""
        if start is not None:
            for stale in ("etag", "last-modified", "content-encoding"):
                del headers[stale]
            if page:
                headers["content-length"] = str(len(page))
            await self._send({**start, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": page})


def inline_script_hashes(page: str) -> tuple[str, ...]:
    """CSP sources (`sha256-...`) of the scripts written inside a page, in order."""
    digests = (hashlib.sha256(script.encode("utf-8")).digest() for script in _INLINE_SCRIPT.findall(page))
    return tuple(f"sha256-{base64.b64encode(digest).decode('ascii')}" for digest in digests)


def content_security_policy(script_hashes: tuple[str, ...], host: str) -> str:
    """The policy: only this server, no foreign script, frame, font or connection.

    `host` is the request's Host; named for the websocket because not every browser counts `ws:` as `'self'`.
    Why 'unsafe-inline' for styles: Streamlit's interface writes its styles while it runs.
    """
    scripts = " ".join(f"'{digest}'" for digest in script_hashes)
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {scripts}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' data: blob:{sockets}",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "frame-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def indonesian_page(page: str) -> str:
    """Streamlit's page with Indonesian language, title and words, our font and our script before its own."""
    words = chrome_words()
    shell = page.replace('<html lang="en">', '<html lang="id">')
    shell = re.sub(r"<title>.*?</title>", f"<title>{escape(words['title'])}</title>", shell, count=1)
    noscript = f"<noscript><p>{escape(words['noscript'])}</p></noscript>"
    shell = re.sub(r"<noscript>.*?</noscript>", lambda _: noscript, shell, count=1, flags=re.DOTALL)
    shell = re.sub(r'href="\./static/media/SourceSans[^"]*\.woff2"', f'href="{FONT}"', shell)
    shell = re.sub(r'\s*<link rel="service-desc"[^>]*>', "", shell)
    return shell.replace("<head>", f'<head>\n    <script src="{SCRIPT_PATH}"></script>', 1)


@cache
def chrome_words() -> dict[str, Any]:
    """The dictionary of Streamlit's own words, `planner/ui/assets/streamlit-id.json`."""
    words: dict[str, Any] = json.loads((ASSETS / "streamlit-id.json").read_text(encoding="utf-8"))
    return words


@cache
def page_script() -> str:
    """The script of the page, with the dictionary inside: one request, no waiting."""
    words = {key: chrome_words()[key] for key in ("words", "patterns")}
    dictionary = json.dumps(words, ensure_ascii=False).replace("</", "<\\/")
    return (ASSETS / "terjemah.js").read_text(encoding="utf-8").replace("__DICTIONARY__", dictionary)
