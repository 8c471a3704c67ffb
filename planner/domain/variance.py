"""How far a plan has moved from a frozen baseline, in working days of the plan's calendar.

Variance is the present date less the frozen one: positive is later (as in MS Project), and counts the days
that the plan works now, so that a changed week or a new day off shows in both dates alike.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain.activities import gate_milestone
from planner.domain.plan import Baseline, PlanSettings
from planner.domain.schedule import Schedule
from planner.domain.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class ActivityVariance:
    """Working days by which an activity begins and ends later (+) or earlier (-) than in the baseline."""

    start: int
    finish: int


@dataclass(frozen=True)
class Variance:
    """A schedule against the baseline with the id ``baseline``.

    ``launch`` is in working days, positive when later. ``added`` and ``removed`` are ids of activities that
    stand in the schedule or in the baseline alone; gate milestones stand in neither.
    """

    baseline: str
    name: str
    frozen_on: date
    launch: int
    activities: Mapping[str, ActivityVariance]
    added: tuple[str, ...]
    removed: tuple[str, ...]


def variance(
    baseline_id: str,
    baseline: Baseline,
    schedule: Schedule,
    settings: PlanSettings,
    holidays: Collection[date],
) -> Variance:
    """``schedule`` against ``baseline``; ``holidays`` are days off beside the plan's own."""
    between = WorkCalendar.week(settings.week, {*holidays, *settings.days_off}).between
    now = {i: dates for i, dates in schedule.dates.items() if not i.startswith(gate_milestone(""))}
    then = {i: dates for i, dates in baseline.activities.items() if not i.startswith(gate_milestone(""))}
    return Variance(
        baseline=baseline_id,
        name=baseline.name,
        frozen_on=baseline.frozen_on,
        launch=between(baseline.launch, schedule.launch),
        activities={
            i: ActivityVariance(
                between(then[i].start, dates.early_start), between(then[i].finish, dates.early_finish)
            )
            for i, dates in now.items()
            if i in then
        },
        added=tuple(i for i in now if i not in then),
        removed=tuple(i for i in then if i not in now),
    )
