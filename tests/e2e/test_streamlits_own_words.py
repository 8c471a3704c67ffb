"""Streamlit's own buttons, menus, calendars and messages speak Indonesian, also once they are touched."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import seen
from tests.e2e.server import Server

ROOT = Path(__file__).parents[2]
SAMPLE = Path(__file__).parent / "chrome" / "app.py"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Our server around a page that uses every part of Streamlit."""
    folder = tmp_path_factory.mktemp("chrome")
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "config.toml").write_bytes((ROOT / ".streamlit" / "config.toml").read_bytes())
    command = [sys.executable, "-m", "streamlit", "run", str(SAMPLE), "--server.port"]
    running = Server(folder, command)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def fields(page: Page, sample: Server) -> Page:
    """The page of fields, drawn."""
    page.goto(sample.url)
    seen.wait_until_drawn(page)
    expect(page.get_by_label("Dalam formulir")).to_be_visible()
    return page


def test_fields_at_rest_hold_no_english(fields: Page) -> None:
    expect(fields.get_by_test_id("stFileUploader").locator("button")).to_contain_text("Unggah")
    assert seen.english(seen.words(fields)) == []


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Nama", "Tekan Enter untuk menerapkan"),
        ("Catatan", "Tekan Ctrl+Enter untuk menerapkan"),
        ("Dalam formulir", "Tekan Enter untuk mengirim"),
    ],
)
def test_a_field_being_written_in_says_in_indonesian_how_to_finish(
    fields: Page, label: str, told: str
) -> None:
    fields.get_by_label(label, exact=True).fill("abc")
    expect(fields.get_by_text(told)).to_be_visible()
    assert seen.english(seen.words(fields)) == []


def test_a_search_without_result_says_so_in_indonesian(fields: Page) -> None:
    fields.get_by_label("Tahap").click()
    fields.keyboard.type("zzz")
    expect(fields.get_by_text("Tidak ada hasil")).to_be_visible()
    assert seen.english(seen.words(fields)) == []


def test_the_calendar_is_indonesian_and_begins_on_monday(fields: Page) -> None:
    fields.get_by_role("button", name="Pilih tanggal").first.click()
    expect(fields.get_by_role("gridcell").first.get_by_role("button")).to_have_accessible_name(
        "Senin, 26 Oktober 2026"
    )
    assert seen.english(seen.words(fields)) == []


def test_a_date_outside_its_limits_is_refused_in_indonesian(fields: Page) -> None:
    group = fields.get_by_test_id("stDateInput").filter(has_text="Terbatas")
    group.get_by_role("spinbutton").nth(1).press_sequentially("12")
    group.get_by_test_id("stTooltipErrorHoverTarget").hover()
    expect(fields.get_by_text("tanggal ini di luar batas")).to_be_visible()
    assert seen.english(seen.words(fields)) == []


def test_a_file_of_the_wrong_kind_is_refused_in_indonesian(fields: Page) -> None:
    wrong = {"name": "foto.zip", "mimeType": "application/zip", "buffer": b"x"}
    fields.locator("input[type=file]").set_input_files([wrong])
    expect(fields.get_by_text("Jenis berkas ini tidak diterima")).to_be_visible()
    assert seen.english(seen.words(fields)) == []


def test_an_uploaded_file_can_be_removed_in_indonesian(fields: Page) -> None:
    right = {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"x"}
    fields.locator("input[type=file]").set_input_files([right])
    expect(fields.get_by_role("button", name="Hapus surat.pdf")).to_be_visible()
    assert seen.english(seen.words(fields)) == []


def test_the_main_menu_is_indonesian(fields: Page) -> None:
    fields.get_by_role("button", name="Menu utama").click()
    expect(fields.get_by_text("Cetak")).to_be_visible()
    assert seen.english(seen.words(fields)) == []


def test_tables_charts_and_messages_hold_no_english(page: Page, sample: Server) -> None:
    page.goto(f"{sample.url}/hasil")
    seen.wait_until_drawn(page)
    expect(page.locator(".modebar-btn").first).to_be_attached()
    page.get_by_test_id("stDataFrame").first.hover()
    expect(page.get_by_role("button", name="Unduh CSV").first).to_be_visible()
    assert seen.english(seen.words(page)) == []


def test_a_slow_step_says_in_indonesian_that_it_runs(page: Page, sample: Server) -> None:
    page.goto(f"{sample.url}/hasil")
    seen.wait_until_drawn(page)
    page.get_by_role("button", name="Lama", exact=True).click()
    expect(page.get_by_text("Hentikan")).to_be_visible()
    assert seen.english(seen.words(page)) == []


def test_an_unknown_address_says_in_indonesian_that_there_is_no_such_page(page: Page, sample: Server) -> None:
    page.goto(f"{sample.url}/tidakada")
    expect(page.get_by_text("Halaman tidak ditemukan")).to_be_visible()
    assert seen.english(seen.words(page)) == []


def test_a_lost_server_is_told_in_indonesian(page: Page, sample: Server) -> None:
    page.goto(sample.url)
    seen.wait_until_drawn(page)
    sample.stop()
    expect(page.get_by_text("Sambungan terputus")).to_be_visible(timeout=30_000)
    told = seen.english(seen.words(page))
    sample.start()
    assert told == []


def test_the_guard_itself_knows_english_from_indonesian() -> None:
    assert seen.english(["Press Enter to apply", "Browse your files", "Cari", "Unggah berkas"]) == [
        "Browse your files",
        "Press Enter to apply",
    ]
