"""What is found out about a plan beside its dates, kept between clicks like the snapshot it was found in."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

import streamlit as st

from planner.domain.conflict import Conflict
from planner.domain.quality import Finding
from planner.domain.variance import Variance
from planner.ui.session import CACHED
from planner.views.agencies import Known, known
from planner.workspace import Snapshot, plan_conflicts, plan_quality, plan_variance


def conflicts(seen: Snapshot) -> tuple[Conflict, ...]:
    """What cannot be kept, and the smallest sets of things that would have to give."""
    return _conflicts(seen.state.plan.id, seen.day, seen.version, seen)


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _conflicts(plan: str, day: date, version: Hashable, _seen: Snapshot) -> tuple[Conflict, ...]:
    return plan_conflicts(_seen)


def quality(seen: Snapshot) -> tuple[Finding, ...]:
    """What of a plan should be looked at again."""
    return _quality(seen.state.plan.id, seen.day, seen.version, seen)


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _quality(plan: str, day: date, version: Hashable, _seen: Snapshot) -> tuple[Finding, ...]:
    return plan_quality(_seen)


def variance(seen: Snapshot) -> Variance | None:
    """How far a plan has moved from its current baseline; None where it has none."""
    return _variance(seen.state.plan.id, seen.day, seen.version, seen)


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _variance(plan: str, day: date, version: Hashable, _seen: Snapshot) -> Variance | None:
    return plan_variance(_seen)


def agencies(seen: Snapshot) -> Known:
    """Where every agency stands, by when it must be ready, and what to look at first."""
    return _agencies(seen.state.plan.id, seen.day, seen.version, seen)


@st.cache_resource(show_spinner=False, max_entries=CACHED)
def _agencies(plan: str, day: date, version: Hashable, _seen: Snapshot) -> Known:
    of = _seen
    return known(of.checklist, of.work, of.state, of.readiness, of.schedule, of.target, of.day, of.days_off)
