"""Files as proof in a real browser: given, looked at, replaced, refused; never shown as they were sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import FilePayload, Page, expect

from planner.views import evidence_words, labels, words
from tests import papers
from tests.e2e import seen, steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

PICTURE_ITEM, PDF_ITEM, REFUSED_ITEM, TEXT_ITEM = "KMT-06", "PMT-08", "PRS-01", "PRS-02"
ROW = (words.DOWNLOAD, words.REMOVE)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app that all tests of this module write to, each to an item of its own."""
    running = Server(tmp_path_factory.mktemp("office"))
    running.start()
    yield running
    running.stop()


def opened(page: Page, office: Server, item: str) -> None:
    """The panel of an item, at work as the office that does it."""
    steps.visit(page, office.url, "daftar", rencana=PLAN, butir=item)
    steps.act_as(page, "DPMPTSP")


def choose(page: Page, name: str, content: bytes) -> None:
    """Put a file into the uploader, called a PDF by whoever sends it."""
    file: FilePayload = {"name": name, "mimeType": "application/pdf", "buffer": content}
    page.locator("input[type=file]").set_input_files([file])
    expect(page.get_by_role("button", name=f"Hapus {name}")).to_be_visible()


def look(page: Page) -> None:
    """Open the preview of the one file that has one."""
    page.get_by_text(evidence_words.LOOK, exact=True).click()


def test_a_pdf_is_looked_at_page_by_page_and_downloaded_only_as_a_file(
    page: Page, office: Server, tmp_path: Path
) -> None:
    document = papers.pdf(3, "navy")
    watch = seen.Watch(page, office.url)
    opened(page, office, PDF_ITEM)
    steps.attach(page, "kajian.pdf", document)
    look(page)
    first = page.get_by_alt_text(evidence_words.PICTURE_OF.format(name="kajian.pdf", page=1, pages=3))
    expect(first).to_be_visible()
    shown = page.request.get(urljoin(f"{office.url}/", first.get_attribute("src") or ""))
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["cache-control"] == "private, no-cache"
    assert shown.body().startswith(b"\xff\xd8\xff")
    page.get_by_label(evidence_words.PAGE_NUMBER, exact=True).fill("2")
    page.get_by_label(evidence_words.PAGE_NUMBER, exact=True).press("Enter")
    second = evidence_words.PICTURE_OF.format(name="kajian.pdf", page=2, pages=3)
    expect(page.get_by_alt_text(second)).to_be_visible()
    assert seen.english(seen.words(page)) == []
    assert seen.barriers(page) == []
    with page.expect_download() as download:
        steps.press(page, words.DOWNLOAD)
    download.value.save_as(tmp_path / "unduhan.pdf")
    assert (tmp_path / "unduhan.pdf").read_bytes() == document
    kept = page.request.get(download.value.url)
    assert kept.headers["content-disposition"].startswith("attachment;")
    assert kept.headers["content-type"] == "application/octet-stream"
    assert kept.headers["x-content-type-options"] == "nosniff"
    assert (watch.errors, watch.outside) == ([], [])


CUT_OFF = "e => e.scrollWidth > e.clientWidth"


def test_a_short_text_takes_little_room_and_its_buttons_stand_side_by_side(
    page: Page, office: Server
) -> None:
    opened(page, office, TEXT_ITEM)
    steps.attach(page, "surat usulan pembentukan mal pelayanan publik 2026.txt", b"Satu baris saja.\n")
    look(page)
    expect(page.get_by_text("Satu baris saja.", exact=True)).to_be_visible()
    box = page.locator('[class*="st-key-isi-teks-"]').bounding_box()
    assert box is not None
    assert box["height"] < 100
    places = [page.get_by_role("button", name=name, exact=True).bounding_box() for name in ROW]
    assert len({place["y"] for place in places if place is not None}) == 1
    assert not page.get_by_test_id("stFileUploaderDropzoneInstructions").locator("span").evaluate(CUT_OFF)


def test_a_newer_version_takes_the_place_of_the_older_which_stays_at_hand(page: Page, office: Server) -> None:
    opened(page, office, PICTURE_ITEM)
    steps.attach(page, "foto.png", papers.picture(size=(600, 400), color="teal"))
    field = page.get_by_role("combobox", name=evidence_words.AS_WHAT, exact=True)
    field.click()
    newer = evidence_words.NEWER_THAN.format(name="foto.png")
    page.get_by_role("option", name=newer).click()
    expect(field).to_have_value(newer)
    seen.wait_until_drawn(page)
    steps.attach(page, "foto-baru.png", papers.picture(size=(600, 400), color="orange"))
    expect(page.get_by_role("button", name=words.REMOVE, exact=True)).to_have_count(1)
    older = page.get_by_text(evidence_words.OLDER.format(count=1))
    older.click()
    expect(page.get_by_text("foto.png ·")).to_be_visible()
    page.get_by_text(evidence_words.LOOK, exact=True).first.click()
    told = evidence_words.PICTURE_OF.format(name="foto-baru.png", page=1, pages=1)
    expect(page.get_by_alt_text(told)).to_be_visible()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("surat.pdf", papers.HTML, labels.OBJECTION["active_content"]),
        ("gambar.png", papers.SVG, labels.OBJECTION["active_content"]),
        (
            "surat.docx",
            papers.office("docx", {"word/vbaProject.bin": b""}),
            labels.OBJECTION["active_content"],
        ),
        ("surat.doc", papers.OLD_OFFICE, labels.OBJECTION["old_office"]),
    ],
)
def test_what_could_run_is_refused_in_words_whatever_it_is_called(
    page: Page, office: Server, name: str, content: bytes, told: str
) -> None:
    opened(page, office, REFUSED_ITEM)
    choose(page, name, content)
    steps.press(page, words.ATTACH)
    expect(page.get_by_text(told.format(about=name))).to_be_visible()
    expect(page.get_by_text(words.NO_FILE).first).to_be_visible()
    assert seen.english(seen.words(page)) == []


def test_the_panel_with_a_preview_reads_on_laptop_and_phone_light_and_dark(
    screen: tuple[Page, str, str], office: Server
) -> None:
    page, size, theme = screen
    steps.visit(page, office.url, "daftar", rencana=PLAN, butir=PICTURE_ITEM)
    page.get_by_text(evidence_words.LOOK, exact=True).first.click()
    told = evidence_words.PICTURE_OF.format(name="foto-baru.png", page=1, pages=1)
    expect(page.get_by_alt_text(told)).to_be_visible()
    assert seen.sideways(page) <= 0
    assert seen.barriers(page) == []
    seen.picture(page, "bukti", size, theme)


def test_a_table_is_downloaded_by_our_own_button_alone(page: Page, office: Server) -> None:
    steps.visit(page, office.url, "jadwal", rencana=PLAN, tampilan=words.TABLE)
    page.get_by_test_id("stDataFrame").first.hover()
    offered = page.get_by_test_id("stElementToolbarButton")
    expect(offered.locator('button[aria-label^="Layar penuh"]').first).to_be_visible()
    expect(offered.locator('button[aria-label^="Unduh CSV"]').first).to_be_hidden()
    assert seen.english(seen.words(page)) == []
