"""From a network to lists of plain numbers: order, arrows, day tables, progress.

Why apart from the passes: the structure is worked out once, the passes may run many times over it.
"""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.network.bounds import Bounds, actual, bounds
from planner.domain.network.model import Link, Network, NetworkProblem, Task
from planner.domain.network.problems import find_cycle, problems_of
from planner.domain.network.stretch import order_of, span, stretch
from planner.domain.network.windows import Open, open_between
from planner.domain.workdays import DayTable

UNSTARTED, IN_PROGRESS, FINISHED = range(3)

# (other task, bounds from the finish, bounds the finish, lag, lag in calendar days, predecessor's table)
Arrow = tuple[int, bool, bool, int, bool, DayTable]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A network as parallel lists by task number; every boundary is counted from ``origin`` (an ordinal).

    ``plain_in`` and ``plain_out`` hold the finish-to-start links without lag between work, ``arrows_in`` and
    ``arrows_out`` all others; links into finished tasks bind nothing and stand only in ``arrows``. ``arrows``
    follows ``links`` (None: a plain one), as ``ends`` does with the numbers of predecessor and successor.
    ``days`` is the work still to be scheduled, ``bounds`` what limits it apart from links, ``windows`` those
    of unstarted work, the first to open in front. ``postponed`` are the tasks as late as possible,
    ``finish_by`` the imposed end of the goal or of the whole.
    """

    origin: int
    tasks: tuple[Task, ...]
    links: tuple[Link, ...]
    order: list[int]
    tables: list[DayTable]
    elapsed: list[bool]
    days: list[int]
    stage: list[int]
    bounds: list[Bounds]
    windows: list[tuple[Open, ...]]
    postponed: frozenset[int]
    actual_start: list[int]
    actual_finish: list[int]
    goal: int | None
    finish_by: int | None
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
    spans = [span(n, t.unit, c) for n, t, c in zip(days, tasks, calendars, strict=True)]
    order, reach = order_of(links, ends, spans, calendars)
    if len(order) < len(tasks):
        return (
            NetworkProblem("cycle", tuple(tasks[i].id for i in find_cycle(ends, set(order), len(tasks)))),
        )
    whole = stretch(network, spans, reach, set(used.values()))
    if isinstance(whole, NetworkProblem):
        return (whole,)
    origin, length = whole
    shared = {name: calendar.table(origin, length) for name, calendar in used.items()}
    tables = [shared[task.calendar] for task in tasks]
    stage = [FINISHED if t.actual_finish else IN_PROGRESS if t.actual_start else UNSTARTED for t in tasks]
    first = network.start.toordinal() - origin
    ran = [actual(task, table, origin, first) for task, table in zip(tasks, tables, strict=True)]
    start = max(network.start, network.status_date or network.start).toordinal() - origin
    status = 0 if network.status_date is None else network.status_date.toordinal() - origin
    distinct = {task.windows for task in tasks}
    opened = {windows: open_between(windows, origin, start, length) for windows in distinct}
    net = Compiled(
        origin=origin,
        tasks=tasks,
        links=links,
        order=order,
        tables=tables,
        elapsed=[task.unit == "calendar" for task in tasks],
        days=days,
        stage=stage,
        bounds=[
            bounds(task, n, begun, table, origin, start, status)
            for task, n, (begun, _), table in zip(tasks, days, ran, tables, strict=True)
        ],
        windows=[
            opened[task.windows] if n and now == UNSTARTED else ()
            for task, n, now in zip(tasks, days, stage, strict=True)
        ],
        postponed=frozenset(
            i
            for i, task in enumerate(tasks)
            if task.constraint is not None and task.constraint.type == "ALAP" and stage[i] == UNSTARTED
        ),
        actual_start=[start for start, _ in ran],
        actual_finish=[finish for _, finish in ran],
        goal=None if network.goal is None else number[network.goal],
        finish_by=None if network.finish_by is None else network.finish_by.toordinal() + 1 - origin,
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
    stage, days, arrows = net.stage, net.days, net.arrows
    plain_in, plain_out = net.plain_in, net.plain_out
    for (_, _, kind, lag, unit), (i, j) in zip(net.links, net.ends, strict=True):
        if lag == 0 and kind == "FS" and days[j] and stage[j] != FINISHED:
            plain_in[j].append(i)
            plain_out[i].append(j)
            arrows.append(None)
            continue
        rest = (kind[0] == "F", kind[1] == "F", lag, lag != 0 and unit == "calendar", net.tables[i])
        arrow = (i, *rest)
        arrows.append(arrow)
        if stage[j] != FINISHED:
            net.arrows_in[j].append(arrow)
            net.arrows_out[i].append((j, *rest))
