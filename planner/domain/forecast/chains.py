"""Which activities drive the launch in a run, and how closely a duration and the launch go together."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from planner.domain.forecast.moments import Bools, Ints, Milestone, Moment
from planner.domain.forecast.passes import Runs
from planner.domain.network.compiled import FINISHED


def driving_share(runs: Runs, goal: int) -> dict[int, float]:
    """Share of runs in which each unfinished task lies on a chain of links that drives ``goal``.

    This is the longest path as in Primavera, and as ``schedule`` follows it; a link drives where its
    successor could be earlier without it.
    """
    net = runs.net
    critical: dict[int, Bools] = {}
    if net.stage[goal] != FINISHED:
        critical[goal] = np.ones(len(runs.like), np.bool_)
    for j in reversed(net.order):
        if j not in critical:
            continue
        links = [(p, runs.finished(p), False) for p in net.plain_in[j] if net.stage[p] != FINISHED]
        links += [(a[0], runs.bound(a), a[2]) for a in net.arrows_in[j] if net.stage[a[0]] != FINISHED]
        for p, moment, to_finish in links:
            drives = critical[j] & _drives(runs, j, moment, to_finish)
            critical[p] = critical[p] | drives if p in critical else drives
    return {i: float(np.count_nonzero(found)) / len(found) for i, found in critical.items()}


def _drives(runs: Runs, j: int, moment: Moment, to_finish: bool) -> Bools:
    """The runs in which a link that sets ``moment`` drives task ``j``."""
    finish, days = runs.finished(j), runs.tables[j]
    if runs.net.days[j] == 0:
        set_by = finish.set_by if isinstance(finish, Milestone) else finish
        reached, needed = moment.boundary, set_by.boundary
    elif runs.net.elapsed[j]:
        reached, needed = moment.boundary, (finish if to_finish else runs.begun(j)).boundary
    elif to_finish:
        reached, needed = moment.ending(days), finish.counted(days)
    else:
        reached, needed = moment.counted(days), runs.begun(j).counted(days)
    same: Bools = reached == needed
    return same


def rank_correlation(days: Ints, launches: npt.NDArray[Any]) -> float:
    """Spearman's rank correlation of two whole-numbered figures over the runs; 0 where one never varies."""
    one, other = _ranks(days), _ranks(launches)
    spread = float(np.sqrt(np.dot(one, one) * np.dot(other, other)))
    return float(np.dot(one, other)) / spread if spread else 0.0


def _ranks(values: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Rank of each value less the mean rank; equal values share the mean of their ranks."""
    low = values.min()
    counts = np.bincount(values - low)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2 - (len(values) + 1) / 2)[values - low])
