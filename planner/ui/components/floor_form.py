"""The floors of a mall: a form for a new one, and for what one of them is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

import streamlit as st

from planner.domain.changes import FloorChange, NewFloor
from planner.domain.counters import Floor, FloorUse
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.filled import Filled, attempt, fill, refill, two_ways
from planner.views import floor_words as words
from planner.views import floors, formats, labels
from planner.views import words as common
from planner.workspace import Snapshot

SUBJECT: Final = "lantai-baru"
WHICH: Final = "lantai:pilih"
WHY: Final = "lantai:alasan"
NEW: Final = ""
"""Stands for a floor that is not there yet among the ids of those that are."""

FIELDS: Final = ("name", "level", "use", "counters", "columns")
FIRST: Final[Mapping[str, Any]] = {"name": "", "level": 0, "use": "service", "counters": 12, "columns": 6}


def floor_form(seen: Snapshot) -> None:
    """Draw the fields of a floor that is chosen, or of a new one."""
    known = floors.floors(seen.state.plan)
    with st.container(key="lantai-isian"):
        st.subheader(words.FLOORS)
        if st.session_state.get(WHICH) not in known:
            st.session_state[WHICH] = NEW
        floor = NEW
        if known:
            floor = st.selectbox(
                words.WHICH,
                [NEW, *known],
                format_func=lambda slug: known[slug].name if slug else words.NEW,
                key=WHICH,
            )
        if floor:
            _one(seen, floor)
        else:
            _new(seen)


def _new(seen: Snapshot) -> None:
    keys = {field: f"{SUBJECT}:{field}" for field in FIELDS}
    for field, key in keys.items():
        st.session_state.setdefault(key, FIRST[field])
    _fields(keys)
    st.button(words.ADD_FLOOR, type="primary", key="tambah-lantai", on_click=_add, args=(seen, keys))
    notice.show(SUBJECT)


def _one(seen: Snapshot, slug: str) -> None:
    filled = fill(seen, "floor", slug, seen.state.plan.floors[slug], FIELDS)
    _fields(filled.keys)
    st.text_input(common.WHY, help=common.WHY_HELP, key=WHY)
    st.button(common.SAVE, type="primary", key="simpan-lantai", on_click=_save, args=(seen, slug, filled))
    notice.show(slug)
    two_ways(slug, _save, (seen, slug, filled))


def _fields(keys: Mapping[str, str]) -> None:
    name, level = st.columns([3, 1])
    name.text_input(words.NAME, key=keys["name"], placeholder=words.NAME_HINT)
    level.number_input(
        words.LEVEL, min_value=-2, max_value=60, step=1, key=keys["level"], help=words.LEVEL_HELP
    )
    st.radio(
        words.USE_FIELD,
        get_args(FloorUse),
        format_func=lambda use: labels.FLOOR_USE[use],
        key=keys["use"],
        horizontal=True,
    )
    count, columns = st.columns(2)
    count.number_input(
        words.COUNT, min_value=0, max_value=200, step=1, key=keys["counters"], help=words.COUNT_HELP
    )
    columns.number_input(
        words.IN_A_ROW, min_value=1, max_value=20, step=1, key=keys["columns"], help=words.IN_A_ROW_HELP
    )


@clicks.answered
def _add(seen: Snapshot, keys: Mapping[str, str]) -> None:
    typed = {field: st.session_state[key] for field, key in keys.items()}
    change = NewFloor(**typed | {"name": typed["name"].strip()})
    outcome = session.workspace().record(seen.state.plan.id, change, actor=session.actor())
    if notice.tell(SUBJECT, outcome, seen):
        notice.say(SUBJECT, words.ADDED.format(name=change.name))
        st.session_state[keys["name"]] = ""
        st.session_state[keys["level"]] = change.level + 1


@clicks.answered
def _save(seen: Snapshot, slug: str, filled: Filled[Floor], revision: int | None = None) -> None:
    typed = filled.typed()
    changed = {field: value for field, value in typed.items() if value != getattr(filled.stored, field)}
    outcome = session.workspace().record(
        seen.state.plan.id,
        FloorChange(floor=slug, **changed),
        actor=session.actor(),
        seen_revision=filled.revision if revision is None else revision,
        why=st.session_state.get(WHY) or "",
    )
    if notice.tell(slug, outcome, seen, attempt(filled, changed)):
        if "counters" in changed:
            _say_gone(seen, slug)
        refill(slug)
        st.session_state[WHY] = ""


def _say_gone(before: Snapshot, slug: str) -> None:
    """Add how many counters that are kept for agencies the floor has no longer."""
    after = session.see(before.state.plan.id, None)
    gone = floors.without_counter(after.state.plan, slug) if isinstance(after, Snapshot) else 0
    if gone:
        notice.add(slug, words.GONE.format(count=formats.number(gone), title=words.CONFLICTS))
