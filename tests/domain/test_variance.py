"""How far a plan has moved from a frozen baseline."""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.domain.plan import Baseline, BaselineDates
from planner.domain.variance import ActivityVariance, Variance, variance
from tests.domain.small_plans import small_plan

FROZEN = Baseline(
    name="Kesepakatan awal",
    frozen_on=date(2026, 5, 29),
    launch=date(2026, 6, 5),
    activities={
        "AAA-01": BaselineDates(start=date(2026, 6, 1), finish=date(2026, 6, 2)),
        "AAA-02": BaselineDates(start=date(2026, 6, 5), finish=date(2026, 6, 9)),
        "AAA-09": BaselineDates(start=date(2026, 6, 1), finish=date(2026, 6, 1)),
        "gate:lama": BaselineDates(start=date(2026, 6, 1), finish=date(2026, 6, 1)),
    },
)
CASE: dict[str, Any] = {
    "plan": {"start": date(2026, 6, 1), "days_off": [date(2026, 6, 3)]},
    "day": date(2026, 6, 1),
    "items": {
        "AAA-01": {"days": 4, "gates": ["usulan"]},
        "AAA-02": {"days": 2},
        "AAA-03": {"days": 1, "after": ["AAA-01", "AAA-02"]},
    },
    "launch": "AAA-03",
}


def against(**plan: Any) -> Variance:
    given = small_plan({**CASE, "plan": CASE["plan"] | plan})
    settings = given.state.plan.settings
    return variance("b1", FROZEN, given.schedule, settings, given.holidays)


def test_variance_counts_working_days_later_and_earlier() -> None:
    assert against() == Variance(
        baseline="b1",
        name="Kesepakatan awal",
        frozen_on=date(2026, 5, 29),
        launch=1,
        activities={"AAA-01": ActivityVariance(0, 2), "AAA-02": ActivityVariance(-3, -4)},
        added=("AAA-03",),
        removed=("AAA-09",),
    )


def test_days_off_of_the_plan_and_its_week_count() -> None:
    assert against(week=6, days_off=[]).launch == 0
    assert against(days_off=[date(2026, 6, day) for day in (3, 4)]).launch == 2
    assert against(start=date(2026, 6, 8)).launch == 5
