"""Networks that every tool of the comparison can take.

They have one calendar with days off, work in working or calendar days, and finish-to-start and start-to-start
links without leads.

Why no more: TaskJuggler has no word for finish-to-finish links and leads, nor for funding windows; and each
tool counts the lag behind work in calendar days on a calendar of its own choice, so that there is none here.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from planner.domain.network import Link, Network, Task
from planner.domain.plan_network import network_link, plan_network, plan_tasks, terms
from planner.domain.workdays import WorkCalendar
from tests.benchmarks.test_forecast_speed import scratch

START = date(2027, 1, 4)


def of_the_plan() -> Network:
    """The shipped checklist with 22 agencies, nothing done; without windows and finish-to-finish links."""
    work, state, readiness, day, holidays = scratch().given
    settings = state.plan.settings
    by = terms(settings, day, holidays)
    known = plan_tasks(work, state, readiness, by)
    tasks = [replace(task, windows=()) for task in known.values()]
    links = [network_link(link) for link in work.links if link.type in ("FS", "SS")]
    plain = [k._replace(lag=0) if known[k.predecessor].unit == "calendar" else k for k in links]
    return replace(plan_network(settings, by, tasks, plain), calendars={})


def layered(tasks: int = 1_000, links: int = 3_000) -> Network:
    """Layers of work at random: a tenth of it in calendar days, a tenth of the links start to start."""
    draw = random.Random(2026)
    made = [
        Task(f"t{i}", draw.randint(1, 20), draw.choices(("work", "calendar"), (9, 1))[0])
        for i in range(tasks)
    ]
    joined = {}
    while len(joined) < links:
        j = draw.randrange(1, tasks)
        i = draw.randrange(max(0, j - 40), j)
        joined[i, j] = Link(f"t{i}", f"t{j}", draw.choices(("FS", "SS"), (9, 1))[0])
    off = [START + timedelta(days=draw.randrange(2_000)) for _ in range(120)]
    return Network(
        START, tuple(made), tuple(joined.values()), default=WorkCalendar.week(5, off), status_date=START
    )
