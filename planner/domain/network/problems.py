"""What makes a network unsolvable, found before any date is computed."""

from __future__ import annotations

from collections import Counter

from planner.domain.network.model import Network, NetworkProblem


def problems_of(network: Network) -> tuple[NetworkProblem, ...]:
    """Everything wrong with the tasks and links themselves; cycles come after (``find_cycle``)."""
    tasks = network.tasks
    if not tasks:
        return (NetworkProblem("empty"),)
    found: list[NetworkProblem] = []
    known: set[str] = set()
    for task in tasks:
        known.add(task.id)
        if task.duration < 0 or (task.remaining is not None and task.remaining < 0):
            found.append(NetworkProblem("negative_duration", (task.id,)))
        if task.calendar is not None and task.calendar not in network.calendars:
            found.append(NetworkProblem("unknown_calendar", (task.id, task.calendar)))
        limit = task.constraint
        if limit is not None and limit.day is None and limit.type != "ALAP":
            found.append(NetworkProblem("constraint_without_date", (task.id, limit.type)))
    if len(known) < len(tasks):
        times = Counter(task.id for task in tasks)
        found.extend(NetworkProblem("duplicate_id", (name,)) for name, n in times.items() if n > 1)
    idle = [name for name, calendar in network.calendars.items() if not calendar.work_days]
    if not network.default.work_days:
        idle.append("")
    found.extend(NetworkProblem("no_work_days", (name,)) for name in idle)
    named = {link.predecessor for link in network.links} | {link.successor for link in network.links}
    if network.goal is not None:
        named.add(network.goal)
    found.extend(NetworkProblem("unknown_id", (name,)) for name in sorted(named - known))
    return tuple(found)


def find_cycle(ends: list[tuple[int, int]], ordered: set[int], count: int) -> list[int]:
    """One cycle among the tasks that could not be put in order, each before the one that waits for it.

    It begins with the task named first in the network.
    """
    before: list[list[int]] = [[] for _ in range(count)]
    for i, j in ends:
        if i not in ordered:
            before[j].append(i)
    walk = [next(i for i in range(count) if i not in ordered and before[i])]
    seen = {walk[0]: 0}
    while before[walk[-1]][0] not in seen:
        walk.append(before[walk[-1]][0])
        seen[walk[-1]] = len(walk) - 1
    ring = walk[seen[before[walk[-1]][0]] :][::-1]
    first = ring.index(min(ring))
    return ring[first:] + ring[:first]
