"""Agencies moved to another wave and placed at counters, in a real browser on an office of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from planner.domain.changes import AgencyChange, Change, NewFloor, SeatChange
from planner.views import agency_words, floor_words, wave_words, words
from planner.workspace import Written, open_workspace
from tests.e2e import seen, steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

ROLE = "DPMPTSP"
SCROLLED = 400
"""Milliseconds after which nothing scrolls any more: a list that opens while its field moves closes again."""

SHARING = ("imigrasi", "kejari", "polres")
SEATS = (
    SeatChange(floor="lantai-dasar", counter=1, agency="bapenda"),
    SeatChange(floor="lantai-dasar", counter=2, agency="bpjs-ketenagakerjaan"),
    SeatChange(floor="lantai-dasar", counter=3, agency="polres", weekdays=(1, 2, 3)),
    SeatChange(floor="lantai-dasar", counter=3, agency="imigrasi", weekdays=(3, 4)),
    SeatChange(floor="lantai-dasar", counter=4, agency="kejari", weekdays=(1, 2)),
    SeatChange(floor="lantai-satu", counter=1, agency="dpmptsp"),
)
MALL: tuple[Change, ...] = (
    NewFloor(name="Lantai dasar", counters=24, columns=8),
    NewFloor(name="Lantai satu", level=1, use="support", counters=6),
    *(AgencyChange(agency=slug, joint=True) for slug in SHARING),
    *(AgencyChange(agency=slug, weekdays=(6,)) for slug in ("dinkes", "dinsos", "disnaker", "dlh", "pdam")),
    *SEATS,
)


def _furnish(server: Server) -> None:
    """Give the demo plan floors with agencies at some of their counters."""
    server.furnish()
    workspace = open_workspace(server.environment)
    assert isinstance(workspace.record_all(PLAN, MALL, actor="sekda"), Written)


@pytest.fixture(scope="module")
def mall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app whose plan has floors, which the tests of this module only look at."""
    running = Server(tmp_path_factory.mktemp("mall"))
    _furnish(running)
    running.start()
    yield running
    running.stop()


def _visit(page: Page, server: Server, section: str) -> None:
    steps.visit(page, server.url, "instansi", rencana=PLAN, lihat=section)
    expect(page.get_by_role("radio", name=section, exact=True)).to_be_checked()
    seen.wait_until_drawn(page)


def _field(page: Page, kind: Any, label: str) -> Locator:
    return page.get_by_test_id("stMain").get_by_role(kind, name=label, exact=True)


def _pick(page: Page, label: str, *options: str) -> None:
    """Choose options of a field, once nothing moves under it any more."""
    for option in options:
        seen.wait_until_drawn(page)
        field = _field(page, "combobox", label)
        field.evaluate("field => field.scrollIntoView({block: 'center'})")
        page.wait_for_timeout(SCROLLED)
        field.fill(option)
        page.get_by_role("option", name=option, exact=True).click()
        steps.settled(page)
    seen.wait_until_drawn(page)


def _number(page: Page, label: str, value: int) -> None:
    field = _field(page, "spinbutton", label)
    field.fill(str(value))
    field.blur()
    seen.wait_until_drawn(page)


def _days(page: Page, *days: str) -> None:
    """Choose exactly these days."""
    seen.wait_until_drawn(page)
    group = page.get_by_role("toolbar", name=floor_words.DAYS)
    for day in ("Sen", "Sel", "Rab", "Kam", "Jum"):
        button = group.get_by_role("button", name=day, exact=True)
        if (button.get_attribute("aria-pressed") == "true") != (day in days):
            button.click()
            seen.wait_until_drawn(page)


def _place(page: Page, agency: str, counter: int, *days: str) -> None:
    _number(page, floor_words.COUNTER, counter)
    _pick(page, floor_words.AGENCY, agency)
    _days(page, *days)
    steps.press(page, floor_words.PLACE)
    expect(page.get_by_test_id("stAlert").filter(has_text=f"Tersimpan: {agency} di gerai")).to_be_visible()
    seen.wait_until_drawn(page)


def _box(page: Page, counter: int) -> Locator:
    return page.locator(f'[data-box="lantai-dasar:{counter}"]')


def test_an_agency_is_moved_to_the_second_wave_and_its_launch_seen_before_it_is_kept(
    page: Page, new_server: Callable[[], Server]
) -> None:
    server = new_server()
    _visit(page, server, agency_words.WAVES)
    steps.act_as(page, ROLE)
    expect(page.get_by_text("belum ada yang menyusul")).to_be_visible()
    _pick(page, wave_words.WHICH, "Imigrasi", "Polres")
    page.keyboard.press("Escape")
    steps.press(page, wave_words.LOOK)
    expect(page.get_by_text("Imigrasi: gelombang 1 → 2")).to_be_visible()
    expect(page.get_by_text("Dengan 2 perubahan ini peluncuran")).to_be_visible()
    chance = page.get_by_role("row").filter(has_text="P80").first
    expect(chance.get_by_role("cell")).to_have_count(3)
    expect(page.get_by_text("belum ada yang menyusul")).to_be_visible()
    steps.press(page, words.SAVE)
    expect(page.get_by_test_id("stAlert")).to_contain_text(wave_words.KEPT.format(count=2))
    expect(page.get_by_text("2 menyusul tanpa ditunggu")).to_be_visible()
    expect(page.get_by_text("Gelombang 2 (menyusul), 2 instansi: Imigrasi dan Polres")).to_be_visible()
    page.mouse.move(900, 40)
    steps.turn_to(page, words.PAGE["ringkasan"])
    expect(page.get_by_text("dengan laju sekarang buka")).to_be_visible()
    steps.turn_to(page, words.PAGE["jejak"])
    expect(page.get_by_text("Polres").first).to_be_visible()


