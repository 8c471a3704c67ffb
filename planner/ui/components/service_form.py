"""One service of an agency: a new one, or what is kept of one, with the 14 components of its standard."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, Final

import streamlit as st

from planner.domain.changes import NewServices, ServiceChange, ServiceRow
from planner.domain.services import COMPONENTS, Service, StandardComponent
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.filled import Filled, fill, refill, two_ways
from planner.views import labels, services
from planner.views import services_words as told
from planner.views import words as common
from planner.workspace import Outcome, Snapshot, seen_revisions

SUBJECT: Final = "layanan"
CHOSEN: Final = "layanan:dipilih"
NEW_AGENCY: Final = "layanan-baru:instansi"
WHY: Final = "layanan:alasan"
SHORTEST: Final = 2
PLAIN_FIELDS: Final = ("name", "output", "channel", "duration", "cost", "queue", "data")
FIELDS: Final = (*PLAIN_FIELDS, *(f"standard:{component}" for component in COMPONENTS))
NEW_KEYS: Final = {field: f"layanan-baru:{field}" for field in FIELDS}
KEPT_FOR_NEXT: Final = ("output", "channel", "queue", "data")
"""What stays in the form for the next service: services of one agency are mostly alike in it."""


def edit_service(seen: Snapshot, agency: str | None) -> None:
    """Choose a service, of one agency or of all; then its fields, saved at once."""
    plan = seen.state.plan
    known = services.offered(plan, agency) | services.withdrawn(plan, agency)
    slug = st.selectbox(
        told.CHOOSE,
        list(known),
        format_func=lambda one: services.service_name(plan, known[one]),
        key=CHOSEN,
        index=None,
        placeholder=told.CHOOSE,
    )
    if slug is None:
        return
    name = part(slug)
    filled = fill(seen, "service", slug, _shown(known[slug]), FIELDS, part=name)
    _fields(filled.keys)
    st.text_input(common.WHY, help=common.WHY_HELP, key=WHY)
    with st.container(horizontal=True):
        st.button(
            common.SAVE, type="primary", key="simpan-layanan", on_click=_save, args=(seen, slug, filled)
        )
        active = known[slug].active
        st.button(
            told.WITHDRAW if active else told.BRING_BACK,
            key="tarik-layanan",
            on_click=_switch,
            args=(seen, slug, not active),
        )
    if not active:
        st.caption(told.IS_WITHDRAWN)
    notice.show(name)
    two_ways(name, _save, (seen, slug, filled))


def new_service(seen: Snapshot, agency: str | None) -> None:
    """The fields of a service to be added; what was typed stays where it is refused."""
    plan = seen.state.plan
    ordered = sorted(plan.taking_part, key=lambda slug: plan.agencies[slug].name.casefold())
    if agency is not None:
        st.session_state.setdefault(NEW_AGENCY, agency)
    st.selectbox(
        told.AGENCY,
        ordered,
        format_func=lambda slug: plan.agencies[slug].name,
        key=NEW_AGENCY,
        index=None,
        placeholder=told.CHOOSE_AGENCY,
    )
    empty = _shown(None)
    for field, key in NEW_KEYS.items():
        st.session_state.setdefault(key, getattr(empty, field))
    _fields(NEW_KEYS)
    st.button(told.SAVE_NEW, type="primary", key="tambah-layanan", on_click=_add, args=(seen,))
    notice.show(SUBJECT)


def part(slug: str) -> str:
    """What notices and fields of one service are kept under."""
    return f"layanan-{slug}"


def _fields(keys: Mapping[str, str]) -> None:
    """The fields of one service under the keys given."""
    left, right = st.columns(2, gap="large")
    with left:
        st.text_input(told.NAME, key=keys["name"], placeholder=told.NAME_HINT)
        st.segmented_control(
            told.OUTPUT,
            list(services.OUTPUTS),
            format_func=lambda choice: services.output_name(services.OUTPUTS[choice]),
            key=keys["output"],
            required=True,
            help=told.OUTPUT_HELP,
        )
        st.segmented_control(
            told.CHANNEL,
            list(services.CHANNELS),
            format_func=lambda choice: services.channel_name(services.CHANNELS[choice]),
            key=keys["channel"],
            required=True,
            help=told.CHANNEL_HELP,
        )
    with right:
        duration, cost = st.columns(2)
        duration.text_input(told.DURATION, key=keys["duration"], placeholder=told.DURATION_HINT)
        cost.text_input(told.COST, key=keys["cost"], placeholder=told.COST_HINT)
        for field, label in (("queue", told.QUEUE), ("data", told.DATA)):
            st.segmented_control(
                label,
                list(told.JOINED),
                format_func=lambda choice: told.JOINED[choice],
                key=keys[field],
                required=True,
                help=told.JOINED_HELP,
            )
    _standard(keys)


def _standard(keys: Mapping[str, str]) -> None:
    """The 14 components as a checklist: six of delivery, eight behind it."""
    count = sum(bool(st.session_state[keys[_key(component)]]) for component in COMPONENTS)
    st.markdown(f"**{told.STANDARD.format(count=count)}**", help=told.STANDARD_HELP)
    halves = ((told.DELIVERY, services.DELIVERY), (told.BEHIND, services.BEHIND))
    for column, (title, components) in zip(st.columns(2, gap="large"), halves, strict=True):
        with column, st.container(gap="xsmall"):
            st.caption(title)
            for component in components:
                st.checkbox(labels.COMPONENT[component].capitalize(), key=keys[_key(component)])


def _key(component: StandardComponent) -> str:
    return f"standard:{component}"


def _shown(service: Service | None) -> SimpleNamespace:
    """The fields of a service as the page holds them; those of an empty form without one."""
    fields: dict[str, Any] = dict.fromkeys(("name", "duration", "cost"), "")
    fields |= dict.fromkeys(("output", "channel", "queue", "data"), services.UNKNOWN)
    standard: tuple[StandardComponent, ...] = ()
    if service is not None:
        fields |= {field: getattr(service, field) for field in PLAIN_FIELDS}
        fields |= {field: fields[field] or services.UNKNOWN for field in ("output", "channel")}
        fields |= {field: services.joined_choice(fields[field]) for field in ("queue", "data")}
        standard = service.standard
    return SimpleNamespace(**fields, **{_key(c): c in standard for c in COMPONENTS})


def _stored(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the fields, as a service keeps it."""
    fields = {field: typed[field] for field in PLAIN_FIELDS}
    fields |= {field: (typed[field] or "").strip() for field in ("name", "duration", "cost")}
    fields |= {"output": services.OUTPUTS[typed["output"]], "channel": services.CHANNELS[typed["channel"]]}
    fields |= {field: services.JOINED_VALUE[typed[field]] for field in ("queue", "data")}
    return fields | {"standard": tuple(c for c in COMPONENTS if typed[_key(c)])}


