"""Results as tables with Indonesian columns; values stay dates and numbers, so that they sort and calculate.

``shown`` dresses a table for the screen; without it the same table goes into a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from planner.domain.activities import Work
from planner.domain.checklist import Checklist
from planner.domain.limits import limit_of
from planner.domain.readiness import SETTLED, Readiness
from planner.domain.schedule import Schedule
from planner.domain.state import State
from planner.domain.target import TargetDates
from planner.domain.variance import Variance
from planner.views import formats, labels, sentences

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

SCHEDULE_COLUMNS: Final = (
    "Kode",
    "Kegiatan",
    "Tahap",
    "Instansi",
    "Mulai",
    "Selesai",
    "Paling lambat",
    "Kelonggaran",
    "Keterangan",
    "Status",
)
TARGET_COLUMN: Final = "Batas target"
SHIFT_COLUMN: Final = "Geser"


def schedule_table(
    checklist: Checklist,
    work: Work,
    state: State,
    readiness: Readiness,
    schedule: Schedule,
    target: TargetDates | None = None,
    variance: Variance | None = None,
) -> pd.DataFrame:
    """Every activity that applies, by date: float in working days (none for what is done), words, status.

    With ``target`` also the day by which unfinished work must be over to open on it, which float and words
    then go by; with ``variance`` also
    how many working days the finish has moved since the baseline, positive when later.
    """
    titles = {stage.stage: stage.title for stage in checklist.stages}
    limits = {} if target is None else target.activities
    shifts = {} if variance is None else variance.activities
    found = []
    for activity in work.activities.values():
        dates = schedule.dates.get(activity.id)
        standing = readiness.activities[activity.id].standing
        if dates is None or standing == "not_applicable":
            continue
        done = standing in SETTLED
        agency = state.plan.agencies[activity.agency].name if activity.agency else ""
        limit = limit_of(activity.id, readiness, schedule, target)
        latest, shift = limits.get(activity.id), shifts.get(activity.id)
        found.append(
            (
                activity.item.id,
                activity.item.title,
                titles[activity.stage],
                agency,
                dates.early_start,
                dates.early_finish,
                None if done else dates.late_finish,
                None if done or limit is None else limit.total_float,
                "" if done or activity.after_launch else sentences.slack(dates, limit),
                labels.STANDING[standing],
                None if latest is None else latest.finish,
                None if shift is None else shift.finish,
            )
        )
    ordered = sorted(found, key=lambda row: (row[4], row[5], row[0], row[3]))
    frame = _frame(ordered, (*SCHEDULE_COLUMNS, TARGET_COLUMN, SHIFT_COLUMN))
    return frame[
        [
            *SCHEDULE_COLUMNS,
            *([TARGET_COLUMN] if limits else []),
            *([SHIFT_COLUMN] if variance is not None else []),
        ]
    ]


DAYS: Final = frozenset({"Mulai", "Selesai", "Paling lambat", TARGET_COLUMN})
COUNTS: Final = frozenset({"Kelonggaran", SHIFT_COLUMN})


def shown(frame: pd.DataFrame) -> Styler:
    """A table as it is read: ``14 Jun 2027``, ``9``, ``+12``; sorting still goes by the values."""
    as_text: dict[Any, Any] = {column: _day for column in frame.columns if column in DAYS}
    if SHIFT_COLUMN in frame.columns:
        as_text[SHIFT_COLUMN] = _signed
    return frame.style.format(as_text, na_rep=formats.NOTHING)


def _day(value: Any) -> str:
    return formats.NOTHING if pd.isna(value) else formats.short_day(value.date())


def _signed(days: Any) -> str:
    """``+12``, ``−3`` or ``0``."""
    if pd.isna(days):
        return formats.NOTHING
    sign = "+" if days > 0 else "−" if days < 0 else ""
    return f"{sign}{formats.number(abs(days))}"


def _frame(rows: list[tuple[Any, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(columns))
    for column in frame.columns:
        if column in DAYS:
            frame[column] = pd.to_datetime(frame[column])
        if column in COUNTS:
            frame[column] = frame[column].astype("Int64")
    return frame
