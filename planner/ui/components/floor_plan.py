"""The plan of the floors: a component that draws counters in their grid, to be read, clicked and printed.

Why data stands in a list: Streamlit looks for data frames in a dictionary, and loads pandas to do so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from planner.ui import clicks
from planner.views import floor_words as words

KEY: Final = "denah-gerai"
WORDS: Final = {
    "free": words.FREE,
    "legend": words.LEGEND,
    "outside": words.OUTSIDE,
    "print": words.PRINT,
    "print_help": words.PRINT_HELP,
}

_component = st.components.v2.component(
    "planner.floor",
    html='<div id="denah"></div>',
    css="floor.css",
    js="floor.js",
)


def floor_plan(
    floors: list[dict[str, Any]], chosen: tuple[str, int] | None, on_box: Callable[[], None] | None
) -> None:
    """Floors as ``views.floor_cells`` gives them; a click on a counter calls ``on_box``, None: to look at."""
    marked = "" if chosen is None else f"{chosen[0]}:{chosen[1]}"
    data = {"floors": floors, "chosen": marked, "open": on_box is not None, "words": WORDS}
    _component(data=[data], key=KEY, on_box_change=on_box or _nothing)


@clicks.answered
def _nothing() -> None:
    """A plan that is only looked at has nothing to click."""


def clicked_box() -> tuple[str, int]:
    """Floor and number of the counter that was clicked."""
    floor, _, counter = str(st.session_state[KEY].box).rpartition(":")
    return floor, int(counter)
