from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from planner.catalog.library import Library
from planner.catalog.places import resource
from planner.domain.plan import Agency, Plan, PlanSettings
from planner.domain.risk import RiskDriver
from planner.domain.state import Progress, State
from planner.workspace import (
    Snapshot,
    known_drivers,
    plan_forecast,
    plan_from_start,
    plan_insight,
)
from planner.workspace.snapshot import see

START = date(2026, 9, 1)
HALF_WAY = date(2027, 6, 1)


@cache
def _shipped() -> Library:
    return Library(resource("checklists"), resource("data"))


def _snapshot(day: date) -> Snapshot:
    """A plan of the shipped checklist with three agencies; all its commitments are done by ``day``."""
    settings = PlanSettings(name="Kota Contoh", regency="35.73", checklist="perpres-89-2021", start=START)
    names = {"polres": "Polres", "bpjs": "BPJS", "pln": "PLN"}
    plan = Plan(id="kota", settings=settings, agencies={k: Agency(name=n) for k, n in names.items()})
    done = Progress(status="done", started_on=START, finished_on=START, submitted_by="dpmptsp")
    state = State(plan=plan, progress={"KMT-01": done} if day > START else {})
    seen = see(_shipped(), state, day, day, (0, day, ()))
    assert isinstance(seen, Snapshot)
    return seen


@pytest.fixture(scope="module")
def seen() -> Snapshot:
    return _snapshot(HALF_WAY)


@pytest.fixture(scope="module")
def drivers() -> tuple[RiskDriver, ...]:
    return known_drivers(_shipped())


def test_a_forecast_is_that_of_the_day_with_all_drivers_but_history(
    seen: Snapshot, drivers: tuple[RiskDriver, ...]
) -> None:
    found = plan_forecast(seen, drivers)
    assert found.day == seen.day
    assert found.drivers == tuple(driver.id for driver in drivers if not driver.historic)
    assert seen.day < found.p10 < found.p50 < found.p80 < found.p90


def test_drivers_make_it_later(seen: Snapshot, drivers: tuple[RiskDriver, ...]) -> None:
    assert plan_forecast(seen, ()).p80 < plan_forecast(seen, drivers).p80


def test_the_insight_holds_the_same_forecast_and_tells_how_far_it_is(
    seen: Snapshot, drivers: tuple[RiskDriver, ...]
) -> None:
    heard: list[float] = []
    found = plan_insight(seen, drivers[:2], heard.append)
    assert found.forecast.curve == plan_forecast(seen, drivers[:2]).curve
    assert heard == sorted(heard)
    assert heard[-1] == 1


def test_the_forecast_from_the_start_is_that_of_the_untouched_plan_on_its_first_day(
    seen: Snapshot, drivers: tuple[RiskDriver, ...]
) -> None:
    found = plan_from_start(seen, drivers)
    assert found.day == START
    assert found.curve == plan_forecast(_snapshot(START), drivers).curve
    assert found.curve != plan_forecast(seen, drivers).curve


def test_a_wrong_file_leaves_no_drivers(tmp_path: Path) -> None:
    shutil.copytree(resource("data"), tmp_path / "data", ignore=shutil.ignore_patterns("local"))
    file = tmp_path / "data" / "risk-drivers.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    broken = Library(resource("checklists"), tmp_path / "data")
    assert isinstance(broken.risks, tuple)
    assert known_drivers(broken) == ()
    assert len(known_drivers(_shipped())) > 5
