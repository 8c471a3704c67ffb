"""Streamlit's scripts and styles, sent compressed.

Why here: Streamlit sends them as they are (charts alone 4.7 MB), which an office on a weak line waits for,
and compressing them anew for each visitor would cost this server half a second of work every time. Their
names carry a hash of the content, so each is compressed once and kept.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PREFIX: Final = "/static/"
SUFFIXES: Final = (".js", ".css")
LEVEL: Final = 6


@dataclass(frozen=True, slots=True)
class _Kept:
    start: Message
    body: bytes


class CompressedAssets:
    """ASGI middleware that keeps the compressed form of each script and style it has sent."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app` with nothing kept yet."""
        self.app = app
        self._kept: dict[str, _Kept] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, else fetch, compress, keep and answer."""
        if not _wanted(scope):
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        if path not in self._kept:
            answer = _Collector()
            await self.app(scope, receive, answer)
            if answer.start["status"] != 200:
                await send(answer.start)
                await send({"type": "http.response.body", "body": bytes(answer.body)})
                return
            self._kept[path] = await run_in_threadpool(_compress, answer)
        await send(self._kept[path].start)
        await send({"type": "http.response.body", "body": self._kept[path].body})


class _Collector:
    """Takes one whole answer in."""

    def __init__(self) -> None:
        self.start: Message = {}
        self.body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self.body += message.get("body", b"")


def _wanted(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    path: str = scope["path"]
    headers = Headers(scope=scope)
    plain = "range" not in headers and "if-none-match" not in headers and "if-modified-since" not in headers
    accepts = "gzip" in headers.get("accept-encoding", "")
    return plain and accepts and path.startswith(PREFIX) and path.endswith(SUFFIXES)


def _compress(answer: _Collector) -> _Kept:
    body = gzip.compress(bytes(answer.body), compresslevel=LEVEL, mtime=0)
    headers = MutableHeaders(raw=list(answer.start["headers"]))
    headers["content-encoding"] = "gzip"
    headers["content-length"] = str(len(body))
    headers.add_vary_header("Accept-Encoding")
    return _Kept({**answer.start, "headers": headers.raw}, body)
