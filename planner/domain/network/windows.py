"""Windows: stretches of days inside which work must begin and end (money that is there from a day to a day).

Why a window is chosen before the place is worked out: the earliest of all windows into which work fits gives
the earliest finish, however its start moves, so that a later predecessor never brings work forward.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planner.domain.network.model import Task

if TYPE_CHECKING:
    from planner.domain.network.compiled import Compiled

Open = tuple[int, int]
"""Boundaries between which a window is open, counted from the origin of its network."""


def open_between(task: Task, origin: int, length: int) -> tuple[Open, ...]:
    """Boundaries of the windows of a task between 0 and ``length``, those that open first in front."""
    known = ((w.first.toordinal() - origin, w.last.toordinal() + 1 - origin) for w in task.windows)
    return tuple(sorted((max(opens, 0), min(closes, length)) for opens, closes in known if closes > 0))


def last_opening(tasks: tuple[Task, ...]) -> int | None:
    """Ordinal of the last day on which a window of any task opens; None without windows."""
    return max((w.first.toordinal() for task in tasks for w in task.windows), default=None)


def begin_within(net: Compiled, i: int, low: int, end: int) -> int:
    """Earliest boundary from ``low`` on at which work ``i``, which ends at ``end`` or later, is in a window.

    Work that fits into no window begins as soon as one is open, or at once where none opens any more.
    """
    for opens, closes in net.windows[i]:
        begin = max(low, opens)
        if _finish(net, i, begin, end) <= closes:
            return begin
    return next((max(low, opens) for opens, closes in net.windows[i] if _left(net, i, low, closes)), low)


def ends_within(net: Compiled, i: int, end: int) -> Iterator[tuple[int, int]]:
    """For every window of work ``i`` open before ``end``: its opening and the last end it allows."""
    return ((opens, min(end, closes)) for opens, closes in net.windows[i] if opens < end)


def _finish(net: Compiled, i: int, begin: int, end: int) -> int:
    if net.elapsed[i]:
        return max(begin + net.days[i], end)
    table = net.tables[i]
    last = table.start[table.before[begin] + net.days[i] - 1] + 1
    return last if last >= end else table.next_end(end)


def _left(net: Compiled, i: int, low: int, closes: int) -> bool:
    """True where a window that closes at ``closes`` has a day left for work from ``low`` on."""
    if net.elapsed[i]:
        return closes > low
    before = net.tables[i].before
    return before[closes] > before[low]
