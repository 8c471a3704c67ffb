"""Status, dates and notes of one activity, saved together; and the word of a second person on it.

The fields belong to the revision the person saw. After a refusal that revision stays, and with it everything
typed; after a save it moves on, and the fields show what is stored. What a person did not touch is never
written, so that it cannot undo what somebody else wrote meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import streamlit as st

from planner.domain.changes import ActivityChange, ReviewChange
from planner.domain.readiness import NOTHING_DONE
from planner.domain.state import Progress, Status
from planner.ui import session
from planner.ui.components import notice
from planner.views import labels, words
from planner.views.plain import plain
from planner.workspace import Snapshot

SHOWN: Mapping[str, tuple[str, ...]] = {
    "not_started": (),
    "in_progress": ("started_on", "remaining"),
    "done": ("started_on", "finished_on"),
    "not_applicable": ("reason",),
}
FIELDS = ("status", "started_on", "finished_on", "remaining", "note", "reason")
BASE_KEY = "revisi-dibaca"


@dataclass(frozen=True, slots=True)
class Base:
    """What the fields of an activity were filled from, and the revision it had then."""

    revision: int
    stored: Progress


def base(seen: Snapshot, activity: str) -> Base:
    """What the fields on the page were filled from: kept from their first drawing until ``rebase``."""
    known: dict[str, Base] = st.session_state.setdefault(BASE_KEY, {})
    if activity not in known:
        revision = seen.state.revisions.get(("activity", activity), 0)
        known[activity] = Base(revision, seen.state.progress.get(activity, NOTHING_DONE))
    return known[activity]


def rebase(activity: str) -> None:
    """Fill the fields anew from what is stored."""
    known: dict[str, Base] = st.session_state.setdefault(BASE_KEY, {})
    known.pop(activity, None)


def item_form(seen: Snapshot, activity: str) -> None:
    """Draw the fields of an activity and its save button."""
    filled = base(seen, activity)
    keys = {field: f"{activity}:{filled.revision}:{field}" for field in FIELDS}
    for field, key in keys.items():
        st.session_state.setdefault(key, getattr(filled.stored, field))
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
        st.text_area(words.REASON, key=keys["reason"], height="content", max_chars=4000)
    else:
        _dates(keys, status, seen)
    st.text_area(words.NOTE, key=keys["note"], height="content", max_chars=4000)
    st.button(
        words.SAVE,
        type="primary",
        key=f"{activity}:simpan",
        on_click=_save,
        args=(seen, activity, keys),
        disabled=seen.past,
    )
    _told(seen, activity, keys)


def _dates(keys: dict[str, str], status: str, seen: Snapshot) -> None:
    if status == "not_started":
        return
    first, second = st.columns(2)
    first.date_input(words.STARTED, key=keys["started_on"], format="DD/MM/YYYY", max_value=seen.today)
    if status == "done":
        second.date_input(words.FINISHED, key=keys["finished_on"], format="DD/MM/YYYY", max_value=seen.today)
    else:
        second.number_input(
            words.REMAINING,
            key=keys["remaining"],
            min_value=0,
            max_value=2000,
            step=1,
            help=words.REMAINING_HELP,
        )


def _told(seen: Snapshot, activity: str, keys: dict[str, str]) -> None:
    notice.show(activity)
    told = notice.about(activity)
    if told is None or told.stale is None:
        return
    with st.container(horizontal=True):
        st.button(
            words.KEEP_MINE,
            key=f"{activity}:simpan-punya-saya",
            on_click=_save,
            args=(seen, activity, keys, told.stale.revision),
        )
        st.button(words.TAKE_THEIRS, key=f"{activity}:pakai", on_click=_take_theirs, args=(activity,))


def _take_theirs(activity: str) -> None:
    rebase(activity)
    notice.clear()


def _save(seen: Snapshot, activity: str, keys: dict[str, str], revision: int | None = None) -> None:
    filled = base(seen, activity)
    typed = {field: st.session_state.get(key) for field, key in keys.items()}
    changed = changed_fields(filled.stored, typed)
    outcome = session.workspace().record(
        seen.state.plan.id,
        ActivityChange(activity=activity, **changed),
        actor=session.actor(),
        seen_revision=filled.revision if revision is None else revision,
        effective_on=effect(typed, changed),
    )
    if notice.tell(activity, outcome, seen):
        rebase(activity)


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


def item_review(seen: Snapshot, activity: str) -> None:
    """What the second person said, or the buttons to say it."""
    progress = seen.state.progress.get(activity, NOTHING_DONE)
    st.markdown(f"**{words.REVIEW}**")
    roles = seen.checklist.roles
    review = progress.review
    if review is not None:
        who = roles[review.by].title if review.by in roles else plain(review.by)
        said = words.ACCEPTED_BY if review.decision == "accepted" else words.RETURNED_BY
        st.markdown(said.format(who=who, reason=plain(review.reason)))
        return
    if progress.status != "done":
        st.caption(words.REVIEW_EARLY)
        return
    by = progress.submitted_by or ""
    st.caption(words.REVIEW_WAITS.format(who=roles[by].title if by in roles else by))
    reason = f"{activity}:alasan-kembali"
    st.text_input(words.RETURN_REASON, key=reason, max_chars=400, help=words.RETURN_REASON_HELP)
    with st.container(horizontal=True):
        for decision, word in (("accepted", words.ACCEPT), ("returned", words.RETURN)):
            st.button(
                word,
                key=f"{activity}:{decision}",
                on_click=_review,
                args=(seen, activity, decision, reason),
                disabled=seen.past,
            )


def _review(seen: Snapshot, activity: str, decision: Any, reason: str) -> None:
    change = ReviewChange(activity=activity, decision=decision, reason=st.session_state.get(reason) or "")
    seen_revision = seen.state.revisions.get(("activity", activity), 0)
    outcome = session.workspace().record(
        seen.state.plan.id, change, actor=session.actor(), seen_revision=seen_revision
    )
    if notice.tell(activity, outcome, seen):
        rebase(activity)
