"""What a regency set: where, from when, by when, working which days, with which agencies and whose money."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field, model_validator

from planner.domain.checklist import Frozen, Slug, Text
from planner.domain.counters import Floor, Seat, Weekday
from planner.domain.network import ConstraintType
from planner.domain.services import Service

Provenance = Literal["reported", "reconstruction", "illustration"]
AgencyCategory = Literal[
    "opd_regency", "opd_province", "vertical", "state_owned", "regional_owned", "private"
]
Zone = Literal["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"]
Budget = Literal["original", "revised"]
WorkWeek = Literal[5, 6, 7]
LONGEST_DURATION: Final = 2000
"""Days that one activity can be planned to take."""
RegencyCode = Annotated[str, Field(pattern=r"^[0-9]{2}\.[0-9]{2}$")]


class FundingWindow(Frozen):
    """From when to when a regency can spend one budget (APBD) of a year, first and last day.

    ``budget``: the original one (murni) or the revised one (perubahan). ``granted`` False: it holds no money
    for the mall.
    """

    year: Annotated[int, Field(ge=1900, le=2999)]
    budget: Budget
    available_from: date
    spend_by: date
    granted: bool = True

    @model_validator(mode="after")
    def _in_order(self) -> FundingWindow:
        if self.spend_by < self.available_from:
            raise ValueError("spend_by_before_available_from")
        return self


class PlanSettings(Frozen):
    """The plan itself.

    ``week`` is the number of working days in a week (5: Monday to Friday, 6: to Saturday; Perpres 21/2023).
    ``zone`` is an IANA time zone of Indonesia; "today" is the day there. ``provenance`` labels plans that are
    not a regency's own report. ``windows`` are the budgets whose days the plan has set; all others are
    assumed (``funding``). ``baseline`` is the id of the current baseline.
    """

    name: Annotated[str, Field(min_length=3, max_length=120)]
    regency: RegencyCode
    checklist: Slug
    start: date
    target: date | None = None
    week: Literal[5, 6] = 5
    zone: Zone = "Asia/Jakarta"
    days_off: tuple[date, ...] = ()
    windows: tuple[FundingWindow, ...] = ()
    baseline: Slug | None = None
    provenance: Provenance = "reported"
    note: Annotated[str, Field(max_length=2000)] = ""


class Agency(Frozen):
    """An agency that places its services in the mall.

    The gates wait for ``wave`` 1 alone. ``weekdays`` are the days on which it comes (ISO, 1 = Monday; none:
    every working day), ``counters`` those it wants, ``joint`` whether it may share one with others on other
    days. ``typical`` is its id in the catalogue of typical agencies. ``active`` False: taken out for
    ``reason``, history kept.
    """

    name: Annotated[str, Field(min_length=2, max_length=120)]
    category: AgencyCategory = "opd_regency"
    wave: Annotated[int, Field(ge=1, le=20)] = 1
    contact: Annotated[str, Field(max_length=200)] = ""
    weekdays: tuple[Weekday, ...] = ()
    counters: Annotated[int, Field(ge=0, le=40)] = 1
    joint: bool = False
    typical: Slug | None = None
    active: bool = True
    reason: Annotated[str, Field(max_length=400)] = ""
    provenance: Provenance = "reported"


class PlannedDuration(Frozen):
    """Three points in days of the activity's own unit; optimistic <= likely <= pessimistic."""

    optimistic: Annotated[int, Field(ge=0, le=LONGEST_DURATION)]
    likely: Annotated[int, Field(ge=0, le=LONGEST_DURATION)]
    pessimistic: Annotated[int, Field(ge=0, le=LONGEST_DURATION)]

    @model_validator(mode="after")
    def _in_order(self) -> PlannedDuration:
        if not self.optimistic <= self.likely <= self.pessimistic:
            raise ValueError("durations_out_of_order")
        return self


class PlannedConstraint(Frozen):
    """A date constraint of an activity, in the terms of ``network.Constraint``; only ALAP has no day."""

    type: ConstraintType
    day: date | None = None

    @model_validator(mode="after")
    def _day_where_it_needs_one(self) -> PlannedConstraint:
        if (self.day is None) != (self.type == "ALAP"):
            raise ValueError("constraint_and_day_disagree")
        return self


class Planning(Frozen):
    """What a plan sets for one activity in place of its checklist and of the plan's week; None: nothing."""

    duration: PlannedDuration | None = None
    week: WorkWeek | None = None
    constraint: PlannedConstraint | None = None


class BaselineDates(Frozen):
    """First and last day of an activity in a baseline."""

    start: date
    finish: date


class Baseline(Frozen):
    """The dates of a plan, frozen on a day to be compared with later ones; ``activities`` by activity id."""

    name: Annotated[str, Field(min_length=2, max_length=120)]
    frozen_on: date
    launch: date
    activities: dict[str, BaselineDates]


class Plan(Frozen):
    """Settings with the agencies that take part, planning by activity id, and the frozen baselines by id.

    ``services``, ``floors`` and ``seats`` are kept by their ids, a service's and a seat's beginning with that
    of its agency.
    """

    id: Slug
    settings: PlanSettings
    agencies: dict[str, Agency] = Field(default_factory=dict)
    planning: dict[str, Planning] = Field(default_factory=dict)
    baselines: dict[str, Baseline] = Field(default_factory=dict)
    services: dict[str, Service] = Field(default_factory=dict)
    floors: dict[str, Floor] = Field(default_factory=dict)
    seats: dict[str, Seat] = Field(default_factory=dict)

    @property
    def taking_part(self) -> tuple[str, ...]:
        """Ids of the agencies that still take part, in order of their ids."""
        return tuple(sorted(slug for slug, agency in self.agencies.items() if agency.active))


__all__ = [
    "Agency",
    "AgencyCategory",
    "Baseline",
    "BaselineDates",
    "Budget",
    "FundingWindow",
    "Plan",
    "PlanSettings",
    "PlannedConstraint",
    "PlannedDuration",
    "Planning",
    "Provenance",
    "RegencyCode",
    "Text",
    "Weekday",
    "WorkWeek",
]
