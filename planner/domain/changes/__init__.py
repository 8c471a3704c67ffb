"""Changes a person may ask for: what they write, and what speaks against them."""

from planner.domain.changes.against import Against, Objection
from planner.domain.changes.applied import Judged, applied, edited, judged
from planner.domain.changes.edits import Edit, edits, new_slug, review_falls
from planner.domain.changes.joining import SameAgency, joining
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
from planner.domain.changes.people_kinds import AssignmentChange, CommentRemoval, MemberChange, NewComment

__all__ = [
    "ActivityChange",
    "Against",
    "AgencyChange",
    "AssignmentChange",
    "Change",
    "CommentRemoval",
    "Edit",
    "EvidenceRemoval",
    "FloorChange",
    "Judged",
    "MemberChange",
    "NewAgencies",
    "NewAgency",
    "NewBaseline",
    "NewComment",
    "NewFloor",
    "NewServices",
    "Objection",
    "PlanningChange",
    "ReviewChange",
    "SameAgency",
    "SeatChange",
    "ServiceChange",
    "ServiceRow",
    "SettingsChange",
    "applied",
    "edited",
    "edits",
    "joining",
    "judged",
    "new_slug",
    "objections",
    "review_falls",
]
