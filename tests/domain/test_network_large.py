"""A network of 1,000 tasks against the longest paths found by trying again until nothing moves."""

from __future__ import annotations

import random
from datetime import date, timedelta

from planner.domain.network import Link, LinkType, Network, Solution, Task, solve
from planner.domain.workdays import WorkCalendar

START = date(2026, 6, 1)
KINDS: tuple[LinkType, ...] = ("FS", "SS", "FF", "SF")
COUNT = 1_000


def drawn() -> Network:
    """Every day is worked, so that dates are plain numbers of days."""
    draw = random.Random(7)
    tasks = [Task(f"t{i}", draw.randint(1, 20)) for i in range(COUNT)]
    links = []
    for _ in range(3_000):
        j = draw.randrange(1, COUNT)
        i = draw.randrange(max(0, j - 60), j)
        links.append(Link(f"t{i}", f"t{j}", draw.choice(KINDS), draw.randint(-3, 5)))
    draw.shuffle(tasks)
    return Network(START, tuple(tasks), tuple(links), default=WorkCalendar.week(7))


def earliest(network: Network) -> dict[str, int]:
    """First day of every task, counted from the start: each link pushes until none does."""
    days = {task.id: task.duration for task in network.tasks}
    begin = dict.fromkeys(days, 0)
    moved = True
    while moved:
        moved = False
        for i, j, kind, lag, _ in network.links:
            bound = begin[i] + (days[i] if kind[0] == "F" else 0) + lag - (days[j] if kind[1] == "F" else 0)
            if bound > begin[j]:
                begin[j], moved = bound, True
    return begin


def latest(network: Network, finish: int) -> dict[str, int]:
    """Day after the last of every task at the latest: each link pulls until none does."""
    days = {task.id: task.duration for task in network.tasks}
    end = dict.fromkeys(days, finish)
    moved = True
    while moved:
        moved = False
        for i, j, kind, lag, _ in network.links:
            bound = end[j] - (0 if kind[1] == "F" else days[j]) - lag + (0 if kind[0] == "F" else days[i])
            if bound < end[i]:
                end[i], moved = bound, True
    return end


def test_a_thousand_tasks_stand_where_their_longest_paths_put_them() -> None:
    network = drawn()
    found = solve(network)
    assert isinstance(found, Solution)
    days = {task.id: task.duration for task in network.tasks}
    begin = earliest(network)
    finish = max(begin[name] + days[name] for name in days)
    end = latest(network, finish)
    dates = {
        name: (at(begin[name]), at(begin[name] + n - 1), at(end[name] - n), at(end[name] - 1), slack)
        for name, n in days.items()
        for slack in [end[name] - begin[name] - n]
    }
    assert {name: tuple(values[:5]) for name, values in found.tasks.items()} == dates
    assert found.finish == at(finish - 1)


def at(day: int) -> date:
    return START + timedelta(days=day)


def test_links_drive_exactly_where_they_leave_no_room() -> None:
    network = drawn()
    found = solve(network)
    assert isinstance(found, Solution)
    days, begin = {task.id: task.duration for task in network.tasks}, earliest(network)
    tight = {
        (i, j, kind, lag)
        for i, j, kind, lag, _ in network.links
        if begin[i] + (days[i] if kind[0] == "F" else 0) + lag
        == begin[j] + (days[j] if kind[1] == "F" else 0)
    }
    assert {link[:4] for link in found.driving} == tight
    assert len(tight) > 500
