"""One account for those who look after them: its details, its standing, another password."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import streamlit as st

from planner.ui import clicks
from planner.ui.components import notice
from planner.ui.components.account_fields import (
    NO_ROLE,
    chosen_province,
    chosen_role,
    show_once,
    wide_fields,
)
from planner.ui.components.account_form import door, reason
from planner.ui.visitor import visitor
from planner.views import account_words as told
from planner.views import accounts, formats, labels, words
from planner.workspace.accounts import Account, AccountRefused, Details, new_password

CHOSEN = "akun-dipilih"
PART = "akun-diubah"
FROM = "akun-diubah:dari"
THEIRS = "akun-diubah:milik-mereka"
KEYS: Mapping[str, str] = {
    "name": "akun-diubah:nama",
    "email": "akun-diubah:surel",
    "wide": "akun-diubah:peran",
    "province": "akun-diubah:provinsi",
}


def change_account(known: Sequence[Account], places: dict[str, str]) -> None:
    """Choose an account; then what is kept of it, saved at once, and what can be done with it."""
    by_login = {account.id: account for account in known}
    login = st.selectbox(
        told.CHOOSE_ACCOUNT,
        list(by_login),
        format_func=lambda one: f"{by_login[one].name} ({one})" if one in by_login else one,
        index=None,
        key=CHOSEN,
        placeholder=told.CHOOSE_ACCOUNT_HINT,
    )
    if login is None:
        st.session_state.pop(FROM, None)
        return
    account = by_login[login]
    filled = _filled(account)
    st.text_input(told.NAME, key=KEYS["name"], max_chars=120, help=told.NAME_HELP)
    st.text_input(told.EMAIL, key=KEYS["email"], max_chars=200)
    wide_fields(KEYS["wide"], KEYS["province"], places)
    st.button(words.SAVE, type="primary", key="simpan-akun", on_click=_save, args=(filled, filled.revision))
    notice.show(PART)
    _two_ways(filled)
    _standing(account)


def _filled(account: Account) -> Account:
    """The account as the fields were filled from it: anew where another is chosen."""
    filled = st.session_state.get(FROM)
    if not isinstance(filled, Account) or filled.id != account.id or KEYS["name"] not in st.session_state:
        filled = st.session_state[FROM] = account
        st.session_state.pop(THEIRS, None)
        for field, key in KEYS.items():
            st.session_state[key] = getattr(account, field)
        st.session_state[KEYS["email"]] = account.email or ""
        st.session_state[KEYS["wide"]] = account.wide or NO_ROLE
    return filled


@clicks.answered
def _save(filled: Account, revision: int) -> None:
    typed: dict[str, Any] = {field: st.session_state.get(key) for field, key in KEYS.items()}
    typed["name"], typed["email"] = typed["name"].strip(), (typed["email"] or "").strip() or None
    typed["wide"] = chosen_role(KEYS["wide"])
    typed["province"] = chosen_province(KEYS["wide"], KEYS["province"])
    changed = {field: value for field, value in typed.items() if value != getattr(filled, field)}
    details = cast("Details", changed)
    found = door().change(filled.id, by=visitor().person.id, seen=revision, **details)
    if isinstance(found, AccountRefused):
        _refuse(found)
        return
    _refill()
    notice.say(PART, told.SAVED.format(login=found.id))


def _refuse(refused: AccountRefused) -> None:
    """Why it was not saved; where somebody wrote first: who, when, and what stands now."""
    current, at = refused.current, refused.at
    if refused.code != "changed_since" or current is None or at is None:
        notice.refuse(PART, reason(refused))
        return
    st.session_state[THEIRS] = current
    who = labels.BY_MACHINE.get(refused.by) or door().names().get(refused.by, refused.by)
    when = formats.moment(at, notice.DEFAULT_ZONE)
    notice.refuse(PART, told.CHANGED_SINCE.format(who=who, when=when, now=accounts.lines([current])))


def _two_ways(filled: Account) -> None:
    """Where somebody else wrote first: keep what was typed, or take what is stored."""
    theirs = st.session_state.get(THEIRS)
    if not isinstance(theirs, Account):
        return
    with st.container(horizontal=True):
        st.button(
            words.KEEP_MINE, key="akun:simpan-punya-saya", on_click=_save, args=(filled, theirs.revision)
        )
        st.button(words.TAKE_THEIRS, key="akun:pakai", on_click=_refill)


@clicks.answered
def _refill() -> None:
    for key in (FROM, THEIRS):
        st.session_state.pop(key, None)
    notice.clear()


def _standing(account: Account) -> None:
    """Leaving and coming back, a lock, another password."""
    with st.container(horizontal=True):
        if account.active:
            _button(told.DEACTIVATE, "nonaktifkan-akun", account, told.DEACTIVATED, {"active": False})
        else:
            _button(told.ACTIVATE, "aktifkan-akun", account, told.ACTIVATED, {"active": True})
        if account.locked_until is not None:
            _button(told.UNLOCK, "buka-kunci", account, told.UNLOCKED, {}, unlock=True)
        if visitor().mode == "office":
            st.button(told.RESET, key="sandi-baru", help=told.RESET_HELP, on_click=_reset, args=(account,))


def _button(
    label: str, key: str, account: Account, said: str, details: Details, *, unlock: bool = False
) -> None:
    st.button(label, key=key, on_click=_do, args=(account, said, details, unlock))


@clicks.answered
def _do(account: Account, said: str, details: Details, unlock: bool) -> None:
    seen = account.revision if details else None
    found = door().change(account.id, by=visitor().person.id, seen=seen, unlock=unlock, **details)
    if isinstance(found, AccountRefused):
        _refuse(found)
        return
    _refill()
    notice.say(PART, said.format(login=found.id))


@clicks.answered
def _reset(account: Account) -> None:
    password = new_password()
    found = door().set_password(account.id, password, by=visitor().person.id)
    if isinstance(found, AccountRefused):
        notice.refuse(PART, reason(found))
        return
    _refill()
    show_once(found.id, password)
    notice.say(PART, told.RESET_DONE.format(login=found.id))
