"""What stands in place of every page for somebody who is not let in, or not yet: why, and the way on."""

from __future__ import annotations

import streamlit as st

from planner.ui.components import account_form
from planner.ui.visitor import Visitor, visitor
from planner.views import visitor_words
from planner.views.plain import plain

WAY_IN = f'<a class="mpp-masuk" href="/masuk">{visitor_words.ENTER_AGAIN}</a>'


def pass_or_stop() -> None:
    """Return where the visitor is let in; else say why not, show nothing of any plan, and stop the run."""
    here = visitor()
    if here.standing == "here":
        return
    with st.container(key="ambang", width=480):
        _say(here)
    st.stop()


def _say(here: Visitor) -> None:
    match here.standing:
        case "must_change":
            _heading(visitor_words.MUST_CHANGE, visitor_words.MUST_CHANGE_LEAD)
            account_form.own_password()
        case "outside":
            _heading(visitor_words.ENTER, visitor_words.OUTSIDE_LEAD)
            st.button(visitor_words.ENTER, type="primary", on_click=st.login, key="masuk")
        case "unknown":
            lead = visitor_words.UNKNOWN_LEAD.format(name=plain(here.person.name))
            _heading(visitor_words.UNKNOWN, lead)
            st.button(visitor_words.LEAVE, on_click=st.logout, key="keluar")
        case "inactive":
            _heading(visitor_words.INACTIVE, visitor_words.INACTIVE_LEAD)
            st.button(visitor_words.LEAVE, on_click=st.logout, key="keluar")
        case _:
            _heading(visitor_words.OVER, visitor_words.OVER_LEAD)
            if here.mode == "office":
                st.html(WAY_IN)
            else:
                st.button(visitor_words.ENTER_AGAIN, type="primary", on_click=st.login, key="masuk")


def _heading(title: str, lead: str) -> None:
    st.title(title)
    st.markdown(lead)
