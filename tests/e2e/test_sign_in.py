"""An office with accounts in a real browser: signing in, being sent away, seeing what is one's own."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from planner.domain.changes import MemberChange
from planner.domain.people import WideRole
from planner.views import account_words, sign_in_words, visitor_words, words
from planner.workspace import Written, open_workspace
from planner.workspace.accounts import Account, Accounts, open_accounts
from tests.e2e import seen, steps
from tests.e2e.server import Server

PLAN, OTHER_PLAN = "belitung-timur", "siak"
PLAN_NAME = "Belitung Timur"
PASSWORD = "kata sandi yang panjang"
AGENCY, AGENCY_NAME = "bank-daerah", "Bank Daerah"


@dataclass(frozen=True)
class Office:
    """A server with accounts, and the means to look after them from outside."""

    server: Server
    accounts: Accounts

    def add(self, login: str, wide: WideRole | None = None, must_change: bool = False) -> None:
        """An account, whose owner is called by the login with a capital letter."""
        added = self.accounts.add(
            login, login.capitalize(), password=PASSWORD, wide=wide, by="mpp", must_change=must_change
        )
        assert isinstance(added, Account)

    def join(self, login: str, change: MemberChange) -> None:
        """Make somebody a member of the plan."""
        assert change.person == login
        made = open_workspace(self.server.environment).record(PLAN, change, actor="dpmptsp")
        assert isinstance(made, Written)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    server = Server(tmp_path_factory.mktemp("office"), mode="office")
    open_workspace(server.environment).load_demos()
    found = Office(server, open_accounts(server.environment))
    for login in ("analis", "pindah", "rangkap"):
        found.add(login)
        found.join(login, MemberChange(person=login, name=login.capitalize(), role="staff"))
    found.add("kontak")
    found.join("kontak", MemberChange(person="kontak", name=AGENCY_NAME, role="agency", agency=AGENCY))
    found.add("tamu")
    found.add("baru", "ministry", must_change=True)
    server.start()
    yield found
    server.stop()


def fill(page: Page, login: str, password: str = PASSWORD) -> None:
    """Fill the sign-in page and send it."""
    page.get_by_label(sign_in_words.LOGIN).fill(login)
    page.get_by_label(sign_in_words.PASSWORD).fill(password)
    page.get_by_role("button", name=sign_in_words.ENTER).click()


def enter(page: Page, office: Office, login: str, path: str = f"daftar?rencana={PLAN}") -> None:
    """Open a page of the app and sign in on the way."""
    page.goto(f"{office.server.url}/{path}")
    fill(page, login)
    seen.wait_until_drawn(page)


def sidebar(page: Page) -> Locator:
    return page.get_by_test_id("stSidebar")


def links(page: Page) -> list[str]:
    """The pages that the sidebar leads to."""
    return [link.split("\n")[-1] for link in sidebar(page).get_by_test_id("stPageLink").all_inner_texts()]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_the_sign_in_page_can_be_read_and_used_by_everybody(
    browser: Browser, office: Office, size: str, theme: str
) -> None:
    context = browser.new_context(viewport=seen.SIZES[size], color_scheme=theme)
    page = context.new_page()
    watch = seen.Watch(page, office.server.url)
    page.goto(f"{office.server.url}/masuk?keluar=1")
    expect(page.get_by_role("heading", level=1)).to_have_text(sign_in_words.TITLE)
    expect(page.get_by_role("status")).to_have_text(sign_in_words.SIGNED_OUT)
    expect(page.get_by_label(sign_in_words.LOGIN)).to_be_focused()
    assert seen.barriers(page) == []
    assert (watch.errors, watch.outside) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    seen.SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=seen.SCREENSHOTS / f"masuk-{size}-{theme}.png")
    context.close()


def test_somebody_signs_in_on_the_way_to_a_page_and_is_told_who_they_are(page: Page, office: Office) -> None:
    watch = seen.Watch(page, office.server.url)
    page.goto(f"{office.server.url}/daftar?rencana={PLAN}")
    fill(page, "analis", "not the password")
    expect(page.get_by_role("alert")).to_have_text(sign_in_words.WRONG)
    expect(page.get_by_label(sign_in_words.LOGIN)).to_have_value("analis")
    watch.errors.clear()
    fill(page, "analis")
    seen.wait_until_drawn(page)
    expect(page.get_by_role("heading", name=words.PAGE["daftar"], level=1)).to_be_visible()
    assert page.url.endswith(f"/daftar?rencana={PLAN}")
    expect(sidebar(page)).to_contain_text("Analis")
    expect(sidebar(page)).to_contain_text("staf")
    expect(sidebar(page)).not_to_contain_text(words.LOCAL_MODE)
    assert set(links(page)) >= {words.PAGE["ringkasan"], words.PAGE["jadwal"], words.PAGE["pengaturan"]}
    assert seen.english(seen.words(page)) == []
    assert (watch.errors, watch.outside) == ([], [])


def test_whoever_is_switched_off_sees_nothing_more_at_the_next_click(page: Page, office: Office) -> None:
    enter(page, office, "pindah")
    expect(page.locator("[data-row]").first).to_be_attached()
    office.accounts.change("pindah", by="mpp", active=False)
    page.get_by_role("button", name="Terlambat").click()
    expect(page.get_by_role("heading", name=visitor_words.OVER)).to_be_visible()
    steps.settled(page)
    expect(page.locator("[data-row]")).to_have_count(0)
    expect(page.get_by_text(PLAN_NAME)).to_have_count(0)
    assert seen.barriers(page) == []
    seen.picture(page, "sesi-berakhir", "laptop", "light")
    page.get_by_role("link", name=visitor_words.ENTER_AGAIN).click()
    fill(page, "pindah")
    expect(page.get_by_role("alert")).to_have_text(sign_in_words.INACTIVE)


def test_signing_out_in_one_tab_ends_the_other(context: BrowserContext, office: Office) -> None:
    first, second = context.new_page(), context.new_page()
    enter(first, office, "rangkap")
    steps.visit(second, office.server.url, "jejak", rencana=PLAN)
    expect(second.get_by_role("heading", name=words.PAGE["jejak"], level=1)).to_be_visible()
    sidebar(first).get_by_role("button", name=visitor_words.LEAVE).click()
    expect(first.get_by_role("status")).to_have_text(sign_in_words.SIGNED_OUT)
    sidebar(second).get_by_role("link", name=words.PAGE["daftar"]).click()
    expect(second.get_by_role("heading", name=visitor_words.OVER)).to_be_visible()
    expect(second.get_by_text(PLAN_NAME)).to_have_count(0)
    first.goto(f"{office.server.url}/daftar?rencana={PLAN}")
    expect(first.get_by_role("heading", name=sign_in_words.TITLE)).to_be_visible()


def test_the_contact_of_an_agency_sees_the_own_agency_and_its_pages_alone(page: Page, office: Office) -> None:
    enter(page, office, "kontak", f"?rencana={PLAN}")
    assert set(links(page)) == {
        words.PAGE[name] for name in ("tugas", "daftar", "jejak", "hukum", "pengaturan")
    }
    expect(sidebar(page)).to_contain_text(f"instansi · {AGENCY_NAME}")
    steps.turn_to(page, words.PAGE["daftar"])
    groups = page.locator("details.agencies > summary")
    expect(groups).to_have_count(2)
    for group in groups.all():
        group.click()
    expect(page.locator("[data-row]")).to_have_count(2)
    rows = page.locator("[data-row]").evaluate_all("rows => rows.map(row => row.dataset.row)")
    assert set(rows) == {f"PMT-02.{AGENCY}", f"PMT-03.{AGENCY}"}
    steps.visit(page, office.server.url, "jadwal", rencana=PLAN)
    expect(page.get_by_text(visitor_words.NOT_YOUR_PAGE)).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(0)
    steps.visit(page, office.server.url, "daftar", rencana=OTHER_PLAN)
    expect(page.get_by_text(visitor_words.NOT_YOURS.format(plan=OTHER_PLAN))).to_be_visible()
    expect(page.locator("[data-row]")).to_have_count(0)


def test_somebody_without_any_plan_is_told_whom_to_ask(page: Page, office: Office) -> None:
    enter(page, office, "tamu", "")
    told = visitor_words.NO_PLAN.format(login="tamu")
    expect(page.get_by_test_id("stMain").get_by_text(told)).to_be_visible()
    assert links(page) == [words.PAGE["pengaturan"]]
    expect(page.get_by_text(PLAN_NAME)).to_have_count(0)


def test_whose_password_was_chosen_by_another_chooses_their_own_first(page: Page, office: Office) -> None:
    enter(page, office, "baru")
    expect(page.get_by_role("heading", name=visitor_words.MUST_CHANGE, level=1)).to_be_visible()
    expect(page.get_by_text(PLAN_NAME)).to_have_count(0)
    assert seen.barriers(page) == []
    page.get_by_label(account_words.OLD_PASSWORD).fill(PASSWORD)
    for label in (account_words.NEW_PASSWORD, account_words.AGAIN):
        page.get_by_label(label, exact=True).fill("kata sandi pilihan sendiri")
    page.get_by_role("button", name=account_words.CHANGE_PASSWORD).click()
    expect(page.get_by_role("heading", name=words.PAGE["daftar"], level=1)).to_be_visible()
    expect(sidebar(page)).to_contain_text("kementerian")


@pytest.mark.parametrize(("protocol", "name"), [("https", "__Host-mpp_formulir=")])
def test_behind_a_proxy_on_this_computer_the_cookies_follow_its_https(
    office: Office, protocol: str, name: str
) -> None:
    asked = urllib.request.Request(f"{office.server.url}/masuk", headers={"X-Forwarded-Proto": protocol})
    with urllib.request.urlopen(asked, timeout=10) as answer:
        given = answer.headers["set-cookie"]
    assert given.startswith(name)
    assert "Secure" in given
