"""The runs of a plan: durations drawn for each, drivers striking in some, and the passes over them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from planner.domain.activities import Activity, Work
from planner.domain.forecast.moments import Ints
from planner.domain.forecast.passes import NOBODY, Runs
from planner.domain.forecast.pert import quantiles
from planner.domain.forecast.plan import Course, Uncertain, course
from planner.domain.forecast.streams import Streams
from planner.domain.network import Compiled
from planner.domain.plan import Agency
from planner.domain.readiness import Readiness
from planner.domain.risk import AgencyShare, FactorEffect, RiskDriver
from planner.domain.state import State

PERCENT = 100


@dataclass(frozen=True)
class Strike:
    """A driver in the runs: in which ones it strikes, and its effect there in percent or days."""

    driver: RiskDriver
    rows: npt.NDArray[np.intp]
    amount: npt.NDArray[np.int32]

    @property
    def multiplies(self) -> bool:
        return isinstance(self.driver.effect, FactorEffect)


@dataclass(frozen=True)
class Simulation:
    """What was drawn for a plan. ``drawn`` holds days by activity id, before any driver struck.

    ``strikes`` are those that act on each activity, in the order of the drivers.
    """

    course: Course
    drivers: tuple[RiskDriver, ...]
    runs: int
    drawn: Mapping[str, int | Ints]
    strikes: Mapping[str, tuple[Strike, ...]]

    def days(self, activity: str, without: str | None = None) -> int | Ints:
        """Days still to be done of an activity in every run, in the world without one driver.

        Multipliers come first, each rounded to whole days, then added days. Work already begun bears added
        days only for the share of it that is left.
        """
        drawn = self.drawn[activity]
        striking = [s for s in self.strikes.get(activity, ()) if s.driver.id != without and len(s.rows)]
        if not striking:
            return drawn
        found = np.full(self.runs, drawn, np.int32) if isinstance(drawn, int) else drawn.astype(np.int32)
        for strike in striking:
            if strike.multiplies:
                found[strike.rows] = (found[strike.rows] * strike.amount + PERCENT // 2) // PERCENT
        left = self.course.uncertain[activity].left
        for strike in striking:
            if not strike.multiplies:
                found[strike.rows] += np.floor(strike.amount * left + 0.5).astype(np.int32)
        return found

    @cached_property
    def lasting(self) -> Mapping[str, int | Ints]:
        """Days still to be done of every unfinished activity, with all drivers."""
        return {activity: self.days(activity) for activity in self.drawn}

    @cached_property
    def net(self) -> Compiled:
        """The network, with room for the longest run.

        Raises:
            ValueError: the work has no schedule (a cycle, or dates beyond the calendar).
        """
        return self.course.compiled({a: int(np.max(days)) for a, days in self.lasting.items()})

    @cached_property
    def number(self) -> Mapping[str, int]:
        """Task number by activity or gate milestone id."""
        return {task.id: i for i, task in enumerate(self.net.tasks)}

    @cached_property
    def passed(self) -> Runs:
        """Where everything lies in every run."""
        return self.passes()

    def passes(
        self,
        *,
        without: str | None = None,
        left_out: Collection[int] = NOBODY,
        present: Mapping[int, Ints] | None = None,
    ) -> Runs:
        """The runs without a driver, without some tasks, or with some only in certain runs (``Runs``)."""
        days: list[int | Ints] = list(self.net.days)
        for activity, lasting in self.lasting.items():
            struck = without is not None and any(s.driver.id == without for s in self.strikes[activity])
            days[self.number[activity]] = self.days(activity, without) if struck else lasting
        return Runs(self.net, days, self.runs, left_out=left_out, present=present)

    def launches(self, runs: Runs) -> npt.NDArray[np.int32]:
        """Ordinal of the day of the launch in every run."""
        return runs.last_days(self.number[self.course.launch]).astype(np.int32, copy=False)


def simulate(
    work: Work,
    state: State,
    readiness: Readiness,
    day: date,
    holidays: Collection[date],
    drivers: Sequence[RiskDriver],
    *,
    runs: int,
    seed: int,
) -> Simulation:
    """Draw all durations and drivers for the plan as of ``day``; arguments as for ``forecast``.

    Raises:
        ValueError: no runs, or a negative seed.
    """
    streams = Streams(seed, runs)
    found = course(work, state, readiness, day, holidays)
    active = tuple(driver for driver in drivers if not driver.historic)
    drawn = {activity: _drawn(one, streams) for activity, one in found.uncertain.items()}
    strikes: dict[str, list[Strike]] = {activity: [] for activity in drawn}
    for driver in active:
        _strike(driver, found, state.plan.agencies, streams, strikes)
    return Simulation(found, active, runs, drawn, {a: tuple(s) for a, s in strikes.items()})


def _drawn(one: Uncertain, streams: Streams) -> int | Ints:
    """Days of one activity in every run: at least one, where it takes any time at all."""
    table = quantiles(one.optimistic, one.likely, one.pessimistic)
    least = int(one.pessimistic > 0)
    if table[0] == table[-1]:
        return max(least, int(table[0]))
    return np.take(np.maximum(table, least), streams.levels(f"activity {one.activity.id}"), mode="clip")


def _strike(
    driver: RiskDriver,
    found: Course,
    agencies: Mapping[str, Agency],
    streams: Streams,
    strikes: dict[str, list[Strike]],
) -> None:
    """Add what a driver does to every activity it acts on.

    Why one draw for all: a cause that strikes makes all its activities late in the same runs and as badly.
    """
    touched = [
        one
        for one in found.uncertain.values()
        if one.pessimistic > 0 and _acts(driver, one.activity, agencies)
    ]
    if not touched:
        return
    threshold = round(driver.probability * 65536)
    rows = np.flatnonzero(streams.uniform(f"driver {driver.id}") < threshold)
    effect, scale = driver.effect, PERCENT if isinstance(driver.effect, FactorEffect) else 1
    table = quantiles(effect.optimistic * scale, effect.likely * scale, effect.pessimistic * scale)
    amount = table[streams.levels(f"effect {driver.id}")[rows]]
    by_agency: dict[str, Strike] = {}
    for one in touched:
        if driver.agencies is None:
            strikes[one.activity.id].append(Strike(driver, rows, amount))
            continue
        agency = one.activity.agency or ""
        if agency not in by_agency:
            hit = streams.uniform(f"driver {driver.id} {agency}")[rows] < round(driver.agencies.share * 65536)
            by_agency[agency] = Strike(driver, rows[hit], amount[hit])
        strikes[one.activity.id].append(by_agency[agency])


def _acts(driver: RiskDriver, activity: Activity, agencies: Mapping[str, Agency]) -> bool:
    """True where a driver acts on an activity; a stand-in counts as an agency of any kind."""
    if activity.stage not in driver.stages and activity.item.id not in driver.items:
        return False
    if driver.agencies is None or activity.stand_in:
        return True
    return activity.agency is not None and _among(driver.agencies, agencies[activity.agency])


def _among(share: AgencyShare, agency: Agency) -> bool:
    return not share.categories or agency.category in share.categories
