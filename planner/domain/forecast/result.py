"""What a forecast says: the launch date with its probability, and what moves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

Ordinals = npt.NDArray[np.int32]


def date_by(ordered: Ordinals, share: float) -> date:
    """First date by which at least ``share`` (above 0, up to 1) of the dates have come; ``ordered`` rises."""
    place = int(np.ceil(share * len(ordered) - 1e-9)) - 1
    return date.fromordinal(int(ordered[max(0, place)]))


def share_by(ordered: Ordinals, day: date) -> float:
    """Share of the dates that lie on or before ``day``, 0 to 1; ``ordered`` rises."""
    return int(np.searchsorted(ordered, day.toordinal(), side="right")) / len(ordered)


@dataclass(frozen=True, eq=False)
class Forecast:
    """When a plan opens, as of ``day``: the launch date of every run.

    ``launches`` are ordinals of dates in rising order, one for each run. ``drivers`` are the ids of the risk
    drivers that took part. The same plan, drivers, ``runs`` and ``seed`` give the same forecast anywhere.
    """

    day: date
    target: date | None
    seed: int
    runs: int
    drivers: tuple[str, ...]
    launches: Ordinals = field(repr=False)

    def by(self, share: float) -> date:
        """First date on which the mall is open in at least ``share`` of the runs (0.8: P80)."""
        return date_by(self.launches, share)

    def chance(self, day: date) -> float:
        """Share of the runs that open on or before ``day``, 0 to 1."""
        return share_by(self.launches, day)

    @cached_property
    def chance_of_target(self) -> float | None:
        """Share of the runs that open by the target, 0 to 1; None without a target."""
        return None if self.target is None else self.chance(self.target)

    @property
    def p10(self) -> date:
        return self.by(0.1)

    @property
    def p50(self) -> date:
        return self.by(0.5)

    @property
    def p80(self) -> date:
        return self.by(0.8)

    @property
    def p90(self) -> date:
        return self.by(0.9)

    @cached_property
    def curve(self) -> tuple[tuple[date, float], ...]:
        """Each date on which a run opens, with the share of runs that have opened by then."""
        days, counts = np.unique(self.launches, return_counts=True)
        reached = np.cumsum(counts) / self.runs
        return tuple((date.fromordinal(d), p) for d, p in zip(days.tolist(), reached.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class DriverEffect:
    """What a driver does to the launch: dates without it, and the mean days it adds over all runs.

    Both worlds share every other draw, so that the difference is the driver's own. ``acts`` is False once
    nothing is left unfinished that it could delay.
    """

    driver: str
    p50_without: date
    p80_without: date
    mean_days: float
    acts: bool


@dataclass(frozen=True, slots=True)
class WaitingFor:
    """The launch if the gates wait for ``agencies`` of the first wave, in each run the earliest ones."""

    agencies: int
    p50: date
    p80: date


@dataclass(frozen=True, eq=False)
class AgenciesReady:
    """When the first, second, ... agency is ready to open, were it the only one waited for.

    ``ordinals`` has a row for each number of agencies, the earliest first, its dates in rising order.
    ``median`` is, by agency id, the date by which that agency is ready in half of the runs.
    """

    ordinals: Ordinals = field(repr=False)
    median: Mapping[str, date]

    def by(self, agencies: int, share: float) -> date:
        """First date by which ``agencies`` (1 up) of them are ready in at least ``share`` of the runs."""
        return date_by(self.ordinals[agencies - 1], share)

    def ready(self, day: date) -> float:
        """Mean number of agencies that are ready on ``day``."""
        return float(sum(share_by(row, day) for row in self.ordinals))

    def at_least(self, agencies: int, day: date) -> float:
        """Probability that ``agencies`` (1 up) or more are ready on ``day``, 0 to 1."""
        return share_by(self.ordinals[agencies - 1], day)


@dataclass(frozen=True, eq=False)
class Insight:
    """A forecast with what lies behind it.

    ``criticality`` is the share of runs in which an unfinished activity lies on the chain that drives the
    launch; ``sensitivity`` the rank correlation (Spearman) of its duration with the launch date, -1 to 1.
    ``drivers`` stand in the order given. ``agencies`` is None and ``waiting`` empty without agencies.
    """

    forecast: Forecast
    criticality: Mapping[str, float]
    sensitivity: Mapping[str, float]
    drivers: tuple[DriverEffect, ...]
    agencies: AgenciesReady | None
    waiting: tuple[WaitingFor, ...]
