"""Pengaturan, the parts about people: who takes part in a plan, accounts, the own password."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import streamlit as st
from argon2 import PasswordHasher

from planner.domain.changes import MemberChange
from planner.domain.people import Member, WideRole
from planner.storage.accounts import passwords
from planner.ui import style
from planner.views import account_words as told
from planner.views import labels, words
from planner.workspace import Snapshot, Workspace, Written
from planner.workspace.accounts import Account, Accounts, SignedIn, SignInRefused, shared_accounts
from tests.ui.screen import Screen

PLAN = "belitung-timur"
ADMIN, OFFICE, OTHER = "admin.beltim", "dpmptsp.beltim", "sekda.beltim"
PASSWORD, NEW = "tiga kata sandi lama", "empat kata sandi yang baru"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def accounts(installation: Path) -> Accounts:
    """Accounts of an office: one who looks after the system, and two others."""
    found = shared_accounts(os.environ)
    _add(found, ADMIN, "Dinas Kominfo", "administrator")
    _add(found, OFFICE, "DPMPTSP Belitung Timur")
    _add(found, OTHER, "Sekretariat Daerah")
    return found


def _add(accounts: Accounts, login: str, name: str, wide: WideRole | None = None) -> None:
    made = accounts.add(login, name, password=PASSWORD, wide=wide, by="mpp", must_change=False)
    assert isinstance(made, Account), made


def _signed_in(accounts: Accounts, login: str, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """The screen of somebody who signed in."""
    session = accounts.sign_in(login, PASSWORD, origin="::1")
    assert isinstance(session, SignedIn)
    monkeypatch.setenv("MPP_MODE", "office")
    monkeypatch.setattr(st, "user", {"mpp_session": accounts.reference(session.token)})
    return Screen()


def _joins(workspace: Workspace, person: str, name: str, role: str, actor: str = "mpp") -> None:
    change = MemberChange.model_validate({"person": person, "name": name, "role": role})
    assert isinstance(workspace.record(PLAN, change, actor=actor), Written)


def _members(workspace: Workspace) -> dict[str, Member]:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen.state.members


def _part(screen: Screen, part: str) -> Screen:
    screen.go("pengaturan", rencana=PLAN)
    screen.app.session_state["bagian"] = part
    screen.app.run()
    return screen


def _tabs(screen: Screen) -> list[str]:
    return [tab.label for tab in screen.app.tabs]


def _table(screen: Screen) -> list[list[str]]:
    (table,) = screen.app.dataframe
    return [[str(cell) for cell in row] for row in table.value.reset_index().to_numpy()]


def test_local_mode_has_no_members_and_says_how_an_office_has_accounts(screen: Screen) -> None:
    _part(screen, told.ACCOUNTS_TAB)
    assert told.MEMBERS_TAB not in _tabs(screen)
    assert told.OWN_TAB not in _tabs(screen)
    assert told.LOCAL in screen.told


def test_local_mode_shows_the_members_that_a_plan_has(screen: Screen, workspace: Workspace) -> None:
    _joins(workspace, OFFICE, "DPMPTSP", "staff")
    _part(screen, told.MEMBERS_TAB)
    assert _table(screen) == [["DPMPTSP", OFFICE, labels.PLAN_ROLE["staff"], "", told.ACTIVE]]


def test_an_administrator_has_somebody_take_part(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _part(_signed_in(accounts, ADMIN, monkeypatch), told.MEMBERS_TAB)
    assert screen.told == [told.NO_MEMBERS]
    screen.type(told.CHOOSE_PERSON, OFFICE).type(told.ROLE, "verifier").press(told.ADD_MEMBER)
    assert screen.saved == [
        told.MEMBER_SAVED.format(name="DPMPTSP Belitung Timur", role=labels.PLAN_ROLE["verifier"])
    ]
    assert _members(workspace) == {OFFICE: Member(name="DPMPTSP Belitung Timur", role="verifier")}
    assert workspace.history(PLAN, limit=1)[0].actor == ADMIN


def test_a_contact_of_an_agency_needs_the_agency(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency = next(iter(_agencies(workspace)))
    screen = _part(_signed_in(accounts, ADMIN, monkeypatch), told.MEMBERS_TAB)
    screen.type(told.CHOOSE_PERSON, OFFICE)
    assert told.AGENCY not in screen.labels()
    screen.type(told.ROLE, "agency").press(told.ADD_MEMBER)
    assert screen.refused == [words.REFUSED.format(reasons=labels.OBJECTION["agency_needed"])]
    screen.type(told.AGENCY, agency).press(told.ADD_MEMBER)
    assert _members(workspace)[OFFICE].agency == agency
    screen.type(told.ROLE, "leader").press(words.SAVE)
    assert (_members(workspace)[OFFICE].role, _members(workspace)[OFFICE].agency) == ("leader", None)


def _agencies(workspace: Workspace) -> list[str]:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return list(seen.state.plan.agencies)


def test_somebody_leaves_a_plan_and_comes_back(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _joins(workspace, OFFICE, "DPMPTSP", "staff")
    screen = _part(_signed_in(accounts, ADMIN, monkeypatch), told.MEMBERS_TAB)
    screen.type(told.CHOOSE_PERSON, OFFICE).press(told.TAKE_MEMBER_OUT)
    assert screen.saved == [told.MEMBER_LEFT.format(name="DPMPTSP")]
    assert not _members(workspace)[OFFICE].active
    assert _table(screen)[0][-1] == told.LEFT
    screen.press(told.MEMBER_BACK)
    assert _members(workspace)[OFFICE].active


def test_who_changes_a_member_second_sees_what_the_first_wrote_and_chooses(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _joins(workspace, OFFICE, "DPMPTSP", "staff")
    screen = _part(_signed_in(accounts, ADMIN, monkeypatch), told.MEMBERS_TAB)
    screen.type(told.CHOOSE_PERSON, OFFICE).type(told.ROLE, "admin")
    _joins(workspace, OFFICE, "DPMPTSP", "verifier")
    screen.press(words.SAVE)
    assert labels.PLAN_ROLE["verifier"] in {stored for _, stored, _ in screen.compared}
    assert _members(workspace)[OFFICE].role == "verifier"
    screen.press(words.KEEP_MINE)
    assert _members(workspace)[OFFICE].role == "admin"


def test_who_only_takes_part_sees_the_list_and_no_account_but_the_own(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _joins(workspace, OFFICE, "DPMPTSP", "staff")
    screen = _part(_signed_in(accounts, OFFICE, monkeypatch), told.MEMBERS_TAB)
    assert told.READ_ONLY in screen.texts
    assert told.CHOOSE_PERSON not in screen.labels()
    assert told.ACCOUNTS_TAB not in _tabs(screen)
    assert told.OWN_TAB in _tabs(screen)


def test_who_looks_after_a_plan_changes_its_members(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _joins(workspace, OFFICE, "DPMPTSP", "admin")
    screen = _part(_signed_in(accounts, OFFICE, monkeypatch), told.MEMBERS_TAB)
    screen.type(told.CHOOSE_PERSON, OTHER).type(told.ROLE, "leader").press(told.ADD_MEMBER)
    assert _members(workspace)[OTHER].role == "leader"


def test_who_takes_part_in_no_plan_still_has_the_own_account(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _signed_in(accounts, OFFICE, monkeypatch).go("pengaturan")
    assert _tabs(screen) == [told.OWN_TAB]
    assert told.OWN_INTRO.format(name="DPMPTSP Belitung Timur", login=OFFICE) in screen.texts


def _administers(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> Screen:
    return _part(_signed_in(accounts, ADMIN, monkeypatch), told.ACCOUNTS_TAB)


def test_an_administrator_makes_an_account_whose_password_is_shown_until_it_is_hidden(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _administers(accounts, monkeypatch)
    assert [row[0] for row in _table(screen)] == [ADMIN, OFFICE, OTHER]
    screen.type(told.LOGIN, "kemenpan")
    screen.app.text_input(key="akun-baru:nama").set_value("Kementerian PANRB").run()
    screen.app.selectbox(key="akun-baru:peran").set_value("ministry").run()
    screen.press(told.CREATE_ACCOUNT)
    assert screen.saved == [told.CREATED.format(login="kemenpan")]
    made = accounts.by_login("kemenpan")
    assert made is not None
    assert (made.wide, made.must_change, made.name) == ("ministry", True, "Kementerian PANRB")
    (shown,) = (code.value for code in screen.app.code)
    assert isinstance(accounts.sign_in("kemenpan", shown, origin=""), SignedIn)
    screen.press(told.HIDE)
    assert not screen.app.code


def test_an_account_that_cannot_be_made_keeps_what_was_typed(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _administers(accounts, monkeypatch).type(told.LOGIN, "sekda")
    screen.app.text_input(key="akun-baru:nama").set_value("Sekretaris Daerah").run()
    screen.press(told.CREATE_ACCOUNT)
    reason = labels.ACCOUNT_FAULT["login_reserved"].format(about="sekda")
    assert screen.refused == [told.REFUSED.format(reason=reason)]
    assert screen.typed(told.LOGIN) == "sekda"
    assert accounts.by_login("sekda") is None


def test_a_province_is_asked_for_where_the_role_needs_one(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _administers(accounts, monkeypatch).type(told.CHOOSE_ACCOUNT, OFFICE)
    screen.app.selectbox(key="akun-diubah:peran").set_value("province").run()
    screen.press(words.SAVE)
    assert screen.refused == [told.REFUSED.format(reason=labels.ACCOUNT_FAULT["province_needed"])]
    screen.app.selectbox(key="akun-diubah:provinsi").set_value("19").run()
    screen.press(words.SAVE)
    changed = accounts.by_login(OFFICE)
    assert changed is not None
    assert (changed.wide, changed.province) == ("province", "19")
    assert "Bangka Belitung" in _table(screen)[1][2]
    screen.app.selectbox(key="akun-diubah:peran").set_value("").run()
    screen.press(words.SAVE)
    changed = accounts.by_login(OFFICE)
    assert changed is not None
    assert (changed.wide, changed.province) == (None, None)


def test_an_account_is_switched_off_and_on(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _administers(accounts, monkeypatch).type(told.CHOOSE_ACCOUNT, OFFICE)
    screen.press(told.DEACTIVATE)
    assert screen.saved == [told.DEACTIVATED.format(login=OFFICE)]
    assert accounts.sign_in(OFFICE, PASSWORD, origin="") == SignInRefused("inactive")
    assert told.UNLOCK not in screen.buttons()
    screen.press(told.ACTIVATE)
    assert isinstance(accounts.sign_in(OFFICE, PASSWORD, origin=""), SignedIn)


def test_nobody_switches_the_own_account_off(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _administers(accounts, monkeypatch).type(told.CHOOSE_ACCOUNT, ADMIN)
    screen.press(told.DEACTIVATE)
    assert screen.refused == [told.REFUSED.format(reason=labels.ACCOUNT_FAULT["own_access"])]


def test_a_lock_is_lifted_and_another_password_given(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        accounts.sign_in(OFFICE, "salah", origin="")
    screen = _administers(accounts, monkeypatch).type(told.CHOOSE_ACCOUNT, OFFICE)
    assert told.LOCKED in _table(screen)[1]
    screen.press(told.UNLOCK)
    assert screen.saved == [told.UNLOCKED.format(login=OFFICE)]
    screen.press(told.RESET)
    (shown,) = (code.value for code in screen.app.code)
    signed_in = accounts.sign_in(OFFICE, shown, origin="")
    assert isinstance(signed_in, SignedIn)
    assert signed_in.account.must_change


def test_who_changes_an_account_second_sees_what_the_first_wrote_and_chooses(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _administers(accounts, monkeypatch).type(told.CHOOSE_ACCOUNT, OFFICE)
    screen.app.text_input(key="akun-diubah:nama").set_value("Dinas Perizinan").run()
    accounts.change(OFFICE, by="mpp", name="Dinas Penanaman Modal")
    screen.press(words.SAVE)
    assert "Dinas Penanaman Modal" in screen.refused[0]
    assert labels.BY_MACHINE["mpp"] in screen.refused[0]
    screen.press(words.KEEP_MINE)
    assert screen.saved == [told.SAVED.format(login=OFFICE)]
    screen.app.text_input(key="akun-diubah:nama").set_value("Lain").run()
    accounts.change(OFFICE, by="mpp", name="DPMPTSP")
    screen.press(words.SAVE).press(words.TAKE_THEIRS)
    assert screen.app.text_input(key="akun-diubah:nama").value == "DPMPTSP"
    stands = accounts.by_login(OFFICE)
    assert stands is not None
    assert stands.name == "DPMPTSP"


def _change_password(screen: Screen, old: str, new: str, again: str) -> None:
    """Fill the form and send it; nothing of it leaves the browser before."""
    for field, text in zip(("lama", "baru", "sekali-lagi"), (old, new, again), strict=True):
        screen.app.text_input(key=f"akun-saya:{field}").set_value(text)
    screen.press(told.CHANGE_PASSWORD)


def test_the_own_password_is_changed_by_who_knows_the_old_one(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _signed_in(accounts, OFFICE, monkeypatch).go("pengaturan")
    _change_password(screen, "bukan ini", NEW, PASSWORD)
    assert screen.refused == [told.NOT_THE_SAME]
    _change_password(screen, "bukan ini", NEW, NEW)
    assert screen.refused == [told.REFUSED.format(reason=labels.ACCOUNT_FAULT["password_wrong"])]
    _change_password(screen, PASSWORD, NEW, NEW)
    assert screen.saved == [told.PASSWORD_CHANGED]
    assert [screen.typed(field) for field in (told.OLD_PASSWORD, told.NEW_PASSWORD, told.AGAIN)] == [""] * 3
    assert isinstance(accounts.sign_in(OFFICE, NEW, origin=""), SignedIn)


def test_whose_password_was_given_chooses_another_before_anything_else(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts.set_password(ADMIN, PASSWORD, by="mpp")
    screen = _signed_in(accounts, ADMIN, monkeypatch).go("ringkasan")
    _change_password(screen, PASSWORD, NEW, NEW)
    assert screen.title == words.PAGE["ringkasan"]


def test_on_a_phone_the_lists_hold_what_there_is_room_for(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(style, "narrow", lambda: True)
    _joins(workspace, OFFICE, "DPMPTSP", "staff")
    screen = _part(_signed_in(accounts, ADMIN, monkeypatch), told.MEMBERS_TAB)
    (members,) = screen.app.table
    assert members.value.to_numpy().tolist() == [["DPMPTSP", labels.PLAN_ROLE["staff"], told.ACTIVE]]
    screen = _part(screen, told.ACCOUNTS_TAB)
    (known,) = screen.app.table
    assert list(known.value.columns) == [told.LOGIN, told.WIDE, told.STANDING]
