"""Gelombang: for whom the gates wait, agencies moved to another wave and what that does to the launch."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from planner.domain.pipeline import pipeline
from planner.ui import session, style
from planner.ui.components import forecast_parts, notice
from planner.ui.components import wave_moves as moving
from planner.ui.components.filled import two_ways
from planner.ui.components.whatif_scratch import reasons
from planner.views import forecast_figures as figures
from planner.views import forecast_words, formats, labels, whatif, whatif_words
from planner.views import wave_words as words
from planner.views import waves as grouped
from planner.views import words as common
from planner.views.plain import plain
from planner.workspace import Refused, Snapshot

MOST_WAVES = 20
CURVE = "kurva-gelombang"


def waves(seen: Snapshot) -> None:
    """Draw the waves, the form that moves agencies, and the curve of how many to wait for."""
    plan = seen.state.plan
    if not plan.taking_part:
        st.info(words.NO_AGENCIES)
        return
    st.markdown(plain(grouped.waves_sentence(plan, seen.readiness)))
    _listed(seen)
    if not seen.past:
        _form(seen)
        _tried(seen)
    if seen.readiness.opened_on is None:
        _curve(seen)
    _table(seen)


def _listed(seen: Snapshot) -> None:
    plan = seen.state.plan
    counts = {wave: len(slugs) for wave, slugs in grouped.by_wave(plan).items()}
    lines = (
        words.LINE.format(
            wave=grouped.wave_name(wave), count=formats.number(counts[wave]), names=plain(named)
        )
        for wave, named in grouped.wave_names(plan).items()
    )
    st.markdown("\n".join(f"- {line}" for line in lines))


def _table(seen: Snapshot) -> None:
    plan = seen.state.plan
    st.subheader(words.TABLE)
    ways = pipeline(seen.checklist, seen.work, seen.readiness)
    table = grouped.waves_table(plan, seen.checklist, ways, seen.target)
    columns = words.NARROW if style.narrow() else words.COLUMNS
    st.table(table[list(columns)], hide_index=True, border="horizontal", alt=words.TABLE_ALT)


def _form(seen: Snapshot) -> None:
    agencies = seen.state.plan.agencies
    st.subheader(words.MOVE)
    st.caption(words.MOVE_INTRO)
    which, to = st.columns([3, 1])
    which.multiselect(
        words.WHICH,
        [slug for slugs in grouped.by_wave(seen.state.plan).values() for slug in slugs],
        format_func=lambda slug: agencies[slug].name,
        key=moving.AGENCIES,
        placeholder=words.WHICH_HINT,
    )
    st.session_state.setdefault(moving.WAVE, 2)
    to.number_input(
        words.TO_WAVE, min_value=1, max_value=MOST_WAVES, step=1, key=moving.WAVE, help=words.TO_WAVE_HELP
    )
    st.button(words.LOOK, type="primary", key="lihat-gelombang", on_click=moving.add, args=(seen,))
    notice.show(moving.FORM)


def _tried(seen: Snapshot) -> None:
    """What would become of the launch, and the two ways out: keep or cancel."""
    plan = seen.state.plan
    wanted = moving.moves(plan.id).waves
    if not wanted:
        return
    st.subheader(words.TRIED)
    reads = session.reads(seen, "map")
    then = moving.tried(seen)
    if isinstance(then, Refused):
        st.error(plain(words.CANNOT_STAND.format(reasons=reasons(then))))
    else:
        st.markdown("\n".join(f"- {plain(told)}" for told in grouped.moves_told(plan, wanted)))
        if seen.readiness.opened_on is None:
            _compared(seen, then, len(wanted))
        if not reads:
            st.text_input(common.WHY, help=common.WHY_HELP, key=moving.WHY)
    with st.container(horizontal=True):
        if isinstance(then, Snapshot) and not reads:
            st.button(common.SAVE, type="primary", key="simpan-gelombang", on_click=moving.keep, args=(seen,))
        st.button(words.CANCEL, key="batal-gelombang", on_click=moving.discard, args=(seen,))
    if reads:
        notice.reading(seen, tries=True)
    notice.show(moving.KEEPING)
    two_ways(moving.KEEPING)


def _compared(seen: Snapshot, then: Snapshot, count: int) -> None:
    calendar = whatif.calendar(seen.state.plan, seen.days_off)
    st.markdown(f"**{plain(whatif.result_sentence(count, seen.schedule, then.schedule, calendar))}**")
    if session.driver_problems():
        st.warning(forecast_words.NO_DRIVERS.format(count=len(session.driver_problems())))
    with st.spinner(whatif_words.WORKING):
        now, tried = session.forecast(seen), session.forecast(then)
    rows = whatif.figures(seen.schedule, then.schedule, now, tried)
    columns = [whatif_words.FIGURE, whatif_words.NOW, whatif_words.TRIED]
    st.table(
        pd.DataFrame(rows, columns=columns),
        hide_index=True,
        border="horizontal",
        alt=whatif_words.COMPARED_ALT,
    )


def _curve(seen: Snapshot) -> None:
    """The launch against the number of agencies waited for; reckoned only where it is opened."""
    plan = seen.state.plan
    box = st.expander(words.CURVE, key=CURVE, on_change="rerun")
    if not box.open:
        return
    with box:
        if len(plan.taking_part) < 2:
            st.caption(words.TOO_FEW)
            return
        st.caption(words.CURVE_INTRO)
        later = dict.fromkeys((s for s in plan.taking_part if plan.agencies[s].wave > 1), 1)
        everybody = moving.tried(seen, later) if later else seen
        if isinstance(everybody, Refused):
            st.error(plain(words.NOT_TRIED.format(reasons=reasons(everybody))))
            return
        waiting = forecast_parts.behind(everybody).waiting
        now = session.forecast(seen)
        first = len(plan.taking_part) - len(later)
        st.markdown(plain(grouped.choice_sentence(now, first, waiting)))
        told = words.CHOICE_MARK.format(count=labels.AGENCIES.format(count=first))
        figure = figures.waiting_curve(
            waiting,
            choice=figures.Choice(first, now.p50, now.p80, told),
            theme=style.theme(),
            compact=style.narrow(),
        )
        st.plotly_chart(
            figure, key="gelombang-kurva", config=figures.FIGURE_CONFIG, theme=None, alt=words.CURVE_ALT
        )
