"""What the server is made of: the arguments of `streamlit.App`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import TypedDict

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from planner import __version__
from planner.server.compression import CompressedAssets
from planner.server.gate import AllowedHosts, ClosedPaths
from planner.server.health import database_ok
from planner.server.shell import SCRIPT_PATH, Shell, page_script
from planner.server.startup import starter

HEALTH_PATH = "/sehat"


class Options(TypedDict):
    """Arguments of `streamlit.App`, beside the script's path."""

    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]
    lifespan: Callable[[st.App], AbstractAsyncContextManager[None]]


def options(
    extra_routes: Sequence[BaseRoute] = (),
    database_ok: Callable[[], bool] = database_ok,
    preload: Sequence[str] = (),
) -> Options:
    """The routes, middleware and start-up of the server.

    `extra_routes` are served beside the screen and may not begin with Streamlit's own prefixes (`/_stcore`,
    `/media`, `/component`, `/static`). `database_ok` is asked, in a thread, whenever `/sehat` is. `preload`
    names the modules loaded before the first page is drawn.
    """
    return Options(
        routes=[Route(SCRIPT_PATH, _script), Route(HEALTH_PATH, _health(database_ok)), *extra_routes],
        middleware=[Middleware(cls) for cls in (Shell, AllowedHosts, ClosedPaths, CompressedAssets)],
        lifespan=starter(preload),
    )


async def _script(_: Request) -> Response:
    return Response(page_script(), media_type="text/javascript", headers={"cache-control": "no-cache"})


def _health(database_ok: Callable[[], bool]) -> Callable[[Request], object]:
    async def health(_: Request) -> Response:
        reachable = await run_in_threadpool(database_ok)
        body = {"version": __version__, "database": "ok" if reachable else "unreachable"}
        status = 200 if reachable else 503
        return JSONResponse(body, status_code=status, headers={"cache-control": "no-store"})

    return health
