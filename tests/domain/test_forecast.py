from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.checklist import DayUnit, Item
from planner.domain.forecast import Forecast
from planner.domain.forecast.result import date_by, share_by
from planner.domain.forecast.simulation import simulate
from planner.domain.plan import FundingWindow, PlannedConstraint, Planning
from planner.domain.state import Progress
from tests.domain.forecast_plans import (
    DAY,
    ForecastPlan,
    always,
    days,
    driver,
    factor,
    forecast_plan,
    task,
)

POINTS = (5, 10, 30)
KINDS = st.sampled_from(["FS", "SS", "FF", "SF"])
UNITS: st.SearchStrategy[DayUnit] = st.sampled_from(get_args(DayUnit))


def row(*points: tuple[int, int, int], **given: Any) -> ForecastPlan:
    """Items one behind another; the last one is the launch."""
    items = [task(f"KRJ-{i:02}", p, *([f"KRJ-{i - 1:02}"] if i > 1 else ())) for i, p in enumerate(points, 1)]
    return forecast_plan(*items, launch=items[-1].id, **given)


def opening(*days_after: int) -> list[date]:
    """Days so many working days after the first day of the plan, without holidays."""
    return [np.busday_offset(DAY, n).astype(date) for n in days_after]


def budget(opens: date, length: int, granted: bool) -> FundingWindow:
    """The original budget of the first year of a plan."""
    spend_by = opens + timedelta(days=length)
    return FundingWindow(
        year=2026, budget="original", available_from=opens, spend_by=spend_by, granted=granted
    )


NEAR = st.dates(date(2025, 12, 20), date(2026, 3, 20))
ACTIVITIES = st.sampled_from([f"KRJ-{i:02}{of}" for i in range(1, 10) for of in ("", ".a", ".b")])
CONSTRAINTS = st.builds(PlannedConstraint, type=st.just("ALAP")) | st.builds(
    PlannedConstraint, type=st.sampled_from(["SNET", "FNLT", "SNLT", "FNET", "MSO", "MFO"]), day=NEAR
)
PLANNINGS = st.builds(Planning, week=st.sampled_from([None, 5, 6, 7]), constraint=st.none() | CONSTRAINTS)
BUDGETS = st.lists(st.builds(budget, NEAR, st.integers(0, 40), st.booleans()), max_size=1)


@st.composite
def plans(
    draw: st.DrawFn, spread: int = 0, links: st.SearchStrategy[str] = KINDS, planned: bool = False
) -> ForecastPlan:
    """Random small plans with agencies, a gate, progress and holidays; ``spread`` widens the durations.

    ``planned``: with work paid from the regional budget, windows, weeks and constraints of their own.
    """
    count = draw(st.integers(2, 6))
    items: list[Item] = []
    for i in range(1, count + 1):
        before: list[Mapping[str, Any]] = [
            {"item": f"KRJ-{j:02}", "type": draw(links), "lag": draw(st.integers(-2, 4))}
            for j in sorted(draw(st.sets(st.integers(1, max(1, i - 1)), max_size=3)) - {i})
        ]
        low = draw(st.integers(0, 12))
        high = low + draw(st.integers(0, spread))
        likely = draw(st.integers(low, high))
        gates = ["usulan"] if draw(st.booleans()) and i < count else []
        per = draw(st.booleans()) and i < count
        unit = draw(UNITS)
        paid = planned and draw(st.booleans())
        items.append(
            task(
                f"KRJ-{i:02}", (low, likely, high), *before, gates=gates, per_agency=per, unit=unit, paid=paid
            )
        )
    last = task("KRJ-09", (1, 1, 1), *({"item": i.id} for i in items), {"gate": "usulan"})
    after = task("KRJ-10", (3, 3, 3), "KRJ-09")
    near = st.dates(date(2025, 12, 20), date(2026, 2, 20))
    told: dict[str, Progress] = {}
    for item in items:
        status = draw(st.sampled_from(["not_started", "in_progress", "done", "not_applicable"]))
        told[item.id] = Progress(
            status=status,
            started_on=draw(st.none() | near),
            finished_on=draw(st.none() | near),
            remaining=draw(st.none() | st.integers(0, 9)),
        )
    return forecast_plan(
        *items,
        last,
        after,
        launch="KRJ-09",
        agencies=draw(st.sampled_from([(), ("a",), ("a", "b")])),
        progress=told,
        day=draw(near),
        holidays=draw(st.frozensets(near, max_size=5)),
        planning=draw(st.dictionaries(ACTIVITIES, PLANNINGS)) if planned else None,
        windows=draw(BUDGETS) if planned else (),
    )


