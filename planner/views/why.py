"""Mengapa tanggal ini? The driving links walked back from an activity to its first cause, in sentences."""

from __future__ import annotations

from planner.domain.checklist import Checklist
from planner.domain.plan import Plan
from planner.domain.schedule import DrivingLink, Schedule
from planner.views import formats, labels

GATE_PREFIX = "gate:"


def chain(checklist: Checklist, plan: Plan, schedule: Schedule, activity: str) -> tuple[str, ...]:
    """Sentences from ``activity`` (or a gate milestone) back to work that waits for nothing.

    Work that has begun is held only by what is still open. Of several links that set one date the one whose
    predecessor ends last is told, critical work first.
    Raises KeyError where the schedule has no dates of ``activity``.
    """
    links: dict[str, list[DrivingLink]] = {}
    for link in schedule.driving:
        links.setdefault(link.successor, []).append(link)
    told: list[str] = []
    now, seen = activity, {activity}
    while True:
        dates = schedule.dates[now]
        open_links = [link for link in links.get(now, ()) if link.predecessor not in seen]
        if dates.early_start < schedule.day:
            open_links = [k for k in open_links if schedule.dates[k.predecessor].early_finish >= schedule.day]
        if not open_links or dates.early_finish < schedule.day:
            return (*told, _first_cause(checklist, plan, schedule, now))
        link = max(open_links, key=lambda one: _weight(schedule, one))
        told.append(_wait(checklist, plan, schedule, link))
        now = link.predecessor
        seen.add(now)


def name(checklist: Checklist, plan: Plan, activity: str) -> str:
    """``“Perjanjian kerja sama ditandatangani” (Polres)``, or ``gerbang “Siap uji coba”``."""
    if activity.startswith(GATE_PREFIX):
        titles = {gate.id: gate.title for gate in checklist.gates}
        return labels.GATE_NAMED.format(title=titles[activity.removeprefix(GATE_PREFIX)])
    item, _, agency = activity.partition(".")
    title = labels.QUOTED.format(title=checklist.items[item].title)
    return f"{title} ({plan.agencies[agency].name})" if agency else title


def _weight(schedule: Schedule, link: DrivingLink) -> tuple[bool, int, str]:
    dates = schedule.dates[link.predecessor]
    return dates.critical, dates.early_finish.toordinal(), link.predecessor


def _wait(checklist: Checklist, plan: Plan, schedule: Schedule, link: DrivingLink) -> str:
    before = name(checklist, plan, link.predecessor)
    dates = schedule.dates[link.successor]
    span = formats.span(dates.early_start, dates.early_finish)
    if link.successor.startswith(GATE_PREFIX):
        span = formats.short_day(dates.early_finish)
        reason = labels.GATE_WAITS.format(name=before)
    elif link.predecessor.startswith(GATE_PREFIX):
        reason = labels.WAITS_FOR_GATE.format(name=before)
    else:
        waits = labels.WAITS_BEGUN if dates.early_start < schedule.day else labels.WAITS
        reason = waits[link.type].format(name=before)
    return f"{_upper(name(checklist, plan, link.successor))}, {span}: {reason}."


def _first_cause(checklist: Checklist, plan: Plan, schedule: Schedule, activity: str) -> str:
    dates = schedule.dates[activity]
    subject = _upper(name(checklist, plan, activity))
    if dates.early_finish < schedule.day:
        return labels.ALREADY_DONE.format(name=subject, day=formats.short_day(dates.early_finish))
    if dates.early_start < schedule.day:
        return labels.ALREADY_BEGUN.format(
            name=subject,
            day=formats.short_day(dates.early_start),
            finish=formats.short_day(dates.early_finish),
        )
    return labels.WAITS_FOR_NOTHING.format(name=subject, day=formats.short_day(dates.early_start))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
