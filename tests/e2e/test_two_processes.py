"""Two app processes on one database: what is written through one is on the pages of the other."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from planner.ui.watch import SECONDS
from planner.views import words
from scripts import postgres
from tests.e2e import steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN
from tests.storage.cluster import running

WITHIN_S = 2.0
OFTEN = {SECONDS: "1"}
TYPED = re.compile(r"Rapat ditunda karena hujan\.$")
Offices = tuple[Server, Server]


@pytest.fixture(scope="module")
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an empty database of the wanted kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{(tmp_path_factory.mktemp('bersama') / 'mpp.db').as_posix()}"
        return
    programs = postgres.find()
    if programs is None:
        pytest.skip("no PostgreSQL was found (see scripts/postgres.py)")
    with running(programs) as cluster:
        yield cluster.create("mpp")


@pytest.fixture(scope="module")
def offices(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """Two processes of the app over one database and one folder of evidence."""
    more = OFTEN | {
        "MPP_DATABASE_URL": database,
        "MPP_EVIDENCE": str(tmp_path_factory.mktemp("bukti")),
    }
    first, second = (Server(tmp_path_factory.mktemp("proses"), more=more) for _ in range(2))
    for one in (first, second):
        one.start()
    yield first, second
    for one in (first, second):
        one.stop()


@pytest.fixture
def colleague(browser: Browser) -> Iterator[Page]:
    """A tab of somebody else, in a window of their own."""
    window = browser.new_context(locale="en-US", timezone_id="Asia/Jakarta")
    yield window.new_page()
    window.close()


BOTH = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)


def _until(is_so: Callable[[], bool], longest_s: float = 10.0) -> float:
    """Seconds until something is so, asked again and again; ``longest_s`` where it never is."""
    began = time.monotonic()
    while not is_so() and time.monotonic() - began < longest_s:
        time.sleep(0.02)
    return time.monotonic() - began


def _ticked(box: Locator) -> bool:
    return box.get_attribute("aria-checked") != "false"


def _tick_one(page: Page) -> str:
    """Tick a row that is not ticked yet; the activity, once the app said that it is saved."""
    activity = page.locator('[data-tick][aria-checked="false"]').first.get_attribute("data-tick") or ""
    steps.box(page, activity).click()
    expect(steps.notice(page, activity)).to_have_text(words.SAVED)
    return activity


@BOTH
def test_a_tick_in_one_process_is_on_the_page_of_the_other_within_two_seconds(
    page: Page, colleague: Page, offices: Offices
) -> None:
    for window, office in zip((page, colleague), offices, strict=True):
        steps.visit(window, office.url, "daftar", rencana=PLAN, tahap="usulan")
        steps.act_as(window, "Bappeda")
    waited = []
    for here, there in ((page, colleague), (colleague, page)):
        seen = steps.box(there, _tick_one(here))
        waited.append(_until(lambda seen=seen: _ticked(seen)))
    print(f"seen by the other process after {', '.join(f'{s:.2f}' for s in waited)} s")
    assert max(waited) < WITHIN_S


@BOTH
def test_half_a_sentence_is_still_there_after_somebody_else_wrote(
    page: Page, colleague: Page, offices: Offices
) -> None:
    steps.visit(page, offices[0].url, "daftar", rencana=PLAN, tahap="usulan", butir="KMT-06")
    steps.visit(colleague, offices[1].url, "daftar", rencana=PLAN, tahap="usulan")
    steps.act_as(page, "Bappeda")
    steps.act_as(colleague, "DPMPTSP")
    note = page.get_by_label(words.NOTE, exact=True)
    note.click()
    page.keyboard.type("Rapat ditunda ka")
    activity = _tick_one(colleague)
    assert _until(lambda: _ticked(steps.box(page, activity))) < WITHIN_S
    page.keyboard.type("rena hujan.")
    expect(note).to_have_value(TYPED)
    note.blur()
    steps.press(page, words.SAVE)
    expect(page.get_by_test_id("stAlertContentSuccess")).to_have_text(words.SAVED)
    expect(note).to_have_count(1)
    expect(note).to_have_value(TYPED)


@BOTH
def test_who_saves_over_what_was_written_meanwhile_is_asked_although_the_page_was_drawn_anew(
    page: Page, colleague: Page, offices: Offices
) -> None:
    for window, office, role in zip((page, colleague), offices, ("Bappeda", "DPMPTSP"), strict=True):
        steps.visit(window, office.url, "daftar", rencana=PLAN, butir="KMT-05")
        steps.act_as(window, role)
    steps.write_note(page, "Isian saya.")
    steps.write_note(colleague, "Isian rekan.")
    steps.press(colleague, words.SAVE)
    expect(colleague.get_by_test_id("stAlertContentSuccess")).to_have_text(words.SAVED)
    page.wait_for_timeout(2500)
    expect(page.get_by_label(words.NOTE, exact=True)).to_have_value("Isian saya.")
    steps.press(page, words.SAVE)
    expect(page.get_by_test_id("stAlertContentError")).to_contain_text("DPMPTSP sudah mengubahnya lebih dulu")
    expect(page.get_by_role("cell", name="“Isian rekan.”")).to_be_visible()
