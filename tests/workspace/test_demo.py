from __future__ import annotations

import shutil
from datetime import date
from typing import Any

import pytest

from planner.catalog.demo import DemoPlan
from planner.catalog.library import Library
from planner.catalog.places import resource
from planner.domain.changes import ActivityChange
from planner.domain.checklist import Checklist
from planner.storage.files import FolderFiles
from planner.storage.store import Store
from planner.workspace import Workspace
from planner.workspace.demo import load_demo_plan
from tests.workspace.office import PLAN, Office, written

TOLD: dict[str, Any] = {
    "plan": PLAN,
    "opened_on": date(2026, 1, 5),
    "actor": "dpmptsp",
    "reviewers": ["sekda", "bupati"],
    "settings": {
        "name": "Kota Contoh",
        "regency": "35.73",
        "checklist": "contoh",
        "start": date(2026, 1, 5),
        "provenance": "illustration",
    },
    "evidence_text": {"reconstruction": "Tiruan {item}.", "illustration": "Rekaan {item} {agency}."},
    "sources": [],
    "agencies": [
        {"name": "BPJS", "category": "vertical", "joined_on": date(2026, 1, 12)},
        {"name": "Polres", "category": "vertical", "joined_on": date(2026, 1, 12)},
    ],
    "events": [
        {
            "kind": "work",
            "on": date(2026, 2, 2),
            "provenance": "illustration",
            "items": ["PSP-01"],
            "status": "done",
            "started": date(2026, 1, 19),
            "evidence": "all",
            "accepted_after": 3,
        },
        {
            "kind": "work",
            "on": date(2026, 2, 9),
            "provenance": "illustration",
            "items": ["PSP-02"],
            "status": "done",
        },
        {
            "kind": "settings",
            "on": date(2026, 3, 2),
            "provenance": "illustration",
            "target": date(2026, 12, 1),
            "why": "Anggaran",
        },
    ],
}
DEMO = DemoPlan.model_validate(TOLD)


@pytest.fixture
def checklist(office: Office) -> Checklist:
    found = office.workspace.library.checklist("contoh")
    assert isinstance(found, Checklist)
    return found


@pytest.fixture
def store(office: Office) -> Store:
    """The store of the office, opened once more."""
    return Store(f"sqlite:///{office.folder / 'mpp.db'}", office.clock)


@pytest.fixture
def files(office: Office) -> FolderFiles:
    return FolderFiles(office.folder / "evidence")


def test_a_demo_plan_goes_through_the_record_day_by_day(
    office: Office, store: Store, files: FolderFiles, checklist: Checklist
) -> None:
    count = load_demo_plan(store, files, checklist, DEMO)
    assert count == len(store.entries(PLAN))
    standings = [
        office.seen(day).readiness.activities["PSP-01"].standing
        for day in (date(2026, 1, 15), date(2026, 1, 19), date(2026, 2, 2), date(2026, 2, 5))
    ]
    assert standings == ["not_started", "in_progress", "submitted", "met"]
    assert office.seen(date(2026, 3, 1)).state.plan.settings.target is None
    assert office.seen().state.plan.settings.target == date(2026, 12, 1)


def test_the_proof_of_a_demo_plan_says_what_it_is(
    office: Office, store: Store, files: FolderFiles, checklist: Checklist
) -> None:
    load_demo_plan(store, files, checklist, DEMO)
    proof = {key: e for key, e in office.seen().state.evidence.items() if e.requirement == "sk-tim"}
    assert [office.workspace.file(PLAN, key) for key in proof] == [b"Rekaan PSP-01 -."]
    assert {e.media_type for e in proof.values()} == {"text/plain"}


def test_a_file_given_again_is_a_newer_version_and_each_day_has_its_own(
    office: Office, store: Store, files: FolderFiles, checklist: Checklist
) -> None:
    again = {**TOLD["events"][0], "on": date(2026, 2, 16), "provenance": "reconstruction"}
    told = DemoPlan.model_validate(TOLD | {"events": [TOLD["events"][0], again]})
    load_demo_plan(store, files, checklist, told)
    before, now = (office.seen(day).state.evidence for day in (date(2026, 2, 15), None))
    assert {key: e.removed for key, e in before.items()} == {"psp-01-sk-tim": False}
    assert {key: e.removed for key, e in now.items()} == {"psp-01-sk-tim": True, "psp-01-sk-tim-2": False}
    assert now["psp-01-sk-tim-2"].replaces == "psp-01-sk-tim"
    assert [office.workspace.file(PLAN, key) for key in now] == [b"Rekaan PSP-01 -.", b"Tiruan PSP-01."]


