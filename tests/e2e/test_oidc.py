"""An organisation whose people sign in with a provider (OpenID Connect), a real one on this machine."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from planner.domain.changes import MemberChange
from planner.views import visitor_words, words
from planner.workspace import Written, open_workspace
from planner.workspace.accounts import Account, Accounts, open_accounts
from tests.e2e import seen, steps
from tests.e2e.server import STARTS_WITHIN, Server, free_port

PLAN, PLAN_NAME = "siak", "Siak"
SECRET = "a-secret-of-forty-letters-for-this-test-0"
CLAIM = "peran"


def user(subject: str, name: str, *, verified: bool = True, roles: tuple[str, ...] = ()) -> str:
    """What the provider says of somebody."""
    email = f"{subject}@example.go.id"
    claims = {"sub": subject, "name": name, "email": email, "email_verified": verified, CLAIM: roles}
    return json.dumps(claims)


USERS = (
    user("analis", "Nama di Penyedia"),
    user("verifikator", "Sekretaris Daerah", roles=(f"{PLAN}:verifikator", "offline_access")),
    user("asing", "Orang Asing"),
    user("palsu", "Alamat Palsu", verified=False),
    user("mantan", "Mantan Pengelola", roles=("administrator",)),
)


@dataclass(frozen=True)
class Organisation:
    """A server whose people are known to a provider."""

    server: Server
    provider: str
    accounts: Accounts


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider that knows some people."""
    port = free_port()
    known = [part for one in USERS for part in ("--user-claims", one)]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *known]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    _wait_for(f"{address}/.well-known/openid-configuration")
    yield address
    running.terminate()
    running.wait(10)


def _wait_for(address: str) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            assert time.monotonic() < until, f"nobody answers at {address}"
            time.sleep(0.1)


@pytest.fixture(scope="module")
def organisation(tmp_path_factory: pytest.TempPathFactory, provider: str) -> Iterator[Organisation]:
    server = Server(tmp_path_factory.mktemp("organisation"), mode="organisation")
    server.environment |= {
        "MPP_OIDC_METADATA_URL": f"{provider}/.well-known/openid-configuration",
        "MPP_OIDC_CLIENT_ID": "mpp",
        "MPP_OIDC_CLIENT_SECRET": "rahasia",
        "MPP_OIDC_ROLE_CLAIM": CLAIM,
        "MPP_COOKIE_SECRET": SECRET,
        "MPP_PUBLIC_URL": server.url,
    }
    workspace = open_workspace(server.environment)
    workspace.load_demos()
    accounts = open_accounts(server.environment)
    for login in ("analis", "mantan"):
        email = f"{login}@example.go.id"
        added = accounts.add(login, login.capitalize(), password=None, email=email, by="mpp")
        assert isinstance(added, Account)
        change = MemberChange(person=login, name=login.capitalize(), role="staff")
        assert isinstance(workspace.record(PLAN, change, actor="dpmptsp"), Written)
    accounts.add("palsu", "Palsu", password=None, email="palsu@example.go.id", by="mpp")
    server.start()
    yield Organisation(server, provider, accounts)
    server.stop()


def enter(page: Page, organisation: Organisation, subject: str) -> None:
    """Sign in with the provider; its page may load nothing from elsewhere."""
    ours = (organisation.server.url, organisation.provider)

    def near(route: Route) -> None:
        (route.continue_ if route.request.url.startswith(ours) else route.abort)()

    page.route("**/*", near)
    steps.visit(page, organisation.server.url)
    expect(page.get_by_role("heading", name=visitor_words.ENTER, level=1)).to_be_visible()
    expect(page.get_by_text(PLAN_NAME)).to_have_count(0)
    steps.press(page, visitor_words.ENTER)
    page.get_by_role("button", name=subject, exact=True).click()
    page.wait_for_url(f"{organisation.server.url}/**")
    seen.wait_until_drawn(page)


def sidebar(page: Page) -> Locator:
    return page.get_by_test_id("stSidebar")


def test_somebody_with_an_account_signs_in_with_the_provider_and_out_again(
    page: Page, organisation: Organisation
) -> None:
    enter(page, organisation, "analis")
    expect(page.get_by_role("heading", name=words.PAGE["ringkasan"], level=1)).to_be_visible()
    expect(sidebar(page)).to_contain_text("Analis")
    expect(sidebar(page)).to_contain_text("staf")
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    assert cookies["_streamlit_user"]["httpOnly"]
    sidebar(page).get_by_role("button", name=visitor_words.LEAVE).click()
    page.get_by_role("button", name="End session").click()
    page.wait_for_url(f"{organisation.server.url}/**")
    expect(page.get_by_role("heading", name=visitor_words.ENTER, level=1)).to_be_visible()
    expect(page.get_by_text(PLAN_NAME)).to_have_count(0)


def test_somebody_without_an_account_has_the_roles_that_the_provider_tells_of(
    page: Page, organisation: Organisation
) -> None:
    enter(page, organisation, "verifikator")
    expect(sidebar(page)).to_contain_text("Sekretaris Daerah")
    expect(sidebar(page)).to_contain_text("verifikator")
    expect(page.get_by_text("Belitung Timur")).to_have_count(0)


@pytest.mark.parametrize(("subject", "name"), [("asing", "Orang Asing"), ("palsu", "Alamat Palsu")])
def test_somebody_unknown_here_is_told_whom_to_ask(
    page: Page, organisation: Organisation, subject: str, name: str
) -> None:
    enter(page, organisation, subject)
    expect(page.get_by_text(visitor_words.UNKNOWN_LEAD.format(name=name))).to_be_visible()
    expect(page.get_by_text(PLAN_NAME)).to_have_count(0)
    assert seen.english(seen.words(page)) == []


def test_whoever_is_switched_off_here_is_out_at_the_next_click_though_the_provider_knows_them(
    page: Page, organisation: Organisation
) -> None:
    enter(page, organisation, "mantan")
    expect(sidebar(page)).to_contain_text("pengelola sistem")
    organisation.accounts.change("mantan", by="mpp", active=False)
    sidebar(page).get_by_role("link", name=words.PAGE["jejak"]).click()
    expect(page.get_by_role("heading", name=visitor_words.INACTIVE, level=1)).to_be_visible()
    expect(page.get_by_text(PLAN_NAME)).to_have_count(0)
    steps.visit(page, organisation.server.url, "daftar", rencana=PLAN)
    expect(page.get_by_role("heading", name=visitor_words.INACTIVE, level=1)).to_be_visible()


def test_no_secret_is_written_into_the_log(organisation: Organisation) -> None:
    written = organisation.server.log.read_text(encoding="utf-8")
    assert [secret for secret in (SECRET, "rahasia") if secret in written] == []
    assert "Traceback" not in written
