"""What can be tried of the plan as a whole: its agencies, budgets, target, working days."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from planner.domain.plan import AgencyCategory, Budget
from planner.domain.trial import (
    AgencyTrial,
    DayOffTrial,
    JoiningTrial,
    TargetTrial,
    Trial,
    WeekTrial,
    WindowTrial,
)
from planner.ui.components.budget_table import FIELDS as WINDOW_FIELDS
from planner.ui.components.budget_table import choose_budget, window_typed
from planner.ui.components.budget_table import window_fields as days_of_window
from planner.ui.components.fields import day_field
from planner.ui.components.whatif_typed import key_of, typed
from planner.views import labels, settings_words
from planner.views import whatif_words as words
from planner.views import words as common
from planner.workspace import Snapshot

WAVES = {"first": 1, "later": 2, "none": None}


def agency_fields(then: Snapshot) -> None:
    """Fields for when an agency takes part, if at all."""
    agencies = then.state.plan.agencies
    st.selectbox(
        words.AGENCY,
        sorted(agencies, key=lambda slug: agencies[slug].name.casefold()),
        format_func=lambda slug: agencies[slug].name,
        key=key_of("instansi"),
        index=None,
        placeholder=words.AGENCY_HINT,
    )
    st.radio(words.PART, list(words.PARTS), format_func=lambda part: words.PARTS[part], key=key_of("ikut"))


def agency_trial() -> Trial | str:
    """What was typed about when an agency takes part, if at all, or what is still missing."""
    agency = typed("instansi")
    return words.NEED_AGENCY if agency is None else AgencyTrial(agency, WAVES[typed("ikut")])


def joining_fields(_: Snapshot) -> None:
    """Fields for an agency that joins."""
    st.text_input(common.AGENCY_NAME, key=key_of("nama"))
    st.selectbox(
        common.CATEGORY,
        get_args(AgencyCategory),
        format_func=lambda category: labels.AGENCY_CATEGORY[category],
        key=key_of("kelompok"),
    )


def joining_trial() -> Trial | str:
    """What was typed about an agency that joins, or what is still missing."""
    return JoiningTrial((typed("nama") or "").strip(), typed("kelompok"))


def window_fields(then: Snapshot) -> None:
    """Fields for the days of one budget."""
    window = choose_budget(then, key_of("anggaran")).window
    keys = _window_keys(window.year, window.budget)
    for field, key in keys.items():
        st.session_state.setdefault(key, getattr(window, field))
    days_of_window(keys)


def _window_keys(year: int, budget: Budget) -> dict[str, str]:
    return {field: key_of(year, budget, field) for field in WINDOW_FIELDS}


def window_trial() -> Trial | str:
    """What was typed about the days of one budget, or what is still missing."""
    year, budget = typed("anggaran")
    given = {field: st.session_state.get(key) for field, key in _window_keys(year, budget).items()}
    window = window_typed(given, year, budget)
    return window if isinstance(window, str) else WindowTrial(year, budget, window)


def target_fields(then: Snapshot) -> None:
    """Fields for the day the launch is wanted."""
    st.session_state.setdefault(key_of("target"), then.state.plan.settings.target)
    day_field(common.TARGET_DAY, key_of("target"), meaning=common.TARGET_HELP)


def target_trial() -> Trial | str:
    """What was typed about the day the launch is wanted, or what is still missing."""
    return TargetTrial(typed("target"))


def plan_week_fields(then: Snapshot) -> None:
    """Fields for the working days of the plan."""
    st.session_state.setdefault(key_of("pekan-rencana"), then.state.plan.settings.week)
    st.radio(
        common.WEEK,
        list(common.WEEKS),
        format_func=lambda days: common.WEEKS[days],
        key=key_of("pekan-rencana"),
    )


def plan_week_trial() -> Trial | str:
    """What was typed about the working days of the plan, or what is still missing."""
    return WeekTrial(typed("pekan-rencana"))


def day_off_fields(_: Snapshot) -> None:
    """Fields for a local day off more or less."""
    left, right = st.columns(2)
    with left:
        day_field(settings_words.DAY_OFF, key_of("libur"))
    right.radio(
        words.DAY_OFF_CHOICE,
        list(words.DAY_OFF_OR_NOT),
        format_func=lambda off: words.DAY_OFF_OR_NOT[off],
        key=key_of("jadi-libur"),
    )


def day_off_trial() -> Trial | str:
    """What was typed about a local day off more or less, or what is still missing."""
    day = typed("libur")
    return words.NEED_DAY if day is None else DayOffTrial(day, typed("jadi-libur"))
