"""In which order tasks are reckoned, and the stretch of days within which all their dates must fall."""

from __future__ import annotations

from datetime import date

from planner.domain.network.model import Link, Network
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


def stretch(
    network: Network, spans: list[int], reach: int, calendars: set[WorkCalendar]
) -> tuple[int, int] | None:
    """First ordinal and number of days within which every date must fall; None outside the years 1 to 9999.

    Both are rounded to about a year, so that a small change finds the same tables again.
    """
    lost = sum(-(-len(c.days_off) * 7 // len(c.work_days)) for c in calendars)
    low = high = network.start.toordinal()
    if network.status_date is not None:
        high = max(high, network.status_date.toordinal())
    if network.finish_by is not None:
        low, high = _wider(low, high, network.finish_by, reach)
    for task, days in zip(network.tasks, spans, strict=True):
        for day in (task.actual_start, task.actual_finish, task.not_before):
            if day is not None:
                low, high = _wider(low, high, day, days)
        if task.deadline is not None:
            low, high = _wider(low, high, task.deadline, reach)
        if task.constraint is not None and task.constraint.day is not None:
            low, high = _wider(low, high, task.constraint.day, reach)
    high = max(high, last_opening(network.tasks) or high)
    lead = max((abs(lag) for _, _, _, lag, _ in network.links if lag), default=0)
    first = (low - lost - 60) // 364 * 364
    last = high + reach + lost + 7 * lead + 60
    if first < 1 or last > date.max.toordinal():
        return None
    return first, -(-(last - first) // 364) * 364


def _wider(low: int, high: int, day: date, back: int) -> tuple[int, int]:
    """The stretch from ``low`` to ``high`` widened to ``day`` and ``back`` days before it."""
    ordinal = day.toordinal()
    return min(low, ordinal - back), max(high, ordinal + 1)
