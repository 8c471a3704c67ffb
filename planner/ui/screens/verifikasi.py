"""Verifikasi: what waits for a second person, oldest first, with what it holds up; look, accept or return."""

from __future__ import annotations

import streamlit as st

from planner.ui import frame, session
from planner.ui.components import notice, review_queue
from planner.ui.components.review_list import PLACE, reviews
from planner.views import review, review_rows
from planner.views import review_words as words
from planner.views import words as page_words
from planner.workspace import Snapshot


def render() -> None:
    """Draw the sentence, the queue, and below it what waits for those who did the work."""
    seen = frame.opened("verifikasi")
    everything = review_queue.waiting(seen)
    frame.answer(review_rows.queue_sentence(everything, review_queue.together(seen), seen.day))
    able = session.workspace().may(seen.state.plan.id, "review")
    if session.local():
        st.caption(words.LOCAL)
    elif not able:
        st.caption(words.ONLY_READING)
    rows = _filtered(seen, everything)
    waiting = [row for row in rows if row.waits == "accept"]
    if not (waiting and able):
        notice.show(PLACE)
    if waiting:
        if able and not seen.past:
            st.caption(words.HOW)
        reviews(seen, waiting, "antrean", picking=able)
    elif any(row.waits == "accept" for row in everything):
        st.info(words.NONE_HERE)
    else:
        st.info(words.NONE_YET)
    st.subheader(words.BACK, help=words.BACK_HELP)
    back = [row for row in rows if row.waits != "accept"]
    if not back:
        st.caption(words.BACK_NONE)
    reviews(seen, back, "kembali", picking=False)


def _filtered(seen: Snapshot, rows: tuple[review.Reviewable, ...]) -> tuple[review.Reviewable, ...]:
    """The rows of the stage and the agency chosen above; both stand in the address."""
    stages = {stage.title: stage.stage for stage in seen.checklist.stages}
    plan = seen.state.plan
    agencies = {plan.agencies[agency].name: agency for agency in plan.taking_part}
    with st.container(horizontal=True, vertical_alignment="bottom", key="saringan-verifikasi"):
        stage = st.selectbox(
            page_words.STAGE,
            [page_words.ALL_STAGES, *stages],
            key="tahap-verifikasi",
            bind="query-params",
            width=320,
        )
        agency = st.selectbox(
            words.AGENCY,
            [page_words.ALL, *agencies],
            key="instansi-verifikasi",
            bind="query-params",
            width=280,
        )
    return review.narrowed(rows, stages.get(stage), agencies.get(agency))


render()
