"""Whoever may not change something reads it: no button that would be refused, and one sentence says why."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from argon2 import PasswordHasher

from planner.domain.changes import Change, MemberChange, NewFloor, SettingsChange
from planner.domain.people import WideRole
from planner.storage.accounts import passwords
from planner.ui.components import agency_registry, wave_moves
from planner.views import (
    agency_words,
    floor_words,
    schedule_words,
    settings_words,
    wave_words,
    whatif_words,
    words,
)
from planner.workspace import Workspace, Written
from planner.workspace.accounts import Account, Accounts, SignedIn, shared_accounts
from tests.ui.screen import Screen

PLAN, AGENCY = "belitung-timur", "bank-daerah"
ROLES = {
    "staf.beltim": "staff",
    "bank.beltim": "agency",
    "tim.beltim": "verifier",
    "bupati.beltim": "leader",
}
STAFF, CONTACT, VERIFIER, LEADER = ROLES
WIDE: dict[str, WideRole] = {"kementerian": "ministry", "pengelola.sistem": "administrator"}
MINISTRY, ADMINISTRATOR = WIDE
PASSWORD = "tiga kata sandi lama"
RUNNING, REPORTED, OWN = "KMT-06", "SRN-01", f"KSP-02.{AGENCY}"
HOLIDAY = date(2027, 2, 25)


@pytest.fixture
def accounts(installation: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Accounts:
    """An office with an account for every role in the plan, and two that see every plan."""
    monkeypatch.setenv("MPP_MODE", "office")
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    found = shared_accounts(os.environ)
    for login in (*ROLES, *WIDE):
        wide = WIDE.get(login)
        made = found.add(login, login, password=PASSWORD, by="mpp", must_change=False, wide=wide)
        assert isinstance(made, Account)
    for login, role in ROLES.items():
        of = {"agency": AGENCY} if login == CONTACT else {}
        member: dict[str, Any] = {"person": login, "name": login, "role": role, **of}
        _record(workspace, MemberChange.model_validate(member))
    return found


def _record(workspace: Workspace, change: Change) -> None:
    assert isinstance(workspace.record(PLAN, change, actor="mpp"), Written)


def _screen(accounts: Accounts, login: str, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """The screen of somebody who signed in."""
    session = accounts.sign_in(login, PASSWORD, origin="::1")
    assert isinstance(session, SignedIn)
    monkeypatch.setattr(st, "user", {"mpp_session": accounts.reference(session.token)})
    return Screen()


def _open(screen: Screen, page: str, **kept: str) -> Screen:
    """A page of the plan with these values kept by its fields: the section, the tab."""
    screen.go(page, rencana=PLAN)
    for key, value in kept.items():
        screen.app.session_state[key] = value
    screen.app.run()
    assert not screen.app.exception
    return screen


def _pressable(screen: Screen) -> set[str]:
    """Labels of the buttons of the page that can be pressed."""
    return {button.label for button in screen.app.main.button if not button.disabled}


def _only_read(screen: Screen, *pressable: str) -> bool:
    """Whether no other button can be pressed, and the sentence that says why stands there once."""
    assert _pressable(screen) == set(pressable)
    return screen.texts.count(words.READS_ONLY) == 1


def _ticks(screen: Screen) -> set[str]:
    return {key for key, row in screen.go("daftar", rencana=PLAN, tahap="semua").rows.items() if row["tick"]}


@pytest.mark.parametrize("login", [LEADER, MINISTRY])
def test_whoever_reads_a_plan_reads_an_activity_and_ticks_nothing(
    login: str, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _screen(accounts, login, monkeypatch).go("daftar", rencana=PLAN, butir=RUNNING)
    assert _only_read(screen, words.BACK_TO_LIST)
    assert "**Status:** berjalan" in screen.text
    assert not [*screen.app.main.text_area, *screen.app.main.date_input]
    assert not _ticks(screen)


def test_a_leader_reads_every_section_of_the_agencies(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _record(workspace, NewFloor(name="Lantai 1", level=0, use="service", counters=12, columns=6))
    screen = _screen(accounts, LEADER, monkeypatch)
    for section in (agency_words.REGISTRY, agency_words.SERVICES, agency_words.COUNTERS):
        assert _only_read(_open(screen, "instansi", lihat=section)), section
    assert floor_words.CLICK not in screen.texts
    assert agency_registry.WAY not in screen.app.session_state


def test_a_leader_tries_waves_and_keeps_none(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _open(_screen(accounts, LEADER, monkeypatch), "instansi", lihat=agency_words.WAVES)
    screen.app.multiselect(key=wave_moves.AGENCIES).set_value([AGENCY])
    screen.press(wave_words.LOOK)
    assert _pressable(screen) == {wave_words.LOOK, wave_words.CANCEL}
    assert screen.texts.count(words.TRIES_ONLY) == 1


@pytest.mark.parametrize(
    ("login", "page", "key", "part"),
    [
        (LEADER, "jadwal", "tampilan", schedule_words.BASELINE),
        (VERIFIER, "jadwal", "tampilan", schedule_words.BASELINE),
        (ADMINISTRATOR, "jadwal", "tampilan", schedule_words.BASELINE),
        (LEADER, "pengaturan", "bagian", words.THIS_PLAN),
        (LEADER, "pengaturan", "bagian", settings_words.DAYS_TAB),
        (STAFF, "pengaturan", "bagian", words.THIS_PLAN),
        (STAFF, "pengaturan", "bagian", settings_words.DAYS_TAB),
        (STAFF, "pengaturan", "bagian", settings_words.BUDGETS_TAB),
    ],
)
def test_what_is_not_theirs_to_set_is_read(
    login: str,
    page: str,
    key: str,
    part: str,
    accounts: Accounts,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _record(workspace, SettingsChange(days_off=frozenset({HOLIDAY})))
    for name in ("Rencana rapat", "Rencana baru rapat"):
        assert isinstance(workspace.freeze(PLAN, name, actor="mpp"), Written)
    screen = _open(_screen(accounts, login, monkeypatch), page, **{key: part})
    assert _only_read(screen)
    assert words.NEW_PLAN not in [tab.label for tab in screen.app.tabs] or login == ADMINISTRATOR


def test_whoever_looks_after_the_system_sets_up_a_plan_and_works_in_none(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _open(_screen(accounts, ADMINISTRATOR, monkeypatch), "pengaturan", bagian=words.THIS_PLAN)
    assert words.SAVE in _pressable(screen)
    assert words.READS_ONLY not in screen.texts
    assert words.NEW_PLAN in [tab.label for tab in screen.app.tabs]
    assert not _ticks(screen)


def test_a_leader_tries_what_if_and_whoever_may_set_it_keeps_it(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeps = {}
    for login in (LEADER, STAFF, ADMINISTRATOR):
        screen = _open(_screen(accounts, login, monkeypatch), "andai")
        screen.type(whatif_words.WHAT, "target").type(words.TARGET_DAY, date(2027, 8, 2))
        screen.press(whatif_words.TRY)
        assert {whatif_words.TRY, whatif_words.REMOVE, whatif_words.DISCARD} <= _pressable(screen)
        keeps[login] = whatif_words.KEEP in _pressable(screen), screen.texts.count(words.TRIES_ONLY)
    assert keeps == {LEADER: (False, 1), STAFF: (False, 1), ADMINISTRATOR: (True, 0)}


def test_who_verifies_ticks_nothing_and_decides(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _screen(accounts, VERIFIER, monkeypatch).go("daftar", rencana=PLAN, butir=REPORTED)
    assert words.SAVE not in _pressable(screen)
    assert screen.texts.count(words.READS_ONLY) == 1
    screen.press(words.ACCEPT)
    assert screen.saved == [words.SAVED]
    assert not _ticks(screen)


def test_the_staff_ticks_all_work_and_saves_it(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(accounts, STAFF, monkeypatch).go("daftar", rencana=PLAN, butir=RUNNING)
    screen.type(words.NOTE, "Anggaran dibahas.").press(words.SAVE)
    assert screen.saved == [words.SAVED]
    assert words.READS_ONLY not in screen.texts
    assert {RUNNING, OWN} <= _ticks(screen)


def test_the_contact_of_an_agency_ticks_its_rows(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(accounts, CONTACT, monkeypatch)
    assert OWN in _ticks(screen)
    screen.go("daftar", rencana=PLAN, butir=OWN)
    assert words.SAVE in _pressable(screen)
    assert words.READS_ONLY not in screen.texts
