"""How many agencies to wait for: when each is ready on its own, and the launch with the earliest of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from planner.domain.forecast.moments import Ints
from planner.domain.forecast.result import AgenciesReady, Ordinals, WaitingFor, date_by
from planner.domain.forecast.simulation import Simulation


def agency_tasks(found: Simulation, owners: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """Task numbers of every agency before the launch; ``owners`` names the agency of an activity."""
    tasks: dict[str, list[int]] = {}
    for activity, number in found.number.items():
        if activity in owners:
            tasks.setdefault(owners[activity], []).append(number)
    return {agency: tuple(numbers) for agency, numbers in sorted(tasks.items())}


def ready_days(found: Simulation, tasks: Mapping[str, tuple[int, ...]]) -> Iterator[Ordinals]:
    """For each agency the ordinals on which the last of its activities ends, in the order of the runs.

    Why each alone: gates wait for all agencies, so that in the plan itself every agency is as late as the
    last one. What an agency can do by itself shows only where no other holds it up.
    """
    everybody = {number for numbers in tasks.values() for number in numbers}
    for numbers in tasks.values():
        alone = found.passes(left_out=everybody.difference(numbers))
        days = alone.last_days(numbers[0]).astype(np.int32, copy=False)
        for number in numbers[1:]:
            days = np.maximum(days, alone.last_days(number))
        yield days


def ordered(tasks: Mapping[str, tuple[int, ...]], ready: Ordinals) -> AgenciesReady:
    """The order statistics of ``ready`` (agencies x runs): first agency, second agency, ..."""
    rows = np.sort(np.sort(ready, axis=0), axis=1)
    median = {agency: date_by(np.sort(days), 0.5) for agency, days in zip(tasks, ready, strict=True)}
    return AgenciesReady(rows, median)


def launches_with(
    found: Simulation, tasks: Mapping[str, tuple[int, ...]], ready: Ordinals
) -> Iterator[WaitingFor]:
    """The launch with one agency, with two, ... with all: in each run those that are ready first.

    What an agency that is not waited for has still to do holds nothing; what it has finished stays.
    """
    place = np.argsort(np.argsort(ready, axis=0, kind="stable"), axis=0, kind="stable")
    for count in range(1, len(tasks) + 1):
        present: dict[int, Ints] = {}
        for numbers, places in zip(tasks.values(), place, strict=True):
            there = (places < count).astype(np.int16)
            present.update(dict.fromkeys(numbers, there))
        launches = np.sort(found.launches(found.passes(present=present)))
        yield WaitingFor(count, date_by(launches, 0.5), date_by(launches, 0.8))
