"""A plan's network on trial: solved again with some demands given, thousands of times a second.

Only the forward pass is run, over one compiled network whose lists of days, windows, bounds and links are
exchanged where something gives.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.domain.activities import Work
from planner.domain.conflict.model import Demand
from planner.domain.network import Compiled, Early, Network, Task, backward, compile_network, forward
from planner.domain.network.bounds import Bounds, bounds
from planner.domain.plan_network import Terms, network_link, plan_network, plan_tasks
from planner.domain.readiness import Readiness
from planner.domain.state import State
from planner.domain.target import ahead_of
from planner.domain.workdays import sane

HOLDS_BACK = ("SNET", "FNET", "MSO", "MFO")
"""Constraints that keep work from being earlier, so that dropping one can help."""


class Limit(NamedTuple):
    """A date to keep: the latest boundaries of task ``number``, and whose demand it is."""

    of: Demand
    number: int
    start: int
    finish: int

    def missed(self, early: Early) -> int:
        """Calendar days by which the date is missed; 0 or less: kept."""
        end = early.finish[self.number] + early.morning[self.number]
        return max(early.resume[self.number] - self.start, end - self.finish)


class Trial:
    """The network of everything a plan still has to do, before and after the launch, open to concessions."""

    def __init__(self, work: Work, state: State, readiness: Readiness, by: Terms) -> None:
        tasks = plan_tasks(work, state, readiness, by).values()
        links = map(network_link, work.links)
        self.work = work
        settings = state.plan.settings
        self.target = None if settings.target is None else sane(settings.target)
        self.network: Network = plan_network(
            settings, by, tasks, links, goal=work.launch, finish_by=self.target
        )
        self.net = _compiled(self.network)
        self.number = {task.id: i for i, task in enumerate(self.network.tasks)}
        self.early = forward(self.net)
        self._shortest = [self._at_best(i) for i in range(len(self.net.tasks))]
        self._agency = {self.number[a.id]: a.agency for a in work.activities.values() if a.agency is not None}

    def day(self, boundary: int) -> date:
        """The day that starts at a boundary."""
        return date.fromordinal(self.net.origin + boundary)

    def demands(self, limit: Limit) -> dict[Demand, tuple[int, ...]]:
        """What could give for a missed date, in order of the work's dates, and which tasks, worst first.

        Work matters that is too late for the date, as its place stands without windows; and all that such
        work waits for where it needs money, because a little sooner could mean one budget sooner.
        """
        late = self._late(limit)
        waiting = [self.net.tasks[i].id for i in late if self.net.windows[i]]
        ahead = {self.number[name] for task in waiting for name in ahead_of(task, self.work.links)}
        found: dict[Demand, set[int]] = {}
        for i in sorted(late.keys() | ahead, key=lambda i: (self.early.finish[i], i)):
            for demand in self._of(i, limit.of):
                found.setdefault(demand, set()).add(i)
        worst = {d: tuple(sorted(on, key=lambda i: (-late.get(i, 0), i))) for d, on in found.items()}
        return {self.alone(d, on[0]) if len(on) == 1 else d: on for d, on in worst.items()}

    def alone(self, demand: Demand, number: int) -> Demand:
        """``demand`` of one task alone: a budget or a duration is that activity's, not the whole item's."""
        if demand.kind in ("budget", "duration"):
            return Demand(demand.kind, self.net.tasks[number].id)
        return demand

    def given(self, demands: Iterable[tuple[Demand, Collection[int]]]) -> Early:
        """The forward pass with ``demands`` given for the tasks beside them."""
        days, windows, limits = list(self.net.days), list(self.net.windows), list(self.net.bounds)
        gone: set[int] = set()
        for demand, on in demands:
            if demand.kind == "agency":
                gone |= {i for i, agency in self._agency.items() if agency == demand.subject}
                continue
            for i in on:
                if demand.kind == "constraint":
                    limits[i] = _unbound(self.net, self.network, self.net.tasks[i], i)
                elif demand.kind == "budget":
                    windows[i] = ()
                else:
                    days[i] = self._shortest[i]
        net = replace(self.net, days=days, windows=windows, bounds=limits)
        return forward(_freed(net, gone) if gone else net)

    def concerns(self, demand: Demand, number: int) -> bool:
        """True where a demand is to no longer wait for the agency whose task this is."""
        return demand.kind == "agency" and self._agency.get(number) == demand.subject

    def everyone(self, demands: Sequence[Demand]) -> bool:
        """True where ``demands`` leave no agency to wait for, which no opening can do without."""
        given = {d.subject for d in demands if d.kind == "agency"}
        return bool(given) and given >= set(self._agency.values())

    def _of(self, i: int, missed: Demand) -> list[Demand]:
        """What task ``i`` asks for that could give, by item; the missed date itself is no concession."""
        task = self.net.tasks[i]
        activity = self.work.activities.get(task.id)
        if task.actual_finish is not None or activity is None:
            return []
        found: list[Demand] = []
        held = task.constraint is not None and task.constraint.type in HOLDS_BACK
        if held and Demand("constraint", task.id) != missed:
            found.append(Demand("constraint", task.id))
        if self.net.windows[i]:
            found.append(Demand("budget", activity.item.id))
        if self._shortest[i] < self.net.days[i]:
            found.append(Demand("duration", activity.item.id))
        if activity.agency is not None and len(set(self._agency.values())) > 1:
            found.append(Demand("agency", activity.agency))
        return found

    def _late(self, limit: Limit) -> dict[int, int]:
        """Days by which tasks are too late for a date, even if money were always there; only those that are.

        Why in boundaries, not in float: a weekend is work to a task in calendar days and no float to others.
        """
        free = [Bounds(b.start, b.finish) for b in self.net.bounds]
        own = free[limit.number]
        free[limit.number] = own._replace(late_start=limit.start, late_finish=limit.finish)
        none: list[tuple[tuple[int, int], ...]] = [()] * len(free)
        net = replace(self.net, bounds=free, windows=none, goal=limit.number, finish_by=None)
        late = backward(net, self.early)
        places = zip(late.finish, self.early.finish, strict=True)
        return {i: now - last for i, (last, now) in enumerate(places) if last < now}

    def _at_best(self, i: int) -> int:
        """Days a task still takes at its optimistic estimate."""
        days, activity = self.net.days[i], self.work.activities.get(self.net.tasks[i].id)
        if activity is None or days < 2 or not activity.estimate.likely:
            return days
        estimate = activity.estimate
        return max(1, -(-days * estimate.optimistic // estimate.likely))


def _unbound(net: Compiled, network: Network, task: Task, i: int) -> Bounds:
    """The bounds of a task without its constraint."""
    start = max(network.start, network.status_date or network.start).toordinal() - net.origin
    free, days, begun, table = replace(task, constraint=None), net.days[i], net.actual_start[i], net.tables[i]
    return bounds(free, days, begun, table, net.origin, start, start)


def _freed(net: Compiled, gone: Collection[int]) -> Compiled:
    """A compiled network in which nothing waits for the tasks ``gone``."""
    return replace(
        net,
        plain_in=[[i for i in before if i not in gone] for before in net.plain_in],
        arrows_in=[[arrow for arrow in before if arrow[0] not in gone] for before in net.arrows_in],
    )


def _compiled(network: Network) -> Compiled:
    net = compile_network(network)
    if isinstance(net, tuple):
        raise ValueError(f"no schedule: {net}")
    return net
