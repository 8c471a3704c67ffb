"""Date limits that cannot be kept are told, with how many working days they are passed by."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.domain.network import ConstraintType
from planner.domain.overrun import Overrun, overrun
from planner.domain.plan import PlannedConstraint
from tests.domain.small_plans import SmallPlan, small_plan

DAY = date(2027, 3, 1)


def plan(
    planning: dict[str, Any], progress: dict[str, Any] | None = None, accepted: tuple[str, ...] = ()
) -> SmallPlan:
    """Ten days of work before five and before three, nine calendar days beside them, then the launch."""
    return small_plan(
        {
            "plan": {"start": DAY, "planning": planning},
            "day": DAY,
            "items": {
                "AAA-01": {"days": 10},
                "AAA-02": {"days": 5, "after": ["AAA-01"], "gates": ["usulan"]},
                "AAA-03": {"days": 3, "after": ["AAA-01"]},
                "AAA-04": {"days": 1, "after": [{"gate": "usulan"}, "AAA-03", "AAA-06"]},
                "AAA-05": {"days": 6, "unit": "calendar"},
                "AAA-06": {"days": 3, "unit": "calendar", "after": ["AAA-05"]},
            },
            "launch": "AAA-04",
            "progress": progress or {},
            "accepted": accepted,
        }
    )


def limit(kind: ConstraintType, day: date, **more: Any) -> dict[str, Any]:
    return {"constraint": {"type": kind, "day": day}, **more}


def found(small: SmallPlan, activity: str) -> Overrun | None:
    return overrun(small.work, small.state, small.schedule, small.holidays, activity)


@pytest.mark.parametrize(
    ("kind", "day", "days"),
    [
        ("FNLT", date(2027, 3, 17), 2),
        ("MFO", date(2027, 3, 17), 2),
        ("SNLT", date(2027, 3, 11), 2),
        ("MSO", date(2027, 3, 11), 2),
    ],
)
def test_a_limit_of_the_activity_itself_is_told_first(kind: ConstraintType, day: date, days: int) -> None:
    small = plan({"AAA-02": limit(kind, day), "AAA-04": limit("FNLT", date(2027, 3, 1))})
    assert found(small, "AAA-02") == Overrun("AAA-02", PlannedConstraint(type=kind, day=day), days)


def test_of_the_limits_behind_an_activity_the_one_passed_by_most_is_told() -> None:
    small = plan({"AAA-02": limit("FNLT", date(2027, 3, 17)), "AAA-03": limit("FNLT", date(2027, 3, 10))})
    told = found(small, "AAA-01")
    assert told == Overrun("AAA-03", PlannedConstraint(type="FNLT", day=date(2027, 3, 10)), 5)


def test_days_are_those_of_the_calendar_of_the_activity_with_the_limit() -> None:
    small = plan({"AAA-02": limit("FNLT", date(2027, 3, 12), week=7)})
    told = found(small, "AAA-01")
    assert told is not None
    assert told.days == 5


def test_work_in_calendar_days_that_passes_its_limit_on_a_weekend_is_a_day_late() -> None:
    small = plan({"AAA-06": limit("MSO", date(2027, 3, 6))})
    assert small.schedule.dates["AAA-06"].early_start == date(2027, 3, 7)
    told = found(small, "AAA-06")
    assert told is not None
    assert told.days == 1


def test_limits_that_are_kept_or_set_no_end_pass_nothing() -> None:
    kept = plan({"AAA-02": limit("FNLT", date(2027, 3, 19))})
    assert found(kept, "AAA-02") is None
    late = plan({"AAA-02": limit("SNET", date(2027, 4, 1)), "AAA-04": limit("FNLT", date(2027, 3, 22))})
    told = found(late, "AAA-02")
    assert told is not None
    assert told.activity == "AAA-04"


def test_what_is_over_no_longer_passes_its_limit() -> None:
    over = {"AAA-02": {"status": "done", "started_on": date(2027, 2, 1), "finished_on": date(2027, 2, 12)}}
    small = plan(
        {"AAA-02": limit("FNLT", date(2027, 2, 10)), "AAA-04": limit("FNLT", date(2027, 3, 10))},
        over,
        accepted=("AAA-02",),
    )
    told = found(small, "AAA-03")
    assert told is not None
    assert told.activity == "AAA-04"
    assert found(small, "AAA-02") is None
