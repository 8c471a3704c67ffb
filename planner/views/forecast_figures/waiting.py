"""The launch against the number of agencies that are waited for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from planner.domain.forecast import WaitingFor
from planner.views import forecast_words as words
from planner.views import formats, labels
from planner.views.forecast_figures.layout import layout as base
from planner.views.palette import PALETTES, Palette, Theme


@dataclass(frozen=True, slots=True)
class Choice:
    """How many agencies a plan waits for, its own P50 and P80, and what that is called on the curve."""

    agencies: int
    p50: date
    p80: date
    told: str


def waiting_curve(
    waiting: Sequence[WaitingFor],
    *,
    choice: Choice | None = None,
    theme: Theme = "light",
    compact: bool = False,
) -> go.Figure:
    """Launch P50 and P80 against the number of agencies waited for; the plan's own number is marked.

    ``choice``: a plan that waits for other agencies than the earliest ones, with its own dates as hollow
    marks; None: the plan waits for all of ``waiting``.
    """
    palette, last = PALETTES[theme], waiting[-1]
    own = choice or Choice(
        last.agencies,
        last.p50,
        last.p80,
        words.THIS_PLAN.format(count=labels.AGENCIES.format(count=last.agencies)),
    )
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
    if choice is not None:
        data.append(_own_dates(choice, palette))
    layout = base(palette, 300, {"l": 64, "r": 44, "t": 26, "b": 44})
    layout["xaxis"] |= {
        "range": [0.5, last.agencies + 0.5],
        "title": {"text": words.AGENCIES_AXIS, "font": {"size": 12}},
        "dtick": max(1, last.agencies // (5 if compact else 11)),
        "tick0": 1,
    }
    layout["yaxis"] |= {"type": "date", "tickformat": "%b %Y", "nticks": 6}
    present = {"x0": own.agencies, "x1": own.agencies, "yref": "paper", "y0": 0, "y1": 1.06}
    layout["shapes"] = [
        {
            "type": "line",
            **present,
            "layer": "below",
            "line": {"color": palette.text, "width": 1.5, "dash": "dash"},
        }
    ]
    right = own.agencies * 2 > last.agencies
    layout["annotations"] = [
        _end(last.agencies, last.p50, "P50"),
        _end(last.agencies, last.p80, "P80"),
        {
            "x": own.agencies,
            "xanchor": "right" if right else "left",
            "xshift": -4 if right else 4,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "text": own.told,
            "showarrow": False,
        },
    ]
    return go.Figure({"data": data, "layout": layout})


def _own_dates(choice: Choice, palette: Palette) -> dict[str, Any]:
    """The dates of the plan itself, which lie on the curve or above it."""
    days = (("P50", choice.p50), ("P80", choice.p80))
    return {
        "type": "scatter",
        "mode": "markers",
        "name": choice.told,
        "x": [choice.agencies] * len(days),
        "y": [day.isoformat() for _, day in days],
        "marker": {
            "color": palette.background,
            "size": 13,
            "symbol": ["circle", "square"],
            "line": {"color": palette.text, "width": 2.5},
        },
        "customdata": [f"{choice.told}: {which} {formats.short_day(day)}" for which, day in days],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _end(x: int, day: date, text: str) -> dict[str, Any]:
    place = {"x": x, "xanchor": "left", "xshift": 8, "y": day.isoformat(), "yanchor": "middle"}
    return {**place, "text": f"<b>{text}</b>", "showarrow": False}
