"""Backward dates from the target: by when each activity and each agency must be ready for the wanted opening.

A second solution of the network that leads to the launch, with the target imposed as its finish (P6: must
finish by). The early dates stay what they are; the late dates say what the target would ask for.

Why beside the schedule: its floats run to the launch on the present course and say what holds that; these
run to the target and say who is too late for it (``limits`` tells which of the two an activity goes by).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain.activities import Activity, ActivityLink, Work
from planner.domain.network import Task, TaskDates
from planner.domain.plan import PlanSettings
from planner.domain.plan_network import Terms, network_link, plan_network, plan_tasks, terms
from planner.domain.readiness import Readiness
from planner.domain.schedule import solved
from planner.domain.state import State
from planner.domain.workdays import WorkCalendar, sane


@dataclass(frozen=True, slots=True)
class LatestDates:
    """Latest first and last day of an activity, were the target to be kept.

    ``total_float`` counts working days of the activity's calendar from the present course to these dates;
    negative: so many days too late. Work in progress keeps the day on which it began.
    """

    start: date
    finish: date
    total_float: int


@dataclass(frozen=True, slots=True)
class AgencyLatest:
    """An agency against the target: when its work before the launch is over, and when it must be.

    ``ready`` is the last day of that work on the present course, ``latest`` the last day by which it must be
    over (``last_day``), ``total_float`` the least of its activities and ``activity`` the first to begin of
    those with it.
    """

    agency: str
    activity: str
    ready: date
    latest: date
    total_float: int


@dataclass(frozen=True)
class TargetDates:
    """Latest dates of the unfinished activities that the launch waits for, and of their agencies.

    ``agencies`` stand with the least float first. After the opening both are empty.
    """

    target: date
    activities: Mapping[str, LatestDates]
    agencies: tuple[AgencyLatest, ...]


def target_dates(
    work: Work, state: State, readiness: Readiness, day: date, holidays: Collection[date]
) -> TargetDates | None:
    """Latest dates of a plan for its target, as of ``day``; None without a target.

    ``holidays`` are days off beside the plan's own. Work that needs money of the regional budget has its
    latest dates inside a funding window, except where it is too late even so.

    Raises:
        ValueError: the work has no schedule (a cycle), which a checked checklist rules out.
    """
    settings = state.plan.settings
    if settings.target is None:
        return None
    by = terms(settings, day, holidays)
    tasks = plan_tasks(work, state, readiness, by)
    if tasks[work.launch].actual_finish is not None:
        return TargetDates(settings.target, {}, ())
    found = to_target(work, settings, by, tasks, settings.target)
    left = {
        i: found[i]
        for i in work.activities
        if i in found
        and tasks[i].actual_finish is None
        and readiness.activities[i].standing != "not_applicable"
    }
    return TargetDates(
        settings.target,
        {i: LatestDates(dates.ls, dates.lf, dates.total_float) for i, dates in left.items()},
        _agencies(work, left, by.calendar),
    )


def to_target(
    work: Work, settings: PlanSettings, by: Terms, tasks: Mapping[str, Task], target: date
) -> Mapping[str, TaskDates]:
    """Dates of everything that the launch waits for, with ``target`` imposed as the finish of the launch."""
    awaited = ahead_of(work.launch, work.links)
    network = plan_network(
        settings,
        by,
        [task for task in tasks.values() if task.id in awaited],
        map(network_link, work.links),
        goal=work.launch,
        finish_by=sane(target),
    )
    return solved(network).tasks


def ahead_of(activity: str, links: Iterable[ActivityLink]) -> frozenset[str]:
    """Ids of everything that ``activity`` waits for, directly or not, and its own."""
    waits: dict[str, list[str]] = {}
    for link in links:
        waits.setdefault(link.successor, []).append(link.predecessor)
    found, ahead = {activity}, [activity]
    while ahead:
        for predecessor in waits.get(ahead.pop(), ()):
            if predecessor not in found:
                found.add(predecessor)
                ahead.append(predecessor)
    return frozenset(found)


def last_day(activity: Activity, finish: date, calendar: WorkCalendar) -> date:
    """The day by which an agency is told to be over with an activity that must be finished on ``finish``.

    Why it may be earlier: work counted in calendar days may end on a day on which nobody at the agency works.
    """
    return finish if activity.estimate.unit == "work" else calendar.last_work(finish)


def _agencies(work: Work, left: Mapping[str, TaskDates], calendar: WorkCalendar) -> tuple[AgencyLatest, ...]:
    shares: dict[str, list[str]] = {}
    for activity in left:
        agency = work.activities[activity].agency
        if agency is not None:
            shares.setdefault(agency, []).append(activity)
    found = []
    for agency, own in shares.items():
        first = min(own, key=lambda i: (left[i].total_float, left[i].ls, i))
        ready = max(left[i].ef for i in own)
        latest = max(last_day(work.activities[i], left[i].lf, calendar) for i in own)
        found.append(AgencyLatest(agency, first, ready, latest, left[first].total_float))
    return tuple(sorted(found, key=lambda a: (a.total_float, a.latest, a.agency)))
