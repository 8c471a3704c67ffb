"""What makes a network unsolvable, found before any date is computed."""

from __future__ import annotations

from collections import Counter

from planner.domain.network.model import Network, NetworkProblem


def problems_of(network: Network) -> tuple[NetworkProblem, ...]:
    """Everything wrong with the tasks and links themselves; cycles come after (``find_cycle``)."""
    tasks = network.tasks
    if not tasks:
        return (NetworkProblem("empty"),)
    found = [NetworkProblem("duplicate_id", (i,)) for i, n in Counter(t.id for t in tasks).items() if n > 1]
    found.extend(
        NetworkProblem("negative_duration", (t.id,))
        for t in tasks
        if t.duration < 0 or (t.remaining is not None and t.remaining < 0)
    )
    found.extend(
        NetworkProblem("unknown_calendar", (t.id, t.calendar))
        for t in tasks
        if t.calendar is not None and t.calendar not in network.calendars
    )
    idle = [name for name, calendar in network.calendars.items() if not calendar.work_days]
    if not network.default.work_days:
        idle.append("")
    found.extend(NetworkProblem("no_work_days", (name,)) for name in idle)
    known = {task.id for task in tasks}
    named = [end for link in network.links for end in (link.predecessor, link.successor)]
    if network.goal is not None:
        named.append(network.goal)
    found.extend(NetworkProblem("unknown_id", (i,)) for i in dict.fromkeys(named) if i not in known)
    return tuple(found)


def find_cycle(ends: list[tuple[int, int]], ordered: set[int], count: int) -> list[int]:
    """One cycle among the tasks that could not be put in order, each before the one that waits for it."""
    before: list[list[int]] = [[] for _ in range(count)]
    for i, j in ends:
        if i not in ordered:
            before[j].append(i)
    walk = [next(i for i in range(count) if i not in ordered and before[i])]
    seen = {walk[0]: 0}
    while before[walk[-1]][0] not in seen:
        walk.append(before[walk[-1]][0])
        seen[walk[-1]] = len(walk) - 1
    return walk[seen[before[walk[-1]][0]] :][::-1]
