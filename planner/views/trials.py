"""Things tried on a plan, in words; and what a plan has set for single activities."""

from __future__ import annotations

from collections.abc import Mapping

from planner.domain.activities import Activity, Work
from planner.domain.checklist import Estimate
from planner.domain.limits import Limit
from planner.domain.plan import Plan, PlannedConstraint, PlannedDuration
from planner.domain.schedule import ActivityDates
from planner.domain.trial import (
    AgencyTrial,
    DayOffTrial,
    JoiningTrial,
    PlanningTrial,
    TargetTrial,
    Trial,
    WeekTrial,
    WindowTrial,
)
from planner.views import budgets, formats, labels, sentences


def stands(activity: Activity, dates: ActivityDates, limit: Limit | None = None) -> str:
    """``PRM-02 · 1–14 Feb 2028 · menahan peluncuran``: how an activity stands before it is changed."""
    span = formats.span(dates.early_start, dates.early_finish)
    return f"{activity.item.id} · {span} · {sentences.slack(dates, limit)}"


def told(trial: Trial, work: Work, known: Mapping[str, str]) -> str:
    """A trial in words; ``known`` gives readable names of activities and agencies by id."""
    match trial:
        case PlanningTrial():
            return _planned(trial, work, known)
        case AgencyTrial():
            name = known.get(trial.agency, trial.agency)
            if trial.wave is None:
                return f"{name} tidak ikut"
            first = trial.wave == 1
            return f"{name} {'ikut sejak pembukaan' if first else 'menyusul'} (gelombang {trial.wave})"
        case JoiningTrial():
            return f"Instansi baru: {trial.name} ({labels.AGENCY_CATEGORY[trial.category]})"
        case WindowTrial():
            name = budgets.budget_name(trial.year, trial.budget)
            return f"{name}: {budgets.window_told(trial.window) if trial.window else 'kembali ke asumsi'}"
        case DayOffTrial():
            day = formats.short_day(trial.day)
            return f"{day} menjadi hari libur" if trial.off else f"{day} tidak lagi hari libur"
        case TargetTrial():
            if trial.target is None:
                return "Tanpa target peluncuran"
            return f"Target peluncuran {formats.short_day(trial.target)}"
        case WeekTrial():
            return f"Hari kerja sepekan: {labels.WORK_WEEK[trial.week]}"


def _planned(trial: PlanningTrial, work: Work, known: Mapping[str, str]) -> str:
    name = labels.QUOTED.format(title=known.get(trial.activity, trial.activity))
    activity = work.activities.get(trial.activity)
    match trial.value:
        case PlannedDuration():
            of_list = activity.item.duration if activity else None
            return f"Lama kerja {name}: {_duration(trial.value, of_list)}"
        case PlannedConstraint():
            day = f" {formats.short_day(trial.value.day)}" if trial.value.day else ""
            return f"Batas {name}: {labels.CONSTRAINT[trial.value.type]}{day}"
        case None:
            field = labels.FIELD["planning"][trial.field]
            return f"{field} {name}: {labels.UNSET['planning'][trial.field]}"
        case _:
            return f"Hari kerja {name}: {labels.WORK_WEEK[trial.value]}"


def _duration(wanted: PlannedDuration, of_list: Estimate | None) -> str:
    unit = labels.DAY_UNIT[of_list.unit] if of_list else "hari"
    span = f"{formats.number(wanted.optimistic)} sampai {formats.number(wanted.pessimistic)}"
    told = f"{formats.number(wanted.likely)} {unit} ({span})"
    return f"{told}, menurut daftar periksa {formats.number(of_list.likely)}" if of_list else told


def standing(plan: Plan) -> tuple[PlanningTrial, ...]:
    """What a plan sets for single activities, each thing by itself, in order of the activities."""
    return tuple(
        trial
        for activity, planning in sorted(plan.planning.items())
        for trial in (
            PlanningTrial(activity, "duration", planning.duration),
            PlanningTrial(activity, "week", planning.week),
            PlanningTrial(activity, "constraint", planning.constraint),
        )
        if trial.value is not None
    )


def upper(text: str) -> str:
    """A phrase as a sentence begins."""
    return text[:1].upper() + text[1:]
