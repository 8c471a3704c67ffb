"""The views of Jadwal in a real browser: baselines frozen, chosen and drawn; the target from an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from planner.views import schedule_words as told
from planner.views import words
from tests.e2e import seen, steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

FIRST = "Rencana November"
SECOND = "Rencana Desember"
A3_POINTS = (1191, 842)
TARGET_ADDRESS = "Batas%20dari%20target"
BASELINE_ADDRESS = "Rencana%20awal"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app that the tests of this module write to, one after the other."""
    running = Server(tmp_path_factory.mktemp("office"))
    running.furnish()
    running.start()
    yield running
    running.stop()


def _freeze(page: Page, name: str) -> None:
    field = page.get_by_label(told.NAME, exact=True)
    field.fill(name)
    field.blur()
    steps.settled(page)
    steps.press(page, told.FREEZE)
    expect(page.get_by_text(told.IS_FROZEN.format(name=name))).to_be_visible()


def _baseline_lines(page: Page) -> int:
    """Stretches of baseline that the chart draws."""
    expect(steps.bars(page).first).to_be_visible()
    found: int = page.locator(".js-plotly-plot").evaluate(
        """(chart, name) => {
             const line = chart.data.find(trace => trace.name === name);
             return line ? Array.from(line.x).filter(day => day === null).length : 0;
           }""",
        told.BAR_BASELINE,
    )
    return found


def test_a_frozen_plan_is_drawn_and_what_moves_later_is_told(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "jadwal", rencana=PLAN)
    assert _baseline_lines(page) == 0
    page.get_by_role("tab", name=told.BASELINE).click()
    expect(page).to_have_url(re.compile(r"tampilan=Rencana(\+|%20)awal"))
    _freeze(page, FIRST)
    expect(page.get_by_text("tanggal buka tidak bergeser", exact=False)).to_be_visible()
    expect(page.get_by_role("heading", name=told.SHIFTED)).to_have_count(0)
    expect(page.get_by_text("kegiatan baru setelah rencana awal", exact=False)).to_have_count(0)

    steps.visit(page, office.url, "daftar", rencana=PLAN, butir="SRN-02")
    steps.set_status(page, "Berjalan")
    page.get_by_label(words.REMAINING, exact=True).fill("150")
    page.get_by_label(words.REMAINING, exact=True).blur()
    steps.settled(page)
    steps.press(page, words.SAVE)
    expect(page.get_by_test_id("stAlert")).to_contain_text(words.SAVED)

    steps.visit(page, office.url, "jadwal", rencana=PLAN, tampilan=BASELINE_ADDRESS)
    expect(page.get_by_role("heading", name=told.SHIFTED)).to_be_visible()
    expect(page.get_by_role("cell", name="mulai dan selesai mundur").first).to_be_visible()
    expect(page.get_by_text("tanggal buka mundur", exact=False)).to_be_visible()
    page.get_by_role("tab", name=words.CHART).click()
    assert _baseline_lines(page) > 20


def test_another_baseline_is_chosen_with_one_press(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "jadwal", rencana=PLAN, tampilan=BASELINE_ADDRESS)
    _freeze(page, SECOND)
    expect(page.get_by_text("tanggal buka tidak bergeser", exact=False)).to_be_visible()
    steps.press(page, told.COMPARE.format(name=FIRST))
    expect(page.get_by_text(told.IS_COMPARED.format(name=FIRST))).to_be_visible()
    expect(page.get_by_text("tanggal buka mundur", exact=False)).to_be_visible()
    expect(page.get_by_role("button", name=told.COMPARE.format(name=SECOND))).to_be_visible()
    page.reload()
    expect(page.get_by_text("tanggal buka mundur", exact=False)).to_be_visible()


def test_bad_input_is_told_beside_the_form_and_stays(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "jadwal", rencana=PLAN, tampilan=BASELINE_ADDRESS)
    page.get_by_label(told.NAME, exact=True).fill("R")
    page.get_by_label(told.NAME, exact=True).blur()
    steps.settled(page)
    steps.press(page, told.FREEZE)
    expect(page.get_by_test_id("stAlert")).to_contain_text("Belum disimpan")
    expect(page.get_by_label(told.NAME, exact=True)).to_have_value("R")


