"""What a second person said of an activity, and the place to say it."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from planner.domain import verification
from planner.domain.activities import Activity
from planner.domain.changes import ActivityChange, ReviewChange
from planner.domain.readiness import NOTHING_DONE
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.filled import refill
from planner.views import journal, review, review_rows, sentences, words
from planner.views import review_words as said
from planner.views.plain import plain
from planner.workspace import Snapshot

Decision = Literal["accepted", "returned"]


def item_review(seen: Snapshot, activity: Activity, place: str = "") -> None:
    """The last word on an activity and whether it stands; and what the visitor can do about it.

    ``place`` is where what became of it is to be told (``notice.show``); without: beside the activity.
    """
    progress = seen.state.progress.get(activity.id, NOTHING_DONE)
    st.markdown(f"**{words.REVIEW}**")
    lacks = seen.readiness.activities[activity.id].lacks
    earlier = _word(seen, activity, stands=not {"not_accepted", "lapsed"} & set(lacks))
    if earlier:
        st.markdown(plain(earlier))
    if progress.status != "done":
        st.caption(words.REVIEW_EARLY)
        return
    if {"returned", "lapsed"} & set(lacks):
        _again(seen, activity, place)
    if {"not_accepted", "lapsed"} & set(lacks):
        _decide(seen, activity, place)


def _word(seen: Snapshot, activity: Activity, *, stands: bool) -> str:
    mine = {key for key, e in seen.state.evidence.items() if e.activity == activity.id} | {activity.id}
    entries = [e for e in session.history(seen) if e.kind in ("activity", "evidence") and e.subject in mine]
    return review_rows.word_told(review.story(entries), session.names(seen), stands=stands)


def _again(seen: Snapshot, activity: Activity, place: str) -> None:
    """The button by which whoever may work on it hands it in once more, changed or not."""
    if session.workspace().may(seen.state.plan.id, "work", activity.agency):
        st.button(
            said.RESUBMIT,
            key=f"{activity.id}:ajukan-lagi",
            on_click=_resubmit,
            args=(seen, activity.id, place),
            disabled=seen.past,
        )


@clicks.answered
def _resubmit(seen: Snapshot, activity: str, place: str) -> None:
    _record(seen, activity, ActivityChange(activity=activity, status="done"), place)


def _decide(seen: Snapshot, activity: Activity, place: str) -> None:
    """The two buttons, or why the visitor has none."""
    progress = seen.state.progress.get(activity.id, NOTHING_DONE)
    doers = verification.contributors(progress, verification.given(seen.state, activity.id))
    known = session.names(seen)
    named = sentences.listed(sorted(journal.who(doer, known) for doer in doers))
    st.caption(plain(words.REVIEW_WAITS.format(who=named)))
    if not session.workspace().may(seen.state.plan.id, "review", activity.agency):
        st.caption(said.NOT_YOURS)
        return
    if session.local() and not place:
        st.caption(said.LOCAL)
    if session.actor() in doers:
        st.info(said.OWN)
        return
    reason = f"{activity.id}:alasan-kembali"
    st.text_input(words.RETURN_REASON, key=reason, help=words.RETURN_REASON_HELP)
    of = verification.presented(seen.state, activity.id)
    choices: tuple[tuple[Decision, str], ...] = (("accepted", words.ACCEPT), ("returned", words.RETURN))
    with st.container(horizontal=True):
        for decision, word in choices:
            st.button(
                word,
                key=f"{activity.id}:{decision}",
                on_click=_review,
                args=(seen, activity.id, decision, reason, of, place),
                disabled=seen.past,
            )


@clicks.answered
def _review(seen: Snapshot, activity: str, decision: Decision, reason: str, of: str, place: str) -> None:
    told = st.session_state.get(reason) or ""
    _record(seen, activity, ReviewChange(activity=activity, decision=decision, reason=told, of=of), place)


def _record(seen: Snapshot, activity: str, change: ActivityChange | ReviewChange, place: str) -> None:
    """Write a change and tell what became of it; at another place, with the name of what it was about."""
    revision = seen.state.revisions.get(("activity", activity), 0)
    outcome = session.workspace().record(
        seen.state.plan.id, change, actor=session.actor(), seen_revision=revision
    )
    if notice.tell(place or activity, outcome, seen):
        refill(activity)
    told = notice.about(place) if place else None
    if told is not None:
        named = said.ABOUT.format(name=session.names(seen).get(activity, activity), told=told.text)
        (notice.say if told.kind == "saved" else notice.refuse)(place, named)
