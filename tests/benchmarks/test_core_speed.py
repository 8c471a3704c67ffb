"""How fast the core is on the shipped checklist with 22 agencies; printed, never asserted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from planner.catalog.checklists import load_checklist
from planner.catalog.library import Library
from planner.catalog.places import resource
from planner.domain.activities import work
from planner.domain.advice import next_actions
from planner.domain.changes import ActivityChange, NewAgencies
from planner.domain.checklist import Checklist
from planner.domain.plan import PlanSettings
from planner.domain.readiness import readiness
from planner.domain.schedule import schedule
from planner.storage.files import FolderFiles
from planner.storage.store import Store
from planner.workspace import Snapshot, Workspace, Written, launch_holds

PLAN = "kota-contoh"
CHECKLIST = "perpres-89-2021"
AGENCIES = tuple(f"Instansi {number}" for number in range(1, 23))
SETTINGS = PlanSettings(
    name="Kota Contoh",
    regency="35.73",
    checklist=CHECKLIST,
    start=date(2026, 1, 5),
    target=date(2027, 6, 30),
)


def _morning() -> datetime:
    return datetime(2026, 11, 20, 2, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A plan with 22 agencies, some of its work done, in a database of its own."""
    store = Store(f"sqlite:///{tmp_path / 'mpp.db'}", _morning)
    store.migrate()
    library = Library(resource("checklists"), resource("data"))
    made = Workspace(library, store, FolderFiles(tmp_path / "evidence"), _morning)
    made.create(PLAN, SETTINGS, actor="staf", effective_on=SETTINGS.start)
    made.record(PLAN, NewAgencies(names=AGENCIES), actor="staf", effective_on=SETTINGS.start)
    for activity in list(_snapshot(made).work.activities)[:60]:
        made.record(PLAN, ActivityChange(activity=activity, status="done"), actor="staf")
    yield made
    store.close()


def _snapshot(workspace: Workspace) -> Snapshot:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen


def test_loading_and_checking_the_shipped_checklist(benchmark: Any) -> None:
    found = benchmark(load_checklist, resource("checklists") / CHECKLIST)
    assert isinstance(found, Checklist)


def test_reading_a_checklist_that_did_not_change(benchmark: Any) -> None:
    library = Library(resource("checklists"), resource("data"))
    assert isinstance(benchmark(library.checklist, CHECKLIST), Checklist)


def test_a_snapshot_of_a_plan_with_22_agencies(benchmark: Any, workspace: Workspace) -> None:
    seen = benchmark(_snapshot, workspace)
    assert len(seen.work.activities) > 330


def test_a_snapshot_of_a_past_day_from_the_record(benchmark: Any, workspace: Workspace) -> None:
    assert isinstance(benchmark(workspace.snapshot, PLAN, date(2026, 6, 1)), Snapshot)


@pytest.mark.parametrize("part", ["work", "readiness", "schedule", "advice"])
def test_a_part_of_the_snapshot(benchmark: Any, workspace: Workspace, part: str) -> None:
    seen = _snapshot(workspace)
    parts = {
        "work": lambda: work(seen.checklist, seen.state.plan),
        "readiness": lambda: readiness(seen.checklist, seen.work, seen.state),
        "schedule": lambda: schedule(seen.work, seen.state, seen.readiness, seen.day, seen.days_off),
        "advice": lambda: next_actions(
            seen.checklist, seen.work, seen.state, seen.readiness, seen.schedule, seen.target
        ),
    }
    assert benchmark(parts[part])


def test_what_holds_the_launch(benchmark: Any, workspace: Workspace) -> None:
    assert benchmark(launch_holds, _snapshot(workspace))


def test_one_write(benchmark: Any, workspace: Workspace) -> None:
    notes = cycle(["Menunggu tanda tangan", "Sudah ditandatangani"])

    def write() -> Any:
        return workspace.record(PLAN, ActivityChange(activity="KMT-01", note=next(notes)), actor="staf")

    assert isinstance(benchmark(write), Written)


def test_a_tick_and_the_snapshot_after_it(benchmark: Any, workspace: Workspace) -> None:
    statuses = cycle(["in_progress", "done"])
    activity = _snapshot(workspace).actions[0].activities[0]

    def tick() -> Snapshot:
        change = ActivityChange.model_validate({"activity": activity, "status": next(statuses)})
        assert isinstance(workspace.record(PLAN, change, actor="staf"), Written)
        return _snapshot(workspace)

    assert isinstance(benchmark(tick), Snapshot)
