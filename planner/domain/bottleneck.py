"""Which agency of the first wave is furthest behind, and which step most of them wait for.

The row and the column of the matrix of agencies that are to be looked at first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain.activities import Activity, Work
from planner.domain.checklist import Checklist
from planner.domain.pipeline import AgencyPipeline
from planner.domain.readiness import Readiness
from planner.domain.schedule import Schedule
from planner.domain.target import AgencyLatest, TargetDates

OVER = ("met", "not_applicable")


@dataclass(frozen=True, slots=True)
class Limit:
    """The last day by which an activity must be finished, and the working days of room up to it."""

    latest: date
    total_float: int

    def passed(self, day: date) -> bool:
        """True where the activity is late as of ``day``: its day is over, or out of reach."""
        return self.total_float < 0 or self.latest < day


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """What to look at first among ``agencies``, the ids of all that the launch waits for.

    ``behind`` is the agency with the least float (None: none has unfinished work), ``step`` the pipeline step
    that most agencies wait for next (None: all have reached all steps), ``waiting`` those agencies.
    """

    agencies: tuple[str, ...]
    behind: AgencyLatest | None
    step: str | None
    waiting: tuple[str, ...]


def agency_limits(
    work: Work, readiness: Readiness, schedule: Schedule, target: TargetDates | None
) -> dict[str, AgencyLatest]:
    """By when each agency with unfinished work must be ready, by agency id.

    For the target where there is one, else for the launch on the present course; none after the opening.
    """
    if readiness.opened_on is not None:
        return {}
    if target is not None:
        return {limit.agency: limit for limit in target.agencies}
    shares: dict[str, list[tuple[str, Limit]]] = {}
    for activity in work.activities.values():
        limit = limit_of(activity, readiness, schedule, target)
        if limit is not None and activity.agency is not None and not activity.after_launch:
            shares.setdefault(activity.agency, []).append((activity.id, limit))
    return {agency: _to_launch(agency, own, schedule) for agency, own in shares.items()}


def _to_launch(agency: str, own: list[tuple[str, Limit]], schedule: Schedule) -> AgencyLatest:
    tightest, room = min(own, key=lambda o: (o[1].total_float, schedule.dates[o[0]].late_start, o[0]))
    ready = max(schedule.dates[activity].early_finish for activity, _ in own)
    return AgencyLatest(agency, tightest, ready, max(limit.latest for _, limit in own), room.total_float)


def limit_of(
    activity: Activity, readiness: Readiness, schedule: Schedule, target: TargetDates | None
) -> Limit | None:
    """By when an activity must be finished for the target, else for the launch on the present course.

    None where it is finished or does not apply, and for an agency of a later wave, which nothing waits for.
    """
    unfinished = readiness.activities[activity.id].standing in ("not_started", "in_progress")
    if not unfinished or activity.later or activity.stand_in:
        return None
    wanted = None if target is None else target.activities.get(activity.id)
    if wanted is not None:
        return Limit(wanted.finish, wanted.total_float)
    dates = schedule.dates[activity.id]
    return Limit(dates.late_finish, dates.total_float)


def open_requirements(work: Work, readiness: Readiness) -> Counter[str]:
    """How many activities of each agency, those after the opening left out, are not met; by agency id."""
    return Counter(
        a.agency
        for a in work.activities.values()
        if a.agency is not None
        and (a.later or not a.after_launch)
        and readiness.activities[a.id].standing not in OVER
    )


def bottleneck(
    checklist: Checklist,
    work: Work,
    readiness: Readiness,
    ways: Mapping[str, AgencyPipeline],
    limits: Mapping[str, AgencyLatest],
) -> Bottleneck:
    """The agency and the step to look at first; ``ways`` and ``limits`` by agency id.

    The agency is the one with the least float; of several that with most requirements open, then the one due
    first. The step is the one that most agencies wait for next; of several that of the least float.

    Why the step is not chosen by float first: it would nearly always be what the agency just named waits for,
    and tell nothing new.
    """
    first = tuple(dict.fromkeys(a.agency for a in work.activities.values() if a.agency and not a.later))
    still_open = open_requirements(work, readiness)
    behind = min(
        (limits[agency] for agency in first if agency in limits),
        key=lambda limit: (limit.total_float, -still_open[limit.agency], limit.latest, limit.agency),
        default=None,
    )
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
    return Bottleneck(first, behind, step, tuple(waiting[step]) if step is not None else ())


def _least(limits: Mapping[str, AgencyLatest], agencies: Iterable[str]) -> float:
    return min((limits[a].total_float for a in agencies if a in limits), default=float("inf"))
