"""What the summary page shows, as JSON values for its small components: gates, holds, stages, next steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from planner.domain.advice import Action, Hold
from planner.domain.checklist import Checklist
from planner.domain.forecast import Forecast
from planner.domain.readiness import Readiness, Standing
from planner.domain.schedule import Schedule
from planner.domain.state import State
from planner.views import formats, labels, outlook, sentences, target, target_words, words

BARS: tuple[Standing, ...] = ("met", "submitted", "in_progress", "not_started")


def gate_strip(
    checklist: Checklist, readiness: Readiness, schedule: Schedule, forecast: Forecast | None = None
) -> list[dict[str, Any]]:
    """The gates from left to right and the launch at the end, each with its date and what it waits for.

    The launch that is still to come is told with its ``forecast`` too.
    """
    titles = {gate.id: gate.title for gate in checklist.gates}
    strip = []
    for gate in readiness.gates:
        day = schedule.dates.get(f"gate:{gate.gate}")
        behind = titles[gate.behind] if gate.behind else None
        strip.append(
            {
                "id": gate.gate,
                "title": titles[gate.gate],
                "passed": gate.passed,
                "state": words.GATE_PASSED if gate.passed else words.GATE_OPEN,
                "waits": "" if gate.passed else sentences.gate_state(gate, behind),
                "day": "" if day is None else _reached(gate.passed, formats.short_day(day.early_finish)),
            }
        )
    opened = readiness.opened_on
    strip.append(
        {
            "id": "",
            "title": words.LAUNCH,
            "passed": opened is not None,
            "state": words.LAUNCHED if opened else formats.short_day(schedule.launch),
            "waits": formats.short_day(opened)
            if opened
            else sentences.against_target(schedule.behind_target),
            "day": words.TARGET.format(day=formats.short_day(schedule.target)) if schedule.target else "",
            "forecast": [] if opened or forecast is None else [*outlook.strip(forecast, schedule.launch)],
        }
    )
    return strip


def _reached(passed: bool, day: str) -> str:
    return (words.GATE_SINCE if passed else words.ABOUT).format(day=day)


def stage_bars(checklist: Checklist, readiness: Readiness, schedule: Schedule) -> list[dict[str, Any]]:
    """One row per stage: score, counts by standing, and when its last work before the launch ends."""
    ends: dict[str, date] = {}
    for activity, dates in schedule.dates.items():
        item = activity.partition(".")[0]
        at = checklist.stage_of.get(item)
        standing = readiness.activities.get(activity)
        idle = standing is not None and standing.standing == "not_applicable"
        if at and not idle and item not in checklist.after_launch:
            ends[at] = max(ends.get(at, dates.early_finish), dates.early_finish)
    rows = []
    for stage in checklist.stages:
        tally = readiness.stages[stage.stage]
        counts = {bar: getattr(tally, bar) for bar in BARS}
        rows.append(
            {
                "id": stage.stage,
                "title": stage.title,
                "score": formats.percent(tally.score),
                "counts": counts,
                "total": tally.applicable,
                "told": ", ".join(f"{n} {labels.STANDING[bar]}" for bar, n in counts.items() if n),
                "ends": formats.short_day(ends.get(stage.stage)),
            }
        )
    return rows


def hold_rows(checklist: Checklist, state: State, found: Iterable[Hold]) -> list[dict[str, str]]:
    """What holds the launch or is late for the target: the item, whose move it is, how many working days."""
    return [
        {
            "id": hold.action.activities[0],
            "title": checklist.items[hold.action.item].title,
            "move": move(checklist, state, hold.action),
            "days": _held(hold),
        }
        for hold in found
    ]


def _held(hold: Hold) -> str:
    if hold.days is None:
        return target_words.PAST_TARGET.format(days=formats.work_days(-hold.action.limit.total_float))
    return words.HOLDS_DAYS.format(days=formats.work_days(hold.days)) if hold.days else words.HOLDS_TOGETHER


def move(checklist: Checklist, state: State, action: Action) -> str:
    """Whose move an action is and what the move is: ``DPMPTSP: selesaikan (3 instansi)``."""
    told = f"{checklist.roles[action.role].title}: {labels.STEP[action.step]}"
    agencies = [activity.partition(".")[2] for activity in action.activities if "." in activity]
    if not agencies:
        return told
    if len(agencies) == 1:
        return f"{told} ({state.plan.agencies[agencies[0]].name})"
    return f"{told} ({words.AGENCIES_OF.format(count=len(agencies))})"


def by_role(
    checklist: Checklist, state: State, actions: Iterable[Action], most: int = 4
) -> Mapping[str, list[dict[str, str]]]:
    """The next steps of every role that has any, most pressing first, at most ``most`` and how many more."""
    roles: dict[str, list[dict[str, str]]] = {}
    counts: dict[str, int] = {}
    for action in actions:
        role = checklist.roles[action.role].title
        counts[role] = counts.get(role, 0) + 1
        if counts[role] <= most:
            roles.setdefault(role, []).append(
                {
                    "id": action.activities[0],
                    "title": checklist.items[action.item].title,
                    "move": move(checklist, state, action).partition(": ")[2],
                    "due": target.due(action.limit),
                    "holds": target.pressing(action.critical, action.limit),
                }
            )
    for role, count in counts.items():
        if count > most:
            more = {
                "id": "",
                "title": words.MORE.format(count=count - most),
                "move": "",
                "due": "",
                "holds": "",
            }
            roles[role].append(more)
    return roles
