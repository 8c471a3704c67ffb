"""Changes a person may ask for: what they write, and what speaks against them."""

from planner.domain.changes.applied import Judged, applied, edited, judged
from planner.domain.changes.edits import Edit, edits, new_slug, review_falls
from planner.domain.changes.kinds import (
    ActivityChange,
    AgencyChange,
    Change,
    EvidenceRemoval,
    NewAgencies,
    NewBaseline,
    PlanningChange,
    ReviewChange,
    SettingsChange,
)
from planner.domain.changes.objections import Against, Objection, objections

__all__ = [
    "ActivityChange",
    "Against",
    "AgencyChange",
    "Change",
    "Edit",
    "EvidenceRemoval",
    "Judged",
    "NewAgencies",
    "NewBaseline",
    "Objection",
    "PlanningChange",
    "ReviewChange",
    "SettingsChange",
    "applied",
    "edited",
    "edits",
    "judged",
    "new_slug",
    "objections",
    "review_falls",
]
