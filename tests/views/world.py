"""A small regency for the tests of the views, built straight from the domain types.

Five stages in the order of the law; "Perjanjian" is per agency and has three of them. The schedule is written
by hand, so that these tests know nothing of how dates are computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.activities import Work, work
from planner.domain.checklist import (
    Checklist,
    ChecklistFile,
    Dependency,
    DurationBasis,
    Estimate,
    EvidenceRequirement,
    Gate,
    Instrument,
    Item,
    LawBasis,
    PracticeBasis,
    Role,
    Source,
    StageFile,
)
from planner.domain.plan import Agency, Plan, PlanSettings
from planner.domain.readiness import Readiness, readiness
from planner.domain.schedule import ActivityDates, DrivingLink, Schedule
from planner.domain.state import Evidence, Progress, Review, State
from tests.domain.builders import bound

TODAY = date(2026, 11, 23)
TARGET = date(2027, 4, 30)
LAUNCH = date(2027, 6, 14)
AGENCIES = {"polres": "Polres", "bpjs": "BPJS Kesehatan", "pln": "PLN"}


@dataclass(frozen=True)
class World:
    """Everything a view may be given."""

    checklist: Checklist
    work: Work
    state: State
    readiness: Readiness
    schedule: Schedule

    @property
    def given(self) -> tuple[Checklist, Work, State, Readiness, Schedule]:
        return self.checklist, self.work, self.state, self.readiness, self.schedule


def item(
    code: str,
    title: str,
    *after: str,
    gate: str | None = None,
    per_agency: bool = False,
    provision: str | None = None,
) -> Item:
    """An item of weight 2 that asks for one document."""
    law = LawBasis(
        kind="law",
        instrument="perpres",
        provision=provision,
        source="berita",
        attestation="one_source" if provision == "Pasal 11" else "two_sources",
        verified_on=date(2026, 11, 22),
    )
    practice = PracticeBasis(kind="practice", region="barru", source="berita")
    return Item(
        id=code,
        title=title,
        requirement=f"{title} dengan lengkap.",
        per="agency" if per_agency else None,
        basis=(law if provision else practice,),
        evidence=(EvidenceRequirement(id="naskah", title="Naskah yang ditandatangani"),),
        weight=2,
        gates=(gate,) if gate else (),
        responsible="dpmptsp",
        duration=Estimate(
            unit="work",
            optimistic=5,
            likely=10,
            pessimistic=20,
            basis=DurationBasis(kind="estimated", note="perkiraan"),
        ),
        after=tuple(Dependency(item=code) for code in after),
    )


def stage(slug: str, title: str, *items: Item) -> StageFile:
    return StageFile(stage=slug, title=title, summary=f"Tahap {title}.", items=items)


def checklist(*stages: StageFile, launch: str = "RSM-01") -> Checklist:
    """A checklist of the given stages (or the small regency's) with two gates and two roles."""
    stages = stages or (
        stage(
            "komitmen", "Komitmen", item("KMT-01", "Komitmen ditandatangani", provision="Pasal 3 ayat (1)")
        ),
        stage(
            "usulan",
            "Usulan kepada Menteri",
            item("USL-01", "Usulan disusun", "KMT-01", gate="usulan", provision="Pasal 5 ayat (1)"),
            item("USL-02", "Anggaran disetujui", gate="usulan", provision="Pasal 11"),
        ),
        stage(
            "kesepakatan",
            "Kesepakatan",
            item("KSP-01", "Perjanjian kerja sama ditandatangani", "USL-01", per_agency=True),
            item("KSP-02", "Naskah baku disiapkan", provision="Pasal 5 ayat (1)"),
        ),
        stage(
            "peresmian",
            "Peresmian",
            item("RSM-01", "Peresmian oleh Menteri", "KSP-01", gate="peresmian"),
            item("RSM-02", "Pemantauan tahunan", "RSM-01"),
        ),
    )
    head = ChecklistFile(
        checklist="uji",
        title="Daftar uji",
        version="2026.1",
        summary="Daftar untuk uji.",
        launch=launch,
        verifier="sekda",
        stages=tuple(one.stage for one in stages),
        roles=(Role(id="dpmptsp", title="DPMPTSP"), Role(id="sekda", title="Sekretaris daerah")),
        gates=(
            Gate(id="usulan", title="Usulan siap dikirim", question="Apakah usulan lengkap?"),
            Gate(id="peresmian", title="Siap diresmikan", question="Apakah layak dibuka?"),
        ),
        instruments=(
            Instrument(
                id="perpres",
                title="Perpres 89/2021",
                subject="Mal Pelayanan Publik",
                kind="presidential",
                articles=True,
                source="berita",
                attestation="two_sources",
                verified_on=date(2026, 11, 22),
            ),
        ),
        sources=(Source(id="berita", title="Berita daerah", kind="press", address="https://contoh.example"),),
    )
    return Checklist(head=head, stages=stages)


def plan(agencies: dict[str, str] | None = None, target: date | None = TARGET) -> Plan:
    named = AGENCIES if agencies is None else agencies
    return Plan(
        id="beltim",
        settings=PlanSettings(
            name="Belitung Timur", regency="19.06", checklist="uji", start=date(2026, 2, 2), target=target
        ),
        agencies={slug: Agency(name=name) for slug, name in named.items()},
    )


def dated(start: date, days: int, slack: int = 0, *, critical: bool = False) -> ActivityDates:
    """Dates of ``days`` calendar days from ``start`` and ``slack`` days of room."""
    finish = start + timedelta(days=days - 1)
    room = timedelta(days=max(slack, 0))
    return ActivityDates(start, finish, start + room, finish + room, slack, 0, critical)


DATES = {
    "KMT-01": dated(date(2026, 3, 2), 10),
    "USL-01": dated(date(2026, 11, 2), 60, critical=True),
    "USL-02": dated(date(2026, 11, 23), 20, 9),
    "KSP-01.polres": dated(date(2027, 1, 4), 150, critical=True),
    "KSP-01.bpjs": dated(date(2027, 1, 4), 40, 30),
    "KSP-01.pln": dated(date(2026, 10, 5), 20),
    "KSP-02": dated(date(2026, 12, 1), 2, 15),
    "RSM-01": dated(LAUNCH, 1, critical=True),
    "RSM-02": dated(date(2028, 6, 14), 10),
    "gate:usulan": dated(date(2026, 12, 31), 1),
    "gate:peresmian": dated(LAUNCH, 1),
}
DRIVING = (
    DrivingLink("KSP-01.polres", "RSM-01", "FS"),
    DrivingLink("KSP-01.bpjs", "RSM-01", "FS"),
    DrivingLink("USL-01", "KSP-01.polres", "FS"),
    DrivingLink("KMT-01", "USL-01", "FS"),
)
DONE = Progress(status="done", finished_on=date(2026, 3, 11), submitted_by="dpmptsp")


def small(
    progress: dict[str, Progress] | None = None,
    *,
    target: date | None = TARGET,
    behind: int | None = 31,
    proof: tuple[str, ...] = ("KMT-01",),
) -> World:
    """Belitung Timur on 23 November 2026: one item met, one agency done without proof, one item running."""
    listed, own = checklist(), plan(target=target)
    activities = work(listed, own)
    states = {
        "KMT-01": DONE,
        "KSP-01.pln": DONE,
        "USL-01": Progress(status="in_progress", started_on=date(2026, 11, 2)),
        **(progress or {}),
    }
    evidence = {f"bukti-{key}": document(key) for key in proof}
    state = bound(State(plan=own, progress=states, evidence=evidence))
    schedule = Schedule(TODAY, LAUNCH, target, behind, DATES, ("USL-01", "KSP-01.polres", "RSM-01"), DRIVING)
    return World(listed, activities, state, readiness(listed, activities, state), schedule)


def document(activity: str) -> Evidence:
    return Evidence(
        activity=activity,
        requirement="naskah",
        file_name="naskah.pdf",
        sha256="ab" * 32,
        size=18_400,
        media_type="application/pdf",
        attached_on=date(2026, 3, 11),
    )


def opened(
    on: date = date(2026, 11, 20), proof: tuple[str, ...] = ("KMT-01",), by: str | None = None
) -> World:
    """The same regency after its opening: everything reported done, and accepted where ``by`` somebody."""
    word = None if by is None else accepted(by)
    done = Progress(status="done", finished_on=on, submitted_by="dpmptsp", review=word)
    return small({key: done for key in DATES if not key.startswith(("gate:", "RSM-02"))}, proof=proof)


def accepted(by: str = "sekda") -> Review:
    return Review(decision="accepted", by=by)


def large(items: int = 15, agencies: int = 22) -> World:
    """A plan of ``items`` x ``agencies`` activities, for speed and for reading at full length."""
    per_agency = [
        item(f"KSP-{number:02d}", f"Urusan bersama nomor {number} diselesaikan", per_agency=True)
        for number in range(1, items + 1)
    ]
    third = max(items // 3, 1)
    stages = tuple(
        stage(f"tahap-{number}", f"Tahap bagian {number}", *part)
        for number, part in enumerate(
            (per_agency[start : start + third] for start in range(0, items, third)), start=1
        )
    )
    last = stage("peresmian", "Peresmian", item("RSM-01", "Peresmian oleh Menteri", gate="peresmian"))
    listed = checklist(*stages, last)
    own = plan({f"instansi-{n:02d}": f"Instansi nomor {n}" for n in range(1, agencies + 1)})
    activities = work(listed, own)
    dates = {
        key: dated(TODAY + timedelta(days=3 * number % 120), 10 + number % 40, number % 7)
        for number, key in enumerate(activities.activities)
    }
    dates["RSM-01"] = dated(LAUNCH, 1, critical=True)
    state = State(plan=own)
    schedule = Schedule(TODAY, LAUNCH, TARGET, 31, dates, ("RSM-01",), ())
    return World(listed, activities, state, readiness(listed, activities, state), schedule)
