"""What is refused before anything looks at it: what is too large, and what comes from afar."""

from __future__ import annotations

from typing import Final

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from planner.launch import loopback
from planner.views import sign_in_words

MEGABYTE: Final = 1024 * 1024
SLACK: Final = MEGABYTE
"""What may stand around an uploaded file: the form's own lines."""

UPLOADS: Final = "/_stcore/upload_file/"
ELSEWHERE: Final = MEGABYTE


class BodyLimit:
    """Answers 413 to what is larger than an upload may be; beside uploads nobody sends more than 1 MB.

    A request that does not say how long it is gets as far as it may, and is cut off there.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Read the limit of uploads now, when the server is built."""
        self.app = app
        self._upload = int(st.get_option("server.maxUploadSize")) * MEGABYTE + SLACK

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is small enough."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = self._upload if scope["path"].startswith(UPLOADS) else ELSEWHERE
        told = Headers(scope=scope).get("content-length", "")
        if told.isdecimal() and int(told) > most:
            await _too_large(most)(scope, receive, send)
            return
        counted = _Counted(receive, send, most)
        try:
            await self.app(scope, counted.receive, counted.send)
        except _TooLargeError:
            if not counted.answered:
                await _too_large(most)(scope, receive, send)


class _TooLargeError(Exception):
    pass


class _Counted:
    """Counts what comes in, and knows whether the answer has begun."""

    def __init__(self, receive: Receive, send: Send, most: int) -> None:
        self._receive, self._send, self._left = receive, send, most
        self.answered = False

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise _TooLargeError
        return message

    async def send(self, message: Message) -> None:
        self.answered = True
        await self._send(message)


def _too_large(most: int) -> PlainTextResponse:
    sentence = sign_in_words.TOO_LARGE.format(megabytes=most // MEGABYTE)
    return PlainTextResponse(sentence, status_code=413, headers={"connection": "close"})


class ThisComputerOnly:
    """Refuses what did not come in over loopback: the server of local mode, however it was started.

    Why beside the check at the start: a server may be told its address in ways that it does not know of.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what came in over loopback, and the server's own messages."""
        own = scope.get("server")
        if scope["type"] == "lifespan" or own is None or loopback(own[0]):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse(sign_in_words.NOT_FROM_AFAR, status_code=403)(scope, receive, send)
