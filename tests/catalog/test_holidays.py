"""National days off against the joint decrees (SKB 3 Menteri) of 2025, 2026 and 2027."""

from __future__ import annotations

from datetime import date

import pytest

from planner.catalog.holidays import DECREED_UNTIL, national_days_off

HOLIDAYS = {
    2025: "01-01 01-27 01-29 03-29 03-31 04-01 04-18 04-20 05-01 05-12 05-29 06-01 06-06 06-27 "
    "08-17 09-05 12-25",
    2026: "01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 "
    "08-17 08-25 12-25",
    2027: "01-01 01-05 02-06 03-08 03-10 03-11 03-26 03-28 05-01 05-06 05-17 05-20 06-01 06-06 "
    "08-15 08-17 12-25 12-26",
}
COLLECTIVE_LEAVE = {
    2025: "01-28 03-28 04-02 04-03 04-04 04-07 05-13 05-30 06-09 08-18 12-26",
    2026: "02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24",
    2027: "02-05 03-09 03-12 03-15 03-25 05-18 05-19 12-24",
}


def _days(year: int, text: str) -> set[date]:
    return {date.fromisoformat(f"{year}-{day}") for day in text.split()}


@pytest.mark.parametrize("year", sorted(HOLIDAYS))
def test_days_off_are_exactly_those_of_the_decree(year: int) -> None:
    decreed = _days(year, HOLIDAYS[year]) | _days(year, COLLECTIVE_LEAVE[year])
    assert set(national_days_off(year, year)) == decreed


@pytest.mark.parametrize("year", sorted(COLLECTIVE_LEAVE))
def test_collective_leave_is_named_as_such(year: int) -> None:
    named = {day for day, name in national_days_off(year, year).items() if name.startswith("Cuti Bersama")}
    assert named == _days(year, COLLECTIVE_LEAVE[year])


def test_the_decrees_number_the_days_as_published() -> None:
    counts = {
        year: (len(HOLIDAYS[year].split()), len(COLLECTIVE_LEAVE[year].split()))
        for year in (2025, 2026, 2027)
    }
    assert counts == {2025: (17, 11), 2026: (17, 8), 2027: (18, 8)}


def test_several_years_come_in_order_of_the_date() -> None:
    days = list(national_days_off(2025, 2027))
    assert days == sorted(days)
    assert {day.year for day in days} == {2025, 2026, 2027}


def test_names_are_indonesian() -> None:
    assert national_days_off(2026, 2026)[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"


def test_after_the_last_decree_there_is_no_collective_leave_yet() -> None:
    later = national_days_off(DECREED_UNTIL + 1, DECREED_UNTIL + 1)
    assert len(later) >= 15
    assert [name for name in later.values() if name.startswith("Cuti Bersama")] == []


def test_a_caller_cannot_spoil_the_next_answer() -> None:
    national_days_off(2026, 2026).clear()
    assert len(national_days_off(2026, 2026)) == 25


def test_an_empty_span_of_years_has_no_days_off() -> None:
    assert national_days_off(2027, 2026) == {}
