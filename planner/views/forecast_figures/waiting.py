"""The launch against the number of agencies that are waited for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from planner.domain.forecast import WaitingFor
from planner.views import forecast_words as words
from planner.views import formats, labels
from planner.views.forecast_figures.layout import layout as base
from planner.views.palette import PALETTES, Theme


def waiting_curve(
    waiting: Sequence[WaitingFor], *, theme: Theme = "light", compact: bool = False
) -> go.Figure:
    """Launch P50 and P80 against the number of agencies waited for; the plan's own number is marked."""
    palette, last = PALETTES[theme], waiting[-1]
    data = []
    for which, dash, symbol in (("P50", "solid", "circle"), ("P80", "dot", "square")):
        days = [one.p50 if which == "P50" else one.p80 for one in waiting]
        data.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": which,
                "x": [one.agencies for one in waiting],
                "y": [day.isoformat() for day in days],
                "line": {"color": palette.accent, "width": 2, "dash": dash},
                "marker": {"color": palette.accent, "size": 7, "symbol": symbol},
                "customdata": [
                    words.WAITS_FOR.format(count=one.agencies, which=which, day=formats.short_day(day))
                    for one, day in zip(waiting, days, strict=True)
                ],
                "hovertemplate": "%{customdata}<extra></extra>",
            }
        )
    layout = base(palette, 300, {"l": 64, "r": 44, "t": 26, "b": 44})
    layout["xaxis"] |= {
        "range": [0.5, last.agencies + 0.5],
        "title": {"text": words.AGENCIES_AXIS, "font": {"size": 12}},
        "dtick": max(1, last.agencies // (5 if compact else 11)),
        "tick0": 1,
    }
    layout["yaxis"] |= {"type": "date", "tickformat": "%b %Y", "nticks": 6}
    present = {"x0": last.agencies, "x1": last.agencies, "yref": "paper", "y0": 0, "y1": 1.06}
    layout["shapes"] = [
        {
            "type": "line",
            **present,
            "layer": "below",
            "line": {"color": palette.text, "width": 1.5, "dash": "dash"},
        }
    ]
    layout["annotations"] = [
        _end(last.agencies, last.p50, "P50"),
        _end(last.agencies, last.p80, "P80"),
        {
            "x": last.agencies,
            "xanchor": "right",
            "xshift": -4,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "text": words.THIS_PLAN.format(count=labels.AGENCIES.format(count=last.agencies)),
            "showarrow": False,
        },
    ]
    return go.Figure({"data": data, "layout": layout})


def _end(x: int, day: date, text: str) -> dict[str, Any]:
    place = {"x": x, "xanchor": "left", "xshift": 8, "y": day.isoformat(), "yanchor": "middle"}
    return {**place, "text": f"<b>{text}</b>", "showarrow": False}
