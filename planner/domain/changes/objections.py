"""What speaks against a change; of agencies, their services and their counters see ``of_agencies``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from planner.domain import verification
from planner.domain.activities import Work
from planner.domain.changes.against import SHORTEST_NAME, Against, Objection
from planner.domain.changes.kinds import (
    ActivityChange,
    Change,
    EvidenceRemoval,
    NewBaseline,
    PlanningChange,
    ReviewChange,
    SettingsChange,
)
from planner.domain.changes.of_agencies import against_mall
from planner.domain.changes.of_people import against_people
from planner.domain.changes.people_kinds import AssignmentChange, CommentRemoval, MemberChange, NewComment
from planner.domain.state import Progress, State

Key = TypeVar("Key")
SHORTEST_PLAN_NAME = 3
BEFORE_THE_START = ("SNET", "SNLT", "MSO", "ALAP")
"""Constraints that say nothing any more once work has begun."""


def objections(change: Change, work: Work, state: State, actor: str, today: date) -> tuple[Against, ...]:
    """What speaks against a change; empty where it may be written."""
    match change:
        case ActivityChange():
            found = _against_activity(change, work, state, today)
        case ReviewChange():
            found = _against_review(change, work, state, actor)
        case SettingsChange():
            return (*_nobody(actor), *_against_settings(change, state))
        case PlanningChange():
            found = _against_planning(change, work, state)
        case NewBaseline():
            found = _against_baseline(change, state)
        case MemberChange() | AssignmentChange() | NewComment() | CommentRemoval():
            found = against_people(change, work, state, actor)
        case EvidenceRemoval():
            found = () if change.evidence in state.evidence else ("unknown_evidence",)
        case _:
            return (*_nobody(actor), *against_mall(change, state.plan))
    return (*_nobody(actor), *(Against(code) for code in found))


def _nobody(actor: str) -> tuple[Against, ...]:
    return () if actor.strip() else (Against("actor_needed"),)


def _against_activity(change: ActivityChange, work: Work, state: State, today: date) -> tuple[Objection, ...]:
    activity = work.activities.get(change.activity)
    if activity is None:
        return ("unknown_activity",)
    if activity.stand_in:
        return ("no_agency",)
    stands = state.progress.get(change.activity, Progress())
    then = stands.model_copy(update=change.model_dump(exclude={"activity"}, exclude_unset=True))
    found: list[Objection] = []
    if then.status == "not_applicable":
        if activity.item.gates:
            found.append("gate_item_applies")
        elif not then.reason.strip():
            found.append("reason_needed")
    dates = [d for d in (change.started_on, change.finished_on) if d is not None]
    if any(d > today for d in dates):
        found.append("future_date")
    done = then.status == "done"
    if done and then.started_on and then.finished_on and then.finished_on < then.started_on:
        found.append("finish_before_start")
    if done and "finished_on" in change.model_fields_set and then.finished_on is None:
        found.append("finish_needed")
    return tuple(found)


def _against_review(change: ReviewChange, work: Work, state: State, actor: str) -> tuple[Objection, ...]:
    if change.activity not in work.activities:
        return ("unknown_activity",)
    progress = state.progress.get(change.activity)
    if progress is None or progress.status != "done":
        return ("nothing_to_review",)
    found: list[Objection] = []
    if actor.strip() in verification.contributors(progress, verification.given(state, change.activity)):
        found.append("own_submission")
    if change.of and change.of != verification.presented(state, change.activity):
        found.append("changed_since")
    if change.decision == "returned" and not change.reason.strip():
        found.append("reason_needed")
    return tuple(found)


def _against_settings(change: SettingsChange, state: State) -> tuple[Against, ...]:
    found: list[Against] = []
    fields = change.model_fields_set
    if "name" in fields and len(change.name.strip()) < SHORTEST_PLAN_NAME:
        found.append(Against("name_needed"))
    if "start" in fields and change.start is None:
        found.append(Against("start_needed"))
    settings = state.plan.settings
    start = change.start or settings.start
    target = change.target if "target" in fields else settings.target
    if target is not None and target < start:
        found.append(Against("target_before_start"))
    found += [Against("day_off_twice", f"{day:%d/%m/%Y}") for day in _twice(change.days_off)]
    budgets = ((w.year, w.budget) for w in change.windows)
    found += [Against("window_twice", str(year)) for year, _ in _twice(budgets)]
    if change.baseline is not None and change.baseline not in state.plan.baselines:
        found.append(Against("unknown_baseline"))
    return tuple(found)


def _twice(given: Iterable[Key]) -> list[Key]:
    """What is given more than once, each told once."""
    return [key for key, count in Counter(given).items() if count > 1]


def _against_planning(change: PlanningChange, work: Work, state: State) -> tuple[Objection, ...]:
    activity = work.activities.get(change.activity)
    if activity is None:
        return ("unknown_activity",)
    if activity.stand_in:
        return ("no_agency",)
    begun = state.progress.get(change.activity, Progress()).status in ("in_progress", "done")
    if begun and change.constraint is not None and change.constraint.type in BEFORE_THE_START:
        return ("constraint_on_begun_work",)
    return ()


def _against_baseline(change: NewBaseline, state: State) -> tuple[Objection, ...]:
    found: list[Objection] = []
    if len(change.name.strip()) < SHORTEST_NAME:
        found.append("name_needed")
    if change.name.strip().casefold() in {b.name.casefold() for b in state.plan.baselines.values()}:
        found.append("duplicate_baseline")
    if not change.activities:
        found.append("dates_needed")
    return tuple(found)
