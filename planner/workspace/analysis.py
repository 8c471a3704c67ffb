"""What can be asked of a plan beside its dates: conflicts, quality, and its shift from a baseline."""

from __future__ import annotations

from dataclasses import replace

from planner.domain.conflict import Conflict, conflicts
from planner.domain.quality import Finding, quality
from planner.domain.variance import Variance, variance
from planner.workspace.snapshot import Snapshot


def plan_conflicts(seen: Snapshot) -> tuple[Conflict, ...]:
    """Dates that the plan misses, each with the smallest sets of what would have to give."""
    return conflicts(seen.work, seen.state, seen.readiness, seen.day, seen.days_off)


def plan_quality(seen: Snapshot) -> tuple[Finding, ...]:
    """What the plan could be better at."""
    return quality(seen.work, seen.state, seen.readiness, seen.schedule, seen.target, seen.days_off)


def plan_variance(seen: Snapshot, baseline_id: str | None = None) -> Variance | None:
    """The plan against a baseline (None: the current one); None where there is no such baseline.

    What does not apply counts in neither: a baseline never holds it.
    """
    plan = seen.state.plan
    wanted = plan.settings.baseline if baseline_id is None else baseline_id
    frozen = None if wanted is None else plan.baselines.get(wanted)
    if wanted is None or frozen is None:
        return None
    idle = {i for i, s in seen.readiness.activities.items() if s.standing == "not_applicable"}
    dates = {i: d for i, d in seen.schedule.dates.items() if i not in idle}
    return variance(wanted, frozen, replace(seen.schedule, dates=dates), plan.settings, seen.days_off)
