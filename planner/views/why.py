"""Mengapa tanggal ini? What sets a date, walked back from an activity to its first cause, in sentences."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from planner.domain.activities import Work
from planner.domain.causes import Cause, Money, causes
from planner.domain.checklist import Checklist
from planner.domain.overrun import Overrun, overrun
from planner.domain.plan import Plan, PlannedConstraint
from planner.domain.schedule import DrivingLink, Schedule
from planner.domain.state import State
from planner.views import formats, labels
from planner.views import why_words as words

GATE_PREFIX = "gate:"


def chain(
    checklist: Checklist,
    work: Work,
    state: State,
    schedule: Schedule,
    holidays: Collection[date],
    activity: str,
) -> tuple[str, ...]:
    """Sentences from ``activity`` (or a gate milestone) back to its first cause, one for each step.

    A date limit that cannot be kept is told before them. ``holidays`` are days off beside the plan's own.
    Raises KeyError where the schedule has no dates of ``activity``.
    """
    teller = _Teller(checklist, work, state.plan, schedule)
    limit = overrun(work, state, schedule, holidays, activity)
    told = [] if limit is None else [teller.overrun(limit, activity)]
    told += [teller.sentence(cause) for cause in causes(work, state, schedule, holidays, activity)]
    return tuple(told)


def name(checklist: Checklist, plan: Plan, activity: str) -> str:
    """``“Perjanjian kerja sama ditandatangani” (Polres)``, or ``gerbang “Siap uji coba”``."""
    if activity.startswith(GATE_PREFIX):
        titles = {gate.id: gate.title for gate in checklist.gates}
        return labels.GATE_NAMED.format(title=titles[activity.removeprefix(GATE_PREFIX)])
    item, _, agency = activity.partition(".")
    title = labels.QUOTED.format(title=checklist.items[item].title)
    return f"{title} ({plan.agencies[agency].name})" if agency else title


class _Teller:
    """Sentences about the causes of dates in one plan."""

    def __init__(self, checklist: Checklist, work: Work, plan: Plan, schedule: Schedule) -> None:
        self.checklist, self.work, self.plan, self.schedule = checklist, work, plan, schedule

    def name(self, activity: str) -> str:
        return name(self.checklist, self.plan, activity)

    def sentence(self, cause: Cause) -> str:
        """One step: what sets the date of one activity."""
        dates, subject = self.schedule.dates[cause.activity], _upper(self.name(cause.activity))
        gate = cause.activity.startswith(GATE_PREFIX)
        if dates.early_finish < self.schedule.day:
            over = labels.ALREADY_PASSED if gate else labels.ALREADY_DONE
            return over.format(name=subject, day=formats.short_day(dates.early_finish))
        clauses = self._clauses(cause)
        span = formats.span(dates.early_start, dates.early_finish)
        if gate:
            span = formats.short_day(dates.early_finish)
        if clauses:
            return f"{subject}, {span}: {'; '.join([*clauses, *self._beside(cause)])}."
        begun = dates.early_start < self.schedule.day
        first = (labels.ALREADY_BEGUN if begun else labels.WAITS_FOR_NOTHING).format(
            name=subject,
            day=formats.short_day(dates.early_start),
            finish=formats.short_day(dates.early_finish),
        )
        return "; ".join([first.removesuffix("."), *self._beside(cause)]) + "."

    def overrun(self, limit: Overrun, asked: str) -> str:
        """The limit that ``asked``, or what it holds up, cannot keep."""
        said = {
            "name": _upper(self.name(asked)),
            "held": self.name(limit.activity),
            "constraint": self._constraint(limit.constraint),
            "days": formats.work_days(limit.days),
        }
        return (words.OVERRUN if limit.activity == asked else words.OVERRUN_AHEAD).format(**said)

    def _clauses(self, cause: Cause) -> list[str]:
        found = []
        if cause.money is not None:
            found += self._money(cause.money, cause.link)
        elif cause.link is not None:
            found.append(self._link(cause.link))
        if cause.constraint is not None:
            text = words.PLAN_ALSO_SETS if found else words.PLAN_SETS
            found.append(text.format(constraint=self._constraint(cause.constraint)))
        return found

    def _link(self, link: DrivingLink) -> str:
        if link.successor.startswith(GATE_PREFIX):
            return labels.GATE_WAITS.format(name=self.name(link.predecessor))
        begun = self.schedule.dates[link.successor].early_start < self.schedule.day
        return (labels.WAITS_BEGUN if begun else labels.WAITS)[link.type].format(after=self._after(link))

    def _after(self, link: DrivingLink) -> str:
        """``10 hari kerja setelah “Renovasi” selesai``: the moment that a link sets."""
        gate = link.predecessor.startswith(GATE_PREFIX)
        reached = labels.GATE_REACHED if gate else labels.REACHED[link.type]
        text = labels.AFTER_LAG if link.lag > 0 else labels.BEFORE_LEAD if link.lag else labels.AFTER
        return text.format(
            days=f"{formats.number(abs(link.lag))} {labels.DAY_UNIT[link.unit]}",
            reached=reached.format(name=self.name(link.predecessor)),
        )

    def _money(self, money: Money, link: DrivingLink | None) -> list[str]:
        wait = words.waits_for(money.funding)
        if money.too_short is not None and money.funding is not None:
            by = formats.full_day(money.too_short.window.spend_by)
            wait = words.TOO_SHORT.format(day=by, assumed=words.assumed(money.too_short), wait=wait)
        empty = ", ".join(words.budget(one) for one in money.empty)
        without = [words.NO_MONEY.format(budgets=empty)] if empty else []
        return [*without, wait, self._ready(money.ready, link)]

    def _ready(self, day: date, link: DrivingLink | None) -> str:
        said = formats.full_day(day)
        if link is None:
            return words.READY.format(day=said)
        return words.READY_AFTER[link.type].format(day=said, after=self._after(link))

    def _constraint(self, constraint: PlannedConstraint) -> str:
        day = "" if constraint.day is None else formats.full_day(constraint.day)
        return words.CONSTRAINT[constraint.type].format(day=day)

    def _beside(self, cause: Cause) -> list[str]:
        """What else is worth knowing of an activity's dates: no budget it fits into, a week of its own."""
        found = []
        funded = self.schedule.funded.get(cause.activity)
        if funded is not None and funded.funding is None and cause.money is None:
            found.append(words.NO_BUDGET)
        activity = self.work.activities.get(cause.activity)
        planning = None if activity is None else activity.planning
        if activity is not None and planning is not None and planning.week is not None:
            found += [words.WORKS[planning.week]] if activity.estimate.unit == "work" else []
        return found


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
