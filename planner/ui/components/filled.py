"""What the fields of a form were filled from, and what to do where somebody else wrote first.

The fields belong to the revision the person saw. After a refusal that revision stays, and with it everything
typed; after a save it moves on, and the fields show what is stored. What a person did not touch is never
written, so that it cannot undo what somebody else wrote meanwhile.

What was typed and not saved is kept as a draft with that revision, until the session ends: whoever comes back
finds it there, and is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import streamlit as st

from planner.domain.state import SubjectKind
from planner.ui import clicks, style
from planner.ui.components import notice
from planner.views import comparison_words as told
from planner.views import words
from planner.views.comparison import Line
from planner.views.plain import plain
from planner.workspace import Snapshot

KEY = "isian-dari"
Stored = TypeVar("Stored")


@dataclass(frozen=True, slots=True)
class Filled(Generic[Stored]):
    """What the fields were filled from, the revision it had then, and the key of every field.

    ``draft`` is what was typed and not saved; ``back``: the fields were filled with it again.
    """

    revision: int
    stored: Stored
    keys: dict[str, str]
    draft: Mapping[str, Any] | None = None
    back: bool = False

    def typed(self) -> dict[str, Any]:
        """What stands in the fields now; None for a field that is not on the page."""
        return {field: st.session_state.get(key) for field, key in self.keys.items()}


def fill(
    seen: Snapshot, kind: SubjectKind, subject: str, stored: Stored, fields: Sequence[str], part: str = ""
) -> Filled[Stored]:
    """Fill the fields of a subject from what is stored, or keep them as they stand on the page.

    ``part`` names a part of a subject that has fields of its own (refill it under that name). The first of
    ``fields`` must always be drawn: where it has left the page, all are filled anew, or with the draft.
    """
    known: dict[tuple[str, str, str], Filled[Stored]] = st.session_state.setdefault(KEY, {})
    place = seen.state.plan.id, seen.day.isoformat() if seen.past else "", part or subject
    filled = known.get(place)
    left = filled is None or filled.keys[fields[0]] not in st.session_state
    if filled is not None and left and filled.draft is not None:
        filled = known[place] = replace(filled, back=True)
        for field, value in (filled.draft or {}).items():
            st.session_state[filled.keys[field]] = value
    elif filled is None or left:
        revision = seen.state.revisions.get((kind, subject), 0)
        keys = {field: ":".join((*place, str(revision), field)) for field in fields}
        filled = known[place] = Filled(revision, stored, keys)
    for field, key in filled.keys.items():
        st.session_state.setdefault(key, getattr(filled.stored, field))
    if filled.back:
        _unsaved(place[-1])
    return filled


def keep_drafts() -> None:
    """Keep what stands in fields and is not saved, before anything else may take their place."""
    known: dict[tuple[str, str, str], Filled[Any]] = st.session_state.setdefault(KEY, {})
    for place, filled in known.items():
        typed = {
            field: st.session_state[key] for field, key in filled.keys.items() if key in st.session_state
        }
        if len(typed) == len(filled.keys):
            same = all(_same(value, getattr(filled.stored, field)) for field, value in typed.items())
            known[place] = replace(filled, draft=None if same else typed, back=filled.back and not same)


def _same(typed: Any, stored: Any) -> bool:
    """Whether a field holds what is stored; many choices come back as a list."""
    return bool((tuple(typed) if isinstance(typed, list) else typed) == stored)


def refill(subject: str, *, drafts: bool = True) -> None:
    """Fill the fields of a subject anew from what is stored, at the next drawing.

    ``drafts`` False: unless something is typed in them that is not saved.
    """
    keep_drafts()
    known: dict[tuple[str, str, str], Filled[Any]] = st.session_state.setdefault(KEY, {})
    for place in [place for place in known if place[-1] == subject]:
        if drafts or known[place].draft is None:
            del known[place]


def _unsaved(subject: str) -> None:
    """Say that fields hold what is not saved, with the way back; a second writer is told of otherwise."""
    said = notice.about(subject)
    if said is None or said.stale is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(words.UNSAVED)
            st.button(words.TAKE_THEIRS, key=f"{subject}:lepas-draf", on_click=_let_go, args=(subject,))


@clicks.answered
def _let_go(subject: str) -> None:
    """Put what is stored into the fields of a subject.

    Why each by itself: where nobody wrote meanwhile, the new fields have the keys of the old.
    """
    known: dict[tuple[str, str, str], Filled[Any]] = st.session_state.setdefault(KEY, {})
    for place in [place for place in known if place[-1] == subject]:
        filled = known.pop(place)
        for field, key in filled.keys.items():
            st.session_state[key] = getattr(filled.stored, field)


def attempt(filled: Filled[Any], mine: Mapping[str, Any]) -> notice.Attempt:
    """What a person changed of a subject, beside what its fields were filled from."""
    return notice.Attempt(mine, {field: getattr(filled.stored, field) for field in filled.keys})


def two_ways(subject: str, save: Callable[..., Any] | None = None, args: tuple[Any, ...] = ()) -> None:
    """Where somebody else wrote first: both versions, to keep what was typed or take what is stored.

    ``save`` is called with ``args`` and the revision that is then written over, unless the attempt that was
    refused says itself how to be made again, or given up.
    """
    said = notice.about(subject)
    if said is None or said.stale is None:
        return
    leave: tuple[Callable[..., Any] | None, tuple[Any, ...]] = (None, ())
    if said.attempt is not None:
        _side_by_side(said.side_by_side)
        leave = said.attempt.leave, said.attempt.args
        if said.attempt.again is not None:
            save, args = said.attempt.again, said.attempt.args
    with st.container(horizontal=True):
        if save is not None:
            st.button(
                words.KEEP_MINE,
                key=f"{subject}:simpan-punya-saya",
                on_click=clicks.answered(save),
                args=(*args, said.stale.revision),
            )
        st.button(words.TAKE_THEIRS, key=f"{subject}:pakai", on_click=_take_theirs, args=(subject, *leave))


def _side_by_side(lines: Sequence[Line]) -> None:
    """Both versions of every field that differs: a table, and on a phone one below the other."""
    if not lines:
        st.caption(told.SAME)
    elif style.narrow():
        for line in lines:
            st.markdown(
                f"**{plain(line.field)}**  \n{told.STORED}: {plain(line.stored)}  \n"
                f"{told.MINE}: {plain(line.mine)}"
            )
    else:
        rows = [
            {told.FIELD: plain(line.field), told.STORED: plain(line.stored), told.MINE: plain(line.mine)}
            for line in lines
        ]
        st.table(rows, hide_index=True, border="horizontal", alt=told.ALT)


@clicks.answered
def _take_theirs(subject: str, leave: Callable[..., Any] | None, args: tuple[Any, ...]) -> None:
    refill(subject)
    if leave is not None:
        leave(*args)
    notice.clear()
