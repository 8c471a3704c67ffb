"""A network solved by the two schedulers of MPXJ, the one like MS Project and the one like Primavera P6.

MPXJ is a Java library; the ``mpxj`` package brings it and speaks to it with ``jpype``. The start of the Java
machine and the writing of the project are not timed.
"""

from __future__ import annotations

import importlib
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.util import find_spec
from typing import Any

from planner.domain.network import Network

HOURS = 8
ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of the first run and of the best after it, when Java has compiled it; last days by id."""

    first: float
    best: float
    finishes: Mapping[str, date]


def missing() -> str | None:
    """What is not installed of what this needs; None where all is."""
    if shutil.which("java") is None:
        return "no Java on this machine"
    without = [name for name in ("mpxj", "jpype") if find_spec(name) is None]
    return f"not installed: {', '.join(without)}" if without else None


def solved(network: Network, scheduler: str) -> Run:
    """``network`` by ``MicrosoftScheduler`` or ``PrimaveraScheduler``."""
    file, tasks = _project(network)
    start = _moment(network.start)
    chosen = getattr(_java("org.mpxj.cpm"), scheduler)()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        chosen.schedule(file, start)
        times.append(time.perf_counter() - began)
    return Run(times[0], min(times[1:]), {name: _last_day(task.getFinish()) for name, task in tasks.items()})


def _java(package: str) -> Any:
    """A Java package, with the Java machine started."""
    importlib.import_module("mpxj")
    jpype: Any = importlib.import_module("jpype")
    if not jpype.isJVMStarted():
        jpype.startJVM()
    return jpype.JPackage(package)


def _project(network: Network) -> tuple[Any, dict[str, Any]]:
    mpxj = _java("org.mpxj")
    file = mpxj.ProjectFile()
    week = _calendar(file, "week", network.default.work_days, sorted(network.default.days_off))
    every = _calendar(file, "every day", range(1, 8), [])
    file.setDefaultCalendar(week)
    file.getProjectProperties().setStartDate(_moment(network.start))
    days, kinds = mpxj.TimeUnit.DAYS, mpxj.ActivityType
    tasks: dict[str, Any] = {}
    for one in network.tasks:
        task = tasks[one.id] = file.addTask()
        task.setName(one.id)
        task.setCalendar(week if one.unit == "work" else every)
        for set_days in (task.setDuration, task.setRemainingDuration):
            set_days(mpxj.Duration.getInstance(one.duration, days))
        task.setActualDuration(mpxj.Duration.getInstance(0, days))
        task.setMilestone(one.duration == 0)
        task.setActivityType(kinds.TASK_DEPENDENT if one.duration else kinds.FINISH_MILESTONE)
        task.setPercentCompleteType(mpxj.PercentCompleteType.DURATION)
    types = {"FS": mpxj.RelationType.FINISH_START, "SS": mpxj.RelationType.START_START}
    for link in network.links:
        relation = mpxj.Relation.Builder().predecessorTask(tasks[link.predecessor]).type(types[link.type])
        tasks[link.successor].addPredecessor(relation.lag(mpxj.Duration.getInstance(link.lag, days)))
    return file, tasks


def _calendar(file: Any, name: str, work_days: Any, days_off: list[date]) -> Any:
    mpxj, weekday = _java("org.mpxj"), _java("java.time").DayOfWeek
    calendar = file.addDefaultBaseCalendar()
    calendar.setName(name)
    hours = list(calendar.getCalendarHours(weekday.MONDAY))
    for number in range(1, 8):
        day = weekday.of(number)
        kind = mpxj.DayType.WORKING if number in work_days else mpxj.DayType.NON_WORKING
        calendar.setCalendarDayType(day, kind)
        open_hours = calendar.addCalendarHours(day)
        for stretch in hours if number in work_days else ():
            open_hours.add(stretch)
    for off in days_off:
        calendar.addCalendarException(_java("java.time").LocalDate.of(off.year, off.month, off.day))
    return calendar


def _moment(day: date) -> Any:
    return _java("java.time").LocalDateTime.of(day.year, day.month, day.day, HOURS, 0)


def _last_day(end: Any) -> date:
    """The last day of work that ends at this moment; the opening hour is the end of the day before."""
    day = date(end.getYear(), end.getMonthValue(), end.getDayOfMonth())
    return day - timedelta(days=1) if end.getHour() <= HOURS else day
