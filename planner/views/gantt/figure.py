"""The Gantt chart of the work that remains before the opening.

Rows stand on a numeric axis counted in pixels, so that a two-line label may be taller than a one-line one.

Why ``ticklabeloverflow="allow"``: otherwise the browser measures every label against every other, which takes
more than a minute at 1,000 rows. Why labels ``inside`` a shifted axis: only these are written from the left
edge of their column, so that stages, items and agencies can be indented. Why a second axis for them: the area
that answers the pointer moves along with a shifted axis, away from the bars.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import plotly.graph_objects as go

from planner.domain.activities import Work
from planner.domain.checklist import Checklist
from planner.domain.readiness import Readiness
from planner.domain.schedule import Schedule
from planner.domain.state import State
from planner.views.gantt import overlays, text, timeline
from planner.views.gantt.bars import DAY, DAY_MS, Line, traces
from planner.views.gantt.rows import Row, rows
from planner.views.palette import FONT, PALETTES, Palette, Theme

LINE_PX: Final = 15
GAP_PX: Final = 9
STAGE_PX: Final = 6
BAR_ROOM_PX: Final = 21
FOLDED_ROOM_PX: Final = 9
LEGEND_LINE_PX: Final = 24
SHORT_LEGEND: Final = 5
BOTTOM_PX: Final = 12


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much room there is: the ``label`` column and the ``plot`` in pixels, the rest in letters and lines.

    ``text`` and ``hover`` are the letters in a line of a label and of what is shown on pointing; ``above``:
    labels stand above their bars, since a phone has no room for a column; ``short``: lines of a short legend
    and pixels of its words (0: as they need), ``long``: entries on a line of a long one and pixels of words.
    """

    label: int
    plot: int
    text: int
    hover: int
    above: bool
    short: tuple[int, int]
    long: tuple[int, int]


_LABEL_AXIS: Final = {
    "type": "scatter",
    "x": [None],
    "y": [None],
    "yaxis": "y2",
    "showlegend": False,
    "hoverinfo": "skip",
}
WIDE: Final = Sizes(label=372, plot=630, text=58, hover=64, above=False, short=(1, 0), long=(3, 98))
COMPACT: Final = Sizes(label=6, plot=340, text=51, hover=42, above=True, short=(2, 64), long=(2, 104))


