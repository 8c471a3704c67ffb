"""What a plan should have reached by now: by its baseline, else for its target, else from its first day on.

Why not always from the first day: a plan that was made anew keeps the day it once began on, and by that all
of it would be overdue for good.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from planner.domain.activities import Work, gate_milestone
from planner.domain.network import Task, earliest_finishes
from planner.domain.plan import Plan, PlanSettings
from planner.domain.plan_network import Terms, network_links, plan_network, terms, unstarted
from planner.domain.target import to_target

Course = Literal["baseline", "target", "start"]
"""What a plan is measured by: its current baseline, the latest dates for its target, or its first day."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Last day of every activity, by id, by the course that a plan is measured by."""

    finish: Mapping[str, date]
    by: Course


def foreseen(work: Work, plan: Plan, holidays: Collection[date]) -> Foreseen:
    """When every activity should be over, whatever has been done; ``holidays`` are days off beside its own.

    What the chosen course does not know (added since the baseline, not waited for by the launch) goes by the
    next one.

    Raises:
        ValueError: the work has no schedule (a cycle), which a checked checklist rules out.
    """
    settings, off = plan.settings, frozenset(holidays)
    finish, by = _from_start(work, settings, off), _course(plan)
    if settings.target is not None:
        finish = {**finish, **_for_target(work, settings, off, settings.target)}
    if by == "baseline":
        frozen = plan.baselines[settings.baseline or ""].activities
        finish = {**finish, **{i: frozen[i].finish for i in work.activities if i in frozen}}
    return Foreseen(finish, by)


def _course(plan: Plan) -> Course:
    if plan.settings.baseline in plan.baselines:
        return "baseline"
    return "start" if plan.settings.target is None else "target"


@lru_cache(maxsize=16)
def _from_start(work: Work, settings: PlanSettings, holidays: frozenset[date]) -> Mapping[str, date]:
    by = terms(settings, settings.start, holidays)
    found = earliest_finishes(plan_network(settings, by, _tasks(work, by).values(), network_links(work)))
    if isinstance(found, tuple):
        raise ValueError(f"no schedule: {found}")
    return MappingProxyType({activity: found[activity] for activity in work.activities})


@lru_cache(maxsize=16)
def _for_target(
    work: Work, settings: PlanSettings, holidays: frozenset[date], target: date
) -> Mapping[str, date]:
    by = terms(settings, settings.start, holidays)
    found = to_target(work, settings, by, _tasks(work, by), target)
    return MappingProxyType({i: found[i].lf for i in work.activities if i in found})


def _tasks(work: Work, by: Terms) -> dict[str, Task]:
    tasks = {activity.id: unstarted(activity, by) for activity in work.activities.values()}
    return tasks | {gate_milestone(gate): Task(gate_milestone(gate)) for gate in work.gates}
