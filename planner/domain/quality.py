"""What a plan could be better at: checks of its logic, its estimates, its dates and its record, as advice.

After the 14-point assessment of schedules of the US Defense Contract Management Agency (DCMA-EA PAM 200.1,
2012), as far as its points make sense here. Left out: lags, which checklists set on purpose; resources, for
which money stands in (``unfunded``); the critical path test, which the engine's own tests hold; and its two
indices (CPLI, BEI). The shares that it tolerates are not applied, but for links: a plan has few enough
activities to name each. There is no score.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal, get_args

from planner.domain.activities import Work
from planner.domain.limits import limit_of
from planner.domain.network import Task
from planner.domain.plan_network import plan_tasks, terms
from planner.domain.readiness import NOTHING_DONE, Readiness
from planner.domain.schedule import Schedule
from planner.domain.state import Progress, State
from planner.domain.target import TargetDates, ahead_of

Check = Literal[
    "no_target",
    "negative_float",
    "unfunded",
    "out_of_sequence",
    "invalid_date",
    "missed",
    "hard_constraint",
    "long_task",
    "no_successor",
    "no_predecessor",
    "lead",
    "link_type",
    "high_float",
]
CHECKS: tuple[Check, ...] = get_args(Check)

LONG: Final = 44
"""Working days (two months) beyond which work is too coarse to be followed (DCMA point 8)."""

HIGH_FLOAT: Final = 44
"""Working days of float beyond which a link is probably missing (DCMA point 6)."""

OTHER_LINKS: Final = Fraction(10, 100)
"""Share of links other than finish-to-start up to which they are no matter (DCMA point 4: 90 % FS)."""

HARD: Final = ("SNLT", "FNLT", "MSO", "MFO")
"""Constraints that dates have to answer to, whatever the links say (DCMA point 5)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A check that found something, and the activities concerned, in the order of the checklist.

    ``no_target`` concerns none; links are told by their successor.
    """

    check: Check
    activities: tuple[str, ...]


@dataclass(frozen=True)
class _Plan:
    work: Work
    state: State
    readiness: Readiness
    schedule: Schedule
    target: TargetDates | None
    left: Mapping[str, Task]

    def progress(self, activity: str) -> Progress:
        return self.state.progress.get(activity, NOTHING_DONE)


def quality(
    work: Work,
    state: State,
    readiness: Readiness,
    schedule: Schedule,
    target: TargetDates | None,
    holidays: Collection[date],
) -> tuple[Finding, ...]:
    """What the checks find in a plan, in the order of ``Check``; nothing where all is well.

    ``target`` are the latest dates for the plan's target, ``holidays`` days off beside the plan's own. All
    but the record (out of sequence, invalid dates, missed) looks at work that is not over and applies.
    """
    by = terms(state.plan.settings, schedule.day, holidays)
    left = {
        i: task
        for i, task in plan_tasks(work, state, readiness, by).items()
        if i in work.activities
        and task.actual_finish is None
        and readiness.activities[i].standing != "not_applicable"
    }
    plan = _Plan(work, state, readiness, schedule, target, left)
    found = {check: frozenset(look(plan)) for check, look in _LOOKS.items()}
    findings = [Finding("no_target", ())] if state.plan.settings.target is None else []
    order = {check: tuple(a for a in work.activities if a in found[check]) for check in found}
    return (*findings, *(Finding(check, order[check]) for check in CHECKS if order.get(check)))


def _negative_float(plan: _Plan) -> Collection[str]:
    """Too late for the target, or for a date constraint (DCMA point 7)."""
    limits = {i: limit_of(i, plan.readiness, plan.schedule, plan.target) for i in plan.left}
    return {i for i, limit in limits.items() if limit is not None and limit.missed}


def _unfunded(plan: _Plan) -> Collection[str]:
    """Work that fits into no budget (in place of DCMA point 10, resources)."""
    return {i for i, funded in plan.schedule.funded.items() if funded.funding is None}


def _out_of_sequence(plan: _Plan) -> Collection[str]:
    return {successor for _, successor in plan.schedule.out_of_sequence}


def _invalid_date(plan: _Plan) -> Collection[str]:
    """Recorded as done after the status date or before its start, or fixed to a day past (DCMA point 9)."""
    day = plan.schedule.day
    found = set()
    for i in plan.work.activities:
        now = plan.progress(i)
        begun, over = now.started_on, now.finished_on
        if (begun and begun > day) or (over and (over > day or (begun and over < begun))):
            found.add(i)
    for i, task in plan.left.items():
        fixed, begun = task.constraint, task.actual_start
        if fixed is None or fixed.day is None or fixed.type not in HARD:
            continue
        if fixed.day < day and (begun is None or fixed.type in ("FNLT", "MFO")):
            found.add(i)
    return found


def _missed(plan: _Plan) -> Collection[str]:
    """Due by the status date in the current baseline, but finished later or still open (DCMA point 11)."""
    current = plan.state.plan.settings.baseline
    frozen = None if current is None else plan.state.plan.baselines.get(current)
    if frozen is None:
        return ()
    dates = plan.schedule.dates
    due = {i: was.finish for i, was in frozen.activities.items() if was.finish < plan.schedule.day}
    return {i for i, finish in due.items() if i in dates and dates[i].early_finish > finish}


def _hard_constraint(plan: _Plan) -> Collection[str]:
    return {i for i, task in plan.left.items() if task.constraint and task.constraint.type in HARD}


def _long_task(plan: _Plan) -> Collection[str]:
    """Calendar days count five working days in seven."""
    found = set()
    for i, task in plan.left.items():
        days = task.duration if task.remaining is None else task.remaining
        if (days * 5 if task.unit == "calendar" else days * 7) > LONG * 7:
            found.add(i)
    return found


def _no_successor(plan: _Plan) -> Collection[str]:
    """Work before the opening that the opening does not wait for (DCMA point 1)."""
    awaited = ahead_of(plan.work.launch, plan.work.links)
    return {i for i in plan.left if i not in awaited and not plan.work.activities[i].after_launch}


def _no_predecessor(plan: _Plan) -> Collection[str]:
    """Work that waits for nothing beside other such work (DCMA point 1): a plan may have one beginning."""
    waiting = {link.successor for link in plan.work.links}
    first = [i for i in plan.work.activities if i not in waiting]
    return {i for i in first if i in plan.left and len(first) > 1}


def _lead(plan: _Plan) -> Collection[str]:
    """A link with negative lag: begun on the guess of when another will be over (DCMA point 2)."""
    return {link.successor for link in plan.work.links if link.lag < 0} & plan.left.keys()


def _link_type(plan: _Plan) -> Collection[str]:
    """Links other than finish-to-start, where they are more than a tenth of those to open work."""
    links = [link for link in plan.work.links if link.successor in plan.left]
    other = {link.successor for link in links if link.type != "FS"}
    count = sum(link.type != "FS" for link in links)
    return other if count > OTHER_LINKS * len(links) else ()


def _high_float(plan: _Plan) -> Collection[str]:
    before = {i for i in plan.left if not plan.work.activities[i].after_launch}
    return {i for i in before if plan.schedule.dates[i].total_float > HIGH_FLOAT}


_LOOKS: Final[Mapping[Check, Callable[[_Plan], Collection[str]]]] = {
    "negative_float": _negative_float,
    "unfunded": _unfunded,
    "out_of_sequence": _out_of_sequence,
    "invalid_date": _invalid_date,
    "missed": _missed,
    "hard_constraint": _hard_constraint,
    "long_task": _long_task,
    "no_successor": _no_successor,
    "no_predecessor": _no_predecessor,
    "lead": _lead,
    "link_type": _link_type,
    "high_float": _high_float,
}
