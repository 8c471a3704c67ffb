"""Jadwal: the work that remains before launch, what holds it, and why each date is what it is."""

from __future__ import annotations

import streamlit as st

from planner.ui import frame, session
from planner.ui.components.gantt_chart import clicked, gantt_chart, gantt_options
from planner.ui.components.schedule_detail import schedule_table, why_this_date
from planner.ui.components.summary import item_rows
from planner.views import sentences, summary, words

MOST_HELD = 3


def render() -> None:
    """Draw the sentence, what holds the launch, the chart, and beside it the reason for one date."""
    seen = frame.opened("jadwal")
    frame.answer(sentences.schedule_sentence(seen.readiness, seen.schedule))
    held = summary.hold_rows(seen.checklist, seen.state, session.holds(seen)[:MOST_HELD])
    item_rows(held, seen.state.plan.id, ("days", "move"))
    chart, table = st.tabs([words.CHART, words.TABLE], key="tampilan", on_change="rerun")
    if chart.open:
        with chart:
            gantt_chart(seen, gantt_options(seen))
            why_this_date(seen, clicked())
    if table.open:
        with table:
            schedule_table(seen)


render()
