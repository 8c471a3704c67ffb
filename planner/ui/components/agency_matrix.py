"""The matrix agency × requirement: its filters, the table of real buttons, and where a click leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from planner.ui import SCREENS, clicks, session
from planner.ui.components.agency_panel import AGENCY_KEY
from planner.ui.components.item_panel import ITEM_KEY
from planner.views import agency_matrix, labels
from planner.views import agency_words as told
from planner.views.agencies import Known

KEY: Final = "matriks-instansi"
WORDS: Final = {
    "caption": told.CAPTION,
    "agency": told.AGENCY,
    "step": told.STEP,
    "latest": told.LATEST,
    "room": told.ROOM,
    "legend": told.LEGEND,
    "last": told.LAST,
    "awaited": told.MOST_AWAITED,
    "late": told.LATE_CELL,
    "holds": told.HOLDS_CELL,
    "help": told.CELL_HELP,
    "signs": dict(labels.STANDING),
}

_component = st.components.v2.component(
    "planner.matrix",
    html='<div id="matriks"></div>',
    css="matrix.css",
    js="matrix.js",
)


def filters(now: Known) -> agency_matrix.AgencyFilter:
    """Draw the chips over the matrix; what they say stands in the address. One value alone has no chip."""
    here = [now.state.plan.agencies[slug] for slug in now.state.plan.taking_part]
    known = {one.category for one in here}
    categories = {word: kind for kind, word in labels.AGENCY_CATEGORY.items() if kind in known}
    waves = {told.IN_WAVE.format(wave=wave): wave for wave in sorted({one.wave for one in here})}
    only = {word: kind for kind, word in agency_matrix.ONLY.items()}
    with st.container(horizontal=True, vertical_alignment="bottom", key="saringan"):
        chosen = _chips(told.ONLY, list(only), "hanya")
        of_waves = _chips(told.WAVE, list(waves), "gelombang") if len(waves) > 1 else ()
        of_categories = _chips(told.CATEGORY, list(categories), "kelompok") if len(categories) > 1 else ()
    return agency_matrix.AgencyFilter(
        categories=frozenset(categories[word] for word in of_categories),
        waves=frozenset(waves[word] for word in of_waves),
        only=frozenset(only[word] for word in chosen),
    )


def _chips(label: str, choices: list[str], key: str) -> Sequence[str]:
    return st.pills(label, choices, selection_mode="multi", key=key, bind="query-params", wrap=True)


def matrix_table(now: Known, wanted: agency_matrix.AgencyFilter, chosen: str | None) -> None:
    """Draw the agencies that pass a filter, or say that none does.

    Why the data stands in a list: Streamlit looks for data frames in a dictionary, and loads pandas to do so.
    """
    agencies = agency_matrix.shown(now, wanted)
    if not agencies:
        st.caption(told.NO_ROWS)
        return
    _component(
        data=[agency_matrix.matrix(now, agencies) | {"words": WORDS, "chosen": chosen}],
        key=KEY,
        on_cell_change=_to_item,
        on_agency_change=_to_agency,
    )


def _event(kind: str) -> Any:
    """What was clicked: ``cell`` gives an activity, ``agency`` an agency."""
    return getattr(st.session_state[KEY], kind)


@clicks.answered
def _to_item() -> None:
    plan = session.chosen_plan() or ""
    st.switch_page(SCREENS / "daftar.py", query_params=session.address(plan) | {ITEM_KEY: _event("cell")})


@clicks.answered
def _to_agency() -> None:
    st.query_params[AGENCY_KEY] = _event("agency")
