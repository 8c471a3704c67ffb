"""The days to which Prakiraan of an open regency looks back."""

from __future__ import annotations

from datetime import date, timedelta


def before_opening(start: date, opened: date) -> tuple[date, date, date] | None:
    """The first, middle and last day on which an opening was still to come; None where there was none."""
    last = opened - timedelta(days=1)
    return None if start > last else (start, start + (last - start) // 2, last)
