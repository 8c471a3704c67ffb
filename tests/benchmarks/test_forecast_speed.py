"""How fast a plan is forecast (aim: 60 ms, at most 150 ms, for 10,000 runs); measured, not asserted.

Beside it the same runs done the straight way: draws from numpy's beta distribution and, for each activity, an
array of runs in working days, without calendars, milestones or links other than finish-to-start. The share
of real durations within P10 to P90 of a plan from scratch is printed with it.
"""

from __future__ import annotations

import tracemalloc
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from planner.catalog.benchmarks import load_benchmarks, whole_ways
from planner.catalog.checklists import load_checklist
from planner.catalog.holidays import national_days_off
from planner.catalog.places import resource
from planner.catalog.risks import load_risks
from planner.domain.checklist import Checklist
from planner.domain.forecast import forecast, insight, months_between, share_within
from planner.domain.plan import Agency, AgencyCategory, Plan, PlanSettings
from planner.domain.risk import RiskDriver
from tests.benchmarks.straight import straight_forecast
from tests.domain.forecast_plans import ForecastPlan, of_checklist

START = date(2027, 1, 4)
KINDS: dict[AgencyCategory, int] = {
    "opd_regency": 6,
    "vertical": 8,
    "state_owned": 4,
    "regional_owned": 2,
    "private": 2,
}
DRIVERS = Path(__file__).resolve().parents[2] / "data" / "risk-drivers.yaml"


@cache
def scratch() -> ForecastPlan:
    """A plan from scratch: the shipped checklist, 22 agencies of the usual kinds, nothing done yet."""
    checklist = load_checklist(resource("checklists/perpres-89-2021"), None)
    assert isinstance(checklist, Checklist)
    settings = PlanSettings(name="Uji laju", regency="19.06", checklist="perpres-89-2021", start=START)
    kinds = [kind for kind, count in KINDS.items() for _ in range(count)]
    named = {f"instansi-{i:02}": Agency(name=f"Instansi {i}", category=k) for i, k in enumerate(kinds, 1)}
    plan = Plan(id="laju", settings=settings, agencies=named)
    return of_checklist(checklist, plan, None, START, national_days_off(START.year - 1, START.year + 10))


@cache
def drivers() -> tuple[RiskDriver, ...]:
    found = load_risks(DRIVERS)
    assert isinstance(found, dict)
    return tuple(found.values())


def test_the_forecast_of_a_plan_with_22_agencies(benchmark: Any) -> None:
    given = scratch().given
    found = benchmark(lambda: forecast(*given, drivers()))
    assert found.runs == 10_000
    assert len(scratch().work.activities) > 330


def test_what_lies_behind_the_forecast(benchmark: Any) -> None:
    given = scratch().given
    found = benchmark.pedantic(lambda: insight(*given, drivers()), rounds=3)
    assert len(found.waiting) == 22


def test_the_same_runs_done_the_straight_way(benchmark: Any) -> None:
    assert benchmark(straight_forecast(scratch().given)).shape == (10_000,)


def test_the_memory_that_a_forecast_takes(capsys: Any) -> None:
    given = scratch().given
    tracemalloc.start()
    forecast(*given, drivers())
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.reset_peak()
    insight(*given, drivers())
    deeper = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    with capsys.disabled():
        print(f"\nmemory: forecast {peak:.0f} MiB, with all that lies behind it {deeper:.0f} MiB")
    assert 0 < peak < deeper


def test_how_the_forecast_stands_beside_real_durations(capsys: Any) -> None:
    benchmarks = load_benchmarks(resource("data/benchmarks.yaml"))
    assert isinstance(benchmarks, dict)
    ways = sorted(way.months for _, way in whole_ways(benchmarks.values()))
    found = forecast(*scratch().given, drivers())
    low, middle, high = (months_between(START, day) for day in (found.p10, found.p50, found.p90))
    within = share_within(ways, low, high)
    with capsys.disabled():
        print(f"\nreal durations in months: {ways}")
        print(f"P10 {low:.1f}, P50 {middle:.1f}, P90 {high:.1f} months; within P10 to P90: {within:.0%}")
    assert low < middle < high
    assert len(ways) == 7
