"""The rows of the checklist page: items by stage, the agencies of an item under it, and what each row says.

Pure shaping: what a row shows is computed in ``domain``; here it becomes words and short keys.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from planner.domain.activities import Activity, Work
from planner.domain.checklist import Checklist
from planner.domain.limits import Limit, limit_of
from planner.domain.plan import Plan
from planner.domain.readiness import NOTHING_DONE, SETTLED, Readiness
from planner.domain.schedule import Schedule
from planner.domain.state import State
from planner.domain.target import TargetDates
from planner.domain.teamwork import UNASSIGNED, overdue
from planner.views import formats, labels, tasks, words
from planner.views import target as targets

Show = Literal["late", "mine", "unmet", "critical"]
SHOWS: Mapping[Show, str] = {
    "late": words.LATE,
    "mine": words.MINE,
    "unmet": words.UNMET,
    "critical": words.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which activities to list; everything empty: all of them.

    ``mine`` is the role of the person at work, ``assigned`` the activities that are theirs to do.
    """

    stage: str | None = None
    role: str | None = None
    shows: frozenset[Show] = frozenset()
    text: str = ""
    mine: str = ""
    assigned: frozenset[str] = frozenset()


def matching(
    work: Work,
    plan: Plan,
    readiness: Readiness,
    schedule: Schedule,
    target: TargetDates | None,
    day: date,
    wanted: Filter,
) -> tuple[Activity, ...]:
    """Activities that pass a filter, in the order of the checklist.

    Text is looked for in the titles of items, the names of agencies and the ids of activities.
    """
    text = wanted.text.strip().casefold()

    def passes(activity: Activity) -> bool:
        dates = schedule.dates.get(activity.id)
        limit = limit_of(activity.id, readiness, schedule, target)
        standing = readiness.activities[activity.id].standing
        agency = plan.agencies[activity.agency].name if activity.agency else ""
        places = (activity.item.title, activity.id, agency)
        return (
            wanted.stage in (None, activity.stage)
            and wanted.role in (None, activity.item.responsible)
            and any(text in place.casefold() for place in places)
            and ("mine" not in wanted.shows or _is_mine(activity, wanted))
            and ("unmet" not in wanted.shows or standing not in SETTLED)
            and ("critical" not in wanted.shows or (dates is not None and dates.critical))
            and ("late" not in wanted.shows or (limit is not None and limit.passed(day)))
        )

    return tuple(activity for activity in work.activities.values() if passes(activity))


def _is_mine(activity: Activity, wanted: Filter) -> bool:
    return activity.item.responsible == wanted.mine or activity.id in wanted.assigned


def stage_rail(checklist: Checklist, work: Work, readiness: Readiness) -> list[dict[str, Any]]:
    """One entry per stage with how many of its activities before the opening are met."""
    counts: dict[str, list[int]] = {stage.stage: [0, 0] for stage in checklist.stages}
    for activity in (a for a in work.activities.values() if not a.after_launch):
        standing = readiness.activities[activity.id].standing
        counts[activity.stage][0] += standing == "met"
        counts[activity.stage][1] += standing != "not_applicable"
    return [
        {"id": s.stage, "title": s.title, "met": counts[s.stage][0], "total": counts[s.stage][1]}
        for s in checklist.stages
    ]


def groups(
    checklist: Checklist,
    state: State,
    readiness: Readiness,
    schedule: Schedule,
    target: TargetDates | None,
    day: date,
    shown: Sequence[Activity],
    tickable: Collection[str | None],
    known: Mapping[str, str] | None = None,
) -> list[dict[str, Any]]:
    """Stages with their items, items with their rows, as JSON values for the list on the page.

    ``tickable``: the agencies whose work may be ticked, None among them for work of no single agency.
    ``known`` gives the names of those whom work is assigned to (``journal.names``).
    """
    stages: dict[str, dict[str, list[Activity]]] = {}
    for activity in shown:
        stages.setdefault(activity.stage, {}).setdefault(activity.item.id, []).append(activity)
    result = []
    for stage in checklist.stages:
        items = stages.get(stage.stage)
        if items:
            listed = [
                _item(checklist, state, readiness, schedule, target, day, found, tickable, known or {})
                for found in items.values()
            ]
            result.append({"id": stage.stage, "title": stage.title, "items": listed})
    return result


def _item(
    checklist: Checklist,
    state: State,
    readiness: Readiness,
    schedule: Schedule,
    target: TargetDates | None,
    day: date,
    found: list[Activity],
    tickable: Collection[str | None],
    known: Mapping[str, str],
) -> dict[str, Any]:
    item = found[0].item
    rows = [_row(checklist, state, readiness, schedule, target, day, a, tickable, known) for a in found]
    met = sum(readiness.activities[a.id].standing == "met" for a in found)
    return {
        "id": item.id,
        "title": item.title,
        "agencies": found[0].agency is not None,
        "count": f"{met}/{len(found)}",
        "rows": rows,
    }


def _row(
    checklist: Checklist,
    state: State,
    readiness: Readiness,
    schedule: Schedule,
    target: TargetDates | None,
    day: date,
    activity: Activity,
    tickable: Collection[str | None],
    known: Mapping[str, str],
) -> dict[str, Any]:
    progress = state.progress.get(activity.id, NOTHING_DONE)
    standing = readiness.activities[activity.id]
    limit = limit_of(activity.id, readiness, schedule, target)
    critical = limit is not None and schedule.dates[activity.id].critical
    assignment = state.assignments.get(activity.id, UNASSIGNED)
    name = state.plan.agencies[activity.agency].name if activity.agency else activity.item.title
    wanted = sum(r.required for r in activity.item.evidence)
    return {
        "id": activity.id,
        "name": name,
        "status": progress.status,
        "state": labels.STANDING[standing.standing],
        "standing": standing.standing,
        "who": checklist.roles[activity.item.responsible].title,
        "due": _due(progress.finished_on, limit),
        "float": "" if limit is None else targets.room(critical, limit),
        "tone": _tone(critical, limit, day),
        "evidence": words.EVIDENCE_COUNT.format(given=wanted - len(standing.missing), wanted=wanted)
        if wanted and not activity.stand_in
        else "",
        "assigned": tasks.assignment_told(assignment, standing, day, known),
        "overdue": overdue(assignment, standing, day),
        "revision": state.revisions.get(("activity", activity.id), 0),
        "tick": activity.agency in tickable and not activity.stand_in and progress.status != "not_applicable",
    }


def _due(finished: date | None, limit: Limit | None) -> str:
    if finished is not None:
        return formats.short_day(finished)
    return "" if limit is None else targets.due(limit)


def _tone(critical: bool, limit: Limit | None, day: date) -> str:
    if limit is None:
        return "over"
    if limit.passed(day):
        return "late"
    return "holds" if critical else "calm"


def current_stage(checklist: Checklist, readiness: Readiness) -> str:
    """The first stage with work that is not proven; the last one where all is."""
    for stage in checklist.stages:
        tally = readiness.stages[stage.stage]
        if tally.met < tally.applicable:
            return stage.stage
    return checklist.stages[-1].stage


def known_shows(chosen: Collection[str]) -> frozenset[Show]:
    """The filters among ``chosen`` that this page knows."""
    return frozenset(show for show in SHOWS if show in chosen)
