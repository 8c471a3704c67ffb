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
    NewAgencies,
    NewBaseline,
    PlanningChange,
    ReviewChange,
    SettingsChange,
)
from planner.domain.state import Progress, State, SubjectKind


@dataclass(frozen=True, slots=True)
class Edit:
    """Fields of one subject to write, as JSON values. ``new``: the subject must not exist yet."""

    kind: SubjectKind
    subject: str
    after: Mapping[str, Any] = field(default_factory=dict)
    new: bool = False


def edits(change: Change, state: State, actor: str, effective_on: date) -> tuple[Edit, ...]:
    """What a change writes, the asked-for subject first.

    Dates that follow from the status are filled in where none is given and none stands. Who last said how
    finished work was done is who submitted it, and cannot review it.
    """
    given = change.model_dump(mode="json", exclude_unset=True)
    match change:
        case ActivityChange():
            del given["activity"]
            stands = state.progress.get(change.activity, Progress())
            after = _with_consequences(given, stands, actor, effective_on)
            return (Edit("activity", change.activity, after),)
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
        case PlanningChange():
            del given["activity"]
            return (Edit("planning", change.activity, given),)
        case NewBaseline():
            slug = new_slug(change.name, state.plan.baselines)
            fields = given | {"name": change.name.strip(), "frozen_on": effective_on.isoformat()}
            current = Edit("plan", state.plan.id, {"baseline": slug})
            return (Edit("baseline", slug, fields, new=True), current)
        case _:
            removed = Edit("evidence", change.evidence, {"removed": True})
            evidence = state.evidence[change.evidence]
            return (removed,) if evidence.removed else (removed, *review_falls(state, evidence.activity))


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
        if "wave" in change.model_fields_set:
            fields["wave"] = change.wave
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


def _with_consequences(
    given: dict[str, Any], stands: Progress, actor: str, effective_on: date
) -> dict[str, Any]:
    match given.get("status"):
        case "not_started":
            given |= {"started_on": None, "finished_on": None, "remaining": None, "submitted_by": None}
        case "in_progress":
            begun = stands.started_on or effective_on
            given = {"started_on": begun.isoformat()} | given | {"finished_on": None, "submitted_by": None}
        case "done":
            finished = stands.finished_on or _not_before_its_start(effective_on, given, stands)
            given = {"finished_on": finished.isoformat()} | given | {"remaining": None}
        case "not_applicable":
            given |= {"finished_on": None, "remaining": None, "submitted_by": None}
    if given.keys() & {"status", "started_on", "finished_on"}:
        given["review"] = None
        if given.get("status", stands.status) == "done":
            given["submitted_by"] = actor
    return given


def _not_before_its_start(day: date, given: Mapping[str, Any], stands: Progress) -> date:
    """``day``, or the day on which the work began where that is later."""
    begun = stands.started_on
    if "started_on" in given:
        begun = None if given["started_on"] is None else date.fromisoformat(given["started_on"])
    return day if begun is None else max(day, begun)
