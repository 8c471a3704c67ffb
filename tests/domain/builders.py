"""Small checklists, plans and states for tests, with nothing said that a test does not care about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from planner.domain import verification
from planner.domain.activities import Work, work
from planner.domain.checklist import (
    Checklist,
    ChecklistFile,
    Dependency,
    DurationBasis,
    Estimate,
    EvidenceRequirement,
    Gate,
    Item,
    PracticeBasis,
    Role,
    Source,
    StageFile,
)
from planner.domain.plan import Agency, Plan, PlanSettings
from planner.domain.readiness import Readiness, readiness
from planner.domain.state import Entry, Evidence, Progress, Review, State, SubjectKind

START = date(2026, 1, 5)
TODAY = date(2026, 3, 2)
PLAN_ID = "kota-contoh"
STAFF, SECRETARY = "staf", "sekda"


def item(
    name: str,
    *,
    weight: int = 1,
    per_agency: bool = False,
    gates: Iterable[str] = (),
    verify: bool = False,
    evidence: Iterable[str] = (),
    optional: Iterable[str] = (),
    after: Iterable[str | Mapping[str, Any]] = (),
    days: int = 5,
    role: str = STAFF,
) -> Item:
    """An item; ``evidence`` are required documents, ``optional`` those that may be left out."""
    required = [EvidenceRequirement(id=e, title=f"Dokumen {e}") for e in evidence]
    return Item(
        id=name,
        title=f"Butir {name}",
        requirement=f"Kerjakan {name}.",
        per="agency" if per_agency else None,
        basis=(PracticeBasis(kind="practice", region="contoh", source="berita"),),
        evidence=(
            *required,
            *(EvidenceRequirement(id=e, title=f"Dokumen {e}", required=False) for e in optional),
        ),
        weight=weight,
        gates=tuple(gates),
        verify=verify,
        responsible=role,
        duration=Estimate(
            unit="work",
            optimistic=days,
            likely=days,
            pessimistic=days,
            basis=DurationBasis(kind="estimated", note="Perkiraan"),
        ),
        after=tuple(
            Dependency(item=d) if isinstance(d, str) else Dependency.model_validate(d) for d in after
        ),
    )


def checklist(
    *items: Item,
    launch: str,
    gates: Iterable[str] = ("usulan",),
    stages: Mapping[str, Iterable[str]] | None = None,
) -> Checklist:
    """A checklist of these items, all in one stage where ``stages`` does not part them."""
    by_id = {i.id: i for i in items}
    parted = stages or {"kerja": tuple(by_id)}
    return Checklist(
        head=ChecklistFile(
            checklist="contoh",
            title="Daftar contoh",
            version="2026.1",
            summary="Daftar kecil.",
            launch=launch,
            verifier=SECRETARY,
            stages=tuple(parted),
            roles=(Role(id=STAFF, title="Staf DPMPTSP"), Role(id=SECRETARY, title="Sekretaris Daerah")),
            gates=tuple(Gate(id=g, title=f"Gerbang {g}", question="Sudah siap?") for g in gates),
            instruments=(),
            sources=(Source(id="berita", title="Berita", kind="press", address="https://example.org"),),
        ),
        stages=tuple(
            StageFile(stage=s, title=f"Tahap {s}", summary="Ringkas.", items=tuple(by_id[i] for i in members))
            for s, members in parted.items()
        ),
    )


def plan(*agencies: str, **settings: Any) -> Plan:
    """A plan with agencies that all take part in the first wave."""
    return Plan(
        id=PLAN_ID,
        settings=PlanSettings.model_validate(
            {"name": "Kota Contoh", "regency": "35.73", "checklist": "contoh", "start": START} | settings
        ),
        agencies={slug: Agency(name=f"Instansi {slug}") for slug in agencies},
    )


def done(by: str = STAFF, *, accepted_by: str | None = None, on: date = TODAY) -> Progress:
    """Reported done by someone, and accepted by someone where named; ``state`` binds that to the content."""
    review = None if accepted_by is None else Review(decision="accepted", by=accepted_by)
    return Progress(status="done", finished_on=on, submitted_by=by, review=review)


def document(
    activity: str, requirement: str, *, removed: bool = False, digest: str = "0" * 64, by: str = ""
) -> Evidence:
    """A file that proves an activity, given by someone where named."""
    return Evidence(
        activity=activity,
        requirement=requirement,
        file_name=f"{requirement}.pdf",
        sha256=digest,
        size=1,
        media_type="application/pdf",
        attached_on=TODAY,
        by=by,
        removed=removed,
    )


def state(
    of: Plan | None = None,
    progress: Mapping[str, Progress] | None = None,
    evidence: Iterable[Evidence] = (),
) -> State:
    """A plan with what has been done in it; the files get the ids f0, f1, ...

    Reviews that name no content were given for just what stands here.
    """
    unbound = State(
        plan=of or plan(),
        progress=dict(progress or {}),
        evidence={f"f{number}": file for number, file in enumerate(evidence)},
    )
    return bound(unbound)


def bound(now: State) -> State:
    """The state with every review bound to what stands, as one is that is given now."""
    reviews = {i: p.review for i, p in now.progress.items() if p.review is not None and not p.review.of}
    progress = {
        i: now.progress[i].model_copy(
            update={"review": review.model_copy(update={"of": verification.presented(now, i)})}
        )
        for i, review in reviews.items()
    }
    return now.model_copy(update={"progress": now.progress | progress})


def measured(of: Checklist, now: State) -> tuple[Work, Readiness]:
    """The work of a plan and how ready it is."""
    todo = work(of, now.plan)
    return todo, readiness(of, todo, now)


def entry(
    number: int,
    kind: SubjectKind,
    subject: str,
    after: Mapping[str, Any],
    *,
    on: date = START,
    revision: int = 1,
) -> Entry:
    """A line of the record."""
    return Entry(
        plan=PLAN_ID,
        number=number,
        revision=revision,
        effective_on=on,
        recorded_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
        actor=STAFF,
        kind=kind,
        subject=subject,
        before={},
        after=dict(after),
    )
