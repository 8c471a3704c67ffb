"""The forecast of a plan, from its snapshot and the documented causes of delay."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.catalog.library import Library
from planner.domain.forecast import Forecast, Insight, forecast, insight
from planner.domain.readiness import readiness
from planner.domain.risk import RiskDriver
from planner.domain.state import State
from planner.workspace.snapshot import Snapshot


def known_drivers(library: Library) -> tuple[RiskDriver, ...]:
    """The documented causes of delay; none where their file is wrong."""
    known = library.risks
    return () if isinstance(known, tuple) else tuple(known.values())


def plan_forecast(seen: Snapshot, drivers: Sequence[RiskDriver]) -> Forecast:
    """When a plan opens with which probability, as of the day that is looked at."""
    return forecast(seen.work, seen.state, seen.readiness, seen.day, seen.days_off, drivers)


def plan_insight(seen: Snapshot, drivers: Sequence[RiskDriver], report: Callable[[float], None]) -> Insight:
    """What lies behind that forecast; slow, so ``report`` hears the share that is done, 0 to 1."""
    return insight(seen.work, seen.state, seen.readiness, seen.day, seen.days_off, drivers, report=report)


def plan_from_start(seen: Snapshot, drivers: Sequence[RiskDriver]) -> Forecast:
    """The forecast that the same plan had on its first day, with nothing done.

    Why: real durations run from the first formal step, so only this one may be tested against them.
    """
    nothing = State(plan=seen.state.plan)
    untouched = readiness(seen.checklist, seen.work, nothing)
    return forecast(seen.work, nothing, untouched, seen.state.plan.settings.start, seen.days_off, drivers)
