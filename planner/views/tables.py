"""Results as tables with Indonesian columns; values stay dates and numbers, so that they sort and calculate.

``shown`` dresses a table for the screen; without it the same table goes into a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from planner.domain.activities import Work
from planner.domain.checklist import Checklist, LawBasis
from planner.domain.readiness import Readiness
from planner.domain.schedule import Schedule
from planner.domain.state import Entry, State
from planner.domain.target import TargetDates
from planner.domain.variance import Variance
from planner.views import formats, journal, labels, sentences

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

STAGE_COLUMNS: Final = (
    "Tahap",
    "Terpenuhi",
    "Belum terbukti",
    "Berjalan",
    "Belum mulai",
    "Tidak berlaku",
    "Nilai",
    "Mulai",
    "Selesai",
)
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
LEGAL_COLUMNS: Final = ("Peraturan", "Ketentuan", "Kepastian", "Diperiksa", "Butir", "Sumber")
RECORD_COLUMNS: Final = ("Nomor", "Berlaku", "Dicatat", "Oleh", "Perihal", "Perubahan", "Alasan")


def stage_table(checklist: Checklist, work: Work, readiness: Readiness, schedule: Schedule) -> pd.DataFrame:
    """Stages before the opening: number of activities by standing, score (0 to 1), first and last day."""
    found = []
    for number, stage in enumerate(checklist.stages, start=1):
        tally = readiness.stages[stage.stage]
        dates = [
            schedule.dates[a.id]
            for a in work.activities.values()
            if a.stage == stage.stage and not a.after_launch and a.id in schedule.dates
        ]
        counts = (tally.met, tally.submitted, tally.in_progress, tally.not_started, tally.not_applicable)
        first = min((d.early_start for d in dates), default=None)
        last = max((d.early_finish for d in dates), default=None)
        found.append((f"{number}. {stage.title}", *counts, tally.score, first, last))
    return _frame(found, STAGE_COLUMNS)


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

    With ``target`` also the day by which unfinished work must be over to open on it; with ``variance`` also
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
        done = standing in ("met", "submitted")
        agency = state.plan.agencies[activity.agency].name if activity.agency else ""
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
                None if done else dates.total_float,
                "" if done or activity.after_launch else sentences.slack(dates),
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


def legal_table(checklist: Checklist) -> pd.DataFrame:
    """Provisions the items rest on, in the order of the instruments; the codes of the items are joined."""
    resting: dict[tuple[str, str], list[tuple[LawBasis, str]]] = {}
    for item in checklist.items.values():
        for basis in item.basis:
            if isinstance(basis, LawBasis):
                resting.setdefault((basis.instrument, basis.provision or ""), []).append((basis, item.id))
    order = list(checklist.instruments)
    found = []
    for (instrument, provision), uses in sorted(
        resting.items(), key=lambda rest: (order.index(rest[0][0]), _numbers(rest[0][1]))
    ):
        weakest = max(
            (basis for basis, _ in uses), key=lambda b: list(labels.ATTESTATION).index(b.attestation)
        )
        found.append(
            (
                checklist.instruments[instrument].title,
                provision or labels.WHOLE_INSTRUMENT,
                labels.ATTESTATION[weakest.attestation],
                min(basis.verified_on for basis, _ in uses),
                ", ".join(dict.fromkeys(item for _, item in uses)),
                ", ".join(dict.fromkeys(checklist.sources[basis.source].title for basis, _ in uses)),
            )
        )
    return _frame(found, LEGAL_COLUMNS)


def _numbers(provision: str) -> tuple[int, ...]:
    """Pasal 3 ayat (1) comes before Pasal 11."""
    return tuple(int(number) for number in re.findall(r"[0-9]+", provision))


def record_table(entries: Iterable[Entry], known: Mapping[str, str], zone: str) -> pd.DataFrame:
    """The record, newest first; ``known`` gives names by id (``journal.names``), ``zone`` the clocks."""
    found = [
        (
            entry.number,
            entry.effective_on,
            formats.moment(entry.recorded_at, zone),
            journal.who(entry.actor, known),
            journal.subject(entry, known),
            journal.describe(entry, known),
            entry.why,
        )
        for entry in sorted(entries, key=lambda e: -e.number)
    ]
    return _frame(found, RECORD_COLUMNS)


DAYS: Final = frozenset({"Mulai", "Selesai", "Paling lambat", "Diperiksa", "Berlaku", TARGET_COLUMN})
COUNTS: Final = frozenset({"Kelonggaran", SHIFT_COLUMN})


def shown(frame: pd.DataFrame) -> Styler:
    """A table as it is read: ``14 Jun 2027``, ``34%``, ``9``; sorting still goes by the values."""
    as_text: dict[Any, Any] = {column: _day for column in frame.columns if column in DAYS}
    if "Nilai" in frame.columns:
        as_text["Nilai"] = lambda share: formats.NOTHING if pd.isna(share) else formats.percent(share)
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
