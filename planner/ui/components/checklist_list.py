"""The list of the checklist page with its filters, and what happens when a row is ticked or opened."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from planner.domain.changes import ActivityChange
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.checklist_rows import checklist_rows, event
from planner.ui.components.filled import refill
from planner.ui.components.item_panel import ITEM_KEY
from planner.views import rows, words
from planner.workspace import Snapshot

STAGE_KEY = "tahap"
ALL = "semua"


def filters(seen: Snapshot) -> rows.Filter:
    """Draw the chips over the list; what they say stands in the address."""
    roles = {role.title: role.id for role in seen.checklist.head.roles}
    names = {word: show for show, word in rows.SHOWS.items()}
    with st.container(horizontal=True, vertical_alignment="bottom", key="saringan"):
        role = st.selectbox(
            words.ROLE, [words.ALL_ROLES, *roles], key="peran", bind="query-params", width=240
        )
        text = st.text_input(words.SEARCH, key="cari", bind="query-params", width=220)
        shows = st.pills(
            words.SHOW, list(names), selection_mode="multi", key="tampil", bind="query-params", wrap=True
        )
    stage = _stage_shown(seen, narrowed=bool(shows or text or roles.get(role)))
    return rows.Filter(
        stage=None if stage == ALL else stage,
        role=roles.get(role),
        shows=rows.known_shows([names[word] for word in shows]),
        text=text or "",
        mine=session.actor(),
        assigned=frozenset(
            a for a, given in seen.state.assignments.items() if given.person == session.actor()
        ),
    )


def _stage_shown(seen: Snapshot, *, narrowed: bool) -> str:
    """The stage of the address, else all while a filter is on, else that of the open row or of the work."""
    asked = st.query_params.get(STAGE_KEY)
    if asked in {stage.stage for stage in seen.checklist.stages} | {ALL}:
        return str(asked)
    if narrowed:
        return ALL
    opened = seen.work.activities.get(st.query_params.get(ITEM_KEY, ""))
    return opened.stage if opened else rows.current_stage(seen.checklist, seen.readiness)


def checklist_list(seen: Snapshot, wanted: rows.Filter, chosen: str | None) -> None:
    """Draw the stages and rows that pass the filter."""
    shown = rows.matching(
        seen.work, seen.state.plan, seen.readiness, seen.schedule, seen.target, seen.day, wanted
    )
    told = notice.latest()
    checklist_rows(
        {
            "rail": rows.stage_rail(seen.checklist, seen.work, seen.readiness),
            "groups": rows.groups(
                seen.checklist,
                seen.state,
                seen.readiness,
                seen.schedule,
                seen.target,
                seen.day,
                shown,
                _tickable(seen, {a.agency for a in shown}),
                session.names(seen),
            ),
            "stage": wanted.stage,
            "open": chosen,
            "notice": {"id": told.subject, "kind": told.kind, "text": told.text} if told else None,
        },
        on_tick=_tick,
        on_open=_open,
        on_stage=_stage,
    )


def _tickable(seen: Snapshot, agencies: Collection[str | None]) -> frozenset[str | None]:
    """Those of the agencies whose work the visitor may tick; None stands for work of no single agency.

    Why asked but once for all where it can be: whoever may tick the common work may tick every agency's.
    """
    if not session.closed(seen, "work"):
        return frozenset(agencies)
    return frozenset(agency for agency in agencies if not session.closed(seen, "work", agency))


@clicks.answered
def _tick() -> None:
    what = event("tick")
    seen = session.look()
    if what is None or not isinstance(seen, Snapshot):
        return
    activity = str(what["id"])
    outcome = session.workspace().record(
        seen.state.plan.id,
        ActivityChange(activity=activity, status=what["to"]),
        actor=session.actor(),
        seen_revision=int(what["revision"]),
    )
    if notice.tell(activity, outcome, seen):
        refill(activity)


@clicks.answered
def _open() -> None:
    st.query_params[ITEM_KEY] = event("open")
    refill(event("open"), drafts=False)
    notice.clear()


@clicks.answered
def _stage() -> None:
    st.query_params[STAGE_KEY] = event("stage") or ALL
    notice.clear()