@settings(max_examples=60)
@given(plans())
def test_fixed_durations_without_drivers_open_on_the_launch_day_of_the_schedule(plan: ForecastPlan) -> None:
    found = plan.forecast(runs=2)
    assert {date.fromordinal(int(d)) for d in found.launches} == {plan.schedule.launch}


@settings(max_examples=80)
@given(plans(planned=True))
def test_with_budgets_weeks_and_constraints_too_fixed_durations_open_on_the_launch_day(
    plan: ForecastPlan,
) -> None:
    found = plan.forecast(runs=2)
    assert {date.fromordinal(int(d)) for d in found.launches} == {plan.schedule.launch}


@settings(max_examples=40)
@given(plans(spread=20, planned=True), st.integers(0, 99))
def test_no_run_begins_paid_work_outside_a_budget(plan: ForecastPlan, seed: int) -> None:
    found = simulate(*plan.given, (), runs=40, seed=seed)
    net, runs = found.net, found.passed
    for i in [i for i, windows in enumerate(net.windows) if windows]:
        begun, ended = runs.begun(i).boundary, runs.finished(i).boundary
        within = [(begun >= opens) & (ended <= closes) for opens, closes in net.windows[i]]
        assert np.any(within, axis=0).all()


def test_work_that_does_not_fit_before_the_books_close_goes_to_the_next_year_in_that_run() -> None:
    """Ready on 16 November 2026; 22 working days are left, enough for some of the runs."""
    first, paid = task("KRJ-01", (1, 1, 1)), task("KRJ-02", (10, 20, 40), "KRJ-01", paid=True)
    plan = forecast_plan(first, paid, launch="KRJ-02", day=date(2026, 11, 13))
    days_of = [date.fromordinal(int(d)) for d in plan.forecast(runs=2_000).launches]
    this, then = [d for d in days_of if d.year == 2026], [d for d in days_of if d.year == 2027]
    assert len(this) + len(then) == 2_000
    assert max(this) == date(2026, 12, 15)
    assert min(then) == np.busday_offset(date(2027, 2, 1), 22).astype(date)
    assert 0.4 < len(this) / 2_000 < 0.7


@settings(max_examples=40)
@given(plans())
def test_fixed_durations_drive_the_launch_always_or_never_as_in_the_schedule(plan: ForecastPlan) -> None:
    found = plan.insight(runs=2).criticality
    assert set(found.values()) <= {0.0, 1.0}
    assert {name for name, share in found.items() if share} <= set(plan.schedule.critical_path)


@settings(max_examples=40)
@given(plans(spread=20), st.integers(0, 99))
def test_percentiles_stand_in_order_and_the_chance_grows_with_the_day(plan: ForecastPlan, seed: int) -> None:
    found = plan.forecast(driver(stages=("kerja",)), runs=50, seed=seed)
    assert found.p10 <= found.p50 <= found.p80 <= found.p90
    chances = [found.chance(found.p10 + timedelta(days=n)) for n in range(-1, 60, 3)]
    assert chances == sorted(chances)
    assert found.chance(found.by(1)) == 1
    assert found.chance(found.p80) >= 0.8


@settings(max_examples=40)
@given(plans(spread=20, links=st.just("FS")), st.booleans(), st.integers(0, 99))
def test_one_more_driver_never_opens_any_run_earlier(plan: ForecastPlan, many: bool, seed: int) -> None:
    first = driver("satu", stages=("kerja",), effect=factor(1, 1.4, 2))
    second = driver("dua", stages=("kerja",), effect=days(0, 3, 20) if many else factor(1.2, 1.2, 1.9))
    before = plan.forecast(first, runs=50, seed=seed)
    after = plan.forecast(first, second, runs=50, seed=seed)
    assert np.all(before.launches <= after.launches)


@settings(max_examples=25)
@given(plans(spread=20), st.integers(0, 99))
def test_the_same_plan_and_seed_give_the_same_runs(plan: ForecastPlan, seed: int) -> None:
    one = plan.forecast(driver(), runs=30, seed=seed)
    other = plan.forecast(driver(), runs=30, seed=seed)
    assert np.array_equal(one.launches, other.launches)


