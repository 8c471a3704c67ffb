"""What a page sees of a plan: one snapshot, complete, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.catalog.library import Library
from planner.catalog.problem import Problem
from planner.catalog.regencies import Regency
from planner.domain.activities import Work, work
from planner.domain.advice import Action, Hold, holds, next_actions
from planner.domain.checklist import Checklist
from planner.domain.foreseen import Course, foreseen
from planner.domain.readiness import Readiness, Share, planned_share, proven, readiness
from planner.domain.schedule import Schedule, days_between, schedule, without
from planner.domain.state import State
from planner.domain.target import TargetDates, target_dates

Version = tuple[int, date, tuple[tuple[str, int, int], ...]]


@dataclass(frozen=True)
class Snapshot:
    """A plan on one day: what was set and done, what that means, and what comes next.

    ``planned`` is what a plan kept from its first day would have reached by ``day``; ``version`` is, with
    plan and day, what a snapshot may be kept under.
    """

    checklist: Checklist
    regency: Regency
    state: State
    day: date
    today: date
    version: Version
    work: Work
    readiness: Readiness
    schedule: Schedule
    target: TargetDates | None
    planned: Share
    planned_by: Course
    actions: tuple[Action, ...]
    days_off: Mapping[date, str]

    @property
    def past(self) -> bool:
        """True when the day looked at is over: nothing may be written."""
        return self.day < self.today


@dataclass(frozen=True, slots=True)
class Broken:
    """The checklist of a plan cannot be read; ``problems`` says what is wrong where."""

    checklist: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no such plan, or not yet on ``day``."""

    plan: str
    day: date | None = None


def see(library: Library, state: State, day: date, today: date, version: Version) -> Snapshot | Broken:
    """A plan whose record tells ``state``, as of ``day``."""
    settings = state.plan.settings
    checklist = library.checklist(settings.checklist)
    if isinstance(checklist, tuple):
        return Broken(settings.checklist, checklist)
    regency, days_off = library.regencies[settings.regency], library.days_off(settings.start, day)
    return shown(checklist, regency, state, day, today, version, days_off)


def shown(
    checklist: Checklist,
    regency: Regency,
    state: State,
    day: date,
    today: date,
    version: Version,
    days_off: Mapping[date, str],
) -> Snapshot:
    """A plan that stands as ``state`` tells, worked by a checklist, with ``days_off`` beside its own."""
    todo = work(checklist, state.plan)
    ready = readiness(checklist, todo, state)
    dates = schedule(todo, state, ready, day, days_off)
    target = target_dates(todo, state, ready, day, days_off)
    course = foreseen(todo, state.plan, days_off)
    return Snapshot(
        checklist=checklist,
        regency=regency,
        state=state,
        day=day,
        today=today,
        version=version,
        work=todo,
        readiness=ready,
        schedule=dates,
        target=target,
        planned=planned_share(todo, course.finish, day),
        planned_by=course.by,
        actions=next_actions(checklist, todo, state, ready, dates, target),
        days_off=days_off,
    )


def launch_holds(seen: Snapshot, most: int = 5) -> tuple[Hold, ...]:
    """What holds the launch of a plan longest, then what is late for its target, at most ``most`` actions."""

    def days_saved(action: Action) -> int:
        work, state, ready = seen.work, seen.state, seen.readiness
        if action.step == "fund":
            work = work.funded(action.activities)
        else:
            state, ready = without(state, action.activities, seen.day), proven(ready, action.activities)
        sooner = schedule(work, state, ready, seen.day, seen.days_off)
        return days_between(sooner.launch, seen.schedule.launch, seen.state.plan.settings, seen.days_off)

    return holds(seen.actions, days_saved, most)
