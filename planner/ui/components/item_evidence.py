"""The documents one activity asks for: what was given, and a place to give more."""

from __future__ import annotations

import streamlit as st

from planner.domain.activities import Activity
from planner.domain.changes import EvidenceRemoval
from planner.domain.state import Evidence
from planner.ui import session
from planner.ui.components import notice
from planner.ui.components.filled import refill
from planner.views import formats, words
from planner.views.plain import plain
from planner.workspace import Snapshot

TYPES = ["pdf", "png", "jpg", "jpeg", "docx", "xlsx", "pptx", "odt", "ods", "txt", "csv", "zip"]


def item_evidence(seen: Snapshot, activity: Activity) -> None:
    """Draw the documents asked for with the files given, and the uploader."""
    own = session.workspace().may(seen.state.plan.id, "work", activity.agency)
    writable = own and not seen.past and not activity.stand_in
    st.markdown(f"**{words.EVIDENCE}**")
    evidence_files(seen, activity, removable=writable)
    if writable and activity.item.evidence:
        _uploader(seen, activity)


def evidence_files(seen: Snapshot, activity: Activity, *, removable: bool = False) -> None:
    """Draw the documents that an activity asks for, each with the files given, to look at and to download.

    ``removable`` adds a button to each file that takes it back.
    """
    if not activity.item.evidence:
        st.caption(words.NO_EVIDENCE)
        return
    given = [
        (key, e) for key, e in seen.state.evidence.items() if e.activity == activity.id and not e.removed
    ]
    for requirement in activity.item.evidence:
        duty = words.REQUIRED if requirement.required else words.OPTIONAL
        st.markdown(f"{plain(requirement.title)} *({duty})*")
        files = [(key, e) for key, e in given if e.requirement == requirement.id]
        if not files:
            st.caption(words.NO_FILE)
        for key, evidence in files:
            _file(seen, activity, key, evidence, removable)


def _file(seen: Snapshot, activity: Activity, key: str, evidence: Evidence, removable: bool) -> None:
    size, day = formats.file_size(evidence.size), formats.short_day(evidence.attached_on)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{plain(evidence.file_name)} · {size} · {day}")
        content = session.workspace().file(seen.state.plan.id, key)
        if content is None:
            st.caption(words.FILE_MISSING)
        else:
            st.download_button(
                words.DOWNLOAD,
                content,
                evidence.file_name,
                "application/octet-stream",
                key=f"unduh:{key}",
                on_click="ignore",
            )
        if removable:
            st.button(words.REMOVE, key=f"tarik:{key}", on_click=_remove, args=(seen, activity.id, key))


def _remove(seen: Snapshot, activity: str, evidence: str) -> None:
    plan = seen.state.plan.id
    revision = seen.state.revisions.get(("evidence", evidence), 0)
    outcome = session.workspace().record(
        plan, EvidenceRemoval(evidence=evidence), actor=session.actor(), seen_revision=revision
    )
    if notice.tell(f"{activity}:bukti", outcome, seen):
        refill(activity)


def _uploader(seen: Snapshot, activity: Activity) -> None:
    wanted = {r.id: r.title for r in activity.item.evidence}
    round_key = f"{activity.id}:unggah-ke"
    key = f"{activity.id}:berkas:{st.session_state.setdefault(round_key, 0)}"
    target = f"{activity.id}:untuk-bukti"
    if len(wanted) > 1:
        st.selectbox(words.UPLOAD_FOR, list(wanted), format_func=lambda r: wanted[r], key=target)
    else:
        st.session_state[target] = next(iter(wanted))
    st.file_uploader(words.UPLOAD, type=TYPES, key=key, help=words.UPLOAD_HELP)
    st.button(
        words.ATTACH,
        key=f"{activity.id}:lampirkan",
        on_click=_attach,
        args=(seen, activity.id, target, key, round_key),
    )
    notice.show(f"{activity.id}:bukti")


def _attach(seen: Snapshot, activity: str, target: str, key: str, round_key: str) -> None:
    upload = st.session_state.get(key)
    if upload is None:
        notice.refuse(f"{activity}:bukti", words.CHOOSE_FILE)
        return
    outcome = session.workspace().attach(
        seen.state.plan.id,
        activity,
        st.session_state.get(target) or "",
        upload.name,
        upload.getvalue(),
        actor=session.actor(),
    )
    if notice.tell(f"{activity}:bukti", outcome, seen):
        st.session_state[round_key] += 1
        refill(activity)
