"""Where work of an activity can lie on its calendar, in days instead of the boundaries of a network."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain.activities import Activity, DayUnit
from planner.domain.plan_network import Terms

ONE_DAY = timedelta(1)


class Place:
    """The calendar of an activity (None: a gate milestone) and the rules by which its work stands on it."""

    def __init__(self, activity: Activity | None, by: Terms) -> None:
        own = None if activity is None else by.calendar_of(activity)
        self.calendar = by.calendar if own is None else by.calendars[own]
        estimate = None if activity is None else activity.estimate
        self.elapsed = estimate is not None and estimate.unit == "calendar" and estimate.likely > 0
        """Its days run through every day, whatever the calendar."""

    def next_work(self, day: date) -> date:
        """The first working day from ``day`` on."""
        while not self.calendar.is_work(day):
            day += ONE_DAY
        return day

    def first_from(self, day: date) -> date:
        """The first day from ``day`` on that work can begin or end with."""
        return day if self.elapsed else self.next_work(day)

    def last_finish(self, day: date) -> date:
        """The day on which work ends that is to end on ``day``, or the last working day before it."""
        while not self.elapsed and not self.calendar.is_work(day):
            day -= ONE_DAY
        return day

    def shifted(self, day: date, lag: int, unit: DayUnit) -> date:
        """The morning of ``day`` moved by ``lag`` days: of the calendar, or of every day."""
        if unit == "calendar":
            return day + lag * ONE_DAY
        step = ONE_DAY if lag > 0 else -ONE_DAY
        left = abs(lag)
        while left:
            left -= self.calendar.is_work(day if lag > 0 else day - ONE_DAY)
            day += step
        return day

    def length(self, start: date, finish: date) -> int:
        """Days of work from ``start`` to ``finish``, both included, in the activity's unit."""
        after = finish + ONE_DAY
        return (after - start).days if self.elapsed else self.calendar.between(start, after)

    def finish(self, start: date, days: int) -> date:
        """The last day of ``days`` of work that can begin on ``start``."""
        return self.shifted(start, days, "calendar" if self.elapsed else "work") - ONE_DAY
