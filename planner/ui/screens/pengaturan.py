"""Pengaturan: a new plan, the settings of this one, its days off, budgets and agencies."""

from __future__ import annotations

import streamlit as st

from planner.ui import frame, session
from planner.ui.components.agency_list import agency_list
from planner.ui.components.budget_table import budget_table
from planner.ui.components.calendar_form import days_off
from planner.ui.components.plan_form import TABS, new_plan, plan_settings
from planner.views import sentences, settings_words, words
from planner.workspace import Snapshot

PARTS = {
    words.THIS_PLAN: plan_settings,
    settings_words.DAYS_TAB: days_off,
    settings_words.BUDGETS_TAB: budget_table,
    words.AGENCIES: agency_list,
}


def render() -> None:
    """Draw this plan's settings and agencies where there is a plan, and the form for a new one."""
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
    tabs = st.tabs([*PARTS, words.NEW_PLAN], key=TABS, on_change="rerun")
    for tab, draw in zip(tabs, PARTS.values(), strict=False):
        if tab.open:
            with tab:
                draw(seen)
    if tabs[-1].open:
        with tabs[-1]:
            new_plan()


render()
