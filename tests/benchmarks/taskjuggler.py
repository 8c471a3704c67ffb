"""A network solved by TaskJuggler (``tj3``): written as a project file, run, and its report read back."""

from __future__ import annotations

import csv
import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from planner.domain.network import Link, Network, Task

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SLACK = timedelta(days=90)
"""Room behind the last finish: TaskJuggler must be told when a project ends and schedules up to there."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of a whole run and of its scheduling alone (less reading and report), and last days by id."""

    whole: float
    scheduling: float
    finishes: Mapping[str, date]


def installed() -> bool:
    return shutil.which("tj3") is not None


def solved(network: Network, until: date, folder: Path) -> Run:
    """``network`` in TaskJuggler, in a project that ends some time after ``until``."""
    file = folder / "network.tjp"
    file.write_text(project(network, until + SLACK), "utf-8")
    reading = _timed(folder, "--check-syntax", file.name)
    bare = _timed(folder, "--no-reports", file.name)
    whole = _timed(folder, file.name)
    with (folder / "dates.csv").open(encoding="utf-8") as rows:
        ends = {row["Id"]: row["End"] for row in csv.DictReader(rows, delimiter=";")}
    finishes = {task.id: _last_day(ends[f"t{i}"]) for i, task in enumerate(network.tasks)}
    return Run(whole, bare - reading, finishes)


def project(network: Network, end: date) -> str:
    """The network in TaskJuggler's language; days of 24 hours, so that a day ends where the next begins."""
    worked = [DAYS[day - 1] for day in sorted(network.default.work_days)]
    rest = [day for day in DAYS if day not in worked]
    number = {task.id: i for i, task in enumerate(network.tasks)}
    before: dict[str, list[Link]] = {}
    for link in network.links:
        before.setdefault(link.successor, []).append(link)
    lines = [
        f'project p "P" {network.start} - {end} {{',
        '  timezone "UTC"\n  timingresolution 60min\n  dailyworkinghours 24',
        f"  workinghours {', '.join(worked)} 0:00 - 24:00\n  workinghours {', '.join(rest)} off\n}}",
    ]
    off = sorted(day for day in network.default.days_off if network.start <= day < end)
    lines += [f'leaves holiday "libur" {day}' for day in off]
    lines += [_task(task, before.get(task.id, []), number, network.start) for task in network.tasks]
    lines.append('taskreport "dates" { formats csv columns id, end timeformat "%Y-%m-%d-%H:%M" }')
    return "\n".join(lines) + "\n"


def _task(task: Task, before: list[Link], number: Mapping[str, int], start: date) -> str:
    length = (
        f"{'length' if task.unit == 'work' else 'duration'} {task.duration}d"
        if task.duration
        else "milestone"
    )
    waits = ", ".join(
        f"t{number[k.predecessor]} {{ {'onstart' if k.type == 'SS' else 'onend'}"
        + (f" gaplength {k.lag}d" if k.lag else "")
        + " }"
        for k in before
    )
    after = f"depends {waits}" if waits else f"start {start}"
    name = f"t{number[task.id]}"
    return f'task {name} "{name}" {{ {length} {after} }}'


def _last_day(end: str) -> date:
    """The last day of work that ends at this moment; midnight is the end of the day before."""
    return (datetime.strptime(end, "%Y-%m-%d-%H:%M") - timedelta(minutes=1)).date()


def _timed(folder: Path, *arguments: str) -> float:
    began = time.perf_counter()
    subprocess.run(["tj3", "--silent", *arguments], cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - began
