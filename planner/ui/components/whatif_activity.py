"""What can be tried of one activity: its length, a date it must keep to, its working days."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from planner.domain.limits import limit_of
from planner.domain.plan import LONGEST_DURATION, PlannedConstraint, PlannedDuration
from planner.domain.trial import PlanningTrial, Trial
from planner.ui import session
from planner.ui.components.fields import day_field, number_field
from planner.ui.components.whatif_typed import key_of, typed
from planner.views import formats, labels, trials, whatif
from planner.views import whatif_words as words
from planner.views.plain import plain
from planner.workspace import Snapshot

NONE = "tanpa"
PLANS_OWN = 0
"""Choices that stand for no limit, and for the working days of the plan: a field cannot hold None."""


def choose_activity(then: Snapshot) -> str | None:
    known = session.names(then)
    chosen = st.selectbox(
        words.CHOOSE_ACTIVITY,
        whatif.may_change(then.work, then.readiness),
        format_func=lambda activity: known[activity],
        key=key_of("kegiatan"),
        index=None,
        placeholder=words.ACTIVITY_HINT,
    )
    if chosen is not None:
        limit = limit_of(chosen, then.readiness, then.schedule, then.target)
        st.caption(plain(trials.stands(then.work.activities[chosen], then.schedule.dates[chosen], limit)))
    return chosen


def duration_fields(then: Snapshot) -> None:
    """Fields for how long an activity takes, in three points."""
    activity = choose_activity(then)
    if activity is None:
        return
    estimate = then.work.activities[activity].estimate
    for column, (point, label) in zip(st.columns(3), words.POINTS.items(), strict=True):
        key = key_of(activity, point)
        st.session_state.setdefault(key, getattr(estimate, point))
        with column:
            number_field(label.format(unit=labels.DAY_UNIT[estimate.unit]), key)


def duration_trial() -> Trial | str:
    """What was typed about how long an activity takes, in three points, or what is still missing."""
    activity = typed("kegiatan")
    if activity is None:
        return words.NEED_ACTIVITY
    points = {point: typed(activity, point) for point in words.POINTS}
    if not all(one is not None and 0 <= one <= LONGEST_DURATION for one in points.values()):
        return words.DURATIONS_RANGE.format(longest=formats.number(LONGEST_DURATION))
    try:
        return PlanningTrial(activity, "duration", PlannedDuration(**points))
    except ValidationError:
        return words.DURATIONS_ORDER


def constraint_fields(then: Snapshot) -> None:
    """Fields for a date that an activity must keep to."""
    activity = choose_activity(then)
    kinds = [*labels.CONSTRAINT, NONE]
    left, right = st.columns(2)
    chosen = left.selectbox(
        words.CONSTRAINT,
        kinds,
        format_func=lambda one: words.NO_CONSTRAINT if one == NONE else trials.upper(labels.CONSTRAINT[one]),
        key=key_of("batas"),
    )
    if activity is not None and chosen not in ("ALAP", NONE):
        with right:
            day_field(words.CONSTRAINT_DAY, key_of("tanggal"))


def constraint_trial() -> Trial | str:
    """What was typed about a date that an activity must keep to, or what is still missing."""
    activity, kind, day = typed("kegiatan"), typed("batas"), typed("tanggal")
    if activity is None:
        return words.NEED_ACTIVITY
    if kind == NONE:
        return PlanningTrial(activity, "constraint", None)
    if kind == "ALAP":
        return PlanningTrial(activity, "constraint", PlannedConstraint(type=kind))
    if day is None:
        return words.NEED_DAY
    return PlanningTrial(activity, "constraint", PlannedConstraint(type=kind, day=day))


def week_fields(then: Snapshot) -> None:
    """Fields for the working days of an activity."""
    choose_activity(then)
    st.radio(
        words.KINDS["week"],
        [*labels.WORK_WEEK, PLANS_OWN],
        format_func=lambda week: (
            words.PLAN_WEEK if week == PLANS_OWN else trials.upper(labels.WORK_WEEK[week])
        ),
        key=key_of("pekan"),
    )


def week_trial() -> Trial | str:
    """What was typed about the working days of an activity, or what is still missing."""
    activity, week = typed("kegiatan"), typed("pekan")
    if activity is None:
        return words.NEED_ACTIVITY
    return PlanningTrial(activity, "week", None if week == PLANS_OWN else week)
