"""Several people on one item, each in a browser of their own: who does it by when, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from planner.views import comments_words, tasks_words, words
from tests.e2e import seen, steps
from tests.e2e.server import Server
from tests.e2e.steps import PLAN

STUDY, STUDY_TITLE = "PMT-08", "Kajian urgensi pembentukan MPP selesai"
PLAN_WORK = "PMT-09"
SCROLLED = 300
DAY, TOLD_DAY = "02012026", "2 Jan 2026"
SECRETARY, PUPR, KOMINFO, BKPSDM = "Sekretaris Daerah", "Dinas PUPR", "Dinas Kominfo", "BKPSDM (kepegawaian)"


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


def _choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a field of the panel, once nothing moves under it any more."""
    seen.wait_until_drawn(page)
    field = page.get_by_test_id("stMain").get_by_role("combobox", name=label)
    field.evaluate("field => field.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(SCROLLED)
    field.fill(option)
    page.get_by_role("option", name=option, exact=True).click()
    steps.settled(page)


def _due(page: Page, digits: str) -> None:
    """Type a day into the field of the assignment."""
    page.get_by_role("spinbutton", name=f"hari, {tasks_words.DUE}").click()
    page.keyboard.type(digits)
    page.keyboard.press("Tab")
    steps.settled(page)


def _write(page: Page, text: str) -> None:
    """Write a comment and leave the field."""
    field = page.get_by_label(comments_words.WRITE, exact=True)
    field.fill(text)
    field.blur()
    steps.settled(page)


def _item(page: Page, office: Server, role: str, activity: str) -> None:
    steps.visit(page, office.url, "daftar", rencana=PLAN, butir=activity)
    steps.act_as(page, role)


def test_what_is_assigned_with_a_day_waits_for_that_role_until_it_is_passed_on(
    page: Page, colleague: Page, office: Server
) -> None:
    _item(page, office, SECRETARY, STUDY)
    _choose(page, tasks_words.PERSON, PUPR)
    _due(page, DAY)
    steps.press(page, tasks_words.SAVE)
    expect(page.get_by_text(words.SAVED, exact=True)).to_be_visible()
    expect(steps.row(page, STUDY)).to_contain_text(f"ditugaskan kepada {PUPR}, lewat batas waktu")

    steps.visit(colleague, office.url, "tugas", rencana=PLAN)
    steps.act_as(colleague, PUPR)
    expect(colleague.get_by_text("1 di antaranya lewat batas waktu")).to_be_visible()
    expect(colleague.get_by_text(f"({TOLD_DAY})")).to_be_visible()
    colleague.get_by_role("link", name=STUDY_TITLE).first.click()
    expect(colleague.get_by_role("button", name=words.BACK_TO_LIST)).to_be_visible()

    _choose(page, tasks_words.PERSON, KOMINFO)
    steps.press(page, tasks_words.SAVE)
    expect(steps.row(page, STUDY)).to_contain_text(f"ditugaskan kepada {KOMINFO}")
    steps.turn_to(colleague, words.PAGE["tugas"])
    expect(colleague.get_by_role("heading", name=tasks_words.ASSIGNED_TO_ME)).to_have_count(0)


def test_a_mention_waits_for_whom_it_means_and_is_gone_with_the_answer(
    page: Page, colleague: Page, office: Server
) -> None:
    _item(page, office, SECRETARY, PLAN_WORK)
    _write(page, "Apakah formasinya <b>cukup</b>?")
    _choose(page, comments_words.MENTION, BKPSDM)
    expect(page.get_by_label(comments_words.WRITE, exact=True)).to_have_value(
        "Apakah formasinya <b>cukup</b>? @bkpsdm "
    )
    steps.press(page, comments_words.SEND)
    expect(page.get_by_text(comments_words.SENT)).to_be_visible()
    expect(page.get_by_text(f"Apakah formasinya <b>cukup</b>? @{BKPSDM}")).to_be_visible()

    steps.visit(colleague, office.url, "tugas", rencana=PLAN)
    steps.act_as(colleague, BKPSDM)
    expect(colleague.get_by_role("heading", name=tasks_words.MENTIONS_ME)).to_be_visible()
    expect(colleague.get_by_text(f"“Apakah formasinya <b>cukup</b>? @{BKPSDM}”")).to_be_visible()
    colleague.get_by_role("link", name="Rencana strategis pembangunan MPP disusun").first.click()
    _write(colleague, "Cukup, sudah dihitung.")
    steps.press(colleague, comments_words.SEND)
    expect(colleague.get_by_text(comments_words.SENT)).to_be_visible()
    steps.turn_to(colleague, words.PAGE["tugas"])
    expect(colleague.get_by_role("heading", name=tasks_words.MENTIONS_ME)).to_have_count(0)

    page.reload()
    seen.wait_until_drawn(page)
    expect(page.get_by_text("Cukup, sudah dihitung.")).to_be_visible()


def test_a_comment_that_is_taken_back_keeps_its_place(page: Page, office: Server) -> None:
    _item(page, office, SECRETARY, "KMT-05")
    _write(page, "Salah butir.")
    steps.press(page, comments_words.SEND)
    expect(page.get_by_text("Salah butir.")).to_be_visible()
    steps.press(page, comments_words.WITHDRAW)
    expect(page.get_by_text(comments_words.TAKEN_BACK)).to_be_visible()
    expect(page.get_by_text("Salah butir.")).to_have_count(0)
    expect(page.get_by_text(comments_words.WITHDRAWN, exact=True)).to_be_visible()


def test_the_second_who_assigns_sees_what_the_first_wrote_and_chooses(
    page: Page, colleague: Page, office: Server
) -> None:
    _item(page, office, SECRETARY, "KMT-06")
    _item(colleague, office, "DPMPTSP", "KMT-06")
    _choose(page, tasks_words.PERSON, PUPR)
    _choose(colleague, tasks_words.PERSON, KOMINFO)
    steps.press(page, tasks_words.SAVE)
    expect(steps.row(page, "KMT-06")).to_contain_text(f"ditugaskan kepada {PUPR}")
    steps.press(colleague, tasks_words.SAVE)
    expect(colleague.get_by_test_id("stAlert")).to_contain_text(SECRETARY)
    both = colleague.get_by_role("row").filter(has_text=PUPR)
    expect(both).to_contain_text(tasks_words.PERSON)
    expect(both).to_contain_text(KOMINFO)
    field = colleague.get_by_test_id("stMain").get_by_role("combobox", name=tasks_words.PERSON)
    expect(field).to_have_value(KOMINFO)
    steps.press(colleague, words.KEEP_MINE)
    expect(steps.row(colleague, "KMT-06")).to_contain_text(f"ditugaskan kepada {KOMINFO}")


def test_an_item_with_comments_and_an_assignment_can_be_read_by_everybody(
    screen: tuple[Page, str, str], office: Server
) -> None:
    page, size, theme = screen
    steps.visit(page, office.url, "daftar", rencana=PLAN, butir=PLAN_WORK)
    expect(page.get_by_role("button", name=comments_words.SEND)).to_be_visible()
    seen.picture(page, "butir-bersama", size, theme)
    found = (seen.barriers(page), seen.sideways(page), seen.english(seen.words(page)))
    assert found == ([], 0, [])
