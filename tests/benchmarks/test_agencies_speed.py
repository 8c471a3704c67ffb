"""The page Instansi with 45 agencies and 300 services; measured and printed, not asserted.

Aim: 1.5 s from the address to the matrix, 500 ms from a click to its answer, 10 ms for what the matrix
shows. Only `make bench` runs these.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect
from pytest_benchmark.fixture import BenchmarkFixture

from planner.domain.changes import NewAgencies, NewServices, ServiceRow
from planner.domain.plan import PlanSettings
from planner.views import agencies, agency_matrix, labels, words
from planner.workspace import Snapshot, Workspace, Written, opening
from tests.e2e import steps
from tests.e2e.conftest import ARGUMENTS, BROWSER
from tests.e2e.seen import SIZES
from tests.e2e.server import Server

PLAN = "banyak-instansi"
AGENCIES = 45
SERVICES = 300
REQUIREMENTS = 14
VISITS = 5
CLICKS = 10


def _filled(folder: Path) -> Workspace:
    """An installation whose only plan has 45 agencies that offer 300 services between them."""
    office = opening.open_workspace(Server(folder).environment)
    settings = PlanSettings(
        name="Banyak instansi",
        regency="19.06",
        checklist="perpres-89-2021",
        start=date(2026, 3, 2),
        target=date(2027, 12, 17),
    )
    names = tuple(f"Instansi nomor {number}" for number in range(1, AGENCIES + 1))
    rows = tuple(
        ServiceRow(agency=f"instansi-nomor-{number % AGENCIES + 1}", name=f"Layanan nomor {number}")
        for number in range(SERVICES)
    )
    assert isinstance(office.create(PLAN, settings, actor="dpmptsp"), Written)
    joining = (
        NewAgencies(names=names[1:], category="vertical"),
        NewAgencies(names=names[:1], category="state_owned"),
    )
    for change in (*joining, NewServices(rows=rows)):
        assert isinstance(office.record(PLAN, change, actor="dpmptsp"), Written)
    return office


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The plan as the page sees it."""
    found = _filled(tmp_path_factory.mktemp("plan")).snapshot(PLAN)
    assert isinstance(found, Snapshot)
    return found


def _known(seen: Snapshot) -> agencies.Known:
    return agencies.known(
        seen.checklist, seen.work, seen.state, seen.readiness, seen.schedule, seen.target, seen.day
    )


def test_where_45_agencies_stand(benchmark: BenchmarkFixture, seen: Snapshot) -> None:
    known = benchmark(_known, seen)
    assert len(known.limits) == AGENCIES


def test_matrix_of_45_agencies_and_its_sentence(benchmark: BenchmarkFixture, seen: Snapshot) -> None:
    known = _known(seen)

    def build() -> int:
        assert agencies.agencies_sentence(known)
        table = agency_matrix.matrix(known, agency_matrix.shown(known, agency_matrix.AgencyFilter()))
        return sum(len(row["cells"]) for group in table["groups"] for row in group["rows"])

    assert benchmark(build) == AGENCIES * REQUIREMENTS


@pytest.fixture(scope="module")
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with that plan and the demo plans, where there is a browser and time is measured."""
    option = request.config.getoption
    if option("benchmark_disable") and not option("benchmark_enable"):
        pytest.skip("time in a browser is measured by `make bench` alone")
    if BROWSER is None:
        pytest.skip("no Chromium or Chrome on this machine; set CHROMIUM to the path of one")
    running = Server(tmp_path_factory.mktemp("office"))
    _filled(running.folder)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def window(office: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A laptop's window that has seen the page once."""
    playwright: Playwright = request.getfixturevalue("playwright")
    browser = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
    page = browser.new_page(viewport=SIZES["laptop"])
    steps.visit(page, office.url, "instansi", rencana=PLAN)
    expect(page.locator("[data-key]")).to_have_count(AGENCIES * (REQUIREMENTS + 1))
    yield page
    browser.close()


def _matrix(window: Page) -> None:
    """Wait for the last cell of the whole matrix."""
    window.locator("[data-key]").nth(AGENCIES * (REQUIREMENTS + 1) - 1).wait_for(state="attached")


def test_address_to_matrix(benchmark: BenchmarkFixture, window: Page, office: Server) -> None:
    def visit() -> None:
        window.goto(f"{office.url}/instansi?rencana={PLAN}")
        _matrix(window)

    benchmark.pedantic(visit, rounds=VISITS)


def test_link_to_matrix(benchmark: BenchmarkFixture, window: Page, office: Server) -> None:
    def turn() -> None:
        window.get_by_test_id("stSidebar").get_by_role("link", name=words.PAGE["instansi"]).click()
        _matrix(window)

    benchmark.pedantic(
        turn, setup=lambda: steps.visit(window, office.url, "hukum", rencana=PLAN), rounds=VISITS
    )


def test_agency_to_its_panel(benchmark: BenchmarkFixture, window: Page, office: Server) -> None:
    steps.visit(window, office.url, "instansi", rencana=PLAN)
    names = iter(range(1, AGENCIES))

    def click() -> None:
        number = next(names)
        window.locator(f'[data-key="instansi-nomor-{number}"]').click()
        window.get_by_role("heading", name=f"Instansi nomor {number}", exact=True).wait_for()

    benchmark.pedantic(click, rounds=CLICKS, warmup_rounds=1)


def test_chip_to_what_it_leaves(benchmark: BenchmarkFixture, window: Page, office: Server) -> None:
    steps.visit(window, office.url, "instansi", rencana=PLAN)
    chip = window.get_by_role("button", name=labels.AGENCY_CATEGORY["state_owned"], exact=True)

    def filtered() -> None:
        chip.click()
        window.locator("[data-agency]").nth(1).wait_for(state="detached")

    def whole() -> None:
        chip.click()
        _matrix(window)

    benchmark.pedantic(filtered, teardown=whole, rounds=CLICKS)


def test_cell_to_its_item(benchmark: BenchmarkFixture, window: Page, office: Server) -> None:
    def click() -> None:
        window.locator('[data-key="KSP-04.instansi-nomor-1"]').click()
        window.get_by_role("button", name=words.BACK_TO_LIST).wait_for()

    benchmark.pedantic(
        click, setup=lambda: steps.visit(window, office.url, "instansi", rencana=PLAN), rounds=VISITS
    )
