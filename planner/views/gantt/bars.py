"""The bars of the chart: one Plotly trace for each kind of bar, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from planner.views import labels
from planner.views.gantt.rows import Row
from planner.views.gantt.timeline import Window, noon
from planner.views.palette import Palette

DAY: Final = timedelta(days=1)
DAY_MS: Final = 86_400_000
CRITICAL_PX: Final = 13
WORK_PX: Final = 10
SPAN_PX: Final = 4
TAIL_PX: Final = 3
SHORT_PX: Final = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its place: pixels from the top of the chart to the middle of its label and of its bar."""

    row: Row
    text: str
    label: float
    bar: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days (both included) on a line."""

    line: Line
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def traces(
    lines: Sequence[Line], hover: Mapping[str, str], view: Window, palette: Palette, *, terse: bool = False
) -> list[dict[str, Any]]:
    """All traces of the chart, those that must lie on top last; ``hover`` is keyed by row.

    ``terse``: short names in the legend.
    """
    bars = [bar for line in lines for bar in _remaining(line)]
    tails, past = _tails(lines), _past(lines)
    spans = [bar for bar in bars if bar.line.row.opened]
    running = [bar for bar in bars if bar.line.row.running and not bar.line.row.opened]
    waiting = [bar for bar in bars if not bar.line.row.running and not bar.line.row.opened]
    critical = [Bar(line, *run) for line in lines for run in line.row.critical_runs]
    thin = [bar for bar in critical if bar.line.row.opened]
    thick = [bar for bar in critical if not bar.line.row.opened]
    hollow = {"color": palette.hollow, "line": {"color": palette.work, "width": 1.2}}
    edge = {"color": palette.accent_edge, "width": 1.5}
    stripes = {
        "shape": "/",
        "fgcolor": palette.background,
        "size": 6,
        "solidity": 0.22,
        "fillmode": "overlay",
    }
    striking = {"color": palette.accent, "line": edge, "pattern": stripes}
    return [
        line_key(labels.FLOAT, tails, TAIL_PX, palette.tail, rank=5),
        line_key(labels.BAR_DONE, past, SPAN_PX, palette.done, rank=4),
        bar_trace(labels.FLOAT, tails, TAIL_PX, solid(palette.tail), None),
        bar_trace(labels.BAR_DONE, past, SPAN_PX, solid(palette.done), hover),
        bar_trace("", spans, SPAN_PX, solid(palette.text), hover),
        bar_trace("", thin, SPAN_PX, solid(palette.accent), hover),
        bar_trace(labels.BAR_WORK, waiting, WORK_PX, hollow, hover, rank=3),
        bar_trace(labels.BAR_RUNNING, running, WORK_PX, solid(palette.running), hover, rank=2),
        bar_trace(
            labels.BAR_CRITICAL_SHORT if terse else labels.BAR_CRITICAL,
            thick,
            CRITICAL_PX,
            striking,
            hover,
            rank=1,
        ),
        _diamonds([*waiting, *running, *thick], hover, view, palette),
    ]


def _remaining(line: Line) -> Iterator[Bar]:
    """What is unfinished, unless all of it is drawn as holding the launch."""
    row = line.row
    if row.start is None or row.finish is None:
        return
    if row.opened or row.critical_runs != ((row.start, row.finish),):
        yield Bar(line, row.start, row.finish)


def _past(lines: Sequence[Line]) -> list[Bar]:
    return [
        Bar(line, line.row.done_start, line.row.done_finish)
        for line in lines
        if line.row.done_start is not None and line.row.done_finish is not None
    ]


def _tails(lines: Sequence[Line]) -> list[Bar]:
    """From the finish to the latest finish: how far the work may move."""
    return [
        Bar(line, line.row.finish + DAY, line.row.tail)
        for line in lines
        if line.row.finish is not None and line.row.tail is not None and not line.row.opened
    ]


def solid(colour: str) -> dict[str, Any]:
    """A marker of one colour without an edge."""
    return {"color": colour, "line": {"width": 0}}


def bar_trace(
    name: str,
    bars: Sequence[Bar],
    width: float,
    marker: dict[str, Any],
    hover: Mapping[str, str] | None,
    *,
    rank: int = 0,
) -> dict[str, Any]:
    """One trace; without ``rank`` it is not in the legend, without ``hover`` it cannot be pointed at."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": [bar.line.bar for bar in bars],
        "base": [bar.first.isoformat() for bar in bars],
        "x": [bar.days * DAY_MS for bar in bars],
        "width": width,
        "marker": marker,
        "showlegend": bool(rank) and bool(bars),
        "legendrank": rank,
        **pointed(bars, hover),
    }


def line_key(name: str, bars: Sequence[Bar], width: float, colour: str, *, rank: int) -> dict[str, Any]:
    """Place in the legend for thin lines: a bar of Plotly would show there as thick as any other."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [None],
        "y": [None],
        "line": {"color": colour, "width": width},
        "showlegend": bool(bars),
        "legendrank": rank,
        "hoverinfo": "skip",
    }


def pointed(bars: Sequence[Bar], hover: Mapping[str, str] | None) -> dict[str, Any]:
    """What a trace gives to pointer and click: nothing without ``hover``."""
    if hover is None:
        return {"hoverinfo": "skip"}
    return {
        "customdata": [[bar.line.row.lead, bar.line.row.item, hover[bar.line.row.key]] for bar in bars],
        "hovertemplate": "%{customdata[2]}<extra></extra>",
    }


def _diamonds(
    bars: Sequence[Bar], hover: Mapping[str, str], view: Window, palette: Palette
) -> dict[str, Any]:
    """Diamonds in place of bars too short to be seen in the window shown at first."""
    short = [bar for bar in bars if bar.days * view.width / view.days < SHORT_PX]
    looks = [_look(bar.line.row, palette) for bar in short]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [noon(bar.first + (bar.last - bar.first) / 2) for bar in short],
        "y": [bar.line.bar for bar in short],
        "marker": {
            "symbol": "diamond",
            "size": [size for _, _, size in looks],
            "color": [fill for fill, _, _ in looks],
            "line": {"width": 1.5, "color": [edge for _, edge, _ in looks]},
        },
        "showlegend": False,
        **pointed(short, hover),
    }


def _look(row: Row, palette: Palette) -> tuple[str, str, int]:
    """Fill, edge and size of a row's diamond."""
    if row.critical:
        return palette.accent, palette.accent_edge, 13
    return (palette.running, palette.running, 10) if row.running else (palette.hollow, palette.work, 10)
