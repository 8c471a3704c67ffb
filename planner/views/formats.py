"""Dates, numbers and sizes as an Indonesian office writes them (Babel, locale ``id``).

Why ``lru_cache``: a chart of 330 rows writes about two thousand dates, most of them alike.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from planner.views import labels

LOCALE: Final = "id"
NOTHING: Final = "–"
NO_BREAK: Final = "\u00a0"
KIBI: Final = 1024


@lru_cache(maxsize=8192)
def _pattern(day: date, pattern: str) -> str:
    return format_date(day, pattern, locale=LOCALE)


def short_day(day: date | None) -> str:
    """``14 Jun 2027``; a dash where there is no date."""
    return NOTHING if day is None else _pattern(day, "d MMM y")


def full_day(day: date) -> str:
    """``14 Juni 2027``."""
    return _pattern(day, "d MMMM y")


def long_day(day: date) -> str:
    """``Senin, 14 Juni 2027``."""
    return _pattern(day, "EEEE, d MMMM y")


def weekday_day(day: date) -> str:
    """``Sen, 14 Jun 2027``."""
    return _pattern(day, "EEE, d MMM y")


def day_month(day: date) -> str:
    """``14 Jun``: for places where the year is plain from the axis."""
    return _pattern(day, "d MMM")


def span(first: date, last: date) -> str:
    """``3–14 Jun 2027``, ``28 Mei – 14 Jun 2027`` or ``20 Des 2026 – 4 Jan 2027``; one day stands alone."""
    if first == last:
        return short_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_day(last)}"
    start = day_month(first) if first.year == last.year else short_day(first)
    return f"{start} – {short_day(last)}"


def relative(day: date, today: date) -> str:
    """``hari ini``, ``besok``, ``12 hari lagi``, ``3 hari lalu``: calendar days from ``today``."""
    distance = (day - today).days
    named = labels.NEAR_DAYS.get(distance)
    if named is not None:
        return named
    words = labels.DAYS_AHEAD if distance > 0 else labels.DAYS_AGO
    return words.format(count=number(abs(distance)))


def number(value: float, decimals: int = 0) -> str:
    """``1.234`` or, with ``decimals`` 1, ``12,5``."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(value, pattern, locale=LOCALE))


def percent(share: float | None) -> str:
    """``34%`` of a share from 0 to 1; a dash where there is no share.

    Why never rounded up to 100% or down to 0%: "100%" is read as "all of it", "0%" as "nothing".
    """
    if share is None:
        return NOTHING
    whole = round(share * 100)
    if share < 1:
        whole = min(whole, 99)
    if share > 0:
        whole = max(whole, 1)
    return f"{whole}%"


def file_size(size: int) -> str:
    """``512 B``, ``18 KB``, ``2,4 MB``: size in bytes, in powers of 1024."""
    if size < KIBI:
        return f"{size} B"
    if size < KIBI * KIBI:
        return f"{number(size / KIBI)} KB"
    return f"{number(size / KIBI / KIBI, 1)} MB"


def zone_name(zone: str) -> str:
    """``WIB``, ``WITA`` or ``WIT`` of an IANA zone; the IANA name itself outside Indonesia."""
    return labels.ZONES.get(zone, zone)


def moment(instant: datetime, zone: str) -> str:
    """``14 Jun 2027 09.30 WIB``: an aware ``instant`` on the clocks of ``zone``.

    Raises ValueError where ``instant`` has no zone of its own: it could be any hour.
    """
    if instant.tzinfo is None:
        raise ValueError("instant without a zone")
    local = instant.astimezone(ZoneInfo(zone))
    return f"{short_day(local.date())} {local:%H.%M} {zone_name(zone)}"


@lru_cache(maxsize=4096)
def work_days(count: int) -> str:
    """``31 hari kerja``."""
    return f"{number(count)} {labels.DAY_UNIT['work']}"
