"""By when an activity must be finished: for the target, else for the launch on the present course."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.domain.limits import Limit, limit_of, tightest
from planner.domain.quality import quality
from planner.domain.target import target_dates
from tests.domain.small_plans import SmallPlan, small_plan

START = date(2026, 6, 1)
PROGRESS = {"AAA-01": {"status": "done", "finished_on": START}}


def of(target: date | None) -> SmallPlan:
    """One that is met, three days of work, the launch; and work that waits for the launch."""
    return small_plan(
        {
            "plan": {"start": START, "target": target},
            "day": START,
            "items": {
                "AAA-01": {"days": 2},
                "AAA-02": {"days": 3, "after": ["AAA-01"]},
                "AAA-03": {"days": 1, "after": ["AAA-02"]},
                "AAA-04": {"days": 5, "after": ["AAA-03"]},
            },
            "launch": "AAA-03",
            "progress": PROGRESS,
        }
    )


def limit(plan: SmallPlan, activity: str) -> Limit | None:
    target = target_dates(plan.work, plan.state, plan.readiness, plan.day, plan.holidays)
    return limit_of(activity, plan.readiness, plan.schedule, target)


def test_where_there_is_a_target_work_must_be_finished_for_it() -> None:
    assert limit(of(date(2026, 6, 3)), "AAA-02") == Limit(date(2026, 6, 2), -2, to_target=True)


def test_without_a_target_work_must_be_finished_for_the_launch_on_the_present_course() -> None:
    plan = of(None)
    dates = plan.schedule.dates["AAA-02"]
    assert limit(plan, "AAA-02") == Limit(dates.late_finish, dates.total_float)


def test_what_the_launch_does_not_wait_for_has_no_date_for_the_target() -> None:
    found = limit(of(date(2026, 6, 3)), "AAA-04")
    assert found is not None
    assert not found.to_target


def test_nothing_is_due_where_nothing_more_is_asked_or_no_dates_are_known() -> None:
    plan = of(None)
    assert limit(plan, "AAA-01") is None
    assert limit(plan, "ZZZ-99") is None


def test_what_is_late_is_what_the_advice_on_the_plan_calls_late() -> None:
    plan = of(date(2026, 6, 3))
    given = (plan.work, plan.state, plan.readiness)
    target = target_dates(*given, plan.day, plan.holidays)
    found = {f.check: f.activities for f in quality(*given, plan.schedule, target, plan.holidays)}
    limits = {i: limit(plan, i) for i in plan.work.activities}
    assert found["negative_float"] == ("AAA-02", "AAA-03")
    assert [i for i, one in limits.items() if one and one.passed(START)] == ["AAA-02", "AAA-03"]


@pytest.mark.parametrize(
    ("days", "room", "late"), [(0, 0, False), (-1, 0, True), (30, -1, True), (30, 3, False)]
)
def test_work_is_late_once_its_day_is_over_or_out_of_reach(days: int, room: int, late: bool) -> None:
    assert Limit(START + timedelta(days=days), room).passed(START) is late


def test_several_activities_leave_the_first_day_and_the_least_room() -> None:
    near, far = Limit(START, 4), Limit(START + timedelta(days=9), -2, to_target=True)
    assert tightest([near, far]) == Limit(START, -2, to_target=True)
    assert tightest([near]) == near
