"""One agency of the plan: what is kept of it, what is signed with it, its leaving and its coming back."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, Final, get_args

import streamlit as st

from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.changes import AgencyChange
from planner.domain.plan import Agency, AgencyCategory
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.filled import Filled, attempt, fill, refill, two_ways
from planner.ui.components.item_facts import attestation_badge, link
from planner.views import labels, registry, words
from planner.views import registry_words as told
from planner.views.plain import plain
from planner.workspace import Outcome, Snapshot

CHOSEN: Final = "instansi-dipilih"
WHY: Final = "instansi:alasan"
REASON: Final = "instansi:alasan-keluar"
LEAVING: Final = "instansi:keluar"
FIELDS: Final = ("name", "category", "contact", "wave", "weekdays", "counters", "joint", "typical")
LAST_WAVE: Final = 20


def agency_form(seen: Snapshot) -> None:
    """Choose an agency; then its fields with what is signed with it beside them."""
    agencies = seen.state.plan.agencies
    ordered = sorted(agencies, key=lambda slug: registry.registry_order(agencies[slug]))
    slug = st.selectbox(
        told.CHOOSE_ONE,
        ordered,
        format_func=lambda one: agencies[one].name,
        key=CHOSEN,
        index=None,
        placeholder=told.CHOOSE_ONE,
    )
    if slug is None:
        return
    known = session.workspace().library.agencies
    catalogue = known if isinstance(known, AgencyCatalogue) else None
    left, right = st.columns([5, 4], gap="large")
    with left:
        _fields(seen, slug, catalogue)
        _standing(seen, slug)
    if catalogue is not None:
        with right:
            _signed(catalogue, agencies[slug])


def part(slug: str) -> str:
    """What notices and fields of one agency are kept under."""
    return f"instansi-{slug}"


def _fields(seen: Snapshot, slug: str, catalogue: AgencyCatalogue | None) -> None:
    """What is kept of an agency, saved at once."""
    name = part(slug)
    filled = fill(seen, "agency", slug, _shown(seen.state.plan.agencies[slug]), FIELDS, part=name)
    keys = filled.keys
    st.text_input(words.AGENCY_NAME, key=keys["name"])
    st.selectbox(
        words.CATEGORY,
        get_args(AgencyCategory),
        format_func=registry.category_title,
        key=keys["category"],
    )
    st.text_input(
        told.CONTACT,
        key=keys["contact"],
        help=told.CONTACT_HELP,
        placeholder=told.CONTACT_HINT,
    )
    st.caption(told.CONTACT_OFFICE)
    wave, counters = st.columns(2)
    wave.number_input(
        told.WAVE,
        step=1,
        key=keys["wave"],
        help=told.NEW_WAVE_HELP,
    )
    counters.number_input(
        told.COUNTERS,
        step=1,
        key=keys["counters"],
        help=told.COUNTERS_HELP,
    )
    st.pills(
        told.WEEKDAYS,
        list(labels.WEEKDAY),
        selection_mode="multi",
        format_func=lambda day: labels.WEEKDAY[day],
        key=keys["weekdays"],
        help=told.WEEKDAYS_HELP,
        wrap=True,
    )
    st.toggle(told.JOINT, key=keys["joint"], help=told.JOINT_HELP)
    _typical(keys["typical"], catalogue)
    st.text_input(words.WHY, help=words.WHY_HELP, key=WHY)
    st.button(words.SAVE, type="primary", key="simpan-instansi", on_click=_save, args=(seen, slug, filled))
    notice.show(name)
    two_ways(name, _save, (seen, slug, filled))


def _typical(key: str, catalogue: AgencyCatalogue | None) -> None:
    """The agency of the catalogue that this one is; one that the catalogue lost stays as it is."""
    known = catalogue.by_id if catalogue is not None else {}
    kept = st.session_state[key]
    st.selectbox(
        told.TYPICAL,
        ["", *known, *([kept] if kept and kept not in known else [])],
        format_func=lambda one: known[one].name if one in known else one or told.NO_TYPICAL,
        key=key,
        help=told.TYPICAL_HELP,
    )


def _shown(agency: Agency) -> SimpleNamespace:
    """The fields of an agency as the page holds them."""
    fields = {field: getattr(agency, field) for field in FIELDS}
    return SimpleNamespace(**{**fields, "weekdays": sorted(agency.weekdays), "typical": agency.typical or ""})


@clicks.answered
def _save(seen: Snapshot, slug: str, filled: Filled[SimpleNamespace], revision: int | None = None) -> None:
    typed = filled.typed()
    typed["weekdays"] = sorted(typed["weekdays"] or ())
    typed["name"], typed["contact"] = typed["name"].strip(), typed["contact"].strip()
    changed: dict[str, Any] = {
        field: value for field, value in typed.items() if value != getattr(filled.stored, field)
    }
    if "typical" in changed:
        changed["typical"] = changed["typical"] or None
    seen_revision = filled.revision if revision is None else revision
    outcome = _record(
        seen, AgencyChange(agency=slug, **changed), seen_revision, st.session_state.get(WHY) or ""
    )
    if notice.tell(part(slug), outcome, seen, attempt(filled, changed)):
        if "wave" in changed:
            notice.add(part(slug), effect_of(seen))
        refill(part(slug))
        st.session_state[WHY] = ""


def _standing(seen: Snapshot, slug: str) -> None:
    """Leaving with a reason, or coming back."""
    agency = seen.state.plan.agencies[slug]
    if not agency.active:
        reason = agency.reason
        st.markdown(plain(told.OUT_BECAUSE.format(reason=reason) if reason else told.OUT))
        st.button(told.RETURN, key="ikutkan-instansi", on_click=_switch, args=(seen, slug, True))
        return
    with st.expander(told.LEAVE, key=LEAVING):
        st.text_input(told.LEAVE_REASON, help=told.LEAVE_REASON_HELP, key=REASON)
        st.button(words.TAKE_OUT, key="keluarkan-instansi", on_click=_switch, args=(seen, slug, False))
        st.caption(told.LEAVE_KEEPS)


@clicks.answered
def _switch(seen: Snapshot, slug: str, active: bool, revision: int | None = None) -> None:
    why = "" if active else (st.session_state.get(REASON) or "").strip()
    change = (
        AgencyChange(agency=slug, active=True)
        if active
        else AgencyChange(agency=slug, active=False, reason=why)
    )
    seen_revision = seen.state.revisions.get(("agency", slug), 0) if revision is None else revision
    outcome = _record(seen, change, seen_revision, why)
    mine = change.model_dump(include={"active", "reason"}, exclude_unset=True)
    asked = notice.Attempt(mine, again=_switch, args=(seen, slug, active))
    if notice.tell(part(slug), outcome, seen, asked):
        said = told.BACK if active else told.LEFT
        name = seen.state.plan.agencies[slug].name
        notice.say(part(slug), said.format(name=name, effect=effect_of(seen)).strip())
        refill(part(slug))
        st.session_state[REASON] = ""


def _record(seen: Snapshot, change: AgencyChange, revision: int, why: str) -> Outcome:
    return session.workspace().record(
        seen.state.plan.id, change, actor=session.actor(), seen_revision=revision, why=why
    )


def effect_of(before: Snapshot) -> str:
    """What was written since ``before`` did to work, score and launch; empty where that is not known."""
    after = session.see(before.state.plan.id, None)
    if not isinstance(after, Snapshot):
        return ""
    return registry.effect_sentence(
        (before.work, after.work),
        (before.readiness.overall.score, after.readiness.overall.score),
        (before.schedule.launch, after.schedule.launch),
    )


def _signed(catalogue: AgencyCatalogue, agency: Agency) -> None:
    """The documents of the agency's category, and the memorandum that can back the request."""
    st.markdown(f"**{told.SIGNED}**")
    typical = catalogue.by_id.get(agency.typical or "")
    if typical is not None:
        where = plain(registry.seen_where(catalogue, typical))
        st.markdown(f"{attestation_badge(typical.attestation)} {plain(typical.name)}: {where}.")
    st.caption(told.SIGNED_WITH.format(category=labels.AGENCY_CATEGORY[agency.category]))
    for kind, document in catalogue.documents_of(agency.category):
        st.markdown(
            f"**{plain(kind.title)}** {attestation_badge(document.attestation)}  \n{plain(kind.meaning)}"
        )
        frame = plain(told.FRAME.format(frame=kind.frame))
        note = f" {plain(document.note)}" if document.note else ""
        st.caption(f"{frame}{note} {_sources(catalogue, document.sources)}")
    mou = catalogue.mou
    st.markdown(f"**{told.MOU}** {attestation_badge(mou.attestation)}")
    st.markdown(plain(registry.backing_sentence(catalogue, agency)))
    st.caption(_sources(catalogue, mou.sources))


def _sources(catalogue: AgencyCatalogue, ids: tuple[str, ...]) -> str:
    read = (catalogue.source[one] for one in ids)
    return told.SOURCES.format(sources="; ".join(link(one.title, one.address or "") for one in read))
