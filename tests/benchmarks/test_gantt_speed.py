"""How long the chart takes to build (aim: 60 ms at 330 activities); measured, not asserted."""

from __future__ import annotations

from dataclasses import replace

from pytest_benchmark.fixture import BenchmarkFixture

from planner.views import tables
from planner.views.gantt import gantt
from tests.views import world
from tests.views.gantt import planned


def test_the_gantt_chart_of_330_activities_unfolded(benchmark: BenchmarkFixture) -> None:
    large = world.large()
    opened = frozenset(large.work.by_item)
    figure = benchmark(lambda: gantt(*large.given, today=world.TODAY, open_items=opened))
    assert len(figure.layout.yaxis2.ticktext) == 350


def test_the_gantt_chart_of_330_activities_folded(benchmark: BenchmarkFixture) -> None:
    large = world.large()
    figure = benchmark(lambda: gantt(*large.given, today=world.TODAY))
    assert len(figure.layout.yaxis2.ticktext) == 20


def test_the_gantt_chart_of_330_activities_with_a_baseline_and_money_to_wait_for(
    benchmark: BenchmarkFixture,
) -> None:
    large = world.large()
    waiting = dict.fromkeys(list(large.schedule.dates)[::3], planned.ASSUMED)
    full = planned.with_baseline(
        replace(large, schedule=replace(large.schedule, funded=waiting)),
    )
    opened = frozenset(large.work.by_item)
    figure = benchmark(lambda: gantt(*full.given, today=world.TODAY, open_items=opened))
    assert len(figure.layout.yaxis2.ticktext) == 350


def test_the_schedule_table_of_330_activities(benchmark: BenchmarkFixture) -> None:
    large = world.large()
    table = benchmark(lambda: tables.schedule_table(*large.given))
    assert len(table) == 331
