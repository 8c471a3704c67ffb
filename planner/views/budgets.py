"""The budgets of a plan by year: their names, when they can be spent, and whether that is assumed."""

from __future__ import annotations

from datetime import date
from typing import Final

from planner.domain.funding import Funding, fundings
from planner.domain.plan import Budget, FundingWindow, PlanSettings
from planner.views import formats, labels

YEARS_AFTER: Final = 2
"""Years shown after the target or the launch, whichever is later: the room that a late launch may need."""

NAMED: Final = "{budget} {year}"
ASSUMED: Final = "asumsi"
SET: Final = "ditetapkan"
SET_NO_MONEY: Final = "ditetapkan: tidak ada dana"
COLUMNS: Final = ("Anggaran", "Dapat dibelanjakan", "Keterangan")


def budget_name(year: int, budget: Budget) -> str:
    """``APBD murni 2027``."""
    return NAMED.format(budget=labels.BUDGET[budget], year=year)


def window_told(window: FundingWindow) -> str:
    """``tidak ada dana``, or from when to when it can be spent: ``1 Feb – 15 Des 2027``."""
    return formats.span(window.available_from, window.spend_by) if window.granted else labels.NOT_GRANTED


def shown_budgets(settings: PlanSettings, day: date, launch: date) -> tuple[Funding, ...]:
    """Budgets from the year the plan begins to two years after target and launch, by year, murni first."""
    last = max(launch, settings.target or launch).year + YEARS_AFTER
    known = [f for f in fundings(settings, day) if settings.start.year <= f.window.year <= last]
    return tuple(sorted(known, key=lambda f: (f.window.year, f.window.budget)))


def budget_row(funding: Funding) -> tuple[str, str, str]:
    """A budget in the order of ``COLUMNS``; without money its days say nothing and are left out."""
    window = funding.window
    title = budget_name(window.year, window.budget)
    if not window.granted:
        return title, formats.NOTHING, SET_NO_MONEY
    days = formats.span(window.available_from, window.spend_by)
    return title, days, ASSUMED if funding.assumed else SET
