"""The matrix agency × requirement as JSON values for its component, and which agencies it shows.

Pure shaping: what a cell shows is computed in ``domain``; here it becomes words and short keys.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from planner.domain.activities import activity_id
from planner.domain.bottleneck import limit_of, open_requirements
from planner.domain.checklist import Item
from planner.domain.plan import AgencyCategory
from planner.views import agency_words as words
from planner.views import formats
from planner.views.agencies import Known, in_text
from planner.views.target import slack

Only = Literal["late", "critical"]
ONLY: dict[Only, str] = {"late": words.LATE, "critical": words.HOLDS}


@dataclass(frozen=True, slots=True)
class AgencyFilter:
    """Which agencies to show; everything empty: all of them."""

    categories: frozenset[AgencyCategory] = frozenset()
    waves: frozenset[int] = frozenset()
    only: frozenset[Only] = frozenset()


def requirements(now: Known) -> tuple[Item, ...]:
    """Items that every agency has to fulfil, in the order of the checklist."""
    return tuple(item for item in now.checklist.items.values() if item.per is not None)


def shown(now: Known, wanted: AgencyFilter) -> tuple[str, ...]:
    """Ids of the agencies that pass a filter, wave by wave, in each the least float first.

    Agencies without a limit stand last in their wave, those with most open requirements before the others.
    """
    agencies, still_open = now.state.plan.agencies, open_requirements(now.work, now.readiness)
    critical = {now.work.activities[i].agency for i in now.schedule.critical_path if i in now.work.activities}

    def passes(agency: str) -> bool:
        one, limit = agencies[agency], now.limits.get(agency)
        return (
            (not wanted.categories or one.category in wanted.categories)
            and (not wanted.waves or one.wave in wanted.waves)
            and ("late" not in wanted.only or (limit is not None and limit.total_float < 0))
            and ("critical" not in wanted.only or agency in critical)
        )

    def order(agency: str) -> tuple[int, float, int, date, str]:
        limit = now.limits.get(agency)
        room, latest = (float("inf"), date.max) if limit is None else (limit.total_float, limit.latest)
        return agencies[agency].wave, room, -still_open[agency], latest, agency

    return tuple(sorted(filter(passes, now.state.plan.taking_part), key=order))


def matrix(now: Known, agencies: Collection[str]) -> dict[str, Any]:
    """Columns by stage and rows by wave, with a cell for every requirement of every agency."""
    items = requirements(now)
    stages: list[dict[str, Any]] = []
    titles = {stage.stage: stage.title for stage in now.checklist.stages}
    held, last = _held(now), _last(now)
    for item in items:
        title = titles[now.checklist.stage_of[item.id]]
        if not stages or stages[-1]["title"] != title:
            stages.append({"title": title, "columns": []})
        stages[-1]["columns"].append({"id": item.id, "title": item.title, "held": item.id in held})
    waves = sorted({now.state.plan.agencies[a].wave for a in agencies})
    groups = [
        {
            "title": _wave(wave) if len(waves) > 1 or wave > 1 else "",
            "rows": [_row(now, a, items, last) for a in agencies if now.state.plan.agencies[a].wave == wave],
        }
        for wave in waves
    ]
    return {"stages": stages, "groups": groups}


def _held(now: Known) -> frozenset[str]:
    """Requirements by which the step that most agencies wait for is held up."""
    awaited = (activity for agency in now.first.waiting for activity in now.ways[agency].waits_for)
    return frozenset(now.work.activities[activity].item.id for activity in awaited)


def _wave(wave: int) -> str:
    return (words.IN_WAVE if wave == 1 else words.LATER_WAVE).format(wave=wave)


def _last(now: Known) -> frozenset[str]:
    """Agencies that are furthest behind; nobody where all are alike."""
    behind = frozenset(limit.agency for limit in now.first.behind)
    return frozenset() if len(behind) == len(now.first.agencies) > 1 else behind


def _row(now: Known, agency: str, items: Iterable[Item], last: Collection[str]) -> dict[str, Any]:
    limit, stands_at = now.limits.get(agency), now.ways[agency].stands_at
    return {
        "id": agency,
        "name": now.state.plan.agencies[agency].name,
        "step": now.steps[stands_at].title if stands_at else _not_yet(now),
        "latest": formats.NOTHING if limit is None else formats.short_day(limit.latest),
        "room": formats.NOTHING if limit is None else formats.number(limit.total_float).replace("-", "−"),
        "told": "" if limit is None else slack(limit.total_float),
        "late": limit is not None and limit.total_float < 0,
        "last": agency in last,
        "cells": [_cell(now, activity_id(item.id, agency)) for item in items],
    }


def _not_yet(now: Known) -> str:
    """Before the first step, which a checklist without a pipeline does not have."""
    steps = now.checklist.head.pipeline
    return words.NOT_YET.format(step=in_text(steps[0].title)) if steps else formats.NOTHING


def _cell(now: Known, activity: str) -> dict[str, Any]:
    """A cell: the activity, its standing, whether it is late and holds the launch, and its latest day."""
    about = now.work.activities[activity]
    limit = limit_of(about, now.readiness, now.schedule, now.target)
    return {
        "id": activity,
        "standing": now.readiness.activities[activity].standing,
        "late": limit is not None and limit.passed(now.day),
        "holds": limit is not None and not about.after_launch and now.schedule.dates[activity].critical,
        "due": "" if limit is None else words.DUE.format(day=formats.short_day(limit.latest)),
    }
