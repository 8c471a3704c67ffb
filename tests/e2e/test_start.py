"""The first seconds after a start: visitors who do not begin with the first page."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from planner.ui.main import PAGES
from planner.views import words
from tests.e2e import seen
from tests.e2e.server import Server


def test_every_page_opened_at_once_right_after_a_start_is_drawn(
    context: BrowserContext, new_server: Callable[[], Server]
) -> None:
    server = new_server()
    server.stop()
    server.start()
    tabs = {page.file: context.new_page() for page in PAGES}
    for page in PAGES:
        tabs[page.file].goto(f"{server.url}/{page.path}", wait_until="commit")
    for page in PAGES:
        seen.wait_until_drawn(tabs[page.file])
        heading = tabs[page.file].get_by_role("heading", name=words.PAGE[page.file], level=1)
        expect(heading).to_be_visible()
        expect(tabs[page.file].get_by_test_id("stException")).to_have_count(0)
    assert "Traceback" not in server.log.read_text(encoding="utf-8")
