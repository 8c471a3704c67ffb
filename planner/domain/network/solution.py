"""The passes read as dates: what a network's solution says to people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from planner.domain.network.compiled import FINISHED, IN_PROGRESS, UNSTARTED, Compiled, compile_network
from planner.domain.network.late import Late, both_passes
from planner.domain.network.model import Link, Network, NetworkProblem, Solution, TaskDates
from planner.domain.network.passes import Early, forward, reached


def solve(network: Network) -> Solution | tuple[NetworkProblem, ...]:
    """Dates, floats, driving links and progress out of sequence, or everything that prevents a solution.

    A task is critical when it is not finished and its total float is 0 or less. Where tasks follow different
    calendars or calendar days, float can change along the longest chain, because a weekend that one task
    works is slack to another; ``driving`` tells that chain.
    """
    net = compile_network(network)
    if isinstance(net, tuple):
        return net
    early, late = both_passes(net)
    tasks = {task.id: _dates(net, early, late, i) for i, task in enumerate(net.tasks)}
    return Solution(
        finish=max(dates.ef for dates in tasks.values()),
        tasks=tasks,
        driving=_driving(net, early),
        out_of_sequence=_out_of_sequence(net, early),
        ready={
            task.id: date.fromordinal(net.origin + early.ready.get(i, early.start[i]))
            for i, task in enumerate(net.tasks)
            if task.windows and net.days[i] and net.stage[i] == UNSTARTED
        },
    )


def earliest_finishes(network: Network) -> Mapping[str, date] | tuple[NetworkProblem, ...]:
    """Early finish of every task by id, from the forward pass alone, or everything that prevents it."""
    net = compile_network(network)
    if isinstance(net, tuple):
        return net
    early = both_passes(net)[0] if net.postponed else forward(net)
    return {
        task.id: date.fromordinal(net.origin + _shown(net, early, i, early.start[i], early.finish[i])[1])
        for i, task in enumerate(net.tasks)
    }


def _dates(net: Compiled, early: Early, late: Late, i: int) -> TaskDates:
    es, ef, ls, lf = early.start[i], early.finish[i] - 1, late.start[i], late.finish[i] - 1
    if not net.days[i]:
        es, ef = _shown(net, early, i, es, ef + 1)
        ls, lf = _shown(net, early, i, ls, lf + 1)
    day, origin, total = date.fromordinal, net.origin, late.total_float[i]
    critical = total <= 0 and net.stage[i] != FINISHED
    free = late.free_float[i]
    return TaskDates(
        day(origin + es), day(origin + ef), day(origin + ls), day(origin + lf), total, free, critical
    )


def _shown(net: Compiled, early: Early, i: int, start: int, finish: int) -> tuple[int, int]:
    """First and last day of a task between two boundaries, counted from the origin.

    Work with nothing left but no recorded finish ends with the last working day before its boundary.
    """
    if net.days[i] or net.stage[i] == FINISHED:
        return start, finish - 1
    if net.stage[i] == IN_PROGRESS:
        return start, max(start, net.tables[i].last_end(finish) - 1)
    day = finish if early.morning[i] else finish - 1
    return day, day


def _driving(net: Compiled, early: Early) -> tuple[Link, ...]:
    """Links whose successor could be earlier if they let it.

    Why finished predecessors count only past the successor's floor: a successor that waits for the status
    date alone is not held by work that is over.
    """
    found = []
    for link, (i, j), arrow in zip(net.links, net.ends, net.arrows, strict=True):
        if net.stage[j] == FINISHED:
            continue
        boundary = early.finish[i] if arrow is None else reached(arrow, early)
        if net.stage[i] == FINISHED and boundary <= net.bounds[j].start:
            continue
        to_finish = arrow is not None and arrow[2]
        if net.days[j] == 0:
            drives = boundary == early.set_by[j]
        elif net.elapsed[j]:
            drives = boundary == (early.finish[j] if to_finish else early.resume[j])
        elif to_finish:
            drives = net.tables[j].next_end(boundary) == early.finish[j]
        else:
            table = net.tables[j]
            drives = table.start[table.before[boundary]] == early.resume[j]
        if drives:
            found.append(link)
    return tuple(found)


def _out_of_sequence(net: Compiled, early: Early) -> tuple[Link, ...]:
    """Links that the recorded dates contradict.

    Why a start on the day of the predecessor's finish passes: a record of whole days cannot tell whether the
    hand-over was kept.
    """
    found: list[Link] = []
    if not any(net.stage):
        return ()
    for link, (i, j), arrow in zip(net.links, net.ends, net.arrows, strict=True):
        if net.stage[j] == UNSTARTED:
            continue
        boundary = early.finish[i] if arrow is None else reached(arrow, early)
        from_finish, to_finish = (True, False) if arrow is None else arrow[1:3]
        if to_finish:
            broken = net.stage[j] == FINISHED and early.finish[j] < boundary
        else:
            known = net.tasks[j].actual_start is not None
            broken = known and early.start[j] < boundary - from_finish
        if broken:
            found.append(link)
    return tuple(found)
