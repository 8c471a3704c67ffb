"""What the server is made of: the arguments of `streamlit.App`, by the mode in which it is to run."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, TypedDict
from urllib.parse import urlsplit

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp
from streamlit import config

from planner import __version__
from planner.launch import (
    PUBLIC_URL,
    SECRET_VARIABLE,
    Mode,
    NotStartedError,
    check_address,
    mode,
    upload_megabytes,
)
from planner.server import organisation, sign_in, startup
from planner.server.bounds import BodyLimit, ThisComputerOnly
from planner.server.compression import CompressedAssets
from planner.server.gate import AllowedHosts, ClosedPaths
from planner.server.guard import (
    HEADER,
    USER_KEY,
    FindSession,
    KnownToProvider,
    OurPagesOnly,
    OursOnly,
    SignedInOnly,
)
from planner.server.health import database_ok
from planner.server.shell import SCRIPT_PATH, Shell, page_script
from planner.server.startup import starter

if TYPE_CHECKING:
    from streamlit.runtime.secrets import SecretsValue

HEALTH_PATH = "/sehat"
EVERYWHERE = ("0.0.0.0", "::")


class Options(TypedDict):
    """Arguments of `streamlit.App`, beside the script's path."""

    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]
    lifespan: Callable[[st.App], AbstractAsyncContextManager[None]]
    secrets: Mapping[str, SecretsValue]


def options(
    extra_routes: Sequence[BaseRoute] = (),
    database_ok: Callable[[], bool] = database_ok,
    preload: Sequence[str] = (),
    env: Mapping[str, str] = os.environ,
    find_session: FindSession = startup.live_session,
) -> Options:
    """The routes, middleware and start-up of the server in the mode that `env` names.

    `extra_routes` are served beside the screen and may not begin with Streamlit's own prefixes (`/_stcore`,
    `/media`, `/component`, `/static`). `database_ok` is asked, in a thread, whenever `/sehat` is. `preload`
    names the modules loaded before the first page is drawn. `find_session` tells who is signed in.
    Ends the process with a sentence where the mode does not allow the server's address, or lacks a setting.
    """
    try:
        chosen = mode(env)
        check_address(chosen, st.get_option("server.address"))
        secrets = organisation.secrets(env) if chosen == "organisation" else {}
        _configure(chosen, env)
    except NotStartedError as problem:
        raise SystemExit(str(problem)) from None
    doors = sign_in.routes(startup.accounts) if chosen == "office" else []
    return Options(
        routes=[Route(SCRIPT_PATH, _script), Route(HEALTH_PATH, _health(database_ok)), *doors, *extra_routes],
        middleware=[
            *_outer(chosen),
            *_guards(chosen, find_session),
            *_each(ClosedPaths, CompressedAssets),
        ],
        lifespan=starter(preload),
        secrets=secrets,
    )


def _each(*kinds: Callable[[ASGIApp], ASGIApp]) -> list[Middleware]:
    return [Middleware(kind) for kind in kinds]


def _outer(mode: Mode) -> list[Middleware]:
    near = [Middleware(ThisComputerOnly)] if mode == "local" else []
    return [Middleware(Shell), *near, *_each(AllowedHosts, OurPagesOnly, BodyLimit, OursOnly)]


def _guards(mode: Mode, find_session: FindSession) -> list[Middleware]:
    match mode:
        case "local":
            return []
        case "office":
            return [Middleware(SignedInOnly, find=find_session)]
        case "organisation":
            return [Middleware(KnownToProvider)]


def _configure(mode: Mode, env: Mapping[str, str]) -> None:
    """Tell Streamlit which header names the session, what seals its cookies, and how large a file may be.

    With accounts it also answers to its own and its public name, beside those of the configuration.
    """
    config.set_option("server.maxUploadSize", upload_megabytes(env))
    config.set_option("server.trustedUserHeaders", {HEADER: USER_KEY} if mode == "office" else {})
    if mode != "local":
        known: list[str] = list(st.get_option("server.allowedHosts"))
        more = (urlsplit(env.get(PUBLIC_URL, "")).hostname, st.get_option("server.address"))
        names = [name for name in more if name and name not in (*known, *EVERYWHERE)]
        config.set_option("server.allowedHosts", [*known, *names] if known else [])
    secret = env.get(SECRET_VARIABLE)
    if secret:
        config.set_option("server.cookieSecret", secret)


async def _script(_: Request) -> Response:
    return Response(page_script(), media_type="text/javascript", headers={"cache-control": "no-cache"})


def _health(database_ok: Callable[[], bool]) -> Callable[[Request], object]:
    async def health(_: Request) -> Response:
        reachable = await run_in_threadpool(database_ok)
        body = {"version": __version__, "database": "ok" if reachable else "unreachable"}
        status = 200 if reachable else 503
        return JSONResponse(body, status_code=status, headers={"cache-control": "no-store"})

    return health
