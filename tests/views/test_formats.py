from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from planner.views import formats

DAY = date(2027, 6, 14)


def test_dates_are_written_as_an_indonesian_office_writes_them() -> None:
    assert formats.short_day(DAY) == "14 Jun 2027"
    assert formats.full_day(DAY) == "14 Juni 2027"
    assert formats.long_day(DAY) == "Senin, 14 Juni 2027"
    assert formats.weekday_day(DAY) == "Sen, 14 Jun 2027"
    assert formats.short_day(date(2026, 8, 17)) == "17 Agu 2026"


def test_no_date_is_a_dash() -> None:
    assert formats.short_day(None) == "–"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2027, 6, 14), date(2027, 6, 14), "14 Jun 2027"),
        (date(2027, 6, 3), date(2027, 6, 14), "3–14 Jun 2027"),
        (date(2027, 5, 28), date(2027, 6, 14), "28 Mei – 14 Jun 2027"),
        (date(2026, 12, 20), date(2027, 1, 4), "20 Des 2026 – 4 Jan 2027"),
    ],
)
def test_a_span_says_no_month_or_year_twice(first: date, last: date, text: str) -> None:
    assert formats.span(first, last) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2027, 6, 2), "12 hari lalu"),
        (date(2027, 6, 13), "kemarin"),
        (DAY, "hari ini"),
        (date(2027, 6, 15), "besok"),
        (date(2027, 6, 26), "12 hari lagi"),
        (date(2030, 6, 14), "1.096 hari lagi"),
    ],
)
def test_a_relative_day_is_counted_from_today(day: date, text: str) -> None:
    assert formats.relative(day, DAY) == text


def test_numbers_have_a_comma_for_decimals_and_points_for_thousands() -> None:
    assert formats.number(1234567) == "1.234.567"
    assert formats.number(12.46, 1) == "12,5"
    assert formats.work_days(31) == "31 hari kerja"


@pytest.mark.parametrize(
    ("share", "text"),
    [(None, "–"), (0, "0%"), (0.001, "1%"), (0.34, "34%"), (0.999, "99%"), (1, "100%")],
)
def test_a_share_is_nothing_or_all_only_when_it_really_is(share: float | None, text: str) -> None:
    assert formats.percent(share) == text


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (1023, "1023 B"), (18_400, "18 KB"), (2_500_000, "2,4 MB")]
)
def test_a_file_size_is_rounded_to_its_unit(size: int, text: str) -> None:
    assert formats.file_size(size) == text


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("Asia/Jakarta", "14 Jun 2027 09.30 WIB"),
        ("Asia/Makassar", "14 Jun 2027 10.30 WITA"),
        ("Asia/Jayapura", "14 Jun 2027 11.30 WIT"),
    ],
)
def test_a_moment_is_told_on_the_clocks_of_the_regency(zone: str, text: str) -> None:
    assert formats.moment(datetime(2027, 6, 14, 2, 30, tzinfo=UTC), zone) == text


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        formats.moment(datetime(2027, 6, 14, 2, 30), "Asia/Jakarta")
