"""In which order tasks are reckoned, and the stretch of days within which all their dates must fall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from planner.domain.network.model import Link, Network, NetworkProblem
from planner.domain.network.windows import last_opening
from planner.domain.workdays import WorkCalendar


def order_of(
    links: tuple[Link, ...], ends: list[tuple[int, int]], spans: list[int], calendars: list[WorkCalendar]
) -> tuple[list[int], int]:
    """Task numbers, predecessors first (not all where there is a cycle), and a longest chain in days."""
    waiting = [0] * len(spans)
    follows: list[list[int]] = [[] for _ in spans]
    for i, j in ends:
        waiting[j] += 1
        follows[i].append(j)
    lags: dict[int, int] = {}
    for (_, _, _, lag, unit), (i, _) in zip(links, ends, strict=True):
        if lag:
            lags[i] = max(lags.get(i, 0), span(abs(lag), unit, calendars[i]))
    order = [i for i, count in enumerate(waiting) if count == 0]
    reach = list(spans)
    for i in order:
        behind = reach[i] + lags.get(i, 0)
        for j in follows[i]:
            if behind + spans[j] > reach[j]:
                reach[j] = behind + spans[j]
            waiting[j] -= 1
            if waiting[j] == 0:
                order.append(j)
    return order, max(reach)


def span(days: int, unit: str, calendar: WorkCalendar) -> int:
    """Calendar days that ``days`` days take at most, days off not counted."""
    return days if unit == "calendar" else -(-days * 7 // len(calendar.work_days)) + 7


class _Named(NamedTuple):
    """A date named in a network, and the days up to it that dates can be reckoned back; whose it is."""

    day: date
    back: int = 0
    task: str | None = None


def stretch(
    network: Network, spans: list[int], reach: int, calendars: set[WorkCalendar]
) -> tuple[int, int] | NetworkProblem:
    """First ordinal and number of days within which every date must fall, or which date lies too far off.

    Both are rounded to about a year, so that a small change finds the same tables again. Too far is what
    leads out of the years 1 to 9999.
    """
    lost = sum(-(-len(c.days_off) * 7 // len(c.work_days)) for c in calendars)
    lead = max((abs(lag) for _, _, _, lag, _ in network.links if lag), default=0)
    ahead = reach + lost + 7 * lead + 60
    lowest = highest = network.start.toordinal()
    for day, back, task in _named(network, spans, reach):
        ordinal = day.toordinal()
        lowest, highest = min(lowest, ordinal - back), max(highest, ordinal + 1)
        if (lowest - lost - 60) // 364 < 1 or highest + ahead > date.max.toordinal():
            return NetworkProblem("beyond_calendar", (*([] if task is None else [task]), day.isoformat()))
    first = (lowest - lost - 60) // 364 * 364
    return first, -(-(highest + ahead - first) // 364) * 364


def _named(network: Network, spans: list[int], reach: int) -> Iterator[_Named]:
    """Every date that a network names, its start first."""
    yield _Named(network.start)
    if network.status_date is not None:
        yield _Named(max(network.status_date, network.start))
    if network.finish_by is not None:
        yield _Named(network.finish_by, reach)
    for task, days in zip(network.tasks, spans, strict=True):
        for day in (task.actual_start, task.actual_finish, task.not_before):
            if day is not None:
                yield _Named(day, days, task.id)
        limits = (task.deadline, None if task.constraint is None else task.constraint.day)
        for day in limits:
            if day is not None:
                yield _Named(day, reach, task.id)
    opening = last_opening(network.tasks)
    if opening is not None:
        yield _Named(max(opening[0], network.start), 0, opening[1])
