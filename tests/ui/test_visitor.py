"""Who is at the screen, and that nobody is shown what another person may see."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from planner.domain.changes import MemberChange
from planner.domain.people import Person
from planner.storage.accounts import passwords
from planner.ui import session
from planner.ui.visitor import ONE_RUN_S
from planner.views import visitor_words, words
from planner.workspace import Workspace, Written
from planner.workspace.accounts import Account, Accounts, SignedIn, shared_accounts
from tests.ui.screen import Screen

PLAN = "belitung-timur"
AGENCY = "bank-daerah"
PASSWORD = "kata sandi yang panjang"
PROVIDED = {"is_logged_in": True, "iss": "https://masuk.example.go.id", "sub": "1", "email_verified": True}


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    monkeypatch.setattr("planner.ui.visitor.ONE_RUN_S", 0.0)


@pytest.fixture
def office(installation: Path, monkeypatch: pytest.MonkeyPatch) -> Accounts:
    """An office with accounts, without any yet."""
    monkeypatch.setenv("MPP_MODE", "office")
    return shared_accounts(os.environ)


@pytest.fixture
def organisation(installation: Path, monkeypatch: pytest.MonkeyPatch) -> Accounts:
    """An organisation whose people sign in with a provider."""
    monkeypatch.setenv("MPP_MODE", "organisation")
    monkeypatch.setenv("MPP_OIDC_ROLE_CLAIM", "roles")
    return shared_accounts(os.environ)


def joins(workspace: Workspace, person: str, role: str, agency: str | None = None) -> None:
    change = MemberChange.model_validate({"person": person, "name": person, "role": role, "agency": agency})
    assert isinstance(workspace.record(PLAN, change, actor="mpp"), Written)


def account(accounts: Accounts, login: str, **given: str) -> None:
    made = accounts.add(login, login.capitalize(), password=PASSWORD, by="mpp", must_change=False, **given)  # type: ignore[arg-type]
    assert isinstance(made, Account), made


def at_work(accounts: Accounts, login: str) -> Screen:
    """The screen of somebody who signed in."""
    begun = accounts.sign_in(login, PASSWORD, origin="::1")
    assert isinstance(begun, SignedIn)
    screen = Screen()
    screen.app.user = {"mpp_session": accounts.reference(begun.token)}
    return screen


def agencies(screen: Screen) -> set[str]:
    """The agencies whose rows stand in the list; empty for the regency's own work."""
    screen.go("daftar", rencana=PLAN)
    return {row.partition(".")[2] for row in screen.rows}


def hidden(screen: Screen) -> bool:
    """Whether nothing of any plan, and no way to one, is on the screen."""
    return not screen.links and "Belitung" not in "".join((*screen.texts, *screen.told))


def test_without_a_session_there_is_nothing_to_see(office: Accounts) -> None:
    screen = Screen().go("daftar", rencana=PLAN)
    assert screen.title == visitor_words.OVER
    assert hidden(screen)


@pytest.mark.parametrize("reference", [None, "", "a" * 64, 7])
def test_a_made_up_session_shows_nothing(office: Accounts, reference: object) -> None:
    screen = Screen()
    screen.app.user = {"mpp_session": reference}
    assert hidden(screen.go("daftar", rencana=PLAN))


def test_whoever_signed_in_works_under_their_own_name(office: Accounts, workspace: Workspace) -> None:
    account(office, "analis")
    joins(workspace, "analis", "staff")
    screen = at_work(office, "analis").go("daftar", rencana=PLAN)
    assert "**Analis**" in screen.texts
    assert "staf" in screen.texts
    assert words.ACTOR not in screen.labels()


@pytest.mark.parametrize("order", tuple(permutations(("analis", "kontak", "tamu"))))
def test_what_one_person_was_shown_is_never_shown_to_another(
    office: Accounts, workspace: Workspace, order: tuple[str, ...]
) -> None:
    for login in order:
        account(office, login)
    joins(workspace, "analis", "staff")
    joins(workspace, "kontak", "agency", AGENCY)
    told, rows = {}, {}
    for login in order:
        screen = at_work(office, login).go("jejak", rencana=PLAN)
        told[login] = screen.text
        rows[login] = agencies(screen) if login != "tamu" else set()
    assert rows == {"analis": {""}, "kontak": {AGENCY}, "tamu": set()}
    assert "Kejari" in told["analis"]
    assert "Kejari" not in told["kontak"] + told["tamu"]
    assert "Bank Daerah" in told["kontak"]
    assert "Bank Daerah" not in told["tamu"]


