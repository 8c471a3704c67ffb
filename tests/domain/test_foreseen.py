"""What a plan should have reached by now, and what it is measured by."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.foreseen import Foreseen, foreseen
from planner.domain.plan import Baseline, BaselineDates
from tests.domain.small_plans import START, SmallPlan, chain, small_plan

FROM_START = {
    "AAA-01": date(2026, 6, 2),
    "AAA-02": date(2026, 6, 5),
    "AAA-03": date(2026, 6, 8),
    "AAA-04": date(2026, 6, 9),
    "AAA-05": date(2026, 6, 16),
}


def course(plan: SmallPlan, *holidays: date) -> Foreseen:
    return foreseen(plan.work, plan.state.plan, holidays)


def test_without_target_and_baseline_work_runs_from_the_first_day_whatever_was_done_since() -> None:
    late = {"AAA-01": {"status": "done", "finished_on": date(2026, 6, 20)}}
    assert course(small_plan(chain(late))) == Foreseen(FROM_START, "start")


def test_days_off_put_off_what_was_foreseen() -> None:
    assert course(small_plan(chain()), date(2026, 6, 2)).finish["AAA-01"] == date(2026, 6, 3)


def test_with_a_target_work_should_be_over_on_its_latest_day_for_it() -> None:
    found = course(small_plan(chain(target=date(2026, 6, 30))))
    assert found == Foreseen(
        {
            "AAA-01": date(2026, 6, 23),
            "AAA-02": date(2026, 6, 29),
            "AAA-03": date(2026, 6, 29),
            "AAA-04": date(2026, 6, 30),
            "AAA-05": FROM_START["AAA-05"],
        },
        "target",
    )


def test_a_plan_that_began_long_ago_is_not_overdue_for_its_new_target() -> None:
    found = course(small_plan(chain(target=date(2028, 6, 30))))
    assert min(found.finish[i] for i in ("AAA-01", "AAA-02", "AAA-03", "AAA-04")) > date(2028, 6, 1)


def test_the_current_baseline_counts_before_the_target() -> None:
    frozen = Baseline(
        name="Awal",
        frozen_on=START,
        launch=date(2026, 7, 1),
        activities={"AAA-01": BaselineDates(start=START, finish=date(2026, 6, 12))},
    )
    plan = small_plan(chain(target=date(2026, 6, 30), baseline="awal")).state.plan
    work = small_plan(chain()).work
    found = foreseen(work, plan.model_copy(update={"baselines": {"awal": frozen}}), ())
    assert (found.by, found.finish["AAA-01"]) == ("baseline", date(2026, 6, 12))
    assert found.finish["AAA-02"] == date(2026, 6, 29)


def test_a_baseline_that_is_not_there_counts_for_nothing() -> None:
    assert course(small_plan(chain(baseline="awal"))).by == "start"


def test_what_was_foreseen_waits_for_money_too() -> None:
    case = chain(start=date(2026, 12, 14))
    case["items"]["AAA-02"]["funding"] = "apbd"
    found = course(small_plan(case)).finish
    assert (found["AAA-01"], found["AAA-02"]) == (date(2026, 12, 15), date(2027, 2, 3))


def test_work_that_waits_for_itself_has_nothing_foreseen() -> None:
    case = chain()
    case["items"]["AAA-01"]["after"] = ["AAA-02"]
    with pytest.raises(ValueError, match="AAA-01"):
        course(small_plan(case))
