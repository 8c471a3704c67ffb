"""The same cases, put to ``mpp network solve`` as files."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from planner.domain.network import Network, Task
from planner.network_file import answer
from tests.conformance.reading import (
    NEEDS_CASES,
    day_cases,
    day_network,
    msproject,
    msproject_files,
    p6_cases,
    p6_network,
    solved,
)
from tests.conformance.test_day_cases import IN_HOURS

UNITS = {"work": "work", "calendar": "elapsed"}
DAYS = {name: case for name, case in day_cases().items() if name not in IN_HOURS}


def as_file(network: Network) -> bytes:
    """A network without earliest days and deadlines of its tasks as the content of a file."""
    calendars = {**network.calendars, "default": network.default}
    return json.dumps(
        {
            "start": network.start.isoformat(),
            "status_date": _told(network.status_date),
            "calendars": {
                name: {"work_days": sorted(c.work_days), "holidays": sorted(map(_told, c.days_off))}
                for name, c in calendars.items()
            },
            "calendar": "default",
            "activities": [_activity(task) for task in network.tasks],
            "links": [
                {"from": k[0], "to": k[1], "type": k.type, "lag": k.lag, "lag_unit": UNITS[k.lag_unit]}
                for k in network.links
            ],
        }
    ).encode()


def _activity(task: Task) -> dict[str, Any]:
    limit = task.constraint or (("FNLT", task.deadline) if task.deadline else None)
    return {
        "id": task.id,
        "duration": task.duration,
        "duration_unit": UNITS[task.unit],
        "calendar": task.calendar,
        "milestone": task.duration == 0,
        "actual_start": _told(task.actual_start),
        "actual_finish": _told(task.actual_finish),
        "remaining": task.remaining,
        "constraint": None if limit is None else {"type": limit[0], "date": _told(limit[1])},
    }


def _told(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def printed(network: Network) -> dict[str, Any]:
    """What the solution of a network looks like when it is printed."""
    found = solved(network)
    return {
        "finish": found.finish.isoformat(),
        "activities": {
            name: [_told(day) for day in dates[:4]] + list(dates[4:]) for name, dates in found.tasks.items()
        },
        "driving": [[k.predecessor, k.successor, k.type] for k in found.driving],
    }


def answered(content: bytes) -> dict[str, Any]:
    found = answer(content).printed
    activities = {name: list(values.values()) for name, values in found["activities"].items()}
    return {"finish": found["finish"], "activities": activities, "driving": found["driving"]}


@NEEDS_CASES
@pytest.mark.parametrize("name", DAYS)
def test_a_day_by_day_case_has_the_same_dates_in_a_file(name: str) -> None:
    network = day_network(DAYS[name])
    assert answered(as_file(network)) == printed(network)


@NEEDS_CASES
@pytest.mark.parametrize("name", p6_cases())
def test_a_primavera_case_has_the_same_dates_in_a_file(name: str) -> None:
    network = p6_network(p6_cases()[name])
    assert answered(as_file(network)) == printed(network)


@NEEDS_CASES
def test_the_largest_network_of_microsoft_project_has_the_same_late_finish_in_a_file() -> None:
    case = max(map(msproject, msproject_files()), key=lambda found: len(found["activities"]))
    content = json.dumps(
        {
            "start": "2026-06-01",
            "activities": [{"id": a["id"], "duration": a["duration"]} for a in case["activities"]],
            "links": [{"from": a, "to": b, "type": kind, "lag": lag} for a, b, kind, lag in case["links"]],
        }
    ).encode()
    found = answer(content).printed
    assert len(found["activities"]) == 920
    assert found["duration"] == max(values["ef"] for values in case["expect"].values())
    floats = {name: values["total_float"] for name, values in found["activities"].items()}
    assert floats == {name: values["total_float"] for name, values in case["expect"].items()}
