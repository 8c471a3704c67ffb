"""When money of the regional budget is there: as a plan says, else as assumed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from planner.domain.funding import (
    YEARS_AHEAD,
    YEARS_BACK,
    Funding,
    assumed_window,
    funding_of,
    fundings,
    open_windows,
)
from planner.domain.network import Window
from planner.domain.plan import Budget, FundingWindow, PlanSettings
from tests.domain.builders import plan

DAY = date(2026, 11, 22)


def settings(*windows: FundingWindow, **more: Any) -> PlanSettings:
    return plan(windows=windows, **more).settings


def window(year: int, budget: Budget, **more: Any) -> FundingWindow:
    return assumed_window(year, budget).model_copy(update=more)


def test_assumed_budgets_are_spent_from_february_and_october_to_the_middle_of_december() -> None:
    original, revised = assumed_window(2027, "original"), assumed_window(2027, "revised")
    assert (original.available_from, original.spend_by) == (date(2027, 2, 1), date(2027, 12, 15))
    assert (revised.available_from, revised.spend_by) == (date(2027, 10, 1), date(2027, 12, 15))
    assert original.granted
    assert revised.granted


def test_both_budgets_of_every_year_are_reckoned_with_until_twelve_years_ahead() -> None:
    found = fundings(settings(), DAY)
    assert [(f.window.year, f.window.budget) for f in found[:4]] == [
        (2026, "original"),
        (2026, "revised"),
        (2027, "original"),
        (2027, "revised"),
    ]
    assert found[-1] == Funding(assumed_window(2026 + YEARS_AHEAD, "revised"), assumed=True)
    assert len(found) == 2 * (YEARS_AHEAD + 1)


def test_budgets_go_back_to_the_first_year_of_the_plan_but_not_for_ever() -> None:
    assert fundings(settings(start=date(2021, 6, 1)), DAY)[0].window.year == 2021
    assert fundings(settings(start=date(1910, 6, 1)), DAY)[0].window.year == 2026 - YEARS_BACK
    assert fundings(settings(start=date(2030, 6, 1)), DAY)[0].window.year == 2026
    assert fundings(settings(start=date(2030, 6, 1)), DAY)[-1].window.year == 2030 + YEARS_AHEAD


def test_what_a_plan_says_of_a_budget_stands_in_place_of_the_assumption() -> None:
    told = window(2027, "original", available_from=date(2027, 3, 15))
    found = fundings(settings(told), DAY)
    assert [f for f in found if not f.assumed] == [Funding(told, assumed=False)]
    assert len(found) == 2 * (YEARS_AHEAD + 1)


def test_budgets_stand_in_the_order_in_which_they_open() -> None:
    late = window(2027, "original", available_from=date(2027, 11, 1))
    found = fundings(settings(late), DAY)
    assert [f.window.budget for f in found if f.window.year == 2027] == ["revised", "original"]


def test_a_budget_without_money_for_the_mall_is_no_window() -> None:
    found = (Funding(window(2027, "original", granted=False), False), Funding(window(2027, "revised"), True))
    assert open_windows(found) == (Window(date(2027, 10, 1), date(2027, 12, 15)),)


def test_a_slip_in_the_year_of_a_window_leaves_days_that_a_calendar_has() -> None:
    slip = window(2027, "original", available_from=date(9999, 1, 1), spend_by=date(9999, 12, 31))
    assert open_windows((Funding(slip, False),)) == (Window(date(2899, 12, 31), date(2899, 12, 31)),)


@pytest.mark.parametrize(
    ("start", "finish", "budget"),
    [
        (date(2027, 2, 1), date(2027, 12, 15), "original"),
        (date(2027, 10, 1), date(2027, 12, 15), "original"),
        (date(2027, 1, 31), date(2027, 12, 15), None),
        (date(2027, 2, 1), date(2027, 12, 16), None),
    ],
)
def test_the_first_budget_that_holds_work_from_first_to_last_day_pays_it(
    start: date, finish: date, budget: Budget | None
) -> None:
    found = funding_of(fundings(settings(), DAY), start, finish)
    assert (found and found.window.budget) == budget


def test_the_revised_budget_pays_what_the_original_does_not_grant() -> None:
    known = fundings(settings(window(2027, "original", granted=False)), DAY)
    found = funding_of(known, date(2027, 10, 4), date(2027, 10, 8))
    assert found == Funding(assumed_window(2027, "revised"), assumed=True)
    assert funding_of(known, date(2027, 9, 6), date(2027, 9, 10)) is None


def test_money_cannot_run_out_before_it_is_there() -> None:
    with pytest.raises(ValidationError, match="spend_by_before_available_from"):
        FundingWindow(
            year=2027, budget="revised", available_from=date(2027, 10, 1), spend_by=date(2027, 9, 30)
        )
