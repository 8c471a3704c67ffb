"""A network of tasks and what its solution says; nothing here knows what the tasks are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from planner.domain.workdays import WorkCalendar

Unit = Literal["work", "calendar"]
LinkType = Literal["FS", "SS", "FF", "SF"]
ConstraintType = Literal["SNET", "FNLT", "SNLT", "FNET", "MSO", "MFO", "ALAP"]
ProblemCode = Literal[
    "empty",
    "duplicate_id",
    "unknown_id",
    "unknown_calendar",
    "no_work_days",
    "negative_duration",
    "constraint_without_date",
    "cycle",
    "beyond_calendar",
]


NEAR_CRITICAL = 5
"""Working days of total float up to which a task counts as near-critical: a week of work."""


class Constraint(NamedTuple):
    """A date set for a task by hand, on top of its links; none of them ever breaks a link.

    SNET and FNET (start, finish no earlier than ``day``) bound the early dates. SNLT and FNLT (no later than)
    bound the late dates alone: what cannot be met shows as negative float, never as a moved date. MSO and MFO
    (start, finish on) are both bounds at once, like "start on" and "finish on" of P6 and unlike its mandatory
    ones: predecessors win in the early dates. On a day off MSO means the next working day, MFO the last one
    before. ALAP (as late as possible, no ``day``) moves the early dates as far as no other task's early date
    and no limit minds, as in P6: it uses up the free float, not the total float.
    """

    type: ConstraintType
    day: date | None = None


class Window(NamedTuple):
    """A stretch of days, ``first`` and ``last`` included, inside which work may begin and end."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work of ``duration`` days (0: a milestone) in working or calendar days.

    ``calendar`` names one of the network's calendars (None: its default); calendar days run through every
    day whatever the calendar. With ``actual_finish`` the task is finished, with ``actual_start`` alone it is
    in progress and has ``remaining`` days to go (None: its whole duration). ``not_before`` is the earliest
    day it may start, ``deadline`` the last day it should end; they act like SNET and FNLT and stand beside
    ``constraint``. What is begun no longer minds when it should start.

    Unstarted work with ``windows`` begins and ends inside one of them: the first that it fits into, else,
    where it fits into none, as soon as one is open. Windows bind neither milestones nor what is begun.
    """

    id: str
    duration: int = 0
    unit: Unit = "work"
    calendar: str | None = None
    actual_start: date | None = None
    actual_finish: date | None = None
    remaining: int | None = None
    not_before: date | None = None
    deadline: date | None = None
    constraint: Constraint | None = None
    windows: tuple[Window, ...] = ()


class Link(NamedTuple):
    """``successor`` is not before ``predecessor``: a lower bound, never an equality.

    The two letters of ``type`` say which end of the predecessor bounds which end of the successor. ``lag`` is
    counted in working days of the predecessor's calendar or in calendar days; a negative lag is a lead.
    """

    predecessor: str
    successor: str
    type: LinkType = "FS"
    lag: int = 0
    lag_unit: Unit = "work"


@dataclass(frozen=True)
class Network:
    """Tasks and links from ``start``; nothing unstarted comes before it, nor before ``status_date``.

    ``goal`` names the task whose finish the late dates run back from (None: the finish of the whole network);
    with ``finish_by`` they run back from the end of that day instead, be it earlier or later than the finish.
    ``default`` is the calendar of every task that names none.
    """

    start: date
    tasks: tuple[Task, ...]
    links: tuple[Link, ...] = ()
    calendars: Mapping[str, WorkCalendar] = field(default_factory=dict)
    default: WorkCalendar = field(default_factory=WorkCalendar)
    status_date: date | None = None
    goal: str | None = None
    finish_by: date | None = None


@dataclass(frozen=True, slots=True)
class NetworkProblem:
    """Why a network has no solution: ``ids`` are the tasks, calendars or dates concerned.

    For a cycle they stand in the order of their links, the last before the first.
    """

    code: ProblemCode
    ids: tuple[str, ...] = ()


class TaskDates(NamedTuple):
    """Early and late dates of a task, first and last day included; floats in working days of its calendar."""

    es: date
    ef: date
    ls: date
    lf: date
    total_float: int
    free_float: int
    critical: bool


@dataclass(frozen=True)
class Solution:
    """Dates of every task by id, the last day of all, and which links set the dates.

    ``driving``: shortening or moving the predecessor is needed to bring the successor forward.
    ``out_of_sequence``: the record shows the successor begun or finished before its link allows.
    ``ready`` is the first day on which work with windows could begin but for them, by id.
    """

    finish: date
    tasks: Mapping[str, TaskDates]
    driving: tuple[Link, ...]
    out_of_sequence: tuple[Link, ...]
    ready: Mapping[str, date] = field(default_factory=dict)

    def near_critical(self, within: int = NEAR_CRITICAL) -> tuple[str, ...]:
        """Ids of the tasks with 1 to ``within`` working days of total float, least float first."""
        close = [name for name, dates in self.tasks.items() if 0 < dates.total_float <= within]
        return tuple(sorted(close, key=lambda name: self.tasks[name].total_float))
