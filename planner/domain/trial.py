"""Things tried on a plan, each by itself, and the changes that they ask for together.

A trial says one thing ("this activity takes ten days", "this budget holds no money"). A change of the record
may say several at once: all days off, all funding windows, all that is planned for one activity. Trials are
kept apart so that one can be taken back without the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from planner.domain.changes import AgencyChange, Change, NewAgencies, PlanningChange, SettingsChange
from planner.domain.plan import (
    AgencyCategory,
    Budget,
    FundingWindow,
    Plan,
    PlannedConstraint,
    PlannedDuration,
    PlanSettings,
    WorkWeek,
)

UNTOLD: Final = "-"
"""Stands for a reason as long as nothing is written."""

PlanningField = Literal["duration", "week", "constraint"]


@dataclass(frozen=True, slots=True)
class PlanningTrial:
    """One thing that is planned for an activity; None: it goes by the checklist and the plan again."""

    activity: str
    field: PlanningField
    value: PlannedDuration | WorkWeek | PlannedConstraint | None


@dataclass(frozen=True, slots=True)
class AgencyTrial:
    """An agency takes part in a wave (1: from the opening on), or in none (None)."""

    agency: str
    wave: int | None


@dataclass(frozen=True, slots=True)
class JoiningTrial:
    """An agency that is not in the plan yet joins it."""

    name: str
    category: AgencyCategory


@dataclass(frozen=True, slots=True)
class WindowTrial:
    """The days of one budget of a year; ``window`` None: they are assumed again."""

    year: int
    budget: Budget
    window: FundingWindow | None


@dataclass(frozen=True, slots=True)
class DayOffTrial:
    """A local day off more, or one less (``off`` False)."""

    day: date
    off: bool


@dataclass(frozen=True, slots=True)
class TargetTrial:
    """The day the launch is wanted; None: no day is."""

    target: date | None


@dataclass(frozen=True, slots=True)
class WeekTrial:
    """Working days in a week of the plan."""

    week: Literal[5, 6]


Trial = PlanningTrial | AgencyTrial | JoiningTrial | WindowTrial | DayOffTrial | TargetTrial | WeekTrial
Subject = tuple[str | int, ...]


def subject(trial: Trial) -> Subject:
    """What a trial is about: of two trials about the same thing the later one counts."""
    match trial:
        case PlanningTrial():
            return ("planning", trial.activity, trial.field)
        case AgencyTrial():
            return ("agency", trial.agency)
        case JoiningTrial():
            return ("joining", trial.name.strip().casefold())
        case WindowTrial():
            return ("window", trial.year, trial.budget)
        case DayOffTrial():
            return ("day_off", trial.day.isoformat())
        case TargetTrial():
            return ("target",)
        case _:
            return ("week",)


def changes(trials: Iterable[Trial], plan: Plan, reason: str = UNTOLD) -> tuple[Change, ...]:
    """The changes that trials ask of a plan, each subject of the record at most once.

    ``reason``: why agencies are taken out, which must be told before that is kept but not while it is tried.
    Agencies come first, because what is planned for an activity of theirs needs them to be there.
    """
    joining: list[Change] = []
    agencies: list[Change] = []
    settings: dict[str, Any] = {}
    planning: dict[str, dict[str, Any]] = {}
    for trial in trials:
        match trial:
            case JoiningTrial():
                joining.append(NewAgencies(names=(trial.name,), category=trial.category))
            case AgencyTrial():
                agencies.append(_taking_part(trial, reason))
            case PlanningTrial():
                planning.setdefault(trial.activity, {})[trial.field] = trial.value
            case _:
                settings |= _settings(trial, plan.settings.model_copy(update=settings))
    together: list[Change] = [SettingsChange(**settings)] if settings else []
    planned = [PlanningChange(activity=a, **fields) for a, fields in planning.items()]
    return (*joining, *agencies, *together, *planned)


def _taking_part(trial: AgencyTrial, reason: str) -> AgencyChange:
    if trial.wave is None:
        return AgencyChange(agency=trial.agency, active=False, reason=reason)
    return AgencyChange(agency=trial.agency, active=True, wave=trial.wave)


def _settings(
    trial: WindowTrial | DayOffTrial | TargetTrial | WeekTrial, stands: PlanSettings
) -> dict[str, Any]:
    match trial:
        case TargetTrial():
            return {"target": trial.target}
        case WeekTrial():
            return {"week": trial.week}
        case DayOffTrial():
            others = [day for day in stands.days_off if day != trial.day]
            return {"days_off": tuple(sorted([*others, trial.day] if trial.off else others))}
        case _:
            kept = [w for w in stands.windows if (w.year, w.budget) != (trial.year, trial.budget)]
            wanted = kept if trial.window is None else [*kept, trial.window]
            return {"windows": tuple(sorted(wanted, key=lambda w: (w.year, w.budget)))}
