"""Mapping agencies and services in a real browser: a whole spreadsheet in one go, measured; single forms."""

from __future__ import annotations

import time
from collections.abc import Iterator
from io import BytesIO

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from planner.views import agency_words, words
from planner.views import registry_words as registry
from planner.views import services_words as told
from tests.e2e import seen, steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADINGS = ("Instansi", "Kelompok", "Layanan", "Luaran", "Saluran", "Lama", "Biaya", "Standar", "Antrean")
THERE = (
    "DPMPTSP",
    "Disdukcapil",
    "Bapenda",
    "Disnaker",
    "Dinkes",
    "Dinsos",
    "DLH",
    "Dinas PUPR",
    "Dinas Perikanan",
    "Samsat",
    "Polres",
    "Kantor Pertanahan",
    "Kemenag",
    "Kejari",
    "Pengadilan Agama",
    "KPP Pratama",
    "Imigrasi",
    "BPJS Kesehatan",
    "BPJS Ketenagakerjaan",
    "PLN",
    "PDAM",
    "Bank Daerah",
)
JOINING = ("Taspen", "Pos Indonesia", "Jasa Raharja", "Loka POM", "Telkom", "Pegadaian")
SERVICES = 149
CONSULTATION_EVERY = 13
WITHIN_SECONDS = 10.0
REGISTRY = agency_words.REGISTRY.replace(" ", "%20")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app that the tests of this module write to, one after the other."""
    running = Server(tmp_path_factory.mktemp("office"))
    running.furnish()
    running.start()
    yield running
    running.stop()


def _workbook() -> bytes:
    """A spreadsheet of 28 agencies and 149 services, as a mapping leaves it."""
    agencies = (*THERE, *JOINING)
    book, out = Workbook(), BytesIO()
    book.worksheets[0].append(HEADINGS)
    for number in range(SERVICES):
        agency = agencies[number % len(agencies)]
        book.worksheets[0].append(
            (
                agency,
                "BUMN" if agency in JOINING else None,
                f"Layanan {number + 1} {agency}",
                "produk selesai" if number % CONSULTATION_EVERY else "konsultasi",
                "langsung",
                "1 hari kerja",
                "gratis",
                "lengkap" if number < 40 else "persyaratan; biaya/tarif",
                "ya" if number >= 5 else "belum",
            )
        )
    book.save(out)
    return out.getvalue()


def _upload(page: Page, name: str, content: bytes) -> None:
    file = {"name": name, "mimeType": XLSX, "buffer": content}
    page.locator("input[type=file]").set_input_files([file])


def _choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a field once nothing moves under it any more: the list closes when it scrolls."""
    field = page.get_by_role("combobox", name=label)
    field.scroll_into_view_if_needed()
    seen.wait_until_drawn(page)
    field.click()
    page.get_by_role("option", name=option, exact=True).click()
    steps.settled(page)


def test_a_spreadsheet_of_28_agencies_and_149_services_is_mapped_in_one_go(
    page: Page, office: Server
) -> None:
    steps.visit(page, office.url, "instansi", rencana=PLAN, lihat=agency_words.SERVICES)
    expect(page.get_by_text(told.NONE_YET)).to_be_visible()
    began = time.monotonic()
    _upload(page, "pemetaan.xlsx", _workbook())
    add = page.get_by_role("button", name=told.ADD_MANY.format(count=SERVICES), exact=True)
    expect(add).to_be_visible()
    shown = time.monotonic() - began
    expect(
        page.get_by_text("149 layanan dapat ditambahkan untuk 28 instansi, 6 di antaranya")
    ).to_be_visible()

    began = time.monotonic()
    add.click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("149 layanan ditambahkan untuk 28 instansi, 6 di")
    written = time.monotonic() - began
    print(f"\n149 services of 28 agencies: shown after {shown:.1f} s, written after {written:.1f} s")
    expect(
        page.get_by_text(
            "149 layanan dari 28 instansi; 12 hanya konsultasi; 40 dengan standar lengkap; "
            "5 belum terhubung antrean."
        )
    ).to_be_visible()
    assert shown < WITHIN_SECONDS
    assert written < WITHIN_SECONDS

    steps.visit(page, office.url, "instansi", rencana=PLAN, lihat=REGISTRY)
    expect(page.get_by_text("28 instansi ikut serta: 28 pada gelombang 1.")).to_be_visible()


