"""Instansi: where every agency stands on its way into the mall, and what is still missing from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from planner.ui import analysis, clicks, frame, session
from planner.ui.components import notice
from planner.ui.components.agency_counters import counters
from planner.ui.components.agency_matrix import filters, matrix_table
from planner.ui.components.agency_panel import AGENCY_KEY, agency_panel
from planner.ui.components.agency_registry import registry
from planner.ui.components.agency_services import services
from planner.ui.components.agency_waves import waves
from planner.views import agencies
from planner.views import agency_words as told
from planner.workspace import Snapshot

SECTION_KEY: Final = "lihat"


def render() -> None:
    """Draw the sentence and the one section that was chosen."""
    seen = frame.opened("instansi")
    frame.answer(agencies.agencies_sentence(analysis.agencies(seen)))
    chosen = st.segmented_control(
        told.SECTION,
        list(SECTIONS),
        default=told.MATRIX,
        required=True,
        key=SECTION_KEY,
        bind="query-params",
        label_visibility="collapsed",
    )
    SECTIONS[chosen or told.MATRIX](seen)


def _matrix(seen: Snapshot) -> None:
    """The matrix and, beside it, the chosen agency; without agencies, what to do first."""
    now = analysis.agencies(seen)
    if not seen.state.plan.taking_part:
        st.info(told.START_HERE)
        if session.reads(seen, "map"):
            notice.reading(seen)
        else:
            st.button(told.REGISTER, type="primary", on_click=_to_registry, key="ke-daftar-instansi")
        return
    wanted, chosen = filters(now), st.query_params.get(AGENCY_KEY)
    places = st.columns([11, 9] if chosen else 1, gap="large")
    with places[0], st.container(key="tempat-daftar"):
        matrix_table(now, wanted, chosen)
    if chosen:
        with places[1], st.container(key="tempat-rincian"):
            agency_panel(seen, now, chosen)


@clicks.answered
def _to_registry() -> None:
    st.session_state[SECTION_KEY] = told.REGISTRY


SECTIONS: Final[Mapping[str, Callable[[Snapshot], None]]] = {
    told.MATRIX: _matrix,
    told.REGISTRY: registry,
    told.SERVICES: services,
    told.WAVES: waves,
    told.COUNTERS: counters,
}

render()
