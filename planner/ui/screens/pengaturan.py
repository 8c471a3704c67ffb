"""Pengaturan: the settings of this plan, its days off, budgets and people; a new plan; accounts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from planner.domain.people import grant
from planner.ui import SCREENS, frame, session
from planner.ui.components.account_admin import every_account
from planner.ui.components.account_form import own_account
from planner.ui.components.budget_table import budget_table
from planner.ui.components.calendar_form import days_off
from planner.ui.components.member_form import members
from planner.ui.components.plan_form import TABS, new_plan, plan_settings
from planner.views import account_words, agency_words, registry_words, sentences, settings_words, words
from planner.workspace import Broken, Missing, Snapshot

OF_A_PLAN: dict[str, Callable[[Snapshot], None]] = {
    words.THIS_PLAN: plan_settings,
    settings_words.DAYS_TAB: days_off,
    settings_words.BUDGETS_TAB: budget_table,
    account_words.MEMBERS_TAB: members,
}


def render() -> None:
    """Draw this plan's settings where there is a plan, and what belongs to no plan."""
    seen = session.look()
    known = seen if isinstance(seen, Snapshot) and session.reach(seen.state.plan.id) == "all" else None
    if known is None:
        frame.title("pengaturan")
        if seen is None and session.may_create():
            frame.answer(words.FIRST_PLAN)
    else:
        frame.opened("pengaturan")
        frame.answer(sentences.settings_sentence(known.state.plan))
        st.page_link(
            SCREENS / "instansi.py",
            label=registry_words.MOVED_TO,
            query_params=session.address(known.state.plan.id) | {"lihat": agency_words.REGISTRY},
        )
    parts = _parts(known)
    tabs = st.tabs(list(parts), key=TABS, on_change="rerun") if parts else []
    for tab, draw in zip(tabs, parts.values(), strict=True):
        if tab.open:
            with tab:
                draw()
    if isinstance(seen, Missing | Broken):
        frame.absent(seen)


def _parts(seen: Snapshot | None) -> dict[str, Callable[[], None]]:
    """The tabs that are anything to the visitor, and what draws them."""
    parts: dict[str, Callable[[], None]] = {}
    if seen is not None:
        alone = session.local() and not seen.state.members
        shown = {title: draw for title, draw in OF_A_PLAN.items() if draw is not members or not alone}
        parts |= {title: partial(draw, seen) for title, draw in shown.items()}
    if session.may_create():
        parts[words.NEW_PLAN] = new_plan
    if session.local() or grant(session.person(), "accounts"):
        parts[account_words.ACCOUNTS_TAB] = every_account
    if not session.local():
        parts[account_words.OWN_TAB] = own_account
    return parts


render()