def test_a_bad_row_that_was_pasted_is_put_right_where_it_stands(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "instansi", rencana=PLAN, lihat=agency_words.SERVICES)
    page.get_by_role("radio", name=told.MANY).click()
    field = page.get_by_label(told.PASTE, exact=True)
    field.fill("Instansi\tLayanan\tLuaran\nPolres\tSIM keliling\tproduk\nPolres\tSKCK\tsurat\n")
    field.blur()
    row = page.get_by_role("cell", name="Baris 3, kolom Luaran: “surat” tidak dikenal")
    expect(row).to_be_visible()
    steps.press(page, told.ADD_MANY.format(count=1))
    expect(page.get_by_test_id("stAlert")).to_contain_text("1 layanan ditambahkan untuk 1 instansi")
    expect(field).to_have_value("Instansi\tLayanan\tLuaran\nPolres\tSKCK\tsurat\n")
    field.fill("Instansi\tLayanan\tLuaran\nPolres\tSKCK\tproduk selesai\n")
    field.blur()
    steps.press(page, told.ADD_MANY.format(count=1))
    expect(field).to_have_value("")


def test_an_agency_is_chosen_from_the_catalogue_and_leaves_with_a_reason(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "pengaturan", rencana=PLAN)
    page.get_by_test_id("stMain").get_by_role("link", name=registry.MOVED_TO).click()
    page.get_by_role("radio", name=registry.CATALOGUE).click()
    _choose(page, "Instansi vertikal", "BNN · dua sumber")
    expect(page.get_by_text("pernah hadir hanya Senin", exact=False).first).to_be_visible()
    page.keyboard.press("Escape")
    steps.press(page, registry.ADD_CHOSEN)
    expect(page.get_by_test_id("stAlert")).to_contain_text("1 instansi ditambahkan.")
    page.get_by_role("radio", name=registry.EDIT).click()
    _choose(page, registry.CHOOSE_ONE, "BNN")
    expect(page.get_by_text("Badan Narkotika Nasional ikut menandatanganinya", exact=False)).to_be_visible()
    page.get_by_text(registry.LEAVE).click()
    reason = page.get_by_label(registry.LEAVE_REASON, exact=True)
    reason.fill("Menunda sampai petugasnya ada.")
    reason.blur()
    steps.settled(page)
    steps.press(page, words.TAKE_OUT)
    expect(page.get_by_test_id("stAlert")).to_contain_text("kegiatan tidak dihitung lagi")
    expect(page.get_by_role("button", name=registry.RETURN)).to_be_visible()


@pytest.mark.parametrize("size", seen.SIZES)
@pytest.mark.parametrize("section", [REGISTRY, agency_words.SERVICES])
def test_registry_and_services_open_by_address_without_english_barriers_or_sideways_scrolling(
    page: Page, office: Server, section: str, size: str
) -> None:
    page.set_viewport_size(seen.SIZES[size])
    steps.visit(page, office.url, "instansi", rencana=PLAN, lihat=section)
    radios = page.get_by_role("radio", name=registry.CATALOGUE if section == REGISTRY else told.ADD)
    radios.click()
    steps.settled(page)
    expect(page.get_by_role("button", name="Tambahkan", exact=False).first).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert seen.english(seen.words(page)) == []
    assert seen.barriers(page) == []
    assert seen.sideways(page) <= 0
    seen.picture(page, f"instansi-{section[:6]}", size, "light")
