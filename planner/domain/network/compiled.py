"""From a network to lists of plain numbers: order, arrows, day tables, progress.

Why apart from the passes: the structure is worked out once, the passes may run many times over it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.network.model import Link, Network, NetworkProblem, Task
from planner.domain.network.problems import find_cycle, problems_of
from planner.domain.workdays import DayTable, WorkCalendar

UNSTARTED, IN_PROGRESS, FINISHED = range(3)

# (other task, bounds from the finish, bounds the finish, lag, lag in calendar days, predecessor's table)
Arrow = tuple[int, bool, bool, int, bool, DayTable]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A network as parallel lists by task number; every boundary is counted from ``origin`` (an ordinal).

    ``plain_in`` and ``plain_out`` hold the finish-to-start links without lag between work, ``arrows_in`` and
    ``arrows_out`` all others; links into finished tasks bind nothing and stand only in ``arrows``. ``arrows``
    follows ``links`` (None: a plain one), as ``ends`` does with the numbers of predecessor and successor.
    ``days`` is the work still to be scheduled. ``floor`` is the earliest boundary of that work.
    """

    origin: int
    tasks: tuple[Task, ...]
    links: tuple[Link, ...]
    order: list[int]
    tables: list[DayTable]
    elapsed: list[bool]
    days: list[int]
    stage: list[int]
    floor: list[int]
    actual_start: list[int]
    actual_finish: list[int]
    deadline: list[int | None]
    goal: int | None
    ends: list[tuple[int, int]]
    arrows: list[Arrow | None]
    plain_in: list[list[int]]
    plain_out: list[list[int]]
    arrows_in: list[list[Arrow]]
    arrows_out: list[list[Arrow]]


def compile_network(network: Network) -> Compiled | tuple[NetworkProblem, ...]:
    """The network ready for the passes, or everything that is wrong with it."""
    found = problems_of(network)
    if found:
        return found
    tasks, links = network.tasks, network.links
    number = {task.id: i for i, task in enumerate(tasks)}
    ends = [(number[link.predecessor], number[link.successor]) for link in links]
    names = dict.fromkeys(task.calendar for task in tasks)
    used = {name: network.default if name is None else network.calendars[name] for name in names}
    calendars = [used[task.calendar] for task in tasks]
    days = [t.duration if t.remaining is None else t.remaining for t in tasks]
    spans = [_span(n, t.unit, c) for n, t, c in zip(days, tasks, calendars, strict=True)]
    order, reach = _order(links, ends, spans, calendars)
    if len(order) < len(tasks):
        return (
            NetworkProblem("cycle", tuple(tasks[i].id for i in find_cycle(ends, set(order), len(tasks)))),
        )
    stretch = _stretch(network, spans, reach, set(used.values()))
    if stretch is None:
        return (NetworkProblem("beyond_calendar", (network.start.isoformat(),)),)
    origin, length = stretch
    shared = {name: calendar.table(origin, length) for name, calendar in used.items()}
    tables = [shared[task.calendar] for task in tasks]
    stage = [FINISHED if t.actual_finish else IN_PROGRESS if t.actual_start else UNSTARTED for t in tasks]
    first = network.start.toordinal() - origin
    actual = [_actual(task, table, origin, first) for task, table in zip(tasks, tables, strict=True)]
    start = max(network.start, network.status_date or network.start).toordinal() - origin
    status = 0 if network.status_date is None else network.status_date.toordinal() - origin
    net = Compiled(
        origin=origin,
        tasks=tasks,
        links=links,
        order=order,
        tables=tables,
        elapsed=[task.unit == "calendar" for task in tasks],
        days=days,
        stage=stage,
        floor=[
            _floor(task, n == 0, begun, start, status, origin)
            for task, n, (begun, _) in zip(tasks, days, actual, strict=True)
        ],
        actual_start=[start for start, _ in actual],
        actual_finish=[finish for _, finish in actual],
        deadline=[None if t.deadline is None else t.deadline.toordinal() + 1 - origin for t in tasks],
        goal=None if network.goal is None else number[network.goal],
        ends=ends,
        arrows=[],
        plain_in=[[] for _ in tasks],
        plain_out=[[] for _ in tasks],
        arrows_in=[[] for _ in tasks],
        arrows_out=[[] for _ in tasks],
    )
    _join(net)
    return net


