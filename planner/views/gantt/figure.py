"""The Gantt chart of the work that remains before the opening.

Rows stand on a numeric axis counted in pixels, so that a two-line label may be taller than a one-line one.

Why ``ticklabeloverflow="allow"``: otherwise the browser measures every label against every other, which takes
more than a minute at 1,000 rows. Why labels ``inside`` a shifted axis: only these are written from the left
edge of their column, so that stages, items and agencies can be indented. Why a second axis for them: the area
that answers the pointer moves along with a shifted axis, away from the bars.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Final

import plotly.graph_objects as go

from planner.domain.activities import Work
from planner.domain.checklist import Checklist
from planner.domain.readiness import Readiness
from planner.domain.schedule import Schedule
from planner.domain.state import State
from planner.domain.target import TargetDates
from planner.views.gantt import overlays, text, timeline
from planner.views.gantt.bars import DAY, DAY_MS, Line, traces
from planner.views.gantt.rooms import RIGHT_PX, ROOMS, Room, Sizes, as_the_sheet
from planner.views.gantt.rows import Row, rows
from planner.views.palette import FONT, PALETTES, Palette, Theme

LINE_PX: Final = 15
STAGE_PX: Final = 6
BAR_ROOM_PX: Final = 21
FOLDED_ROOM_PX: Final = 9
LEGEND_LINE_PX: Final = 24
SHORT_LEGEND: Final = 5
BOTTOM_PX: Final = 12

_LABEL_AXIS: Final = {
    "type": "scatter",
    "x": [None],
    "y": [None],
    "yaxis": "y2",
    "showlegend": False,
    "hoverinfo": "skip",
}


def gantt(
    checklist: Checklist,
    work: Work,
    state: State,
    readiness: Readiness,
    schedule: Schedule,
    *,
    today: date,
    target: TargetDates | None = None,
    past: bool = False,
    show_done: bool = False,
    open_items: frozenset[str] = frozenset(),
    folded_stages: frozenset[str] = frozenset(),
    theme: Theme = "light",
    room: Room = "wide",
    holidays: Collection[date] = frozenset(),
) -> go.Figure:
    """Chart of the remaining work, from today to the launch; every text in it is Indonesian.

    ``past``: ``today`` is a day looked back at.
    ``target``: latest dates for the plan's target. ``open_items``: items whose agencies get a row each;
    ``folded_stages``: stages that are one line only; ``holidays``: days off beside the plan's own;
    ``room``: that of a laptop or projector (``wide``), a tablet or old projector (``middle``), a phone
    (``narrow``: labels above the bars), or an A3 sheet (``print``: as wide as makes the height fit).
    A bar's customdata is (activity to ask "why" about, item, text shown on hovering). Draw it with
    ``GANTT_CONFIG``, which holds the Indonesian months.
    """
    sizes, palette = ROOMS[room], PALETTES[theme]
    found = rows(
        checklist,
        work,
        state,
        readiness,
        schedule,
        target=target,
        show_done=show_done,
        open_items=open_items,
        folded_stages=folded_stages,
    )
    lines = _lines(found, sizes, palette)
    height = lines[-1].bottom if lines else LINE_PX
    if room == "print":
        sizes = as_the_sheet(sizes, height)
    view = timeline.window(found, schedule, today, sizes.plot, show_done=show_done)
    off = frozenset(holidays) | frozenset(state.plan.settings.days_off)
    flags = timeline.lanes(
        timeline.marks(checklist, readiness, schedule, today, past=past, terse=sizes.above), view
    )
    hover = {row.key: text.hover(row, checklist, sizes.hover) for row in found}
    below = overlays.under(lines, hover, view, palette)
    above = overlays.over(lines, hover, palette)
    terse = sizes.above or bool(below or above)
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
    if sizes.above:
        layout["shapes"] += [_under_label(line, palette) for line in lines]
    layout["annotations"] = timeline.notes(flags, palette)
    if room == "print":
        layout["width"] = sizes.label + sizes.plot + RIGHT_PX
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
            bottom = top + tall + sizes.gap
            label = bar = (top + bottom) / 2
        lines.append(Line(row, told, label, bar, bottom))
        top = bottom
    return lines


def _under_label(line: Line, palette: Palette) -> dict[str, Any]:
    """A ground for a label that stands on the chart, so that no vertical line runs through its letters."""
    half = line.text.count("<br>") * LINE_PX / 2 + LINE_PX / 2
    ends = {"x0": 0, "x1": 1, "y0": line.label - half, "y1": line.label + half}
    return {
        "type": "rect",
        "xref": "paper",
        **ends,
        "fillcolor": palette.background,
        "line": {"width": 0},
        "layer": "below",
    }


def _stage_rule(line: Line, palette: Palette) -> dict[str, Any]:
    """A hairline above a stage."""
    y = line.bottom - 2 * (line.bottom - line.bar) - 2 if line.label == line.bar else line.label - LINE_PX
    style = {"color": palette.grid, "width": 1}
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
        "margin": {"l": sizes.label, "r": RIGHT_PX, "t": top, "b": BOTTOM_PX, "autoexpand": False},
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
