"""The list of the checklist page: own component of real buttons, so that 330 rows tick without delay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from planner.views import labels, words

KEY = "daftar-butir"
WORDS = {
    "all": words.ALL_STAGES,
    "stage": words.STAGE,
    "start": words.TICK_START,
    "done": words.TICK_DONE,
    "open": words.TICK_OPEN,
    "agencies": words.AGENCIES_OF,
    "met": labels.STANDING["met"],
    "empty": words.NO_ROWS,
}

_component = st.components.v2.component(
    "planner.checklist",
    html='<div id="daftar"></div>',
    css="checklist.css",
    js="checklist.js",
)


def checklist_rows(
    data: dict[str, Any],
    *,
    on_tick: Callable[[], None],
    on_open: Callable[[], None],
    on_stage: Callable[[], None],
) -> None:
    """Draw rail and rows. The callbacks read what happened with ``event``.

    Why the data stands in a list: Streamlit looks for data frames in a dictionary, and loads pandas to do so.
    """
    _component(
        data=[data | {"words": WORDS}],
        key=KEY,
        on_tick_change=on_tick,
        on_open_change=on_open,
        on_stage_change=on_stage,
    )


def event(kind: str) -> Any:
    """What the person did: ``tick`` gives id, to and revision; ``open`` an activity; ``stage`` a stage."""
    return getattr(st.session_state[KEY], kind)