@pytest.mark.parametrize("size", seen.SIZES)
@pytest.mark.parametrize("view", [words.TABLE, told.TARGET, told.BASELINE, told.QUALITY])
def test_every_view_opens_by_its_address_without_english_barriers_or_sideways_scrolling(
    page: Page, server: Server, view: str, size: str
) -> None:
    room = seen.SIZES[size]
    page.set_viewport_size({"width": room["width"], "height": room["height"]})
    steps.visit(page, server.url, "jadwal", rencana=PLAN, tampilan=view.replace(" ", "%20"))
    expect(page.get_by_role("tab", name=view, exact=True)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert seen.english(seen.words(page)) == []
    assert seen.barriers(page) == []
    assert seen.sideways(page) <= 0


def test_no_table_of_the_views_scrolls_sideways_on_a_laptop(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "jadwal", rencana=PLAN, tampilan=words.TABLE)
    grid = page.get_by_test_id("stDataFrame").locator(".dvn-scroller")
    expect(grid).to_be_attached()
    assert grid.evaluate("grid => grid.scrollWidth - grid.clientWidth") <= 0
    steps.visit(page, server.url, "jadwal", rencana=PLAN, tampilan=TARGET_ADDRESS)
    table = page.get_by_test_id("stTable")
    expect(table).to_be_visible()
    assert table.evaluate("table => table.scrollWidth - table.clientWidth") <= 0


def test_the_target_view_names_agencies_and_what_would_have_to_give(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "jadwal", rencana=PLAN, tampilan=TARGET_ADDRESS)
    expect(page.get_by_role("cell", name="▼ terlambat").first).to_be_visible()
    expect(page.get_by_text("Target 17 Des 2027 meleset", exact=False)).to_be_visible()


def test_a_finding_leads_to_its_item(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "jadwal", rencana=PLAN, tampilan=told.QUALITY.replace(" ", "%20"))
    main = page.get_by_test_id("stMain")
    links = main.get_by_role("tabpanel").get_by_test_id("stPageLink")
    title = links.first.inner_text()
    links.first.get_by_role("link").click()
    expect(page.get_by_role("heading", name=title.partition(" ")[2])).to_be_visible()
    expect(page.get_by_role("button", name=words.BACK_TO_LIST)).to_be_visible()


def test_pointing_at_idle_days_tells_which_money_the_work_waits_for(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "jadwal", rencana=PLAN)
    steps.point_at(page, "SRN-02")
    hover = page.locator(".js-plotly-plot .hoverlayer")
    expect(hover).to_contain_text(
        re.compile(r"Menunggu APBD murni 2027, tersedia 1 Februari 2027 \(asumsi\)")
    )


def test_the_schedule_prints_on_a3_landscape(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "jadwal", rencana=PLAN)
    expect(steps.bars(page).first).to_be_visible()
    page.emulate_media(media="print")
    assert page.pdf(format="A3", landscape=True).startswith(b"%PDF")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    assert seen.sideways(page) <= 0


def test_the_whole_chart_is_printed_on_one_sheet_of_a3_that_says_whose_and_of_when_it_is(
    page: Page, office: Server, tmp_path: Path
) -> None:
    steps.visit(page, office.url, "jadwal", rencana=PLAN, cetak="true")
    expect(steps.bars(page).first).to_be_visible()
    assert seen.sideways(page) <= 0
    page.pdf(path=tmp_path / "jadwal.pdf", prefer_css_page_size=True)
    with PdfDocument(tmp_path / "jadwal.pdf") as printed:
        sizes = {tuple(round(points) for points in sheet.get_size()) for sheet in printed}
        texts = ["".join(sheet.get_textpage().get_text_range().split()) for sheet in printed]
    assert sizes == {A3_POINTS}
    assert "BelitungTimur·keadaanper" in texts[0]
    assert [number for number, text in enumerate(texts) if "Target17Des2027" in text] == [1]
    assert "1.Komitmen" in texts[1]
    assert "PeresmianolehMenteri" in texts[1]
    assert "".join(told.TARGET.split()) not in texts[0]
