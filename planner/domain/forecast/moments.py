"""A moment in every run: a boundary between days, or the start or end of a numbered working day.

Counting in working days makes most of a pass plain additions and maxima; boundaries are worked out only where
a link, a calendar or calendar days ask for them. Both ways give the days of ``workdays.DayTable`` exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from planner.domain.workdays import DayTable

Ints = npt.NDArray[np.signedinteger[Any]]
Bools = npt.NDArray[np.bool_]


class DayArrays:
    """A ``DayTable`` as arrays: ``ends[k]`` is the end of the k-th working day, ``next_end`` its number."""

    __slots__ = ("before", "ends", "is_end", "next_end", "starts")

    def __init__(self, table: DayTable, kind: np.dtype[Any]) -> None:
        self.before = np.array(table.before, kind)
        self.starts = np.array(table.start, kind)
        self.ends = np.concatenate((np.zeros(1, kind), self.starts + kind.type(1)))
        self.is_end = np.zeros(len(table.before), np.bool_)
        self.is_end[self.ends[1:]] = True
        self.next_end = self.before + ~self.is_end


class Moment:
    """A moment known by its boundary."""

    def __init__(self, boundary: Ints) -> None:
        self._known = boundary

    @property
    def boundary(self) -> Ints:
        return self._known

    def counted(self, days: DayArrays) -> Ints:
        """Working days before this moment in the calendar ``days``."""
        return np.take(days.before, self.boundary, mode="clip")

    def ending(self, days: DayArrays) -> Ints:
        """Number of the first working day of ``days`` that ends at or after this moment."""
        return np.take(days.next_end, self.boundary, mode="clip")

    def within(self, present: Ints) -> Moment:
        """This moment in the runs where ``present`` is 1, the beginning of time where it is 0."""
        return Moment(self.boundary * present)


class AtEnd(Moment):
    """The end of working day number ``count`` of a calendar, counted from 1; the beginning of time for 0."""

    def __init__(self, days: DayArrays, count: Ints) -> None:
        self.days, self.count = days, count

    @cached_property
    def boundary(self) -> Ints:
        return np.take(self.days.ends, self.count, mode="clip")

    def counted(self, days: DayArrays) -> Ints:
        return self.count if days is self.days else super().counted(days)

    def ending(self, days: DayArrays) -> Ints:
        return self.count if days is self.days else super().ending(days)

    def within(self, present: Ints) -> Moment:
        return AtEnd(self.days, self.count * present)


class AtStart(Moment):
    """The start of the working day of a calendar that has ``count`` working days before it."""

    def __init__(self, days: DayArrays, count: Ints) -> None:
        self.days, self.count = days, count

    @cached_property
    def boundary(self) -> Ints:
        return np.take(self.days.starts, self.count, mode="clip")

    def counted(self, days: DayArrays) -> Ints:
        return self.count if days is self.days else super().counted(days)


class Latest(Moment):
    """The latest of some moments and of a boundary that is the same in every run; arrays are like ``like``.

    Why ends are compared by their number first: a gate waits for hundreds of activities of one calendar, and
    only the last of them has to be turned into a boundary.
    """

    def __init__(self, fixed: int, moments: Sequence[Moment], like: Ints) -> None:
        self._fixed, self._moments, self._like = fixed, moments, like

    @cached_property
    def boundary(self) -> Ints:
        ends: dict[int, AtEnd] = {}
        found: list[Moment] = []
        for moment in self._moments:
            if isinstance(moment, AtEnd):
                other = ends.get(id(moment.days))
                count = moment.count if other is None else np.maximum(other.count, moment.count)
                ends[id(moment.days)] = AtEnd(moment.days, count)
            else:
                found.append(moment)
        boundaries = [moment.boundary for moment in (*found, *ends.values())]
        return _maximum(self._fixed, boundaries, self._like)

    def counted(self, days: DayArrays) -> Ints:
        fixed = days.before[self._fixed]
        return _maximum(fixed, [moment.counted(days) for moment in self._moments], self._like)


class Milestone(Moment):
    """A milestone set by ``set_by``; it stands at the start of a day (``morning``) or at an end.

    ``fixed`` are boundaries, the same in every run, that set it as a start does; ``starts`` are moments that
    do, each with the milestone it comes from: there it counts only where that one stands in the morning.
    """

    def __init__(
        self,
        days: DayArrays,
        set_by: Latest,
        fixed: Sequence[int] = (),
        starts: Sequence[tuple[Moment, Milestone | None]] = (),
    ) -> None:
        self.days, self.set_by, self._fixed, self._starts = days, set_by, fixed, starts
        self._present: Ints | None = None

    @cached_property
    def morning(self) -> Bools:
        """The runs in which it stands at the start of a day."""
        set_by = self.set_by.boundary
        found = ~np.take(self.days.is_end, set_by, mode="clip")
        for boundary in self._fixed:
            found |= set_by == boundary
        for moment, milestone in self._starts:
            same = set_by == moment.boundary
            found |= same if milestone is None else same & milestone.morning
        return found

    @cached_property
    def boundary(self) -> Ints:
        set_by = self.set_by
        next_start = np.take(self.days.starts, set_by.counted(self.days), mode="clip")
        found = np.where(self.morning, next_start, set_by.boundary)
        return found if self._present is None else found * self._present

    def counted(self, days: DayArrays) -> Ints:
        if days is not self.days:
            return super().counted(days)
        found = self.set_by.counted(days)
        return found if self._present is None else found * self._present

    def within(self, present: Ints) -> Moment:
        found = Milestone(self.days, self.set_by, self._fixed, self._starts)
        found._present = present
        return found


def _maximum(fixed: Any, arrays: list[Ints], like: Ints) -> Ints:
    """Largest in each run of ``arrays`` and of the number ``fixed``, as an array like ``like``."""
    if not arrays:
        return np.full_like(like, fixed)
    found: Ints = np.maximum(arrays[0], fixed)
    for array in arrays[1:]:
        np.maximum(found, array, out=found)
    return found
