"""Backward dates from the target, and the latest day of each agency."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.domain.target import AgencyLatest, LatestDates, TargetDates, target_dates
from tests.domain.small_plans import small_plan

START = date(2026, 6, 1)


def june(day: int) -> date:
    return date(2026, 6, day)


def case(
    target: date | None, progress: dict[str, Any] | None = None, accepted: tuple[str, ...] = (), **plan: Any
) -> dict[str, Any]:
    """Two days, then three of each of two agencies, then the opening; advice of 9 that nothing waits for."""
    return {
        "plan": {"start": START, "target": target, "agencies": ["bpjs", "polres"], **plan},
        "day": START,
        "items": {
            "AAA-01": {"days": 2, "gates": ["usulan"]},
            "AAA-02": {"days": 3, "after": [{"gate": "usulan"}], "per": "agency"},
            "AAA-03": {"days": 1, "after": [{"item": "AAA-02", "agencies": "all"}]},
            "AAA-04": {"days": 4, "after": ["AAA-03"], "per": "agency"},
            "AAA-05": {"days": 9, "after": ["AAA-01"]},
        },
        "launch": "AAA-03",
        "progress": progress or {},
        "accepted": accepted,
    }


def latest(case: dict[str, Any]) -> TargetDates | None:
    plan = small_plan(case)
    return target_dates(plan.work, plan.state, plan.readiness, plan.day, plan.holidays)


def test_without_a_target_there_are_no_latest_dates() -> None:
    assert latest(case(None)) is None


def test_latest_dates_are_counted_back_from_the_target_for_all_that_the_opening_waits_for() -> None:
    assert latest(case(june(10))) == TargetDates(
        june(10),
        {
            "AAA-01": LatestDates(june(3), june(4), 2),
            "AAA-02.bpjs": LatestDates(june(5), june(9), 2),
            "AAA-02.polres": LatestDates(june(5), june(9), 2),
            "AAA-03": LatestDates(june(10), june(10), 2),
        },
        (
            AgencyLatest("bpjs", "AAA-02.bpjs", june(5), june(9), 2),
            AgencyLatest("polres", "AAA-02.polres", june(5), june(9), 2),
        ),
    )


def test_an_agency_too_late_for_the_target_is_named_first_with_its_negative_float() -> None:
    running = {"status": "in_progress", "started_on": START, "remaining": 6}
    over = {"status": "done", "finished_on": START, "submitted_by": "staf"}
    found = latest(case(june(8), {"AAA-01": over, "AAA-02.polres": running}, ("AAA-01",)))
    assert found is not None
    assert found.agencies == (
        AgencyLatest("polres", "AAA-02.polres", june(9), june(5), -2),
        AgencyLatest("bpjs", "AAA-02.bpjs", june(4), june(5), 1),
    )
    assert found.activities["AAA-02.polres"] == LatestDates(START, june(5), -2)
    assert "AAA-01" not in found.activities


def test_what_does_not_apply_has_no_latest_dates() -> None:
    idle = {"status": "not_applicable", "reason": "sudah ada"}
    found = latest(case(june(10), {"AAA-02.bpjs": idle}))
    assert found is not None
    assert [a.agency for a in found.agencies] == ["polres"]
    assert "AAA-02.bpjs" not in found.activities


def test_after_the_opening_nothing_has_to_be_ready_for_it() -> None:
    opened = {"status": "done", "finished_on": START, "submitted_by": "staf"}
    assert latest(case(june(10), {"AAA-03": opened})) == TargetDates(june(10), {}, ())


def test_days_off_and_the_calendar_of_an_activity_count() -> None:
    found = latest(case(june(10), days_off=[june(9)], planning={"AAA-01": {"week": 7}}))
    assert found is not None
    assert found.activities["AAA-02.bpjs"] == LatestDates(june(4), june(8), 1)
    assert found.activities["AAA-01"] == LatestDates(june(2), june(3), 1)


def test_an_agency_is_due_on_the_working_day_before_where_calendar_days_end_on_a_day_off() -> None:
    wanted = case(june(8))
    wanted["items"]["AAA-02"]["unit"] = "calendar"
    found = latest(wanted)
    assert found is not None
    assert found.activities["AAA-02.bpjs"].finish == june(7)
    assert {agency.latest for agency in found.agencies} == {june(5)}


def test_an_agency_that_works_on_sundays_by_its_own_calendar_is_due_on_one() -> None:
    found = latest(case(june(8), planning={"AAA-02.bpjs": {"week": 7}}))
    assert found is not None
    assert {agency.agency: agency.latest for agency in found.agencies} == {"bpjs": june(7), "polres": june(5)}


@pytest.mark.parametrize("target", [date.min, date.max])
def test_any_target_gives_latest_dates(target: date) -> None:
    found = latest(case(target))
    assert found is not None
    assert len(found.activities) == 4


def test_work_that_needs_money_is_due_inside_a_budget() -> None:
    money = [{"year": 2026, "budget": "original", "available_from": START, "spend_by": june(5)}]
    wanted = case(june(30), windows=money)
    wanted["items"]["AAA-01"]["funding"] = "apbd"
    found = latest(wanted)
    assert found is not None
    assert found.activities["AAA-01"] == LatestDates(june(4), june(5), 3)


@pytest.mark.parametrize(("target", "least"), [(3, -3), (5, -1), (7, -1), (8, 0), (9, 1), (12, 4)])
def test_somebody_is_too_late_exactly_when_the_target_is_missed(target: int, least: int) -> None:
    plan = small_plan(case(june(target)))
    found = target_dates(plan.work, plan.state, plan.readiness, plan.day, plan.holidays)
    assert found is not None
    assert plan.schedule.launch == june(8)
    assert min(dates.total_float for dates in found.activities.values()) == least
