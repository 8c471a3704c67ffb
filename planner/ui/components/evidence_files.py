"""The files given for an activity: listed, looked at and downloaded; and taken back where that is allowed.

No byte that somebody sent is shown on the page. A preview is drawn anew, and a download is a file to keep.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from planner.domain.activities import Activity
from planner.domain.state import Evidence
from planner.ui import clicks, session
from planner.views import evidence_words, formats, words
from planner.views.evidence import given_for
from planner.views.plain import plain
from planner.workspace import Snapshot, StorageProblem, Workspace
from planner.workspace.preview import Preview, preview, previewable

BYTES = "application/octet-stream"

TakeBack = Callable[[str], None]


def evidence_files(seen: Snapshot, activity: Activity, *, take_back: TakeBack | None = None) -> None:
    """Draw the documents that an activity asks for, each with its files, to look at and to download.

    ``take_back`` is called with the id of a file when its button is pressed; None: there is no such button.
    """
    if not activity.item.evidence:
        st.caption(words.NO_EVIDENCE)
    for requirement in activity.item.evidence:
        duty = words.REQUIRED if requirement.required else words.OPTIONAL
        st.markdown(f"{plain(requirement.title)} *({duty})*")
        given = given_for(seen.state, activity.id, requirement.id)
        if not given.standing:
            st.caption(words.NO_FILE)
        for key, evidence in given.standing.items():
            _file(seen, key, evidence, take_back)
        if given.older:
            with st.expander(evidence_words.OLDER.format(count=len(given.older))):
                for key, evidence in given.older.items():
                    _file(seen, key, evidence, None)


def _file(seen: Snapshot, key: str, evidence: Evidence, take_back: TakeBack | None) -> None:
    size, day = formats.file_size(evidence.size), formats.short_day(evidence.attached_on)
    plan = seen.state.plan.id
    workspace = session.workspace()
    missing = _missing(workspace, plan, key)
    st.caption(f"{plain(evidence.file_name)} · {size} · {day}")
    with st.container(horizontal=True, vertical_alignment="center"):
        if missing is None:
            st.download_button(
                words.DOWNLOAD,
                partial(_bytes, workspace, plan, key),
                evidence.file_name,
                BYTES,
                key=f"unduh:{key}",
                on_click="ignore",
            )
        else:
            st.caption(plain(missing))
        if take_back is not None:
            st.button(words.REMOVE, key=f"tarik:{key}", on_click=clicks.answered(take_back), args=(key,))
    if missing is None and previewable(evidence.media_type):
        _look(plan, key, evidence)


def _missing(workspace: Workspace, plan: str, key: str) -> str | None:
    """Why a file cannot be had, in words; None where it can."""
    try:
        return None if workspace.has_file(plan, key) else words.FILE_MISSING
    except StorageProblem as problem:
        return problem.message


def _bytes(workspace: Workspace, plan: str, key: str) -> bytes:
    """Why only when asked: a file may be large, and somebody who might see it before may no longer."""
    return workspace.file(plan, key) or b""


@st.fragment
def _look(plan: str, key: str, evidence: Evidence) -> None:
    if not st.toggle(evidence_words.LOOK, key=f"lihat:{key}"):
        return
    workspace, place = session.workspace(), f"halaman:{key}"
    missing = _missing(workspace, plan, key)
    if missing is not None:
        st.caption(plain(missing))
        return
    page = int(st.session_state.get(place) or 1)
    try:
        found = _preview(evidence.sha256, evidence.media_type, page, partial(_bytes, workspace, plan, key))
    except StorageProblem as problem:
        st.caption(plain(problem.message))
        return
    if found is None:
        st.caption(evidence_words.NOT_SEEN)
        return
    if found.pages > 1:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.number_input(evidence_words.PAGE_NUMBER, 1, found.pages, key=place, width=140)
            st.caption(evidence_words.PAGES.format(pages=formats.number(found.pages)))
    if found.picture is None:
        with st.container(border=True, key=f"isi-teks:{key}"):
            st.text(found.text)
    else:
        told = evidence_words.PICTURE_OF.format(name=evidence.file_name, page=page, pages=found.pages)
        st.image(found.picture, alt=told)


@st.cache_data(show_spinner=False, max_entries=64, ttl=900)
def _preview(sha256: str, media_type: str, page: int, _read: Callable[[], bytes]) -> Preview | None:
    return preview(_read(), media_type, page)
