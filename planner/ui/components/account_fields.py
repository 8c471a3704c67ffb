"""What the forms for accounts share: the role across plans, and a password that is shown once."""

from __future__ import annotations

from typing import Final, Literal

import streamlit as st

from planner.domain.people import WIDE_ROLES, WideRole
from planner.ui import clicks, session
from planner.views import account_words as told
from planner.views import labels
from planner.views.plain import plain

ONE_TIME = "akun:sandi-sekali-pakai"
NO_ROLE: Final = ""
"""Stands for no role across plans: a field that holds None shows that nothing was chosen yet."""


def provinces() -> dict[str, str]:
    """Names of provinces by code."""
    regencies = session.workspace().library.regencies
    return {code[:2]: regency.province for code, regency in regencies.items()}


def wide_fields(role: str, province: str, known: dict[str, str]) -> None:
    """The role across plans, and the province where the role needs one, under these keys."""
    options: list[WideRole | Literal[""]] = [NO_ROLE, *WIDE_ROLES]
    st.selectbox(
        told.WIDE,
        options,
        format_func=lambda wide: labels.WIDE_ROLE[wide] if wide else told.NO_WIDE,
        key=role,
    )
    if st.session_state.get(role) == "province":
        codes: list[str | None] = [None, *known]
        st.selectbox(
            told.PROVINCE, codes, format_func=lambda code: known.get(code or "", told.NONE), key=province
        )


def chosen_province(role: str, province: str) -> str | None:
    """The province chosen, where the role chosen has one."""
    code: str | None = st.session_state.get(province)
    return code if st.session_state.get(role) == "province" else None


def chosen_role(key: str) -> WideRole | None:
    """The role across plans that is chosen."""
    role: WideRole | None = st.session_state.get(key) or None
    return role


def show_once(login: str, password: str | None) -> None:
    """Have a password that was made shown until it is hidden."""
    if password is not None:
        st.session_state[ONE_TIME] = login, password


def one_time() -> None:
    """The password last made, if it is still to be shown."""
    shown = st.session_state.get(ONE_TIME)
    if shown is None:
        return
    login, password = shown
    with st.container(border=True, key="sandi-sekali-pakai"):
        st.markdown(told.ONE_TIME.format(login=f"**{plain(login)}**"))
        st.code(password, language=None)
        st.button(told.HIDE, key="sembunyikan-sandi", on_click=_hide)


@clicks.answered
def _hide() -> None:
    st.session_state.pop(ONE_TIME, None)
