"""How far each agency is on its way into the mall, derived from its activities and never typed in.

Why consecutive: an agency that has sent its staff but not signed is still waiting for its signature, so it
stands at the last step up to which nothing is missing; what it reached beyond is told beside that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from planner.domain.activities import Work, activity_id
from planner.domain.checklist import Checklist, PipelineStep
from planner.domain.readiness import FINISHED, SETTLED, Readiness

_REACHED: Final[Mapping[str, frozenset[str]]] = {"begun": FINISHED | {"in_progress"}, "met": SETTLED}


@dataclass(frozen=True, slots=True)
class AgencyPipeline:
    """Steps an agency has reached, in their order; ``stands_at`` is the last of them without a gap before it.

    ``next`` is the first step not reached (None: all are), ``waits_for`` the activities it waits for.
    """

    agency: str
    reached: tuple[str, ...]
    stands_at: str | None
    next: str | None
    waits_for: tuple[str, ...]


def pipeline(checklist: Checklist, work: Work, readiness: Readiness) -> dict[str, AgencyPipeline]:
    """The way of every agency that has activities, by agency id."""
    agencies = dict.fromkeys(a.agency for a in work.activities.values() if a.agency is not None)
    return {agency: _of(agency, checklist.head.pipeline, readiness) for agency in agencies}


def _of(agency: str, steps: tuple[PipelineStep, ...], readiness: Readiness) -> AgencyPipeline:
    open_work = {step.id: _open(agency, step, readiness) for step in steps}
    missing = next((step.id for step in steps if open_work[step.id]), None)
    before = [step.id for step in steps]
    if missing is not None:
        before = before[: before.index(missing)]
    return AgencyPipeline(
        agency=agency,
        reached=tuple(name for name, waiting in open_work.items() if not waiting),
        stands_at=before[-1] if before else None,
        next=missing,
        waits_for=() if missing is None else open_work[missing],
    )


def _open(agency: str, step: PipelineStep, readiness: Readiness) -> tuple[str, ...]:
    """Activities that keep an agency from a step."""
    asked = (activity_id(item, agency) for item in step.items)
    return tuple(a for a in asked if readiness.activities[a].standing not in _REACHED[step.when])
