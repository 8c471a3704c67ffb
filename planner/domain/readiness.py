"""Readiness: how much of what must be proven is proven, and which gates are open.

An activity is met when it is done, every required document is attached, and someone else accepted just that
where its item asks for it or belongs to a gate. Score = met weight / applicable weight; work progress = share
of activities reported done. The two never mix, and no score hides an open gate.

Why weights are shared among agencies: an item of weight 4 counts 4 whether 5 or 40 agencies do it, so adding
agencies does not let one stage outweigh all the others. Agencies of later waves are counted apart, with the
work after the opening.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from planner.domain import verification
from planner.domain.activities import Activity, Work
from planner.domain.checklist import Checklist
from planner.domain.state import Evidence, Progress, State

Standing = Literal["met", "submitted", "in_progress", "not_started", "not_applicable"]
Lack = Literal["not_done", "evidence_missing", "not_accepted", "returned", "lapsed", "no_agency"]

SETTLED: Final[frozenset[Standing]] = frozenset({"met", "not_applicable"})
"""Where nothing more is asked of anybody."""
FINISHED: Final = SETTLED | {"submitted"}
"""Where no work is left to do, though proof or acceptance of it may be."""

NOTHING_DONE = Progress()


@dataclass(frozen=True, slots=True)
class ActivityStanding:
    """Where one activity stands; ``lacks``: what it needs to be met, ``missing``: required documents."""

    activity: str
    standing: Standing
    lacks: tuple[Lack, ...] = ()
    missing: tuple[str, ...] = ()
    evidence: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Number of activities in each standing, and the score of these activities (None: nothing applicable)."""

    met: int
    submitted: int
    in_progress: int
    not_started: int
    not_applicable: int
    met_weight: Fraction
    applicable_weight: Fraction

    @property
    def applicable(self) -> int:
        return self.met + self.submitted + self.in_progress + self.not_started

    @property
    def score(self) -> float | None:
        """Share of the applicable weight that is met, 0 to 1; None where nothing is applicable."""
        return float(self.met_weight / self.applicable_weight) if self.applicable_weight else None

    @property
    def work_progress(self) -> float | None:
        """Share of applicable activities reported done, 0 to 1; None where nothing is applicable."""
        return (self.met + self.submitted) / self.applicable if self.applicable else None


@dataclass(frozen=True, slots=True)
class GateStanding:
    """A gate and what it waits for. ``waits_for`` lists unmet activities; ``behind`` an earlier open gate."""

    gate: str
    passed: bool
    met: int
    total: int
    waits_for: tuple[str, ...]
    behind: str | None = None


@dataclass(frozen=True, slots=True)
class Readiness:
    """Readiness to open, as of one day. ``operation`` counts the work after the opening apart."""

    overall: Tally
    stages: Mapping[str, Tally]
    gates: tuple[GateStanding, ...]
    activities: Mapping[str, ActivityStanding]
    operation: Tally
    opened_on: date | None

    @property
    def ready(self) -> bool:
        """True when every gate is passed."""
        return all(gate.passed for gate in self.gates)


def readiness(checklist: Checklist, work: Work, state: State) -> Readiness:
    """Score, work progress and gates of a plan with the activities ``work``, as its record tells it."""
    given = _evidence(state)
    standings = {
        a.id: standing(a, state.progress.get(a.id, NOTHING_DONE), given.get(a.id, ()))
        for a in work.activities.values()
    }
    to_open = [a for a in work.activities.values() if not a.after_launch]
    launch = state.progress.get(work.launch, NOTHING_DONE)
    return Readiness(
        overall=_tally(to_open, work, standings),
        stages={
            stage.stage: _tally((a for a in to_open if a.stage == stage.stage), work, standings)
            for stage in checklist.stages
        },
        gates=_gates(work, standings),
        activities=standings,
        operation=_tally((a for a in work.activities.values() if a.after_launch), work, standings),
        opened_on=launch.finished_on if launch.status == "done" else None,
    )


def proven(found: Readiness, activities: Iterable[str]) -> Readiness:
    """The readiness in which ``activities`` were met; only their standing changes, no gate and no figure."""
    met = {activity: ActivityStanding(activity, "met") for activity in activities}
    return replace(found, activities={**found.activities, **met})


