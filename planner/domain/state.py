"""What has been done, and the record it is folded from.

A record entry changes some fields of one subject. Folding the entries of a plan in order of
(``effective_on``, ``number``) gives its state; leaving out those that take effect after day D gives the state
on D. Nothing else holds a truth of its own.

Why two times: work that was done in March and entered in May still stands in March (``effective_on``),
while the moment of writing (``recorded_at``) can never be chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from planner.domain.checklist import Frozen, Slug
from planner.domain.counters import Floor, Seat
from planner.domain.people import Login, Member
from planner.domain.plan import Agency, Baseline, Plan, Planning, PlanSettings, Provenance
from planner.domain.services import Service

Status = Literal["not_started", "in_progress", "done", "not_applicable"]
SubjectKind = Literal[
    "plan",
    "agency",
    "activity",
    "evidence",
    "planning",
    "baseline",
    "service",
    "floor",
    "seat",
    "member",
    "assignment",
    "comment",
]
STATUSES: tuple[Status, ...] = get_args(Status)

Note = Annotated[str, Field(max_length=4000)]


class Review(Frozen):
    """What the second person said of a finished activity.

    ``of`` is the hash of what was decided upon (``verification.fingerprint``); empty in records from before
    decisions were bound to their content.
    """

    decision: Literal["accepted", "returned"]
    by: str
    reason: Note = ""
    of: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""


class Progress(Frozen):
    """How far one activity is. ``reason`` says why it does not apply; ``submitted_by`` who called it done."""

    status: Status = "not_started"
    started_on: date | None = None
    finished_on: date | None = None
    remaining: Annotated[int, Field(ge=0, le=2000)] | None = None
    note: Note = ""
    reason: Note = ""
    submitted_by: str | None = None
    review: Review | None = None
    provenance: Provenance = "reported"
    source: str | None = None


class Evidence(Frozen):
    """A file that proves an activity: which requirement of its item, and what the bytes are (SHA-256).

    ``by`` is who gave it; empty in records from before that was kept. ``replaces`` is the id of the earlier
    file that this one took the place of, which is then ``removed``.
    """

    activity: str
    requirement: Slug
    file_name: Annotated[str, Field(min_length=1, max_length=200)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0)]
    media_type: str
    attached_on: date
    by: str = ""
    removed: bool = False
    replaces: str | None = None


class Assignment(Frozen):
    """Who is to do an activity, and by when; None: nobody in particular, no day of its own."""

    person: str | None = None
    due: date | None = None


class Comment(Frozen):
    """What somebody said of an activity; one that was taken back stays recorded."""

    activity: str
    text: Annotated[str, Field(min_length=1, max_length=4000)]
    by: str
    written_on: date
    removed: bool = False


MODELS: Mapping[SubjectKind, type[Frozen]] = {
    "plan": PlanSettings,
    "agency": Agency,
    "activity": Progress,
    "evidence": Evidence,
    "planning": Planning,
    "baseline": Baseline,
    "service": Service,
    "floor": Floor,
    "seat": Seat,
    "member": Member,
    "assignment": Assignment,
    "comment": Comment,
}
"""The fields of every kind of subject."""


class Entry(Frozen):
    """One line of the record. ``before`` and ``after`` hold only the fields that changed (JSON values).

    ``number`` counts from 1 within the plan without gaps; ``revision`` counts the entries of the subject.
    """

    plan: Slug
    number: int
    revision: int
    effective_on: date
    recorded_at: datetime
    actor: str
    kind: SubjectKind
    subject: str
    before: dict[str, Any]
    after: dict[str, Any]
    why: str = ""


class State(Frozen):
    """A plan as its record tells it. ``revisions`` is keyed by (kind, subject).

    ``progress`` and ``assignments`` are kept by activity id, ``members`` by the name they sign in with.
    """

    plan: Plan
    progress: dict[str, Progress] = Field(default_factory=dict)
    evidence: dict[str, Evidence] = Field(default_factory=dict)
    members: dict[Login, Member] = Field(default_factory=dict)
    assignments: dict[str, Assignment] = Field(default_factory=dict)
    comments: dict[str, Comment] = Field(default_factory=dict)
    revisions: dict[tuple[str, str], int] = Field(default_factory=dict)


def fold(entries: Iterable[Entry]) -> dict[tuple[SubjectKind, str], dict[str, Any]]:
    """Fields of every subject after all ``entries``, later effect over earlier, by (kind, subject)."""
    subjects: dict[tuple[SubjectKind, str], dict[str, Any]] = {}
    for entry in sorted(entries, key=lambda e: (e.effective_on, e.number)):
        subjects.setdefault((entry.kind, entry.subject), {}).update(entry.after)
    return subjects


def assemble(
    plan_id: str,
    subjects: Mapping[tuple[SubjectKind, str], Mapping[str, Any] | Frozen],
    revisions: Mapping[tuple[str, str], int],
) -> State | None:
    """State from folded fields, raw or parsed; None where the plan did not exist yet (no settings)."""
    settings = subjects.get(("plan", plan_id))
    if settings is None:
        return None

    def of(kind: SubjectKind) -> list[tuple[str, Mapping[str, Any] | Frozen]]:
        return [(subject, data) for (k, subject), data in subjects.items() if k == kind]

    return State(
        plan=Plan(
            id=plan_id,
            settings=PlanSettings.model_validate(settings),
            agencies={key: Agency.model_validate(data) for key, data in of("agency")},
            planning={key: Planning.model_validate(data) for key, data in of("planning")},
            baselines={key: Baseline.model_validate(data) for key, data in of("baseline")},
            services={key: Service.model_validate(data) for key, data in of("service")},
            floors={key: Floor.model_validate(data) for key, data in of("floor")},
            seats={key: Seat.model_validate(data) for key, data in of("seat")},
        ),
        progress={key: Progress.model_validate(data) for key, data in of("activity")},
        evidence={key: Evidence.model_validate(data) for key, data in of("evidence")},
        members={key: Member.model_validate(data) for key, data in of("member")},
        assignments={key: Assignment.model_validate(data) for key, data in of("assignment")},
        comments={key: Comment.model_validate(data) for key, data in of("comment")},
        revisions=dict(revisions),
    )


def replay(plan_id: str, entries: Iterable[Entry], day: date | None = None) -> State | None:
    """State of a plan on ``day`` (its end; None: now) from its record alone; None if it did not exist."""
    known = [e for e in entries if day is None or e.effective_on <= day]
    revisions: dict[tuple[str, str], int] = {}
    for entry in known:
        key = (entry.kind, entry.subject)
        revisions[key] = max(revisions.get(key, 0), entry.revision)
    return assemble(plan_id, fold(known), revisions)
