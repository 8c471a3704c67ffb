"""An office edits its checklist while the app runs: the page says what is wrong where, until it is mended."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from planner.views import words
from tests.e2e import steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

ROOT = Path(__file__).parents[2]
SHIPPED = ("planner", "checklists", "data", "static", ".streamlit")


@pytest.fixture
def own_files(tmp_path: Path) -> Iterator[Server]:
    """An app that runs from a copy of the program, whose checklist can be spoilt."""
    copy = tmp_path / "salinan"
    for folder in SHIPPED:
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__", "local"))
    shutil.copy(ROOT / "app.py", copy)
    (copy / "data" / "demo" / "siak.yaml").unlink()
    (tmp_path / "kerja").mkdir()
    running = Server(tmp_path / "kerja")
    running.environment["PYTHONPATH"] = str(copy)
    running.start()
    yield running
    running.stop()


def test_a_checklist_spoilt_on_disk_is_told_line_by_line_and_read_again_once_mended(
    page: Page, own_files: Server, tmp_path: Path
) -> None:
    steps.visit(page, own_files.url, "daftar", rencana=PLAN)
    expect(page.locator("[data-row]").first).to_be_visible()
    stage = tmp_path / "salinan" / "checklists" / "perpres-89-2021" / "02-pemetaan.yaml"
    sound = stage.read_text(encoding="utf-8")
    line = next(n for n, text in enumerate(sound.splitlines(), 1) if text.strip().startswith("weight:"))
    stage.write_text(sound.replace("weight:", "wieght:", 1), encoding="utf-8")
    page.reload()
    told = page.get_by_test_id("stAlert")
    expect(told).to_contain_text(words.BROKEN.format(name="perpres-89-2021", count=1))
    lines = page.get_by_test_id("stCode")
    expect(lines).to_contain_text(f"02-pemetaan.yaml:{line}: ")
    expect(lines).to_contain_text("maksudnya 'weight'?")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    stage.write_text(sound, encoding="utf-8")
    page.reload()
    expect(page.locator("[data-row]").first).to_be_visible()