def test_the_curve_is_drawn_when_it_is_opened_with_the_present_choice_on_it(page: Page, mall: Server) -> None:
    _visit(page, mall, agency_words.WAVES)
    expect(page.locator(".js-plotly-plot")).to_have_count(0)
    page.get_by_text(wave_words.CURVE, exact=True).click()
    expect(page.locator(".js-plotly-plot")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Pilihan sekarang menunggu 22 dari 22 instansi")).to_be_visible()
    drawn = "\n".join(page.locator(".js-plotly-plot text").all_text_contents())
    assert wave_words.CHOICE_MARK.format(count="22 instansi") in drawn


def test_a_joint_counter_is_shared_by_days_and_its_conflict_ends_when_one_gives_way(
    page: Page, new_server: Callable[[], Server]
) -> None:
    server = new_server()
    workspace = open_workspace(server.environment)
    workspace.load_demos()
    joint = [AgencyChange(agency=slug, joint=True) for slug in SHARING]
    assert isinstance(workspace.record_all(PLAN, joint, actor="sekda"), Written)
    _visit(page, server, agency_words.COUNTERS)
    steps.act_as(page, ROLE)
    _field(page, "textbox", floor_words.NAME).fill("Lantai dasar")
    _field(page, "textbox", floor_words.NAME).blur()
    steps.press(page, floor_words.ADD_FLOOR)
    expect(_box(page, 12)).to_be_visible()
    _place(page, "Polres", 5, "Sen", "Sel", "Rab")
    _place(page, "Imigrasi", 5, "Rab", "Kam")
    conflict = page.get_by_text("Gerai 5 di Lantai dasar dipakai lebih dari satu instansi pada hari Rabu")
    expect(conflict).to_be_visible()
    expect(_box(page, 5)).to_contain_text(floor_words.MARK["shared_day"])
    _place(page, "Imigrasi", 5, "Kam", "Jum")
    expect(conflict).to_have_count(0)
    expect(_box(page, 5)).not_to_contain_text(floor_words.MARK["shared_day"])
    expect(_box(page, 5)).to_contain_text("Kam, Jum")
    _number(page, floor_words.COUNTER, 99)
    _pick(page, floor_words.AGENCY, "PLN")
    steps.press(page, floor_words.PLACE)
    expect(page.get_by_text("lantai itu tidak mempunyai gerai nomor 99")).to_be_visible()
    expect(_field(page, "spinbutton", floor_words.COUNTER)).to_have_value("99")


def test_a_counter_that_is_clicked_on_the_plan_stands_in_the_form(page: Page, mall: Server) -> None:
    _visit(page, mall, agency_words.COUNTERS)
    _box(page, 3).click()
    expect(_field(page, "spinbutton", floor_words.COUNTER)).to_have_value("3")
    expect(_box(page, 3)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("Polres (Sen–Rab)")).to_be_visible()


def test_the_plan_is_printed_without_the_forms_and_with_every_counter_on_the_sheet(
    page: Page, mall: Server
) -> None:
    _visit(page, mall, agency_words.COUNTERS)
    expect(_box(page, 24)).to_be_visible()
    folded = page.get_by_text("instansi gelombang 1 belum mendapat semua gerai yang dimintanya")
    expect(folded.locator("visible=true")).to_have_count(0)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1032, "height": 720})
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_role("button", name=floor_words.PLACE)).to_be_hidden()
    expect(page.get_by_role("button", name=floor_words.PRINT)).to_be_hidden()
    expect(folded.locator("visible=true")).to_have_count(1)
    places = [_box(page, number).bounding_box() for number in (1, 8, 24)]
    assert all(place is not None and place["x"] + place["width"] <= 1032 for place in places)


def test_a_phone_tells_latest_dates_and_floats_of_every_agency(page: Page, mall: Server) -> None:
    page.set_viewport_size(seen.SIZES["phone"])
    _visit(page, mall, agency_words.WAVES)
    heads = page.get_by_role("table").last.get_by_role("columnheader")
    expect(heads).to_have_text(list(wave_words.NARROW))
    assert {wave_words.LATEST, wave_words.FLOAT} <= set(wave_words.NARROW)
    assert seen.sideways(page) <= 0


@pytest.mark.parametrize("section", [agency_words.WAVES, agency_words.COUNTERS])
def test_both_sections_fit_every_screen_and_can_be_read_by_all(
    screen: tuple[Page, str, str], section: str, mall: Server
) -> None:
    page, size, theme = screen
    watch = seen.Watch(page, mall.url)
    _visit(page, mall, section)
    assert seen.sideways(page) <= 0
    assert seen.english(seen.words(page)) == []
    assert seen.barriers(page) == []
    assert watch.errors == []
    assert watch.outside == []
    seen.picture(page, f"instansi-{section.casefold()}", size, theme)
