"""The kinds of change a person can ask for; only the fields that are given change."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from planner.domain.checklist import Frozen
from planner.domain.plan import (
    AgencyCategory,
    BaselineDates,
    FundingWindow,
    PlannedConstraint,
    PlannedDuration,
    Provenance,
    WorkWeek,
)
from planner.domain.state import Note, Status


class ActivityChange(Frozen):
    """Progress of one activity; only the fields that are given change."""

    activity: str
    status: Status = "not_started"
    started_on: date | None = None
    finished_on: date | None = None
    remaining: Annotated[int, Field(ge=0, le=2000)] | None = None
    note: Note = ""
    reason: Note = ""
    provenance: Provenance = "reported"
    source: str | None = None


class ReviewChange(Frozen):
    """A second person's word on a finished activity; a return needs a reason."""

    activity: str
    decision: Literal["accepted", "returned"]
    reason: Note = ""


class AgencyChange(Frozen):
    """An agency of the plan; only the fields that are given change."""

    agency: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    name: Annotated[str, Field(max_length=120)] = ""
    category: AgencyCategory = "opd_regency"
    wave: Annotated[int, Field(ge=1, le=20)] = 1
    active: bool = True
    provenance: Provenance = "reported"


class NewAgencies(Frozen):
    """Agencies that join, all of them or none; one that was taken out before comes back under its old id.

    One that comes back keeps its wave where none is given.
    """

    names: Annotated[tuple[str, ...], Field(max_length=200)]
    category: AgencyCategory = "opd_regency"
    wave: Annotated[int, Field(ge=1, le=20)] = 1
    provenance: Provenance = "reported"


class SettingsChange(Frozen):
    """Settings of the plan; only the fields that are given change."""

    name: Annotated[str, Field(max_length=120)] = ""
    start: date | None = None
    target: date | None = None
    week: Literal[5, 6] = 5
    days_off: tuple[date, ...] = ()
    windows: tuple[FundingWindow, ...] = ()
    baseline: str | None = None
    note: Annotated[str, Field(max_length=2000)] = ""


class PlanningChange(Frozen):
    """What the plan sets for one activity; only the fields that are given change, None undoes one."""

    activity: str
    duration: PlannedDuration | None = None
    week: WorkWeek | None = None
    constraint: PlannedConstraint | None = None


class NewBaseline(Frozen):
    """The dates of the plan as they stand, to be kept under a name; it becomes the current baseline."""

    name: Annotated[str, Field(max_length=120)]
    launch: date
    activities: dict[str, BaselineDates]


class EvidenceRemoval(Frozen):
    """A file that no longer counts; it stays in the record."""

    evidence: str


Change = (
    ActivityChange
    | ReviewChange
    | AgencyChange
    | NewAgencies
    | SettingsChange
    | PlanningChange
    | NewBaseline
    | EvidenceRemoval
)
