"""Budgets set, and changes tried, kept and thrown away, in a real browser on one running office."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from planner.views import settings_words, words
from planner.views import whatif_words as whatif
from tests.e2e import seen, steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

CEREMONY = "Acara peresmian disiapkan dengan sederhana"
NOW = "15 Feb 2028"
PARTS = {
    "libur": (settings_words.DAYS_TAB, settings_words.DAYS_OFF),
    "anggaran": (settings_words.BUDGETS_TAB, settings_words.BUDGETS),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app that the tests of this module only look at and try things on."""
    running = Server(tmp_path_factory.mktemp("office"))
    running.furnish()
    running.start()
    yield running
    running.stop()


def _pick(page: Page, label: str, option: str) -> None:
    """Choose an option of a field, by the words it begins with, once nothing moves under it any more."""
    seen.wait_until_drawn(page)
    field = page.get_by_test_id("stMain").get_by_role("combobox", name=label, exact=True)
    field.fill(option)
    page.get_by_role("option", name=option).first.click()
    steps.settled(page)


def _turn_to(page: Page, name: str) -> None:
    """Go to another page, the mouse first taken off the link that was pressed, whose tip lies over others."""
    page.mouse.move(900, 40)
    steps.turn_to(page, words.PAGE[name])


def _number(page: Page, label: str, value: int) -> None:
    field = page.get_by_role("spinbutton", name=label.format(unit="hari kerja"))
    field.fill(str(value))
    field.blur()
    steps.settled(page)


def _try_shorter(page: Page) -> None:
    """Try the ceremony before the opening in two days instead of ten."""
    _pick(page, whatif.CHOOSE_ACTIVITY, CEREMONY)
    expect(page.get_by_role("spinbutton", name="Paling mungkin")).to_have_value("10")
    for label, days in zip(whatif.POINTS.values(), (1, 2, 3), strict=True):
        _number(page, label, days)
    steps.press(page, whatif.TRY)
    expect(page.get_by_text("Dengan 1 perubahan ini peluncuran 3 Februari 2028")).to_be_visible()
    seen.wait_until_drawn(page)


def _figures(page: Page, name: str) -> Locator:
    return page.get_by_role("row").filter(has_text=name).first


def _clean(page: Page) -> None:
    assert seen.sideways(page) <= 0
    assert seen.english(seen.words(page)) == []
    assert seen.barriers(page) == []


def test_a_shorter_ceremony_is_seen_beside_the_plan_kept_and_then_stands_everywhere(
    page: Page, new_server: Callable[[], Server]
) -> None:
    server = new_server()
    steps.visit(page, server.url, "andai", rencana=PLAN)
    expect(page.get_by_text("tidak ada yang disimpan sebelum Anda memakainya")).to_be_visible()
    _try_shorter(page)
    expect(page.get_by_text("8 hari kerja lebih awal daripada rencana sekarang")).to_be_visible()
    launch = _figures(page, whatif.LAUNCH)
    expect(launch).to_contain_text(NOW)
    expect(launch).to_contain_text("3 Feb 2028")

    _turn_to(page, "ringkasan")
    expect(page.get_by_text("buka 15 Februari 2028")).to_be_visible()
    _turn_to(page, "andai")
    expect(page.get_by_text("Dengan 1 perubahan ini")).to_be_visible()

    page.get_by_label(whatif.WHY, exact=True).fill("Rapat persiapan.")
    page.get_by_label(whatif.WHY, exact=True).blur()
    steps.settled(page)
    steps.press(page, whatif.KEEP)
    expect(page.get_by_text(whatif.KEPT.format(count=1))).to_be_visible()
    expect(page.get_by_text(f"Lama kerja “{CEREMONY}”: 2 hari kerja")).to_be_visible()
    for name in ("jadwal", "ringkasan"):
        _turn_to(page, name)
        expect(page.get_by_text("buka 3 Februari 2028")).to_be_visible()
    _turn_to(page, "jejak")
    expect(page.get_by_text("Rapat persiapan.").first).to_be_visible()


def test_what_is_thrown_away_leaves_plan_and_record_as_they_were(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "jejak", rencana=PLAN)
    record = page.get_by_test_id("stMain").get_by_text("perubahan tercatat").inner_text()
    _turn_to(page, "andai")
    _try_shorter(page)
    steps.press(page, whatif.DISCARD)
    expect(page.get_by_text(whatif.DISCARDED)).to_be_visible()
    expect(page.get_by_text("Dengan laju sekarang buka 15 Februari 2028")).to_be_visible()
    _turn_to(page, "jejak")
    expect(page.get_by_text(record)).to_be_visible()


def test_a_budget_without_money_moves_the_launch(page: Page, new_server: Callable[[], Server]) -> None:
    server = new_server()
    steps.visit(page, server.url, rencana=PLAN)
    expect(page.get_by_text("buka 15 Februari 2028")).to_be_visible()
    _turn_to(page, "pengaturan")
    page.get_by_role("tab", name=settings_words.BUDGETS_TAB).click()
    _pick(page, settings_words.CHOOSE_BUDGET, "APBD murni 2027")
    row = _figures(page, "APBD murni 2027")
    expect(row).to_contain_text("asumsi")
    page.get_by_text(settings_words.HAS_MONEY, exact=True).click()
    steps.settled(page)
    steps.press(page, words.SAVE)
    expect(page.get_by_test_id("stAlert")).to_have_text(words.SAVED)
    expect(row).to_contain_text("tidak ada dana")
    _turn_to(page, "ringkasan")
    expect(page.get_by_text("dengan laju sekarang buka")).to_be_visible()
    expect(page.get_by_text("buka 15 Februari 2028")).to_have_count(0)


def test_a_local_day_off_is_added_and_listed(page: Page, new_server: Callable[[], Server]) -> None:
    server = new_server()
    steps.visit(page, server.url, "pengaturan", rencana=PLAN)
    page.get_by_role("tab", name=settings_words.DAYS_TAB).click()
    day = page.get_by_role("group", name=settings_words.DAY_OFF, exact=True)
    day.get_by_role("spinbutton").first.focus()
    page.keyboard.type("25022027")
    page.keyboard.press("Escape")
    steps.settled(page)
    steps.press(page, settings_words.ADD_DAY)
    expect(page.get_by_text("Kamis, 25 Februari 2027")).to_be_visible()
    expect(page.get_by_test_id("stAlert")).to_have_text(words.SAVED)


def test_a_tried_plan_reads_well_on_laptop_and_phone_light_and_dark(
    screen: tuple[Page, str, str], office: Server
) -> None:
    page, size, theme = screen
    steps.visit(page, office.url, "andai", rencana=PLAN)
    _try_shorter(page)
    _clean(page)
    seen.picture(page, "andai-dicoba", size, theme)


@pytest.mark.parametrize("part", PARTS)
def test_days_off_and_budgets_read_well_on_laptop_and_phone_light_and_dark(
    part: str, screen: tuple[Page, str, str], office: Server
) -> None:
    page, size, theme = screen
    steps.visit(page, office.url, "pengaturan", rencana=PLAN)
    page.get_by_role("tab", name=PARTS[part][0]).click()
    expect(page.get_by_role("heading", name=PARTS[part][1])).to_be_visible()
    seen.wait_until_drawn(page)
    _clean(page)
    seen.picture(page, f"pengaturan-{part}", size, theme)
