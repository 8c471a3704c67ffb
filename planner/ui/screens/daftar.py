"""Daftar periksa: what is to be done, by stage; tick it, prove it, and see what it rests on."""

from __future__ import annotations

import streamlit as st

from planner.ui import frame
from planner.ui.components.checklist_list import checklist_list, filters
from planner.ui.components.item_panel import ITEM_KEY, item_panel
from planner.views import sentences


def render() -> None:
    """Draw the list and, beside it, the chosen activity."""
    seen = frame.opened("daftar")
    frame.answer(sentences.checklist_sentence(seen.readiness.overall))
    wanted = filters(seen)
    chosen = st.query_params.get(ITEM_KEY)
    with st.container(key="daftar-dan-rincian" if chosen else "daftar-saja"):
        places = st.columns([11, 9], gap="large") if chosen else [st.container()]
        with places[0], st.container(key="tempat-daftar"):
            checklist_list(seen, wanted, chosen)
        if chosen:
            with places[1], st.container(key="tempat-rincian"):
                item_panel(seen, chosen)


render()