@dataclass(frozen=True, slots=True)
class Share:
    """What a plan without any progress would have reached: shares of weight and of activities, 0 to 1."""

    score: float | None
    work_progress: float | None


def planned_share(work: Work, finish: Mapping[str, date], day: date) -> Share:
    """Shares of the work before opening whose planned ``finish`` (by activity id) is past by ``day``."""
    to_open = [a for a in work.activities.values() if not a.after_launch]
    due = [a for a in to_open if finish[a.id] <= day]
    if not to_open:
        return Share(None, None)
    return Share(float(weight(due, work) / weight(to_open, work)), len(due) / len(to_open))


def weight(activities: Iterable[Activity], work: Work) -> Fraction:
    """Summed weight of activities: each carries its item's weight, shared among the item's activities."""
    by_share: Counter[int] = Counter()
    for activity in activities:
        by_share[work.sharers[activity.item.id, activity.after_launch]] += activity.item.weight
    return sum((Fraction(total, sharers) for sharers, total in by_share.items()), Fraction(0))


def standing(activity: Activity, progress: Progress, given: Sequence[Evidence]) -> ActivityStanding:
    """Where an activity stands; ``given`` are the documents attached to it that were not withdrawn."""
    if activity.stand_in:
        return ActivityStanding(activity.id, "not_started", ("no_agency",))
    count, proven = len(given), {e.requirement for e in given}
    if progress.status == "not_applicable" and not activity.item.gates:
        return ActivityStanding(activity.id, "not_applicable", evidence=count)
    missing = tuple(r.id for r in activity.item.evidence if r.required and r.id not in proven)
    lacks: list[Lack] = []
    if progress.status != "done":
        lacks.append("not_done")
    if missing:
        lacks.append("evidence_missing")
    unaccepted = _unaccepted(activity, progress, given) if activity.item.reviewed else None
    if unaccepted is not None:
        lacks.append(unaccepted)
    if not lacks:
        return ActivityStanding(activity.id, "met", evidence=count)
    reached: Standing = "in_progress" if progress.status == "in_progress" else "not_started"
    return ActivityStanding(
        activity.id, "submitted" if progress.status == "done" else reached, tuple(lacks), missing, count
    )


def _unaccepted(activity: Activity, progress: Progress, given: Sequence[Evidence]) -> Lack | None:
    """What is missing of a second person's acceptance; None where one other than those who did it gave it."""
    review = progress.review
    if review is None:
        return "not_accepted"
    if verification.lapsed(progress, given):
        return "lapsed" if review.decision == "accepted" else "not_accepted"
    if review.decision == "returned":
        return "returned"
    return "not_accepted" if review.by in verification.contributors(progress, given) else None


def _evidence(state: State) -> dict[str, list[Evidence]]:
    given: dict[str, list[Evidence]] = {}
    for evidence in state.evidence.values():
        if not evidence.removed:
            given.setdefault(evidence.activity, []).append(evidence)
    return given


def _tally(activities: Iterable[Activity], work: Work, standings: Mapping[str, ActivityStanding]) -> Tally:
    found: dict[Standing, list[Activity]] = {}
    for activity in activities:
        found.setdefault(standings[activity.id].standing, []).append(activity)
    applicable = [a for standing, group in found.items() if standing != "not_applicable" for a in group]
    return Tally(
        met=len(found.get("met", ())),
        submitted=len(found.get("submitted", ())),
        in_progress=len(found.get("in_progress", ())),
        not_started=len(found.get("not_started", ())),
        not_applicable=len(found.get("not_applicable", ())),
        met_weight=weight(found.get("met", ()), work),
        applicable_weight=weight(applicable, work),
    )


def _gates(work: Work, standings: Mapping[str, ActivityStanding]) -> tuple[GateStanding, ...]:
    gates: list[GateStanding] = []
    behind: str | None = None
    for gate, members in work.gates.items():
        waits = tuple(m for m in members if standings[m].standing != "met")
        passed = not waits and behind is None
        gates.append(GateStanding(gate, passed, len(members) - len(waits), len(members), waits, behind))
        behind = behind or (None if passed else gate)
    return tuple(gates)
