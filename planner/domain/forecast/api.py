"""The forecast of a plan, and the longer look at what lies behind it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Final

import numpy as np

from planner.domain.activities import Work
from planner.domain.forecast import agencies
from planner.domain.forecast.chains import driving_share, rank_correlation
from planner.domain.forecast.result import DriverEffect, Forecast, Insight, date_by
from planner.domain.forecast.simulation import Simulation, simulate
from planner.domain.readiness import Readiness
from planner.domain.risk import RiskDriver
from planner.domain.state import State

RUNS: Final = 10_000
SEED: Final = 89_2021

Report = Callable[[float], None]
"""Told the share of the work that is done, 0 to 1."""


def forecast(
    work: Work,
    state: State,
    readiness: Readiness,
    day: date,
    holidays: Collection[date],
    drivers: Sequence[RiskDriver],
    *,
    runs: int = RUNS,
    seed: int = SEED,
) -> Forecast:
    """When the plan opens with which probability, as of ``day``.

    The first five arguments are those of ``schedule``; the network, its calendars, the status date and the
    record are honoured in every run just as there. Durations of unfinished activities are beta-PERT; each
    risk driver strikes in some runs, there all its activities together. With durations that cannot vary and
    no drivers every run opens on the launch day of the schedule.

    Raises:
        ValueError: no runs, a negative seed, or work that has no schedule.
    """
    found = simulate(work, state, readiness, day, holidays, drivers, runs=runs, seed=seed)
    return _forecast(found, state, day, seed)


def insight(
    work: Work,
    state: State,
    readiness: Readiness,
    day: date,
    holidays: Collection[date],
    drivers: Sequence[RiskDriver],
    *,
    runs: int = RUNS,
    seed: int = SEED,
    report: Report | None = None,
) -> Insight:
    """The same forecast with criticality, sensitivity, effect of each driver, and the agencies to wait for.

    It repeats the passes some fifty times; ``report`` hears how far it is. Raises as ``forecast`` does.
    """
    found = simulate(work, state, readiness, day, holidays, drivers, runs=runs, seed=seed)
    result = _forecast(found, state, day, seed)
    owners = {a.id: a.agency for a in work.activities.values() if a.agency is not None}
    tasks = agencies.agency_tasks(found, owners)
    steps, done = 2 + len(found.drivers) + 2 * len(tasks), 0

    def step() -> None:
        nonlocal done
        done += 1
        if report is not None:
            report(done / steps)

    launches = found.launches(found.passed)
    names = {number: name for name, number in found.number.items()}
    critical = driving_share(found.passed, found.number[work.launch])
    step()
    sensitivity = {
        activity: 0.0 if isinstance(days, int) else rank_correlation(days, launches)
        for activity, days in found.lasting.items()
    }
    step()
    effects = []
    for driver in found.drivers:
        effects.append(_effect(found, driver, launches))
        step()
    ready = np.empty((len(tasks), runs), np.int32)
    for row, days in enumerate(agencies.ready_days(found, tasks)):
        ready[row] = days
        step()
    waiting = []
    for one in agencies.launches_with(found, tasks, ready):
        waiting.append(one)
        step()
    return Insight(
        forecast=result,
        criticality={names[i]: share for i, share in critical.items() if names[i] in found.lasting},
        sensitivity=sensitivity,
        drivers=tuple(effects),
        agencies=agencies.ordered(tasks, ready) if tasks else None,
        waiting=tuple(waiting),
    )


def _forecast(found: Simulation, state: State, day: date, seed: int) -> Forecast:
    launches = np.sort(found.launches(found.passed))
    launches.flags.writeable = False
    drivers = tuple(driver.id for driver in found.drivers)
    return Forecast(day, state.plan.settings.target, seed, found.runs, drivers, launches)


def _effect(found: Simulation, driver: RiskDriver, launches: np.ndarray) -> DriverEffect:
    """Launch without a driver, from the same draws; runs that it does not touch are the same in both."""
    without = found.launches(found.passes(without=driver.id))
    mean = float(np.sum(launches, dtype=np.int64) - np.sum(without, dtype=np.int64)) / found.runs
    ordered = np.sort(without)
    acts = any(strike.driver.id == driver.id for strikes in found.strikes.values() for strike in strikes)
    return DriverEffect(driver.id, date_by(ordered, 0.5), date_by(ordered, 0.8), mean, acts)