def test_no_evidence_of_the_shipped_demo_plans_is_written_over(
    office: Office, store: Store, files: FolderFiles
) -> None:
    library = Library(resource("checklists"), resource("data"))
    loaded = Workspace(library, store, files, office.clock).load_demos()
    assert len(loaded) == 2
    for plan in loaded:
        entries = store.entries(plan, kind="evidence")
        given = [entry.subject for entry in entries if "sha256" in entry.after]
        assert len(given) > 40
        assert len(given) == len(set(given))


def test_a_demo_plan_that_is_there_is_left_alone(
    office: Office, store: Store, files: FolderFiles, checklist: Checklist
) -> None:
    load_demo_plan(store, files, checklist, DEMO)
    reopened = ActivityChange(activity="PSP-01", status="in_progress")
    written(office.workspace.record(PLAN, reopened, actor="staf"))
    before = store.entries(PLAN)
    assert load_demo_plan(store, files, checklist, DEMO) == 0
    assert store.entries(PLAN) == before


@pytest.mark.parametrize("writes", [1, 2, 3, 4, 5])
def test_a_demo_plan_whose_loading_was_stopped_is_completed(
    office: Office,
    store: Store,
    files: FolderFiles,
    checklist: Checklist,
    monkeypatch: pytest.MonkeyPatch,
    writes: int,
) -> None:
    left = iter(range(writes))
    write = store.write

    def stops(*given: Any, **said: Any) -> Any:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return write(*given, **said)

    monkeypatch.setattr(store, "write", stops)
    with pytest.raises(KeyboardInterrupt):
        load_demo_plan(store, files, checklist, DEMO)
    monkeypatch.undo()
    half = len(store.entries(PLAN))
    rest = load_demo_plan(store, files, checklist, DEMO)
    whole = DemoPlan.model_validate(TOLD | {"plan": "lain"})
    assert rest > 0
    assert half + rest == load_demo_plan(store, files, checklist, whole)
    told, again = store.entries(PLAN), store.entries("lain")
    assert [e.after for e in told] == [e.after for e in again]


def test_what_a_person_wrote_into_half_a_demo_plan_stands(
    office: Office, store: Store, files: FolderFiles, checklist: Checklist
) -> None:
    half = DemoPlan.model_validate(TOLD | {"events": TOLD["events"][:1]})
    load_demo_plan(store, files, checklist, half)
    written(office.workspace.record(PLAN, ActivityChange(activity="BKA-01", note="Milik kami"), actor="staf"))
    assert load_demo_plan(store, files, checklist, DEMO) == 0
    assert office.seen().state.progress["BKA-01"].note == "Milik kami"


def test_a_demo_step_that_breaks_a_rule_is_an_error_in_the_demo(
    store: Store, files: FolderFiles, checklist: Checklist
) -> None:
    aside = {**TOLD["events"][0], "status": "not_applicable", "evidence": (), "accepted_after": None}
    wrong = DemoPlan.model_validate(TOLD | {"events": [aside]})
    with pytest.raises(ValueError, match="gate_item_applies"):
        load_demo_plan(store, files, checklist, wrong)


def test_a_demo_plan_that_someone_else_begins_meanwhile_is_not_begun_twice(
    office: Office,
    store: Store,
    files: FolderFiles,
    checklist: Checklist,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_demo_plan(store, files, checklist, DEMO)
    monkeypatch.setattr(store, "entries", lambda _: ())
    with pytest.raises(ValueError, match="not written"):
        load_demo_plan(store, files, checklist, DEMO)


def test_a_demo_plan_that_vanishes_while_it_loads_is_told(
    store: Store, files: FolderFiles, checklist: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "state", lambda _: None)
    with pytest.raises(ValueError, match="could not be begun"):
        load_demo_plan(store, files, checklist, DEMO)


def test_a_demo_plan_waits_until_its_checklist_can_be_read(office: Office, store: Store) -> None:
    checklists = office.folder / "checklists"
    shutil.copytree(office.checklist, checklists / "perpres-89-2021")
    (checklists / "perpres-89-2021" / "01-persiapan.yaml").write_text("stage: [", "utf-8")
    library = Library(checklists, resource("data"))
    workspace = Workspace(library, store, FolderFiles(office.folder / "evidence"), office.clock)
    assert len(library.demos()) == 2
    assert workspace.load_demos() == dict.fromkeys(library.demos(), 0)
    assert workspace.plans() == {}
