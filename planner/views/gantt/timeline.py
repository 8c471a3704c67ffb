"""The time axis of the chart: what is in view, the days that are marked, and the days nobody works.

Why labels go into lanes: today, a gate and the target often fall within a few pixels of each other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal

from planner.domain.activities import gate_milestone
from planner.domain.checklist import Checklist
from planner.domain.readiness import Readiness
from planner.domain.schedule import Schedule
from planner.views import formats, labels, sentences
from planner.views.gantt.rows import Row
from planner.views.palette import Palette

MarkKind = Literal["today", "target", "launch", "gate"]

CHARACTER_PX: Final = 6.9
LANE_PX: Final = 17
MONTHS_PX: Final = 38
BAND_PX: Final = 6
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A day with a labelled vertical line."""

    day: date
    kind: MarkKind
    text: str


@dataclass(frozen=True, slots=True)
class Flag:
    """The label of a mark: its lane (0 is nearest to the chart) and the end of the text at its line."""

    mark: Mark
    lane: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Window:
    """The days in view at first (both included), drawn ``width`` pixels wide."""

    first: date
    last: date
    width: int

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def pixel(self, day: date) -> float:
        """Distance of the middle of ``day`` from the left edge."""
        return ((day - self.first).days + 0.5) / self.days * self.width


