"""Instansi in a real browser: filters by address and chip, a cell opened, the panel of one agency."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from planner.views import agency_words as told
from planner.views import words
from tests.e2e import seen, steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

CHOSEN = "imigrasi"
CELL = f"PMT-03.{CHOSEN}"
AGENCIES = 22
REQUIREMENTS = 14
STATE_OWNED = 3


def rows(page: Page) -> Locator:
    """The rows of the matrix."""
    return page.locator("[data-agency]")


def button(page: Page, key: str) -> Locator:
    """The button of a cell by its activity, or of an agency by its id."""
    return page.locator(f'[data-key="{key}"]')


def test_an_address_with_filters_shows_what_they_leave_and_a_chip_takes_one_away(
    page: Page, server: Server
) -> None:
    steps.visit(page, server.url, "instansi", rencana=PLAN, kelompok="BUMN/badan hukum publik")
    expect(rows(page)).to_have_count(STATE_OWNED)
    page.get_by_role("button", name="BUMN/badan hukum publik").click()
    expect(rows(page)).to_have_count(AGENCIES)
    expect(page).not_to_have_url(re.compile("kelompok"))
    page.get_by_role("button", name=told.LATE, exact=True).click()
    expect(page).to_have_url(re.compile(f"hanya={told.LATE}"))


def test_a_cell_opens_its_item_in_the_checklist(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "instansi", rencana=PLAN)
    expect(page.locator("[data-key]")).to_have_count(AGENCIES * (REQUIREMENTS + 1))
    button(page, CELL).click()
    expect(page.get_by_role("heading", name=words.PAGE["daftar"], level=1)).to_be_visible()
    expect(page.get_by_role("button", name=words.BACK_TO_LIST)).to_be_visible()
    expect(page).to_have_url(re.compile(f"butir={CELL}"))


def test_an_agency_opens_beside_the_matrix_and_closes_again(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "instansi", rencana=PLAN)
    button(page, CHOSEN).click()
    expect(page.get_by_role("heading", name="Imigrasi")).to_be_visible()
    expect(page).to_have_url(re.compile(f"instansi={CHOSEN}"))
    expect(button(page, CHOSEN)).to_have_attribute("aria-expanded", "true")
    expect(button(page, CHOSEN)).to_be_focused()
    expect(button(page, CELL)).to_be_hidden()
    steps.press(page, told.BACK)
    expect(page.get_by_role("heading", name="Imigrasi")).to_have_count(0)
    expect(button(page, CELL)).to_be_visible()


def test_the_arrow_keys_move_among_cells_and_enter_opens_one(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "instansi", rencana=PLAN)
    expect(page.locator('[data-key][tabindex="0"]')).to_have_count(1)
    first = rows(page).first.locator("button").first
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    below = rows(page).nth(1).locator("button").nth(2)
    expect(below).to_be_focused()
    page.keyboard.press("Home")
    expect(rows(page).nth(1).locator("button").first).to_be_focused()
    page.keyboard.press("End")
    last = rows(page).nth(1).locator("button").last
    expect(last).to_be_focused()
    key = last.get_attribute("data-key")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"butir={key}"))


def test_a_cell_says_in_words_what_its_shape_shows(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "instansi", rencana=PLAN)
    name = "Imigrasi, Instansi diundang dan menyatakan minat: berjalan, terlambat, paling lambat "
    expect(page.get_by_role("button", name=name)).to_have_count(1)


def test_head_and_first_column_stay_in_view_while_the_matrix_scrolls_in_its_box(
    page: Page, server: Server
) -> None:
    page.set_viewport_size(seen.SIZES["phone"])
    steps.visit(page, server.url, "instansi", rencana=PLAN)
    box = page.locator(".box")
    box.evaluate("box => box.scrollTo(300, 300)")
    places = box.evaluate(
        """box => {
             const at = box.getBoundingClientRect();
             const corner = box.querySelector("thead th.name").getBoundingClientRect();
             const name = box.querySelector("tbody th.name").getBoundingClientRect();
             const item = box.querySelector("thead th.item").getBoundingClientRect();
             return [corner.top - at.top, corner.left - at.left, name.left - at.left,
                     corner.bottom - item.bottom, box.scrollLeft];
           }"""
    )
    assert places[:4] == pytest.approx([0, 0, 0, 0], abs=1)
    assert places[4] == pytest.approx(300, abs=1)
    assert seen.sideways(page) <= 0


def test_a_phone_shows_names_room_and_the_first_requirements_below_the_legend(
    page: Page, server: Server
) -> None:
    page.set_viewport_size(seen.SIZES["phone"])
    steps.visit(page, server.url, "instansi", rencana=PLAN)
    box = page.locator(".box")
    box.scroll_into_view_if_needed()
    expect(page.get_by_role("columnheader", name=told.ROOM)).to_be_visible()
    for word in (told.STEP, told.LATEST):
        expect(box.get_by_text(word, exact=True)).to_be_hidden()
    first = rows(page).first.locator("td.cell").nth(2).bounding_box()
    assert first is not None
    assert first["x"] + first["width"] <= seen.SIZES["phone"]["width"]
    legend, table = page.locator(".above").bounding_box(), box.bounding_box()
    assert legend is not None
    assert table is not None
    assert legend["y"] + legend["height"] <= table["y"]


def test_the_matrix_does_not_scroll_sideways_on_a_laptop(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "instansi", rencana=PLAN)
    expect(rows(page)).to_have_count(AGENCIES)
    assert page.locator(".box").evaluate("box => box.scrollWidth - box.clientWidth") <= 0


def test_the_panel_has_no_english_no_barriers_and_does_not_scroll_sideways(
    screen: tuple[Page, str, str], server: Server
) -> None:
    page, size, theme = screen
    steps.visit(page, server.url, "instansi", rencana=PLAN, instansi=CHOSEN)
    expect(page.get_by_role("heading", name="Imigrasi")).to_be_visible()
    assert seen.english(seen.words(page)) == []
    assert seen.barriers(page) == []
    assert seen.sideways(page) <= 0
    assert seen.picture(page, "instansi-rincian", size, theme).stat().st_size > 5_000


def test_on_another_day_the_matrix_and_the_panel_can_be_looked_at(page: Page, server: Server) -> None:
    steps.visit(page, server.url, "instansi", rencana=PLAN, hari="2026-03-02", instansi=CHOSEN)
    expect(page.get_by_role("button", name=words.BACK_TO_TODAY)).to_be_visible()
    expect(page.get_by_role("heading", name="Imigrasi")).to_be_visible()
