"""The own account of whoever is signed in: who they are here, and another password."""

from __future__ import annotations

import os

import streamlit as st

from planner.domain.accounts import SHORTEST_PASSWORD
from planner.ui import clicks
from planner.ui.components import notice
from planner.ui.visitor import forget, visitor
from planner.views import account_words as told
from planner.views import labels
from planner.views.plain import plain
from planner.workspace.accounts import AccountRefused, Accounts, shared_accounts

PART = "akun-saya"
OLD, NEW, AGAIN = "akun-saya:lama", "akun-saya:baru", "akun-saya:sekali-lagi"


def door() -> Accounts:
    """Accounts as the visitor has them."""
    return shared_accounts(os.environ).visited_by(visitor().person)


def reason(refused: AccountRefused) -> str:
    """Why an account was not made or changed."""
    why = labels.ACCOUNT_FAULT[refused.code].format(about=refused.about)
    return told.REFUSED.format(reason=why)


def own_account() -> None:
    """Who the visitor is here, and another password where it is kept here."""
    here = visitor()
    name, login = here.person.name or here.person.id, here.person.id
    st.markdown(told.OWN_INTRO.format(name=plain(name), login=plain(login)))
    if here.mode == "office":
        own_password()
    else:
        st.info(told.ORGANISATION_OWN)


def own_password() -> None:
    """The fields for another password of one's own; the old one must be known.

    Why a form: what is typed here leaves the browser once, with the button.
    """
    with st.container(width=480), st.form(PART, border=False):
        st.text_input(told.OLD_PASSWORD, type="password", key=OLD, autocomplete="current-password")
        st.text_input(
            told.NEW_PASSWORD,
            type="password",
            key=NEW,
            autocomplete="new-password",
            help=told.NEW_PASSWORD_HELP.format(count=SHORTEST_PASSWORD),
        )
        st.text_input(told.AGAIN, type="password", key=AGAIN, autocomplete="new-password")
        st.form_submit_button(told.CHANGE_PASSWORD, type="primary", key="ganti-sandi", on_click=_change)
        notice.show(PART)


@clicks.answered
def _change() -> None:
    old, new, again = (st.session_state.get(key) or "" for key in (OLD, NEW, AGAIN))
    if new != again:
        notice.refuse(PART, told.NOT_THE_SAME)
        return
    here = visitor()
    found = door().change_own_password(here.person.id, old, new, keep=here.reference)
    if isinstance(found, AccountRefused):
        notice.refuse(PART, reason(found))
        return
    for key in (OLD, NEW, AGAIN):
        st.session_state[key] = ""
    forget()
    notice.say(PART, told.PASSWORD_CHANGED)
