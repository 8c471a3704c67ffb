"""The plan beside what real regencies took."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import plotly.graph_objects as go

from planner.domain.forecast import Forecast, months_between
from planner.views import forecast_words as words
from planner.views import formats
from planner.views.forecast_figures.layout import layout as base
from planner.views.outlook import Way
from planner.views.palette import PALETTES, Theme


def outside_strip(
    ways: Sequence[Way],
    forecast: Forecast,
    start: date,
    *,
    theme: Theme = "light",
    compact: bool = False,
) -> go.Figure:
    """Months of real regencies, each on its own line; below them the plan from ``start``, P10 to P90."""
    palette = PALETTES[theme]
    known = sorted(ways, key=lambda way: way.months)
    low, middle, high = (
        round(months_between(start, day), 1) for day in (forecast.p10, forecast.p50, forecast.p90)
    )
    rows = list(range(len(known)))
    plan = len(known)
    real = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [way.months for way in known],
        "y": rows,
        "text": [formats.number(way.months, 1) for way in known],
        "textposition": "middle right",
        "marker": {"color": palette.work, "size": 10, "symbol": "circle"},
        "customdata": [
            f"{way.name}: {words.MONTHS.format(months=formats.number(way.months, 1))}<br>{way.label}"
            for way in known
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    told = {key: formats.number(value, 1) for key, value in (("p10", low), ("p50", middle), ("p90", high))}
    spread = {
        "type": "scatter",
        "mode": "lines",
        "x": [low, high],
        "y": [plan, plan],
        "line": {"color": palette.accent, "width": 4},
        "hoverinfo": "skip",
    }
    own = {
        "type": "scatter",
        "mode": "markers",
        "x": [middle],
        "y": [plan],
        "marker": {"color": palette.accent, "size": 14, "symbol": "diamond"},
        "customdata": [words.PLAN_RANGE.format(**told)],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    furthest = max([high, *(way.months for way in known)])
    layout = base(palette, 28 * (plan + 1) + 50, {"l": 150 if compact else 190, "r": 8, "t": 4, "b": 44})
    layout["xaxis"] |= {
        "range": [0, furthest * 1.12],
        "title": {"text": words.MONTHS_AXIS, "font": {"size": 12}},
        "nticks": 6 if compact else 12,
    }
    layout["yaxis"] |= {
        "range": [plan + 0.6, -0.6],
        "tickvals": [*rows, plan],
        "ticktext": [*(escape(way.name, quote=False) for way in known), f"<b>{words.PLAN_ROW}</b>"],
        "tickfont": {"color": palette.text, "size": 12},
    }
    layout["annotations"] = [_above(middle, plan, f"<b>{told['p50']}</b>")]
    return go.Figure({"data": [real, spread, own], "layout": layout})


def _above(x: float, y: int, text: str) -> dict[str, Any]:
    return {"x": x, "y": y, "yanchor": "bottom", "yshift": 6, "text": text, "showarrow": False}
