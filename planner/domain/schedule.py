"""The schedule of a plan: its work and record as a network, the network's dates in the words of the plan.

What the launch waits for stands in one network whose floats run to the launch; what waits for the launch
(operation, and gates the launch belongs to) and agencies of later waves stand in a second one behind it.

Why two: the last activity of a year of monitoring must not give the work before the opening a year of float.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from planner.domain.activities import Work
from planner.domain.checklist import DayUnit, LinkType
from planner.domain.funding import Funding, funding_of, fundings
from planner.domain.network import Network, Solution, TaskDates, solve
from planner.domain.plan import PlanSettings
from planner.domain.plan_network import (
    apart,
    network_links,
    pinned,
    plan_network,
    plan_tasks,
    terms,
)
from planner.domain.readiness import NOTHING_DONE, Readiness
from planner.domain.state import State
from planner.domain.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class ActivityDates:
    """Dates of one activity or gate milestone; every date is the first or the last day worked.

    ``total_float`` and ``free_float`` are working days of its own calendar, counted to the launch. Done work
    keeps its real dates and is never critical.
    """

    early_start: date
    early_finish: date
    late_start: date
    late_finish: date
    total_float: int
    free_float: int
    critical: bool


@dataclass(frozen=True, slots=True)
class DrivingLink:
    """A link that sets a date: ``successor`` stands where it does because of ``predecessor``.

    ``lag`` is counted in ``unit``: working days of the predecessor's calendar or calendar days.
    """

    predecessor: str
    successor: str
    type: LinkType
    lag: int = 0
    unit: DayUnit = "work"


@dataclass(frozen=True, slots=True)
class FundedWork:
    """Work that needs money of the regional budget: the day it could begin but for that, and what pays it.

    ``funding`` is None where it fits into no budget; ``waits`` where money is what it begins so late for.
    """

    ready: date
    funding: Funding | None
    waits: bool


@dataclass(frozen=True)
class Schedule:
    """All dates of a plan as of ``day``.

    ``launch`` is the day of the opening on the present course; ``behind_target`` is its distance to the
    target in working days, positive when late (None: no target). ``critical_path`` lists the unfinished
    critical activities in order of their dates: those without float and those that drive the launch;
    ``near_critical`` those before the launch that have a week of float at most, least float first.
    ``funded`` tells of every unstarted activity paid from the regional budget.
    """

    day: date
    launch: date
    target: date | None
    behind_target: int | None
    dates: Mapping[str, ActivityDates]
    critical_path: tuple[str, ...]
    driving: tuple[DrivingLink, ...]
    out_of_sequence: tuple[tuple[str, str], ...] = ()
    near_critical: tuple[str, ...] = ()
    funded: Mapping[str, FundedWork] = field(default_factory=dict)


def schedule(
    work: Work, state: State, readiness: Readiness, day: date, holidays: Collection[date]
) -> Schedule:
    """Dates of all activities and gates of a plan as of ``day``.

    ``holidays`` are days off beside the plan's own. Done work keeps its recorded dates once it is met; done
    but not proven, a day of work on its proof is still to come. Work in progress goes on from ``day`` with
    what remains of it, and nothing unstarted comes before ``day``. A passed gate stands on the day its last
    activity was done. Odd records (a finish before its start, days before the plan or on a holiday) are taken
    as they are; for a finish before the start the finish counts.
    """
    settings = state.plan.settings
    by = terms(settings, day, holidays)
    tasks = plan_tasks(work, state, readiness, by)
    links = network_links(work)
    after = apart(work)
    before = [task for task in tasks.values() if task.id not in after]
    first = solved(plan_network(settings, by, before, links, goal=work.launch))
    late_links = [link for link in links if link.successor in after]
    ahead = sorted({link.predecessor for link in late_links} - after)
    later = [pinned(tasks[i], first.tasks[i]) for i in ahead] + [tasks[i] for i in sorted(after)]
    second = solved(plan_network(settings, by, later, late_links)) if after else None
    idle = {a for a, s in readiness.activities.items() if s.standing == "not_applicable"}
    finished = {i for i, task in tasks.items() if task.actual_finish is not None}
    opened = work.launch in finished
    holding = set() if opened else _holding(first, work.launch, finished) - idle
    dates = {i: _dates(d, i in holding) for i, d in first.tasks.items()}
    driving, broken, ready = list(first.driving), list(first.out_of_sequence), dict(first.ready)
    if second is not None:
        dates |= {i: _dates(second.tasks[i], False) for i in sorted(after)}
        driving += second.driving
        broken += second.out_of_sequence
        ready |= second.ready
    launch = dates[work.launch].early_finish
    target = settings.target
    return Schedule(
        day=day,
        launch=launch,
        target=target,
        behind_target=None if target is None else by.calendar.between(target, launch),
        dates={i: dates[i] for i in tasks},
        critical_path=tuple(
            sorted(
                (i for i, d in dates.items() if d.critical),
                key=lambda i: (dates[i].early_start, dates[i].early_finish, i),
            )
        ),
        driving=tuple(DrivingLink(*k) for k in driving),
        out_of_sequence=tuple((k.predecessor, k.successor) for k in broken),
        near_critical=tuple(i for i in first.near_critical() if i not in holding),
        funded=_funded(ready, dates, fundings(settings, day)),
    )


def _funded(
    ready: Mapping[str, date], dates: Mapping[str, ActivityDates], known: tuple[Funding, ...]
) -> dict[str, FundedWork]:
    return {
        i: FundedWork(
            day,
            funding_of(known, dates[i].early_start, dates[i].early_finish),
            day < dates[i].early_start,
        )
        for i, day in ready.items()
    }


def _holding(found: Solution, launch: str, finished: Collection[str]) -> set[str]:
    """Unfinished work that the launch date hangs on: without float, or on a chain of links that drives it.

    Why both: where calendars differ (a 30-day verification may end on a Sunday), the work that drives the
    launch can have a day of float and still be what the launch waits for (the longest path of P6).
    """
    drivers: dict[str, list[str]] = {}
    for link in found.driving:
        drivers.setdefault(link.successor, []).append(link.predecessor)
    chain, ahead = {launch}, [launch]
    while ahead:
        for predecessor in drivers.get(ahead.pop(), ()):
            if predecessor not in chain and predecessor not in finished:
                chain.add(predecessor)
                ahead.append(predecessor)
    return chain | {i for i, dates in found.tasks.items() if dates.critical}


def without(state: State, activities: Collection[str], day: date) -> State:
    """The state in which ``activities`` were all finished on ``day``."""
    done = {}
    for activity in activities:
        now = state.progress.get(activity, NOTHING_DONE)
        begun = min(now.started_on or day, day)
        done[activity] = now.model_copy(
            update={"status": "done", "started_on": begun, "finished_on": day, "remaining": None}
        )
    return state.model_copy(update={"progress": state.progress | done})


def days_between(start: date, end: date, settings: PlanSettings, holidays: Collection[date]) -> int:
    """Working days of the plan from ``start`` to ``end``, negative where ``end`` is earlier."""
    return WorkCalendar.week(settings.week, {*holidays, *settings.days_off}).between(start, end)


def solved(network: Network) -> Solution:
    """The dates of a network that must have some.

    Raises:
        ValueError: the work has no schedule (a cycle), which a checked checklist rules out.
    """
    found = solve(network)
    if isinstance(found, tuple):
        raise ValueError(f"no schedule: {found}")
    return found


def _dates(dates: TaskDates, critical: bool) -> ActivityDates:
    return ActivityDates(*dates[:6], critical)
