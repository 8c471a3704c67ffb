"""By when agencies and activities must be ready for the target: the answer in a sentence, and tables."""

from __future__ import annotations

from datetime import date
from typing import Final

import pandas as pd

from planner.domain.activities import Work
from planner.domain.checklist import Checklist
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.target import AgencyLatest, TargetDates
from planner.views import formats, why
from planner.views import target_words as words

AGENCY_COLUMNS: Final = ("Instansi", "Selesai", "Paling lambat", "Kelonggaran", "Keterangan", "Kegiatan")
LATEST_COLUMNS: Final = (
    "Kode",
    "Kegiatan",
    "Instansi",
    "Selesai",
    "Paling lambat",
    "Kelonggaran",
    "Keterangan",
)


def target_sentence(
    plan: Plan, checklist: Checklist, target: TargetDates | None, opened: date | None = None
) -> str:
    """Who is too late for the target and by how much at most; agencies where any has work left.

    ``opened`` is the day of the opening, where it has been.
    """
    if opened is not None:
        return words.OPENED.format(day=formats.full_day(opened))
    if target is None:
        return words.NO_TARGET
    day = formats.full_day(target.target)
    floats = (
        {plan.agencies[a.agency].name: a.total_float for a in target.agencies}
        if target.agencies
        else {why.name(checklist, plan, i): d.total_float for i, d in target.activities.items()}
    )
    if not floats:
        return words.NOTHING_LEFT.format(day=day)
    who = words.WHO_AGENCIES if target.agencies else words.WHO_ACTIVITIES
    name, least = min(floats.items(), key=lambda pair: pair[1])
    late = sum(days < 0 for days in floats.values())
    if late:
        total, days = formats.number(len(floats)), formats.work_days(-least)
        if len(floats) > 1 and set(floats.values()) == {least}:
            return words.ALL_LATE_ALIKE.format(day=day, total=total, who=who, days=days)
        return words.SOME_LATE.format(
            day=day, late=formats.number(late), total=total, who=who, name=name, days=days
        )
    tightest = words.TIGHTEST.format(name=name, days=formats.work_days(least)) if least else ""
    return words.ALL_IN_TIME.format(day=day, who=words.EVERY_ONE.format(who=who), tightest=tightest)


def slack(total_float: int) -> str:
    """``terlambat 14 hari kerja``, ``tanpa kelonggaran`` or ``longgar 3 hari kerja``."""
    if total_float == 0:
        return words.JUST_IN_TIME
    told = words.LATE_BY if total_float < 0 else words.IN_TIME
    return told.format(days=formats.work_days(abs(total_float)))


def agency_line(latest: AgencyLatest) -> str:
    """``harus siap 12 Jan 2028, terlambat 14 hari kerja``."""
    return words.MUST_BE_READY.format(day=formats.short_day(latest.latest), float=slack(latest.total_float))


def agencies_table(plan: Plan, checklist: Checklist, target: TargetDates) -> pd.DataFrame:
    """Agencies with work left, the least float first: when it is over, when it must be, what decides."""
    rows = [
        (
            plan.agencies[a.agency].name,
            a.ready,
            a.latest,
            a.total_float,
            agency_line(a),
            checklist.items[a.activity.partition(".")[0]].title,
        )
        for a in target.agencies
    ]
    return _dated(pd.DataFrame(rows, columns=list(AGENCY_COLUMNS)))


def latest_table(
    plan: Plan, checklist: Checklist, work: Work, schedule: Schedule, target: TargetDates
) -> pd.DataFrame:
    """Activities that the launch waits for, the least float first."""
    rows = []
    for i, latest in sorted(target.activities.items(), key=lambda pair: (pair[1].total_float, pair[1].start)):
        activity = work.activities[i]
        rows.append(
            (
                activity.item.id,
                activity.item.title,
                plan.agencies[activity.agency].name if activity.agency else "",
                schedule.dates[i].early_finish,
                latest.finish,
                latest.total_float,
                slack(latest.total_float),
            )
        )
    return _dated(pd.DataFrame(rows, columns=list(LATEST_COLUMNS)))


def _dated(frame: pd.DataFrame) -> pd.DataFrame:
    for column in ("Selesai", "Paling lambat"):
        frame[column] = pd.to_datetime(frame[column])
    frame["Kelonggaran"] = frame["Kelonggaran"].astype("Int64")
    return frame
