"""What holds on every page, on a laptop and on a phone, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from planner.ui.main import PAGES
from tests.e2e import seen
from tests.e2e.server import Server

CASES = [
    pytest.param((page, size, theme), id=f"{page.file}-{size}-{theme}")
    for page in PAGES
    for size in seen.SIZES
    for theme in ("light", "dark")
]


@dataclass(frozen=True)
class Visit:
    """A page that has been opened and drawn."""

    page: Page
    watch: seen.Watch
    name: str
    title: str
    size: str
    theme: str


@pytest.fixture(scope="module", params=CASES)
def visit(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, Any], server: Server
) -> Iterator[Visit]:
    """Each page opened once, in each size and theme, for all the tests of this module."""
    which, size, theme = request.param
    how = {**browser_context_args, "viewport": seen.SIZES[size], "color_scheme": theme}
    context = browser.new_context(**how)
    page = context.new_page()
    watch = seen.Watch(page, server.url)
    page.goto(f"{server.url}/{which.path}")
    seen.wait_until_drawn(page)
    yield Visit(page, watch, which.file, which.title, size, theme)
    context.close()


def test_the_page_opens_with_its_title_and_without_an_error(visit: Visit) -> None:
    expect(visit.page.get_by_test_id("stException")).to_have_count(0)
    expect(visit.page.get_by_role("heading", name=visit.title).first).to_be_visible()


def test_the_page_asks_nothing_of_any_other_host(visit: Visit) -> None:
    assert visit.watch.outside == []


def test_the_page_has_no_complaint_in_the_console(visit: Visit) -> None:
    assert visit.watch.errors == []


def test_the_page_holds_no_english_of_streamlit(visit: Visit) -> None:
    texts = seen.words(visit.page)
    assert visit.title in texts
    assert seen.english(texts) == []


def test_axe_finds_nothing_serious_or_critical(visit: Visit) -> None:
    assert seen.barriers(visit.page) == []


def test_the_page_does_not_scroll_sideways(visit: Visit) -> None:
    assert seen.sideways(visit.page) <= 0


def test_the_page_says_which_language_it_is_in(visit: Visit) -> None:
    expect(visit.page.locator("html")).to_have_attribute("lang", "id")


def test_a_screenshot_is_left_for_a_person_to_look_at(visit: Visit) -> None:
    path = seen.picture(visit.page, visit.name, visit.size, visit.theme)
    assert path.stat().st_size > 5_000
