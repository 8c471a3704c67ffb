"""Who and what is let in: known host names only, and none of Streamlit's addresses for machines."""

from __future__ import annotations

from typing import Final

import streamlit as st
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from planner.views import sign_in_words

CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent")
_KNOWN: Final = "mpp.known_host"


class AllowedHosts:
    """Refuses a request whose Host is not in `server.allowedHosts`; an empty list lets every name in.

    Why: Streamlit checks the list on its websocket only; evidence files are plain requests, and a foreign
    page that has its name point to this machine (DNS rebinding) could ask for them.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Read the list now, when the server is built, since only then has the configuration been read."""
        self.app = app
        names = list(st.get_option("server.allowedHosts")) or ["*"]
        self._judge = TrustedHostMiddleware(_known, allowed_hosts=names, www_redirect=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes under a known name; tell the others, in Indonesian, what to do."""
        judged = dict(scope)
        await self._judge(judged, receive, _unsent)
        if _KNOWN in judged:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse(sign_in_words.UNKNOWN_NAME, status_code=400)(scope, receive, send)


async def _known(scope: Scope, receive: Receive, send: Send) -> None:
    scope[_KNOWN] = True


async def _unsent(message: Message) -> None:
    """Keep to ourselves what the judge would answer, in English."""


class ClosedPaths:
    """Answers 404 for the measurements and the agent interface that Streamlit would show to anyone."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but the closed addresses."""
        if scope["type"] == "http" and scope["path"].startswith(CLOSED):
            await PlainTextResponse("", status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)