def window(rows: Sequence[Row], schedule: Schedule, today: date, width: int, *, show_done: bool) -> Window:
    """Today to launch (or target, where that is later) with a margin; with done work, from its first day."""
    first, last = today, max(today, schedule.launch, schedule.target or schedule.launch)
    past = [row.done_start for row in rows if row.done_start is not None]
    if past and (show_done or all(row.finished for row in rows)):
        first = min(first, *past)
        last = max([last if any(not row.finished for row in rows) else schedule.launch, *_ends(rows)])
    margin = timedelta(days=max(4, (last - first).days // 25))
    return Window(first - margin, last + margin, width)


def _ends(rows: Sequence[Row]) -> list[date]:
    return [day for row in rows for day in (row.finish, row.done_finish) if day is not None]


def marks(
    checklist: Checklist,
    readiness: Readiness,
    schedule: Schedule,
    today: date,
    *,
    past: bool = False,
    terse: bool = False,
) -> tuple[Mark, ...]:
    """Today, the target, the launch and the open gates; what falls on one day shares one line.

    ``past``: ``today`` is the day looked at, and over. ``terse``: the launch is not followed by its
    distance to the target.
    """
    now = labels.AS_OF.format(day=formats.short_day(today)) if past else labels.TODAY
    found = [Mark(today, "today", now)]
    if schedule.target is not None:
        found.append(Mark(schedule.target, "target", f"{labels.TARGET} {formats.short_day(schedule.target)}"))
    opened = readiness.opened_on
    launch = opened or schedule.launch
    word = labels.OPENED if opened else labels.LAUNCH
    told = f"{word} {formats.short_day(launch)}"
    if schedule.behind_target and not (terse or opened):
        told += f", {sentences.against_target(schedule.behind_target)}"
    found.append(Mark(launch, "launch", told))
    titles = {gate.id: gate.title for gate in checklist.gates}
    for gate in readiness.gates:
        dates = schedule.dates.get(gate_milestone(gate.gate))
        if not gate.passed and opened is None and dates is not None:
            found.append(Mark(dates.early_finish, "gate", titles[gate.gate]))
    return _merged(found)


def _merged(found: Sequence[Mark]) -> tuple[Mark, ...]:
    """One mark a day, by the weightiest kind: launch, target, today, gate."""
    weight: list[MarkKind] = ["launch", "target", "today", "gate"]
    days: dict[date, list[Mark]] = {}
    for mark in sorted(found, key=lambda m: weight.index(m.kind)):
        days.setdefault(mark.day, []).append(mark)
    return tuple(Mark(day, group[0].kind, " · ".join(m.text for m in group)) for day, group in days.items())


def lanes(found: Sequence[Mark], view: Window) -> list[Flag]:
    """Labels of the marks in view, like flags on their lines: to the right, or left where the edge is near.

    Flags to the right are placed from right to left and the others the other way round, each in the lowest
    lane with room above the flags whose lines it would cross, so that no label lies on another or on a line.
    """
    seen = sorted((mark for mark in found if view.first <= mark.day <= view.last), key=lambda m: m.day)
    left = [mark for mark in seen if view.pixel(mark.day) + _width(mark) > view.width]
    right = [mark for mark in reversed(seen) if mark not in left]
    taken: list[tuple[int, float, float]] = []
    placed: list[Flag] = []
    for mark in right + left:
        pole, side = view.pixel(mark.day), "right" if mark in left else "left"
        start, end = (pole - _width(mark), pole) if mark in left else (pole, pole + _width(mark))
        lane = max((f.lane + 1 for f in placed if start < view.pixel(f.mark.day) < end), default=0)
        while any(start < b and a < end for n, a, b in taken if n == lane):
            lane += 1
        taken.append((lane, start, end))
        placed.append(Flag(mark, lane, side))
    return placed


def _width(mark: Mark) -> float:
    return len(mark.text) * CHARACTER_PX + 10


def idle_runs(view: Window, week: int, holidays: Collection[date]) -> list[tuple[date, int]]:
    """Runs of days off (first day, length) wide enough to be seen: at least six pixels.

    Why: at a year's width weekends would be hairlines that only make noise; a long holiday still shows.
    ``week``: working days in a week, 5 or 6.
    """
    runs: list[tuple[date, int]] = []
    day, length = view.first, 0
    while day <= view.last:
        if day.weekday() >= week or day in holidays:
            length += 1
        elif length:
            runs.append((day - length * DAY, length))
            length = 0
        day += DAY
    if length:
        runs.append((day - length * DAY, length))
    return [run for run in runs if run[1] * view.width / view.days >= BAND_PX]


def shapes(
    flags: Sequence[Flag],
    schedule: Schedule,
    runs: Sequence[tuple[date, int]],
    holidays: Collection[date],
    plot_height: int,
    palette: Palette,
) -> list[dict[str, Any]]:
    """Lines of the marks, bands of the days off, and the stretch between target and a later launch."""
    bands = [
        _band(first, first + length * DAY, _run_colour(first, length, holidays, palette))
        for first, length in runs
    ]
    if schedule.target is not None and schedule.target < schedule.launch:
        bands.append({**_band(schedule.target, schedule.launch, palette.accent), "opacity": 0.1})
    lines = []
    for flag in flags:
        x = noon(flag.mark.day)
        top = 1 + (MONTHS_PX + (flag.lane + 1) * LANE_PX - 4) / plot_height
        style = line_style(flag.mark.kind, palette)
        place = {"x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": top, "layer": "below"}
        lines.append({"type": "line", **place, "line": style})
    return bands + lines


def _run_colour(first: date, length: int, holidays: Collection[date], palette: Palette) -> str:
    festive = any(first + n * DAY in holidays for n in range(length))
    return palette.holiday if festive else palette.band


def _band(first: date, end: date, colour: str) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": first.isoformat(),
        "x1": end.isoformat(),
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "fillcolor": colour,
        "line": {"width": 0},
        "layer": "below",
    }


def line_style(kind: MarkKind, palette: Palette) -> dict[str, Any]:
    """Each kind of mark has its own stroke, so that it is told without its colour."""
    return {
        "today": {"color": palette.text, "width": 1.5, "dash": "solid"},
        "target": {"color": palette.text, "width": 1.5, "dash": "dash"},
        "launch": {"color": palette.accent, "width": 3, "dash": "solid"},
        "gate": {"color": palette.muted, "width": 1, "dash": "dot"},
    }[kind]


def noon(day: date) -> str:
    """The middle of a day on a date axis."""
    return f"{day.isoformat()} 12:00"


def notes(flags: Sequence[Flag], palette: Palette) -> list[dict[str, Any]]:
    """The labels of the marks above the chart, each in its lane."""
    return [
        {
            "x": noon(flag.mark.day),
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "xanchor": flag.anchor,
            "xshift": 3 if flag.anchor == "left" else -3,
            "yshift": MONTHS_PX + flag.lane * LANE_PX - 3,
            "text": flag.mark.text if flag.mark.kind == "gate" else f"<b>{flag.mark.text}</b>",
            "font": {"color": line_style(flag.mark.kind, palette)["color"], "size": 12},
            "bgcolor": palette.background,
            "borderpad": 0,
            "showarrow": False,
        }
        for flag in flags
    ]
