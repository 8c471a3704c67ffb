"""Why a date is what it is: the chain of causes from an activity back to the first one.

A date is set by a link, by the record, by what the plan set for the activity, by money that is not there yet,
or by nothing but the day from which work can go on. The schedule's driving links tell the first; the rest is
found here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from planner.domain.activities import Activity, Work
from planner.domain.funding import Funding, fundings
from planner.domain.place import ONE_DAY, Place
from planner.domain.plan import PlannedConstraint
from planner.domain.plan_network import Terms, terms
from planner.domain.readiness import NOTHING_DONE
from planner.domain.schedule import DrivingLink, FundedWork, Schedule
from planner.domain.state import State
from planner.domain.workdays import sane


@dataclass(frozen=True, slots=True)
class Money:
    """Work that waits for money: the day it could begin but for that, and the budget that pays it.

    ``funding`` is None where it fits into no budget. ``too_short`` is an earlier budget that was still open
    on the day but not for as long as the work takes; ``empty`` are earlier ones that hold no money for it.
    """

    ready: date
    funding: Funding | None
    too_short: Funding | None = None
    empty: tuple[Funding, ...] = ()


@dataclass(frozen=True, slots=True)
class Cause:
    """What sets the date of one activity or gate milestone; nothing set: the day from which work can go on.

    ``link`` leads to the next cause, the one of its predecessor; with ``money`` it is what made the work
    ready too late for an earlier budget. ``constraint`` is what the plan set, alone or beside the link.
    """

    activity: str
    link: DrivingLink | None = None
    money: Money | None = None
    constraint: PlannedConstraint | None = None


def causes(
    work: Work, state: State, schedule: Schedule, holidays: Collection[date], activity: str
) -> tuple[Cause, ...]:
    """Causes of the date of ``activity`` (or a gate milestone), its own first, the first of all last.

    Work that has begun is held only by what is still open. Of several links that set one date the one whose
    predecessor ends last is told, critical work first. ``holidays`` are days off beside the plan's own.
    Raises KeyError where the schedule has no dates of ``activity``.
    """
    search = _Search(work, state, schedule, terms(state.plan.settings, schedule.day, holidays))
    found: list[Cause] = []
    now, seen = activity, {activity}
    while True:
        cause = search.cause(now, seen)
        found.append(cause)
        if cause.link is None:
            return tuple(found)
        now = cause.link.predecessor
        seen.add(now)


class _Search:
    """The causes of single dates, with everything they are looked for in."""

    def __init__(self, work: Work, state: State, schedule: Schedule, by: Terms) -> None:
        self.work, self.state, self.schedule, self.by = work, state, schedule, by
        self.fundings = fundings(state.plan.settings, schedule.day)
        self.floor = max(sane(state.plan.settings.start), schedule.day)
        self.links: dict[str, list[DrivingLink]] = {}
        for link in schedule.driving:
            self.links.setdefault(link.successor, []).append(link)

    def cause(self, name: str, seen: Collection[str]) -> Cause:
        """The cause of one date; links back into ``seen`` are no cause."""
        dates, day = self.schedule.dates[name], self.schedule.day
        if dates.early_finish < day:
            return Cause(name)
        activity, funded = self.work.activities.get(name), self.schedule.funded.get(name)
        if activity is not None and funded is not None and funded.waits:
            return self._for_money(activity, funded, seen)
        open_links = [link for link in self.links.get(name, ()) if link.predecessor not in seen]
        if dates.early_start < day:
            open_links = [k for k in open_links if self.schedule.dates[k.predecessor].early_finish >= day]
        link = max(open_links, key=self._weight, default=None)
        if activity is None:
            return Cause(name, link)
        constraint = self._constraint(activity, dates.early_start, dates.early_finish, alone=link is None)
        return Cause(name, link, constraint=constraint)

    def _weight(self, link: DrivingLink) -> tuple[bool, int, str]:
        dates = self.schedule.dates[link.predecessor]
        return dates.critical, dates.early_finish.toordinal(), link.predecessor

    def _for_money(self, activity: Activity, funded: FundedWork, seen: Collection[str]) -> Cause:
        before = [f for f in self.fundings if _earlier(f, funded) and f.window.spend_by >= funded.ready]
        granted = [f for f in before if f.window.granted]
        money = Money(
            funded.ready,
            funded.funding,
            max(granted, key=lambda f: (f.window.spend_by, f.window.available_from), default=None),
            tuple(f for f in before if not f.window.granted),
        )
        place, dates = Place(activity, self.by), self.schedule.dates[activity.id]
        days = place.length(dates.early_start, dates.early_finish)
        done = place.finish(funded.ready, days)
        constraint = self._constraint(activity, funded.ready, done, alone=False)
        link = None
        if constraint is None and self._fits_earlier(activity, funded, self._floor_of(activity)):
            link = self._made_ready(place, activity.id, funded.ready, done, seen)
        return Cause(activity.id, link, money, constraint)

    def _floor_of(self, activity: Activity) -> date:
        """The first day on which an activity could begin whatever happened before it."""
        found = _constraint_of(activity)
        if found is None or found.day is None or found.type not in ("SNET", "MSO"):
            return self.floor
        return max(self.floor, sane(found.day))

    def _made_ready(
        self, place: Place, name: str, ready: date, done: date, seen: Collection[str]
    ) -> DrivingLink | None:
        """The link without which work would have been ready earlier; None where no open one held it back.

        ``done`` is the day on which the work would end that begins when it is ready.
        """
        found = []
        for link in self.work.links:
            known = self.schedule.dates.get(link.predecessor)
            if link.successor != name or link.predecessor in seen or known is None:
                continue
            if known.early_finish < self.schedule.day:
                continue
            end = known.early_finish + ONE_DAY if link.type[0] == "F" else known.early_start
            behind = Place(self.work.activities.get(link.predecessor), self.by)
            bound = behind.shifted(end, link.lag, link.unit)
            if link.type[1] == "F":
                holds = place.first_from(bound - ONE_DAY) >= done
            else:
                holds = place.first_from(bound) >= ready
            if holds:
                found.append(DrivingLink(link.predecessor, name, link.type, link.lag, link.unit))
        return max(found, key=self._weight, default=None)

    def _fits_earlier(self, activity: Activity, funded: FundedWork, ready: date) -> bool:
        """True where work ready on ``ready`` would fit into a budget that opens before the one it has."""
        dates, place = self.schedule.dates[activity.id], Place(activity, self.by)
        days = place.length(dates.early_start, dates.early_finish)
        return any(
            place.finish(max(ready, f.window.available_from), days) <= f.window.spend_by
            for f in self.fundings
            if f.window.granted and _earlier(f, funded)
        )

    def _constraint(
        self, activity: Activity, start: date, finish: date, *, alone: bool
    ) -> PlannedConstraint | None:
        """The constraint of an activity where it sets the days from ``start`` to ``finish``.

        "As late as possible" counts only ``alone``, where no link holds the work.
        """
        found, place = _constraint_of(activity), Place(activity, self.by)
        begun = self.state.progress.get(activity.id, NOTHING_DONE).status != "not_started"
        at_floor = start <= place.first_from(self.floor)
        if found is None or at_floor or (begun and found.type not in ("FNET", "MFO")):
            return None
        if found.day is None:
            return found if alone else None
        day = sane(found.day)
        reached = {
            "SNET": start == place.first_from(day),
            "MSO": start == place.first_from(day),
            "FNET": finish == place.first_from(day),
            "MFO": finish == place.last_finish(day),
        }
        return found if reached.get(found.type, False) else None


def _constraint_of(activity: Activity) -> PlannedConstraint | None:
    return None if activity.planning is None else activity.planning.constraint


def _earlier(one: Funding, than: FundedWork) -> bool:
    return than.funding is None or one.window.available_from < than.funding.window.available_from
