"""Fields for days and whole numbers that let through whatever is typed, for the rules to answer.

Why no bounds of their own: what a field's bounds refuse never arrives. The field turns red, and the form is
saved with what stood in it before.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import streamlit as st

EARLIEST: Final = date(1000, 1, 1)
LATEST: Final = date(2999, 12, 31)
"""Far enough for every year of four digits that is typed by mistake; beyond, the calendar hangs."""


def day_field(label: str, key: str, *, meaning: str | None = None) -> None:
    """A day, or none."""
    st.date_input(
        label,
        value=None,
        min_value=EARLIEST,
        max_value=LATEST,
        format="DD/MM/YYYY",
        key=key,
        help=meaning,
    )


def number_field(label: str, key: str, *, meaning: str | None = None) -> None:
    """A whole number, or none."""
    st.number_input(label, value=None, step=1, key=key, help=meaning)
