"""What the fields of a form were filled from, and what to do where somebody else wrote first.

The fields belong to the revision the person saw. After a refusal that revision stays, and with it everything
typed; after a save it moves on, and the fields show what is stored. What a person did not touch is never
written, so that it cannot undo what somebody else wrote meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st

from planner.domain.state import SubjectKind
from planner.ui.components import notice
from planner.views import words
from planner.workspace import Snapshot

KEY = "isian-dari"
Stored = TypeVar("Stored")


@dataclass(frozen=True, slots=True)
class Filled(Generic[Stored]):
    """What the fields were filled from, the revision it had then, and the key of every field."""

    revision: int
    stored: Stored
    keys: dict[str, str]

    def typed(self) -> dict[str, Any]:
        """What stands in the fields now; None for a field that is not on the page."""
        return {field: st.session_state.get(key) for field, key in self.keys.items()}


def fill(
    seen: Snapshot, kind: SubjectKind, subject: str, stored: Stored, fields: Sequence[str], part: str = ""
) -> Filled[Stored]:
    """Fill the fields of a subject from what is stored, or keep them as they stand on the page.

    ``part`` names a part of a subject that has fields of its own (refill it under that name). The first of
    ``fields`` must always be drawn: where it has left the page, all are filled anew.
    """
    known: dict[tuple[str, str, str], Filled[Stored]] = st.session_state.setdefault(KEY, {})
    place = seen.state.plan.id, seen.day.isoformat() if seen.past else "", part or subject
    filled = known.get(place)
    if filled is None or filled.keys[fields[0]] not in st.session_state:
        revision = seen.state.revisions.get((kind, subject), 0)
        keys = {field: ":".join((*place, str(revision), field)) for field in fields}
        filled = known[place] = Filled(revision, stored, keys)
    for field, key in filled.keys.items():
        st.session_state.setdefault(key, getattr(filled.stored, field))
    return filled


def refill(subject: str) -> None:
    """Fill the fields of a subject anew from what is stored, at the next drawing."""
    known: dict[tuple[str, str, str], Filled[Any]] = st.session_state.setdefault(KEY, {})
    for place in [place for place in known if place[-1] == subject]:
        del known[place]


def two_ways(subject: str, save: Callable[..., None], args: tuple[Any, ...]) -> None:
    """Where somebody else wrote first: keep what was typed, or take what is stored.

    ``save`` is called with ``args`` and the revision that is then written over.
    """
    told = notice.about(subject)
    if told is None or told.stale is None:
        return
    with st.container(horizontal=True):
        st.button(
            words.KEEP_MINE,
            key=f"{subject}:simpan-punya-saya",
            on_click=save,
            args=(*args, told.stale.revision),
        )
        st.button(words.TAKE_THEIRS, key=f"{subject}:pakai", on_click=_take_theirs, args=(subject,))


def _take_theirs(subject: str) -> None:
    refill(subject)
    notice.clear()
