"""How fast the schedule engine is on a network of 400 activities and 1,500 links; printed, never asserted."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from planner.domain.network import (
    Compiled,
    Link,
    LinkType,
    Network,
    Task,
    backward,
    compile_network,
    forward,
    solve,
)
from planner.domain.workdays import WorkCalendar

START = date(2026, 1, 5)
KINDS: tuple[LinkType, ...] = ("FS", "SS", "FF", "SF")


def network(tasks: int = 400, links: int = 1_500) -> Network:
    """A random network like a plan's: layers of work, some of it in calendar days, most links without lag."""
    draw = random.Random(2026)
    layer = 40
    made = [
        Task(
            f"t{i}",
            draw.randint(0, 20),
            draw.choices(("work", "calendar"), (9, 1))[0],
            draw.choice((None, "six")),
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
        {"six": WorkCalendar.week(6, off)},
        WorkCalendar.week(5, off),
        status_date=START,
    )


def test_both_passes_of_a_compiled_network(benchmark: Any) -> None:
    net = compile_network(network())
    assert isinstance(net, Compiled)
    late = benchmark(lambda: backward(net, forward(net)))
    assert len(late.finish) == 400


@pytest.mark.parametrize(("tasks", "links"), [(400, 1_500), (1_000, 3_000)])
def test_a_network_from_tasks_to_dates(benchmark: Any, tasks: int, links: int) -> None:
    whole = network(tasks, links)
    found = benchmark(solve, whole)
    assert len(found.tasks) == tasks