@pytest.mark.parametrize("less", [1, 4])
def test_shorter_durations_never_open_later(less: int) -> None:
    shorter = tuple(value - less for value in POINTS)
    before = row(POINTS, POINTS).forecast()
    after = row((shorter[0], shorter[1], shorter[2]), POINTS).forecast()
    assert np.all(after.launches < before.launches)


def test_the_runs_of_a_seed_are_the_same_on_every_machine() -> None:
    found = row(POINTS, (3, 4, 9), (20, 25, 60)).forecast(driver(), runs=2_000, seed=7)
    assert [found.p10, found.p50, found.p80, found.p90] == [
        date(2026, 2, 27),
        date(2026, 3, 16),
        date(2026, 3, 27),
        date(2026, 4, 2),
    ]


def test_other_seeds_give_other_runs() -> None:
    plan = row(POINTS, POINTS)
    assert not np.array_equal(plan.forecast(seed=1).launches, plan.forecast(seed=2).launches)


def test_the_mean_of_a_chain_is_the_sum_of_the_means() -> None:
    found = row(POINTS, POINTS).forecast(runs=5_000)
    lasted = np.busday_count(DAY, np.array([date.fromordinal(int(d)) for d in found.launches], "M8[D]"))
    assert lasted.mean() + 1 == pytest.approx(2 * (5 + 40 + 30) / 6, abs=0.3)


def test_a_driver_strikes_as_often_as_its_probability_says() -> None:
    found = row((5, 5, 5)).forecast(driver(frequency={"hit": 1, "documented": 4}), runs=8_000)
    days_of, counts = np.unique(found.launches, return_counts=True)
    assert [date.fromordinal(int(d)) for d in days_of] == opening(4, 14)
    assert counts[1] / 8_000 == pytest.approx(0.25, abs=0.02)


def test_a_driver_makes_its_activities_late_together() -> None:
    found = row((5, 5, 5), (5, 5, 5)).forecast(driver(stages=("kerja",), effect=factor(2, 2, 2)))
    assert sorted({date.fromordinal(int(d)) for d in found.launches}) == opening(9, 19)


def test_multipliers_come_before_added_days() -> None:
    added, doubled = always("satu"), always("dua", effect=factor(2, 2, 2))
    assert row((5, 5, 5)).forecast(added, doubled).p50 == opening(19)[0]


def test_a_multiplier_rounds_to_whole_days_with_halves_up() -> None:
    assert row((5, 5, 5)).forecast(always(effect=factor(1.5, 1.5, 1.5))).p50 == opening(7)[0]


def test_a_driver_leaves_other_items_alone() -> None:
    plan = row((5, 5, 5))
    assert plan.forecast(always(items=("QQQ-01",))).p90 == plan.schedule.launch


def test_a_historic_driver_takes_no_part() -> None:
    found = row((5, 5, 5)).forecast(always(historic=True))
    assert (found.drivers, found.p90) == ((), opening(4)[0])


def test_a_milestone_that_takes_no_time_is_not_lengthened() -> None:
    found = row((0, 0, 0), (5, 5, 5)).forecast(always())
    assert found.p90 == opening(4)[0]


def test_work_that_can_take_time_takes_at_least_a_day() -> None:
    found = row((0, 0, 4)).forecast()
    assert found.by(0.001) == opening(0)[0]
    assert found.by(1) > opening(1)[0]


def test_finished_work_stays_whatever_strikes() -> None:
    done = Progress(status="done", started_on=DAY, finished_on=date(2026, 1, 9))
    plan = row(POINTS, (5, 5, 5), progress={"KRJ-01": done}, day=date(2026, 1, 12))
    found = plan.forecast(always())
    assert {date.fromordinal(int(d)) for d in found.launches} == {date(2026, 1, 16)}


def test_an_opening_that_has_happened_is_certain() -> None:
    done = Progress(status="done", started_on=DAY, finished_on=date(2026, 1, 9))
    plan = row(POINTS, POINTS, progress={"KRJ-02": done}, day=date(2026, 1, 12))
    found = plan.insight(always())
    assert found.forecast.by(0.001) == found.forecast.by(1) == date(2026, 1, 9)
    assert found.criticality == {}


