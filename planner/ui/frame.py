"""The frame around every page: which plan, which day, who is at work; what to say without a plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

import streamlit as st

from planner.domain.plan import PlanSettings
from planner.ui import SCREENS, clicks, session
from planner.ui.components import notice, visitor_card
from planner.views import formats, labels, visitor_words, words
from planner.views.plain import plain
from planner.workspace import Broken, Missing, Snapshot

PAGE_KEY, REFUSED_DAY = "halaman-terakhir", "hari-ditolak"
LONGEST = 60
"""Characters of an address that are said back."""


def sidebar(pages: Mapping[str, list[st.Page]]) -> None:
    """Plan and day, the pages by group, and who is at work; plan and day stand in the address."""
    plans = session.workspace().plans()
    chosen = session.chosen_plan()
    current = plans.get(chosen) if chosen else None
    with st.sidebar:
        if not plans:
            st.caption(_without_any())
            _pages(pages, {})
            visitor_card.draw(None)
            return
        st.session_state["rencana-dipilih"] = chosen if current else None
        st.selectbox(
            words.PLAN,
            list(plans),
            format_func=lambda plan: plans[plan].name,
            key="rencana-dipilih",
            placeholder=words.PLAN,
            on_change=_other_plan,
        )
        if current is not None and current.provenance != "reported":
            st.badge(labels.PROVENANCE[current.provenance], color="orange")
        _day(current or next(iter(plans.values())))
        _pages(pages, session.address(chosen or ""))
        seen = session.look()
        visitor_card.draw(seen if isinstance(seen, Snapshot) else None)


def _day(settings: PlanSettings) -> None:
    """The day that is looked at; of one in the address that cannot be, remember to say so."""
    today = session.workspace().today(settings.zone)
    first = min(settings.start, today)
    asked = "" if session.DAY_KEY in st.session_state else st.query_params.get(session.DAY_KEY, "")
    st.date_input(
        words.DAY,
        value=None,
        min_value=first,
        max_value=today,
        format="DD/MM/YYYY",
        key=session.DAY_KEY,
        help=words.DAY_HELP,
        bind="query-params",
    )
    if session.chosen_day() is not None:
        st.session_state.pop(REFUSED_DAY, None)
    elif asked:
        st.session_state[REFUSED_DAY] = words.NOT_THAT_DAY.format(
            asked=asked[:LONGEST], first=formats.full_day(first), last=formats.full_day(today)
        )


def _without_any() -> str:
    """What to do where there is no plan to look at."""
    if session.may_create():
        return words.NO_PLAN
    return visitor_words.NO_PLAN.format(login=session.person().id)


def _pages(pages: Mapping[str, list[st.Page]], address: dict[str, str]) -> None:
    """The links to the pages, by group; each keeps the plan and the day."""
    with st.container(key="halaman", gap="xxsmall"):
        for group, entries in pages.items():
            st.caption(group)
            for page in entries:
                st.page_link(page, query_params=address)


@clicks.answered
def _other_plan() -> None:
    plan = st.session_state["rencana-dipilih"]
    if plan is not None:
        session.choose_plan(plan)
        st.query_params.pop("butir", None)
        notice.clear()


def title(page: str) -> None:
    """Draw the title of a page; what was said on another page is forgotten."""
    before = st.session_state.get(PAGE_KEY)
    if before != page:
        notice.clear()
        st.session_state[PAGE_KEY] = page
    st.title(words.PAGE[page])
    refused = st.session_state.get(REFUSED_DAY)
    if refused and before in (None, page):
        st.info(plain(refused))
    else:
        st.session_state.pop(REFUSED_DAY, None)


def opened(page: str) -> Snapshot:
    """The chosen plan for a page, its title drawn; where it cannot be shown, say why and stop the page."""
    title(page)
    seen = session.look()
    if not isinstance(seen, Snapshot):
        absent(seen)
    _on_paper(seen)
    if seen.past:
        past_band(seen)
    return seen


def _on_paper(seen: Snapshot) -> None:
    """What the list of pages says on the screen and paper would not: the plan, the day, how true it is."""
    settings = seen.state.plan.settings
    told = [settings.name, words.AS_OF.format(day=formats.full_day(seen.day))]
    if settings.provenance != "reported":
        told.append(labels.PROVENANCE[settings.provenance])
    with st.container(key="kepala-cetak"):
        st.caption(plain(" · ".join(told)))


def absent(seen: Missing | Broken | None) -> NoReturn:
    """Why there is nothing to see, and what to do about it, in place of the page."""
    if isinstance(seen, Broken):
        st.error(plain(words.BROKEN.format(name=seen.checklist, count=len(seen.problems))))
        st.code("\n".join(map(str, seen.problems)), language=None, wrap_lines=True)
    elif seen is None:
        st.info(_without_any())
        if session.may_create():
            st.page_link(SCREENS / "pengaturan.py", label=words.PAGE["pengaturan"])
    elif seen.day is None:
        unknown = words.UNKNOWN_PLAN if session.local() else visitor_words.NOT_YOURS
        st.info(plain(unknown.format(plan=seen.plan[:LONGEST])))
    else:
        st.info(words.NOT_YET.format(day=formats.full_day(seen.day)))
    st.stop()


def not_for(page: str) -> None:
    """In place of a page that is of no use to the visitor: why."""
    title(page)
    st.info(visitor_words.NOT_YOUR_PAGE if session.chosen_plan() else _without_any())


def here() -> dict[str, str]:
    """What of the present view goes into the address of another page."""
    return session.address(session.chosen_plan() or "")


def past_band(seen: Snapshot) -> None:
    """The band that says another day is looked at, with the way back."""
    with st.container(horizontal=True, vertical_alignment="center", key="pita-lampau"):
        st.markdown(words.PAST.format(day=formats.long_day(seen.day)))
        st.button(words.BACK_TO_TODAY, on_click=_today, key="kembali-hari-ini")


@clicks.answered
def _today() -> None:
    st.session_state[session.DAY_KEY] = None


def answer(sentence: str) -> None:
    """The one sentence that answers a page's question."""
    with st.container(key="jawaban"):
        st.markdown(plain(sentence))
