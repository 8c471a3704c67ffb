"""Everything about one agency, beside the matrix on a wide screen and in its place on a phone."""

from __future__ import annotations

from typing import Final

import streamlit as st

from planner.domain.plan import Agency
from planner.ui import clicks, session
from planner.ui.components.item_facts import attestation_badge
from planner.ui.components.summary import item_rows
from planner.views import agency_panel as views
from planner.views import agency_words as told
from planner.views import labels
from planner.views.agencies import Known
from planner.views.plain import plain
from planner.workspace import Snapshot

AGENCY_KEY: Final = "instansi"


@clicks.answered
def close() -> None:
    """Go back to the matrix alone."""
    st.query_params.pop(AGENCY_KEY, None)


def agency_panel(seen: Snapshot, now: Known, chosen: str) -> None:
    """Draw the panel of agency ``chosen``, or say that it takes no part in this plan."""
    st.button(told.BACK, on_click=close, key="tutup-instansi", icon=":material/arrow_back:")
    if chosen not in now.ways:
        st.warning(plain(told.UNKNOWN.format(agency=chosen)))
        return
    agency = now.state.plan.agencies[chosen]
    st.subheader(plain(agency.name))
    category = labels.AGENCY_CATEGORY[agency.category]
    st.caption(plain(f"{category} · {told.IN_WAVE.format(wave=agency.wave)}"))
    if agency.provenance != "reported":
        st.badge(labels.PROVENANCE[agency.provenance], color="orange")
    st.markdown(plain(views.limit_sentence(now, chosen)))
    st.markdown(f"**{plain(views.next_step(now, chosen))}**")
    item_rows(views.awaited(now, seen.actions, chosen), now.state.plan.id, ("move",))
    st.markdown(f"**{told.STEPS}**")
    st.markdown("  \n".join(plain(line) for line in views.steps(now, chosen)))
    st.markdown(f"**{told.ABOUT}**")
    facts = (told.FACT.format(label=label, value=plain(value)) for label, value in views.facts(now, chosen))
    st.markdown("  \n".join(facts))
    _signed(agency)


def _signed(agency: Agency) -> None:
    """What is signed with agencies of its category, how sure that is, and what can back the request."""
    catalogue = session.workspace().library.agencies
    if isinstance(catalogue, tuple):
        st.warning(plain(told.NO_CATALOGUE.format(problem=catalogue[0])))
        return
    category = labels.AGENCY_CATEGORY[agency.category]
    st.markdown(f"**{plain(told.DOCUMENTS.format(category=category))}**")
    for kind, document in catalogue.documents_of(agency.category):
        st.markdown(f"{plain(kind.title)} {attestation_badge(document.attestation)}")
        about = (told.FRAME.format(frame=kind.frame), document.note)
        st.caption(plain(". ".join(part.rstrip(".") for part in about if part)))
    st.markdown(f"**{told.MOU}** {attestation_badge(catalogue.mou.attestation)}")
    st.markdown(plain(views.backing(catalogue, agency)))
