"""Accounts of everybody, for those who look after them: the list, a new one, changes, what happened."""

from __future__ import annotations

import streamlit as st

from planner.domain.people import grant
from planner.ui import clicks, style
from planner.ui.components import notice
from planner.ui.components.account_change import change_account
from planner.ui.components.account_fields import (
    NO_ROLE,
    chosen_province,
    chosen_role,
    one_time,
    provinces,
    show_once,
    wide_fields,
)
from planner.ui.components.account_form import door, reason
from planner.ui.visitor import visitor
from planner.views import account_tables, accounts
from planner.views import account_words as told
from planner.workspace.accounts import AccountRefused, new_password

NEW = "akun-baru"
LOGIN, NAME, EMAIL = "akun-baru:login", "akun-baru:nama", "akun-baru:surel"
WIDE, PROVINCE = "akun-baru:peran", "akun-baru:provinsi"
LOG_LINES = 30


def every_account() -> None:
    """The accounts of this installation; in local mode why there are none."""
    here = visitor()
    if here.mode == "local":
        st.info(told.LOCAL)
        return
    if grant(here.person, "accounts") is None:
        st.info(told.ACCOUNTS_NOT_YOURS)
        return
    st.markdown(told.ACCOUNTS_INTRO)
    known, places = door().all(), provinces()
    table = account_tables.account_table(known, places)
    if style.narrow():
        table = account_tables.narrow(table, (told.LOGIN, told.WIDE, told.STANDING))
        st.table(table, hide_index=True, border="horizontal", alt=told.ACCOUNTS_ALT)
    else:
        st.dataframe(table, width="stretch", alt=told.ACCOUNTS_ALT)
    one_time()
    with st.expander(told.NEW_ACCOUNT):
        _new(places)
    notice.show(NEW)
    change_account(known, places)
    with st.expander(told.LOG):
        names = {account.id: account.name for account in known}
        for entry in door().log(LOG_LINES):
            st.text(accounts.log_line(entry, names, notice.DEFAULT_ZONE))


def _new(places: dict[str, str]) -> None:
    st.text_input(told.LOGIN, key=LOGIN, max_chars=60, help=told.LOGIN_HELP)
    st.text_input(told.NAME, key=NAME, max_chars=120, help=told.NAME_HELP)
    st.text_input(told.EMAIL, key=EMAIL, max_chars=200)
    wide_fields(WIDE, PROVINCE, places)
    st.button(told.CREATE_ACCOUNT, type="primary", key="buat-akun", on_click=_create)


@clicks.answered
def _create() -> None:
    """Make the account; in an office with a password by chance, which its owner must change."""
    here, typed = visitor(), st.session_state
    password = new_password() if here.mode == "office" else None
    made = door().add(
        typed[LOGIN],
        typed[NAME],
        password=password,
        email=typed[EMAIL],
        wide=chosen_role(WIDE),
        province=chosen_province(WIDE, PROVINCE),
        by=here.person.id,
    )
    if isinstance(made, AccountRefused):
        notice.refuse(NEW, reason(made))
        return
    show_once(made.id, password)
    notice.say(NEW, told.CREATED.format(login=made.id))
    for key in (LOGIN, NAME, EMAIL):
        typed[key] = ""
    typed[WIDE] = NO_ROLE
