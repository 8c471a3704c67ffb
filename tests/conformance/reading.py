"""Reads schedules whose right dates are known, where they lie beside the repository, as networks."""

from __future__ import annotations

import gzip
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.domain.network import (
    Constraint,
    ConstraintType,
    Link,
    LinkType,
    Network,
    Solution,
    Task,
    solve,
)
from planner.domain.workdays import WorkCalendar

FOLDER = Path(__file__).parents[3] / "shared" / "conformance"
NEEDS_CASES = pytest.mark.skipif(
    not FOLDER.is_dir(),
    reason="the conformance cases do not lie beside the repository (../shared/conformance)",
)
LINK_TYPES: dict[str, LinkType] = {
    "FINISH_START": "FS",
    "START_START": "SS",
    "FINISH_FINISH": "FF",
    "START_FINISH": "SF",
}
P6_CONSTRAINTS: dict[str, ConstraintType] = {
    "CS_MSOA": "SNET",
    "CS_MSOB": "SNLT",
    "CS_MSO": "MSO",
    "CS_MEOA": "FNET",
    "CS_MEOB": "FNLT",
    "CS_MEO": "MFO",
    "CS_ALAP": "ALAP",
}


def day_cases() -> dict[str, dict[str, Any]]:
    """Every day-by-day case by its id."""
    files = sorted((FOLDER / "day-cases").glob("*.json"))
    return {case["id"]: case for file in files for case in json.loads(file.read_text("utf-8"))["cases"]}


def p6_cases() -> dict[str, dict[str, Any]]:
    """Every Primavera case by its file's name."""
    return {f.stem: json.loads(f.read_text("utf-8")) for f in sorted((FOLDER / "p6").glob("*.json"))}


def msproject_files() -> list[Path]:
    return sorted((FOLDER / "msproject").glob("*.json.gz"))


def msproject(file: Path) -> dict[str, Any]:
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        found: dict[str, Any] = json.load(stream)
    return found


def day_network(case: dict[str, Any]) -> Network:
    """A day-by-day case as a network; it starts on 2026-06-01, Monday to Friday, where it does not say."""
    rules = case.get("calendar", {})
    off = [
        _day(holiday["startDate"]) + timedelta(days=n)
        for holiday in rules.get("holidays", ())
        for n in range((_day(holiday["endDate"]) - _day(holiday["startDate"])).days + 1)
    ]
    status = case.get("statusDate")
    return Network(
        start=_day(case.get("anchor", "2026-06-01")),
        tasks=tuple(_day_task(task) for task in case["tasks"]),
        links=tuple(
            Link(k["pred"], k["succ"], LINK_TYPES[k["type"]], k.get("lag", 0)) for k in case.get("links", ())
        ),
        default=WorkCalendar(frozenset(rules.get("workDays", range(1, 6))), frozenset(off)),
        status_date=None if status is None else _day(status),
    )


def _day_task(task: dict[str, Any]) -> Task:
    duration = task.get("dur", 0)
    begun, ended = task.get("actualStart"), task.get("actualFinish")
    return Task(
        task["name"],
        duration,
        "calendar" if task.get("durationType") == "ELAPSEDTIME" else "work",
        actual_start=None if begun is None else _day(begun),
        actual_finish=None if ended is None else _day(ended),
        remaining=round(duration * (1 - task["completion"])) if "completion" in task else None,
        deadline=None if "deadline" not in task else _day(task["deadline"]),
    )


def p6_network(case: dict[str, Any]) -> Network:
    """A Primavera case as a network."""
    options = case["input"]["opts"]
    return Network(
        start=_day(options["projectStart"]),
        tasks=tuple(_p6_task(task) for task in case["input"]["activities"]),
        links=tuple(
            Link(r["from_code"], r["to_code"], r["type"], r["lag_days"])
            for r in case["input"]["relationships"]
        ),
        calendars={
            name: WorkCalendar(frozenset(c["work_days"]), frozenset(map(_day, c["holidays"])))
            for name, c in options["cal_map"].items()
        },
        status_date=_day(options["dataDate"]),
    )


def _p6_task(task: dict[str, Any]) -> Task:
    begun, limit = task.get("actual_start"), task.get("constraint")
    return Task(
        task["code"],
        task["duration_days"],
        calendar=task["clndr_id"],
        actual_start=None if begun is None else _day(begun),
        remaining=task.get("remaining_duration"),
        constraint=None if limit is None else Constraint(P6_CONSTRAINTS[limit["type"]], _day(limit["date"])),
    )


def solved(network: Network) -> Solution:
    """The solution, which must exist."""
    found = solve(network)
    assert isinstance(found, Solution), found
    return found


def day_differences(case: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Where the solution of a day-by-day case is not what it expects: (expected, found) by what and whose."""
    network = day_network(case)
    solution, expected = solved(network), case["expect"]
    pairs: dict[str, tuple[Any, Any]] = {}
    for name, values in expected.get("tasks", {}).items():
        dates = solution.tasks[name]
        found = {
            **{key: getattr(dates, key).isoformat() for key in ("es", "ef", "ls", "lf")},
            "tf": dates.total_float,
            "ff": dates.free_float,
            "crit": dates.critical,
        }
        pairs |= {f"{name}.{key}": (value, found[key]) for key, value in values.items()}
    after = solution.finish + timedelta(days=1)
    whole = {
        "criticalPathSet": sorted(name for name, dates in solution.tasks.items() if dates.critical),
        "projectEnd": solution.finish.isoformat(),
        "projectDuration": network.default.between(network.start, after),
        "outOfSequenceSet": [[k.predecessor, k.successor, k.type] for k in solution.out_of_sequence],
        "missedDeadlinesSet": sorted(
            t.id for t in network.tasks if t.deadline is not None and solution.tasks[t.id].ef > t.deadline
        ),
        "error": False,
    }
    for key in expected.keys() - {"tasks"}:
        pairs[key] = (_same_form(key, expected[key]), whole[key])
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def _same_form(key: str, value: Any) -> Any:
    if key == "criticalPathSet":
        return sorted(value)
    if key == "outOfSequenceSet":
        return [[a, b, LINK_TYPES[kind]] for a, b, kind in value]
    return value


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])
