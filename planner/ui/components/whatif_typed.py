"""Where the form of the page Bagaimana jika keeps what was typed, until it is tried."""

from __future__ import annotations

from typing import Any

import streamlit as st

AREA = "coba"
KIND = "coba:jenis"


def key_of(*parts: str | int) -> str:
    """The key of a field."""
    return ":".join((AREA, *map(str, parts)))


def typed(*parts: str | int) -> Any:
    """What stands in a field now; None where it is not on the page."""
    return st.session_state.get(key_of(*parts))


def forget() -> None:
    """Empty the fields; the kind of change stays chosen."""
    for key in [str(key) for key in st.session_state]:
        if key.startswith(f"{AREA}:") and key != KIND:
            del st.session_state[key]
