"""Every page, on a laptop."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from planner.ui import main
from tests.e2e import every_page
from tests.e2e.server import Server


@pytest.mark.parametrize(("which", "theme"), every_page.visits("laptop"))
def test_nothing_is_wrong_with_the_page(
    page: Page, server: Server, which: main.Page, theme: every_page.Theme
) -> None:
    visit = every_page.opened(page, server.url, which, "laptop", theme)
    assert every_page.complaints(visit) == []
