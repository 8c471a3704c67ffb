"""The passes read as dates: what a network's solution says to people."""

from __future__ import annotations

from datetime import date

from planner.domain.network.compiled import FINISHED, IN_PROGRESS, UNSTARTED, Compiled, compile_network
from planner.domain.network.model import Link, Network, NetworkProblem, Solution, TaskDates
from planner.domain.network.passes import Early, Late, backward, forward, reached


def solve(network: Network) -> Solution | tuple[NetworkProblem, ...]:
    """Dates, floats, driving links and progress out of sequence, or everything that prevents a solution.

    A task is critical when it is not finished and its total float is 0 or less. Where tasks follow different
    calendars or calendar days, float can change along the longest chain, because a weekend that one task
    works is slack to another; ``driving`` tells that chain.
    """
    net = compile_network(network)
    if isinstance(net, tuple):
        return net
    early = forward(net)
    late = backward(net, early)
    tasks = {task.id: _dates(net, early, late, i) for i, task in enumerate(net.tasks)}
    return Solution(
        finish=max(dates.ef for dates in tasks.values()),
        tasks=tasks,
        driving=_driving(net, early),
        out_of_sequence=_out_of_sequence(net, early),
    )


def _dates(net: Compiled, early: Early, late: Late, i: int) -> TaskDates:
    stage, table = net.stage[i], net.tables[i]
    es, ef, ls, lf = early.start[i], early.finish[i] - 1, late.start[i], late.finish[i] - 1
    if net.days[i] == 0 and stage == IN_PROGRESS:
        ef, lf = (max(es, table.last_end(finish + 1) - 1) for finish in (ef, lf))
    elif net.days[i] == 0 and stage == UNSTARTED:
        ef, lf = ef + early.morning[i], lf + early.morning[i]
        es, ls = ef, lf
    day, origin, total = date.fromordinal, net.origin, late.total_float[i]
    return TaskDates(
        day(origin + es),
        day(origin + ef),
        day(origin + ls),
        day(origin + lf),
        total,
        late.free_float[i],
        total <= 0 and stage != FINISHED,
    )


def _driving(net: Compiled, early: Early) -> tuple[Link, ...]:
    """Links whose successor could be earlier if they let it.

    Why finished predecessors count only past the successor's floor: a successor that waits for the status
    date alone is not held by work that is over.
    """
    found = []
    for link, (i, j), arrow in zip(net.links, net.ends, net.arrows, strict=True):
        if net.stage[j] == FINISHED:
            continue
        boundary, table = reached(arrow, early), net.tables[j]
        if net.stage[i] == FINISHED and boundary <= net.floor[j]:
            continue
        if net.days[j] == 0:
            drives = boundary == early.set_by[j]
        elif net.elapsed[j]:
            drives = boundary == (early.finish[j] if arrow[2] else early.resume[j])
        elif arrow[2]:
            drives = table.next_end(boundary) == early.finish[j]
        else:
            drives = table.next_start(boundary) == early.resume[j]
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
    for link, (_, j), arrow in zip(net.links, net.ends, net.arrows, strict=True):
        if net.stage[j] == UNSTARTED:
            continue
        boundary, from_finish, to_finish = reached(arrow, early), arrow[1], arrow[2]
        if to_finish:
            broken = net.stage[j] == FINISHED and early.finish[j] < boundary
        else:
            known = net.tasks[j].actual_start is not None
            broken = known and early.start[j] < boundary - from_finish
        if broken:
            found.append(link)
    return tuple(found)
