"""Work from the first look to the second person's word, in a real browser, on one running office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from planner.views import words
from tests.e2e import seen, steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

STUDY = "PMT-08"
STUDY_TITLE = "Kajian urgensi pembentukan MPP selesai"
STUDY_STAGE = "Pemetaan instansi dan kajian urgensi"
DOCUMENT = b"%PDF-1.7 kajian urgensi MPP"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app that all tests of this module write to, each to items of its own."""
    running = Server(tmp_path_factory.mktemp("office"))
    running.furnish()
    running.start()
    yield running
    running.stop()


@pytest.fixture
def colleague(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The browser of a second person."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A phone: narrow, touched instead of clicked."""
    how = {**browser_context_args, "viewport": seen.SIZES["phone"], "has_touch": True, "is_mobile": True}
    context = browser.new_context(**how)
    yield context.new_page()
    context.close()


def test_proof_and_a_second_person_move_score_gate_and_chart_and_outlive_a_restart(
    page: Page, colleague: Page, office: Server, tmp_path: Path
) -> None:
    steps.visit(page, office.url)
    score = steps.figure(page, words.SCORE).inner_text()
    expect(steps.gate(page, "Usulan")).to_contain_text("menunggu 5 dari 6 kegiatan")
    expect(steps.stage(page, STUDY_STAGE)).to_contain_text("38 terpenuhi")
    steps.turn_to(page, words.PAGE["jadwal"])
    assert f"{STUDY_TITLE}" in steps.chart_texts(page)

    steps.turn_to(page, words.PAGE["daftar"])
    steps.act_as(page, "DPMPTSP")
    page.locator('[data-stage="pemetaan"]').click()
    steps.open_item(page, STUDY)
    steps.attach(page, "kajian-urgensi.pdf", DOCUMENT)
    steps.set_status(page, "Selesai")
    steps.press(page, words.SAVE)
    expect(page.get_by_text(words.REVIEW_WAITS.format(who="DPMPTSP"))).to_be_visible()
    expect(steps.row(page, STUDY)).to_contain_text("diajukan")
    steps.act_as(page, "Sekretaris Daerah")
    steps.press(page, words.ACCEPT)
    expect(page.get_by_text(words.ACCEPTED_BY.format(who="Sekretaris Daerah"))).to_be_visible()
    expect(steps.row(page, STUDY)).to_contain_text("terpenuhi")

    _moved(page, score)
    office.restart()
    steps.visit(colleague, office.url)
    _moved(colleague, score)
    steps.visit(colleague, office.url, "daftar", rencana=PLAN, butir=STUDY)
    with colleague.expect_download() as download:
        steps.press(colleague, words.DOWNLOAD)
    download.value.save_as(tmp_path / "unduhan.pdf")
    assert (tmp_path / "unduhan.pdf").read_bytes() == DOCUMENT


def _moved(page: Page, score: str) -> None:
    """Summary and chart tell of the accepted study."""
    steps.turn_to(page, words.PAGE["ringkasan"])
    expect(steps.figure(page, words.SCORE)).not_to_have_text(score)
    expect(steps.gate(page, "Usulan")).to_contain_text("menunggu 4 dari 6 kegiatan")
    expect(steps.stage(page, STUDY_STAGE)).to_contain_text("39 terpenuhi")
    steps.turn_to(page, words.PAGE["jadwal"])
    texts = steps.chart_texts(page)
    assert STUDY_TITLE not in texts
    assert "39 dari 51 selesai" in texts


def test_a_row_is_ticked_with_the_mouse_and_says_beside_it_that_it_is_saved(
    page: Page, office: Server
) -> None:
    steps.visit(page, office.url, "daftar", rencana=PLAN, tahap="usulan")
    box = steps.box(page, "USL-01")
    expect(box).to_have_attribute("aria-checked", "false")
    box.click()
    expect(steps.notice(page, "USL-01")).to_have_text(words.SAVED)
    expect(box).to_have_attribute("aria-checked", "mixed")
    expect(box).to_be_focused()
    box.click()
    expect(box).to_have_attribute("aria-checked", "true")
    expect(steps.row(page, "USL-01")).to_contain_text("diajukan")
    page.reload()
    expect(box).to_have_attribute("aria-checked", "true")


def test_rows_are_walked_and_ticked_with_the_keyboard_alone(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "daftar", rencana=PLAN, tahap="persetujuan")
    first, second = (steps.box(page, item) for item in ("PRS-01", "PRS-02"))
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(second).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    expect(first).to_have_attribute("aria-checked", "mixed")
    expect(steps.notice(page, "PRS-01")).to_have_text(words.SAVED)
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(second).to_have_attribute("aria-checked", "mixed")
    expect(steps.notice(page, "PRS-02")).to_have_text(words.SAVED)
    expect(second).to_be_focused()


def test_a_link_that_is_clicked_out_of_a_note_leads_on_and_the_note_waits(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "daftar", rencana=PLAN, butir="PRS-05")
    note = page.get_by_label(words.NOTE, exact=True)
    note.click()
    page.keyboard.type("Masih saya tulis")
    steps.turn_to(page, words.PAGE["jadwal"])
    page.go_back()
    expect(note).to_have_value("Masih saya tulis")
    expect(page.get_by_text(words.UNSAVED)).to_be_visible()


def test_the_role_that_is_worked_as_outlives_a_reload(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "daftar", rencana=PLAN)
    steps.act_as(page, "DPMPTSP")
    steps.turn_to(page, words.PAGE["jejak"])
    page.reload()
    role = page.get_by_test_id("stSidebar").get_by_role("combobox", name=words.ACTOR)
    expect(role).to_have_value("DPMPTSP")


def test_the_rows_of_agencies_unfold_and_stay_unfolded_after_a_tick(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "daftar", rencana=PLAN, tahap="kesepakatan")
    group = page.locator("details.agencies").filter(has_text="Naskah kerja sama dibahas bersama instansi")
    group.locator("summary").click()
    box = steps.box(page, "KSP-02.kejari")
    box.click()
    expect(steps.notice(page, "KSP-02.kejari")).to_have_text(words.SAVED)
    expect(box).to_have_attribute("aria-checked", "mixed")
    expect(group).to_have_attribute("open", "")


def _two_who_write(page: Page, colleague: Page, office: Server, item: str) -> None:
    """Both open an item and write a note; the colleague saves first."""
    for window, role, note in ((page, "DPMPTSP", "Isian saya."), (colleague, "Bappeda", "Isian rekan.")):
        steps.visit(window, office.url, "daftar", rencana=PLAN, butir=item)
        steps.act_as(window, role)
        steps.write_note(window, note)
    steps.press(colleague, words.SAVE)
    expect(colleague.get_by_test_id("stAlertContentSuccess")).to_contain_text(words.SAVED)
    steps.press(page, words.SAVE)
    told = page.get_by_test_id("stAlertContentError")
    expect(told).to_contain_text("Bappeda sudah mengubahnya lebih dulu pada")
    expect(page.get_by_role("cell", name="“Isian rekan.”")).to_be_visible()
    expect(page.get_by_role("cell", name="“Isian saya.”")).to_be_visible()
    expect(page.get_by_label(words.NOTE, exact=True)).to_have_value("Isian saya.")


def test_the_second_window_is_told_who_and_when_and_can_keep_its_own(
    page: Page, colleague: Page, office: Server
) -> None:
    _two_who_write(page, colleague, office, "KMT-06")
    steps.press(page, words.KEEP_MINE)
    expect(page.get_by_test_id("stAlertContentSuccess")).to_have_text(words.SAVED)
    colleague.reload()
    expect(colleague.get_by_label(words.NOTE, exact=True)).to_have_value("Isian saya.")


def test_the_second_window_can_take_what_the_first_wrote(page: Page, colleague: Page, office: Server) -> None:
    _two_who_write(page, colleague, office, "KMT-05")
    steps.press(page, words.TAKE_THEIRS)
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
    steps.settled(page)
    expect(page.get_by_label(words.NOTE, exact=True)).to_have_value("Isian rekan.")


def test_two_windows_that_tick_one_row_do_not_tick_it_twice(
    page: Page, colleague: Page, office: Server
) -> None:
    for window in (page, colleague):
        steps.visit(window, office.url, "daftar", rencana=PLAN, tahap="usulan")
    steps.box(colleague, "USL-04").click()
    expect(steps.notice(colleague, "USL-04")).to_have_text(words.SAVED)
    steps.box(page, "USL-04").click()
    expect(steps.notice(page, "USL-04")).to_contain_text("sudah mengubahnya lebih dulu")
    expect(steps.box(page, "USL-04")).to_have_attribute("aria-checked", "mixed")


def test_on_a_phone_one_filters_ticks_opens_and_comes_back(phone: Page, office: Server) -> None:
    steps.visit(phone, office.url, "daftar", rencana=PLAN)
    phone.get_by_label(words.SEARCH).fill("PRS-0")
    phone.get_by_label(words.SEARCH).press("Enter")
    expect(steps.row(phone, "PRS-04")).to_be_visible()
    expect(steps.row(phone, "KMT-01")).to_have_count(0)
    steps.box(phone, "PRS-04").tap()
    expect(steps.notice(phone, "PRS-04")).to_have_text(words.SAVED)
    assert seen.sideways(phone) <= 0

    phone.locator('[data-open="PRS-04"]').tap()
    back = phone.get_by_role("button", name=words.BACK_TO_LIST)
    expect(back).to_be_visible()
    expect(steps.row(phone, "PRS-04")).to_be_hidden()
    expect(phone.get_by_role("button", name=words.SAVE, exact=True)).to_be_attached()
    assert seen.sideways(phone) <= 0

    back.tap()
    expect(steps.row(phone, "PRS-04")).to_be_visible()
    expect(phone.get_by_label(words.SEARCH)).to_have_value("PRS-0")
    expect(steps.box(phone, "PRS-04")).to_have_attribute("aria-checked", "mixed")


def test_a_plan_is_made_from_the_settings_page_and_named_where_one_then_stands(
    page: Page, office: Server
) -> None:
    steps.visit(page, office.url, "pengaturan", rencana=PLAN)
    page.get_by_role("tab", name=words.NEW_PLAN).click()
    steps.press(page, words.CREATE)
    expect(page.get_by_text(words.CHOOSE_REGENCY)).to_be_visible()
    regency = page.get_by_role("combobox", name=words.REGENCY)
    regency.fill("Kota Malang")
    page.get_by_role("option", name="Kota Malang, Jawa Timur (35.73)").click()
    steps.press(page, words.CREATE)
    expect(page.get_by_text(words.CHOOSE_START)).to_be_visible()
    expect(regency).to_have_value("Kota Malang, Jawa Timur (35.73)")
    page.get_by_role("group", name=words.START, exact=True).get_by_role("spinbutton").first.focus()
    page.keyboard.type("01122026")
    page.keyboard.press("Escape")
    steps.settled(page)
    steps.press(page, words.CREATE)
    expect(page.get_by_text(words.CREATED.format(name="Kota Malang"))).to_be_visible()
    expect(page).to_have_url(f"{office.url}/pengaturan?rencana=kota-malang")
