"""Changes a person may ask for: what they write, and what speaks against them."""

from planner.domain.changes.against import Against, Objection
from planner.domain.changes.applied import Judged, applied, edited, judged
from planner.domain.changes.edits import Edit, edits, new_slug, review_falls
from planner.domain.changes.kinds import (
    ActivityChange,
    AgencyChange,
    Change,
    EvidenceRemoval,
    FloorChange,
    NewAgencies,
    NewAgency,
    NewBaseline,
    NewFloor,
    NewServices,
    PlanningChange,
    ReviewChange,
    SeatChange,
    ServiceChange,
    ServiceRow,
    SettingsChange,
)
from planner.domain.changes.objections import objections

__all__ = [
    "ActivityChange",
    "Against",
    "AgencyChange",
    "Change",
    "Edit",
    "EvidenceRemoval",
    "FloorChange",
    "Judged",
    "NewAgencies",
    "NewAgency",
    "NewBaseline",
    "NewFloor",
    "NewServices",
    "Objection",
    "PlanningChange",
    "ReviewChange",
    "SeatChange",
    "ServiceChange",
    "ServiceRow",
    "SettingsChange",
    "applied",
    "edited",
    "edits",
    "judged",
    "new_slug",
    "objections",
    "review_falls",
]
