"""The conflicts of a plan: which dates it misses, and what would have to give for each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from planner.domain.activities import Work
from planner.domain.conflict.model import Conflict, Demand
from planner.domain.conflict.search import smallest_sets
from planner.domain.conflict.trial import Limit, Trial
from planner.domain.network.bounds import FAR
from planner.domain.plan_network import Terms, terms
from planner.domain.readiness import Readiness
from planner.domain.state import State

KEPT = 0
"""Days by which a date is missed whose activity falls away with its agency."""


def conflicts(
    work: Work, state: State, readiness: Readiness, day: date, holidays: Collection[date]
) -> tuple[Conflict, ...]:
    """Every date that a plan misses as of ``day``: the target first, then constraints by activity id.

    ``holidays`` are days off beside the plan's own. What is over misses nothing any more. Some
    tenths of a second for each, in a plan of 22 agencies.

    Raises:
        ValueError: the work has no schedule (a cycle), which a checked checklist rules out.
    """
    by = terms(state.plan.settings, day, holidays)
    trial = Trial(work, state, readiness, by)
    limits = [*_target(trial), *_constraints(trial)]
    return tuple(
        Conflict(limit.of, _days(trial, by, limit), _sets(trial, limit))
        for limit in limits
        if limit.missed(trial.early) > 0
    )


def _target(trial: Trial) -> list[Limit]:
    launch = trial.number[trial.work.launch]
    if trial.target is None or trial.net.tasks[launch].actual_finish is not None:
        return []
    last = trial.target.toordinal() + 1 - trial.net.origin
    return [Limit(Demand("target", trial.work.launch), launch, FAR, last)]


def _constraints(trial: Trial) -> list[Limit]:
    net = trial.net
    return [
        Limit(Demand("constraint", name), i, net.bounds[i].late_start, net.bounds[i].late_finish)
        for name, i in sorted(trial.number.items())
        if net.tasks[i].actual_finish is None
    ]


def _days(trial: Trial, by: Terms, limit: Limit) -> int:
    """Working days of the plan by which a date is missed, at least 1."""
    early, i = trial.early, limit.number
    late = 0
    if limit.start < FAR:
        late = by.calendar.between(trial.day(limit.start), trial.day(early.resume[i]))
    if limit.finish < FAR:
        last, shown = trial.day(limit.finish - 1), trial.day(early.finish[i] + early.morning[i] - 1)
        late = max(late, by.calendar.between(last, shown))
    return max(1, late)


def _sets(trial: Trial, limit: Limit) -> tuple[tuple[Demand, ...], ...]:
    known = trial.demands(limit)

    def missed(demands: Iterable[tuple[Demand, tuple[int, ...]]]) -> int:
        asked = dict(demands)
        if any(trial.concerns(demand, limit.number) for demand in asked):
            return KEPT
        return limit.missed(trial.given(asked.items()))

    def narrowed(demands: Sequence[Demand]) -> tuple[int, tuple[Demand, ...]]:
        """What the set leaves to miss, and the set with all it asks of many activities asked of one."""
        asked = {demand: known[demand] for demand in demands}
        for demand, on in list(asked.items()):
            if len(on) > 1 and missed({**asked, demand: on[:1]}.items()) <= 0:
                asked[demand] = on[:1]
        return missed(asked.items()), tuple(
            trial.alone(demand, on[0]) if len(on) == 1 else demand for demand, on in asked.items()
        )

    found = smallest_sets(
        list(known),
        lambda demands: missed((demand, known[demand]) for demand in demands),
        lambda demands: not trial.everyone(demands),
    )
    return tuple(demands for _, demands in sorted(map(narrowed, found), key=lambda pair: pair[0]))
