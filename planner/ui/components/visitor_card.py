"""Who is at work, at the foot of the sidebar: the role chosen in local mode, else who signed in."""

from __future__ import annotations

import streamlit as st

from planner.domain.people import Person, member_of
from planner.ui import clicks, session
from planner.ui.visitor import visitor
from planner.views import labels, visitor_words, words
from planner.views.plain import plain
from planner.workspace import Snapshot

WAY_OUT = f"""<form class="mpp-keluar" method="post" action="/keluar">
<button type="submit">{visitor_words.LEAVE}</button></form>"""


def draw(seen: Snapshot | None) -> None:
    """The card for the plan looked at; None where there is none to be seen."""
    here = visitor()
    if here.mode == "local":
        _local()
        return
    person = here.person
    with st.container(key="siapa", gap="xxsmall"):
        st.caption(visitor_words.SIGNED_IN)
        st.markdown(f"**{plain(person.name or person.id)}**")
        st.caption(plain(_role(person, seen)))
        if here.mode == "office":
            st.html(WAY_OUT)
        else:
            st.button(visitor_words.LEAVE, on_click=st.logout, key="keluar")


def _local() -> None:
    """The role that is worked as; it stands in the address, so that it outlives a reload."""
    titles = session.roles()
    asked = st.query_params.get(session.ACTOR_KEY)
    if asked in titles:
        st.session_state[session.ACTOR_KEY] = asked
    st.selectbox(
        words.ACTOR,
        list(titles),
        format_func=lambda role: titles[role],
        key=session.ACTOR_KEY,
        help=words.ACTOR_HELP,
        persist_state="session",
        on_change=_chosen,
    )
    st.caption(words.LOCAL_MODE)


@clicks.answered
def _chosen() -> None:
    st.query_params[session.ACTOR_KEY] = session.actor()


def _role(person: Person, seen: Snapshot | None) -> str:
    """What somebody is, in the plan looked at and across plans, in words."""
    member = None if seen is None else member_of(person, seen.state.plan.id, seen.state.members)
    parts = [labels.WIDE_ROLE[person.wide]] if person.wide else []
    if seen is not None and member is not None:
        role = labels.PLAN_ROLE[member.role]
        agency = seen.state.plan.agencies.get(member.agency or "")
        parts.append(visitor_words.OF_AGENCY.format(role=role, agency=agency.name) if agency else role)
    return ", ".join(parts) or visitor_words.NO_ROLE
