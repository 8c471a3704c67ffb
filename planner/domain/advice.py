"""What to do next, and for whom: work that can be acted on now, gates first, then the critical path.

Money is asked for where the launch waits for it or the target is missed while it does. Activities of one item
that need the same step are one action, so that 22 agencies do not fill the page.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.domain.activities import Activity, ActivityLink, Work, gate_milestone
from planner.domain.checklist import Checklist
from planner.domain.limits import Limit, limit_of, tightest
from planner.domain.readiness import FINISHED, NOTHING_DONE, ActivityStanding, Readiness
from planner.domain.schedule import Schedule
from planner.domain.state import State
from planner.domain.target import TargetDates

Step = Literal["list_agencies", "fund", "start", "finish", "attach", "correct", "accept"]
NO_GATE = 99


@dataclass(frozen=True, slots=True)
class Action:
    """One step on the activities of one item, and the role whose move it is.

    ``gate`` is the first open gate that waits for it; ``limit`` what its activities leave for all of them:
    the first of their latest days and the least of their room.
    """

    item: str
    activities: tuple[str, ...]
    step: Step
    role: str
    gate: str | None
    critical: bool
    limit: Limit


@dataclass(frozen=True, slots=True)
class Hold:
    """An action and how many days sooner the launch would be, were it finished today (critical path drag).

    Money ("fund") counts as provided from today on. ``days`` is None for what does not hold the launch, but
    is too late for the target.

    Method: Devaux, Total Project Control (1999), here by solving the network again without the work.
    """

    action: Action
    days: int | None


def next_actions(
    checklist: Checklist,
    work: Work,
    state: State,
    readiness: Readiness,
    schedule: Schedule,
    target: TargetDates | None,
) -> tuple[Action, ...]:
    """Everything that can be acted on now, most pressing first: by open gate, then critical, then float."""
    waits: dict[str, list[ActivityLink]] = {}
    for link in work.links:
        waits.setdefault(link.successor, []).append(link)
    over = {gate_milestone(gate.gate) for gate in readiness.gates if gate.passed}
    over |= {a for a, s in readiness.activities.items() if s.standing in FINISHED}
    limits: dict[str, Limit] = {}
    groups: dict[tuple[str, Step], list[Activity]] = {}
    for activity in work.activities.values():
        standing = readiness.activities[activity.id]
        too_early = activity.after_launch and readiness.opened_on is None
        limit = limit_of(activity.id, readiness, schedule, target)
        if too_early or limit is None:
            continue
        limits[activity.id] = limit
        if _waits_for_money(activity.id, schedule):
            if schedule.dates[activity.id].critical or (limit.to_target and limit.missed):
                groups.setdefault((activity.item.id, "fund"), []).append(activity)
        elif _free(activity.id, waits.get(activity.id, ()), readiness, over):
            groups.setdefault((activity.item.id, _step(activity, standing, state)), []).append(activity)
    order = [gate.gate for gate in readiness.gates if not gate.passed]
    actions = [
        _action(checklist, step, group, order, schedule, limits) for (_, step), group in groups.items()
    ]
    return tuple(sorted(actions, key=lambda a: _urgency(a, order)))


def holds(actions: Iterable[Action], days_saved: Callable[[Action], int], most: int = 5) -> tuple[Hold, ...]:
    """What to unblock first, at most ``most``: what holds the launch, then what is late for the target.

    The critical actions come first, those that hold the launch longest at the head; 0 days: only together
    with others. The rest is filled with the actions most late for the target, gates first, an item once.

    Why both: money that comes once a year gives all work before it room to the launch, however late it is
    for the target. ``days_saved`` gives the working days the launch comes forward when an action is done
    today.
    """
    known = tuple(actions)
    found = sorted((Hold(a, days_saved(a)) for a in known if a.critical), key=lambda hold: -(hold.days or 0))
    told = {hold.action.item for hold in found}
    late = [a for a in known if a.limit.to_target and a.limit.missed and a.item not in told]
    first: dict[str, Action] = {}
    for action in sorted(late, key=lambda a: (a.gate is None, a.limit.total_float)):
        first.setdefault(action.item, action)
    return (*found, *(Hold(action, None) for action in first.values()))[:most]


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
    checklist: Checklist,
    step: Step,
    group: list[Activity],
    order: list[str],
    schedule: Schedule,
    limits: Mapping[str, Limit],
) -> Action:
    item = group[0].item
    return Action(
        item=item.id,
        activities=tuple(a.id for a in group),
        step=step,
        role=checklist.head.verifier if step == "accept" else item.responsible,
        gate=next((gate for gate in order if gate in item.gates), None),
        critical=any(schedule.dates[a.id].critical for a in group),
        limit=tightest(limits[a.id] for a in group),
    )


def _urgency(action: Action, order: list[str]) -> tuple[int, bool, int, date, str]:
    gate = order.index(action.gate) if action.gate else NO_GATE
    return gate, not action.critical, action.limit.total_float, action.limit.latest, action.item
