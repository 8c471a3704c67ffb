"""What the server loads before the first page is drawn, and what after.

Why beside the start and not before it: the visitor's browser needs two seconds for Streamlit's scripts; in
that time the server loads its own libraries and looks after the demo plans, and both are ready together. For
the same reason this module imports nothing heavy until then.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

import streamlit as st

from planner.launch import DEMO_VARIABLE
from planner.server.guard import UnreachableError

if TYPE_CHECKING:
    from planner.workspace import Workspace
    from planner.workspace.accounts import Accounts

FOR_LATER: Final = ("pandas", "plotly.graph_objects")
"""Needed by tables and charts, which the first page has none of."""

FIRST_PAGE_S: Final = 4.0
"""Seconds left to the first page before the libraries it does not need are loaded beside it."""

_loaded, _all_loaded, _wanted = Event(), Event(), Event()
_loaded.set()
_all_loaded.set()


def wait_until_loaded() -> None:
    """Return once the first page can be drawn; at once where no server was started (tests of a single page).

    Why pages wait: two threads that import the same modules at the same time can trip over each other.
    """
    _loaded.wait()


def wait_until_all_loaded() -> None:
    """Return once tables and charts can be drawn; asking has their libraries loaded at once."""
    _wanted.set()
    _all_loaded.wait()


def workspace() -> Workspace:
    """The workspace that the pages use. Raises StorageProblem where it cannot be opened."""
    from planner.workspace import shared_workspace

    return shared_workspace(os.environ)


def accounts() -> Accounts:
    """Who may sign in, once the server has loaded what it needs. Raises StorageProblem as above."""
    wait_until_loaded()
    from planner.workspace.accounts import shared_accounts

    return shared_accounts(os.environ)


def live_session(token: str) -> str | None:
    """The reference of the live session of a token; None where there is none. Raises UnreachableError."""
    from planner.workspace import StorageProblem

    try:
        book = accounts()
        reference = book.reference(token)
        return None if book.session(reference) is None else reference
    except StorageProblem as problem:
        raise UnreachableError from problem


def starter(preload: Sequence[str]) -> Callable[[st.App], AbstractAsyncContextManager[None]]:
    """The start-up of a server that loads the named modules before it draws the first page."""

    @asynccontextmanager
    async def lifespan(_: st.App) -> AsyncIterator[None]:
        for event in (_loaded, _all_loaded, _wanted):
            event.clear()
        loading = Thread(target=_load, args=(preload,), name="loading", daemon=True)
        loading.start()
        yield
        _wanted.set()
        loading.join()

    return lifespan


def _load(preload: Sequence[str]) -> None:
    """Load what every page needs, once, and take it out of the garbage collector's rounds.

    The first plan is looked at once, so that checklist and days off are read when a visitor asks for it.

    Why: a collection walks every object of pandas and plotly; frozen, they are never looked at again.
    """
    try:
        _import(preload)
        demos = bool(os.environ.get(DEMO_VARIABLE))
        if demos and not workspace().plans():
            workspace().load_demos()
        for plan in workspace().plans():
            workspace().snapshot(plan)
            break
        _loaded.set()
        _wanted.wait(FIRST_PAGE_S)
        _import(FOR_LATER)
        _all_loaded.set()
        if demos:
            workspace().load_demos()
        gc.collect()
        gc.freeze()
    except Exception:
        logging.getLogger(__name__).exception("the server could not load all it needs")
    finally:
        _loaded.set()
        _all_loaded.set()


def _import(modules: Sequence[str]) -> None:
    for module in modules:
        importlib.import_module(module)
