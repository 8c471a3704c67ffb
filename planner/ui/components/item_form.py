"""Status, dates and notes of one activity, saved together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

import streamlit as st

from planner.domain.changes import ActivityChange
from planner.domain.changes.needs import agency_of
from planner.domain.readiness import NOTHING_DONE
from planner.domain.state import Progress, Status
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.fields import day_field, number_field
from planner.ui.components.filled import Filled, attempt, fill, refill, two_ways
from planner.ui.components.item_facts import facts
from planner.views import formats, labels, words
from planner.workspace import Snapshot

SHOWN: Mapping[str, tuple[str, ...]] = {
    "not_started": (),
    "in_progress": ("started_on", "remaining"),
    "done": ("started_on", "finished_on"),
    "not_applicable": ("reason",),
}
FIELDS = ("status", "started_on", "finished_on", "remaining", "note", "reason")


def item_form(seen: Snapshot, activity: str) -> None:
    """Draw the fields of an activity and its save button; for a role that only reads, what they hold."""
    stored = seen.state.progress.get(activity, NOTHING_DONE)
    if session.reads(seen, "work", agency_of(activity)):
        facts(_told(stored))
        notice.reading(seen)
        notice.show(activity)
        two_ways(activity)
        return
    filled = fill(seen, "activity", activity, stored, FIELDS)
    keys = filled.keys
    st.segmented_control(
        words.STATUS,
        get_args(Status),
        format_func=lambda status: labels.STATUS[status].capitalize(),
        key=keys["status"],
        required=True,
        help=words.STATUS_HELP,
    )
    status = st.session_state[keys["status"]]
    if status == "not_applicable":
        st.text_area(words.REASON, key=keys["reason"], height="content")
    else:
        _dates(keys, status)
    st.text_area(words.NOTE, key=keys["note"], height="content")
    st.button(
        words.SAVE,
        type="primary",
        key=f"{activity}:simpan",
        on_click=_save,
        args=(seen, activity, filled),
        disabled=seen.past,
    )
    notice.show(activity)
    two_ways(activity, _save, (seen, activity, filled))


def _told(stored: Progress) -> tuple[tuple[str, str], ...]:
    """What is kept of an activity, by the names of its fields; empty where there is nothing."""
    days = ((words.STARTED, stored.started_on), (words.FINISHED, stored.finished_on))
    left = formats.number(stored.remaining) if stored.remaining is not None else ""
    return (
        (words.STATUS, labels.STATUS[stored.status]),
        *((label, formats.short_day(day) if day else "") for label, day in days),
        (words.REMAINING, left),
        (words.REASON, stored.reason),
        (words.NOTE, stored.note),
    )


def _dates(keys: dict[str, str], status: str) -> None:
    if status == "not_started":
        return
    first, second = st.columns(2)
    with first:
        day_field(words.STARTED, keys["started_on"])
    with second:
        if status == "done":
            day_field(words.FINISHED, keys["finished_on"])
        else:
            number_field(words.REMAINING, keys["remaining"], meaning=words.REMAINING_HELP)


@clicks.answered
def _save(seen: Snapshot, activity: str, filled: Filled[Progress], revision: int | None = None) -> None:
    typed = filled.typed()
    changed = changed_fields(filled.stored, typed)
    outcome = session.workspace().record(
        seen.state.plan.id,
        ActivityChange(activity=activity, **changed),
        actor=session.actor(),
        seen_revision=filled.revision if revision is None else revision,
        effective_on=effect(typed, changed),
    )
    if notice.tell(activity, outcome, seen, attempt(filled, changed)):
        refill(activity)


def changed_fields(stored: Progress, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Fields on the page that differ from the stored ones; a date left open at a new status is no change."""
    status = typed["status"] or stored.status
    on_page = {"status": status, "note": typed["note"], **{field: typed[field] for field in SHOWN[status]}}
    new_status = status != stored.status
    return {
        field: value
        for field, value in on_page.items()
        if value != getattr(stored, field) and not (value is None and new_status)
    }


def effect(typed: Mapping[str, Any], changed: Mapping[str, Any]) -> date | None:
    """The day a change took effect: that of the finish or start it tells of; None for today."""
    if not changed.keys() & {"status", "started_on", "finished_on"}:
        return None
    day = typed.get({"done": "finished_on", "in_progress": "started_on"}.get(typed["status"] or "", ""))
    return day if isinstance(day, date) else None
