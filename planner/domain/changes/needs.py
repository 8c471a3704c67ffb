"""What a person must be allowed to do for a change to be theirs, and which agency it concerns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
    SettingsChange,
)
from planner.domain.changes.people_kinds import AssignmentChange, CommentRemoval, MemberChange, NewComment
from planner.domain.people import Action
from planner.domain.state import State

NEEDED: Final[Mapping[type[Change], Action]] = {
    ActivityChange: "work",
    EvidenceRemoval: "work",
    ReviewChange: "review",
    NewComment: "comment",
    CommentRemoval: "comment",
    AssignmentChange: "assign",
    AgencyChange: "map",
    NewAgencies: "map",
    NewAgency: "map",
    NewFloor: "map",
    FloorChange: "map",
    SeatChange: "map",
    ServiceChange: "offer",
    NewServices: "offer",
    PlanningChange: "plan",
    NewBaseline: "plan",
    SettingsChange: "settings",
    MemberChange: "members",
}
"""The action behind every kind of change."""


def needed(change: Change) -> Action:
    """The action that a change is.

    Why a baseline that becomes the current one is planning: freezing the dates does the same.
    """
    if isinstance(change, SettingsChange) and change.model_fields_set == {"baseline"}:
        return "plan"
    return NEEDED[type(change)]


def concerned(change: Change, state: State) -> frozenset[str | None]:
    """The agencies a change concerns; None among them: something that is of no single agency."""
    match change:
        case ActivityChange() | ReviewChange() | NewComment() | AssignmentChange() | PlanningChange():
            return frozenset({agency_of(change.activity)})
        case EvidenceRemoval():
            known = state.evidence.get(change.evidence)
            return frozenset({None if known is None else agency_of(known.activity)})
        case CommentRemoval():
            said = state.comments.get(change.comment)
            return frozenset({None if said is None else agency_of(said.activity)})
        case ServiceChange():
            service = state.plan.services.get(change.service)
            return frozenset({None if service is None else service.agency})
        case NewServices():
            return frozenset(row.agency for row in change.rows) or frozenset({None})
        case _:
            return frozenset({None})


def agency_of(activity: str) -> str | None:
    """The agency an activity is of, by the activity's id; None for work that is done once."""
    return activity.partition(".")[2] or None
