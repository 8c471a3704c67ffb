"""What work that waits for a second person holds up: the launch as it is beside that with it accepted."""

from __future__ import annotations

from collections.abc import Collection

from planner.domain.readiness import proven
from planner.domain.schedule import days_between, schedule
from planner.workspace.snapshot import Snapshot


def days_by_acceptance(seen: Snapshot, activities: Collection[str]) -> int:
    """Working days by which the launch comes forward once these finished activities are accepted today."""
    if not activities or seen.readiness.opened_on is not None:
        return 0
    ready = proven(seen.readiness, activities)
    sooner = schedule(seen.work, seen.state, ready, seen.day, seen.days_off)
    return days_between(sooner.launch, seen.schedule.launch, seen.state.plan.settings, seen.days_off)
