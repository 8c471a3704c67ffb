"""Everything about one activity, beside the list on a wide screen and in its place on a phone."""

from __future__ import annotations

import streamlit as st

from planner.domain.readiness import NOTHING_DONE
from planner.ui import clicks
from planner.ui.components.item_assignment import item_assignment
from planner.ui.components.item_comments import item_comments
from planner.ui.components.item_evidence import item_evidence
from planner.ui.components.item_facts import item_basis, item_history, item_links
from planner.ui.components.item_form import item_form
from planner.ui.components.item_review import item_review
from planner.views import labels, sentences, words
from planner.views.plain import plain
from planner.workspace import Snapshot

ITEM_KEY = "butir"


@clicks.answered
def close() -> None:
    """Go back to the list alone."""
    st.query_params.pop(ITEM_KEY, None)


def item_panel(seen: Snapshot, chosen: str) -> None:
    """Draw the panel of activity ``chosen``, or say that it is not in this plan."""
    st.button(words.BACK_TO_LIST, on_click=close, key="tutup-rincian", icon=":material/arrow_back:")
    activity = seen.work.activities.get(chosen)
    if activity is None:
        st.warning(plain(words.UNKNOWN_ROW.format(id=chosen)))
        return
    item = activity.item
    st.subheader(plain(item.title))
    agency = seen.state.plan.agencies[activity.agency].name if activity.agency else None
    stage = next(s.title for s in seen.checklist.stages if s.stage == activity.stage)
    role = seen.checklist.roles[item.responsible].title
    st.caption(plain(" · ".join(filter(None, (activity.id.split(".")[0], agency, stage, role)))))
    progress = seen.state.progress.get(activity.id, NOTHING_DONE)
    with st.container(horizontal=True, gap="small"):
        if progress.provenance != "reported":
            st.badge(labels.PROVENANCE[progress.provenance], color="orange")
        if item.gates:
            titles = {gate.id: gate.title for gate in seen.checklist.gates}
            st.badge(
                plain(words.GATE_ITEM.format(gates=sentences.listed(titles[g] for g in item.gates))),
                color="gray",
            )
    standing = seen.readiness.activities[activity.id]
    lacks = sentences.lacking(standing)
    st.markdown(plain(words.NEEDS.format(lacks=lacks)) if lacks else words.MET)
    st.markdown(f"**{words.TO_DO}**  \n{plain(item.requirement)}")
    if activity.stand_in:
        st.info(words.STAND_IN)
    else:
        item_form(seen, activity.id)
        if item.reviewed:
            item_review(seen, activity)
    item_evidence(seen, activity)
    if not activity.stand_in:
        item_assignment(seen, activity)
    item_comments(seen, activity)
    item_basis(seen, activity)
    item_links(seen, activity)
    item_history(seen, activity.id)
