"""Working-day calendars: which days count, and boundaries against working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.workdays import DayTable, WorkCalendar

MONDAY = date(2026, 6, 1)
FIVE = WorkCalendar()
SIX = WorkCalendar.week(6)
EID = WorkCalendar.week(5, [date(2026, 6, 3), date(2026, 6, 4)])

calendars = st.builds(
    WorkCalendar,
    st.frozensets(st.integers(1, 7), min_size=1),
    st.frozensets(st.dates(date(2026, 5, 25), date(2026, 6, 20)), max_size=9),
)
boundaries = st.integers(270, 360)


def table(calendar: WorkCalendar) -> DayTable:
    """Half a year around the first of June, which is boundary 70 (a Monday)."""
    return calendar.table(MONDAY.toordinal() - 70, 200)


def wide(calendar: WorkCalendar) -> DayTable:
    """Two years around the first of June, which is boundary 301."""
    return calendar.table(MONDAY.toordinal() - 301, 700)


def test_the_last_working_day_up_to_a_day_is_that_day_where_it_is_worked() -> None:
    friday, sunday = date(2026, 6, 5), date(2026, 6, 7)
    assert [FIVE.last_work(friday), FIVE.last_work(sunday)] == [friday, friday]
    assert EID.last_work(date(2026, 6, 4)) == date(2026, 6, 2)


def test_where_nothing_is_worked_for_a_year_a_day_stays_as_it_is() -> None:
    assert WorkCalendar(frozenset()).last_work(MONDAY) == MONDAY


def test_a_calendar_works_on_its_days_of_the_week_but_not_on_days_off() -> None:
    assert [EID.is_work(MONDAY + timedelta(days=n)) for n in range(7)] == [
        True,
        True,
        False,
        False,
        True,
        False,
        False,
    ]


def test_a_week_of_six_days_ends_on_saturday() -> None:
    assert (SIX.is_work(date(2026, 6, 6)), SIX.is_work(date(2026, 6, 7))) == (True, False)


@pytest.mark.parametrize("day", [0, 8])
def test_a_day_of_the_week_outside_one_to_seven_is_refused(day: int) -> None:
    with pytest.raises(ValueError, match="Monday"):
        WorkCalendar(frozenset({day}))


def test_working_days_between_two_days_count_the_first_and_not_the_last() -> None:
    assert FIVE.between(MONDAY, date(2026, 6, 8)) == 5
    assert FIVE.between(date(2026, 6, 8), MONDAY) == -5
    assert FIVE.between(MONDAY, MONDAY) == 0
    assert EID.between(MONDAY, date(2026, 6, 8)) == 3


def test_a_calendar_without_working_days_counts_none() -> None:
    assert WorkCalendar(frozenset()).between(MONDAY, date(2027, 6, 1)) == 0


def test_equal_calendars_share_their_tables() -> None:
    assert WorkCalendar.week(5).table(700_000, 364) is WorkCalendar().table(700_000, 364)


def test_five_days_from_monday_end_at_the_boundary_of_saturday() -> None:
    found = table(FIVE)
    assert found.start[found.before[70] + 4] + 1 == 75


def test_a_weekend_is_an_end_then_nothing_then_a_start() -> None:
    found = table(FIVE)
    assert [found.is_end(b) for b in (75, 76, 77)] == [True, False, False]
    assert [found.next_start(b) for b in (75, 76, 77)] == [77, 77, 77]
    assert [found.last_start(b) for b in (75, 76, 77)] == [74, 74, 77]
    assert [found.next_end(b) for b in (75, 76, 77)] == [75, 78, 78]
    assert [found.last_end(b) for b in (75, 76, 77)] == [75, 75, 75]


def test_within_the_week_a_boundary_is_end_and_start_at_once() -> None:
    found = table(FIVE)
    assert (found.is_end(72), found.next_start(72), found.next_end(72)) == (True, 72, 72)


def test_a_lag_runs_to_an_end_and_a_lead_back_to_a_start() -> None:
    found = table(FIVE)
    assert found.shift(70, 5) == 75
    assert found.shift(75, 1) == 78
    assert found.shift(78, -1) == 77
    assert found.shift(76, 0) == 76


def test_a_finish_is_bounded_by_the_end_before_a_weekend_not_by_the_start_after_it() -> None:
    found = table(FIVE)
    assert [found.shift_end(77, days) for days in (-1, 0, 1)] == [74, 75, 78]


def test_the_start_of_the_stretch_is_where_everything_before_it_lies() -> None:
    found = table(FIVE)
    assert found.shift(3, -90) == 0
    assert found.unshift(3, 90) == found.shift_end(3, -90) == found.unshift_end(3, 90) == 0
    assert (found.is_end(0), found.last_end(0)) == (False, 0)
    weekend = FIVE.table(date(2026, 6, 6).toordinal(), 30)
    assert (weekend.last_start(1), weekend.last_start(2)) == (0, 2)


def test_past_the_last_working_day_its_start_is_the_last() -> None:
    found = FIVE.table(MONDAY.toordinal(), 5)
    assert found.last_start(5) == 4


@given(calendars, boundaries, st.integers(-8, 8))
def test_unshift_is_the_last_boundary_that_shift_keeps_at_or_before(
    calendar: WorkCalendar, boundary: int, days: int
) -> None:
    found = wide(calendar)
    last = found.unshift(boundary, days)
    assert found.shift(last, days) <= boundary
    assert found.shift(last + 1, days) > boundary


@given(calendars, boundaries, st.integers(-8, 8))
def test_unshift_end_is_the_last_boundary_that_shift_end_keeps_at_or_before(
    calendar: WorkCalendar, boundary: int, days: int
) -> None:
    found = wide(calendar)
    last = found.unshift_end(boundary, days)
    assert found.shift_end(last, days) <= boundary
    assert found.shift_end(last + 1, days) > boundary


@given(calendars, boundaries)
def test_snapping_lands_on_the_nearest_boundary_of_its_kind(calendar: WorkCalendar, boundary: int) -> None:
    found = wide(calendar)
    starts, ends = set(found.start), {start + 1 for start in found.start}
    assert found.next_start(boundary) == min(b for b in starts if b >= boundary)
    assert found.last_start(boundary) == max(b for b in starts if b <= boundary)
    assert found.next_end(boundary) == min(b for b in ends if b >= boundary)
    assert found.last_end(boundary) == max(b for b in ends if b <= boundary)


@given(calendars, st.dates(date(2026, 5, 1), date(2026, 8, 1)), st.dates(date(2026, 5, 1), date(2026, 8, 1)))
def test_between_counts_the_days_that_are_worked(calendar: WorkCalendar, one: date, other: date) -> None:
    low, high = sorted((one, other))
    worked = sum(calendar.is_work(low + timedelta(days=n)) for n in range((high - low).days))
    assert calendar.between(low, high) == worked
    assert calendar.between(high, low) == -worked
