"""Pengaturan: a new plan, the settings of this one, and its agencies."""

from __future__ import annotations

import streamlit as st

from planner.ui import frame, session
from planner.ui.components.agency_list import agency_list
from planner.ui.components.plan_form import TABS, new_plan, plan_settings
from planner.views import sentences, words
from planner.workspace import Snapshot


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
    this, agencies, new = st.tabs(
        [words.THIS_PLAN, words.AGENCIES, words.NEW_PLAN], key=TABS, on_change="rerun"
    )
    if this.open:
        with this:
            plan_settings(seen)
    if agencies.open:
        with agencies:
            agency_list(seen)
    if new.open:
        with new:
            new_plan()


render()