def test_finished_work_without_proof_has_a_day_to_go_in_every_run() -> None:
    item = task("KRJ-01", POINTS).model_copy(update={"verify": True})
    done = Progress(status="done", started_on=DAY, finished_on=date(2026, 1, 9))
    plan = forecast_plan(
        item,
        task("KRJ-02", (1, 1, 1), "KRJ-01"),
        launch="KRJ-02",
        progress={"KRJ-01": done},
        day=date(2026, 2, 2),
    )
    found = plan.forecast(always())
    assert found.by(0.001) == found.by(1) == plan.schedule.launch == date(2026, 2, 3)


def test_what_is_left_of_work_in_progress_is_as_unsure_as_the_whole_was() -> None:
    begun = Progress(status="in_progress", started_on=DAY, remaining=4)
    found = row((5, 10, 30), progress={"KRJ-01": begun}, day=date(2026, 2, 2)).forecast(runs=4_000)
    first, last = found.by(0.0001), found.by(1)
    assert date(2026, 2, 2) < first <= date(2026, 2, 4)
    assert date(2026, 2, 12) <= last <= date(2026, 2, 17)


def test_work_in_progress_bears_added_days_for_the_share_that_is_left() -> None:
    begun = Progress(status="in_progress", started_on=DAY, remaining=1)
    plan = row((5, 5, 5), progress={"KRJ-01": begun}, day=date(2026, 2, 2))
    assert plan.forecast(always()).p50 == date(2026, 2, 4)


def test_work_of_no_likely_time_in_progress_has_what_was_told_as_remaining() -> None:
    begun = Progress(status="in_progress", started_on=DAY, remaining=3)
    plan = row((0, 0, 9), progress={"KRJ-01": begun}, day=date(2026, 2, 2))
    assert plan.forecast().by(1) == plan.schedule.launch == date(2026, 2, 4)


def test_what_does_not_apply_takes_no_time_in_any_run() -> None:
    idle = Progress(status="not_applicable", reason="tidak perlu")
    plan = row(POINTS, (5, 5, 5), progress={"KRJ-01": idle})
    assert plan.forecast(always()).by(1) == opening(4)[0]


def test_holidays_and_the_working_week_count_in_every_run() -> None:
    holiday = frozenset([date(2026, 1, 7)])
    assert row((6, 6, 6), holidays=holiday).forecast().p50 == date(2026, 1, 13)
    assert row((6, 6, 6), holidays=holiday, week=6).forecast().p50 == date(2026, 1, 12)


def test_the_chance_of_the_target_is_told_where_there_is_one() -> None:
    assert row(POINTS).forecast().chance_of_target is None
    found = row(POINTS, target=date(2026, 1, 20)).forecast()
    assert found.target == date(2026, 1, 20)
    assert found.chance_of_target == found.chance(date(2026, 1, 20))
    assert 0 < found.chance(date(2026, 1, 20)) < 1


def test_the_curve_rises_to_certainty_through_every_date_on_which_a_run_opens() -> None:
    found = row(POINTS).forecast()
    shares = [share for _, share in found.curve]
    assert [day for day, _ in found.curve] == sorted({date.fromordinal(int(d)) for d in found.launches})
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert [found.chance(day) for day, _ in found.curve] == shares


def test_a_forecast_says_what_it_was_made_with() -> None:
    found = row(POINTS, target=date(2026, 3, 2)).forecast(driver(), seed=3)
    assert (found.day, found.seed, found.runs, found.drivers) == (DAY, 3, 400, ("anggaran",))
    assert isinstance(found, Forecast)


def test_the_dates_of_a_forecast_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        row(POINTS).forecast().launches[0] = 1


def test_a_share_is_reached_on_the_first_date_that_has_it() -> None:
    ordered = np.array([5, 6, 6, 9, 9], np.int32)
    assert [date_by(ordered, s).toordinal() for s in (0.01, 0.2, 0.21, 0.6, 0.61, 1)] == [5, 5, 6, 6, 9, 9]
    assert [share_by(ordered, date.fromordinal(d)) for d in (4, 5, 8, 9)] == [0, 0.2, 0.6, 1]


def test_work_beyond_the_calendar_has_no_forecast() -> None:
    plan = row(*[(2_000, 2_000, 2_000)] * 90, start=date(2890, 1, 1))
    driving = [always(f"d{n}", stages=("kerja",), effect=factor(10, 10, 10)) for n in range(3)]
    with pytest.raises(ValueError, match="no schedule"):
        plan.forecast(*driving, runs=2)
