"""What a person may change, what it means for the record, and what speaks against it.

A change becomes edits: fields of a subject to write. ``objections`` are short codes; the words for them
stand in ``planner.views.labels``.

Why a review falls with every later change: it was given for what stood there, not for what came after.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from planner.domain.activities import Work
from planner.domain.checklist import Frozen
from planner.domain.plan import AgencyCategory, Provenance
from planner.domain.state import Note, Progress, State, Status, SubjectKind

Objection = Literal[
    "unknown_activity",
    "no_agency",
    "reason_needed",
    "gate_item_applies",
    "future_date",
    "finish_before_start",
    "finish_needed",
    "nothing_to_review",
    "own_submission",
    "unknown_requirement",
    "unknown_evidence",
    "empty_file",
    "unknown_agency",
    "duplicate_agency",
    "name_needed",
    "target_before_start",
    "unknown_regency",
    "duplicate_plan",
    "actor_needed",
]


class ActivityChange(Frozen):
    """Progress of one activity; only the fields that are given change."""

    activity: str
    status: Status | None = None
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
    active: bool = True
    provenance: Provenance = "reported"


class SettingsChange(Frozen):
    """Settings of the plan; only the fields that are given change."""

    name: Annotated[str, Field(max_length=120)] = ""
    start: date | None = None
    target: date | None = None
    week: Literal[5, 6] = 5
    note: Note = ""


class EvidenceRemoval(Frozen):
    """A file that no longer counts; it stays in the record."""

    evidence: str


Change = ActivityChange | ReviewChange | AgencyChange | SettingsChange | EvidenceRemoval


@dataclass(frozen=True, slots=True)
class Edit:
    """Fields of one subject to write, as JSON values."""

    kind: SubjectKind
    subject: str
    after: Mapping[str, Any] = field(default_factory=dict)


def edits(change: Change, state: State, actor: str, effective_on: date) -> tuple[Edit, ...]:
    """What a change writes, the asked-for subject first; dates that follow from the status are filled in."""
    given = change.model_dump(mode="json", exclude_unset=True)
    match change:
        case ActivityChange():
            del given["activity"]
            return (Edit("activity", change.activity, _with_consequences(given, actor, effective_on)),)
        case ReviewChange():
            review = {"decision": change.decision, "by": actor, "reason": change.reason}
            return (Edit("activity", change.activity, {"review": review}),)
        case AgencyChange():
            del given["agency"]
            return (Edit("agency", change.agency, given),)
        case SettingsChange():
            return (Edit("plan", state.plan.id, given),)
        case EvidenceRemoval():
            removed = Edit("evidence", change.evidence, {"removed": True})
            return (removed, *review_falls(state, state.evidence[change.evidence].activity))


def review_falls(state: State, activity: str) -> tuple[Edit, ...]:
    """The edit that undoes a review of an activity whose proof changes; nothing where there is none."""
    progress = state.progress.get(activity)
    return (
        () if progress is None or progress.review is None else (Edit("activity", activity, {"review": None}),)
    )


def _with_consequences(given: dict[str, Any], actor: str, effective_on: date) -> dict[str, Any]:
    today = effective_on.isoformat()
    match given.get("status"):
        case "not_started":
            given |= {"started_on": None, "finished_on": None, "remaining": None, "submitted_by": None}
        case "in_progress":
            given = {"started_on": today} | given | {"finished_on": None, "submitted_by": None}
        case "done":
            given = {"finished_on": today} | given | {"remaining": None, "submitted_by": actor}
        case "not_applicable":
            given |= {"finished_on": None, "remaining": None, "submitted_by": None}
    if given.keys() & {"status", "started_on", "finished_on"}:
        given["review"] = None
    return given


def objections(change: Change, work: Work, state: State, actor: str, today: date) -> tuple[Objection, ...]:
    """What speaks against a change; empty where it may be written."""
    who: tuple[Objection, ...] = () if actor.strip() else ("actor_needed",)
    match change:
        case ActivityChange():
            return who + _against_activity(change, work, state, today)
        case ReviewChange():
            return who + _against_review(change, work, state, actor)
        case AgencyChange():
            return who + _against_agency(change, state)
        case SettingsChange():
            return who + _against_settings(change, state)
        case EvidenceRemoval():
            return who + (() if change.evidence in state.evidence else ("unknown_evidence",))


def _against_activity(change: ActivityChange, work: Work, state: State, today: date) -> tuple[Objection, ...]:
    activity = work.activities.get(change.activity)
    if activity is None:
        return ("unknown_activity",)
    if activity.stand_in:
        return ("no_agency",)
    now = state.progress.get(change.activity, Progress()).model_dump()
    then = Progress.model_validate(now | change.model_dump(exclude={"activity"}, exclude_unset=True))
    found: list[Objection] = []
    if then.status == "not_applicable":
        if activity.item.gates:
            found.append("gate_item_applies")
        elif not then.reason.strip():
            found.append("reason_needed")
    dates = [d for d in (change.started_on, change.finished_on) if d is not None]
    if any(d > today for d in dates):
        found.append("future_date")
    done = then.status == "done"
    if done and then.started_on and then.finished_on and then.finished_on < then.started_on:
        found.append("finish_before_start")
    if done and "finished_on" in change.model_fields_set and then.finished_on is None:
        found.append("finish_needed")
    return tuple(found)


def _against_review(change: ReviewChange, work: Work, state: State, actor: str) -> tuple[Objection, ...]:
    if change.activity not in work.activities:
        return ("unknown_activity",)
    progress = state.progress.get(change.activity)
    if progress is None or progress.status != "done":
        return ("nothing_to_review",)
    found: list[Objection] = []
    if progress.submitted_by == actor:
        found.append("own_submission")
    if change.decision == "returned" and not change.reason.strip():
        found.append("reason_needed")
    return tuple(found)


def _against_agency(change: AgencyChange, state: State) -> tuple[Objection, ...]:
    agencies = state.plan.agencies
    found: list[Objection] = []
    named = "name" in change.model_fields_set
    if (named or change.agency not in agencies) and len(change.name.strip()) < 2:
        found.append("name_needed")
    others = {a.name.casefold() for slug, a in agencies.items() if slug != change.agency and a.active}
    if named and change.name.strip().casefold() in others:
        found.append("duplicate_agency")
    return tuple(found)


def _against_settings(change: SettingsChange, state: State) -> tuple[Objection, ...]:
    found: list[Objection] = []
    fields = change.model_fields_set
    if "name" in fields and len(change.name.strip()) < 3:
        found.append("name_needed")
    settings = state.plan.settings
    start = change.start or settings.start
    target = change.target if "target" in fields else settings.target
    if target is not None and target < start:
        found.append("target_before_start")
    return tuple(found)
