"""Date limits that cannot be kept: what an activity with negative float is too late for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from planner.domain.activities import Activity, Work
from planner.domain.place import Place
from planner.domain.plan import PlannedConstraint
from planner.domain.plan_network import Terms, terms
from planner.domain.schedule import Schedule
from planner.domain.state import State
from planner.domain.workdays import sane


@dataclass(frozen=True, slots=True)
class Overrun:
    """A date limit of ``activity`` that cannot be kept, and by how many working days it is passed.

    Work in calendar days that passes its limit within days off counts as a day late.
    """

    activity: str
    constraint: PlannedConstraint
    days: int


def overrun(
    work: Work, state: State, schedule: Schedule, holidays: Collection[date], activity: str
) -> Overrun | None:
    """The date limit that an activity with negative float cannot keep: its own, else the one behind it that
    is passed by most."""
    if schedule.dates[activity].total_float >= 0:
        return None
    by = terms(state.plan.settings, schedule.day, holidays)
    follows: dict[str, list[str]] = {}
    for link in work.links:
        follows.setdefault(link.predecessor, []).append(link.successor)
    ahead, known = [activity], {activity: 0}
    passed = []
    while ahead:
        now = ahead.pop()
        found = _overrun(work.activities.get(now), schedule, by)
        if found is not None:
            passed.append(found)
        for successor in follows.get(now, ()):
            if successor not in known:
                known[successor] = len(known)
                ahead.append(successor)
    return max(passed, key=lambda one: (one.activity == activity, one.days, one.activity), default=None)


def _overrun(activity: Activity | None, schedule: Schedule, by: Terms) -> Overrun | None:
    if activity is None or activity.planning is None or activity.planning.constraint is None:
        return None
    limit, dates = activity.planning.constraint, schedule.dates[activity.id]
    reached = dates.early_start if limit.type in ("SNLT", "MSO") else dates.early_finish
    if limit.day is None or limit.type in ("SNET", "FNET") or dates.early_finish < schedule.day:
        return None
    place, day = Place(activity, by), sane(limit.day)
    days = place.calendar.between(day, reached)
    if place.elapsed and reached > day:
        days = max(days, 1)
    return Overrun(activity.id, limit, days) if days > 0 else None
