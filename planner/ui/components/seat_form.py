"""The form that keeps a counter for an agency, on some days or on all on which it comes, and gives it up."""

from __future__ import annotations

from typing import Final

import streamlit as st

from planner.domain.changes import SeatChange
from planner.domain.plan import Plan
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.filled import two_ways
from planner.ui.components.floor_plan import clicked_box
from planner.views import floor_words as words
from planner.views import floors
from planner.views import words as common
from planner.views.plain import plain
from planner.workspace import Snapshot

SUBJECT: Final = "gerai"
FLOOR: Final = "gerai:lantai"
COUNTER: Final = "gerai:nomor"
AGENCY: Final = "gerai:instansi"
DAYS: Final = "gerai:hari"
WHY: Final = "gerai:alasan"
DAYS_OF: Final = "gerai:hari-milik"


def begin(seen: Snapshot) -> None:
    """Set the fields before anything is drawn: the lowest floor with counters, its first free one."""
    known = _floors(seen.state.plan)
    if st.session_state.get(FLOOR) not in known:
        st.session_state[FLOOR] = floor = next(iter(known), None)
        st.session_state[COUNTER] = floors.first_free(seen.state.plan, floor) if floor else 1
    st.session_state.setdefault(COUNTER, 1)


def _floors(plan: Plan) -> dict[str, str]:
    return {slug: floor.name for slug, floor in floors.floors(plan).items() if floor.counters}


def chosen() -> tuple[str, int] | None:
    """Floor and number of the counter that stands in the form."""
    floor = st.session_state.get(FLOOR)
    return None if floor is None else (floor, int(st.session_state[COUNTER]))


@clicks.answered
def choose() -> None:
    """Take the counter that was clicked on the plan into the form."""
    notice.clear()
    st.session_state[FLOOR], st.session_state[COUNTER] = clicked_box()


def seat_form(seen: Snapshot) -> None:
    """Draw the fields for one counter and who is there."""
    plan = seen.state.plan
    known = _floors(plan)
    with st.container(key="gerai-isian"):
        st.subheader(words.SEATS)
        if not known:
            st.caption(words.NEED_FLOOR)
            return
        floor, counter = st.columns([2, 1])
        floor.selectbox(words.FLOOR, list(known), format_func=lambda slug: known[slug], key=FLOOR)
        most = plan.floors[st.session_state[FLOOR]].counters
        counter.number_input(
            words.COUNTER, min_value=1, step=1, key=COUNTER, help=words.COUNTER_HELP.format(count=most)
        )
        _here(seen)
        _fields(seen)
        notice.show(SUBJECT)
        two_ways(SUBJECT)


def _here(seen: Snapshot) -> None:
    """Who has the counter, each to be given up."""
    plan = seen.state.plan
    held = {
        key: seat
        for key, seat in floors.seats(plan, st.session_state[FLOOR]).items()
        if seat.counter == st.session_state[COUNTER]
    }
    if not held:
        st.caption(words.NOBODY)
        return
    st.markdown(f"**{words.AT_COUNTER}**")
    for key, seat in held.items():
        name = plan.agencies[seat.agency].name
        told = words.SEAT_TOLD.format(agency=name, days=floors.seat_days(plan, seat))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(told), width="stretch")
            st.button(
                words.GIVE_UP,
                key=f"lepas-{key}",
                help=plain(words.GIVE_UP_HELP.format(agency=name, counter=seat.counter)),
                on_click=_give_up,
                args=(seen, key),
            )


def _fields(seen: Snapshot) -> None:
    agencies = seen.state.plan.agencies
    slugs = sorted(seen.state.plan.taking_part, key=lambda slug: agencies[slug].name.casefold())
    if st.session_state.get(AGENCY) not in slugs:
        st.session_state[AGENCY] = None
    agency = st.selectbox(
        words.AGENCY,
        slugs,
        format_func=lambda slug: agencies[slug].name,
        key=AGENCY,
        index=None,
        placeholder=words.AGENCY_HINT,
    )
    _days_as_kept(seen, agency)
    st.pills(
        words.DAYS,
        list(range(1, seen.state.plan.settings.week + 1)),
        selection_mode="multi",
        format_func=floors.day_short,
        key=DAYS,
        help=words.DAYS_HELP,
    )
    st.text_input(common.WHY, help=common.WHY_HELP, key=WHY)
    st.button(words.PLACE, type="primary", key="tempatkan", on_click=_place, args=(seen,))


def _days_as_kept(seen: Snapshot, agency: str | None) -> None:
    """Show the days of a seat as soon as it is chosen; of another one only what the person chose stays."""
    asked = f"{st.session_state[FLOOR]}.{st.session_state[COUNTER]}.{agency}"
    before, shown = st.session_state.get(DAYS_OF, ("", None))
    if asked == before:
        return
    seat, week = seen.state.plan.seats.get(asked), seen.state.plan.settings.week
    days = None
    if seat is not None and seat.active:
        st.session_state[DAYS] = days = [day for day in seat.weekdays if day <= week]
    elif shown is not None and st.session_state.get(DAYS) == shown:
        st.session_state[DAYS] = []
    st.session_state[DAYS_OF] = (asked, days)


@clicks.answered
def _place(seen: Snapshot) -> None:
    typed = st.session_state
    agency = typed.get(AGENCY)
    if agency is None:
        notice.refuse(SUBJECT, words.NEED_AGENCY)
        return
    days = tuple(sorted(typed.get(DAYS) or ()))
    change = SeatChange(
        floor=typed[FLOOR], counter=int(typed[COUNTER]), agency=agency, weekdays=days, active=True
    )
    _write(seen, change)


@clicks.answered
def _give_up(seen: Snapshot, key: str) -> None:
    seat = seen.state.plan.seats[key]
    _write(seen, SeatChange(floor=seat.floor, counter=seat.counter, agency=seat.agency, active=False))


def _write(seen: Snapshot, change: SeatChange, revision: int | None = None) -> None:
    """Keep the counter or give it up, and say so."""
    seen_revision = seen.state.revisions.get(("seat", change.seat), 0) if revision is None else revision
    outcome = session.workspace().record(
        seen.state.plan.id,
        change,
        actor=session.actor(),
        seen_revision=seen_revision,
        why=st.session_state.get(WHY) or "",
    )
    mine = change.model_dump(include={"weekdays", "active"}, exclude_unset=True)
    if notice.tell(SUBJECT, outcome, seen, notice.Attempt(mine, again=_write, args=(seen, change))):
        st.session_state[WHY] = ""
        (_say_placed if change.active else _say_given_up)(seen.state.plan, change)


def _say_placed(plan: Plan, change: SeatChange) -> None:
    then = session.workspace().snapshot(plan.id)
    seat = then.state.plan.seats[change.seat] if isinstance(then, Snapshot) else None
    told = floors.seat_days(plan, seat) if seat else ""
    place = {"counter": change.counter, "floor": plan.floors[change.floor].name}
    notice.say(SUBJECT, words.PLACED.format(agency=plan.agencies[change.agency].name, days=told, **place))
    st.session_state[AGENCY], st.session_state[DAYS] = None, []


def _say_given_up(plan: Plan, change: SeatChange) -> None:
    agency, floor = plan.agencies[change.agency].name, plan.floors[change.floor].name
    notice.say(SUBJECT, words.GIVEN_UP.format(agency=agency, counter=change.counter, floor=floor))
