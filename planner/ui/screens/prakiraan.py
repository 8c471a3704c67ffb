"""Prakiraan: on which date it opens with which probability, and what would bring that date forward."""

from __future__ import annotations

from datetime import date

import streamlit as st

from planner.ui import frame, session
from planner.ui.components import forecast_parts as parts
from planner.views import forecast_days, formats, outlook
from planner.views import forecast_words as words
from planner.views.plain import plain
from planner.workspace import Snapshot


def render() -> None:
    """Draw the sentence and the curve at once, then what takes longer to reckon."""
    seen = frame.opened("prakiraan")
    opened = seen.readiness.opened_on
    if opened is None:
        frame.answer(outlook.forecast_sentence(seen.regency.name, session.forecast(seen)))
        _forecast(seen)
        return
    frame.answer(outlook.opened_sentence(seen.regency.name, opened))
    earlier = _earlier(seen, opened)
    if earlier is not None:
        told = session.forecast(earlier)
        sentence = outlook.forecast_sentence(seen.regency.name, told)
        st.markdown(plain(words.THEN.format(day=formats.full_day(earlier.day), told=sentence)))
        st.markdown(f"**{plain(outlook.kept_sentence(told, opened))}**")
        _forecast(earlier)


def _forecast(seen: Snapshot) -> None:
    """The forecast of a plan that was not open yet on the day looked at."""
    problems = session.driver_problems()
    if problems:
        st.warning(words.NO_DRIVERS.format(count=len(problems)))
        st.code("\n".join(map(str, problems)), language=None, wrap_lines=True)
    forecast = session.forecast(seen)
    parts.curve(seen, forecast)
    insight = parts.behind(seen)
    parts.movers(seen, insight)
    parts.waiting(insight)
    parts.outside(seen, forecast)
    parts.method(forecast)


def _earlier(seen: Snapshot, opened: date) -> Snapshot | None:
    """The plan on a chosen day before its opening; at first half way between start and opening."""
    days = forecast_days.before_opening(seen.state.plan.settings.start, opened)
    if days is None:
        return None
    first, middle, last = days
    day = st.date_input(
        words.EARLIER,
        value=middle,
        min_value=first,
        max_value=last,
        format="DD/MM/YYYY",
        key=f"prakiraan-{seen.state.plan.id}",
        help=words.EARLIER_HELP,
    )
    if not isinstance(day, date):
        return None
    found = session.see(seen.state.plan.id, day)
    if isinstance(found, Snapshot) and found.readiness.opened_on is None:
        return found
    st.info(words.NO_EARLIER.format(day=formats.full_day(day)))
    return None


render()
