"""Beta-PERT durations in whole days, as tables from which a random level reads a duration.

The beta-PERT distribution with weight 4 (Malcolm, Roseboom, Clark, Fazar, Operations Research 7/5, 1959) has
mean (optimistic + 4 likely + pessimistic) / 6. A day holds the probability between half a day before and half
a day after it.

Why tables: reading one is many times faster than drawing from a beta distribution, and the draw depends on
no library's rejection algorithm, so the same seed gives the same runs with every version of numpy.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

LEVELS: Final = 4096
"""Equally likely levels of a table; probabilities are kept to 1/4096."""

WEIGHT: Final = 4.0
"""How many times the likely value counts as much as each of the two ends."""

_TERMS: Final = 60


@lru_cache(maxsize=4096)
def quantiles(optimistic: float, likely: float, pessimistic: float) -> npt.NDArray[np.int32]:
    """The ``LEVELS`` equally likely whole values of a beta-PERT distribution in rising order, read-only.

    Where ``pessimistic`` does not exceed ``optimistic`` every level is ``likely``. Halves round up.
    """
    low, high = math.floor(optimistic + 0.5), math.floor(pessimistic + 0.5)
    if high <= low:
        table = np.full(LEVELS, math.floor(likely + 0.5), np.int32)
    else:
        values = np.arange(low, high + 1, dtype=np.int32)
        span = pessimistic - optimistic
        edges = [(value + 0.5 - optimistic) / span for value in range(low, high)]
        below = beta_cdf(edges, 1 + WEIGHT * (likely - optimistic) / span)
        levels = [0, *(math.floor(p * LEVELS + 0.5) for p in below), LEVELS]
        table = np.repeat(values, np.diff(levels))
    table.flags.writeable = False
    return table


def beta_cdf(points: list[float], alpha: float) -> list[float]:
    """Probability at or below each of ``points`` (0 to 1) of a beta distribution of alpha and 6 - alpha.

    Power series of the incomplete beta function (DLMF 8.17.7), at the nearer end of the unit interval.

    Why plain floats: sums and products of floats are the same on every machine; only ``pow`` and ``gamma``
    may differ in a last digit, which the rounding to levels removes.
    """
    beta = 2 + WEIGHT - alpha
    whole = math.gamma(alpha) * math.gamma(beta) / math.gamma(alpha + beta)
    lower, upper = _terms(alpha, beta), _terms(beta, alpha)
    found = []
    for x in points:
        if x <= 0.5:
            found.append(_series(x, alpha, lower) / whole)
        else:
            found.append(1 - _series(1 - x, beta, upper) / whole)
    return found


def _terms(a: float, b: float) -> list[float]:
    """Coefficients of the series, highest power first."""
    factor, found = 1.0, [1 / a]
    for n in range(1, _TERMS):
        factor *= (n - b) / n
        found.append(factor / (a + n))
    return found[::-1]


def _series(x: float, a: float, terms: list[float]) -> float:
    total = 0.0
    for term in terms:
        total = total * x + term
    return math.pow(x, a) * total
