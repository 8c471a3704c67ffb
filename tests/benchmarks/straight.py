"""The forecast done the straight way: numpy's beta draws and one array of runs for each activity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from planner.domain.forecast.plan import course
from planner.domain.forecast.simulation import simulate

RUNS = 10_000


def straight_forecast(given: tuple[Any, ...]) -> Callable[[], np.ndarray]:
    """What gives, for each run, the working day of the launch; finish-to-start links alone, no calendars."""
    found = course(*given)
    number = {task.id: i for i, task in enumerate(found.network.tasks)}
    net = simulate(*given, (), runs=1, seed=1).net
    before: list[list[int]] = [[] for _ in net.tasks]
    for i, j in net.ends:
        before[j].append(i)
    points = {number[a]: (u.optimistic, u.likely, u.pessimistic) for a, u in found.uncertain.items()}

    def straight() -> np.ndarray:
        rng = np.random.default_rng(1)
        finish = np.zeros((len(net.tasks), RUNS))
        for i in net.order:
            for p in before[i]:
                np.maximum(finish[i], finish[p], out=finish[i])
            low, likely, high = points.get(i, (0, 0, 0))
            if high > low:
                shape = 4 * (likely - low) / (high - low)
                finish[i] += np.rint(low + rng.beta(1 + shape, 5 - shape, RUNS) * (high - low))
            else:
                finish[i] += likely
        return finish[number[found.launch]]

    return straight
