"""From a plan to a network: its activities with their progress, its gates, and what waits for the launch.

Records are taken as they are. Odd ones (a finish before its start, days before the plan or on a day off) are
no error here: people write them, and the schedule must still be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from planner.domain.activities import Activity, ActivityLink, Work, gate_milestone
from planner.domain.network import Link, Task, TaskDates
from planner.domain.readiness import NOTHING_DONE, Readiness
from planner.domain.state import Progress, State
from planner.domain.workdays import WorkCalendar

TO_PROVE = 1
"""Days of work reckoned for the proof or the acceptance that finished work still lacks."""

_EARLIEST, _LATEST = date(1900, 1, 1), date(2899, 12, 31)


def plan_tasks(
    work: Work, state: State, readiness: Readiness, day: date, calendar: WorkCalendar
) -> dict[str, Task]:
    """Every activity and every gate of a plan as a task, by id."""
    tasks = {
        a.id: activity_task(
            a,
            state.progress.get(a.id, NOTHING_DONE),
            readiness,
            day,
            calendar,
            opening=a.id == work.launch,
        )
        for a in work.activities.values()
    }
    return tasks | gate_tasks(work, readiness, tasks)


def activity_task(
    activity: Activity,
    progress: Progress,
    readiness: Readiness,
    day: date,
    calendar: WorkCalendar,
    *,
    opening: bool = False,
) -> Task:
    """An activity with its progress; nobody has worked on a stand-in, and what does not apply takes no time.

    Done work without a recorded finish counts as finished when it started or, without a start, on ``day``.
    Done work that is not met (no proof, not accepted) still has a day to go, so that an unproven obligation
    keeps its place before the launch; the ``opening`` itself has happened once it is reported.
    Work in progress has what was recorded as remaining, else its likely duration less the days since its
    start, and always at least one day, because it is not done.
    """
    likely, unit = activity.estimate.likely, activity.estimate.unit
    if activity.stand_in:
        return Task(activity.id, likely, unit)
    if readiness.activities[activity.id].standing == "not_applicable":
        return Task(activity.id)
    begun = None if progress.started_on is None else sane(progress.started_on)
    if progress.status == "done":
        finished = sane(progress.finished_on or begun or day)
        if readiness.activities[activity.id].standing == "met" or opening:
            return Task(activity.id, likely, unit, actual_start=begun, actual_finish=finished)
        begun = min(begun or finished, finished)
        return Task(activity.id, likely, unit, actual_start=begun, remaining=TO_PROVE)
    if progress.status == "in_progress":
        begun = begun or day
        worked = calendar.between(begun, day) if unit == "work" else (day - begun).days
        left = likely - max(0, worked) if progress.remaining is None else progress.remaining
        return Task(activity.id, likely, unit, actual_start=begun, remaining=max(1, left))
    return Task(activity.id, likely, unit)


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


def behind(launch: str, links: Iterable[ActivityLink]) -> frozenset[str]:
    """Ids of everything that waits for the launch, directly or not."""
    follows: dict[str, list[str]] = {}
    for link in links:
        follows.setdefault(link.predecessor, []).append(link.successor)
    found: set[str] = set()
    ahead = [launch]
    while ahead:
        for successor in follows.get(ahead.pop(), ()):
            if successor not in found:
                found.add(successor)
                ahead.append(successor)
    return frozenset(found)


def pinned(task: Task, dates: TaskDates) -> Task:
    """A task that already has its dates, as seen by the work behind it."""
    return Task(task.id, task.duration, task.unit, actual_start=dates.es, actual_finish=dates.ef)


def sane(day: date) -> date:
    """``day`` within a thousand years of working life, so that a slip in the year costs nothing."""
    return max(_EARLIEST, min(day, _LATEST))
