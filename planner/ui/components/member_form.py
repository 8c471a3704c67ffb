"""Who takes part in a plan and in which role; for those who look after that, the ways to change it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import streamlit as st

from planner.domain.changes import MemberChange
from planner.domain.people import PLAN_ROLES, Member
from planner.ui import clicks, session, style
from planner.ui.components import notice
from planner.ui.components.account_form import door
from planner.ui.components.filled import Filled, fill, refill, two_ways
from planner.views import account_tables, labels, words
from planner.views import account_words as told
from planner.views.plain import plain
from planner.workspace import Snapshot

CHOSEN = "anggota-dipilih"
WHY = "anggota:alasan"
FIELDS = ("name", "role", "agency")


def members(seen: Snapshot) -> None:
    """The people of a plan; where the visitor may, one to be added, changed or taken out."""
    state = seen.state
    agencies = {slug: agency.name for slug, agency in state.plan.agencies.items()}
    st.markdown(told.MEMBERS_INTRO)
    if state.members:
        table = account_tables.member_table(state.members, agencies)
        if style.narrow():
            table = account_tables.narrow(table, (told.NAME, told.ROLE, told.STANDING))
            st.table(table, hide_index=True, border="horizontal", alt=told.MEMBERS_ALT)
        else:
            st.dataframe(table, width="stretch", alt=told.MEMBERS_ALT)
    else:
        st.info(told.NO_MEMBERS)
    if seen.past or not session.workspace().may(state.plan.id, "members"):
        st.caption(told.READ_ONLY)
        return
    names = {**door().names(), **{person: member.name for person, member in state.members.items()}}
    if not names:
        st.caption(told.NOBODY_LEFT)
        return
    person = st.selectbox(
        told.CHOOSE_PERSON,
        sorted(names, key=lambda one: names[one]),
        format_func=lambda one: f"{names.get(one, one)} ({one})",
        index=None,
        key=CHOSEN,
        placeholder=told.CHOOSE_PERSON_HINT,
        help=told.CHOOSE_PERSON_HELP,
    )
    if person is not None:
        _member(seen, person, names[person], agencies)


def part(person: str) -> str:
    """What notices and fields of one person are kept under."""
    return f"anggota-{person}"


def _member(seen: Snapshot, person: str, name: str, agencies: dict[str, str]) -> None:
    known = seen.state.members.get(person)
    filled = fill(seen, "member", person, _shown(known, name), FIELDS, part=part(person))
    keys = filled.keys
    st.text_input(told.NAME, key=keys["name"], help=told.MEMBER_NAME_HELP)
    st.radio(
        told.ROLE,
        PLAN_ROLES,
        format_func=lambda role: labels.PLAN_ROLE[role],
        captions=[told.ROLE_MEANING[role] for role in PLAN_ROLES],
        key=keys["role"],
    )
    if st.session_state[keys["role"]] == "agency":
        st.selectbox(
            told.AGENCY,
            [None, *agencies],
            format_func=lambda slug: agencies.get(slug or "", told.NONE),
            key=keys["agency"],
        )
    st.text_input(words.WHY, help=words.WHY_HELP, key=WHY)
    new = known is None or not known.active
    with st.container(horizontal=True):
        label = words.SAVE if not new else told.ADD_MEMBER if known is None else told.MEMBER_BACK
        st.button(label, type="primary", key="simpan-anggota", on_click=_save, args=(seen, person, filled))
        if not new:
            st.button(
                told.TAKE_MEMBER_OUT, key="keluarkan-anggota", on_click=_take_out, args=(seen, person, filled)
            )
    notice.show(part(person))
    two_ways(part(person), _save, (seen, person, filled))


def _shown(known: Member | None, name: str) -> SimpleNamespace:
    """The fields of a member as the page holds them; staff where nothing else is said."""
    if known is None:
        return SimpleNamespace(name=name, role="staff", agency=None, active=None)
    return SimpleNamespace(name=known.name, role=known.role, agency=known.agency, active=known.active)


@clicks.answered
def _save(seen: Snapshot, person: str, filled: Filled[SimpleNamespace], revision: int | None = None) -> None:
    typed = filled.typed()
    typed["name"] = (typed["name"] or "").strip()
    if typed["role"] != "agency":
        typed["agency"] = None
    typed["active"] = True
    new = filled.stored.active is None
    changed = {
        field: value for field, value in typed.items() if new or value != getattr(filled.stored, field)
    }
    change = MemberChange.model_validate({"person": person, **changed})
    if _record(seen, change, filled, revision):
        role = labels.PLAN_ROLE[typed["role"]]
        notice.say(part(person), told.MEMBER_SAVED.format(name=plain(typed["name"]), role=role))


@clicks.answered
def _take_out(
    seen: Snapshot, person: str, filled: Filled[SimpleNamespace], revision: int | None = None
) -> None:
    change = MemberChange(person=person, active=False)
    if _record(seen, change, filled, revision, again=_take_out):
        notice.say(part(person), told.MEMBER_LEFT.format(name=plain(filled.stored.name)))


def _record(
    seen: Snapshot,
    change: MemberChange,
    filled: Filled[SimpleNamespace],
    revision: int | None,
    again: Callable[..., None] | None = None,
) -> bool:
    outcome = session.workspace().record(
        seen.state.plan.id,
        change,
        actor=session.actor(),
        seen_revision=filled.revision if revision is None else revision,
        why=st.session_state.get(WHY) or "",
    )
    asked = notice.Attempt(
        change.model_dump(exclude={"person"}, exclude_unset=True),
        vars(filled.stored),
        again=again,
        args=(seen, change.person, filled),
    )
    written = notice.tell(part(change.person), outcome, seen, asked)
    if written:
        refill(part(change.person))
        st.session_state[WHY] = ""
    return written
