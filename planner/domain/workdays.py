"""Working-day calendars, and the day arithmetic every date of a schedule rests on.

Boundaries: the schedule counts in boundaries between days, not in days. Boundary b is the start of day b,
which is the same moment as the end of day b - 1. Work of n working days that starts at a boundary ends n
working days later, the last day included: five days from a Monday start at Monday and end at the boundary of
Saturday, so Friday is the last day worked.

Why: with boundaries a link is plain arithmetic (finish-to-start with lag 0 is "not before this boundary") and
nobody adds or subtracts one. Days come back only when dates are shown.

A boundary may be the start of a working day (a *start*), the end of one (an *end*), both, or neither; on a
weekend Saturday is an end, Sunday neither, Monday a start, and no work lies between the three.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

_EARLIEST, _LATEST = date(1900, 1, 1), date(2899, 12, 31)


def sane(day: date) -> date:
    """``day`` within a thousand years of working life, so that a slip in the year costs nothing."""
    return max(_EARLIEST, min(day, _LATEST))


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked: days of the week (ISO, 1 = Monday to 7 = Sunday), less single days off."""

    work_days: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    days_off: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if not self.work_days <= frozenset(range(1, 8)):
            raise ValueError("work_days must lie within 1 (Monday) and 7 (Sunday)")

    @classmethod
    def week(cls, days: int, days_off: Iterable[date] = ()) -> WorkCalendar:
        """Calendar of the first ``days`` days of the week: 5 to Friday, 6 to Saturday, 7 every day."""
        return cls(frozenset(range(1, days + 1)), frozenset(days_off))

    def is_work(self, day: date) -> bool:
        """True where ``day`` is worked."""
        return day.isoweekday() in self.work_days and day not in self.days_off

    def last_work(self, day: date) -> date:
        """The last working day up to ``day``; ``day`` itself where a year before it has none."""
        before = (day - timedelta(days=n) for n in range(366))
        return next((one for one in before if self.is_work(one)), day)

    def between(self, start: date, end: date) -> int:
        """Working days from ``start`` (included) to ``end`` (not included); negative where end is earlier."""
        if not self.work_days:
            return 0
        low, high = sorted((start, end))
        days = int(np.busday_count(low, high, busdaycal=_busdays(self)))
        return days if start <= end else -days

    def table(self, first: int, days: int) -> DayTable:
        """Table of ``days`` days from the day with ordinal ``first``; equal calendars share their tables."""
        return _table(self, first, days)


class DayTable:
    """Boundaries against working days over a stretch of time, in plain lists because single look-ups rule.

    Boundaries are counted from the first day of the stretch (0). ``before[b]`` is the number of working days
    before boundary b; ``start[k]`` is the start of working day number k, counted from 0. So the end of
    working day k is ``start[k] + 1``.
    """

    __slots__ = ("before", "start")

    def __init__(self, worked: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> None:
        self.before: list[int] = [0, *np.cumsum(worked).tolist()]
        self.start: list[int] = np.flatnonzero(worked).tolist()

    def next_start(self, boundary: int) -> int:
        """First start of a working day at or after ``boundary``."""
        return self.start[self.before[boundary]]

    def last_start(self, boundary: int) -> int:
        """Last start of a working day at or before ``boundary``; 0 where there is none."""
        k = self.before[boundary]
        if k < len(self.start) and self.start[k] == boundary:
            return boundary
        return self.start[k - 1] if k else 0

    def next_end(self, boundary: int) -> int:
        """First end of a working day at or after ``boundary``."""
        k = self.before[boundary]
        return boundary if self.is_end(boundary) else self.start[k] + 1

    def last_end(self, boundary: int) -> int:
        """Last end of a working day at or before ``boundary``; 0 where there is none."""
        k = self.before[boundary]
        return self.start[k - 1] + 1 if k else 0

    def is_end(self, boundary: int) -> bool:
        """True where a working day ends at ``boundary``."""
        k = self.before[boundary]
        return k > 0 and self.start[k - 1] + 1 == boundary

    def shift(self, boundary: int, days: int) -> int:
        """``boundary`` moved by ``days`` working days: forward to an end, back to a start, never below 0.

        Why: a lag of five working days from a Monday is over when Friday ends, a lead from Friday's end goes
        back to the start of a day.
        """
        k = self.before[boundary] + days
        if days > 0:
            return self.start[k - 1] + 1
        if days < 0:
            return self.start[k] if k >= 0 else 0
        return boundary

    def unshift(self, boundary: int, days: int) -> int:
        """Last boundary that ``shift`` by ``days`` brings to ``boundary`` at the latest; never below 0.

        Why: the backward pass must undo the forward pass exactly, on every calendar, or floats turn negative.
        """
        k = self.before[boundary]
        if days > 0:
            return self.start[k - days] if k >= days else 0
        if days < 0:
            return self.start[k - days - (self.start[k] != boundary)]
        return boundary

    def shift_end(self, boundary: int, days: int) -> int:
        """The end ``days`` working days from ``boundary``, forward or back; 0 where there is none.

        Why: where a finish is bounded, Monday's start and Friday's end are one moment, and only the end can
        be a finish.
        """
        k = self.before[boundary] + days
        return self.start[k - 1] + 1 if k > 0 else 0

    def unshift_end(self, boundary: int, days: int) -> int:
        """Last boundary that ``shift_end`` by ``days`` keeps at or before ``boundary``; never below 0."""
        k = self.before[boundary] - days
        return self.start[k] if k >= 0 else 0


@lru_cache(maxsize=64)
def _busdays(calendar: WorkCalendar) -> np.busdaycalendar:
    week = [day in calendar.work_days for day in range(1, 8)]
    return np.busdaycalendar(week, sorted(calendar.days_off))


@lru_cache(maxsize=64)
def _table(calendar: WorkCalendar, first: int, days: int) -> DayTable:
    week = np.array([day in calendar.work_days for day in range(1, 8)])
    worked = week[(np.arange(days) + (first - 1) % 7) % 7]
    off = np.array([day.toordinal() - first for day in calendar.days_off], dtype=np.int64)
    worked[off[(off >= 0) & (off < days)]] = False
    return DayTable(worked)