def gantt(
    checklist: Checklist,
    work: Work,
    state: State,
    readiness: Readiness,
    schedule: Schedule,
    *,
    today: date,
    past: bool = False,
    show_done: bool = False,
    open_items: frozenset[str] = frozenset(),
    folded_stages: frozenset[str] = frozenset(),
    theme: Theme = "light",
    compact: bool = False,
    holidays: Collection[date] = frozenset(),
) -> go.Figure:
    """Chart of the remaining work, from today to the launch; every text in it is Indonesian.

    ``past``: ``today`` is a day looked back at. ``open_items``: items whose agencies get a row each;
    ``folded_stages``: stages that are one line only; ``holidays``: days off beside the plan's own;
    ``compact``: for a phone, labels above the bars.
    A bar's customdata is (activity to ask "why" about, item, text shown on hovering). Draw it with
    ``GANTT_CONFIG``, which holds the Indonesian months.
    """
    sizes, palette = COMPACT if compact else WIDE, PALETTES[theme]
    found = rows(
        checklist,
        work,
        state,
        readiness,
        schedule,
        show_done=show_done,
        open_items=open_items,
        folded_stages=folded_stages,
    )
    lines = _lines(found, sizes, palette)
    height = lines[-1].bottom if lines else LINE_PX
    view = timeline.window(found, schedule, today, sizes.plot, show_done=show_done)
    off = frozenset(holidays) | frozenset(state.plan.settings.days_off)
    flags = timeline.lanes(
        timeline.marks(checklist, readiness, schedule, today, past=past, terse=compact), view
    )
    hover = {row.key: text.hover(row, checklist, sizes.hover) for row in found}
    below = overlays.under(lines, hover, view, palette)
    above = overlays.over(lines, hover, palette)
    terse = compact or bool(below or above)
    drawn = [*below, *traces(lines, hover, view, palette, terse=terse), *above]
    entries = sum(trace["showlegend"] for trace in drawn)
    per_line, pixels = sizes.long
    legend, entry = (-(-entries // per_line), pixels) if entries > SHORT_LEGEND else sizes.short
    lanes = 1 + max((flag.lane for flag in flags), default=0)
    top = legend * LEGEND_LINE_PX + lanes * timeline.LANE_PX + timeline.MONTHS_PX
    layout = _layout(lines, height, top, view, sizes, palette)
    layout["legend"]["entrywidth"] = entry
    runs = timeline.idle_runs(view, state.plan.settings.week, off)
    layout["shapes"] = timeline.shapes(flags, schedule, runs, off, int(height), palette)
    layout["shapes"] += [_stage_rule(line, palette) for line in lines if line.row.kind == "stage"]
    layout["annotations"] = timeline.notes(flags, palette)
    layout["uirevision"] = f"{state.plan.id}:{show_done}"
    return go.Figure({"data": [*drawn, _LABEL_AXIS], "layout": layout})


def _lines(found: Sequence[Row], sizes: Sizes, palette: Palette) -> list[Line]:
    lines: list[Line] = []
    top = 0.0
    for row in found:
        told, count = text.label(row, sizes.text, palette.muted)
        top += STAGE_PX if row.kind == "stage" and lines else 0
        tall = count * LINE_PX
        if sizes.above:
            room = FOLDED_ROOM_PX if row.start is None else BAR_ROOM_PX
            bottom = top + tall + room
            label, bar = top + tall / 2 + 3, top + tall + room / 2
        else:
            bottom = top + tall + GAP_PX
            label = bar = (top + bottom) / 2
        lines.append(Line(row, told, label, bar, bottom))
        top = bottom
    return lines


def _stage_rule(line: Line, palette: Palette) -> dict[str, Any]:
    """A hairline above a stage."""
    y = line.bottom - 2 * (line.bottom - line.bar) - 2 if line.label == line.bar else line.label - LINE_PX
    style = {"color": palette.tail, "width": 1}
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "line": style,
        "layer": "below",
    }


def _halo(palette: Palette) -> str:
    """A rim in the colour of the page around letters that stand on lines."""
    return ", ".join(f"0 0 3px {palette.background}" for _ in range(4))


def _layout(
    lines: Sequence[Line], height: float, top: float, view: timeline.Window, sizes: Sizes, palette: Palette
) -> dict[str, Any]:
    return {
        "barmode": "overlay",
        "height": int(height + top + BOTTOM_PX),
        "margin": {"l": sizes.label, "r": 14, "t": top, "b": BOTTOM_PX, "autoexpand": False},
        "font": {"family": FONT, "size": 12, "color": palette.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False if sizes.above else "pan",
        "modebar": {
            "bgcolor": "rgba(0,0,0,0)",
            "color": palette.muted,
            "activecolor": palette.text,
            "orientation": "v" if sizes.above else "h",
        },
        "hovermode": "closest",
        "hoverlabel": {
            "align": "left",
            "bgcolor": palette.background,
            "bordercolor": palette.muted,
            "font": {"family": FONT, "size": 13, "color": palette.text},
        },
        "legend": {
            "orientation": "h",
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": 12, "color": palette.text},
            "bgcolor": "rgba(0,0,0,0)",
        },
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "yaxis2": {
            "range": [height, 0],
            "overlaying": "y",
            "anchor": "free",
            "position": 0,
            "shift": -sizes.label,
            "side": "left",
            "tickvals": [line.label for line in lines],
            "ticktext": [line.text for line in lines],
            "ticklabelposition": "inside",
            "ticklabeloverflow": "allow",
            "tickfont": {"color": palette.text, "size": 12, "shadow": _halo(palette)},
            "ticks": "",
            "showline": False,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "xaxis": {
            "type": "date",
            "range": [view.first.isoformat(), (view.last + DAY).isoformat()],
            "side": "top",
            "ticklabelmode": "period",
            "tickformatstops": [
                {"dtickrange": [None, 21 * DAY_MS], "value": "%-d %b\n%Y"},
                {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
                {"dtickrange": ["M12", None], "value": "%Y"},
            ],
            "tickfont": {"color": palette.muted, "size": 12, "shadow": _halo(palette)},
            "showgrid": True,
            "gridcolor": palette.grid,
            "zeroline": False,
            "fixedrange": sizes.above,
        },
    }
