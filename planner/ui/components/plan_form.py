"""The fields of a plan: those of a new one, and the settings of the present one."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from planner.domain.changes import SettingsChange, new_slug
from planner.domain.plan import PlanSettings
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.fields import day_field
from planner.ui.components.filled import Filled, attempt, fill, refill, two_ways
from planner.ui.components.item_facts import facts
from planner.views import formats, words
from planner.views.plain import plain
from planner.workspace import DECREED_UNTIL, Snapshot, Written

NEW = "rencana-baru"
TABS = "bagian"
WHY = "rencana:alasan"
FIELDS = ("name", "start", "target", "week", "note")


def new_plan() -> None:
    """Draw the form for a new plan; what was typed stays where it is refused."""
    workspace = session.workspace()
    regencies = workspace.library.regencies
    folders = workspace.library.folders()
    notice.show(NEW)
    if not folders:
        st.info(words.NO_CHECKLISTS)
        return
    st.selectbox(
        words.REGENCY,
        list(regencies),
        format_func=lambda code: f"{regencies[code].name}, {regencies[code].province} ({code})",
        index=None,
        placeholder=words.REGENCY_HINT,
        key="baru:daerah",
    )
    st.text_input(words.PLAN_NAME, key="baru:nama", placeholder=words.NAME_HINT)
    start, target = st.columns(2)
    with start:
        day_field(words.START, "baru:mulai", meaning=words.START_HELP)
    with target:
        day_field(words.TARGET_DAY, "baru:target", meaning=words.TARGET_HELP)
    st.radio(
        words.WEEK,
        help=words.WEEK_HELP.format(year=DECREED_UNTIL),
        options=list(words.WEEKS),
        format_func=lambda days: words.WEEKS[days],
        key="baru:pekan",
    )
    if len(folders) > 1:
        st.selectbox(words.CHECKLIST, folders, key="baru:daftar")
    st.button(words.CREATE, type="primary", key="buat-rencana", on_click=_create)


@clicks.answered
def _create() -> None:
    workspace, typed = session.workspace(), st.session_state
    folders = workspace.library.folders()
    if not folders:
        notice.refuse(NEW, words.NO_CHECKLISTS)
        return
    code = typed["baru:daerah"]
    if code is None or typed["baru:mulai"] is None:
        notice.refuse(NEW, words.CHOOSE_REGENCY if code is None else words.CHOOSE_START)
        return
    regency = workspace.library.regencies[code]
    name = typed["baru:nama"].strip() or regency.name
    plan = new_slug(name, set())
    try:
        settings = PlanSettings(
            name=name,
            regency=code,
            checklist=typed.get("baru:daftar") or folders[0],
            start=typed["baru:mulai"],
            target=typed["baru:target"],
            week=typed["baru:pekan"],
            zone=regency.zone,
        )
    except ValidationError:
        notice.refuse(NEW, words.NAME_SHORT)
        return
    outcome = workspace.create(plan, settings, actor=session.actor() or words.LOCAL_ACTOR)
    if isinstance(outcome, Written):
        session.choose_plan(plan)
        notice.say(plan, words.CREATED.format(name=name))
        typed[TABS] = words.THIS_PLAN
        for key in ("baru:daerah", "baru:nama", "baru:mulai", "baru:target"):
            typed.pop(key)
    else:
        notice.tell(NEW, outcome)


def plan_settings(seen: Snapshot) -> None:
    """Draw the settings of a plan with a reason for the change; for a role that only reads, them alone."""
    plan = seen.state.plan
    named = plain(f"{seen.regency.name}, {seen.regency.province}")
    st.markdown(f"{words.REGENCY}: **{named}** ({plain(seen.regency.code)})")
    if session.reads(seen, "settings"):
        facts(_told(plan.settings))
        notice.reading(seen)
        return
    filled = fill(seen, "plan", plan.id, plan.settings, FIELDS)
    keys = filled.keys
    st.text_input(words.PLAN_NAME, key=keys["name"])
    start, target = st.columns(2)
    with start:
        day_field(words.START, keys["start"], meaning=words.START_HELP)
    with target:
        day_field(words.TARGET_DAY, keys["target"], meaning=words.TARGET_HELP)
    st.radio(
        words.WEEK,
        help=words.WEEK_HELP.format(year=DECREED_UNTIL),
        options=list(words.WEEKS),
        format_func=lambda days: words.WEEKS[days],
        key=keys["week"],
    )
    st.text_area(words.NOTE, key=keys["note"], height="content")
    st.text_input(words.WHY, help=words.WHY_HELP, key=WHY)
    st.button(
        words.SAVE,
        type="primary",
        key="simpan-rencana",
        disabled=seen.past,
        on_click=_save,
        args=(seen, filled),
    )
    notice.show(plan.id)
    two_ways(plan.id, _save, (seen, filled))


def _told(settings: PlanSettings) -> tuple[tuple[str, str], ...]:
    """The settings of a plan by the names of their fields; empty where there is nothing."""
    target = formats.long_day(settings.target) if settings.target else ""
    return (
        (words.PLAN_NAME, settings.name),
        (words.START, formats.long_day(settings.start)),
        (words.TARGET_DAY, target),
        (words.WEEK, words.WEEKS[settings.week]),
        (words.NOTE, settings.note),
    )


@clicks.answered
def _save(seen: Snapshot, filled: Filled[PlanSettings], revision: int | None = None) -> None:
    plan, typed = seen.state.plan.id, filled.typed()
    if typed["start"] is None:
        notice.refuse(plan, words.CHOOSE_START)
        return
    changed = {field: value for field, value in typed.items() if value != getattr(filled.stored, field)}
    outcome = session.workspace().record(
        plan,
        SettingsChange(**changed),
        actor=session.actor(),
        seen_revision=filled.revision if revision is None else revision,
        why=st.session_state.get(WHY) or "",
    )
    if notice.tell(plan, outcome, seen, attempt(filled, changed)):
        refill(plan)
        st.session_state[WHY] = ""
