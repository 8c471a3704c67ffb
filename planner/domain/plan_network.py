"""From a plan to a network: its activities with their progress and what the plan set for them, its gates, its
calendars and funding windows, and what waits for the launch.

Records are taken as they are. Odd ones (a finish before its start, days before the plan or on a day off) are
no error here: people write them, and the schedule must still be shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import get_args

from planner.domain.activities import Activity, ActivityLink, Work, gate_milestone
from planner.domain.funding import fundings, open_windows
from planner.domain.network import Constraint, Link, Network, Task, TaskDates, Window
from planner.domain.plan import PlanSettings, WorkWeek
from planner.domain.readiness import NOTHING_DONE, Readiness
from planner.domain.state import Progress, State
from planner.domain.workdays import WorkCalendar, sane

TO_PROVE = 1
"""Days of work reckoned for the proof or the acceptance that finished work still lacks."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the tasks of a plan go by: the status date, the plan's calendar, the others by name (work week),
    and the days on which money of the regional budget can be spent."""

    day: date
    calendar: WorkCalendar
    calendars: Mapping[str, WorkCalendar]
    windows: tuple[Window, ...]

    def calendar_of(self, activity: Activity) -> str | None:
        """Name of the calendar that an activity has of its own."""
        week = None if activity.planning is None else activity.planning.week
        return None if week is None else str(week)


def terms(settings: PlanSettings, day: date, holidays: Collection[date]) -> Terms:
    """The terms of a plan on ``day``; ``holidays`` are days off beside the plan's own, on every calendar."""
    days_off = frozenset({*holidays, *settings.days_off})
    calendars = {str(week): WorkCalendar.week(week, days_off) for week in get_args(WorkWeek)}
    return Terms(day, calendars[str(settings.week)], calendars, open_windows(fundings(settings, sane(day))))


def plan_network(
    settings: PlanSettings,
    by: Terms,
    tasks: Iterable[Task],
    links: Iterable[Link],
    *,
    goal: str | None = None,
    finish_by: date | None = None,
) -> Network:
    """The network of ``tasks`` and of those of the links that join two of them."""
    known = {task.id: task for task in tasks}
    among = (k for k in links if k.predecessor in known and k.successor in known)
    return Network(
        start=sane(settings.start),
        tasks=tuple(known.values()),
        links=tuple(among),
        calendars=by.calendars,
        default=by.calendar,
        status_date=sane(by.day),
        goal=goal,
        finish_by=finish_by,
    )


def plan_tasks(work: Work, state: State, readiness: Readiness, by: Terms) -> dict[str, Task]:
    """Every activity and every gate of a plan as a task, by id."""
    tasks = {
        a.id: activity_task(
            a, state.progress.get(a.id, NOTHING_DONE), readiness, by, opening=a.id == work.launch
        )
        for a in work.activities.values()
    }
    return tasks | gate_tasks(work, readiness, tasks)


def unstarted(activity: Activity, by: Terms) -> Task:
    """An activity of which nothing has been done, with what the plan set for it."""
    estimate, planning = activity.estimate, activity.planning
    wanted = None if planning is None else planning.constraint
    return Task(
        activity.id,
        estimate.likely,
        estimate.unit,
        by.calendar_of(activity),
        constraint=None if wanted is None else Constraint(wanted.type, wanted.day and sane(wanted.day)),
        windows=by.windows if activity.needs_budget else (),
    )


def activity_task(
    activity: Activity, progress: Progress, readiness: Readiness, by: Terms, *, opening: bool = False
) -> Task:
    """An activity with its progress; nobody has worked on a stand-in, and what does not apply takes no time.

    Done work without a recorded finish counts as finished when it started or, without a start, on the status
    date. Done work that is not met (no proof, not accepted) still has a day to go, so that an unproven
    obligation keeps its place before the launch; the ``opening`` itself has happened once it is reported.
    Work in progress has what was recorded as remaining, else its likely duration less the days since its
    start, and always at least one day, because it is not done.
    """
    task = unstarted(activity, by)
    if activity.stand_in:
        return task
    if readiness.activities[activity.id].standing == "not_applicable":
        return Task(activity.id)
    begun = None if progress.started_on is None else sane(progress.started_on)
    if progress.status == "done":
        finished = sane(progress.finished_on or begun or by.day)
        if readiness.activities[activity.id].standing == "met" or opening:
            return replace(task, actual_start=begun, actual_finish=finished)
        return replace(task, actual_start=min(begun or finished, finished), remaining=TO_PROVE)
    if progress.status == "in_progress":
        begun = begun or by.day
        calendar = by.calendar if task.calendar is None else by.calendars[task.calendar]
        worked = calendar.between(begun, by.day) if task.unit == "work" else (by.day - begun).days
        left = task.duration - max(0, worked) if progress.remaining is None else progress.remaining
        return replace(task, actual_start=begun, remaining=max(1, left))
    return task


def gate_tasks(work: Work, readiness: Readiness, tasks: Mapping[str, Task]) -> dict[str, Task]:
    """A milestone for every gate, with the day of its last activity where it is passed."""
    passed = {gate.gate for gate in readiness.gates if gate.passed}
    found: dict[str, Task] = {}
    reached: date | None = None
    for gate, members in work.gates.items():
        days = [d for m in members if (d := tasks[m].actual_finish) is not None]
        reached = max([*days, *([reached] if reached else [])], default=None)
        milestone = gate_milestone(gate)
        found[milestone] = Task(milestone, actual_finish=reached if gate in passed else None)
    return found


def network_link(link: ActivityLink) -> Link:
    """A link of the plan as a link of its network."""
    return Link(link.predecessor, link.successor, link.type, link.lag, link.unit)


@lru_cache(maxsize=16)
def network_links(work: Work) -> tuple[Link, ...]:
    """All links of a plan as links of its network."""
    return tuple(map(network_link, work.links))


def apart(work: Work) -> frozenset[str]:
    """Ids of what the launch does not wait for: what waits for it, directly or not, and later waves."""
    follows: dict[str, list[str]] = {}
    for link in work.links:
        follows.setdefault(link.predecessor, []).append(link.successor)
    found = {a.id for a in work.activities.values() if a.later}
    ahead = [work.launch]
    while ahead:
        for successor in follows.get(ahead.pop(), ()):
            if successor not in found:
                found.add(successor)
                ahead.append(successor)
    return frozenset(found)


def pinned(task: Task, dates: TaskDates) -> Task:
    """A task that already has its dates, as seen by the work behind it."""
    return Task(task.id, task.duration, task.unit, actual_start=dates.es, actual_finish=dates.ef)
