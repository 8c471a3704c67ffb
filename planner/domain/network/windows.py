"""Windows: stretches of days inside which work must begin and end (money that is there from a day to a day).

Why a window is chosen before the place is worked out: the earliest of all windows into which work fits gives
the earliest finish, however its start moves, so that a later predecessor never brings work forward.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.domain.network.model import Task, Window

if TYPE_CHECKING:
    from planner.domain.network.compiled import Compiled

Open = tuple[int, int]
"""Boundaries between which a window is open, counted from the origin of its network."""


def open_between(windows: tuple[Window, ...], origin: int, first: int, length: int) -> tuple[Open, ...]:
    """Boundaries of those of ``windows`` that are open after ``first``, those that open first in front.

    They are cut to lie between 0 and ``length``.
    """
    known = ((w.first.toordinal() - origin, w.last.toordinal() + 1 - origin) for w in windows)
    return tuple(sorted((max(opens, 0), min(closes, length)) for opens, closes in known if closes > first))


def last_opening(tasks: tuple[Task, ...]) -> tuple[date, str] | None:
    """The last day on which a window of any task opens, and the id of such a task; None without windows."""
    distinct = {task.windows: task.id for task in tasks}
    return max(((w.first, name) for windows, name in distinct.items() for w in windows), default=None)


def begin_within(net: Compiled, i: int, low: int, end: int) -> int:
    """Earliest boundary from ``low`` on at which work ``i``, which ends at ``end`` or later, is in a window.

    Work that fits into no window begins as soon as one is open, or at once where none opens any more. It is
    the start it really has that must lie in a window, after ``end`` has pulled it there.
    """
    first_open = None
    for opens, closes in net.windows[i]:
        begin = max(low, opens)
        first, last = place(net, i, begin, end)
        if last <= closes:
            return begin
        if first_open is None and first < closes:
            first_open = begin
    return low if first_open is None else first_open


def place(net: Compiled, i: int, low: int, end: int) -> tuple[int, int]:
    """Where what is left of work ``i`` lies that begins at ``low`` or later and ends at ``end`` or later."""
    n = net.days[i]
    if net.elapsed[i]:
        last = max(low + n, end)
        return last - n, last
    table = net.tables[i]
    k = table.before[low] + n
    last = table.start[k - 1] + 1
    if end > last:
        last = table.next_end(end)
        k = table.before[last]
    return table.start[k - n], last
