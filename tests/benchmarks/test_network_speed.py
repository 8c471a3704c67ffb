"""How fast the schedule engine is; printed, never asserted.

Aims: both passes over a plan with 22 agencies in 2 ms, 1,000 activities from tasks to dates in 10 ms, both
with calendars and windows.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from planner.domain.forecast.plan import course
from planner.domain.network import (
    Compiled,
    Link,
    LinkType,
    Network,
    Task,
    Window,
    backward,
    compile_network,
    forward,
    solve,
)
from planner.domain.workdays import WorkCalendar
from tests.benchmarks.test_forecast_speed import scratch

START = date(2026, 1, 5)
WINDOWS = tuple(
    Window(date(year, month, 1), date(year, 12, 15)) for year in range(2026, 2039) for month in (2, 10)
)
KINDS: tuple[LinkType, ...] = ("FS", "SS", "FF", "SF")


def network(tasks: int = 400, links: int = 1_500) -> Network:
    """A random network like a plan's: layers of work, some of it in calendar days, most links without lag.

    A task in ten waits for windows, twelve years of them; the weeks have five, six and seven days.
    """
    draw = random.Random(2026)
    layer = 40
    made = [
        Task(
            f"t{i}",
            draw.randint(0, 20),
            draw.choices(("work", "calendar"), (9, 1))[0],
            draw.choice((None, None, "six", "seven")),
            windows=WINDOWS if draw.random() < 0.1 else (),
        )
        for i in range(tasks)
    ]
    joined = []
    for _ in range(links):
        j = draw.randrange(1, tasks)
        i = draw.randrange(max(0, j - layer), j)
        kind = draw.choices(KINDS, (90, 4, 4, 2))[0]
        lag = draw.choices((0, 3, -1), (90, 8, 2))[0]
        joined.append(Link(f"t{i}", f"t{j}", kind, lag))
    off = [START + timedelta(days=draw.randrange(2_000)) for _ in range(120)]
    return Network(
        START,
        tuple(made),
        tuple(joined),
        {"six": WorkCalendar.week(6, off), "seven": WorkCalendar.week(7, off)},
        WorkCalendar.week(5, off),
        status_date=START,
    )


def test_both_passes_of_a_compiled_network(benchmark: Any) -> None:
    net = compile_network(network())
    assert isinstance(net, Compiled)
    late = benchmark(lambda: backward(net, forward(net)))
    assert len(late.finish) == 400


def test_both_passes_of_a_plan_with_22_agencies(benchmark: Any) -> None:
    net = compile_network(course(*scratch().given).network)
    assert isinstance(net, Compiled)
    late = benchmark(lambda: backward(net, forward(net)))
    assert len(late.finish) > 330
    assert any(net.windows)


@pytest.mark.parametrize(("tasks", "links"), [(400, 1_500), (1_000, 3_000)])
def test_a_network_from_tasks_to_dates(benchmark: Any, tasks: int, links: int) -> None:
    whole = network(tasks, links)
    found = benchmark(solve, whole)
    assert len(found.tasks) == tasks
