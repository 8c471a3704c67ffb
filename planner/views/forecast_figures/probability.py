"""The probability curve: how likely it is that the mall is open by each day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

import plotly.graph_objects as go

from planner.domain.forecast import Forecast
from planner.views import forecast_words as words
from planner.views import formats, labels
from planner.views.forecast_figures.layout import MONTH_TICKS
from planner.views.forecast_figures.layout import layout as base
from planner.views.gantt.timeline import LANE_PX, Flag, Mark, Window, lanes, noon
from planner.views.outlook import chance
from planner.views.palette import PALETTES, Palette, Theme

DAY: Final = timedelta(days=1)
PLOT_PX: Final = 206
BOTTOM_PX: Final = 44


def probability_curve(
    forecast: Forecast, *, past: bool = False, theme: Theme = "light", compact: bool = False
) -> go.Figure:
    """Probability that the mall is open, day by day, with today, target, P50 and P80 as labelled lines.

    ``past``: the day of the forecast is over and is told with its date.
    """
    palette = PALETTES[theme]
    ends = [forecast.day, forecast.by(0.999), *([forecast.target] if forecast.target else [])]
    margin = max(4, (max(ends) - min(ends)).days // 25) * DAY
    view = Window(min(ends) - margin, max(ends) + margin, 290 if compact else 880)
    days = [view.first, *(day for day, _ in forecast.curve), max(view.last, forecast.curve[-1][0])]
    shares = [0.0, *(share for _, share in forecast.curve), 1.0]
    flags = lanes(_marks(forecast, past=past), view)
    top = (1 + max((flag.lane for flag in flags), default=0)) * LANE_PX + 10
    curve = {
        "type": "scatter",
        "x": [day.isoformat() for day in days],
        "y": shares,
        "line": {"shape": "hv", "color": palette.accent, "width": 2.5},
        "mode": "lines",
        "customdata": [
            words.AT_LATEST.format(day=formats.short_day(d), share=chance(s))
            for d, s in zip(days, shares, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": [noon(forecast.p50), noon(forecast.p80)],
        "y": [0.5, 0.8],
        "marker": {"color": palette.accent, "size": 11, "symbol": ["circle", "square"]},
        "hoverinfo": "skip",
    }
    layout = base(palette, PLOT_PX + BOTTOM_PX + top, {"l": 44, "r": 8, "t": top, "b": BOTTOM_PX})
    layout["xaxis"] |= {
        "type": "date",
        "range": [view.first.isoformat(), view.last.isoformat()],
        "tickformatstops": MONTH_TICKS,
        "nticks": 5 if compact else 12,
    }
    layout["yaxis"] |= {
        "range": [-0.02, 1.03],
        "tickvals": [0, 0.1, 0.5, 0.8, 0.9, 1],
        "ticktext": ["0%", "10%", "50%", "80%", "90%", "100%"],
    }
    layout["shapes"] = [_pole(flag, palette) for flag in flags]
    layout["annotations"] = [_flag(flag, palette) for flag in flags]
    return go.Figure({"data": [curve, points], "layout": layout})


def _marks(forecast: Forecast, *, past: bool) -> tuple[Mark, ...]:
    now = labels.AS_OF.format(day=formats.short_day(forecast.day)) if past else labels.TODAY
    found = [
        Mark(forecast.day, "today", now),
        Mark(forecast.p50, "launch", words.P50.format(day=formats.short_day(forecast.p50))),
    ]
    if forecast.p80 != forecast.p50:
        found.append(Mark(forecast.p80, "gate", words.P80.format(day=formats.short_day(forecast.p80))))
    if forecast.target is not None:
        found.append(Mark(forecast.target, "target", f"{labels.TARGET} {formats.short_day(forecast.target)}"))
    return tuple(found)


def _stroke(mark: Mark, palette: Palette) -> dict[str, Any]:
    return {
        "today": {"color": palette.text, "width": 1.5, "dash": "solid"},
        "target": {"color": palette.text, "width": 1.5, "dash": "dash"},
        "launch": {"color": palette.accent, "width": 2, "dash": "solid"},
        "gate": {"color": palette.accent, "width": 2, "dash": "dot"},
    }[mark.kind]


def _pole(flag: Flag, palette: Palette) -> dict[str, Any]:
    x, height = noon(flag.mark.day), 1 + ((flag.lane + 1) * LANE_PX - 4) / PLOT_PX
    place = {"x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": height, "layer": "below"}
    return {"type": "line", **place, "line": _stroke(flag.mark, palette)}


def _flag(flag: Flag, palette: Palette) -> dict[str, Any]:
    return {
        "x": noon(flag.mark.day),
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": flag.anchor,
        "xshift": 3 if flag.anchor == "left" else -3,
        "yshift": flag.lane * LANE_PX,
        "text": f"<b>{flag.mark.text}</b>",
        "font": {"color": _stroke(flag.mark, palette)["color"], "size": 12},
        "showarrow": False,
    }
