"""The services that agencies place in the mall: a sentence, the table, and the ways to change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from planner.ui import session, style
from planner.ui.components import notice
from planner.ui.components.service_form import edit_service, new_service
from planner.ui.components.services_import import import_services
from planner.views import formats
from planner.views import services as views
from planner.views import services_words as told
from planner.views.downloads import csv_file
from planner.views.plain import plain
from planner.workspace import Snapshot

AGENCY: Final = "layanan:instansi"
WAY: Final = "layanan:cara"
CSV: Final = "layanan.csv"
ROWS_SHOWN: Final = 12
ROW_PX: Final = 35


def services(seen: Snapshot) -> None:
    """Draw the services and, where they can be written, the ways to change or add some."""
    plan = seen.state.plan
    st.subheader(told.TITLE)
    any_here = bool(views.offered(plan))
    (st.markdown if any_here else st.info)(plain(views.services_sentence(plan)))
    without = views.without_services(plan)
    if any_here and without:
        st.caption(plain(without))
    agency = _filter(seen)
    _table(seen, agency)
    if seen.past:
        st.caption(told.PAST)
        return
    if session.closed(seen, "offer"):
        notice.reading(seen)
        return
    ways = [way for way in WAYS if plan.services or way != told.EDIT]
    if not plan.taking_part:
        ways = [told.MANY]
    if st.session_state.get(WAY) not in ways:
        st.session_state[WAY] = ways[0] if any_here else told.MANY
    if len(ways) > 1:
        st.segmented_control(told.DO, ways, key=WAY, required=True, label_visibility="collapsed")
    WAYS[st.session_state[WAY]](seen, agency)


def _filter(seen: Snapshot) -> str | None:
    """The agency whose services are looked at; None for all."""
    plan = seen.state.plan
    if not plan.services:
        return None
    ordered = sorted(plan.taking_part, key=lambda slug: plan.agencies[slug].name.casefold())
    chosen = st.selectbox(
        told.FILTER,
        ["", *ordered],
        format_func=lambda slug: plan.agencies[slug].name if slug else told.ALL_AGENCIES,
        key=AGENCY,
    )
    return chosen or None


def _table(seen: Snapshot, agency: str | None) -> None:
    """The services of one agency or of all, with those withdrawn counted below."""
    plan = seen.state.plan
    if not plan.services:
        return
    found = views.offered(plan, agency)
    if agency is not None and not found:
        st.info(plain(told.NONE_HERE.format(name=plan.agencies[agency].name)))
    if found:
        table = views.services_table(plan, found.values())
        columns = told.NARROW_COLUMNS if style.narrow() else told.COLUMNS
        st.dataframe(
            table[list(columns)],
            hide_index=True,
            width="stretch",
            height=ROW_PX * (1 + min(len(table), ROWS_SHOWN)) + 2,
            alt=told.TABLE_ALT,
        )
        st.download_button(
            told.DOWNLOAD,
            csv_file(table),
            CSV,
            "text/csv",
            key="unduh-layanan",
            on_click="ignore",
        )
    gone = len(views.withdrawn(plan, agency))
    if gone:
        st.caption(told.HIDDEN.format(count=formats.number(gone)))


WAYS: Final[Mapping[str, Callable[[Snapshot, str | None], None]]] = {
    told.EDIT: edit_service,
    told.ADD: new_service,
    told.MANY: import_services,
}
