"""The Gantt chart on the page, what of it is folded or opened, and which bar was clicked."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from planner.ui import style
from planner.ui.components.item_panel import ITEM_KEY
from planner.views import formats, words
from planner.views.gantt import GANTT_CONFIG, gantt, sheet_share
from planner.workspace import Snapshot

CHART_KEY = "gantt"


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the work is drawn: done work too, items opened into agencies, stages folded into a line."""

    done: bool
    open_items: frozenset[str]
    folded_stages: frozenset[str]
    printed: bool


def gantt_options(seen: Snapshot) -> Shown:
    """Draw the switches over the chart; what they say stands in the address."""
    items = {f"{i.id} {i.title}": i.id for i in seen.checklist.items.values() if i.per}
    stages = {s.title: s.stage for s in seen.checklist.stages}
    with st.container(horizontal=True, vertical_alignment="center", key="pilihan-jadwal"):
        done = st.toggle(words.SHOW_DONE, key="selesai", bind="query-params")
        everything = st.toggle(words.UNFOLD, key="uraikan", bind="query-params")
        short = st.toggle(words.PER_STAGE, value=style.narrow(), key="ringkas", bind="query-params")
        with st.popover(words.MORE_OPTIONS):
            folded = st.multiselect(words.FOLD_STAGES, list(stages), key="lipat", bind="query-params")
            opened = st.multiselect(words.OPEN_ITEMS, list(items), key="buka", bind="query-params")
            printed = st.toggle(words.FOR_PRINT, key="cetak", bind="query-params", help=words.FOR_PRINT_HELP)
    open_items = items.values() if everything else (items[name] for name in opened)
    folded_stages = stages.values() if short else (stages[title] for title in folded)
    return Shown(done, frozenset(open_items), frozenset(folded_stages), printed)


def gantt_chart(seen: Snapshot, shown: Shown) -> None:
    """Draw the work that remains before the launch; done work alone where nothing remains."""
    if not shown.done and seen.readiness.opened_on is not None:
        st.info(words.NOTHING_LEFT)
        return
    room = "print" if shown.printed else style.room()
    figure = gantt(
        seen.checklist,
        seen.work,
        seen.state,
        seen.readiness,
        seen.schedule,
        today=seen.day,
        target=seen.target,
        past=seen.past,
        show_done=shown.done,
        open_items=shown.open_items,
        folded_stages=shown.folded_stages,
        theme=style.theme(),
        room=room,
        holidays=seen.days_off,
    )
    with st.container(key=f"gantt-lembar-{sheet_share(figure)}" if shown.printed else "gantt-layar"):
        st.plotly_chart(
            figure,
            width=figure.layout.width or "stretch",
            key=CHART_KEY,
            config=GANTT_CONFIG | {"displayModeBar": room != "narrow"},
            theme=None,
            on_select="rerun",
            selection_mode="points",
            alt=f"{words.GANTT_ALT}; {words.LAUNCH} {formats.full_day(seen.schedule.launch)}",
        )


def clicked() -> str | None:
    """The activity whose bar was clicked, else the one of the address."""
    picked = st.session_state.get(CHART_KEY)
    points = picked.selection.points if picked else []
    data = points[0].get("customdata") if points else None
    return str(data[0]) if data else st.query_params.get(ITEM_KEY)
