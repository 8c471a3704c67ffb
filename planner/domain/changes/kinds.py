"""The kinds of change a person can ask for; only the fields that are given change.

How long texts may be, and how large numbers: ``bounds``.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from planner.domain.changes.people_kinds import AssignmentChange, CommentRemoval, MemberChange, NewComment
from planner.domain.checklist import Frozen, Slug
from planner.domain.counters import FloorUse
from planner.domain.plan import (
    AgencyCategory,
    BaselineDates,
    FundingWindow,
    PlannedConstraint,
    PlannedDuration,
    Provenance,
    Weekday,
    WorkWeek,
)
from planner.domain.services import Channel, Output, StandardComponent
from planner.domain.state import Status


class ActivityChange(Frozen):
    """Progress of one activity; only the fields that are given change."""

    activity: str
    status: Status = "not_started"
    started_on: date | None = None
    finished_on: date | None = None
    remaining: int | None = None
    note: str = ""
    reason: str = ""
    provenance: Provenance = "reported"
    source: str | None = None


class ReviewChange(Frozen):
    """A second person's word on a finished activity; a return needs a reason.

    ``of`` is the hash of what the person had before them (``verification.fingerprint``); without one the word
    is taken to be on what stands.
    """

    activity: str
    decision: Literal["accepted", "returned"]
    reason: str = ""
    of: str = ""


class AgencyChange(Frozen):
    """An agency of the plan; only the fields that are given change.

    One that is taken out (``active`` False) needs a ``reason``, which falls when it is taken in again.
    """

    agency: Slug
    name: str = ""
    category: AgencyCategory = "opd_regency"
    wave: int = 1
    contact: str = ""
    weekdays: tuple[Weekday, ...] = ()
    counters: int = 1
    joint: bool = False
    typical: Slug | None = None
    active: bool = True
    reason: str = ""
    provenance: Provenance = "reported"


class NewAgencies(Frozen):
    """Agencies that join, all of them or none; one that was taken out before comes back under its old id.

    One that comes back keeps its wave where none is given.
    """

    names: Annotated[tuple[str, ...], Field(max_length=200)]
    category: AgencyCategory = "opd_regency"
    wave: int = 1
    provenance: Provenance = "reported"


class NewAgency(Frozen):
    """One agency that joins, with all that is known of it; one that was taken out comes back, as above.

    One that comes back keeps whatever is not given.
    """

    name: str
    category: AgencyCategory = "opd_regency"
    wave: int = 1
    contact: str = ""
    weekdays: tuple[Weekday, ...] = ()
    counters: int = 1
    joint: bool = False
    typical: Slug | None = None
    provenance: Provenance = "reported"


class ServiceChange(Frozen):
    """A service of an agency; only the fields that are given change."""

    service: str
    name: str = ""
    output: Output | None = None
    channel: Channel | None = None
    duration: str = ""
    cost: str = ""
    standard: tuple[StandardComponent, ...] = ()
    queue: bool | None = None
    data: bool | None = None
    active: bool = True


class ServiceRow(Frozen):
    """One service to be added to an agency of the plan, by the agency's id; None: not known."""

    agency: Slug
    name: str
    output: Output | None = None
    channel: Channel | None = None
    duration: str = ""
    cost: str = ""
    standard: tuple[StandardComponent, ...] = ()
    queue: bool | None = None
    data: bool | None = None


class NewServices(Frozen):
    """Services that agencies of the plan offer, all of them or none.

    One that was taken out comes back under its old id and keeps whatever its row does not give.
    """

    rows: Annotated[tuple[ServiceRow, ...], Field(max_length=5000)]


class NewFloor(Frozen):
    """A floor of the mall."""

    name: str
    level: int = 0
    use: FloorUse = "service"
    counters: int = 0
    columns: int = 6


class FloorChange(Frozen):
    """A floor of the mall; only the fields that are given change."""

    floor: str
    name: str = ""
    level: int = 0
    use: FloorUse = "service"
    counters: int = 0
    columns: int = 6


class SeatChange(Frozen):
    """A counter kept for an agency; said again it changes, with ``active`` False it is given up.

    Days of the week that are not given stay as they are; none stand for all on which the agency comes.
    """

    floor: Slug
    counter: int
    agency: Slug
    weekdays: tuple[Weekday, ...] = ()
    active: bool = True

    @property
    def seat(self) -> str:
        """Id of the seat."""
        return f"{self.floor}.{self.counter}.{self.agency}"


class SettingsChange(Frozen):
    """Settings of the plan; only the fields that are given change."""

    name: str = ""
    start: date | None = None
    target: date | None = None
    week: Literal[5, 6] = 5
    days_off: tuple[date, ...] = ()
    windows: tuple[FundingWindow, ...] = ()
    baseline: str | None = None
    note: str = ""


class PlanningChange(Frozen):
    """What the plan sets for one activity; only the fields that are given change, None undoes one."""

    activity: str
    duration: PlannedDuration | None = None
    week: WorkWeek | None = None
    constraint: PlannedConstraint | None = None


class NewBaseline(Frozen):
    """The dates of the plan as they stand, to be kept under a name; it becomes the current baseline."""

    name: str
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
    | NewAgency
    | ServiceChange
    | NewServices
    | NewFloor
    | FloorChange
    | SeatChange
    | SettingsChange
    | PlanningChange
    | NewBaseline
    | EvidenceRemoval
    | MemberChange
    | AssignmentChange
    | NewComment
    | CommentRemoval
)
