"""Which agencies of the first wave are furthest behind, and which step most of them wait for.

The rows and the column of the matrix of agencies that are to be looked at first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.domain.activities import Activity, Work
from planner.domain.checklist import Checklist
from planner.domain.limits import Limit
from planner.domain.limits import limit_of as limit_to_keep
from planner.domain.pipeline import AgencyPipeline
from planner.domain.readiness import FINISHED, SETTLED, Readiness
from planner.domain.schedule import Schedule
from planner.domain.target import AgencyLatest, TargetDates, last_day
from planner.domain.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """What to look at first among ``agencies``, the ids of all that the launch waits for.

    ``tightest`` are all with the least float (empty: none has unfinished work), ``behind`` those of them with
    most requirements open; ``step`` is the pipeline step that most agencies wait for next (None: all have
    reached all steps), ``waiting`` those agencies.
    """

    agencies: tuple[str, ...]
    tightest: tuple[AgencyLatest, ...]
    behind: tuple[AgencyLatest, ...]
    step: str | None
    waiting: tuple[str, ...]


def agency_limits(
    work: Work, readiness: Readiness, schedule: Schedule, target: TargetDates | None, calendar: WorkCalendar
) -> dict[str, AgencyLatest]:
    """By when each agency with unfinished work must be ready, by agency id; ``calendar`` is the plan's.

    For the target where there is one, else for the launch on the present course; none after the opening.
    """
    if readiness.opened_on is not None:
        return {}
    if target is not None:
        return {limit.agency: limit for limit in target.agencies}
    shares: dict[str, list[tuple[Activity, Limit]]] = {}
    for activity in work.activities.values():
        limit = limit_of(activity, readiness, schedule, target)
        if limit is not None and activity.agency is not None and not activity.after_launch:
            shares.setdefault(activity.agency, []).append((activity, limit))
    return {agency: _to_launch(agency, own, schedule, calendar) for agency, own in shares.items()}


def _to_launch(
    agency: str, own: list[tuple[Activity, Limit]], schedule: Schedule, calendar: WorkCalendar
) -> AgencyLatest:
    dates = schedule.dates
    tightest, room = min(own, key=lambda o: (o[1].total_float, dates[o[0].id].late_start, o[0].id))
    ready = max(dates[activity.id].early_finish for activity, _ in own)
    latest = max(last_day(activity, limit.latest, calendar) for activity, limit in own)
    return AgencyLatest(agency, tightest.id, ready, latest, room.total_float)


def limit_of(
    activity: Activity, readiness: Readiness, schedule: Schedule, target: TargetDates | None
) -> Limit | None:
    """By when an activity must be finished for the target, else for the launch on the present course.

    None where it is finished or does not apply, and for an agency of a later wave, which nothing waits for.
    """
    finished = readiness.activities[activity.id].standing in FINISHED
    if finished or activity.later or activity.stand_in:
        return None
    return limit_to_keep(activity.id, readiness, schedule, target)


def open_requirements(work: Work, readiness: Readiness) -> Counter[str]:
    """How many activities of each agency, those after the opening left out, are not met; by agency id."""
    return Counter(
        a.agency
        for a in work.activities.values()
        if a.agency is not None
        and (a.later or not a.after_launch)
        and readiness.activities[a.id].standing not in SETTLED
    )


def bottleneck(
    checklist: Checklist,
    work: Work,
    readiness: Readiness,
    ways: Mapping[str, AgencyPipeline],
    limits: Mapping[str, AgencyLatest],
) -> Bottleneck:
    """The agencies and the step to look at first; ``ways`` and ``limits`` by agency id.

    The agencies are those with the least float, of several those with most requirements open; the one due
    first stands first. The step is the one that most agencies wait for next; of several that of the least
    float.

    Why the step is not chosen by float first: it would nearly always be what the agency just named waits for,
    and tell nothing new.
    """
    first = tuple(dict.fromkeys(a.agency for a in work.activities.values() if a.agency and not a.later))
    still_open = open_requirements(work, readiness)
    tightest, behind = _furthest([limits[agency] for agency in first if agency in limits], still_open)
    order = [step.id for step in checklist.head.pipeline]
    waiting: dict[str, list[str]] = {}
    for agency in first:
        step = ways[agency].next
        if step is not None:
            waiting.setdefault(step, []).append(agency)
    step = min(
        waiting,
        key=lambda s: (-len(waiting[s]), _least(limits, waiting[s]), order.index(s)),
        default=None,
    )
    return Bottleneck(first, tightest, behind, step, tuple(waiting[step]) if step is not None else ())


def _furthest(
    limits: Iterable[AgencyLatest], still_open: Mapping[str, int]
) -> tuple[tuple[AgencyLatest, ...], tuple[AgencyLatest, ...]]:
    """Agencies with the least float, and those of them with most open."""
    ordered = sorted(
        limits, key=lambda one: (one.total_float, -still_open[one.agency], one.latest, one.agency)
    )
    tightest = tuple(one for one in ordered if one.total_float == ordered[0].total_float)
    most = [still_open[one.agency] for one in tightest[:1]]
    return tightest, tuple(one for one in tightest if still_open[one.agency] in most)


def _least(limits: Mapping[str, AgencyLatest], agencies: Iterable[str]) -> float:
    return min((limits[a].total_float for a in agencies if a in limits), default=float("inf"))
