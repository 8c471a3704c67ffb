"""The schedule of a plan: golden cases checked by hand, and what must hold whatever people record."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.schedule import DrivingLink, FundedWork, Schedule, days_between, without
from planner.domain.state import STATUSES
from tests.domain.small_plans import START, chain, small_plan

GOLDEN = Path(__file__).parents[1] / "golden" / "schedule"
CASES = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted(GOLDEN.glob("*.yaml"))}


def told(found: Schedule, case: dict[str, Any]) -> dict[str, Any]:
    """What a golden case says of a schedule, taken from the one found."""
    rows = {
        key: [d.early_start, d.early_finish, d.late_start, d.late_finish, d.total_float, d.free_float]
        for key, d in found.dates.items()
        if key in case["expect"]["dates"] or not key.startswith("gate:")
    }
    everything = {
        "launch": found.launch,
        "behind_target": found.behind_target,
        "dates": rows,
        "critical_path": list(found.critical_path),
        "driving": [[d.predecessor, d.successor, d.type] for d in found.driving],
        "out_of_sequence": [list(pair) for pair in found.out_of_sequence],
        "funded": {key: paid_by(one) for key, one in found.funded.items()},
    }
    return {key: everything[key] for key in case["expect"]}


def paid_by(one: FundedWork) -> list[Any]:
    """When work could begin but for the money, the budget that pays it, and whether it waits for that."""
    window = one.funding and one.funding.window
    return [one.ready, window and f"{window.budget} {window.year}", one.waits]


@pytest.mark.parametrize("name", CASES)
def test_the_schedule_comes_out_as_reckoned_by_hand(name: str) -> None:
    case = CASES[name]
    assert told(small_plan(case).schedule, case) == case["expect"]


def test_the_schedule_says_for_which_day_and_target_it_was_reckoned() -> None:
    found = small_plan(chain(target=date(2026, 7, 1))).schedule
    assert (found.day, found.target) == (START, date(2026, 7, 1))


def test_a_driving_link_carries_its_lag_and_in_which_days_it_is_counted() -> None:
    case = chain()
    case["items"]["AAA-02"]["after"] = [{"item": "AAA-01", "lag": 10, "unit": "calendar"}]
    case["items"]["AAA-05"]["after"] = [{"item": "AAA-04", "type": "FF", "lag": 7}]
    found = small_plan(case).schedule.driving
    assert [link for link in found if link.lag] == [
        DrivingLink("AAA-01", "AAA-02", "FS", 10, "calendar"),
        DrivingLink("AAA-04", "AAA-05", "FF", 7),
    ]


def test_without_says_activities_were_finished_on_the_day() -> None:
    plan = small_plan(
        chain(
            {
                "AAA-01": {"status": "in_progress", "started_on": date(2026, 5, 28), "remaining": 9},
                "AAA-02": {"status": "in_progress", "started_on": date(2026, 6, 9)},
            }
        )
    )
    found = without(plan.state, ["AAA-01", "AAA-02", "AAA-03"], START).progress
    assert {k: (p.status, p.started_on, p.finished_on, p.remaining) for k, p in found.items()} == {
        "AAA-01": ("done", date(2026, 5, 28), START, None),
        "AAA-02": ("done", START, START, None),
        "AAA-03": ("done", START, START, None),
    }


def test_days_between_counts_working_days_of_the_plan_with_their_sign() -> None:
    settings_of = small_plan(chain(week=6, days_off=[date(2026, 6, 3)])).state.plan.settings
    assert days_between(START, date(2026, 6, 8), settings_of, [date(2026, 6, 4)]) == 4
    assert days_between(date(2026, 6, 8), START, settings_of, [date(2026, 6, 4)]) == -4


def test_work_that_waits_for_itself_has_no_schedule() -> None:
    case = chain()
    case["items"]["AAA-01"]["after"] = ["AAA-02"]
    plan = small_plan(case)
    with pytest.raises(ValueError, match="AAA-01"):
        _ = plan.schedule


days = st.dates(date(2026, 4, 1), date(2026, 9, 1)) | st.sampled_from([date.min, date.max])
records = st.fixed_dictionaries(
    {
        "status": st.sampled_from(STATUSES),
        "started_on": st.none() | days,
        "finished_on": st.none() | days,
        "remaining": st.none() | st.integers(0, 2000),
    }
)
progress_of_all = st.dictionaries(
    st.sampled_from(["AAA-01", "AAA-02", "AAA-03", "AAA-04", "AAA-05"]), records
)


@settings(deadline=None)
@given(progress_of_all, st.dates(date(2026, 5, 1), date(2026, 8, 1)), st.sets(days))
def test_any_record_gives_dates_to_everything_and_unstarted_work_none_in_the_past(
    progress: dict[str, Any], day: date, holidays: set[date]
) -> None:
    plan = small_plan({**chain(progress, target=START), "day": day, "holidays": holidays})
    found = plan.schedule
    assert found.dates.keys() == {*plan.work.activities, "gate:usulan"}
    assert all(d.early_start <= d.early_finish for d in found.dates.values())
    unstarted = [
        k for k in plan.work.activities if progress.get(k, {}).get("status") in (None, "not_started")
    ]
    assert all(found.dates[k].early_start >= max(day, START) for k in unstarted)


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 30))
def test_a_later_day_never_brings_the_launch_forward(later: int) -> None:
    today = small_plan(chain()).schedule
    then = small_plan({**chain(), "day": START + timedelta(days=later)}).schedule
    assert then.launch >= today.launch


def budgeted(*, funding: str = "AAA-02", **more: Any) -> dict[str, Any]:
    """The chain with one item paid from the regional budget."""
    case = chain(**more)
    case["items"][funding]["funding"] = "apbd"
    return case


def test_assumed_days_of_a_budget_are_told_apart_from_those_that_the_plan_set() -> None:
    year = {"year": 2026, "budget": "original", "spend_by": date(2026, 12, 15)}
    told = [year | {"available_from": date(2026, 6, 15)}]
    assumed = small_plan(budgeted()).schedule.funded["AAA-02"].funding
    known = small_plan(budgeted(windows=told)).schedule.funded["AAA-02"].funding
    assert [(f.assumed, f.window.available_from) for f in (assumed, known) if f] == [
        (True, date(2026, 2, 1)),
        (False, date(2026, 6, 15)),
    ]


def test_work_behind_the_launch_waits_for_its_budget_too() -> None:
    case = budgeted(funding="AAA-05") | {"day": date(2026, 12, 1)}
    found = small_plan(case).schedule
    one = found.funded["AAA-05"]
    assert found.launch == date(2026, 12, 9)
    assert (one.ready, one.waits) == (date(2026, 12, 10), True)
    assert found.dates["AAA-05"].early_start == date(2027, 2, 1)


@pytest.mark.parametrize(
    "progress",
    [
        {"status": "in_progress", "started_on": date(2026, 6, 1)},
        {"status": "done", "started_on": date(2026, 6, 1), "finished_on": date(2026, 6, 2)},
        {"status": "not_applicable", "reason": "Sudah ada"},
    ],
)
def test_what_is_begun_finished_or_does_not_apply_waits_for_no_money(progress: dict[str, Any]) -> None:
    case = budgeted(funding="AAA-03", progress={"AAA-03": progress}) | {"day": date(2026, 12, 16)}
    found = small_plan(case).schedule
    assert found.funded == {}
    assert found.dates["AAA-03"].early_finish.year == 2026


def test_as_late_as_possible_money_is_not_what_holds_work() -> None:
    case = budgeted(funding="AAA-03", planning={"AAA-03": {"constraint": {"type": "ALAP"}}})
    case["items"]["AAA-03"]["days"] = 2
    one = small_plan(case).schedule.funded["AAA-03"]
    assert (one.ready, one.waits) == (date(2026, 6, 4), False)


@pytest.mark.parametrize(("week", "finish"), [(None, 10), (5, 10), (6, 9), (7, 8)])
def test_days_off_of_the_plan_and_of_the_nation_bind_every_week(week: int | None, finish: int) -> None:
    """Six days from 1 June; the 3rd and the 4th are off."""
    case = chain(days_off=[date(2026, 6, 3)], planning={"AAA-01": {"week": week}})
    case["items"]["AAA-01"]["days"] = 6
    found = small_plan(case | {"holidays": [date(2026, 6, 4)]}).schedule
    assert found.dates["AAA-01"].early_finish == date(2026, 6, finish)


def test_a_duration_of_the_plan_stands_in_place_of_that_of_the_checklist() -> None:
    duration = {"optimistic": 1, "likely": 4, "pessimistic": 9}
    found = small_plan(chain(planning={"AAA-01": {"duration": duration}})).schedule
    assert found.dates["AAA-01"].early_finish == date(2026, 6, 4)


def test_a_slip_in_the_year_of_a_constraint_or_of_a_budget_costs_no_schedule() -> None:
    slip = {"AAA-01": {"constraint": {"type": "FNLT", "day": date.max}}}
    year = {"year": 2026, "budget": "original", "available_from": date(9999, 1, 1), "spend_by": date.max}
    found = small_plan(budgeted(planning=slip, windows=[year])).schedule
    assert found.dates["AAA-02"].early_start == date(2026, 10, 1)


near = st.dates(date(2026, 4, 1), date(2027, 3, 1))
weeks = st.sampled_from([None, 5, 6, 7])
limits = st.none() | st.fixed_dictionaries(
    {"type": st.sampled_from(["SNET", "FNLT", "SNLT", "FNET", "MSO", "MFO"]), "day": near}
)
plannings = st.dictionaries(
    st.sampled_from(["AAA-01", "AAA-02", "AAA-03", "AAA-04", "AAA-05"]),
    st.fixed_dictionaries({"week": weeks, "constraint": limits}),
)
granted = st.lists(
    st.tuples(st.sampled_from(["original", "revised"]), st.booleans()), max_size=2, unique_by=lambda w: w[0]
)


@settings(deadline=None, max_examples=60)
@given(progress_of_all, plannings, granted, st.dates(date(2026, 5, 1), date(2026, 12, 31)))
def test_any_planning_gives_dates_and_paid_work_lies_within_the_budget_that_is_named(
    progress: dict[str, Any], planning: dict[str, Any], windows: list[tuple[str, bool]], day: date
) -> None:
    told = [
        {
            "year": 2026,
            "budget": budget,
            "available_from": date(2026, 7, 1),
            "spend_by": date(2026, 12, 1),
            "granted": yes,
        }
        for budget, yes in windows
    ]
    plan = small_plan(budgeted(progress=progress, planning=planning, windows=told) | {"day": day})
    found = plan.schedule
    assert found.dates.keys() == {*plan.work.activities, "gate:usulan"}
    paid = [(found.dates[i], one.funding.window) for i, one in found.funded.items() if one.funding]
    assert all(window.granted for _, window in paid)
    assert all(window.available_from <= d.early_start for d, window in paid)
    assert all(d.early_finish <= window.spend_by for d, window in paid)
    assert all(one.ready.year > 2030 for one in found.funded.values() if not one.funding)