def test_what_was_read_after_roles_changed_is_not_kept_under_what_was_seen_before(
    installation: Path, workspace: Workspace
) -> None:
    joins(workspace, "kontak", "agency", AGENCY)
    theirs = workspace.visited_by(Person("kontak"))
    before = theirs.version(PLAN)
    joins(workspace, "kontak", "staff")
    for kept, day in ((session._see, None), (session._history, theirs.today("Asia/Jakarta"))):
        with pytest.raises(session._MovedError):
            kept(PLAN, day, before, theirs)


def test_whoever_is_switched_off_is_stopped_at_the_next_click_and_writes_nothing(
    office: Accounts, workspace: Workspace
) -> None:
    account(office, "analis")
    joins(workspace, "analis", "staff")
    screen = at_work(office, "analis").go("daftar", rencana=PLAN)
    before = workspace.history(PLAN)
    office.change("analis", by="mpp", active=False)
    screen.app.run()
    assert screen.title == visitor_words.OVER
    assert hidden(screen)
    assert workspace.history(PLAN) == before


def test_an_answer_about_a_visitor_holds_for_less_than_two_clicks_are_apart() -> None:
    assert ONE_RUN_S <= 0.25


def test_somebody_in_no_plan_is_told_whom_to_ask(office: Accounts) -> None:
    account(office, "tamu")
    screen = at_work(office, "tamu").go("ringkasan")
    assert screen.told == [visitor_words.NO_PLAN.format(login="tamu")]


def test_an_administrator_may_begin_the_first_plan(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPP_MODE", "office")
    accounts = shared_accounts(os.environ)
    account(accounts, "admin.sistem", wide="administrator")
    screen = at_work(accounts, "admin.sistem").go("ringkasan")
    assert screen.told == [words.NO_PLAN]
    assert "pengelola sistem" in screen.texts


def test_a_plan_that_is_not_theirs_is_not_told_apart_from_one_that_is_not(
    office: Accounts, workspace: Workspace
) -> None:
    account(office, "kontak")
    joins(workspace, "kontak", "agency", AGENCY)
    for plan in ("siak", "tidak-ada"):
        screen = at_work(office, "kontak").go("daftar", rencana=plan)
        assert screen.told == [visitor_words.NOT_YOURS.format(plan=plan)]


def test_an_agency_that_opens_a_page_about_the_whole_plan_is_told_why_not(
    office: Accounts, workspace: Workspace
) -> None:
    account(office, "kontak")
    joins(workspace, "kontak", "agency", AGENCY)
    screen = at_work(office, "kontak").go("jadwal", rencana=PLAN)
    assert screen.told == [visitor_words.NOT_YOUR_PAGE]


def test_in_an_organisation_somebody_signs_in_first(organisation: Accounts) -> None:
    screen = Screen()
    screen.app.user = {"is_logged_in": False}
    screen.go("daftar", rencana=PLAN)
    assert screen.title == visitor_words.ENTER
    assert screen.buttons() == [visitor_words.ENTER]
    assert hidden(screen)


@pytest.mark.parametrize(
    ("claims", "title"),
    [
        ({"roles": [f"{PLAN}:staf"]}, words.PAGE["daftar"]),
        ({"roles": []}, visitor_words.UNKNOWN),
        ({"email": "lama@example.go.id", "roles": ["administrator"]}, visitor_words.INACTIVE),
    ],
)
def test_in_an_organisation_the_provider_and_our_accounts_say_who_is_let_in(
    organisation: Accounts, claims: dict[str, object], title: str
) -> None:
    account(organisation, "lama", email="lama@example.go.id")
    organisation.change("lama", by="mpp", active=False)
    screen = Screen()
    screen.app.user = {**PROVIDED, "iat": int(datetime.now(UTC).timestamp()), **claims}
    assert screen.go("daftar", rencana=PLAN).title == title


def test_in_an_organisation_signing_in_counts_for_half_a_day(organisation: Accounts) -> None:
    screen = Screen()
    issued = datetime.now(UTC) - timedelta(hours=13)
    screen.app.user = {**PROVIDED, "iat": int(issued.timestamp()), "roles": ["administrator"]}
    screen.go("daftar", rencana=PLAN)
    assert screen.title == visitor_words.OVER
    assert hidden(screen)
