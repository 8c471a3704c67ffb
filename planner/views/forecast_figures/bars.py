"""Bars that lie under their own titles, so that long names can be read on a phone too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any, Final

import plotly.graph_objects as go

from planner.views.forecast_figures.layout import layout as base
from planner.views.gantt.text import lines_of
from planner.views.outlook import Bar
from planner.views.palette import PALETTES, Theme

LINE_PX: Final = 16
BAR_PX: Final = 14
ROW_GAP_PX: Final = 16


def bar_chart(bars: Sequence[Bar], *, theme: Theme = "light", letters: int = 62) -> go.Figure:
    """Bars from the longest down, each under its title and second line; ``letters`` fit in a line."""
    palette = PALETTES[theme]
    notes: list[dict[str, Any]] = []
    places: list[float] = []
    y = 0.0
    for bar in bars:
        title = [escape(part, quote=False) for part in lines_of(bar.title, letters)]
        quiet = f"<span style='color:{palette.muted}'>{escape(bar.note, quote=False)}</span>"
        label = [*title, quiet]
        notes.append(_label(y, "<br>".join(label)))
        y += len(label) * LINE_PX + BAR_PX / 2 + 3
        places.append(y)
        y += BAR_PX / 2 + ROW_GAP_PX
    most = max((bar.value for bar in bars), default=1.0)
    drawn = {
        "type": "bar",
        "orientation": "h",
        "x": [bar.value for bar in bars],
        "y": places,
        "width": BAR_PX,
        "text": [f"<b>{bar.told}</b>" for bar in bars],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": palette.accent, "line": {"color": palette.accent_edge, "width": 1}},
        "customdata": [f"{bar.told} · {bar.note}" for bar in bars],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    layout = base(palette, y + 4, {"l": 0, "r": 4, "t": 0, "b": 0})
    layout["xaxis"] |= {"range": [0, most * 1.28], "visible": False}
    layout["yaxis"] |= {"range": [y, 0], "visible": False}
    layout["annotations"] = notes
    return go.Figure({"data": [drawn], "layout": layout})


def _label(y: float, text: str) -> dict[str, Any]:
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": y, "yanchor": "top", "borderpad": 0}
    return {**place, "text": text, "align": "left", "showarrow": False}
