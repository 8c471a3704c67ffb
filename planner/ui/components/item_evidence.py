"""The documents one activity asks for: what was given, and a place to give more."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from planner.domain.activities import Activity
from planner.domain.changes import EvidenceRemoval
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.evidence_files import evidence_files
from planner.ui.components.filled import refill
from planner.views import evidence_words, words
from planner.views.evidence import given_for
from planner.workspace import Snapshot, StorageProblem
from planner.workspace.contents import KINDS

__all__ = ["evidence_files", "item_evidence"]

REFUSED_WITH_ADVICE: Final = ("doc", "xls", "ppt")
"""Endings that may be chosen, so that the answer says what to do instead."""

TYPES: Final = [*(ending for kind in KINDS for ending in kind.endings), *REFUSED_WITH_ADVICE]
MEBI: Final = 1024**2


def item_evidence(seen: Snapshot, activity: Activity) -> None:
    """Draw the documents asked for with the files given, and the uploader for those who may use it."""
    own = session.workspace().may(seen.state.plan.id, "work", activity.agency)
    writable = own and not seen.past and not activity.stand_in
    st.markdown(f"**{words.EVIDENCE}**")
    evidence_files(seen, activity, take_back=partial(_remove, seen, activity.id) if writable else None)
    if writable and activity.item.evidence:
        _uploader(seen, activity)
        notice.show(f"{activity.id}:bukti")


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
    older = _older(seen, activity.id, st.session_state[target], f"{key}:sebagai")
    limit = session.workspace().most_bytes // MEBI
    st.file_uploader(
        words.UPLOAD,
        type=TYPES,
        key=key,
        help=evidence_words.UPLOAD_HELP.format(limit=limit),
        max_upload_size=limit,
    )
    st.button(
        words.ATTACH,
        key=f"{activity.id}:lampirkan",
        on_click=_attach,
        args=(seen, activity.id, target, key, round_key, older),
    )


def _older(seen: Snapshot, activity: str, requirement: str, key: str) -> str | None:
    """The file that the next one is a newer version of, as chosen; not asked where there is none."""
    names = {k: e.file_name for k, e in given_for(seen.state, activity, requirement).standing.items()}
    if not names:
        return None
    choices: dict[str | None, str] = {None: evidence_words.ONE_MORE}
    choices |= {k: evidence_words.NEWER_THAN.format(name=name) for k, name in names.items()}
    return st.selectbox(
        evidence_words.AS_WHAT,
        list(choices),
        format_func=lambda k: choices.get(k, ""),
        key=f"{key}:{requirement}",
    )


@clicks.answered
def _attach(
    seen: Snapshot, activity: str, target: str, key: str, round_key: str, replaces: str | None
) -> None:
    subject = f"{activity}:bukti"
    upload = st.session_state.get(key)
    if upload is None:
        notice.refuse(subject, words.CHOOSE_FILE)
        return
    try:
        outcome = session.workspace().attach(
            seen.state.plan.id,
            activity,
            st.session_state.get(target) or "",
            upload.name,
            upload.getvalue(),
            actor=session.actor(),
            replaces=replaces,
            seen_revision=seen.state.revisions.get(("evidence", replaces or "")),
        )
    except StorageProblem as problem:
        notice.refuse(subject, words.REFUSED.format(reasons=problem.message))
        return
    if notice.tell(subject, outcome, seen):
        st.session_state[round_key] += 1
        refill(activity)
