"""What a click or a choice sets off, answered with a sentence where the database is away.

Why: Streamlit runs what a click set off before it draws the page. An error that escapes there takes the whole
page with it, and with the page what was typed on it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec

import streamlit as st

from planner.views import words
from planner.views.plain import plain
from planner.workspace import StorageProblem

_FAILED: Final = "belum-tersimpan"
Given = ParamSpec("Given")


def answered(set_off: Callable[Given, object]) -> Callable[Given, None]:
    """What a click sets off; a database that is away is told (``tell``) on the page that is then drawn."""

    @wraps(set_off)
    def asked(*given: Given.args, **named: Given.kwargs) -> None:
        try:
            set_off(*given, **named)
        except StorageProblem as problem:
            st.session_state[_FAILED] = problem.message

    return asked


def tell() -> None:
    """Say what the last click could not do: at the top of the page, and over the place it was made in."""
    failed = st.session_state.pop(_FAILED, None)
    if failed is not None:
        sentence = plain(words.NOT_SAVED.format(problem=failed))
        st.error(sentence, icon=":material/error:")
        st.toast(sentence, icon=":material/error:", duration="long")
