"""What a change writes into the record.

Why most reviews are left alone: they are bound to the hash of what was decided upon and lapse by themselves
(``verification``). Undone here are those from before that was so, a return that is answered, and one that
has lapsed once the work is called done again: it then waits for a word anew.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from planner.domain import verification
from planner.domain.changes.kinds import (
    ActivityChange,
    AgencyChange,
    Change,
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
from planner.domain.changes.of_people import people_fields
from planner.domain.changes.people_kinds import AssignmentChange, CommentRemoval, MemberChange, NewComment
from planner.domain.services import COMPONENTS
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
            again = verification.lapsed(stands, verification.given(state, change.activity))
            after = _with_consequences(given, stands, actor, effective_on, again)
            return (Edit("activity", change.activity, after),)
        case ReviewChange():
            review = {
                "decision": change.decision,
                "by": actor,
                "reason": change.reason,
                "of": verification.presented(state, change.activity),
            }
            return (Edit("activity", change.activity, {"review": review}),)
        case AgencyChange():
            return (Edit("agency", given.pop("agency"), _of_an_agency(given)),)
        case NewAgencies():
            return _joining(change, state)
        case NewAgency():
            return _one_joining(change, _in_order(given), state)
        case ServiceChange():
            return (Edit("service", given.pop("service"), _in_order(given)),)
        case NewServices():
            return _offered(change, state)
        case NewFloor():
            fields = change.model_dump(mode="json")
            return (Edit("floor", new_slug(change.name, state.plan.floors), fields, new=True),)
        case FloorChange():
            return (Edit("floor", given.pop("floor"), given),)
        case SeatChange():
            seat = _in_order(given) | {"active": change.active}
            return (Edit("seat", change.seat, seat, new=change.seat not in state.plan.seats),)
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
        case MemberChange() | AssignmentChange() | NewComment() | CommentRemoval():
            return (Edit(*people_fields(change, state, actor, effective_on)),)
        case _:
            removed = Edit("evidence", change.evidence, {"removed": True})
            evidence = state.evidence[change.evidence]
            return (removed,) if evidence.removed else (removed, *review_falls(state, evidence.activity))


def _of_an_agency(given: dict[str, Any]) -> dict[str, Any]:
    """Why an agency was taken out says nothing of it any more once it takes part again."""
    return _in_order(({"reason": ""} if given.get("active") else {}) | given)


def _in_order(given: dict[str, Any]) -> dict[str, Any]:
    """Fields with days of the week and components each once and in their order."""
    days, components = given.get("weekdays"), given.get("standard")
    return (
        given
        | ({} if days is None else {"weekdays": sorted(set(days))})
        | ({} if components is None else {"standard": [c for c in COMPONENTS if c in components]})
    )


def _joining(change: NewAgencies, state: State) -> tuple[Edit, ...]:
    known: dict[str, Any] = {"category": change.category, "provenance": change.provenance}
    if "wave" in change.model_fields_set:
        known["wave"] = change.wave
    out, taken = _taken_out(state), set(state.plan.agencies)
    found = []
    for name in change.names:
        found.append(_joins({"name": name, **known}, out.get(name.casefold()), taken))
        taken.add(found[-1].subject)
    return tuple(found)


def _one_joining(change: NewAgency, given: dict[str, Any], state: State) -> tuple[Edit, ...]:
    former = _taken_out(state).get(change.name.casefold())
    told = {"category": change.category, "provenance": change.provenance}
    return (_joins(given if former else told | given, former, state.plan.agencies),)


def _joins(fields: dict[str, Any], former: str | None, taken: Collection[str]) -> Edit:
    """An agency joins under an id that is not ``taken``, or under the id it had ``former``ly."""
    if former is None:
        return Edit("agency", new_slug(fields["name"], taken), {**fields, "active": True}, new=True)
    return Edit("agency", former, {**fields, "active": True, "reason": ""})


def _taken_out(state: State) -> dict[str, str]:
    """Ids of the agencies that were taken out, by their names in small letters."""
    return {a.name.casefold(): slug for slug, a in state.plan.agencies.items() if not a.active}


def _offered(change: NewServices, state: State) -> tuple[Edit, ...]:
    services = state.plan.services
    out = {(s.agency, s.name.casefold()): key for key, s in services.items() if not s.active}
    taken = set(services)
    found = []
    for row in change.rows:
        given = _in_order(row.model_dump(mode="json", exclude_unset=True)) | {"active": True}
        former = out.get((row.agency, row.name.casefold()))
        if former is None:
            told = {"output": row.output, "channel": row.channel}
            key = f"{row.agency}.{_free(row.name, f'{row.agency}.', taken)}"
            found.append(Edit("service", key, told | given, new=True))
            taken.add(key)
        else:
            found.append(Edit("service", former, given))
    return tuple(found)


def new_slug(name: str, taken: Collection[str]) -> str:
    """An id made from a name that is not ``taken``: small letters, digits and hyphens."""
    return _free(name, "", taken)


def _free(name: str, before: str, taken: Collection[str]) -> str:
    """An id made from a name that is not ``taken`` where it stands behind ``before``."""
    base = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:50].strip("-") or "tanpa-nama"
    slug, count = base, 2
    while before + slug in taken:
        slug, count = f"{base}-{count}", count + 1
    return slug


def review_falls(state: State, activity: str) -> tuple[Edit, ...]:
    """The edit that undoes a review that is bound to no content once proof changes; nothing where it is."""
    review = state.progress.get(activity, Progress()).review
    return () if review is None or review.of else (Edit("activity", activity, {"review": None}),)


def _with_consequences(
    given: dict[str, Any], stands: Progress, actor: str, effective_on: date, lapsed: bool
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
        review = stands.review
        answered = lapsed and given.get("status") == "done"
        if review is not None and (answered or review.decision == "returned" or not review.of):
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
