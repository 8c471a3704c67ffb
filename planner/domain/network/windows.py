"""Windows: stretches of days inside which work must begin and end (money that is there from a day to a day).

Why a window is chosen before the place is worked out: the earliest of all windows into which work fits gives
the earliest finish, however its start moves, so that a later predecessor never brings work forward.
"""

from __future__ import annotations

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


def last_opening(tasks: tuple[Task, ...]) -> int | None:
    """Ordinal of the last day on which a window of any task opens; None without windows."""
    distinct = {task.windows for task in tasks}
    return max((w.first.toordinal() for windows in distinct for w in windows), default=None)


def begin_within(net: Compiled, i: int, low: int, end: int) -> int:
    """Earliest boundary from ``low`` on at which work ``i``, which ends at ``end`` or later, is in a window.

    Work that fits into no window begins as soon as one is open, or at once where none opens any more.
    """
    windows = net.windows[i]
    for opens, closes in windows:
        begin = max(low, opens)
        if place(net, i, begin, end)[1] <= closes:
            return begin
    begins = ((max(low, opens), closes) for opens, closes in windows)
    return next((begin for begin, closes in begins if _left(net, i, begin, closes)), low)


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


def _left(net: Compiled, i: int, begin: int, closes: int) -> bool:
    """True where a window that closes at ``closes`` has a day left for work from ``begin`` on."""
    if net.elapsed[i]:
        return closes > begin
    before = net.tables[i].before
    return before[closes] > before[begin]
