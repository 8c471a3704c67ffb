"""The plan that is tried beside the plan that stands, the list of what is tried, and what a plan has set."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from planner.domain.trial import Trial
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.ui.components.filled import two_ways
from planner.ui.components.whatif_scratch import (
    KEEPING,
    WHY,
    discard,
    keep,
    only_tries,
    reasons,
    remove,
    scratch,
    told,
    undo,
)
from planner.views import forecast_words, formats, trials, whatif
from planner.views import whatif_words as words
from planner.views import words as common
from planner.views.plain import plain
from planner.workspace import Refused, Snapshot


def side(seen: Snapshot) -> whatif.Side:
    """A snapshot as one of two plans that are compared."""
    return whatif.Side(seen.state.plan, seen.work, seen.readiness, seen.schedule)


def compared(seen: Snapshot, then: Snapshot) -> None:
    """Both plans side by side, what moved, and what holds the launch of the tried one."""
    if session.driver_problems():
        st.warning(forecast_words.NO_DRIVERS.format(count=len(session.driver_problems())))
    with st.spinner(words.WORKING):
        now, tried = session.forecast(seen), session.forecast(then)
    st.subheader(words.COMPARED)
    _table(
        whatif.figures(seen.schedule, then.schedule, now, tried),
        (words.FIGURE, words.NOW, words.TRIED),
        words.COMPARED_ALT,
    )
    left, right = st.columns([5, 4], gap="large")
    with left:
        _moved(seen, then)
    with right:
        _path(then)


def _moved(seen: Snapshot, then: Snapshot) -> None:
    st.subheader(words.MOVED)
    counted = whatif.come_and_gone(side(seen), side(then))
    if counted:
        st.markdown(plain(counted))
    found = whatif.moved(side(seen), side(then), whatif.calendar(seen.state.plan, seen.days_off))
    if not found:
        st.caption(words.NOTHING_MOVED)
        return
    rows = [(_named(one), _from_to(one), whatif.shift_told(one.days)) for one in found]
    _table(rows, (words.ACTIVITY, words.FINISH, words.SHIFT), words.MOVED_ALT)


def _path(then: Snapshot) -> None:
    st.subheader(words.PATH)
    found = whatif.path(side(then))
    if not found:
        st.caption(words.PATH_NONE)
        return
    rows = [(_named(one), formats.span(one.first, one.last)) for one in found]
    _table(rows, (words.ACTIVITY, words.SPAN), words.PATH_ALT)


def _from_to(one: whatif.Moved) -> str:
    days = (formats.short_day(day).replace(" ", formats.NO_BREAK) for day in (one.now, one.tried))
    return words.FROM_TO.format(**dict(zip(("now", "tried"), days, strict=True)))


def _named(one: whatif.Moved | whatif.Step) -> str:
    return plain(f"{one.title} · {one.note}" if one.note else one.title)


def _table(rows: Sequence[tuple[str, ...]], columns: tuple[str, ...], alt: str) -> None:
    st.table(pd.DataFrame(rows, columns=list(columns)), hide_index=True, border="horizontal", alt=alt)


def cannot_stand(seen: Snapshot, refused: Refused) -> None:
    """What is tried fits the plan no more, because the plan or the day is another one now."""
    st.error(plain(words.CANNOT_STAND.format(reasons=reasons(refused))))
    trial_list(seen, None)


def trial_list(seen: Snapshot, then: Snapshot | None) -> None:
    """What is tried, each to be taken back; to throw all away, or to use all in the plan.

    ``then`` is the plan with all of it, None where it does not fit the plan any more.
    """
    st.subheader(words.LIST)
    listed = scratch(seen.state.plan.id).trials
    if not listed:
        st.caption(words.LIST_NONE)
        return
    for number, trial in enumerate(listed, 1):
        tell = told(then or seen, trial)
        _row(tell, words.REMOVE, words.REMOVE_HELP, f"batal-{number}", remove, (seen, trial))
    reads = only_tries(seen)
    if not reads:
        st.text_input(words.WHY, help=common.WHY_HELP, key=WHY)
    with st.container(horizontal=True):
        if not reads:
            st.button(
                words.KEEP,
                type="primary",
                key="pakai-percobaan",
                on_click=keep,
                args=(seen,),
                disabled=seen.past or then is None,
            )
        st.button(words.DISCARD, key="buang-percobaan", on_click=discard, args=(seen,))
    if seen.past:
        st.caption(words.PAST)
    if reads:
        notice.reading(seen, tries=True)
    notice.show(KEEPING)
    two_ways(KEEPING)


def standing(seen: Snapshot, then: Snapshot) -> None:
    """What the plan has set for single activities, each to be tried without."""
    st.subheader(words.STANDING)
    found = trials.standing(seen.state.plan)
    if not found:
        st.caption(words.STANDING_NONE)
        return
    st.markdown(words.STANDING_INTRO)
    for number, trial in enumerate(found, 1):
        _row(told(then, trial), words.UNDO, words.UNDO_HELP, f"lepas-{number}", undo, (seen, trial))


def _row(
    tell: str, word: str, meaning: str, key: str, press: Callable[..., None], args: tuple[Snapshot, Trial]
) -> None:
    text, button = st.columns([3, 1], vertical_alignment="center")
    text.markdown(plain(tell))
    button.button(
        word,
        key=key,
        help=plain(meaning.format(told=tell)),
        on_click=clicks.answered(press),
        args=args,
        width="stretch",
    )
