"""Rencana awal: freeze the plan of today under a name, choose one to compare with, see what has moved."""

from __future__ import annotations

from typing import Final

import streamlit as st

from planner.domain.changes import SettingsChange
from planner.domain.plan import Baseline
from planner.domain.variance import Variance
from planner.ui import analysis, clicks, session, style
from planner.ui.components import notice
from planner.ui.components.filled import two_ways
from planner.views import baseline as baselines
from planner.views import formats, schedule_tables, words
from planner.views import schedule_words as told
from planner.views.plain import plain
from planner.workspace import Snapshot

SUBJECT: Final = "rencana-awal"
NAME: Final = "rencana-awal:nama"
WHY: Final = "rencana-awal:alasan"
MOST_SHOWN: Final = 20


def baseline_section(seen: Snapshot) -> None:
    """What has moved since the current baseline, the baselines that are kept, and the form for a new one."""
    found = analysis.variance(seen)
    st.markdown(plain(baselines.variance_sentence(found)))
    if found is not None:
        _shifted(seen, found)
    if seen.state.plan.baselines:
        _kept(seen)
    notice.show(SUBJECT)
    two_ways(SUBJECT)
    if seen.past:
        st.caption(told.FREEZE_PAST)
    elif session.closed(seen, "plan"):
        notice.reading(seen)
    else:
        _freeze(seen)


def _shifted(seen: Snapshot, found: Variance) -> None:
    """What has moved most, and the activities that came or went."""
    plan, checklist = seen.state.plan, seen.checklist
    moved = schedule_tables.moved(plan, checklist, found)
    if len(moved):
        st.subheader(told.SHIFTED)
        columns = schedule_tables.MOVED_NARROW if style.narrow() else schedule_tables.MOVED_COLUMNS
        shown = moved[list(columns)].head(MOST_SHOWN)
        st.table(shown, hide_index=True, border="horizontal", alt=told.SHIFTED_ALT)
    if len(moved) > MOST_SHOWN:
        st.caption(told.MORE_SHIFTED.format(shown=MOST_SHOWN, count=formats.number(len(moved))))
    changed = baselines.changed_sentence(plan, checklist, found)
    if changed:
        st.markdown(plain(changed))


def _kept(seen: Snapshot) -> None:
    """Every kept baseline, newest first, with a button for those that are not the current one."""
    st.subheader(told.KEPT)
    plan, closed = seen.state.plan, session.closed(seen, "plan")
    newest = sorted(plan.baselines.items(), key=lambda pair: pair[1].frozen_on, reverse=True)
    for slug, one in newest:
        current = slug == plan.settings.baseline
        with st.container(horizontal=True, vertical_alignment="center", key=f"rencana-awal-{slug}"):
            st.markdown(
                told.FROZEN.format(
                    name=plain(one.name),
                    current=f" ✓ {told.CURRENT}" if current else "",
                    day=formats.short_day(one.frozen_on),
                    launch=formats.short_day(one.launch),
                )
            )
            if not current:
                st.button(
                    told.COMPARE.format(name=plain(one.name)),
                    key=f"bandingkan-{slug}",
                    on_click=_compare,
                    args=(seen, slug, one),
                    disabled=closed,
                )


def _freeze(seen: Snapshot) -> None:
    st.subheader(told.FREEZE)
    st.caption(told.FREEZE_INTRO)
    st.text_input(told.NAME, key=NAME, placeholder=told.NAME_HINT)
    st.text_input(words.WHY, help=words.WHY_HELP, key=WHY)
    st.button(told.FREEZE, type="primary", key="bekukan", on_click=_keep, args=(seen,))


@clicks.answered
def _keep(seen: Snapshot, revision: int | None = None) -> None:
    plan, typed = seen.state.plan, st.session_state
    name = typed[NAME].strip()
    outcome = session.workspace().freeze(
        plan.id,
        name,
        actor=session.actor(),
        seen_revision=seen.state.revisions.get(("plan", plan.id), 0) if revision is None else revision,
        why=typed.get(WHY) or "",
    )
    before = {"baseline": plan.settings.baseline}
    if notice.tell(SUBJECT, outcome, seen, notice.Attempt({}, before, again=_keep, args=(seen,))):
        notice.say(SUBJECT, told.IS_FROZEN.format(name=name))
        typed[NAME] = typed[WHY] = ""


@clicks.answered
def _compare(seen: Snapshot, slug: str, one: Baseline, revision: int | None = None) -> None:
    plan = seen.state.plan.id
    outcome = session.workspace().record(
        plan,
        SettingsChange(baseline=slug),
        actor=session.actor(),
        seen_revision=seen.state.revisions.get(("plan", plan), 0) if revision is None else revision,
    )
    before = {"baseline": seen.state.plan.settings.baseline}
    asked = notice.Attempt({"baseline": slug}, before, again=_compare, args=(seen, slug, one))
    if notice.tell(SUBJECT, outcome, seen, asked):
        notice.say(SUBJECT, told.IS_COMPARED.format(name=one.name))
