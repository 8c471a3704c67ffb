"""Where the form of the page Bagaimana jika keeps what was typed, until it is tried."""

from __future__ import annotations

from typing import Any

import streamlit as st

AREA = "coba"
KIND = "coba-jenis"
ROUND = "coba-ke"


def key_of(*parts: str | int) -> str:
    """The key of a field, until what was typed is tried; then there are new fields."""
    return ":".join((AREA, str(st.session_state.get(ROUND, 0)), *map(str, parts)))


def typed(*parts: str | int) -> Any:
    """What stands in a field now; None where it is not on the page."""
    return st.session_state.get(key_of(*parts))


def forget() -> None:
    """Begin with empty fields; the kind of change stays chosen.

    Why new keys: a browser goes on showing what was typed in a field whose value is taken away.
    """
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
