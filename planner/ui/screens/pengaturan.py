"""Pengaturan: a new plan, the settings of this one, its days off and budgets."""

from __future__ import annotations

import streamlit as st

from planner.ui import frame, session
from planner.ui.components.budget_table import budget_table
from planner.ui.components.calendar_form import days_off
from planner.ui.components.plan_form import TABS, new_plan, plan_settings
from planner.ui.components.summary import SCREENS
from planner.views import agency_words, registry_words, sentences, settings_words, words
from planner.workspace import Snapshot

PARTS = {
    words.THIS_PLAN: plan_settings,
    settings_words.DAYS_TAB: days_off,
    settings_words.BUDGETS_TAB: budget_table,
}


def render() -> None:
    """Draw this plan's settings where there is a plan, and the form for a new one."""
    seen = session.look()
    if seen is None:
        frame.title("pengaturan")
        new_plan()
        return
    if not isinstance(seen, Snapshot):
        frame.opened("pengaturan")
        return
    frame.opened("pengaturan")
    frame.answer(sentences.settings_sentence(seen.state.plan))
    st.page_link(
        SCREENS / "instansi.py",
        label=registry_words.MOVED_TO,
        query_params=session.address(seen.state.plan.id) | {"lihat": agency_words.REGISTRY},
    )
    tabs = st.tabs([*PARTS, words.NEW_PLAN], key=TABS, on_change="rerun")
    for tab, draw in zip(tabs, PARTS.values(), strict=False):
        if tab.open:
            with tab:
                draw(seen)
    if tabs[-1].open:
        with tabs[-1]:
            new_plan()


render()
