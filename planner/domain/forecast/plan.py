"""From a plan to what a forecast simulates: the network before the launch, and how sure its durations are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from planner.domain.activities import Activity, Work
from planner.domain.network import Compiled, Network, Task, compile_network
from planner.domain.plan_network import apart, network_links, plan_network, plan_tasks, terms
from planner.domain.readiness import Readiness
from planner.domain.state import State


@dataclass(frozen=True, slots=True)
class Uncertain:
    """An unfinished activity: its three points in days, and the share of it that is still to be done."""

    activity: Activity
    optimistic: float
    likely: float
    pessimistic: float
    left: float


@dataclass(frozen=True)
class Course:
    """The work up to the launch, as the schedule solves it; ``uncertain`` by activity id."""

    network: Network
    launch: str
    uncertain: Mapping[str, Uncertain]

    def compiled(self, longest: Mapping[str, int]) -> Compiled:
        """The network ready for passes in which no task takes longer than ``longest`` says.

        Raises:
            ValueError: the work has no schedule (a cycle, or dates beyond the calendar).
        """
        tasks = tuple(_of_days(task, longest.get(task.id)) for task in self.network.tasks)
        found = compile_network(replace(self.network, tasks=tasks))
        if isinstance(found, tuple):
            raise ValueError(f"no schedule: {found}")
        return found


def course(work: Work, state: State, readiness: Readiness, day: date, holidays: Collection[date]) -> Course:
    """Everything the launch does not wait for in vain: the same tasks, links and days as in ``schedule``."""
    settings = state.plan.settings
    by = terms(settings, day, holidays)
    tasks = plan_tasks(work, state, readiness, by)
    after = apart(work)
    before = [task for task in tasks.values() if task.id not in after]
    network = plan_network(settings, by, before, network_links(work), goal=work.launch)
    done = {activity for activity, progress in state.progress.items() if progress.status == "done"}
    uncertain = {
        task.id: _uncertain(work.activities[task.id], task)
        for task in network.tasks
        if task.id in work.activities
        and task.actual_finish is None
        and (task.id not in done or work.activities[task.id].stand_in)
        and readiness.activities[task.id].standing != "not_applicable"
    }
    return Course(network, work.launch, uncertain)


def _uncertain(activity: Activity, task: Task) -> Uncertain:
    """Three points of what is left of an activity: in progress, those of its estimate, scaled alike.

    Why scaled: what remains was told with the likely course in mind, and is as unsure as the whole was.
    """
    estimate = activity.estimate
    left = 1.0
    if task.remaining is not None:
        if estimate.likely == 0:
            return Uncertain(activity, task.remaining, task.remaining, task.remaining, left)
        left = task.remaining / estimate.likely
    points = (estimate.optimistic * left, estimate.likely * left, estimate.pessimistic * left)
    return Uncertain(activity, *points, left=min(left, 1.0))


def _of_days(task: Task, days: int | None) -> Task:
    """The task with ``days`` still to be done (None: as it is)."""
    if days is None:
        return task
    return replace(task, duration=days) if task.remaining is None else replace(task, remaining=days)
