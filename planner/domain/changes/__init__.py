"""Changes a person may ask for: what they write, and what speaks against them."""

from planner.domain.changes.edits import Edit, edits, new_slug, review_falls
from planner.domain.changes.kinds import (
    ActivityChange,
    AgencyChange,
    Change,
    EvidenceRemoval,
    NewAgencies,
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
    "NewAgencies",
    "Objection",
    "ReviewChange",
    "SettingsChange",
    "edits",
    "new_slug",
    "objections",
    "review_falls",
]
