"""Funding windows: when money of the regional budget (APBD) can be spent, as the plan set it or as assumed.

A budget runs from January to December. That spending begins in February, that the revised budget can be spent
from October and that the books take no more after 15 December is assumed, and shown as such wherever it
counts; a plan that knows better sets its own days.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from planner.domain.network import Window
from planner.domain.plan import Budget, FundingWindow, PlanSettings
from planner.domain.workdays import sane

YEARS_AHEAD: Final = 12
"""Years of budgets reckoned with after the status date: the longest that work can be put off."""

YEARS_BACK: Final = 30
"""Years before the last of the plan's start and the status date at most."""

_SPEND_BY: Final = (12, 15)
_AVAILABLE_FROM: Final[Mapping[Budget, tuple[int, int]]] = {"original": (2, 1), "revised": (10, 1)}


class Funding(NamedTuple):
    """A funding window, and whether its days are only assumed."""

    window: FundingWindow
    assumed: bool


def assumed_window(year: int, budget: Budget) -> FundingWindow:
    """The window of a budget of which the plan says nothing."""
    return FundingWindow(
        year=year,
        budget=budget,
        available_from=date(year, *_AVAILABLE_FROM[budget]),
        spend_by=date(year, *_SPEND_BY),
    )


def fundings(settings: PlanSettings, day: date) -> tuple[Funding, ...]:
    """All budgets from the year the plan began to twelve years after ``day``, in order of their opening."""
    known = {(w.year, w.budget): Funding(w, assumed=False) for w in settings.windows}
    years = (sane(settings.start).year, sane(day).year)
    first, last = max(min(years), max(years) - YEARS_BACK), max(years) + YEARS_AHEAD
    for year in range(first, last + 1):
        for budget in _AVAILABLE_FROM:
            if (year, budget) not in known:
                known[year, budget] = Funding(assumed_window(year, budget), assumed=True)
    return tuple(sorted(known.values(), key=lambda f: (f.window.available_from, f.window.spend_by)))


def open_windows(found: tuple[Funding, ...]) -> tuple[Window, ...]:
    """Days on which money is there, as windows of a network."""
    windows = (f.window for f in found if f.window.granted)
    return tuple(Window(sane(w.available_from), sane(w.spend_by)) for w in windows)


def funding_of(found: tuple[Funding, ...], start: date, finish: date) -> Funding | None:
    """The first budget that can pay work from ``start`` to ``finish``; None where none can."""
    for one in found:
        window = one.window
        if window.granted and window.available_from <= start and finish <= window.spend_by:
            return one
    return None
