"""The local days off of a plan: the list, a place to add one, and to take one away."""

from __future__ import annotations

from datetime import date

import streamlit as st

from planner.domain.trial import DayOffTrial, changes
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.fields import day_field
from planner.ui.components.filled import two_ways
from planner.views import formats
from planner.views import settings_words as words
from planner.views import words as common
from planner.views.plain import plain
from planner.workspace import DECREED_UNTIL, Snapshot

SUBJECT = "hari-libur"
DAY = "hari-libur:tanggal"
WHY = "hari-libur:alasan"


def days_off(seen: Snapshot) -> None:
    """Draw the local days off and, where they can be written, the fields to change them."""
    st.subheader(words.DAYS_OFF)
    st.markdown(words.DAYS_OFF_INTRO.format(year=DECREED_UNTIL))
    days, closed = seen.state.plan.settings.days_off, session.closed(seen, "settings")
    if not days:
        st.info(words.NO_DAYS_OFF)
    for day in sorted(days):
        _row(seen, day, closed=closed)
    notice.show(SUBJECT)
    two_ways(SUBJECT)
    if closed:
        notice.reading(seen)
        return
    day_field(words.DAY_OFF, DAY)
    st.text_input(common.WHY, help=common.WHY_HELP, key=WHY)
    st.button(words.ADD_DAY, type="primary", key="tambah-libur", on_click=_add, args=(seen,))


def _row(seen: Snapshot, day: date, *, closed: bool) -> None:
    told = formats.long_day(day)
    name = seen.days_off.get(day)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(words.ALREADY_OFF.format(day=told, name=name) if name else told), width="stretch")
        st.button(
            words.REMOVE_DAY.format(day=formats.short_day(day)),
            key=f"hapus-libur-{day.isoformat()}",
            on_click=_remove,
            args=(seen, day),
            disabled=closed,
        )


@clicks.answered
def _add(seen: Snapshot) -> None:
    day = st.session_state.get(DAY)
    if day is None:
        notice.refuse(SUBJECT, words.CHOOSE_DAY)
    elif day in seen.state.plan.settings.days_off:
        notice.refuse(SUBJECT, words.DAY_OFF_TWICE.format(day=formats.short_day(day)))
    else:
        _record(seen, DayOffTrial(day, off=True))


@clicks.answered
def _remove(seen: Snapshot, day: date) -> None:
    _record(seen, DayOffTrial(day, off=False))


def _record(seen: Snapshot, wanted: DayOffTrial, revision: int | None = None) -> None:
    """Write one day among those that stand now, so that another's day is never undone."""
    plan = seen.state.plan
    now = session.see(plan.id, None)
    (change,) = changes([wanted], now.state.plan if isinstance(now, Snapshot) else plan)
    outcome = session.workspace().record(
        plan.id,
        change,
        actor=session.actor(),
        seen_revision=seen.state.revisions.get(("plan", plan.id), 0) if revision is None else revision,
        why=st.session_state.get(WHY) or "",
    )
    asked = notice.Attempt(
        change.model_dump(include={"days_off"}),
        {"days_off": plan.settings.days_off},
        again=_record,
        args=(seen, wanted),
    )
    if notice.tell(SUBJECT, outcome, seen, asked):
        st.session_state[WHY] = ""
        if wanted.off:
            st.session_state[DAY] = None
