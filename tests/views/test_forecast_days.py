"""The days to which Prakiraan of an open regency looks back."""

from __future__ import annotations

from datetime import date

from planner.views.forecast_days import before_opening

START = date(2026, 1, 5)


def test_one_looks_back_from_the_start_to_the_day_before_the_opening_at_first_half_way() -> None:
    assert before_opening(START, date(2026, 1, 12)) == (START, date(2026, 1, 8), date(2026, 1, 11))


def test_a_plan_that_opened_the_day_after_its_start_has_one_day_to_look_back_to() -> None:
    assert before_opening(START, date(2026, 1, 6)) == (START, START, START)


def test_a_plan_that_began_when_it_opened_has_no_day_to_look_back_to() -> None:
    assert before_opening(START, START) is None
