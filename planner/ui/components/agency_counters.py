"""Gerai: the counters of every floor, who stands at them on which days, and what cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from planner.domain.counters import Seat
from planner.domain.seating import SeatConflict, seat_conflicts
from planner.ui import session
from planner.ui.components import notice, seat_form
from planner.ui.components.floor_form import floor_form
from planner.ui.components.floor_plan import floor_plan
from planner.ui.components.item_facts import attestation_badge
from planner.views import floor_words as words
from planner.views import floors
from planner.views.floor_cells import floor_plan as drawn
from planner.views.plain import plain
from planner.workspace import Snapshot

MOST_FREE: Final = 5
"""Conflicts that stand open on the page; more of them are folded, and open on paper."""


def counters(seen: Snapshot) -> None:
    """Draw the plan of the floors with its conflicts, and the forms that change it where it can be."""
    plan, closed = seen.state.plan, session.closed(seen, "map")
    if not plan.floors and closed:
        st.info(words.NO_FLOORS_THEN)
    elif not plan.floors:
        st.info(words.NO_FLOORS)
        st.caption(f"{plain(words.EXAMPLE)} {attestation_badge('one_source')}")
    else:
        conflicts = seat_conflicts(plan.agencies, plan.floors, plan.seats, plan.settings.week)
        st.markdown(plain(floors.counters_sentence(plan, conflicts)))
        _conflicts(floors.conflict_lines(plan, conflicts))
        _plan(seen, conflicts, closed=closed)
        _list(seen, conflicts)
    if closed:
        notice.reading(seen)
    else:
        floor_form(seen)


def _conflicts(lines: list[str]) -> None:
    if not lines:
        return
    st.subheader(words.CONFLICTS)
    st.markdown("\n".join(f"- {plain(line)}" for line in lines[:MOST_FREE]))
    rest = lines[MOST_FREE:]
    if rest:
        told = "\n".join(f"- {plain(line)}" for line in rest)
        with st.container(key="gerai-sisa"), st.expander(words.MORE_CONFLICTS.format(count=len(rest))):
            st.markdown(told)
        with st.container(key="gerai-sisa-cetak"):
            st.markdown(told)


def _plan(seen: Snapshot, conflicts: Sequence[SeatConflict], *, closed: bool) -> None:
    """The plan view; beside it, where it can be written, the form that places an agency at a counter."""
    st.subheader(words.PLAN)
    boxes = drawn(seen.state.plan, conflicts)
    if closed:
        floor_plan(boxes, None, None)
        return
    with st.container(key="gerai-petunjuk"):
        st.caption(words.CLICK)
    seat_form.begin(seen)
    floor_plan(boxes, seat_form.chosen(), seat_form.choose)
    seat_form.seat_form(seen)


def _list(seen: Snapshot, conflicts: Sequence[SeatConflict]) -> None:
    plan = seen.state.plan
    st.subheader(words.LISTED)
    for slug, floor in floors.floors(plan).items():
        held: dict[str, Seat] = floors.seats(plan, slug)
        st.markdown(f"**{plain(floor.name)}**")
        if held:
            table = floors.seats_table(plan, slug, conflicts)
            st.table(table, hide_index=True, border="horizontal", alt=words.LIST_ALT.format(floor=floor.name))
        else:
            st.caption(words.NO_SEATS)
