"""By when an activity must be finished, and whether it is late: for the target, else for the launch.

Whoever tells or sorts by a due date, by room or by lateness asks here, so that all screens say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.domain.readiness import SETTLED, Readiness
from planner.domain.schedule import Schedule
from planner.domain.target import TargetDates


@dataclass(frozen=True, slots=True)
class Limit:
    """The last day by which an activity must be finished, and the working days of room up to it.

    ``to_target``: counted back from the plan's target, not from the launch on the present course.
    """

    latest: date
    total_float: int
    to_target: bool = False

    @property
    def missed(self) -> bool:
        """True where the day cannot be kept on the present course."""
        return self.total_float < 0

    def passed(self, day: date) -> bool:
        """True where the activity is late as of ``day``: its day is over, or out of reach."""
        return self.missed or self.latest < day


def limit_of(
    activity: str, readiness: Readiness, schedule: Schedule, target: TargetDates | None
) -> Limit | None:
    """By when an activity must be finished for the target, else for the launch on the present course.

    None where nothing more is asked of anybody. What the launch does not wait for (later waves, the time
    after the opening) has no latest date for the target either.
    """
    dates = schedule.dates.get(activity)
    if dates is None or readiness.activities[activity].standing in SETTLED:
        return None
    wanted = None if target is None else target.activities.get(activity)
    if wanted is not None:
        return Limit(wanted.finish, wanted.total_float, to_target=True)
    return Limit(dates.late_finish, dates.total_float)


def tightest(limits: Iterable[Limit]) -> Limit:
    """What several activities leave for all of them: the first of their days and the least of their room."""
    known = tuple(limits)
    return Limit(
        min(limit.latest for limit in known),
        min(limit.total_float for limit in known),
        to_target=any(limit.to_target for limit in known),
    )
