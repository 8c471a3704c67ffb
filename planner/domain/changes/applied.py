"""What would stand after changes: the state they leave, by the same edits that the record is written with.

Why the same edits: a plan that is only tried must never stand otherwise than it would once it is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pydantic import ValidationError

from planner.domain.activities import Work, work
from planner.domain.changes.against import Against
from planner.domain.changes.bounds import beyond_bounds, days_of, out_of_reach
from planner.domain.changes.edits import Edit, edits
from planner.domain.changes.kinds import Change
from planner.domain.changes.objections import objections
from planner.domain.changes.of_agencies import against_waves
from planner.domain.checklist import Checklist, Frozen
from planner.domain.state import MODELS, State, SubjectKind, assemble


@dataclass(frozen=True, slots=True)
class Judged:
    """Changes held against the rules, each on what the ones before it leave, their waves on what all leave.

    ``against`` speaks against the change at ``position`` (from 0), the first that cannot stand; empty where
    all can. ``edits`` and ``state`` are what those before it write and leave.
    """

    state: State
    edits: tuple[Edit, ...] = ()
    against: tuple[Against, ...] = ()
    position: int = 0


def judged(
    changes: Sequence[Change],
    checklist: Checklist,
    state: State,
    actor: str,
    effective_on: date,
    today: date,
) -> Judged:
    """Changes of one actor that take effect together on a day, which may not be after ``today``.

    Why the work is made anew for other agencies alone: the rules ask it only which activities there are.
    Why waves are looked at in the end: agencies that change places leave one empty in between.
    """
    found, agencies, todo = Judged(state), None, Work({}, {}, (), "")
    gap: Judged | None = None
    for position, change in enumerate(changes):
        if found.state.plan.agencies != agencies:
            agencies = found.state.plan.agencies
            todo = work(checklist, found.state.plan)
        against = objections(change, todo, found.state, actor, today)
        against = (*against, *out_of_reach(days_of(change, found.state, today), today))
        if effective_on > today:
            against = (Against("future_date"), *against)
        if against:
            return replace(found, against=tuple(dict.fromkeys(against)), position=position)
        wanted = edits(change, found.state, actor, effective_on)
        try:
            then = Judged(edited(found.state, wanted), (*found.edits, *wanted))
        except ValidationError as error:
            return replace(found, against=beyond_bounds(error), position=position)
        against = against_waves(state.plan.agencies, then.state.plan.agencies)
        gap = replace(gap or replace(found, position=position), against=against) if against else None
        found = then
    return gap or found


def applied(state: State, changes: Iterable[Change], actor: str, effective_on: date) -> State:
    """The state after changes that nothing speaks against, as the record would tell it.

    Raises:
        ValidationError: a change leaves what cannot be; ``judged`` says so beforehand.
    """
    for change in changes:
        state = edited(state, edits(change, state, actor, effective_on))
    return state


def edited(state: State, wanted: Iterable[Edit]) -> State:
    """The state after edits; one that changes nothing leaves the revision of its subject as it was."""
    subjects, revisions = _subjects(state), dict(state.revisions)
    for edit in wanted:
        key = (edit.kind, edit.subject)
        stands = _fields(subjects.get(key))
        then = MODELS[edit.kind].model_validate({**stands, **edit.after})
        if _fields(then) != stands:
            subjects[key] = then
            revisions[key] = revisions.get(key, 0) + 1
    return assemble(state.plan.id, subjects, revisions) or state


def _fields(subject: Frozen | None) -> dict[str, object]:
    """The fields of a subject that the record has set, as JSON values."""
    return {} if subject is None else subject.model_dump(mode="json", include=subject.model_fields_set)


def _subjects(state: State) -> dict[tuple[SubjectKind, str], Frozen]:
    plan = state.plan
    found: dict[tuple[SubjectKind, str], Frozen] = {("plan", plan.id): plan.settings}
    found |= {("agency", key): agency for key, agency in plan.agencies.items()}
    found |= {("planning", key): planning for key, planning in plan.planning.items()}
    found |= {("baseline", key): baseline for key, baseline in plan.baselines.items()}
    found |= {("service", key): service for key, service in plan.services.items()}
    found |= {("floor", key): floor for key, floor in plan.floors.items()}
    found |= {("seat", key): seat for key, seat in plan.seats.items()}
    found |= {("activity", key): progress for key, progress in state.progress.items()}
    found |= {("evidence", key): evidence for key, evidence in state.evidence.items()}
    found |= {("member", key): member for key, member in state.members.items()}
    found |= {("assignment", key): assignment for key, assignment in state.assignments.items()}
    found |= {("comment", key): comment for key, comment in state.comments.items()}
    return found
