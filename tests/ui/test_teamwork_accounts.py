"""Tugas saya, comments and assignments for people with accounts, each of whom sees what is theirs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from argon2 import PasswordHasher

from planner.domain.changes import AssignmentChange, Change, MemberChange, NewComment
from planner.storage.accounts import passwords
from planner.views import comments_words, tasks_words, words
from planner.workspace import Snapshot, Workspace, Written
from planner.workspace.accounts import Account, Accounts, SignedIn, shared_accounts
from tests.ui.screen import Screen

PLAN, AGENCY = "belitung-timur", "bank-daerah"
STAFF, CONTACT, VERIFIER, LEADER = "staf.beltim", "bank.beltim", "tim.beltim", "bupati.beltim"
NAMES = {STAFF: "Staf perizinan", CONTACT: "Kontak Bank", VERIFIER: "Tim verifikasi", LEADER: "Pimpinan"}
ROLES = {STAFF: "staff", CONTACT: "agency", VERIFIER: "verifier", LEADER: "leader"}
PASSWORD = "tiga kata sandi lama"
ITEM, OWN = "PMT-08", f"KSP-02.{AGENCY}"


@pytest.fixture
def accounts(installation: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Accounts:
    """An office whose four accounts take part in the plan, each in another role."""
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    found = shared_accounts(os.environ)
    for login, name in NAMES.items():
        made = found.add(login, name, password=PASSWORD, by="mpp", must_change=False)
        assert isinstance(made, Account)
        of = {"agency": AGENCY} if login == CONTACT else {}
        member: dict[str, Any] = {"person": login, "name": name, "role": ROLES[login], **of}
        _record(workspace, MemberChange.model_validate(member), "mpp")
    return found


def _record(workspace: Workspace, change: Change, actor: str) -> None:
    assert isinstance(workspace.record(PLAN, change, actor=actor), Written)


def _screen(accounts: Accounts, login: str, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """The screen of somebody who signed in."""
    session = accounts.sign_in(login, PASSWORD, origin="::1")
    assert isinstance(session, SignedIn)
    monkeypatch.setenv("MPP_MODE", "office")
    monkeypatch.setattr(st, "user", {"mpp_session": accounts.reference(session.token)})
    return Screen()


def _options(screen: Screen, label: str) -> list[str]:
    (field,) = (box for box in screen.app.selectbox if box.label == label)
    return list(field.options)


def test_a_mention_of_an_agency_s_contact_waits_for_them_by_name(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _record(workspace, AssignmentChange(activity=OWN, person=CONTACT), VERIFIER)
    _record(workspace, NewComment(activity=OWN, text=f"Mohon kabar @{CONTACT}"), STAFF)
    screen = _screen(accounts, CONTACT, monkeypatch).go("tugas", rencana=PLAN)
    assert "2 hal menunggu Anda." in screen.texts
    assert "Staf perizinan · 23 Nov 2026 10.00 WIB · “Mohon kabar @Kontak Bank”" in screen.texts
    screen.go("daftar", rencana=PLAN, butir=OWN)
    assert "Ditugaskan kepada Kontak Bank." in screen.texts
    assert tasks_words.SAVE not in screen.buttons()
    screen.type(comments_words.WRITE, "Besok.").press(comments_words.SEND)
    screen.go("tugas", rencana=PLAN)
    assert "1 hal menunggu Anda." in screen.texts


def test_only_those_who_can_answer_are_offered(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(accounts, STAFF, monkeypatch).go("daftar", rencana=PLAN, butir=ITEM)
    assert _options(screen, comments_words.MENTION) == ["Tim verifikasi"]
    assert _options(screen, tasks_words.PERSON) == ["Staf perizinan", "Tim verifikasi"]


def test_whose_account_is_not_active_is_offered_to_nobody_and_shown_where_they_were_assigned(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _record(workspace, AssignmentChange(activity=ITEM, person=VERIFIER), STAFF)
    accounts.change(VERIFIER, by="mpp", active=False)
    gone = tasks_words.SHUT_OUT.format(who="Tim verifikasi")
    screen = _screen(accounts, STAFF, monkeypatch).go("daftar", rencana=PLAN, butir=ITEM)
    assert _options(screen, comments_words.MENTION) == []
    assert _options(screen, tasks_words.PERSON) == ["Staf perizinan", gone]
    screen = _screen(accounts, LEADER, monkeypatch).go("daftar", rencana=PLAN, butir=ITEM)
    assert f"Ditugaskan kepada {gone}." in screen.texts
    screen = _screen(accounts, STAFF, monkeypatch).go("daftar", rencana=PLAN, butir="PMT-07")
    assert _options(screen, tasks_words.PERSON) == ["Staf perizinan"]


def test_the_contact_of_the_agency_is_offered_where_it_is_theirs(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _screen(accounts, STAFF, monkeypatch).go("daftar", rencana=PLAN, butir=OWN)
    assert _options(screen, comments_words.MENTION) == ["Kontak Bank", "Tim verifikasi"]


def test_the_next_steps_of_a_contact_are_those_of_their_agency(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    of = seen.state.plan.agencies[AGENCY].name
    screen = _screen(accounts, CONTACT, monkeypatch).go("tugas", rencana=PLAN)
    assert tasks_words.NEXT in screen.texts
    steps = [link for link in screen.links if link not in words.PAGE.values()]
    assert steps
    assert all(step.endswith(f"– {of}") for step in steps)


def test_a_leader_reads_comments_and_assignments_and_has_no_step_to_take(
    accounts: Accounts, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _record(workspace, NewComment(activity=ITEM, text="Naskah siap."), STAFF)
    screen = _screen(accounts, LEADER, monkeypatch).go("tugas", rencana=PLAN)
    assert tasks_words.NOTHING_WAITS in screen.texts
    assert tasks_words.NOTHING_AT_ALL in screen.told
    screen.go("daftar", rencana=PLAN, butir=ITEM)
    assert "Naskah siap." in screen.text
    assert comments_words.SEND not in screen.buttons()
    assert tasks_words.NOT_ASSIGNED in screen.texts


def test_who_may_accept_is_told_what_waits_and_the_staff_is_not(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _screen(accounts, VERIFIER, monkeypatch).go("tugas", rencana=PLAN)
    assert tasks_words.TO_QUEUE in screen.links
    assert tasks_words.NEXT not in screen.texts
    screen = _screen(accounts, STAFF, monkeypatch).go("tugas", rencana=PLAN)
    assert tasks_words.TO_QUEUE not in screen.links
    assert tasks_words.NEXT in screen.texts
