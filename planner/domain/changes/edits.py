"""What a change writes into the record.

Why a review falls with every later change: it was given for what stood there, not for what came after.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from planner.domain.changes.kinds import (
    ActivityChange,
    AgencyChange,
    Change,
    EvidenceRemoval,
    NewAgencies,
    ReviewChange,
    SettingsChange,
)
from planner.domain.state import State, SubjectKind


@dataclass(frozen=True, slots=True)
class Edit:
    """Fields of one subject to write, as JSON values. ``new``: the subject must not exist yet."""

    kind: SubjectKind
    subject: str
    after: Mapping[str, Any] = field(default_factory=dict)
    new: bool = False


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
        case NewAgencies():
            return _joining(change, state)
        case SettingsChange():
            return (Edit("plan", state.plan.id, given),)
        case EvidenceRemoval():
            removed = Edit("evidence", change.evidence, {"removed": True})
            return (removed, *review_falls(state, state.evidence[change.evidence].activity))


def _joining(change: NewAgencies, state: State) -> tuple[Edit, ...]:
    agencies = state.plan.agencies
    out = {agency.name.casefold(): slug for slug, agency in agencies.items() if not agency.active}
    taken = set(agencies)
    found: list[Edit] = []
    for name in (n.strip() for n in change.names):
        former = out.get(name.casefold())
        slug = former or new_slug(name, taken)
        taken.add(slug)
        fields = {"name": name, "category": change.category, "provenance": change.provenance, "active": True}
        found.append(Edit("agency", slug, fields, new=former is None))
    return tuple(found)


def new_slug(name: str, taken: Collection[str]) -> str:
    """An id made from a name that is not ``taken``: small letters, digits and hyphens."""
    base = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:50].strip("-") or "tanpa-nama"
    slug, count = base, 2
    while slug in taken:
        slug, count = f"{base}-{count}", count + 1
    return slug


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
