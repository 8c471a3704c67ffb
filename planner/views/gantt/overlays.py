"""What the chart draws around the bars: the baseline under them, idle days before them, date constraints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, Final

from planner.domain.network import ConstraintType
from planner.views import schedule_words as words
from planner.views.gantt.bars import DAY, SHORT_PX, Bar, Line, bar_trace, pointed
from planner.views.gantt.timeline import Window, noon
from planner.views.palette import Palette

UNDER_PX: Final = 9
BASELINE_PX: Final = 2
IDLE_PX: Final = 6
CLEAR: Final = "rgba(0,0,0,0)"
SYMBOLS: Final[Mapping[ConstraintType, str]] = {
    "SNET": "triangle-right",
    "FNET": "triangle-right",
    "SNLT": "triangle-left",
    "FNLT": "triangle-left",
    "MSO": "square",
    "MFO": "square",
}


def under(
    lines: Sequence[Line], hover: Mapping[str, str], view: Window, palette: Palette
) -> list[dict[str, Any]]:
    """Traces to lie below the bars; none for what no line has."""
    planned = [Bar(line, *line.row.planned) for line in lines if line.row.planned is not None]
    idle = [
        Bar(line, line.row.ready, line.row.start - DAY)
        for line in lines
        if line.row.ready is not None and line.row.start is not None
    ]
    found = []
    if planned:
        found += _baseline(planned, view, palette)
    if idle:
        dots = {"shape": ".", "fgcolor": palette.work, "bgcolor": CLEAR, "size": 4, "solidity": 0.45}
        marker = {"color": CLEAR, "line": {"width": 0}, "pattern": dots}
        found.append(bar_trace(words.BAR_MONEY, idle, IDLE_PX, marker, hover, rank=7))
    return found


def over(lines: Sequence[Line], hover: Mapping[str, str], palette: Palette) -> list[dict[str, Any]]:
    """Traces to lie on the bars: a mark on the day of every date constraint, its shape told by its kind.

    A triangle points to where the work may go: onward from its earliest day, back from its latest; a square
    stands where the work must begin or end.
    """
    placed = [
        (Bar(line, limit.day, limit.day), SYMBOLS[limit.type])
        for line in lines
        for limit in line.row.limits
        if limit.day is not None
    ]
    if not placed:
        return []
    bars = [bar for bar, _ in placed]
    edge = {"width": 1.5, "color": palette.text}
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": words.MARK_LIMIT,
            "x": [noon(bar.first) for bar in bars],
            "y": [bar.line.bar for bar in bars],
            "marker": {
                "symbol": [symbol for _, symbol in placed],
                "size": 10,
                "color": palette.background,
                "line": edge,
            },
            "showlegend": True,
            "legendrank": 8,
            **pointed(bars, hover),
        }
    ]


def _baseline(planned: Sequence[Bar], view: Window, palette: Palette) -> list[dict[str, Any]]:
    """A thin line under each bar; where it would be too short to be seen, a dash of fixed length.

    Why lines of one trace: a bar for each would double what the browser has to draw.
    """
    stroke = {"width": BASELINE_PX, "color": palette.muted}
    ends = ((bar.first.isoformat(), (bar.last + DAY).isoformat(), None) for bar in planned)
    heights = ((bar.line.bar + UNDER_PX,) * 3 for bar in planned)
    line = {
        "type": "scatter",
        "mode": "lines",
        "name": words.BAR_BASELINE,
        "x": [*chain.from_iterable(ends)],
        "y": [*chain.from_iterable(heights)],
        "line": stroke,
        "showlegend": True,
        "legendrank": 6,
        "hoverinfo": "skip",
    }
    short = [bar for bar in planned if bar.days * view.width / view.days < SHORT_PX]
    dash = {
        "type": "scatter",
        "mode": "markers",
        "x": [noon(bar.first + (bar.last - bar.first) / 2) for bar in short],
        "y": [bar.line.bar + UNDER_PX for bar in short],
        "marker": {"symbol": "line-ew", "size": SHORT_PX, "line": stroke},
        "showlegend": False,
        "hoverinfo": "skip",
    }
    return [line, dash] if short else [line]
