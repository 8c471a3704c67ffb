"""What can be sent, looked back at and pointed at: addresses, earlier days, bars of the chart."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from planner.views import words
from tests.e2e import seen, steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

ITEM = "KSP-02.kejari"
RUNNING = "KMT-06"


def test_an_address_that_was_sent_opens_the_same_item(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "daftar", rencana=PLAN, butir=ITEM)
    expect(page.get_by_role("heading", name="Naskah kerja sama dibahas bersama instansi")).to_be_visible()
    expect(page.get_by_text("KSP-02 · Kejari")).to_be_visible()
    expect(steps.row(page, ITEM)).to_be_visible()


def test_what_one_opens_and_filters_stands_in_the_address(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "daftar", rencana=PLAN)
    page.get_by_role("button", name=words.UNMET).click()
    steps.settled(page)
    steps.open_item(page, RUNNING)
    expect(page).to_have_url(re.compile(rf"butir={RUNNING}"))
    expect(page).to_have_url(re.compile(r"tampil=Belum(\+|%20)terpenuhi"))
    page.reload()
    expect(page.get_by_role("heading", name="Anggaran MPP tersedia dalam DPA")).to_be_visible()
    expect(page.get_by_role("button", name=words.UNMET)).to_have_attribute("aria-pressed", "true")


def test_siak_is_seen_as_it_stood_in_2022_with_writing_off(page: Page, server: Server) -> None:
    steps.visit(page, server.url, rencana="siak", hari="2022-07-01")
    expect(page.get_by_text("Anda melihat keadaan per Jumat, 1 Juli 2022")).to_be_visible()
    expect(page.get_by_text("Kabupaten Siak belum siap")).to_be_visible()
    steps.turn_to(page, words.PAGE["daftar"])
    expect(page).to_have_url(re.compile("hari=2022-07-01"))
    ticks = page.locator("[data-tick]")
    expect(ticks.first).to_be_visible()
    assert ticks.evaluate_all("boxes => boxes.every(box => box.disabled)")
    page.locator("[data-open]").first.click()
    expect(page.get_by_role("button", name=words.SAVE, exact=True)).to_be_disabled()
    steps.press(page, words.BACK_TO_TODAY)
    expect(page.get_by_role("button", name=words.SAVE, exact=True)).to_be_enabled()
    expect(page).not_to_have_url(re.compile("hari="))


def test_the_chart_of_every_agency_is_drawn_and_does_not_scroll_sideways(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "jadwal", rencana=PLAN, uraikan="true")
    expect(steps.bar(page, RUNNING)).to_be_visible()
    drawn = page.locator(".barlayer .point[data-activity]").evaluate_all(
        "points => new Set(points.map(point => point.dataset.activity)).size"
    )
    assert drawn >= 300
    assert seen.sideways(page) <= 0


def test_a_click_on_a_bar_tells_why_it_stands_there(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "jadwal", rencana=PLAN)
    page.mouse.click(*steps.point_at(page, RUNNING))
    reason = page.get_by_role("combobox", name=words.WHY_PICK)
    expect(reason).to_have_value("Anggaran MPP tersedia dalam DPA")
    reasons = page.get_by_test_id("stMain").locator("ol")
    expect(reasons).to_contain_text("Anggaran MPP tersedia dalam DPA")
    expect(reasons).to_contain_text("9 Agu 2024")


def test_a_bar_under_the_mouse_tells_of_itself_in_indonesian(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "jadwal", rencana=PLAN)
    steps.point_at(page, RUNNING)
    told = page.locator(".js-plotly-plot .hoverlayer")
    expect(told).to_contain_text("KMT-06 Anggaran MPP tersedia dalam DPA")
    expect(told).to_contain_text("Penanggung jawab: BPKAD")
    assert seen.english(told.locator("text").all_text_contents()) == []


def test_a_stage_of_the_summary_leads_to_its_list(page: Page, server: Server) -> None:
    steps.visit(page, server.url, rencana=PLAN)
    page.get_by_role("button", name="Uji coba dan perbaikan").click()
    expect(page.get_by_role("heading", name=words.PAGE["daftar"], level=1)).to_be_visible()
    expect(page.locator('[data-stage="uji-coba"]')).to_have_attribute("aria-current", "true")


def test_what_holds_the_launch_leads_to_its_item(page: Page, server: Server) -> None:
    steps.visit(page, server.url, rencana=PLAN)
    link = page.get_by_test_id("stMain").get_by_test_id("stPageLink").first
    title = link.inner_text()
    link.click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_role("button", name=words.BACK_TO_LIST)).to_be_visible()
