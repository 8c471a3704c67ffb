"""The strip of gates, the table of stages and rows with a way to the item, for the summary page.

Why data stands in a list: Streamlit looks for data frames in a dictionary, and loads pandas to do so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from planner.ui import SCREENS, session
from planner.views import words
from planner.views.plain import plain

STAGES_KEY = "tabel-tahap"
WORDS = {
    "gates": words.GATES,
    "stage": words.STAGE,
    "score": words.SCORE,
    "work": words.PROGRESS,
    "ends": words.ENDS,
}

_component = st.components.v2.component(
    "planner.summary",
    html='<div id="ringkasan"></div>',
    css="summary.css",
    js="summary.js",
)


def gate_strip(gates: list[dict[str, Any]]) -> None:
    """Gates from left to right, the launch at the end."""
    _component(data=[{"gates": gates, "words": WORDS}], key="gerbang")


def stage_table(stages: list[dict[str, Any]], on_stage: Callable[[], None]) -> None:
    """Stages with score, bars and dates; a stage leads to its list."""
    _component(data=[{"stages": stages, "words": WORDS}], key=STAGES_KEY, on_stage_change=on_stage)


def chosen_stage() -> str:
    """The stage that was clicked."""
    return str(st.session_state[STAGES_KEY].stage)


def item_rows(rows: Iterable[Mapping[str, str]], plan: str, told: tuple[str, ...]) -> None:
    """Rows whose title leads to the item, with the other facts under it; a ``strong`` one is marked."""
    for row in rows:
        with st.container(gap=None):
            _row(row, plan, told)


def _row(row: Mapping[str, str], plan: str, told: tuple[str, ...]) -> None:
    facts = " · ".join(_fact(row, fact) for fact in told if row[fact])
    if row["id"]:
        st.page_link(
            SCREENS / "daftar.py",
            label=plain(row["title"]),
            query_params=session.address(plan) | {"butir": row["id"]},
        )
    else:
        st.caption(plain(row["title"]))
    if facts:
        st.caption(facts)


def _fact(row: Mapping[str, str], fact: str) -> str:
    text = plain(row[fact])
    return f"**\\! {text}**" if row.get("strong") == fact else text
