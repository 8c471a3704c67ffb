"""The fields of a plan: those of a new one, and the settings of the present one."""

from __future__ import annotations

import streamlit as st

from planner.domain.changes import SettingsChange, new_slug
from planner.domain.plan import PlanSettings
from planner.ui import session
from planner.ui.components import notice
from planner.views import words
from planner.workspace import Snapshot, Written

NEW = "rencana-baru"
THIS = "rencana-ini"


def new_plan() -> None:
    """Draw the form for a new plan; what was typed stays where it is refused."""
    workspace = session.workspace()
    regencies = workspace.library.regencies
    notice.show(NEW)
    st.selectbox(
        words.REGENCY,
        list(regencies),
        format_func=lambda code: f"{regencies[code].name}, {regencies[code].province} ({code})",
        index=None,
        placeholder=words.REGENCY_HINT,
        key="baru:daerah",
    )
    st.text_input(words.PLAN_NAME, key="baru:nama", max_chars=120, placeholder=words.NAME_HINT)
    start, target = st.columns(2)
    start.date_input(words.START, help=words.START_HELP, key="baru:mulai", value=None, format="DD/MM/YYYY")
    target.date_input(
        words.TARGET_DAY, help=words.TARGET_HELP, key="baru:target", value=None, format="DD/MM/YYYY"
    )
    st.radio(
        words.WEEK,
        help=words.WEEK_HELP,
        options=list(words.WEEKS),
        format_func=lambda days: words.WEEKS[days],
        key="baru:pekan",
    )
    folders = workspace.library.folders()
    if len(folders) > 1:
        st.selectbox(words.CHECKLIST, folders, key="baru:daftar")
    st.button(words.CREATE, type="primary", key="buat-rencana", on_click=_create)


def _create() -> None:
    workspace, typed = session.workspace(), st.session_state
    code = typed["baru:daerah"]
    if code is None or typed["baru:mulai"] is None:
        notice.refuse(NEW, words.CHOOSE_REGENCY if code is None else words.CHOOSE_START)
        return
    regency = workspace.library.regencies[code]
    name = typed["baru:nama"].strip() or regency.name
    plan = new_slug(name, set())
    settings = PlanSettings(
        name=name,
        regency=code,
        checklist=typed.get("baru:daftar") or workspace.library.folders()[0],
        start=typed["baru:mulai"],
        target=typed["baru:target"],
        week=typed["baru:pekan"],
        zone=regency.zone,
    )
    outcome = workspace.create(plan, settings, actor=session.actor() or words.LOCAL_ACTOR)
    if isinstance(outcome, Written):
        session.choose_plan(plan)
        notice.say(THIS, words.CREATED.format(name=name))
        for key in ("baru:daerah", "baru:nama", "baru:mulai", "baru:target"):
            typed.pop(key)
    else:
        notice.tell(NEW, outcome)


def plan_settings(seen: Snapshot) -> None:
    """Draw the settings of a plan with a reason for the change."""
    settings = seen.state.plan.settings
    revision = seen.state.revisions.get(("plan", seen.state.plan.id), 0)
    keys = {field: f"rencana:{revision}:{field}" for field in ("name", "start", "target", "week", "note")}
    for field, key in keys.items():
        st.session_state.setdefault(key, getattr(settings, field))
    st.markdown(f"{words.REGENCY}: **{seen.regency.name}, {seen.regency.province}** ({seen.regency.code})")
    st.text_input(words.PLAN_NAME, key=keys["name"], max_chars=120)
    start, target = st.columns(2)
    start.date_input(words.START, help=words.START_HELP, key=keys["start"], format="DD/MM/YYYY")
    target.date_input(words.TARGET_DAY, help=words.TARGET_HELP, key=keys["target"], format="DD/MM/YYYY")
    st.radio(
        words.WEEK,
        help=words.WEEK_HELP,
        options=list(words.WEEKS),
        format_func=lambda days: words.WEEKS[days],
        key=keys["week"],
    )
    st.text_area(words.NOTE, key=keys["note"], height="content", max_chars=2000)
    st.text_input(words.WHY, help=words.WHY_HELP, key="rencana:alasan", max_chars=400)
    st.button(
        words.SAVE,
        type="primary",
        key="simpan-rencana",
        disabled=seen.past,
        on_click=_save,
        args=(seen, keys, revision),
    )
    notice.show(THIS)


def _save(seen: Snapshot, keys: dict[str, str], revision: int) -> None:
    settings = seen.state.plan.settings
    typed = {field: st.session_state.get(key) for field, key in keys.items()}
    if typed["start"] is None:
        notice.refuse(THIS, words.CHOOSE_START)
        return
    changed = {field: value for field, value in typed.items() if value != getattr(settings, field)}
    outcome = session.workspace().record(
        seen.state.plan.id,
        SettingsChange(**changed),
        actor=session.actor(),
        seen_revision=revision,
        why=st.session_state.get("rencana:alasan") or "",
    )
    notice.tell(THIS, outcome, seen)
