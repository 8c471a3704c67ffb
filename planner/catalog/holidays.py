"""National days off: public holidays and collective leave (cuti bersama)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

import holidays

DECREED_UNTIL: Final = 2027
"""Last year whose days off are decreed: SKB 3 Menteri 1205/2026, 3/2026, 2/2026 of 15 September 2026.

Later years are computed: religious feasts are estimates and cuti bersama is missing, so that a plan that
reaches further must let people add days of their own.
"""


def national_days_off(first_year: int, last_year: int) -> dict[date, str]:
    """Indonesian name of each day off from the first to the last year, both included, in order of the date.

    The days are public holidays (libur nasional) and collective leave (cuti bersama) as the joint decree of
    three ministers sets them, taken from the package ``holidays`` (MIT). Sundays and Saturdays are listed
    where a holiday falls on them. Years before 1946 or after 2100 give nothing.
    """
    return {day: name for year in range(first_year, last_year + 1) for day, name in _days_off(year)}


@cache
def _days_off(year: int) -> tuple[tuple[date, str], ...]:
    found = holidays.country_holidays("ID", years=year, categories=("public", "government"), language="id")
    return tuple(sorted(found.items()))
