"""The agencies of a plan: who takes part, a place to add many at once, and to take one out or back in."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from planner.domain.changes import AgencyChange, NewAgencies
from planner.domain.plan import AgencyCategory
from planner.ui import session
from planner.ui.components import notice
from planner.views import labels, tables, words
from planner.workspace import Snapshot

SUBJECT = "instansi"
NAMES = "instansi-baru"
CATEGORY = "kelompok-baru"
CHOSEN = "instansi-dipilih"
WHY = "alasan-instansi"
MOST_AT_ONCE = 200


def agency_list(seen: Snapshot) -> None:
    """Draw the agencies and, on the present day, the fields to change them."""
    agencies = seen.state.plan.agencies
    st.subheader(words.AGENCIES)
    if agencies:
        st.dataframe(tables.agencies(seen.state.plan), hide_index=True, width="stretch")
    else:
        st.info(words.NO_AGENCIES)
    notice.show(SUBJECT)
    if seen.past:
        return
    st.text_area(words.AGENCY_NAME, key=NAMES, placeholder=words.ADD_MANY, height=120)
    st.selectbox(
        words.CATEGORY,
        get_args(AgencyCategory),
        format_func=lambda category: labels.AGENCY_CATEGORY[category],
        key=CATEGORY,
        help=words.CATEGORY_HELP,
    )
    st.button(words.ADD_AGENCY, type="primary", key="tambah-instansi", on_click=_add, args=(seen,))
    if agencies:
        st.selectbox(
            words.CHOOSE_AGENCY,
            list(agencies),
            format_func=lambda slug: agencies[slug].name,
            key=CHOSEN,
            index=None,
            placeholder=words.CHOOSE_AGENCY,
        )
        _one(seen, st.session_state[CHOSEN])


def _one(seen: Snapshot, slug: str | None) -> None:
    if slug is None:
        return
    st.text_input(words.WHY, help=words.WHY_HELP, key=WHY, max_chars=400)
    active = seen.state.plan.agencies[slug].active
    word = words.TAKE_OUT if active else words.TAKE_BACK
    st.button(word, key="ubah-instansi", on_click=_switch, args=(seen, slug, not active))
    st.caption(words.HISTORY_KEPT)


def _add(seen: Snapshot) -> None:
    names = tuple(line.strip() for line in st.session_state[NAMES].splitlines() if line.strip())
    change = NewAgencies(names=names[:MOST_AT_ONCE], category=st.session_state[CATEGORY])
    outcome = session.workspace().record(seen.state.plan.id, change, actor=session.actor())
    if notice.tell(SUBJECT, outcome, seen):
        notice.say(SUBJECT, words.ADDED.format(count=len(change.names)))
        st.session_state[NAMES] = "\n".join(names[MOST_AT_ONCE:])


def _switch(seen: Snapshot, slug: str, active: bool) -> None:
    why = st.session_state.get(WHY) or ""
    change = AgencyChange(agency=slug, active=active, reason="" if active else why)
    outcome = session.workspace().record(
        seen.state.plan.id,
        change,
        actor=session.actor(),
        seen_revision=seen.state.revisions.get(("agency", slug), 0),
        why=why,
    )
    if notice.tell(SUBJECT, outcome, seen):
        st.session_state[WHY] = ""
