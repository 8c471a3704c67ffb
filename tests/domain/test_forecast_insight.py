"""What lies behind a forecast: critical and telling activities, drivers, agencies."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.forecast import Insight, insight
from planner.domain.forecast.chains import rank_correlation
from planner.domain.plan import Agency
from planner.domain.state import Progress, Review
from tests.domain.forecast_plans import (
    DAY,
    ForecastPlan,
    always,
    days,
    driver,
    forecast_plan,
    of_checklist,
    task,
)
from tests.domain.test_forecast import opening, plans

AGENCIES = ("bpjs", "pln", "polres", "samsat")


def parallel() -> ForecastPlan:
    """Two items side by side, the first mostly the longer one, and the launch."""
    return forecast_plan(
        task("KRJ-01", (8, 12, 30)),
        task("KRJ-02", (5, 10, 15)),
        task("KRJ-03", (3, 3, 3), "KRJ-01", "KRJ-02"),
        launch="KRJ-03",
    )


def agencies(*names: str, points: tuple[int, int, int] = (5, 10, 40), gates: bool = True) -> ForecastPlan:
    """Each agency signs and then tries out; a gate between the two waits for all signatures."""
    first = task("KRJ-01", points, per_agency=True, gates=["usulan"] if gates else ())
    guard = task("KRJ-04", (1, 1, 1), gates=["usulan"])
    second = task("KRJ-02", points, "KRJ-01", {"gate": "usulan"}, per_agency=True)
    last = task("KRJ-03", (2, 2, 2), "KRJ-02")
    return forecast_plan(first, guard, second, last, launch="KRJ-03", agencies=names)


def test_criticality_counts_the_runs_in_which_an_activity_drives_the_launch() -> None:
    found = parallel().insight().criticality
    assert found["KRJ-03"] == 1
    assert 0.6 < found["KRJ-01"] < 1
    assert 0 < found["KRJ-02"] < found["KRJ-01"]
    assert found["KRJ-01"] + found["KRJ-02"] >= 1


def test_the_longer_and_less_sure_activity_tells_more_of_the_launch() -> None:
    found = parallel().insight().sensitivity
    assert found["KRJ-01"] > 0.8
    assert 0 < found["KRJ-02"] < found["KRJ-01"]
    assert found["KRJ-03"] == 0


def test_an_insight_holds_the_same_forecast() -> None:
    plan = parallel()
    assert np.array_equal(plan.insight(driver()).forecast.launches, plan.forecast(driver()).launches)


@pytest.mark.parametrize(
    ("other", "expected"),
    [([1, 2, 3, 4], 1.0), ([9, 7, 5, 3], -1.0), ([1, 1, 1, 1], 0.0), ([1, 4, 3, 2], 0.2)],
)
def test_ranks_correlate_as_spearman_says(other: list[int], expected: float) -> None:
    assert rank_correlation(np.array([2, 3, 5, 9]), np.array(other)) == pytest.approx(expected)


def test_equal_values_share_their_mean_rank() -> None:
    found = rank_correlation(np.array([1, 1, 2, 3]), np.array([1, 2, 2, 4]))
    assert found == pytest.approx(np.corrcoef([1.5, 1.5, 3, 4], [1, 2.5, 2.5, 4])[0, 1])


def test_the_effect_of_a_driver_is_the_launch_without_it_from_the_same_draws() -> None:
    plan = parallel()
    struck = always("satu", items=("KRJ-01", "KRJ-02"))
    idle = always("dua", items=("QQQ-01",))
    found = plan.insight(struck, idle)
    first, second = found.drivers
    assert (first.driver, second.driver) == ("satu", "dua")
    assert (first.p50_without, first.p80_without) == (plan.forecast().p50, plan.forecast().p80)
    assert 13.5 < first.mean_days < 14.5
    assert second.mean_days == 0
    assert (second.p50_without, second.p80_without) == (found.forecast.p50, found.forecast.p80)


def test_a_driver_acts_as_long_as_work_that_it_could_delay_is_unfinished() -> None:
    never = {"frequency": {"hit": 0, "documented": 9}}
    found = parallel().insight(driver("rare", items=("KRJ-03",), **never), driver("over", items=("QQQ-01",)))
    assert [(effect.mean_days, effect.acts) for effect in found.drivers] == [(0, True), (0, False)]


def test_each_driver_is_taken_away_alone() -> None:
    both = parallel().insight(always("satu"), always("dua"))
    assert both.drivers[0].p50_without == parallel().forecast(always("dua")).p50


@settings(max_examples=25)
@given(plans(spread=12, links=st.just("FS")))
def test_waiting_for_more_agencies_never_opens_earlier_and_for_all_is_the_forecast(
    plan: ForecastPlan,
) -> None:
    found = plan.insight(driver(stages=("kerja",)), runs=40)
    assert [one.agencies for one in found.waiting] == list(range(1, len(found.waiting) + 1))
    assert [one.p50 for one in found.waiting] == sorted(one.p50 for one in found.waiting)
    assert [one.p80 for one in found.waiting] == sorted(one.p80 for one in found.waiting)
    last = [(one.p50, one.p80) for one in found.waiting[-1:]]
    assert last == [(found.forecast.p50, found.forecast.p80)] * len(last)


def test_waiting_for_one_agency_is_as_early_as_the_earliest_of_them() -> None:
    found = agencies(*AGENCIES).insight(runs=300)
    single = agencies("bpjs").forecast(runs=300)
    assert [one.agencies for one in found.waiting] == [1, 2, 3, 4]
    assert found.waiting[0].p50 < single.p50 < found.waiting[-1].p50


def test_agencies_of_fixed_durations_cost_what_the_slowest_of_those_waited_for_takes() -> None:
    slow = always("lambat", items=("KRJ-01",), agencies={"share": 1, "categories": ("vertical",)})
    plan = agencies("bpjs", "pln", points=(5, 5, 5))
    kept = {"pln": Agency(name="PLN", category="vertical"), "bpjs": Agency(name="BPJS")}
    plan = of_checklist(plan.checklist, plan.state.plan.model_copy(update={"agencies": kept}))
    found = plan.insight(slow, runs=5)
    assert [one.p50 for one in found.waiting] == opening(11, 21)
    assert ready(found, 1, 2) == opening(9, 19)
    assert medians(found) == dict(zip(("bpjs", "pln"), opening(9, 19), strict=True))


def ready(found: Insight, *counts: int) -> list[date]:
    assert found.agencies is not None
    return [found.agencies.by(count, 0.5) for count in counts]


def medians(found: Insight) -> dict[str, date]:
    assert found.agencies is not None
    return dict(found.agencies.median)


def test_an_agency_is_ready_as_if_it_were_the_only_one() -> None:
    found = agencies(*AGENCIES).insight(runs=300).agencies
    assert found is not None
    alone = agencies("pln").forecast(runs=300)
    assert found.median["pln"] == np.busday_offset(alone.p50, -2).astype(date)


def test_the_number_of_agencies_ready_grows_with_the_day() -> None:
    found = agencies(*AGENCIES).insight(runs=300).agencies
    assert found is not None
    some = [found.ready(DAY + timedelta(days=n)) for n in range(0, 140, 7)]
    assert some == sorted(some)
    assert (some[0], some[-1]) == (0, 4)
    middle = found.by(2, 0.5)
    assert found.at_least(1, middle) > found.at_least(2, middle) >= 0.5 > found.at_least(4, middle)
    assert found.ready(middle) == pytest.approx(sum(found.at_least(k, middle) for k in (1, 2, 3, 4)))
    assert found.by(1, 0.5) < found.by(4, 0.5)


def test_an_agency_that_is_through_is_ready_on_its_last_day() -> None:
    accepted = Review(decision="accepted", by="sekda")
    done = Progress(status="done", started_on=DAY, finished_on=date(2026, 1, 9), review=accepted)
    plan = agencies("bpjs", "pln")
    through = {"KRJ-01.pln": done, "KRJ-02.pln": done.model_copy(update={"finished_on": date(2026, 1, 16)})}
    plan = of_checklist(plan.checklist, plan.state.plan, through, day=date(2026, 2, 2))
    assert medians(plan.insight(runs=20))["pln"] == date(2026, 1, 16)


def test_a_driver_touches_a_share_of_the_agencies() -> None:
    plan = agencies(*AGENCIES, points=(5, 5, 5), gates=False)
    some = always("sebagian", items=("KRJ-02",), agencies={"share": 0.25})
    found = plan.insight(some, runs=4_000)
    assert found.agencies is not None
    on_time, late = opening(9, 19)
    assert found.agencies.at_least(4, on_time) == pytest.approx(0.75**4, abs=0.03)
    assert found.agencies.ready(on_time) == pytest.approx(3, abs=0.05)
    assert found.agencies.ready(late) == 4


def test_a_driver_strikes_all_the_activities_of_an_agency_together() -> None:
    plan = agencies("pln", points=(5, 5, 5), gates=False)
    some = always("sebagian", stages=("kerja",), agencies={"share": 0.5})
    found = plan.insight(some).agencies
    assert found is not None
    assert sorted({date.fromordinal(int(d)) for d in found.ordinals[0]}) == opening(9, 29)


def test_a_driver_of_some_agencies_leaves_work_done_once_alone() -> None:
    single = always("sebagian", items=("KRJ-03",), agencies={"share": 1})
    plan = agencies("pln", points=(5, 5, 5))
    assert plan.forecast(single).p90 == plan.schedule.launch


def test_without_agencies_there_is_nobody_to_wait_for_and_the_stand_in_counts_as_any_of_them() -> None:
    plan = agencies(points=(5, 5, 5))
    some = always("sebagian", items=("KRJ-01",), agencies={"share": 1, "categories": ("vertical",)})
    found = plan.insight(some)
    assert (found.agencies, found.waiting) == (None, ())
    assert found.forecast.p50 == opening(21)[0]


def test_the_progress_of_an_insight_is_told_step_by_step_to_the_end() -> None:
    plan = agencies(*AGENCIES)
    told: list[float] = []
    insight(*plan.given, [driver(effect=days(1, 2, 3))], runs=20, report=told.append)
    assert told == [step / 11 for step in range(1, 12)]


def test_adding_an_agency_leaves_the_draws_of_the_others_as_they_were() -> None:
    few, many = agencies("bpjs", "pln").insight(), agencies(*AGENCIES).insight()
    assert medians(few).items() <= medians(many).items()


def test_what_waits_for_the_launch_is_no_part_of_the_insight() -> None:
    plan = forecast_plan(
        task("KRJ-01", (1, 2, 3)), task("KRJ-02", (5, 6, 9), "KRJ-01"), launch="KRJ-01", agencies=["pln"]
    )
    found = plan.insight(driver())
    assert set(found.sensitivity) == set(found.criticality) == {"KRJ-01"}
