"""The rows of Verifikasi: opened and decided upon one by one, or accepted together once each was opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from planner.domain.changes import ReviewChange
from planner.domain.limits import limit_of
from planner.domain.readiness import NOTHING_DONE
from planner.ui import clicks, session
from planner.ui.components import notice, review_queue
from planner.ui.components.item_evidence import evidence_files
from planner.ui.components.item_review import item_review
from planner.views import formats, review, review_rows
from planner.views import review_words as words
from planner.views import words as page_words
from planner.views.plain import plain
from planner.views.review import Reviewable
from planner.workspace import Refused, Snapshot, Stale

PLACE = "verifikasi"
KIND: Final = "activity"
DAFTAR = Path(__file__).parents[1] / "screens" / "daftar.py"


def reviews(seen: Snapshot, rows: Sequence[Reviewable], part: str, *, picking: bool) -> None:
    """Draw rows, a page at a time; with ``picking`` each can be picked, and all picked accepted at once.

    ``part`` tells this list from another on the page. What became of a decision is told beside the button,
    which stays in view.
    """
    number_key = f"halaman-{part}"
    number, shown = review.page(rows, st.session_state.get(number_key, 1))
    bar = (
        st.container(horizontal=True, vertical_alignment="center", key=f"terima-{part}") if picking else None
    )
    picked = [row for row in shown if _row(seen, row, part, picking=picking)]
    if len(rows) > len(shown):
        _turning(number_key, number, len(rows))
    if bar is not None:
        bar.button(
            words.ACCEPT_PICKED.format(count=len(picked)),
            type="primary",
            key=f"{part}:terima-semua",
            on_click=_accept,
            args=(seen, picked),
            disabled=not picked or seen.past,
        )
        with bar:
            notice.show(PLACE)


def _row(seen: Snapshot, row: Reviewable, part: str, *, picking: bool) -> bool:
    """Draw one row; whether it is picked."""
    activity, key = row.activity, f"{part}:{row.activity.id}:{row.of[:12]}"
    title = session.names(seen).get(activity.id, activity.id)
    with st.container(horizontal=True, key=f"baris-{part}-{activity.id.replace('.', '-')}"):
        box = st.container(width="content") if picking else None
        opened = st.expander(_told(seen, row), key=f"{key}:buka", on_change="rerun")
    if opened.open:
        review_queue.open_now(row)
        with opened:
            _details(seen, row)
    if box is None:
        return False
    why_not = _why_not(seen, row)
    return (
        box.checkbox(
            words.PICK.format(title=plain(title)),
            key=f"{key}:pilih",
            disabled=bool(why_not) or seen.past,
            help=why_not,
            label_visibility="collapsed",
        )
        and not why_not
    )


def _told(seen: Snapshot, row: Reviewable) -> str:
    return review_rows.row_told(
        row,
        session.names(seen),
        seen.day,
        held=review_queue.held(seen, row),
        dates=None if seen.readiness.opened_on else seen.schedule.dates.get(row.activity.id),
        limit=limit_of(row.activity.id, seen.readiness, seen.schedule, seen.target),
        changed=review_queue.changed_since(row),
    )


def _why_not(seen: Snapshot, row: Reviewable) -> str | None:
    """Why a row cannot be picked; None where it can."""
    if session.actor() in row.doers:
        return words.PICK_OWN
    if row.missing:
        return words.PICK_MISSING
    return None if review_queue.was_opened(row) else words.PICK_OPEN_FIRST


def _details(seen: Snapshot, row: Reviewable) -> None:
    """What is to be decided upon, and the place to decide."""
    activity, zone = row.activity, seen.state.plan.settings.zone
    progress = seen.state.progress.get(activity.id, NOTHING_DONE)
    st.markdown(f"**{page_words.TO_DO}**  \n{plain(activity.item.requirement)}")
    st.markdown(plain(review_rows.handed_in(row, progress, session.names(seen), zone)))
    if progress.note:
        st.markdown(plain(words.NOTE.format(note=progress.note)))
    st.markdown(f"**{page_words.EVIDENCE}**")
    evidence_files(seen, activity)
    if row.missing:
        st.warning(plain(words.INCOMPLETE.format(titles=review_rows.missing_told(row))))
    item_review(seen, activity, PLACE)
    st.page_link(
        DAFTAR,
        label=words.OPEN_ITEM,
        query_params=session.address(seen.state.plan.id) | {"butir": activity.id},
    )


def _turning(key: str, number: int, total: int) -> None:
    """Which rows are shown, and the way to those before and after."""
    first, last = review.bounds(number, total)
    told = words.PAGES.format(first=first, last=last, total=formats.number(total))
    with st.container(horizontal=True, vertical_alignment="center"):
        for word, step, off in (
            (words.EARLIER, -1, number == 1),
            (words.LATER, 1, last == total),
        ):
            st.button(word, key=f"{key}:{step}", on_click=_turn, args=(key, number + step), disabled=off)
        st.caption(told)


@clicks.answered
def _turn(key: str, number: int) -> None:
    st.session_state[key] = number


@clicks.answered
def _accept(seen: Snapshot, picked: Sequence[Reviewable]) -> None:
    """Accept what was picked, all of it or nothing; only what the visitor opened as it stood then."""
    rows = [row for row in picked if _why_not(seen, row) is None]
    revisions = seen.state.revisions
    outcome = session.workspace().record_all(
        seen.state.plan.id,
        [ReviewChange(activity=row.activity.id, decision="accepted", of=row.of) for row in rows],
        actor=session.actor(),
        seen={(KIND, row.activity.id): revisions.get((KIND, row.activity.id), 0) for row in rows},
    )
    if notice.tell(PLACE, outcome, seen):
        notice.say(PLACE, words.ACCEPTED.format(count=formats.number(len(rows))))
        return
    told = notice.about(PLACE)
    match outcome:
        case Refused():
            about = rows[outcome.position].activity.id
        case Stale():
            about = outcome.subject
        case _:
            return
    if told is not None:
        name = session.names(seen).get(about, about)
        notice.refuse(PLACE, words.NOT_ACCEPTED.format(name=name, told=told.text))
