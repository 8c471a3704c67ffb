"""What to do next, and for whom: work that can be acted on now, gates first, then the critical path.

Money comes first where the launch waits for it. Activities of one item that need the same step are one
action, so that 22 agencies do not fill the page.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.domain.activities import Activity, ActivityLink, Work, gate_milestone
from planner.domain.checklist import Checklist
from planner.domain.readiness import NOTHING_DONE, ActivityStanding, Readiness
from planner.domain.schedule import Schedule
from planner.domain.state import State

Step = Literal["list_agencies", "fund", "start", "finish", "attach", "correct", "accept"]
NO_GATE = 99
OVER = ("met", "submitted", "not_applicable")


@dataclass(frozen=True, slots=True)
class Action:
    """One step on the activities of one item, and the role whose move it is.

    ``gate`` is the first open gate that waits for it; ``due`` the latest day it may finish without moving
    the launch; ``total_float`` the least float among its activities, in working days.
    """

    item: str
    activities: tuple[str, ...]
    step: Step
    role: str
    gate: str | None
    critical: bool
    total_float: int
    due: date


@dataclass(frozen=True, slots=True)
class Hold:
    """An action and how many days sooner the launch would be, were it finished today (critical path drag).

    Money ("fund") counts as provided from today on.

    Method: Devaux, Total Project Control (1999), here by solving the network again without the work.
    """

    action: Action
    days: int


def next_actions(
    checklist: Checklist, work: Work, state: State, readiness: Readiness, schedule: Schedule
) -> tuple[Action, ...]:
    """Everything that can be acted on now, most pressing first: by open gate, then critical, then float."""
    waits: dict[str, list[ActivityLink]] = {}
    for link in work.links:
        waits.setdefault(link.successor, []).append(link)
    over = {gate_milestone(gate.gate) for gate in readiness.gates if gate.passed}
    over |= {a for a, s in readiness.activities.items() if s.standing in OVER}
    groups: dict[tuple[str, Step], list[Activity]] = {}
    for activity in work.activities.values():
        standing = readiness.activities[activity.id]
        too_early = activity.after_launch and readiness.opened_on is None
        if too_early or standing.standing in ("met", "not_applicable"):
            continue
        if _waits_for_money(activity.id, schedule):
            if schedule.dates[activity.id].critical:
                groups.setdefault((activity.item.id, "fund"), []).append(activity)
        elif _free(activity.id, waits.get(activity.id, ()), readiness, over):
            groups.setdefault((activity.item.id, _step(activity, standing, state)), []).append(activity)
    order = [gate.gate for gate in readiness.gates if not gate.passed]
    actions = [_action(checklist, step, group, order, schedule) for (_, step), group in groups.items()]
    return tuple(sorted(actions, key=lambda a: _urgency(a, order)))


def holds(actions: Iterable[Action], days_saved: Callable[[Action], int], most: int = 5) -> tuple[Hold, ...]:
    """The critical actions that hold the launch longest, at most ``most``; 0 days: only together with others.

    ``days_saved`` gives the working days the launch comes forward when an action is done today.
    """
    found = [Hold(a, days_saved(a)) for a in actions if a.critical]
    return tuple(sorted(found, key=lambda hold: -hold.days)[:most])


def _waits_for_money(activity: str, schedule: Schedule) -> bool:
    """True when work could begin sooner but for a budget, which is asked for where the launch hangs on it."""
    funded = schedule.funded.get(activity)
    return funded is not None and funded.waits


def _free(activity: str, links: Iterable[ActivityLink], ready: Readiness, over: Collection[str]) -> bool:
    """True when an activity was begun, or nothing that it waits for to start is still open."""
    known = ready.activities
    if known[activity].standing != "not_started":
        return True
    for link in links:
        if link.type in ("FF", "SF") or link.predecessor in over:
            continue
        begun = link.predecessor in known and known[link.predecessor].standing == "in_progress"
        if link.type != "SS" or not begun:
            return False
    return True


def _step(activity: Activity, standing: ActivityStanding, state: State) -> Step:
    if activity.stand_in:
        return "list_agencies"
    status = state.progress.get(activity.id, NOTHING_DONE).status
    if status != "done":
        return "finish" if status == "in_progress" else "start"
    if "returned" in standing.lacks:
        return "correct"
    return "attach" if "evidence_missing" in standing.lacks else "accept"


def _action(
    checklist: Checklist, step: Step, group: list[Activity], order: list[str], schedule: Schedule
) -> Action:
    item = group[0].item
    dates = [schedule.dates[a.id] for a in group]
    return Action(
        item=item.id,
        activities=tuple(a.id for a in group),
        step=step,
        role=checklist.head.verifier if step == "accept" else item.responsible,
        gate=next((gate for gate in order if gate in item.gates), None),
        critical=any(d.critical for d in dates),
        total_float=min(d.total_float for d in dates),
        due=min(d.late_finish for d in dates),
    )


def _urgency(action: Action, order: list[str]) -> tuple[int, bool, int, date, str]:
    gate = order.index(action.gate) if action.gate else NO_GATE
    return gate, not action.critical, action.total_float, action.due, action.item
