"""What speaks against beginning a plan."""

from __future__ import annotations

from datetime import date

from planner.catalog.library import Library
from planner.domain.changes import Against, Objection
from planner.domain.changes.bounds import Day, out_of_reach
from planner.domain.plan import PlanSettings


def plan_objections(
    library: Library, settings: PlanSettings, taken: bool, effective_on: date, today: date, actor: str
) -> tuple[Against, ...]:
    """What speaks against a new plan with these settings; ``taken``: its id is another plan's."""
    found: list[Objection] = []
    if effective_on > today:
        found.append("future_date")
    if taken:
        found.append("duplicate_plan")
    if settings.regency not in library.regencies:
        found.append("unknown_regency")
    if settings.checklist not in library.folders():
        found.append("unknown_checklist")
    if settings.target is not None and settings.target < settings.start:
        found.append("target_before_start")
    if not actor.strip():
        found.append("actor_needed")
    days: list[Day] = [(("plan", "start"), settings.start)]
    if settings.target is not None:
        days.append((("plan", "target"), settings.target))
    return (*map(Against, found), *out_of_reach(days, today))
