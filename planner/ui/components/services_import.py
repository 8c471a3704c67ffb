"""Services out of a table: pasted or uploaded, looked at row by row, and added only when confirmed."""

from __future__ import annotations

from typing import Final, get_args

import streamlit as st

from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.plan import AgencyCategory
from planner.ui import clicks, session, style
from planner.ui.components import notice
from planner.ui.components.agency_form import effect_of
from planner.ui.components.service_form import SUBJECT
from planner.views import formats, registry
from planner.views import services as views
from planner.views import services_words as told
from planner.views.plain import plain
from planner.workspace import (
    MOST_MEBIBYTES,
    NotATable,
    ServicesRead,
    Snapshot,
    read_services,
    seen_revisions,
    services_template,
)

PASTED: Final = "layanan:tempel"
FILE: Final = "layanan:berkas"
TRIES: Final = "layanan:berkas-ke"
ADD_AGENCIES: Final = "layanan:tambah-instansi"
CATEGORY: Final = "layanan:kelompok-baru"
TYPES: Final = ["xlsx", "csv", "tsv", "txt", "xls"]
"""Old workbooks and text are let in so that the answer tells what to do about them."""

MOST_SHOWN: Final = 50


def import_services(seen: Snapshot, agency: str | None) -> None:
    """A place for a table, and what it would add; ``agency`` makes no difference."""
    st.markdown(told.MANY_INTRO)
    st.download_button(
        told.TEMPLATE,
        services_template,
        told.TEMPLATE_NAME,
        told.XLSX,
        key="contoh-tabel",
        on_click="ignore",
    )
    given = _given()
    add_agencies, category = _choices()
    if given is None:
        notice.show(SUBJECT)
        return
    known = session.workspace().library.agencies
    found = read_services(
        seen,
        *given,
        add_agencies=add_agencies,
        category=category,
        catalogue=known if isinstance(known, AgencyCatalogue) else None,
    )
    if isinstance(found, NotATable):
        notice.show(SUBJECT)
        st.error(plain(found.message))
        return
    _preview(seen, found)


def _given() -> tuple[bytes | str, str] | None:
    """The table that was pasted or uploaded, and what to call it; a file goes before what was pasted."""
    left, right = st.columns(2, gap="large")
    pasted = left.text_area(
        told.PASTE,
        key=PASTED,
        placeholder=told.PASTE_HINT,
        height=140,
        on_change=_another,
        persist_state="session",
    )
    file = right.file_uploader(
        told.UPLOAD,
        type=TYPES,
        key=f"{FILE}:{st.session_state.get(TRIES, 0)}",
        help=told.UPLOAD_HELP.format(size=MOST_MEBIBYTES),
        max_upload_size=MOST_MEBIBYTES,
        on_change=_another,
    )
    text = (pasted or "").strip("\n")
    if file is not None and text.strip():
        right.caption(told.BOTH)
    if file is not None:
        return file.getvalue(), file.name
    return (text, told.PASTED) if text.strip() else None


@clicks.answered
def _another() -> None:
    """What was said of the table before says nothing of this one."""
    notice.clear()


def _choices() -> tuple[bool, AgencyCategory]:
    """Whether agencies that the plan has not are added too, and of which category."""
    st.session_state.setdefault(ADD_AGENCIES, True)
    add = st.toggle(told.ADD_AGENCIES, key=ADD_AGENCIES)
    if not add:
        return False, "opd_regency"
    category = st.selectbox(
        told.NEW_CATEGORY,
        get_args(AgencyCategory),
        format_func=registry.category_title,
        key=CATEGORY,
        help=told.NEW_CATEGORY_HELP,
        width=320,
    )
    return True, category


def _preview(seen: Snapshot, found: ServicesRead) -> None:
    """What would be added, the button to do it, and below it the rows that cannot be and those that can."""
    good, bad = found.good, found.bad
    st.subheader(told.PREVIEW)
    joining = [agency.name for agency in found.joining]
    st.markdown(plain(views.preview_sentence(good, len(bad), joining)))
    notes = views.notes_of(good)
    if notes:
        st.warning(plain(notes))
    if found.ignored:
        st.caption(plain(told.IGNORED.format(names=", ".join(found.ignored))))
    if found.unread:
        st.warning(plain(views.unread_sentence(found.unread)))
    if good:
        st.button(
            told.ADD_MANY.format(count=formats.number(len(good))),
            type="primary",
            key="tambah-banyak",
            on_click=_add,
            args=(seen, found),
        )
        if bad:
            st.caption(told.LEFT)
    notice.show(SUBJECT)
    if bad:
        st.markdown(f"**{told.BAD_TITLE}**")
        columns = told.BAD_NARROW if style.narrow() else told.BAD_COLUMNS
        table = views.bad_table(bad[:MOST_SHOWN])[list(columns)]
        st.table(table, hide_index=True, border="horizontal", alt=told.BAD_ALT)
        if len(bad) > MOST_SHOWN:
            counts = {"shown": formats.number(MOST_SHOWN), "count": formats.number(len(bad))}
            st.caption(told.MORE_BAD.format(**counts))
    if good:
        st.markdown(f"**{told.GOOD_TITLE}**")
        shown = told.NARROW_COLUMNS if style.narrow() else told.PREVIEW_COLUMNS
        table = views.good_table(seen.state.plan, good)[list(shown)]
        st.dataframe(table, hide_index=True, width="stretch", alt=told.GOOD_ALT)


@clicks.answered
def _add(seen: Snapshot, found: ServicesRead) -> None:
    """Write all good rows or none; what is left to be put right goes back to the place for pasting."""
    actor = session.actor()
    known = seen_revisions(seen, found.changes, actor)
    outcome = session.workspace().record_all(seen.state.plan.id, found.changes, actor=actor, seen=known)
    if not notice.tell(SUBJECT, outcome, seen):
        return
    effect = effect_of(seen) if found.joining else ""
    said = views.added_sentence(found.good, len(found.joining))
    notice.say(SUBJECT, " ".join(filter(None, (said, effect))))
    st.session_state[PASTED] = found.left
    st.session_state[TRIES] = st.session_state.get(TRIES, 0) + 1
