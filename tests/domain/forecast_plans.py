"""Plans with three-point durations, for tests of forecasts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.domain.activities import Work, work
from planner.domain.checklist import Checklist, DayUnit, DurationBasis, Estimate, Item
from planner.domain.forecast import Forecast, Insight, forecast, insight
from planner.domain.plan import Plan, Planning
from planner.domain.readiness import Readiness, readiness
from planner.domain.risk import RiskDriver
from planner.domain.schedule import Schedule, schedule
from planner.domain.state import Progress, State
from tests.domain import builders

DAY = date(2026, 1, 5)
RUNS = 400


def task(
    name: str,
    points: tuple[int, int, int],
    *after: str | Mapping[str, Any],
    unit: DayUnit = "work",
    per_agency: bool = False,
    gates: Iterable[str] = (),
    paid: bool = False,
) -> Item:
    """An item with optimistic, likely and pessimistic days; ``paid``: from the regional budget."""
    made = builders.item(name, per_agency=per_agency, gates=gates, after=after)
    funding = "apbd" if paid else None
    return made.model_copy(update={"duration": estimate(points, unit), "funding": funding})


def estimate(points: tuple[int, int, int], unit: DayUnit = "work") -> Estimate:
    low, likely, high = points
    basis = DurationBasis(kind="estimated", note="Perkiraan")
    return Estimate(unit=unit, optimistic=low, likely=likely, pessimistic=high, basis=basis)


def driver(name: str = "anggaran", **given: Any) -> RiskDriver:
    """A driver that strikes every other plan and adds ten days to the first item, unless told."""
    values: dict[str, Any] = {
        "id": name,
        "title": "Pemicu",
        "summary": "Pemicu untuk uji.",
        "frequency": {"hit": 1, "documented": 2},
        "effect": days(10, 10, 10),
        "items": () if "stages" in given else ("KRJ-01",),
        "basis": "estimated",
        "method": "Untuk uji.",
        "attestation": "one_source",
    }
    return RiskDriver.model_validate(values | given)


def days(*points: int) -> dict[str, Any]:
    return {"kind": "days", **dict(zip(("optimistic", "likely", "pessimistic"), points, strict=True))}


def factor(*points: float) -> dict[str, Any]:
    return {"kind": "factor", **dict(zip(("optimistic", "likely", "pessimistic"), points, strict=True))}


def always(name: str = "anggaran", **given: Any) -> RiskDriver:
    return driver(name, frequency={"hit": 1, "documented": 1}, **given)


@dataclass(frozen=True)
class ForecastPlan:
    """A plan with all that its forecast is made from."""

    checklist: Checklist
    work: Work
    state: State
    readiness: Readiness
    day: date = DAY
    holidays: frozenset[date] = frozenset()

    @property
    def given(self) -> tuple[Work, State, Readiness, date, frozenset[date]]:
        return self.work, self.state, self.readiness, self.day, self.holidays

    @property
    def schedule(self) -> Schedule:
        return schedule(*self.given)

    def forecast(self, *drivers: RiskDriver, runs: int = RUNS, seed: int = 1) -> Forecast:
        return forecast(*self.given, drivers, runs=runs, seed=seed)

    def insight(self, *drivers: RiskDriver, runs: int = RUNS, seed: int = 1) -> Insight:
        return insight(*self.given, drivers, runs=runs, seed=seed)


def forecast_plan(
    *items: Item,
    launch: str,
    agencies: Iterable[str] = (),
    progress: Mapping[str, Progress] | None = None,
    day: date = DAY,
    holidays: Iterable[date] = (),
    gates: Iterable[str] = ("usulan",),
    planning: Mapping[str, Planning] | None = None,
    **settings: Any,
) -> ForecastPlan:
    """The plan of some items as of ``day``."""
    checklist = builders.checklist(*items, launch=launch, gates=gates)
    plan = builders.plan(*agencies, **settings).model_copy(update={"planning": dict(planning or {})})
    return of_checklist(checklist, plan, progress, day, holidays)


def of_checklist(
    checklist: Checklist,
    plan: Plan,
    progress: Mapping[str, Progress] | None = None,
    day: date = DAY,
    holidays: Iterable[date] = (),
) -> ForecastPlan:
    now = builders.state(plan, progress)
    todo = work(checklist, plan)
    return ForecastPlan(checklist, todo, now, readiness(checklist, todo, now), day, frozenset(holidays))
