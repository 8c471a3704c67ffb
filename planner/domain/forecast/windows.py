"""Work that must lie in a window, in many runs at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from planner.domain.forecast.moments import Ints


def fitted(low: Ints, days: int | Ints, bound: Any, windows: Sequence[tuple[int, int]]) -> Ints:
    """Where work of ``days`` that could begin at ``low`` ends in every run, not before ``bound``.

    All are counted alike, in boundaries or in working days before them; ``windows`` hold the opening and the
    close of each, the first to open in front. The rule is that of ``network.windows.begin_within``: the first
    window that the work fits into, else as soon as one is open, else at once.
    """
    found = np.zeros_like(low)
    begin = low.copy()
    placed = np.zeros(low.shape, np.bool_)
    waiting = np.ones(low.shape, np.bool_)
    for opens, closes in windows:
        moved = np.maximum(low, opens)
        finish = np.maximum(moved + days, bound)
        fits = ~placed & (finish <= closes)
        np.copyto(found, finish, where=fits, casting="same_kind")
        placed |= fits
        if placed.all():
            return found
        first = waiting & (finish - days < closes)
        np.copyto(begin, moved, where=first)
        waiting &= ~first
    np.copyto(found, np.maximum(begin + days, bound), where=~placed, casting="same_kind")
    return found
