"""What waits for the person at work, gathered for the page and drawn group by group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from planner.domain.advice import Action
from planner.domain.teamwork import Waiting, own_steps, to_accept, waiting_for, written
from planner.ui import SCREENS, session
from planner.ui.components.summary import item_rows
from planner.views import review, tasks, tasks_words
from planner.views.plain import plain
from planner.workspace import Snapshot


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits for whoever is at work, what they are to accept (oldest first), and their next steps."""

    waiting: Waiting
    reviews: Sequence[review.Reviewable]
    steps: tuple[Action, ...]


def desk(seen: Snapshot) -> Desk:
    """Everything on the desk of the person at work: in local mode of the role they chose."""
    plan, actor, here = seen.state.plan.id, session.actor(), session.workspace()
    entries = session.history(seen)
    waiting = waiting_for(actor, seen.work, seen.state, seen.readiness, seen.day, written(entries))
    accepts = to_accept(actor, seen.checklist, able=here.may(plan, "review"))
    queue = review.queue(seen.work, seen.state, seen.readiness, entries) if accepts else ()
    return Desk(
        waiting=waiting,
        reviews=[row for row in queue if row.waits == "accept" and actor not in row.doers],
        steps=own_steps(
            seen.actions,
            seen.work,
            actor,
            seen.checklist.roles,
            lambda agency: here.may(plan, "work", agency),
            told=(*waiting.assigned, *waiting.returned),
        ),
    )


def waiting_groups(seen: Snapshot, found: Desk) -> None:
    """Draw what waits, group by group; a group with nothing in it is left out."""
    plan, known = seen.state.plan.id, session.names(seen)
    about = (found.waiting, seen.state, seen.readiness, seen.day, known)
    mentions = tasks.mention_rows(found.waiting, seen.checklist, seen.state, session.history(seen), known)
    for title, rows, meaning in (
        (tasks_words.ASSIGNED_TO_ME, tasks.assigned_rows(*about), None),
        (tasks_words.RETURNED_TO_ME, tasks.returned_rows(*about), None),
        (tasks_words.MENTIONS_ME, mentions, tasks_words.MENTIONS_HELP),
    ):
        if rows:
            st.subheader(title, help=meaning)
            item_rows(rows, plan, tasks.FACTS)
    if found.reviews:
        _reviews(seen, found.reviews)


def _reviews(seen: Snapshot, reviews: Sequence[review.Reviewable]) -> None:
    oldest = reviews[0]
    told = tasks.reviews_told(len(reviews), oldest.activity.id, oldest.since, seen.day, session.names(seen))
    st.subheader(tasks_words.TO_REVIEW)
    st.markdown(plain(told))
    st.page_link(
        SCREENS / "verifikasi.py",
        label=tasks_words.TO_QUEUE,
        query_params=session.address(seen.state.plan.id),
    )


def next_steps(seen: Snapshot, steps: tuple[Action, ...]) -> None:
    """Draw the first steps that the person can take now."""
    st.subheader(tasks_words.NEXT, help=tasks_words.NEXT_HELP)
    rows = tasks.step_rows(seen.checklist, seen.state, steps, session.names(seen))
    item_rows(rows, seen.state.plan.id, tasks.STEP_FACTS)
