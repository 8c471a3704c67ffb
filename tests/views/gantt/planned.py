"""The small regency with what a plan may set besides: a baseline, money to wait for, date constraints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.domain.activities import work
from planner.domain.funding import Funding, assumed_window
from planner.domain.plan import (
    Baseline,
    BaselineDates,
    FundingWindow,
    Plan,
    PlannedConstraint,
    Planning,
)
from planner.domain.readiness import readiness
from planner.domain.schedule import FundedWork, Schedule
from planner.domain.state import State
from tests.views.world import LAUNCH, TODAY, World

FORTNIGHT = timedelta(days=14)
ASSUMED = FundedWork(TODAY, Funding(assumed_window(2027, "revised"), assumed=True), waits=True)
SET = FundedWork(
    TODAY,
    Funding(
        FundingWindow(
            year=2027,
            budget="original",
            available_from=date(2027, 2, 15),
            spend_by=date(2027, 12, 10),
        ),
        assumed=False,
    ),
    waits=True,
)


def baseline(schedule: Schedule, *without: str) -> Baseline:
    """The dates of a schedule two weeks earlier, as a baseline; ``without``: activities it does not know."""
    return Baseline(
        name="Rencana Januari",
        frozen_on=date(2026, 1, 5),
        launch=LAUNCH - FORTNIGHT,
        activities={
            key: BaselineDates(start=d.early_start - FORTNIGHT, finish=d.early_finish - FORTNIGHT)
            for key, d in schedule.dates.items()
            if key not in without
        },
    )


def with_baseline(one: World, *without: str) -> World:
    """The world with a current baseline two weeks before its schedule."""
    settings = one.state.plan.settings.model_copy(update={"baseline": "awal"})
    frozen = {"awal": baseline(one.schedule, *without)}
    return _planned(one, one.state.plan.model_copy(update={"settings": settings, "baselines": frozen}))


def with_money(one: World, **funded: FundedWork) -> World:
    """The world with work paid from the regional budget; ids with ``_`` for ``-`` and ``__`` for a dot."""
    known = {key.replace("__", ".").replace("_", "-"): money for key, money in funded.items()}
    return replace(one, schedule=replace(one.schedule, funded=known))


def with_limit(one: World, activity: str, limit: PlannedConstraint) -> World:
    """The world with a date constraint on an activity."""
    planning = {**one.state.plan.planning, activity: Planning(constraint=limit)}
    return _planned(one, one.state.plan.model_copy(update={"planning": planning}))


def _planned(one: World, plan: Plan) -> World:
    activities = work(one.checklist, plan)
    state: State = one.state.model_copy(update={"plan": plan})
    return replace(one, work=activities, state=state, readiness=readiness(one.checklist, activities, state))
