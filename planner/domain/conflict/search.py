"""The smallest sets of demands that end a conflict, for any way of telling by how much a date is missed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Final

from planner.domain.conflict.model import MOST_TOGETHER, Demand

SHORTLIST: Final = 14
"""Demands among which two or three are chosen freely: 14 give 91 pairs and 364 triples to solve."""

Missed = Callable[[Sequence[Demand]], int]
"""Days by which a date is missed when demands give; 0 or less: kept."""


Allowed = Callable[[Sequence[Demand]], bool]
"""Whether demands may give together."""


def smallest_sets(
    candidates: Sequence[Demand], missed: Missed, allowed: Allowed = bool, shortlist: int = SHORTLIST
) -> tuple[tuple[Demand, ...], ...]:
    """All smallest allowed sets of at most three candidates that end a conflict, the strongest first.

    Within a set demands stand as they do among ``candidates``. Giving more must never make a date later.
    What all others together cannot replace is in every set (core). Single demands, and single ones beside
    the core, are all tried; where two or more are free, only the ``shortlist`` that moves the date most,
    alone (with the core) and as the last one missing, is searched on, and in full. So no set is smaller than
    those returned unless it lies outside that list.
    """
    if missed(candidates) > 0:
        return ()
    lost = {d: missed([other for other in candidates if other != d]) for d in candidates}
    core = [d for d in candidates if lost[d] > 0]
    rest = [d for d in candidates if lost[d] <= 0]
    for size in range(max(1, len(core)), MOST_TOGETHER + 1):
        free = size - len(core)
        if free > 1 and len(rest) > shortlist:
            best = sorted(rest, key=lambda d: missed([*core, d]) - lost[d])[:shortlist]
            kept = [d for d in candidates if d in core or d in best]
            return smallest_sets(kept, missed, allowed, shortlist)
        chosen = [{*core, *some} for some in combinations(rest, free)]
        tried = [tuple(d for d in candidates if d in some) for some in chosen]
        known = [(missed(demands), demands) for demands in tried if allowed(demands)]
        enough = sorted((left, number) for number, (left, _) in enumerate(known) if left <= 0)
        if enough:
            return tuple(known[number][1] for _, number in enough)
    return ()
