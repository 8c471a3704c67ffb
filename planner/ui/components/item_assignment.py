"""Who is to do one activity, and by when."""

from __future__ import annotations

import streamlit as st

from planner.domain.activities import Activity
from planner.domain.changes import AssignmentChange
from planner.domain.state import Assignment
from planner.domain.teamwork import UNASSIGNED, people
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.fields import day_field
from planner.ui.components.filled import Filled, attempt, fill, refill, two_ways
from planner.views import journal, tasks, tasks_words
from planner.views.plain import plain
from planner.workspace import Snapshot

FIELDS = ("person", "due")


def item_assignment(seen: Snapshot, activity: Activity) -> None:
    """Draw who does an activity and by when: as fields for those who assign, in words for everybody else."""
    stored = seen.state.assignments.get(activity.id, UNASSIGNED)
    shut_out = session.workspace().shut_out()
    known = tasks.marked(session.names(seen), shut_out)
    st.markdown(f"**{tasks_words.ASSIGNMENT}**")
    if seen.past or not session.workspace().may(seen.state.plan.id, "assign", activity.agency):
        standing = seen.readiness.activities[activity.id]
        told = tasks.assignment_told(stored, standing, seen.day, known)
        st.markdown(plain(f"{told[0].upper()}{told[1:]}." if told else tasks_words.NOT_ASSIGNED))
        return
    subject = f"{activity.id}:penugasan"
    filled = fill(seen, "assignment", activity.id, stored, FIELDS, part=subject)
    able = people(seen.work, seen.state, activity.id, shut_out)
    choices = sorted(
        {*able, *filter(None, (stored.person, filled.stored.person))},
        key=lambda person: journal.who(person, known).casefold(),
    )
    who, by = st.columns(2)
    who.selectbox(
        tasks_words.PERSON,
        choices,
        index=None,
        format_func=lambda person: journal.who(person, known),
        key=filled.keys["person"],
        placeholder=tasks_words.NOBODY,
    )
    with by:
        day_field(tasks_words.DUE, filled.keys["due"], meaning=tasks_words.DUE_HELP)
    told = tasks.due(seen.state, seen.readiness, activity.id, seen.day)
    if told:
        st.caption(plain(f"{told[0].upper()}{told[1:]}."))
    st.button(
        tasks_words.SAVE,
        key=f"{subject}:simpan",
        on_click=_save,
        args=(seen, activity.id, subject, filled),
    )
    notice.show(subject)
    two_ways(subject, _save, (seen, activity.id, subject, filled))


@clicks.answered
def _save(
    seen: Snapshot,
    activity: str,
    subject: str,
    filled: Filled[Assignment],
    revision: int | None = None,
) -> None:
    typed = filled.typed()
    changed = {field: typed[field] for field in FIELDS if typed[field] != getattr(filled.stored, field)}
    outcome = session.workspace().record(
        seen.state.plan.id,
        AssignmentChange(activity=activity, **changed),
        actor=session.actor(),
        seen_revision=filled.revision if revision is None else revision,
    )
    if notice.tell(subject, outcome, seen, attempt(filled, changed)):
        refill(subject)
