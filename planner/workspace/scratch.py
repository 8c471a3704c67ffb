"""A plan on scratch paper: how it would stand after some changes, with nothing written.

What is tried is kept with ``Workspace.record_all``, given the same changes and ``seen_revisions`` of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from planner.domain.changes import Change, Judged, NewBaseline, judged
from planner.domain.plan import BaselineDates
from planner.domain.state import SubjectKind
from planner.workspace.outcome import Refused
from planner.workspace.snapshot import Snapshot, Version, shown

DaysOff = Callable[[date, date], Mapping[date, str]]
"""Days off by their names, from the year of a plan's first day on, as known on a day."""


def tried(seen: Snapshot, changes: Sequence[Change], actor: str, days_off: DaysOff) -> Snapshot | Refused:
    """The plan as it would stand on the day looked at, had ``actor`` made the changes on that day.

    No snapshot of the record has its version, so that nothing found out of it passes for the plan's own.
    """
    found = _judged(seen, changes, actor)
    if found.against:
        return Refused(found.against, found.position)
    return shown(
        seen.checklist,
        seen.regency,
        found.state,
        seen.day,
        seen.today,
        _version(seen.version, changes, actor),
        days_off(found.state.plan.settings.start, seen.day),
    )


def seen_revisions(
    seen: Snapshot, changes: Sequence[Change], actor: str
) -> dict[tuple[SubjectKind, str], int]:
    """The revisions that a person had before them of all that the changes write; 0: there was none yet."""
    known = seen.state.revisions
    return {
        (e.kind, e.subject): known.get((e.kind, e.subject), 0) for e in _judged(seen, changes, actor).edits
    }


def wanted_fields(
    seen: Snapshot, changes: Sequence[Change], actor: str
) -> dict[tuple[SubjectKind, str], dict[str, Any]]:
    """The fields that the changes would set together, as the record keeps them, by kind and subject."""
    found: dict[tuple[SubjectKind, str], dict[str, Any]] = {}
    for edit in _judged(seen, changes, actor).edits:
        found.setdefault((edit.kind, edit.subject), {}).update(edit.after)
    return found


def frozen(seen: Snapshot, name: str) -> NewBaseline:
    """The dates of all activities that apply, to be kept under a name."""
    dates, standings = seen.schedule.dates, seen.readiness.activities
    return NewBaseline(
        name=name,
        launch=seen.schedule.launch,
        activities={
            i: BaselineDates(start=dates[i].early_start, finish=dates[i].early_finish)
            for i in seen.work.activities
            if standings[i].standing != "not_applicable"
        },
    )


def _judged(seen: Snapshot, changes: Sequence[Change], actor: str) -> Judged:
    return judged(changes, seen.checklist, seen.state, actor, seen.day, seen.day)


def _version(version: Version, changes: Sequence[Change], actor: str) -> Version:
    number, day, marks = version
    told = "\n".join(
        [actor, *(f"{type(c).__name__} {c.model_dump_json(exclude_unset=True)}" for c in changes)]
    )
    digest = int.from_bytes(sha256(told.encode()).digest()[:8], "big")
    return number, day, (*marks, ("", len(changes), digest))