@clicks.answered
def _save(seen: Snapshot, slug: str, filled: Filled[SimpleNamespace], revision: int | None = None) -> None:
    then, stood = _stored(filled.typed()), _stored(vars(filled.stored))
    changed = {field: value for field, value in then.items() if value != stood[field]}
    outcome = _record(
        seen,
        ServiceChange(service=slug, **changed),
        filled.revision if revision is None else revision,
    )
    if notice.tell(part(slug), outcome, seen, notice.Attempt(changed, stood)):
        refill(part(slug))
        st.session_state[WHY] = ""


@clicks.answered
def _switch(seen: Snapshot, slug: str, active: bool, revision: int | None = None) -> None:
    seen_revision = seen.state.revisions.get(("service", slug), 0) if revision is None else revision
    outcome = _record(seen, ServiceChange(service=slug, active=active), seen_revision)
    asked = notice.Attempt({"active": active}, again=_switch, args=(seen, slug, active))
    if notice.tell(part(slug), outcome, seen, asked):
        said = told.BROUGHT_BACK if active else told.WITHDRAWN
        notice.say(part(slug), said.format(name=seen.state.plan.services[slug].name))
        refill(part(slug))
        st.session_state[WHY] = ""


def _record(seen: Snapshot, change: ServiceChange, revision: int) -> Outcome:
    return session.workspace().record(
        seen.state.plan.id,
        change,
        actor=session.actor(),
        seen_revision=revision,
        why=st.session_state.get(WHY) or "",
    )


@clicks.answered
def _add(seen: Snapshot) -> None:
    agency = st.session_state[NEW_AGENCY]
    fields = _stored({field: st.session_state[key] for field, key in NEW_KEYS.items()})
    if agency is None or len(fields["name"]) < SHORTEST:
        notice.refuse(SUBJECT, told.NEED_AGENCY if agency is None else told.NEED_NAME)
        return
    change = NewServices(rows=(ServiceRow(agency=agency, **fields),))
    actor = session.actor()
    known = seen_revisions(seen, [change], actor)
    outcome = session.workspace().record_all(seen.state.plan.id, [change], actor=actor, seen=known)
    if notice.tell(SUBJECT, outcome, seen):
        notice.say(SUBJECT, told.ADDED_ONE.format(name=fields["name"]))
        for field, key in NEW_KEYS.items():
            if field not in KEPT_FOR_NEXT:
                st.session_state.pop(key)
