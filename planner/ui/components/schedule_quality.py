"""Mutu rencana: what of the plan should be looked at again, with the way to each item."""

from __future__ import annotations

from typing import Final

import streamlit as st

from planner.ui import analysis
from planner.ui.components.summary import item_rows
from planner.views import quality
from planner.views import schedule_words as words
from planner.views.item_rows import item_rows as linked_items
from planner.views.plain import plain
from planner.workspace import Snapshot

SHOWN: Final = 4


def quality_section(seen: Snapshot) -> None:
    """Every finding as advice: what it is, why it matters, what to do, and the items it is about."""
    plan, checklist = seen.state.plan, seen.checklist
    found = analysis.quality(seen)
    st.markdown(plain(quality.quality_sentence(found)))
    for finding, advice in zip(found, quality.advice(plan, checklist, found), strict=True):
        st.subheader(plain(advice.title))
        told = words.HOW_MANY.format(count=advice.count) if advice.count else ""
        st.markdown(plain(f"{told} {advice.why} {advice.todo}"))
        listed = linked_items(checklist, plan, finding.activities)
        item_rows(listed[:SHOWN], plan.id, ("agencies",))
        if len(listed) > SHOWN:
            with st.expander(words.MORE_ITEMS.format(count=len(listed) - SHOWN), key=f"mutu-{finding.check}"):
                item_rows(listed[SHOWN:], plan.id, ("agencies",))