def _join(net: Compiled) -> None:
    """Hang every link on the two tasks it joins."""
    for (_, _, kind, lag, unit), (i, j) in zip(net.links, net.ends, strict=True):
        finished = net.stage[j] == FINISHED
        if lag == 0 and kind == "FS" and net.days[j] and not finished:
            net.plain_in[j].append(i)
            net.plain_out[i].append(j)
            net.arrows.append(None)
            continue
        rest = (kind[0] == "F", kind[1] == "F", lag, lag != 0 and unit == "calendar", net.tables[i])
        arrow = (i, *rest)
        net.arrows.append(arrow)
        if not finished:
            net.arrows_in[j].append(arrow)
            net.arrows_out[i].append((j, *rest))


def _order(
    links: tuple[Link, ...], ends: list[tuple[int, int]], spans: list[int], calendars: list[WorkCalendar]
) -> tuple[list[int], int]:
    """Task numbers, predecessors first (not all where there is a cycle), and the longest chain in days."""
    waiting = [0] * len(spans)
    follows: list[list[tuple[int, int]]] = [[] for _ in spans]
    for link, (i, j) in zip(links, ends, strict=True):
        waiting[j] += 1
        follows[i].append((j, _span(abs(link.lag), link.lag_unit, calendars[i]) if link.lag else 0))
    order = [i for i, count in enumerate(waiting) if count == 0]
    reach = list(spans)
    for i in order:
        base = reach[i]
        for j, lag in follows[i]:
            if base + lag + spans[j] > reach[j]:
                reach[j] = base + lag + spans[j]
            waiting[j] -= 1
            if waiting[j] == 0:
                order.append(j)
    return order, max(reach)


def _span(days: int, unit: str, calendar: WorkCalendar) -> int:
    """Calendar days that ``days`` days take at most, days off not counted."""
    return days if unit == "calendar" else -(-days * 7 // len(calendar.work_days)) + 7


def _stretch(
    network: Network, spans: list[int], reach: int, calendars: set[WorkCalendar]
) -> tuple[int, int] | None:
    """First ordinal and number of days within which every date must fall; None past the last date there is.

    Both are rounded to about a year, so that a small change finds the same tables again.
    """
    lost = sum(-(-len(c.days_off) * 7 // len(c.work_days)) for c in calendars)
    low = high = network.start.toordinal()
    if network.status_date is not None:
        high = max(high, network.status_date.toordinal())
    for task, span in zip(network.tasks, spans, strict=True):
        for day in (task.actual_start, task.actual_finish, task.not_before):
            if day is not None:
                low, high = min(low, day.toordinal() - span), max(high, day.toordinal() + 1)
        if task.deadline is not None:
            low = min(low, task.deadline.toordinal() - reach)
    lead = max((abs(link.lag) for link in network.links), default=0)
    last = high + reach + lost + 7 * lead + 60
    if last > date.max.toordinal():
        return None
    first = (low - lost - 60) // 364 * 364
    return first, -(-(last - first) // 364) * 364


def _actual(task: Task, table: DayTable, origin: int, first: int) -> tuple[int, int]:
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


def _floor(task: Task, nothing_left: bool, begun: int, start: int, status: int, origin: int) -> int:
    """Earliest boundary of what is still to be done; with nothing left, the end of the day it began."""
    if task.actual_start is not None:
        return max(begun + nothing_left, status)
    return start if task.not_before is None else max(start, task.not_before.toordinal() - origin)
