"""Plans of a few items, written compactly, for tests whose dates a person can check by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.domain.activities import Work, work
from planner.domain.checklist import Checklist
from planner.domain.plan import Plan
from planner.domain.readiness import Readiness, readiness
from planner.domain.schedule import Schedule, schedule
from planner.domain.state import Progress, Review, State
from tests.domain.builders import bound

GATES = ("usulan", "peresmian")
START = date(2026, 6, 1)


@dataclass(frozen=True)
class SmallPlan:
    """A plan with everything its schedule is made from."""

    checklist: Checklist
    work: Work
    state: State
    readiness: Readiness
    day: date
    holidays: frozenset[date]

    @property
    def schedule(self) -> Schedule:
        return schedule(self.work, self.state, self.readiness, self.day, self.holidays)


def small_plan(case: Mapping[str, Any]) -> SmallPlan:
    """The plan of a case: its ``plan``, ``items``, ``launch``, ``day``, and ``progress`` and ``holidays``.

    ``accepted`` names the activities that a second person accepted as they stand.
    """
    checklist = _checklist(case["items"], case["launch"])
    apart = ("agencies", "planning")
    settings = {key: value for key, value in case["plan"].items() if key not in apart}
    plan = Plan.model_validate(
        {
            "id": "uji",
            "settings": {"name": "Rencana uji", "regency": "19.06", "checklist": "uji", **settings},
            "agencies": {slug: {"name": f"Instansi {slug}"} for slug in case["plan"].get("agencies", ())},
            "planning": case["plan"].get("planning", {}),
        }
    )
    given = {i: Progress.model_validate(told) for i, told in case.get("progress", {}).items()}
    word = {"review": Review(decision="accepted", by="sekda")}
    accepted = {i: given[i].model_copy(update=word) for i in case.get("accepted", ())}
    state = bound(State(plan=plan, progress=given | accepted))
    todo = work(checklist, plan)
    ready = readiness(checklist, todo, state)
    return SmallPlan(checklist, todo, state, ready, case["day"], frozenset(case.get("holidays", ())))


def _checklist(items: Mapping[str, Any], launch: str) -> Checklist:
    named = {gate for item in items.values() for gate in item.get("gates", ())}
    return Checklist.model_validate(
        {
            "head": {
                "checklist": "uji",
                "title": "Daftar uji",
                "version": "2026.1",
                "summary": "Daftar kecil",
                "launch": launch,
                "verifier": "sekda",
                "stages": ["satu"],
                "roles": [{"id": "sekda", "title": "Sekretaris daerah"}],
                "gates": [{"id": g, "title": g, "question": "Sudah?"} for g in GATES if g in named]
                or [{"id": "usulan", "title": "usulan", "question": "Sudah?"}],
                "instruments": [],
                "sources": [],
            },
            "stages": [
                {
                    "stage": "satu",
                    "title": "Tahap satu",
                    "summary": "Tahap kecil",
                    "items": [_item(key, values) for key, values in items.items()],
                }
            ],
        }
    )


def _item(key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    days = values["days"]
    return {
        "id": key,
        "title": f"Butir {key}",
        "requirement": "Kerjakan",
        "per": values.get("per"),
        "basis": [{"kind": "practice", "region": "barru", "source": "uji"}],
        "evidence": [{"id": "surat", "title": "Surat"}] if values.get("evidence") else [],
        "weight": 1,
        "gates": values.get("gates", ()),
        "responsible": "sekda",
        "duration": {
            "unit": values.get("unit", "work"),
            "optimistic": days,
            "likely": days,
            "pessimistic": days,
            "basis": {"kind": "estimated", "note": "untuk uji"},
        },
        "after": values.get("after", ()),
        "funding": values.get("funding"),
    }


def chain(progress: dict[str, Any] | None = None, **plan: Any) -> dict[str, Any]:
    """A plan of four items: two days, then three and a gate beside four, then the launch, then operation."""
    return {
        "plan": {"start": START, **plan},
        "day": START,
        "items": {
            "AAA-01": {"days": 2},
            "AAA-02": {"days": 3, "after": ["AAA-01"], "gates": ["usulan"]},
            "AAA-03": {"days": 4, "after": ["AAA-01"]},
            "AAA-04": {"days": 1, "after": [{"gate": "usulan"}, "AAA-03"]},
            "AAA-05": {"days": 5, "after": ["AAA-04"]},
        },
        "launch": "AAA-04",
        "progress": progress or {},
    }
