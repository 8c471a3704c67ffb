"""The outside view: a plan beside what real regencies took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

DAYS_IN_MONTH: Final = 365.25 / 12
"""Mean length of a month: durations between two days are told in months of this length."""


@dataclass(frozen=True, slots=True)
class OutsideView:
    """A plan of ``plan`` months beside the ``documented`` ones (months in rising order, none: empty).

    ``share_as_fast`` is the share of regencies that took no longer than the plan says, 0 to 1.
    """

    plan: float
    documented: tuple[float, ...]

    @property
    def median(self) -> float | None:
        return median(self.documented) if self.documented else None

    @property
    def share_as_fast(self) -> float | None:
        if not self.documented:
            return None
        return sum(months <= self.plan for months in self.documented) / len(self.documented)

    @property
    def faster_than_any(self) -> bool:
        """True where no documented regency was as fast as the plan."""
        return bool(self.documented) and self.plan < self.documented[0]


def outside_view(documented: Iterable[float], plan: float) -> OutsideView:
    """Months that regencies took from their first formal step to the opening, beside a plan's months."""
    return OutsideView(plan, tuple(sorted(documented)))


def months_between(start: date, end: date) -> float:
    """Months of mean length from one day to another, negative where ``end`` is earlier."""
    return (end - start).days / DAYS_IN_MONTH


def share_within(documented: Iterable[float], low: float, high: float) -> float:
    """Share of documented months from ``low`` to ``high``, both included, 0 to 1: how a forecast is tested.

    Raises:
        ValueError: nothing is documented.
    """
    months = tuple(documented)
    if not months:
        raise ValueError("nothing is documented")
    return sum(low <= m <= high for m in months) / len(months)
