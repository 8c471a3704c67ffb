"""A plan that is tried beside the plan that stands: what becomes of its dates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from planner.domain.activities import Activity, Work
from planner.domain.forecast import Forecast
from planner.domain.plan import Plan
from planner.domain.readiness import FINISHED, Readiness
from planner.domain.schedule import Schedule
from planner.domain.workdays import WorkCalendar
from planner.views import formats, outlook, sentences, trials
from planner.views import whatif_words as words

MOST: Final = 5


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two plans that are compared, with what it means."""

    plan: Plan
    work: Work
    readiness: Readiness
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class Moved:
    """Activities of one item that end on another day in the tried plan; ``days`` later, negative sooner."""

    title: str
    note: str
    now: date
    tried: date
    days: int


@dataclass(frozen=True, slots=True)
class Step:
    """Activities of one item that hold the launch, from the first to the last day worked."""

    title: str
    note: str
    first: date
    last: date


def purpose_sentence(schedule: Schedule) -> str:
    """Bagaimana jika, with nothing tried yet: what the page is for, and when the plan opens now."""
    return f"{words.PURPOSE}{trials.upper(sentences.course(schedule))}."


def opened_sentence(regency: str, opened: date) -> str:
    """Bagaimana jika of a regency that is open: its launch cannot be moved any more."""
    return (
        f"{regency} sudah dibuka {formats.full_day(opened)}, jadi peluncurannya tidak dapat digeser lagi. "
        "Pilih hari sebelum itu di kiri untuk mencoba perubahan atas keadaan waktu itu."
    )


def result_sentence(count: int, now: Schedule, tried: Schedule, calendar: WorkCalendar) -> str:
    """``Dengan 3 perubahan ini peluncuran 10 Januari 2028, 36 hari kerja lebih awal daripada ...``."""
    days = calendar.between(now.launch, tried.launch)
    opening = f"Dengan {formats.number(count)} perubahan ini peluncuran"
    if tried.launch == now.launch:
        return f"{opening} tetap {formats.full_day(now.launch)}, sama dengan rencana sekarang."
    return (
        f"{opening} {formats.full_day(tried.launch)}, {shift_told(days)} daripada rencana sekarang "
        f"({formats.full_day(now.launch)})."
    )


def tried_sentence(now: Schedule, tried: Schedule, calendar: WorkCalendar) -> str:
    """What is said beside the form: when the launch would be with all that is tried by now."""
    if tried.launch == now.launch:
        return f"Dicoba: peluncuran tetap {formats.full_day(now.launch)}."
    shift = shift_told(calendar.between(now.launch, tried.launch))
    return f"Dicoba: peluncuran menjadi {formats.full_day(tried.launch)}, {shift}."


def calendar(plan: Plan, days_off: Collection[date]) -> WorkCalendar:
    """The working days of a plan, in which it is compared with a tried one."""
    return WorkCalendar.week(plan.settings.week, {*days_off, *plan.settings.days_off})


def shift_told(days: int) -> str:
    """``36 hari kerja lebih awal``; days apart without work between them tell of no working day."""
    if not days:
        return "kurang dari satu hari kerja berbeda"
    return f"{formats.work_days(abs(days))} {'lebih lambat' if days > 0 else 'lebih awal'}"


def figures(now: Schedule, tried: Schedule, before: Forecast, after: Forecast) -> list[tuple[str, str, str]]:
    """The two plans side by side: a figure's name, what it is now, what it is in the tried plan."""
    return [
        (words.LAUNCH, formats.short_day(now.launch), formats.short_day(tried.launch)),
        (words.TARGET, formats.short_day(now.target), formats.short_day(tried.target)),
        (words.DISTANCE, _distance(now), _distance(tried)),
        (words.P50, formats.short_day(before.p50), formats.short_day(after.p50)),
        (words.P80, formats.short_day(before.p80), formats.short_day(after.p80)),
        (words.CHANCE, _chance(before), _chance(after)),
    ]


def _distance(schedule: Schedule) -> str:
    behind = schedule.behind_target
    return formats.NOTHING if behind is None else sentences.against_target(behind)


def _chance(forecast: Forecast) -> str:
    share = forecast.chance_of_target
    return formats.NOTHING if share is None else outlook.chance(share)


def moved(now: Side, tried: Side, calendar: WorkCalendar, most: int = MOST) -> list[Moved]:
    """What ends on another day before the launch, the farthest moved first; agencies moved alike together."""
    together: dict[tuple[str, int], list[Activity]] = {}
    for key in may_change(tried.work, tried.readiness):
        activity = tried.work.activities[key]
        before, after = (side.schedule.dates.get(activity.id) for side in (now, tried))
        if before is not None and after is not None and before.early_finish != after.early_finish:
            days = calendar.between(before.early_finish, after.early_finish)
            together.setdefault((activity.item.id, days), []).append(activity)
    found = [
        Moved(
            group[0].item.title,
            _who(group, tried.plan),
            max(now.schedule.dates[a.id].early_finish for a in group),
            max(tried.schedule.dates[a.id].early_finish for a in group),
            days,
        )
        for (_, days), group in together.items()
    ]
    return sorted(found, key=lambda one: (-abs(one.days), one.tried, one.title))[:most]


def path(tried: Side, most: int = MOST) -> list[Step]:
    """What holds the launch of the tried plan, in order of its dates; agencies of one item together."""
    together: dict[str, list[Activity]] = {}
    for key in tried.schedule.critical_path:
        activity = tried.work.activities.get(key)
        if activity is not None:
            together.setdefault(activity.item.id, []).append(activity)
    dates = tried.schedule.dates
    return [
        Step(
            group[0].item.title,
            _who(group, tried.plan),
            min(dates[a.id].early_start for a in group),
            max(dates[a.id].early_finish for a in group),
        )
        for group in list(together.values())[:most]
    ]


def come_and_gone(now: Side, tried: Side) -> str:
    """How many activities the tried plan has more and how many less; empty where it has the same."""
    before, after = (set(side.work.activities) for side in (now, tried))
    told = ((words.ADDED, after - before), (words.GONE, before - after))
    return " ".join(text.format(count=formats.number(len(ids))) for text, ids in told if ids)


def may_change(work: Work, readiness: Readiness) -> list[str]:
    """Ids of the activities before the launch for which something else can be planned: unfinished ones."""
    return [
        a.id
        for a in work.activities.values()
        if not a.after_launch and not a.stand_in and readiness.activities[a.id].standing not in FINISHED
    ]


def _who(group: list[Activity], plan: Plan) -> str:
    if len(group) > 1:
        return words.AGENCIES.format(count=formats.number(len(group)))
    agency = group[0].agency
    return plan.agencies[agency].name if agency else ""
