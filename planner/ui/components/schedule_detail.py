"""Beside the Gantt chart: the same as a table, and the chain of reasons for one date."""

from __future__ import annotations

from typing import Final

import streamlit as st

from planner.ui import analysis, session
from planner.views import formats, labels, tables, why, words
from planner.views import schedule_words as told
from planner.views.downloads import csv_file
from planner.views.plain import plain
from planner.workspace import Snapshot

NOT_SHOWN: Final = ("Tahap", "Keterangan")
"""Columns of the file that the screen has no room for: the chart tells stages, the float tells the rest."""

ROW_PX: Final = 64
"""High enough for a long name to go on in a second line."""

COLUMNS: Final = {
    "Kode": st.column_config.Column(width=66),
    "Kegiatan": st.column_config.Column(width=228),
    "Instansi": st.column_config.Column(width=108),
    "Mulai": st.column_config.Column(width=94),
    "Selesai": st.column_config.Column(width=94),
    "Paling lambat": st.column_config.Column(width=106),
    "Kelonggaran": st.column_config.Column(label=told.FLOAT, width=72),
    "Status": st.column_config.Column(width=92),
    tables.TARGET_COLUMN: st.column_config.Column(width=100, help=told.TARGET_HELP),
    tables.SHIFT_COLUMN: st.column_config.Column(width=62, help=told.SHIFT_HELP),
}


def why_this_date(seen: Snapshot, clicked: str | None) -> None:
    """The chain of what sets a date, for the bar that was clicked or the activity that is chosen."""
    names = session.names(seen)
    ids = [a.id for a in seen.work.activities.values() if a.id in seen.schedule.dates and not a.after_launch]
    if clicked in ids and st.session_state.get("batang-diklik") != clicked:
        st.session_state["batang-diklik"] = clicked
        st.session_state["mengapa"] = clicked
    with st.container(key="mengapa-diklik" if clicked in ids else "mengapa-bawah"):
        st.subheader(words.WHY_DATE)
        chosen = st.selectbox(
            words.WHY_PICK,
            ids,
            index=ids.index(seen.work.launch),
            format_func=lambda key: names.get(key, key),
            key="mengapa",
        )
        steps = why.chain(seen.checklist, seen.work, seen.state, seen.schedule, seen.days_off, chosen)
        st.markdown("\n".join(f"{number}. {plain(step)}" for number, step in enumerate(steps, 1)))


def schedule_table(seen: Snapshot) -> None:
    """All dates as a table that can be sorted and taken away."""
    table = tables.schedule_table(
        seen.checklist,
        seen.work,
        seen.state,
        seen.readiness,
        seen.schedule,
        seen.target,
        analysis.variance(seen),
    )
    done = st.toggle(words.SHOW_DONE, key="selesai", bind="query-params")
    drawn = table if done else table[table["Status"] != labels.STANDING["met"]]
    narrower = ("Paling lambat",) if tables.TARGET_COLUMN in table.columns else ()
    st.dataframe(
        tables.shown(drawn.drop(columns=[*NOT_SHOWN, *narrower])),
        hide_index=True,
        width="stretch",
        height=620,
        row_height=ROW_PX,
        column_config=COLUMNS,
        placeholder=formats.NOTHING,
    )
    st.download_button(
        words.DOWNLOAD_TABLE,
        csv_file(table),
        f"jadwal-{seen.state.plan.id}-{seen.day.isoformat()}.csv",
        "text/csv",
        on_click="ignore",
    )
