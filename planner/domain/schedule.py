"""The schedule of a plan: network dates given back in the words of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ActivityDates:
    """Dates of one activity or gate milestone; every date is the first or the last day worked.

    ``total_float`` and ``free_float`` are working days of the plan's calendar, counted to the launch. Done
    work keeps its real dates and is never critical.
    """

    early_start: date
    early_finish: date
    late_start: date
    late_finish: date
    total_float: int
    free_float: int
    critical: bool


@dataclass(frozen=True, slots=True)
class DrivingLink:
    """The link that sets an activity's date: ``successor`` stands where it does because of ``predecessor``."""

    predecessor: str
    successor: str
    type: str


@dataclass(frozen=True)
class Schedule:
    """All dates of a plan as of ``day``.

    ``launch`` is the day of the opening on the present course; ``behind_target`` is its distance to the
    target in working days, positive when late (None: no target). ``critical_path`` lists the unfinished
    critical activities in order of their dates.
    """

    day: date
    launch: date
    target: date | None
    behind_target: int | None
    dates: Mapping[str, ActivityDates]
    critical_path: tuple[str, ...]
    driving: tuple[DrivingLink, ...]
    out_of_sequence: tuple[tuple[str, str], ...] = ()
