"""A real browser and the app it visits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from scripts.browser import find
from tests.e2e.seen import LISTEN, SIZES
from tests.e2e.server import Server

HERE = Path(__file__).parent
BROWSER = find()
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder; skip them where there is no browser (`make test` then says so last)."""
    without = pytest.mark.skip(
        reason="no Chromium or Chrome on this machine; set CHROMIUM to the path of one"
    )
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            if BROWSER is None:
                item.add_marker(without)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that was found."""
    return {**browser_type_launch_args, "executable_path": BROWSER, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def browser(browser: Browser) -> Browser:
    """A browser whose every window tells when the server has not begun to answer."""
    plain = browser.new_context

    def listening(**how: Any) -> BrowserContext:
        window = plain(**how)
        window.add_init_script(LISTEN)
        return window

    browser.new_context = listening  # type: ignore[method-assign]
    return browser


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A visitor in Jakarta whose browser speaks English, so that nothing is Indonesian by accident."""
    return {
        **browser_context_args,
        "locale": "en-US",
        "timezone_id": "Asia/Jakarta",
        "viewport": SIZES["laptop"],
    }


@pytest.fixture(scope="session")
def visitor(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """The one window in which most tests open their tabs.

    Why: a window of its own for every test costs each a second of the browser's work. A test that needs one,
    for another person or another device, makes it.
    """
    window = browser.new_context(**browser_context_args)
    yield window
    window.close()


@pytest.fixture
def page(visitor: BrowserContext) -> Iterator[Page]:
    """A tab that remembers nothing of the tests before; what it keeps is forgotten after."""
    tab = visitor.new_page()
    yield tab
    for left in visitor.pages:
        left.evaluate("() => { try { localStorage.clear(); } catch { /* no page is open */ } }")
        left.close()
    visitor.clear_cookies()


@pytest.fixture(params=[("laptop", "light"), ("phone", "dark")], ids="-".join)
def screen(request: pytest.FixtureRequest, page: Page) -> tuple[Page, str, str]:
    """A tab in a size and a theme, with the names of both, for a part of a page.

    Why not in all four: every page is opened in each of them; what does not fit a phone does not fit it in
    either theme, and what cannot be read in the dark cannot be read there in either size.
    """
    size, theme = request.param
    page.set_viewport_size(SIZES[size])
    page.emulate_media(color_scheme=theme)
    return page, size, theme


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with the demo plans, shared by the tests that only look."""
    running = Server(tmp_path_factory.mktemp("app"))
    running.furnish()
    running.start()
    yield running
    running.stop()


@pytest.fixture
def new_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Server]]:
    """Starts an app of its own, with fresh demo plans, for a test that writes or restarts."""
    started: list[Server] = []

    def start() -> Server:
        fresh = Server(tmp_path_factory.mktemp("app"))
        started.append(fresh)
        fresh.furnish()
        fresh.start()
        return fresh

    yield start
    for one in started:
        one.stop()
