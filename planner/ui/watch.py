"""What other people write is on the page within two seconds, without a click and with nothing typed lost.

A small part of the page asks again and again for the number of the plan's last record entry: one question to
the database, whatever the size of the plan. Where it has moved, the page is drawn anew; fields keep what
stands in them and the revision it was filled from (``components/filled.py``).

Why a drawing that nobody asked for is marked: it must not keep a session alive.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from math import inf
from typing import Final

import streamlit as st

from planner.ui import session
from planner.ui.visitor import by_itself
from planner.workspace import StorageProblem, shared_workspace

SECONDS: Final = "MPP_WATCH_SECONDS"
DEFAULT_S: Final = 1.5
_SEEN: Final = "_terakhir"


def seconds(env: Mapping[str, str]) -> float:
    """How often to ask; 0: never. What is no number, or below 0, counts as nothing said."""
    try:
        told = float(env.get(SECONDS, DEFAULT_S))
    except ValueError:
        return DEFAULT_S
    return told if 0 <= told < inf else DEFAULT_S


def watch() -> None:
    """Look out for what others write of the chosen plan; a day that is over does not change."""
    every, plan = seconds(os.environ), session.chosen_plan()
    if not every or plan is None or session.chosen_day() is not None:
        return
    st.session_state[_SEEN] = plan, _latest(plan)
    st.fragment(_look, run_every=every)(plan)


def _look(plan: str) -> None:
    """Draw the page anew where somebody has written; a database that is away is told at the next click."""
    try:
        now = plan, _latest(plan)
    except StorageProblem:
        return
    if st.session_state.get(_SEEN) != now:
        by_itself()
        st.rerun(scope="app")


def _latest(plan: str) -> int:
    """Asked of the shared workspace, past the visitor: it tells nothing but that somebody wrote."""
    return shared_workspace(os.environ).latest(plan)
