"""By when agencies and activities must be ready for the target, and what should be done by now, in words."""

from __future__ import annotations

from datetime import date

from planner.domain.checklist import Checklist
from planner.domain.foreseen import Course
from planner.domain.limits import Limit
from planner.domain.plan import Plan, PlanSettings
from planner.domain.target import TargetDates
from planner.views import formats, labels, why
from planner.views import target_words as words
from planner.views import words as screen


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


def due(limit: Limit) -> str:
    """``batas target 10 Des 2026``, or without a target ``paling lambat 19 Jan 2027``."""
    sentence = words.BY_TARGET if limit.to_target else screen.DUE
    return sentence.format(day=formats.short_day(limit.latest))


def room(critical: bool, limit: Limit) -> str:
    """Room up to a limit in words; what is critical holds the launch, and may be late for the target too."""
    if limit.missed and not limit.to_target:
        return labels.PAST_LIMIT.format(days=formats.work_days(-limit.total_float))
    if not critical:
        return slack(limit.total_float)
    late = [slack(limit.total_float)] if limit.missed else []
    return ", ".join([labels.HOLDS_LAUNCH, *late])


def pressing(critical: bool, limit: Limit) -> str:
    """What is said of work that holds the launch or is late; empty where it has room."""
    return room(critical, limit) if critical or limit.missed else ""


def foreseen(planned: float | None, by: Course, settings: PlanSettings) -> str:
    """``semestinya 19% agar target 17 Des 2027 tercapai``: what should have been reached by now."""
    return words.FORESEEN[by].format(
        share=formats.percent(planned),
        target=formats.short_day(settings.target),
        start=formats.short_day(settings.start),
    )


def slack(total_float: int) -> str:
    """``terlambat 14 hari kerja``, ``tanpa kelonggaran`` or ``longgar 3 hari kerja``."""
    if total_float == 0:
        return words.JUST_IN_TIME
    told = words.LATE_BY if total_float < 0 else words.IN_TIME
    return told.format(days=formats.work_days(abs(total_float)))
