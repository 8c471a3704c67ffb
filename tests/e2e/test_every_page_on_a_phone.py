"""Every page, on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from planner.ui import main
from tests.e2e import every_page, seen
from tests.e2e.server import Server


@pytest.mark.parametrize(("which", "theme"), every_page.visits("phone"))
def test_nothing_is_wrong_with_the_page(
    page: Page, server: Server, which: main.Page, theme: every_page.Theme
) -> None:
    visit = every_page.opened(page, server.url, which, "phone", theme)
    assert every_page.complaints(visit) == []


SPOILT = """
<html lang="en"><head><title>Rusak</title></head><body>
  <div data-testid="stMain" style="width: 200px; overflow: auto">
    <div data-testid="stException">ZeroDivisionError</div>
    <div data-testid="stAlert" style="height: 20px"></div>
    <p>Please press Deploy for {name}</p>
    <button style="width: 900px"></button>
    <img src="https://example.invalid/outside.png">
    <script>console.error("broken")</script>
  </div>
</body></html>
"""


def test_every_check_sees_what_it_looks_for(
    page: Page, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(seen, "SCREENSHOTS", tmp_path)
    monkeypatch.setattr(every_page, "SMALLEST_PICTURE", 10**9)
    watch = seen.Watch(page, "http://127.0.0.1:1")
    page.set_content(SPOILT)
    found = every_page.complaints(every_page.Visit(page, watch, "rusak", "Ringkasan", "phone", "light"))
    assert {line.split(":")[0] for line in found} == set(every_page.CHECKS)
