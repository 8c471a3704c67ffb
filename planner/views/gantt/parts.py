"""The activities that the rows of the schedule are made of, each with all that a row may have to tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.activities import Activity, Work
from planner.domain.limits import Limit, limit_of
from planner.domain.plan import Baseline, BaselineDates, PlannedConstraint
from planner.domain.readiness import FINISHED, Readiness
from planner.domain.schedule import ActivityDates, FundedWork, Schedule
from planner.domain.state import State
from planner.domain.target import TargetDates


@dataclass(frozen=True)
class Part:
    """An activity with its dates and how far it is."""

    activity: Activity
    dates: ActivityDates
    agency: str | None
    done: bool
    running: bool
    proven: bool
    room: Limit
    planned: BaselineDates | None
    money: FundedWork | None

    @property
    def limit(self) -> PlannedConstraint | None:
        planning = self.activity.planning
        return None if planning is None else planning.constraint


def current_baseline(state: State) -> Baseline | None:
    """The baseline a plan is compared with; None where it has none."""
    return state.plan.baselines.get(state.plan.settings.baseline or "")


def parts_of(
    work: Work, state: State, readiness: Readiness, schedule: Schedule, target: TargetDates | None
) -> Iterator[Part]:
    """The work before the opening that applies, in the order of the checklist."""
    baseline = current_baseline(state)
    frozen = {} if baseline is None else baseline.activities
    for activity in work.activities.values():
        standing = readiness.activities[activity.id].standing
        dates = schedule.dates.get(activity.id)
        if dates is None or activity.after_launch or standing == "not_applicable":
            continue
        agency = None if activity.agency is None else state.plan.agencies[activity.agency].name
        done, running = standing in FINISHED, standing == "in_progress"
        funded = schedule.funded.get(activity.id)
        yield Part(
            activity,
            dates,
            agency,
            done,
            running,
            standing == "met",
            limit_of(activity.id, readiness, schedule, target) or Limit(dates.late_finish, dates.total_float),
            frozen.get(activity.id),
            funded if funded is not None and funded.waits and not done else None,
        )
