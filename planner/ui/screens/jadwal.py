"""Jadwal: the work that remains before launch, what holds it, and why each date is what it is."""

from __future__ import annotations

import streamlit as st

from planner.ui import frame, session, style
from planner.ui.components.item_panel import ITEM_KEY
from planner.ui.components.schedule_detail import schedule_table, why_this_date
from planner.ui.components.summary import item_rows
from planner.views import formats, sentences, summary, words
from planner.views.gantt import GANTT_CONFIG, gantt
from planner.workspace import Snapshot

CHART_KEY = "gantt"
MOST_HELD = 3


def render() -> None:
    """Draw the sentence, what holds the launch, the chart, and beside it the reason for one date."""
    seen = frame.opened("jadwal")
    frame.answer(sentences.schedule_sentence(seen.readiness, seen.schedule))
    item_rows(
        summary.hold_rows(seen.checklist, seen.state, session.holds(seen)[:MOST_HELD]),
        seen.state.plan.id,
        ("days", "move"),
    )
    with st.container(horizontal=True, key="pilihan-jadwal"):
        done = st.toggle(words.SHOW_DONE, key="selesai", bind="query-params")
        unfold = st.toggle(words.UNFOLD, key="uraikan", bind="query-params")
    chart, beside = st.tabs([words.CHART, words.TABLE], key="tampilan", on_change="rerun")
    if chart.open:
        with chart:
            _chart(seen, show_done=done, unfold=unfold)
            why_this_date(seen, _clicked())
    if beside.open:
        with beside:
            schedule_table(seen)


def _chart(seen: Snapshot, *, show_done: bool, unfold: bool) -> None:
    """Two drawings of one chart; the style sheet shows the one that fits the screen."""
    if not show_done and seen.readiness.opened_on is not None:
        st.info(words.NOTHING_LEFT)
        return
    per_agency = frozenset(i.id for i in seen.checklist.items.values() if i.per) if unfold else frozenset()
    narrow = style.narrow()
    figure = gantt(
        seen.checklist,
        seen.work,
        seen.state,
        seen.readiness,
        seen.schedule,
        today=seen.day,
        show_done=show_done,
        open_items=per_agency,
        theme=style.theme(),
        compact=narrow,
        holidays=seen.days_off,
    )
    alt = f"{words.GANTT_ALT}; {words.LAUNCH.lower()} {formats.full_day(seen.schedule.launch)}"
    st.plotly_chart(
        figure,
        key=CHART_KEY,
        config=GANTT_CONFIG | {"displayModeBar": not narrow},
        theme=None,
        on_select="rerun",
        selection_mode="points",
        alt=alt,
    )


def _clicked() -> str | None:
    """The activity whose bar was clicked, else the one of the address."""
    picked = st.session_state.get(CHART_KEY)
    points = picked.selection.points if picked else []
    data = points[0].get("customdata") if points else None
    return str(data[0]) if data else st.query_params.get(ITEM_KEY)


render()
