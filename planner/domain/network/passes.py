"""The two passes of the critical path method over a compiled network, in boundaries counted from its origin.

Forward, every task takes the earliest place its floor and its links allow; backward, the latest that moves
no other beyond its latest. Work in progress keeps its real start, and what remains of it obeys the links like
new work (retained logic): ``resume`` is where that remainder begins.

Milestones: a milestone stands on the day on which the predecessor that sets it finishes, that is at the end
of that day. Where a start sets it (a start link, the status date, the start of the project), where that
finish is no working day of its own calendar, or where a milestone at the start of a day sets it, it stands
at the start of a working day (``morning``). With a finish and a start at the same boundary the start wins, so
that a milestone is never shown before anything it waits for.
"""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.network.compiled import FINISHED, IN_PROGRESS, UNSTARTED, Arrow, Compiled

_FAR = 1 << 60


@dataclass(frozen=True, slots=True)
class Early:
    """Earliest boundaries by task number; ``set_by`` is what set a milestone, before it took a workday."""

    start: list[int]
    resume: list[int]
    finish: list[int]
    morning: list[bool]
    set_by: list[int]


@dataclass(frozen=True, slots=True)
class Late:
    """Latest boundaries and floats by task number; finished work keeps its dates and has no float."""

    start: list[int]
    finish: list[int]
    total_float: list[int]
    free_float: list[int]


def reached(arrow: Arrow, early: Early) -> int:
    """The boundary a link sets for its successor; ``arrow`` names the predecessor."""
    i, from_finish, to_finish, lag, elapsed, table = arrow
    boundary = early.finish[i] if from_finish else early.start[i]
    if elapsed:
        return max(0, boundary + lag)
    if to_finish and (lag or not from_finish):
        return table.shift_end(boundary, lag)
    return table.shift(boundary, lag)


def forward(net: Compiled) -> Early:
    """Earliest boundaries of every task."""
    count = len(net.tasks)
    start, resume, finish, set_by = [0] * count, [0] * count, [0] * count, [0] * count
    morning = [False] * count
    early = Early(start, resume, finish, morning, set_by)
    days, elapsed, tables, stages = net.days, net.elapsed, net.tables, net.stage
    for i in net.order:
        stage = stages[i]
        if stage == FINISHED:
            start[i] = resume[i] = net.actual_start[i]
            finish[i] = net.actual_finish[i]
            continue
        low, end, n = net.floor[i], 0, days[i]
        for p in net.plain_in[i]:
            if finish[p] > low:
                low = finish[p]
        for arrow in net.arrows_in[i]:
            boundary = reached(arrow, early)
            if not arrow[2]:
                low = max(low, boundary)
            elif boundary > end:
                end = boundary
        if n == 0:
            set_by[i] = low = max(low, end)
            if stage == UNSTARTED:
                low, morning[i] = _milestone(net, early, i, low)
            first = last = low
        elif elapsed[i]:
            last = max(low + n, end)
            first = last - n
        else:
            table = tables[i]
            k = table.before[low] + n
            last = table.start[k - 1] + 1
            if end > last:
                last = table.next_end(end)
                k = table.before[last]
            first = table.start[k - n]
        resume[i], finish[i] = first, last
        start[i] = net.actual_start[i] if stage == IN_PROGRESS else first
    return early


def _milestone(net: Compiled, early: Early, i: int, boundary: int) -> tuple[int, bool]:
    """Where a milestone set at ``boundary`` stands, and whether at the start of a day."""
    table = net.tables[i]
    by_start = boundary == net.floor[i] or any(
        reached(arrow, early) == boundary and (not arrow[1] or early.morning[arrow[0]])
        for arrow in net.arrows_in[i]
    )
    if by_start or not table.is_end(boundary):
        return table.next_start(boundary), True
    return boundary, False


def backward(net: Compiled, early: Early) -> Late:
    """Latest boundaries and floats, back from the finish of the goal or of the whole network.

    Total float is how far a finish can move without moving the goal, free float without moving the early
    dates of any other task; both in working days of the task's calendar. A milestone at the start of a day
    counts as its day, so that it is never allowed on the day after the last.
    """
    count = len(net.tasks)
    start, resume, finish = list(early.start), list(early.resume), list(early.finish)
    total_float, free_float = [0] * count, [0] * count
    horizon = max(finish + morning for finish, morning in zip(early.finish, early.morning, strict=True))
    plain_out, arrows_out, early_resume = net.plain_out, net.arrows_out, early.resume
    for i in reversed(net.order):
        stage = net.stage[i]
        if stage == FINISHED:
            continue
        late_end = free_end = early.finish[i] if i == net.goal else horizon - early.morning[i]
        late_start = free_start = _FAR
        deadline = net.deadline[i]
        if deadline is not None:
            late_end = min(late_end, deadline - early.morning[i])
        for j in plain_out[i]:
            if resume[j] < late_end:
                late_end = resume[j]
            if early_resume[j] < free_end:
                free_end = early_resume[j]
        for arrow in arrows_out[i]:
            j, from_finish, to_finish = arrow[:3]
            late = _allowed(arrow, finish[j] if to_finish else resume[j])
            free = _allowed(arrow, early.finish[j] if to_finish else early_resume[j])
            if from_finish:
                late_end, free_end = min(late_end, late), min(free_end, free)
            elif stage == UNSTARTED:
                late_start, free_start = min(late_start, late), min(free_start, free)
        before = net.tables[i].before
        resume[i], finish[i] = _latest(net, early, i, late_end, late_start)
        if stage == UNSTARTED:
            start[i] = resume[i]
        base = before[early.finish[i]]
        total_float[i] = before[finish[i]] - base
        free_float[i] = before[_latest(net, early, i, free_end, free_start)[1]] - base
    return Late(start, finish, total_float, free_float)


def _allowed(arrow: Arrow, boundary: int) -> int:
    """Last boundary of the predecessor that keeps what its link sets at or before ``boundary``."""
    _, from_finish, to_finish, lag, elapsed, table = arrow
    if elapsed:
        return max(0, boundary - lag)
    if to_finish and (lag or not from_finish):
        return table.unshift_end(boundary, lag)
    return table.unshift(boundary, lag)


def _latest(net: Compiled, early: Early, i: int, end: int, start: int) -> tuple[int, int]:
    """Latest place of task ``i`` that finishes by ``end`` and starts by ``start``."""
    n, table = net.days[i], net.tables[i]
    if n == 0:
        limit = min(end, start)
        if net.stage[i] == UNSTARTED:
            limit = table.last_start(limit) if early.morning[i] else table.last_end(limit)
        return limit, limit
    if net.elapsed[i]:
        last = min(end, start + n)
        return last - n, last
    k = table.before[end]
    if start < end:
        k = min(k, table.before[table.last_start(start)] + n)
    return table.start[k - n], table.start[k - 1] + 1
