"""Four eyes, in a real browser: staff hand in, a second person opens and accepts, what changes lapses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from planner.views import review_words as said
from planner.views import words
from tests.e2e import seen, steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

STUDY, STUDY_TITLE = "PMT-08", "Kajian urgensi pembentukan MPP selesai"
SERVICES, SERVICES_TITLE = "USL-01", "Daftar layanan semua instansi dirangkum"
STAFF, SECRETARY = "DPMPTSP", "Sekretaris Daerah"
DOCUMENT = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app in which staff have handed in two items with proof before the tests begin."""
    running = Server(tmp_path_factory.mktemp("verification"))
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module", autouse=True)
def handed_in(office: Server, browser: Browser) -> None:
    """Two items with proof, called done by the staff."""
    context = browser.new_context(viewport=seen.SIZES["laptop"], timezone_id="Asia/Jakarta")
    page = context.new_page()
    for item, stage in ((STUDY, "pemetaan"), (SERVICES, "usulan")):
        steps.visit(page, office.url, "daftar", rencana=PLAN, tahap=stage)
        steps.act_as(page, STAFF)
        steps.open_item(page, item)
        steps.attach(page, f"{item}.pdf", DOCUMENT + item.encode())
        steps.set_status(page, "Selesai")
        steps.press(page, words.SAVE)
        expect(page.get_by_text(said.OWN)).to_be_visible()
    context.close()


def _queue(page: Page, office: Server, role: str = SECRETARY) -> None:
    steps.visit(page, office.url, "verifikasi", rencana=PLAN)
    steps.act_as(page, role)


def _row(page: Page, title: str) -> Locator:
    return page.get_by_test_id("stExpander").filter(has_text=title)


def _box(page: Page, title: str) -> Locator:
    return page.get_by_role("checkbox", name=said.PICK.format(title=title))


def _open(page: Page, title: str) -> None:
    _row(page, title).locator("summary").click()
    expect(_row(page, title).get_by_text(words.REVIEW)).to_be_visible()
    seen.wait_until_drawn(page)


def _pick(page: Page, title: str) -> None:
    _row(page, title).page.locator("label").filter(has=_box(page, title)).click()
    expect(_box(page, title)).to_be_checked()
    steps.settled(page)


def test_whoever_handed_it_in_is_told_that_another_must_look(page: Page, office: Server) -> None:
    _queue(page, office, STAFF)
    _open(page, STUDY_TITLE)
    expect(_row(page, STUDY_TITLE).get_by_text(said.OWN)).to_be_visible()
    expect(_row(page, STUDY_TITLE).get_by_role("button", name=words.ACCEPT, exact=True)).to_have_count(0)
    expect(_box(page, STUDY_TITLE)).to_be_disabled()


def test_the_page_is_free_of_barriers_and_fits_a_phone(page: Page, office: Server) -> None:
    _queue(page, office)
    _open(page, STUDY_TITLE)
    assert seen.barriers(page) == []
    page.set_viewport_size(seen.SIZES["phone"])
    steps.settled(page)
    assert seen.sideways(page) == 0
    assert seen.barriers(page) == []


def test_what_was_opened_is_accepted_together_and_lapses_when_its_proof_changes(
    page: Page, office: Server
) -> None:
    _queue(page, office)
    accept = page.get_by_role("button", name=said.ACCEPT_PICKED.format(count=0))
    expect(accept).to_be_disabled()
    for title in (STUDY_TITLE, SERVICES_TITLE):
        expect(_box(page, title)).to_be_disabled()
        _open(page, title)
        _pick(page, title)
    steps.press(page, said.ACCEPT_PICKED.format(count=2))
    expect(page.get_by_text(said.ACCEPTED.format(count=2))).to_be_visible()
    expect(_row(page, STUDY_TITLE)).to_have_count(0)

    steps.visit(page, office.url, "daftar", rencana=PLAN, butir=STUDY)
    expect(page.get_by_text(words.ACCEPTED_BY.format(who=SECRETARY))).to_be_visible()
    steps.act_as(page, STAFF)
    steps.attach(page, "kajian-baru.pdf", DOCUMENT + b"baru")
    expect(page.get_by_text("gugur karena sesudah itu bukti kajian-baru.pdf")).to_be_visible()
    expect(steps.row(page, STUDY)).to_contain_text("diajukan")

    _queue(page, office)
    expect(_row(page, STUDY_TITLE)).to_contain_text(f"penerimaan oleh {SECRETARY} gugur")
    _open(page, STUDY_TITLE)
    _row(page, STUDY_TITLE).get_by_role("button", name=words.ACCEPT, exact=True).click()
    steps.settled(page)
    expect(page.get_by_text(said.ABOUT.format(name=STUDY_TITLE, told=words.SAVED))).to_be_visible()
    expect(_row(page, STUDY_TITLE)).to_have_count(0)


def test_returned_work_waits_for_the_staff_who_hand_it_in_again(page: Page, office: Server) -> None:
    title = "Rancangan ruang dan rencana biaya disiapkan"
    _queue(page, office)
    _open(page, title)
    row = _row(page, title)
    row.get_by_role("textbox", name=words.RETURN_REASON).fill("Denah belum berskala.")
    row.get_by_role("button", name=words.RETURN, exact=True).click()
    steps.settled(page)
    expect(_row(page, title)).to_contain_text(f"dikembalikan {SECRETARY}")
    expect(_box(page, title)).to_have_count(0)
    steps.act_as(page, STAFF)
    _open(page, title)
    expect(_row(page, title).get_by_text("Denah belum berskala.")).to_be_visible()
    _row(page, title).get_by_role("button", name=said.RESUBMIT).click()
    steps.settled(page)
    expect(_row(page, title)).to_contain_text(f"diajukan {STAFF}")
    expect(_box(page, title)).to_be_disabled()
