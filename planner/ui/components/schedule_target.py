"""Batas dari target: by when each agency must be ready to open on it, and what would have to give."""

from __future__ import annotations

import streamlit as st

from planner.ui import SCREENS, analysis, session, style
from planner.views import conflicts, schedule_tables, words
from planner.views import schedule_words as told
from planner.views import target as targets
from planner.views.plain import plain
from planner.workspace import Snapshot


def target_section(seen: Snapshot) -> None:
    """The latest date of every agency, and the smallest sets of things that would have to give."""
    plan, found = seen.state.plan, seen.target
    opened = seen.readiness.opened_on
    st.markdown(plain(targets.target_sentence(plan, seen.checklist, found, opened)))
    if found is None:
        st.info(told.NO_TARGET)
        st.page_link(
            SCREENS / "pengaturan.py", label=words.PAGE["pengaturan"], query_params=session.address(plan.id)
        )
    if opened is not None:
        return
    if found is not None:
        st.subheader(told.PER_AGENCY)
        if found.agencies:
            table = schedule_tables.agency_limits(plan, seen.checklist, found)
            columns = schedule_tables.LIMIT_NARROW if style.narrow() else schedule_tables.LIMIT_COLUMNS
            st.table(table[list(columns)], hide_index=True, border="horizontal", alt=told.AGENCIES_ALT)
        else:
            st.caption(told.NO_AGENCIES)
    _conflicts(seen)


def _conflicts(seen: Snapshot) -> None:
    st.subheader(told.CONFLICTS)
    with st.spinner(told.SEARCHING):
        found = analysis.conflicts(seen)
    st.markdown(plain(conflicts.conflicts_sentence(found)))
    plan, checklist = seen.state.plan, seen.checklist
    lines = (plain(conflicts.conflict_sentence(plan, checklist, conflict)) for conflict in found)
    st.markdown("\n".join(f"- {line}" for line in lines))
