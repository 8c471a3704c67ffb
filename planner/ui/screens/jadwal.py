"""Jadwal: the work that remains before launch, what holds it, and why each date is what it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from planner.ui import frame, session
from planner.ui.components.gantt_chart import clicked, gantt_chart, gantt_options
from planner.ui.components.schedule_baseline import baseline_section
from planner.ui.components.schedule_detail import schedule_table, why_this_date
from planner.ui.components.schedule_quality import quality_section
from planner.ui.components.schedule_target import target_section
from planner.ui.components.summary import item_rows
from planner.views import schedule_words as told
from planner.views import sentences, summary, words
from planner.workspace import Snapshot

MOST_HELD: Final = 3
VIEW_KEY: Final = "tampilan"


def render() -> None:
    """Draw the sentence, what holds the launch, and the one view of the schedule that was chosen."""
    seen = frame.opened("jadwal")
    frame.answer(sentences.schedule_sentence(seen.readiness, seen.schedule))
    held = summary.hold_rows(seen.checklist, seen.state, session.holds(seen)[:MOST_HELD])
    item_rows(held, seen.state.plan.id, ("days", "move"))
    tabs = st.tabs(list(VIEWS), key=VIEW_KEY, on_change="rerun", bind="query-params")
    for tab, draw in zip(tabs, VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                draw(seen)


def _chart(seen: Snapshot) -> None:
    """The chart, and beside it the reason for one date."""
    gantt_chart(seen, gantt_options(seen))
    why_this_date(seen, clicked())


VIEWS: Final[Mapping[str, Callable[[Snapshot], None]]] = {
    words.CHART: _chart,
    words.TABLE: schedule_table,
    told.TARGET: target_section,
    told.BASELINE: baseline_section,
    told.QUALITY: quality_section,
}

render()
