"""What bounds a task apart from its links: the start, the status date, its record, its constraint."""

from __future__ import annotations

from typing import NamedTuple

from planner.domain.network.model import Task
from planner.domain.workdays import DayTable

FAR = 1 << 60
"""A boundary after all others: no bound."""


class Bounds(NamedTuple):
    """Boundaries between which what is left of a task should lie, counted from the origin of its network.

    The early ones hold, the late ones turn floats negative where they cannot be met. For a milestone the late
    finish is the end of the last day it should stand on.
    """

    start: int
    finish: int = 0
    late_start: int = FAR
    late_finish: int = FAR


def actual(task: Task, table: DayTable, origin: int, first: int) -> tuple[int, int]:
    """Boundaries between which a task really ran; 0 where it has not started or not ended.

    A finished task without a start began its duration before its finish, but not before the network starts
    (``first``) unless it was over by then; no task begins after its finish.
    """
    begun = None if task.actual_start is None else task.actual_start.toordinal() - origin
    if task.actual_finish is None:
        return (begun or 0, 0)
    end = task.actual_finish.toordinal() + 1 - origin
    if begun is None:
        begun = end - task.duration if task.unit == "calendar" else table.shift(end, -task.duration)
        begun = max(begun, first)
    return (min(begun, end - 1), end)


def bounds(
    task: Task, days: int, begun: int, table: DayTable, origin: int, start: int, status: int
) -> Bounds:
    """Bounds of the ``days`` still to be done of a task that really started at ``begun``.

    ``start`` is the earliest boundary of unstarted work, ``status`` that of work in progress. With nothing
    left, what is begun goes on at the end of the day on which it began.
    """
    if task.actual_start is not None:
        low = max(begun + (days == 0), status)
    elif task.not_before is None:
        low = start
    else:
        low = max(start, task.not_before.toordinal() - origin)
    high = FAR if task.deadline is None else task.deadline.toordinal() + 1 - origin
    found = Bounds(low, late_finish=high)
    if task.constraint is None or task.constraint.day is None:
        return found
    return _constrained(found, task, days, table, task.constraint.day.toordinal() - origin)


def _constrained(found: Bounds, task: Task, days: int, table: DayTable, day: int) -> Bounds:
    """``found`` narrowed by the task's constraint, whose day starts at the boundary ``day``.

    Why the limits of a milestone count its day: it has no length, so one that is reached when its day ends
    has still started on that day.
    """
    kind, in_days = task.constraint.type if task.constraint else "", task.unit == "calendar" and days > 0
    low, end, late_start, late_finish = found
    if task.actual_start is None and kind in ("SNET", "SNLT", "MSO"):
        first = table.next_start(day) if kind == "MSO" and not in_days else day
        if kind != "SNLT":
            low = max(low, first)
        if kind != "SNET" and days:
            late_start = first
        elif kind != "SNET":
            late_finish = min(late_finish, first + 1)
    elif kind in ("FNET", "FNLT", "MFO"):
        last = table.last_end(day + 1) if kind == "MFO" and not in_days else day + 1
        if kind != "FNLT":
            end = last
        if kind != "FNET":
            late_finish = min(late_finish, last)
    return Bounds(low, end, late_start, late_finish)
