"""The backward pass, and both passes together: latest places and floats, in boundaries from the origin.

Backward, every task takes the latest place that moves no other beyond its latest.
"""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.network.bounds import FAR
from planner.domain.network.compiled import FINISHED, UNSTARTED, Arrow, Compiled
from planner.domain.network.passes import Early, forward
from planner.domain.workdays import DayTable


@dataclass(frozen=True, slots=True)
class Late:
    """Latest boundaries and floats by task number; finished work keeps its dates and has no float."""

    start: list[int]
    finish: list[int]
    total_float: list[int]
    free_float: list[int]


def both_passes(net: Compiled) -> tuple[Early, Late]:
    """Both passes, with the tasks that are to be as late as possible in their places."""
    early = forward(net)
    late = backward(net, early)
    if net.postponed:
        early = postpone(net, early, late)
        late = backward(net, early)
    return early, late


def postpone(net: Compiled, early: Early, late: Late) -> Early:
    """``early`` with the tasks as late as possible moved as late as no other task and no limit minds.

    Last ones first, so that one of them makes room for another before it. The goal itself is never moved.
    """
    start, resume, finish, set_by = (
        list(early.start),
        list(early.resume),
        list(early.finish),
        list(early.set_by),
    )
    ready = dict(early.ready)
    moved = Early(start, resume, finish, early.morning, set_by, ready)
    horizon = _horizon(early)
    for i in reversed(net.order):
        if i in net.postponed and i != net.goal:
            end, begin = _room(net, i, resume, finish, moved)[:2]
            end = _in_window(net, early, i, min(end, late.finish[i], horizon - early.morning[i]), begin)
            first, last = _latest(net, early, i, end, begin)
            if last > finish[i]:
                if ready.get(i) == resume[i]:
                    ready[i] = first
                start[i] = resume[i] = first
                finish[i] = set_by[i] = last
    return moved


def backward(net: Compiled, early: Early) -> Late:
    """Latest boundaries and floats, back from the finish of the goal or of the whole, or an imposed one.

    Total float is how far a task can move without moving the goal, free float without moving the early dates
    of any other task; both in working days of the task's calendar, the lesser of start and finish where the
    two move differently. A finish that no link bounds is free up to its own latest. A milestone at the start
    of a day counts as its day, so that it is never allowed on the day after the last.
    """
    count = len(net.tasks)
    start, resume, finish = list(early.start), list(early.resume), list(early.finish)
    total_float, free_float = [0] * count, [0] * count
    horizon = _horizon(early)
    goal, imposed = net.goal, net.finish_by
    whole = horizon if imposed is None else imposed if goal is None else max(horizon, imposed)
    for i in reversed(net.order):
        stage = net.stage[i]
        if stage == FINISHED:
            continue
        morning, table, n = early.morning[i], net.tables[i], net.days[i]
        cap = whole - morning
        if i == goal:
            cap = early.finish[i] if imposed is None else imposed - morning
        bound = net.bounds[i]
        limit = min(cap, bound.late_finish - morning)
        end, begin, free_end, free_begin = _room(net, i, resume, finish, early)
        end, begin = min(end, limit), min(begin, bound.late_start)
        if free_end == FAR or i == goal:
            free_end, free_begin = min(free_end, limit), min(free_begin, bound.late_start)
        else:
            free_end = min(free_end, horizon - morning)
        if net.windows[i]:
            end = _in_window(net, early, i, end, begin)
            free_end = _in_window(net, early, i, free_end, free_begin)
        if n and not net.elapsed[i]:
            k, base = _worked(table, end, begin, n), table.before[early.finish[i]]
            resume[i], finish[i] = table.start[k - n], table.start[k - 1] + 1
            total_float[i] = k - base
            free_float[i] = max(0, _worked(table, free_end, free_begin, n) - base)
        else:
            resume[i], finish[i] = _latest(net, early, i, end, begin)
            total_float[i] = _moved(net, early, i, resume[i], finish[i])
            place = _latest(net, early, i, free_end, free_begin)
            free_float[i] = max(0, _moved(net, early, i, *place))
        if stage == UNSTARTED:
            start[i] = resume[i]
    return Late(start, finish, total_float, free_float)


def _horizon(early: Early) -> int:
    """The boundary at which the last task is over."""
    return max(finish + morning for finish, morning in zip(early.finish, early.morning, strict=True))


def _room(
    net: Compiled, i: int, starts: list[int], finishes: list[int], early: Early
) -> tuple[int, int, int, int]:
    """Last end and last start of task ``i`` that keep all behind it at these places, then at the early ones.

    FAR where nothing bounds it.
    """
    end = begin = free_end = free_begin = FAR
    early_starts = early.resume
    for j in net.plain_out[i]:
        if starts[j] < end:
            end = starts[j]
        if early_starts[j] < free_end:
            free_end = early_starts[j]
    for arrow in net.arrows_out[i]:
        j, from_finish, to_finish = arrow[:3]
        late = _allowed(arrow, finishes[j] if to_finish else starts[j])
        free = _allowed(arrow, early.finish[j] if to_finish else early_starts[j])
        if from_finish:
            end, free_end = min(end, late), min(free_end, free)
        elif net.stage[i] == UNSTARTED:
            begin, free_begin = min(begin, late), min(free_begin, free)
    return end, begin, free_end, free_begin


def _in_window(net: Compiled, early: Early, i: int, end: int, begin: int) -> int:
    """``end``, or where task ``i`` must lie in a window the last end before it at which it does.

    Work that fits into no window may begin wherever one is open. Why late work is let go: what ends too late
    even so has to come forward from where it is, whatever window lies there.
    """
    start, best = early.resume[i], early.finish[i]
    first, last = _latest(net, early, i, end, begin)
    windows = [window for window in net.windows[i] if window[0] < last]
    if last < best or any(opens <= first and last <= closes for opens, closes in windows):
        return end
    holding = [closes for opens, closes in windows if opens <= start < closes]
    if not holding:
        return end
    fits = best <= max(holding)
    for opens, closes in windows:
        if fits:
            first, last = _latest(net, early, i, min(end, closes), begin)
        else:
            first, last = _latest(net, early, i, end, min(begin, closes - 1))
        if first >= opens:
            best = max(best, last)
    return best


def _worked(table: DayTable, end: int, begin: int, days: int) -> int:
    """Working days before the latest end of ``days`` of work that ends by ``end`` and starts by ``begin``."""
    k = table.before[end]
    return k if begin >= end else min(k, table.before[table.last_start(begin)] + days)


def _moved(net: Compiled, early: Early, i: int, first: int, last: int) -> int:
    """Working days by which the place from ``first`` to ``last`` lies behind the early one."""
    before = net.tables[i].before
    days = before[last] - before[early.finish[i]]
    if net.elapsed[i] and net.days[i]:
        return min(days, before[first] - before[early.resume[i]])
    return days


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
    k = _worked(table, end, start, n)
    return table.start[k - n], table.start[k - 1] + 1
