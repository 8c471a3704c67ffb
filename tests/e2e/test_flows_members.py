"""An office comes together in real browsers: an account, its password, a role in a plan, an end of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from planner.views import account_words as told
from planner.views import labels, sign_in_words, visitor_words, words
from planner.workspace import open_workspace
from planner.workspace.accounts import Account, open_accounts
from tests.e2e import seen, steps
from tests.e2e.server import Server

PLAN, PLAN_NAME = "belitung-timur", "Belitung Timur"
ADMIN, PASSWORD, OWN = "pengelola.sistem", "kata sandi yang panjang", "kata sandi pilihan sendiri"
LOGIN, NAME = "dinas.perizinan", "Dinas Perizinan"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the demo plans and one account, which looks after the system."""
    server = Server(tmp_path_factory.mktemp("office"), mode="office")
    open_workspace(server.environment).load_demos()
    made = open_accounts(server.environment).add(
        ADMIN, "Dinas Kominfo", password=PASSWORD, wide="administrator", by="mpp", must_change=False
    )
    assert isinstance(made, Account)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def colleague(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The browser of a second person."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def _enter(page: Page, office: Server, login: str, password: str, path: str = "") -> None:
    page.goto(f"{office.url}/{path}?rencana={PLAN}")
    page.get_by_label(sign_in_words.LOGIN).fill(login)
    page.get_by_label(sign_in_words.PASSWORD).fill(password)
    page.get_by_role("button", name=sign_in_words.ENTER).click()
    seen.wait_until_drawn(page)


def _turn_to(page: Page, part: str) -> None:
    page.get_by_role("tab", name=part, exact=True).click()
    steps.settled(page)


def _fill(inside: Page | Locator, label: str, text: str) -> None:
    field = inside.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Tab")


def _choose(page: Page, label: str, option: str) -> None:
    field = page.get_by_test_id("stMain").get_by_role("combobox", name=label)
    field.scroll_into_view_if_needed()
    field.fill(option)
    page.get_by_role("option", name=option).click()
    steps.settled(page)


def test_an_office_is_joined_worked_in_and_left(page: Page, colleague: Page, office: Server) -> None:
    watch = seen.Watch(page, office.url)
    _enter(page, office, ADMIN, PASSWORD, "pengaturan")

    _turn_to(page, told.ACCOUNTS_TAB)
    page.get_by_text(told.NEW_ACCOUNT, exact=True).click()
    form = page.get_by_test_id("stExpander").filter(has_text=told.NEW_ACCOUNT)
    _fill(form, told.LOGIN, LOGIN)
    _fill(form, told.NAME, NAME)
    steps.settled(page)
    steps.press(page, told.CREATE_ACCOUNT)
    expect(page.get_by_text(told.CREATED.format(login=LOGIN))).to_be_visible()
    given = page.get_by_test_id("stCode").inner_text().strip()
    assert seen.english(seen.words(page)) == []
    assert seen.barriers(page) == []
    seen.picture(page, "pengaturan-akun", "laptop", "light")
    steps.press(page, told.HIDE)
    expect(page.get_by_test_id("stCode")).to_have_count(0)

    _enter(colleague, office, LOGIN, given)
    expect(colleague.get_by_role("heading", name=visitor_words.MUST_CHANGE, level=1)).to_be_visible()
    _fill(colleague, told.OLD_PASSWORD, given)
    _fill(colleague, told.NEW_PASSWORD, OWN)
    _fill(colleague, told.AGAIN, OWN)
    steps.settled(colleague)
    steps.press(colleague, told.CHANGE_PASSWORD)
    expect(
        colleague.get_by_test_id("stMain").get_by_text(visitor_words.NOT_YOURS.format(plan=PLAN))
    ).to_be_visible()
    expect(colleague.get_by_text(PLAN_NAME)).to_have_count(0)

    _turn_to(page, told.MEMBERS_TAB)
    expect(page.get_by_text(told.NO_MEMBERS)).to_be_visible()
    _choose(page, told.CHOOSE_PERSON, NAME)
    roles = page.get_by_role("radiogroup", name=told.ROLE)
    roles.get_by_text(labels.PLAN_ROLE["verifier"], exact=True).click()
    expect(roles.get_by_role("radio", name=labels.PLAN_ROLE["verifier"])).to_be_checked()
    steps.settled(page)
    steps.press(page, told.ADD_MEMBER)
    joined = told.MEMBER_SAVED.format(name=NAME, role=labels.PLAN_ROLE["verifier"])
    expect(page.get_by_text(joined)).to_be_visible()
    assert seen.english(seen.words(page)) == []
    assert seen.barriers(page) == []
    seen.picture(page, "pengaturan-anggota", "laptop", "light")

    steps.visit(colleague, office.url, "", rencana=PLAN)
    expect(colleague.get_by_role("heading", name=words.PAGE["ringkasan"], level=1)).to_be_visible()
    steps.turn_to(colleague, words.PAGE["pengaturan"])
    _turn_to(colleague, told.OWN_TAB)
    expect(colleague.get_by_text(told.OWN_INTRO.format(name=NAME, login=LOGIN))).to_be_visible()
    expect(colleague.get_by_role("tab", name=told.ACCOUNTS_TAB, exact=True)).to_have_count(0)
    assert seen.english(seen.words(colleague)) == []
    assert seen.barriers(colleague) == []
    seen.picture(colleague, "pengaturan-akun-saya", "laptop", "light")

    _turn_to(page, told.ACCOUNTS_TAB)
    _choose(page, told.CHOOSE_ACCOUNT, f"{NAME} ({LOGIN})")
    steps.press(page, told.DEACTIVATE)
    expect(page.get_by_text(told.DEACTIVATED.format(login=LOGIN))).to_be_visible()
    _turn_to(colleague, told.MEMBERS_TAB)
    expect(colleague.get_by_role("heading", name=visitor_words.OVER)).to_be_visible()
    expect(colleague.get_by_text(PLAN_NAME)).to_have_count(0)
    assert (watch.errors, watch.outside) == ([], [])


def test_the_record_names_who_let_somebody_in(page: Page, office: Server) -> None:
    _enter(page, office, ADMIN, PASSWORD, "jejak")
    expect(page.get_by_role("heading", name=words.PAGE["jejak"], level=1)).to_be_visible()
    expect(page.get_by_text("Dinas Kominfo ·").first).to_be_visible()


def test_on_a_phone_every_part_of_the_settings_can_be_seen_and_chosen(
    browser: Browser, browser_context_args: dict[str, Any], office: Server
) -> None:
    context = browser.new_context(**{**browser_context_args, "viewport": seen.SIZES["phone"]})
    phone = context.new_page()
    _enter(phone, office, ADMIN, PASSWORD, "pengaturan")
    tabs = phone.get_by_role("tab")
    expect(tabs.last).to_have_text(told.OWN_TAB)
    edges = [place["x"] + place["width"] for tab in tabs.all() if (place := tab.bounding_box())]
    assert max(edges) <= seen.SIZES["phone"]["width"]
    context.close()
