"""Plan quality checks: each finds what it is for, and nothing in a plan that is well made."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.domain.quality import CHECKS, Check, Finding, quality
from planner.domain.target import target_dates
from tests.domain.small_plans import small_plan

START = date(2026, 6, 1)
TARGET = date(2026, 8, 31)
OVER = {"status": "done", "submitted_by": "staf"}
ITEMS: dict[str, Any] = {
    "AAA-01": {"days": 5},
    "AAA-02": {"days": 4, "after": ["AAA-01"]},
    "AAA-09": {"days": 1, "after": ["AAA-02"]},
    "AAA-10": {"days": 2, "after": ["AAA-09"]},
}


def june(day: int) -> date:
    return date(2026, 6, day)


def check(
    changed: dict[str, Any] | None = None,
    progress: dict[str, Any] | None = None,
    day: date = START,
    **plan: Any,
) -> tuple[Finding, ...]:
    """What is found in a chain of three before and one after the opening, with some items changed."""
    case = {
        "plan": {"start": START, "target": TARGET, **plan},
        "day": day,
        "items": ITEMS | (changed or {}),
        "launch": "AAA-09",
        "progress": progress or {},
    }
    p = small_plan(case)
    given = (p.work, p.state, p.readiness)
    return quality(*given, p.schedule, target_dates(*given, p.day, p.holidays), p.holidays)


def found(of: Check, **given: Any) -> tuple[str, ...]:
    """The activities of the only finding, which must be of one check."""
    (finding,) = check(**given)
    assert finding.check == of
    return finding.activities


def fixed(kind: str, day: date | None) -> dict[str, Any]:
    return {"AAA-02": {"constraint": {"type": kind} | ({} if day is None else {"day": day})}}


def test_a_plan_that_is_well_made_gets_no_advice() -> None:
    assert check() == ()


def test_a_plan_without_a_target_is_told_so() -> None:
    assert check(target=None) == (Finding("no_target", ()),)


def test_findings_stand_in_the_order_of_the_checks() -> None:
    findings = check(
        {"AAA-02": {"days": 60, "after": ["AAA-01"]}}, target=june(2), planning=fixed("MSO", june(8))
    )
    order = [finding.check for finding in findings]
    assert order == ["negative_float", "hard_constraint", "long_task"]
    assert order == [name for name in CHECKS if name in order]


def test_work_too_late_for_the_target_is_named() -> None:
    assert found("negative_float", target=june(11)) == ("AAA-01", "AAA-02", "AAA-09")


def test_work_too_late_for_a_deadline_is_named_without_a_target() -> None:
    late = check(target=None, planning=fixed("FNLT", june(10)))
    assert [f.check for f in late] == ["no_target", "negative_float", "hard_constraint"]
    assert late[1].activities == ("AAA-01", "AAA-02")


def test_work_that_fits_into_no_budget_is_named() -> None:
    changed = {"AAA-01": {"days": 40, "funding": "apbd"}}
    windows = [
        {
            "year": year,
            "budget": budget,
            "available_from": date(year, 6, 1),
            "spend_by": date(year, 6, 19),
        }
        for year in range(2026, 2045)
        for budget in ("original", "revised")
    ]
    assert found("unfunded", changed=changed, windows=windows) == ("AAA-01",)


def test_work_done_ahead_of_its_turn_is_named() -> None:
    early = {"AAA-02": {"status": "in_progress", "started_on": START, "remaining": 3}}
    assert found("out_of_sequence", progress=early, day=june(2)) == ("AAA-02",)


@pytest.mark.parametrize(
    "record",
    [
        {"status": "in_progress", "started_on": june(3), "remaining": 3},
        OVER | {"finished_on": june(3)},
        OVER | {"started_on": june(2), "finished_on": june(1)},
    ],
)
def test_records_of_days_to_come_or_turned_round_are_named(record: dict[str, Any]) -> None:
    assert found("invalid_date", progress={"AAA-01": record}, day=june(2)) == ("AAA-01",)


@pytest.mark.parametrize("kind", ["SNLT", "FNLT", "MSO", "MFO"])
def test_unstarted_work_fixed_to_a_day_past_is_named(kind: str) -> None:
    findings = {f.check: f.activities for f in check(day=june(3), planning=fixed(kind, june(2)))}
    assert findings["invalid_date"] == ("AAA-02",)


@pytest.mark.parametrize(("kind", "named"), [("MSO", False), ("MFO", True)])
def test_a_day_past_to_start_on_is_no_matter_to_what_has_begun(kind: str, named: bool) -> None:
    over = OVER | {"started_on": START, "finished_on": START}
    begun = {"status": "in_progress", "started_on": june(2), "remaining": 1}
    records = {"AAA-01": over, "AAA-02": begun}
    findings = {f.check for f in check(progress=records, day=june(3), planning=fixed(kind, june(2)))}
    assert ("invalid_date" in findings) == named


@pytest.mark.parametrize(("kind", "day"), [("SNET", june(2)), ("FNET", june(2)), ("ALAP", None)])
def test_constraints_that_only_hold_back_are_no_matter(kind: str, day: date | None) -> None:
    assert check(day=june(3), planning=fixed(kind, day)) == ()


def test_work_due_by_now_in_the_current_baseline_and_not_over_then_is_named() -> None:
    frozen = {"name": "Awal", "frozen_on": START, "launch": TARGET, "activities": {}}
    days = {"AAA-01": june(2), "AAA-02": june(8), "AAA-77": june(2)}
    frozen["activities"] = {i: {"start": START, "finish": day} for i, day in days.items()}
    case = {
        "plan": {"start": START, "target": TARGET, "baseline": "awal"},
        "day": june(3),
        "items": ITEMS,
        "launch": "AAA-09",
    }
    assert missed(case, {"awal": frozen}) == (Finding("missed", ("AAA-01",)),)
    assert missed(case, {"lain": frozen}) == ()
    kept = {"AAA-01": OVER | {"started_on": START, "finished_on": june(2)}}
    assert missed(case | {"progress": kept}, {"awal": frozen}) == ()


def missed(case: dict[str, Any], baselines: dict[str, Any]) -> tuple[Finding, ...]:
    p = small_plan(case)
    plan = type(p.state.plan).model_validate(p.state.plan.model_dump() | {"baselines": baselines})
    state = p.state.model_copy(update={"plan": plan})
    return quality(p.work, state, p.readiness, p.schedule, None, p.holidays)


def test_hard_constraints_are_named() -> None:
    assert found("hard_constraint", planning=fixed("MSO", june(8))) == ("AAA-02",)


@pytest.mark.parametrize(
    ("unit", "days", "named"), [("work", 44, 0), ("work", 45, 1), ("calendar", 61, 0), ("calendar", 62, 1)]
)
def test_work_of_more_than_two_months_is_named(unit: str, days: int, named: int) -> None:
    assert len(check({"AAA-02": {"days": days, "unit": unit, "after": ["AAA-01"]}})) == named


def test_work_in_progress_is_long_by_what_remains() -> None:
    running = {"status": "in_progress", "started_on": START, "remaining": 45}
    assert found("long_task", progress={"AAA-01": running}) == ("AAA-01",)
    assert check(progress={"AAA-01": running | {"remaining": 44}}) == ()


def test_work_before_the_opening_that_it_does_not_wait_for_is_named() -> None:
    assert found("no_successor", changed={"AAA-03": {"days": 1, "after": ["AAA-01"]}}) == ("AAA-03",)


def test_a_plan_has_one_beginning() -> None:
    changed = {"AAA-02": {"days": 4}, "AAA-09": {"days": 1, "after": ["AAA-01", "AAA-02"]}}
    assert found("no_predecessor", changed=changed) == ("AAA-01", "AAA-02")
    over = {"AAA-01": OVER | {"started_on": START, "finished_on": START}}
    assert found("no_predecessor", changed=changed, progress=over) == ("AAA-02",)


def test_a_link_with_a_lead_is_named_by_its_successor() -> None:
    changed = {"AAA-02": {"days": 4, "after": [{"item": "AAA-01", "lag": -1}]}}
    assert found("lead", changed=changed) == ("AAA-02",)


def test_links_other_than_finish_to_start_are_named_beyond_a_tenth() -> None:
    changed = {"AAA-02": {"days": 4, "after": [{"item": "AAA-01", "type": "SS"}]}}
    assert found("link_type", changed=changed) == ("AAA-02",)
    many = {f"AAA-{n}": {"days": 1, "after": ["AAA-09"]} for n in range(20, 27)}
    assert check(changed | many) == ()


def test_work_with_more_than_two_months_of_float_is_named() -> None:
    beside = {"AAA-03": {"days": 1, "after": ["AAA-01"]}, "AAA-04": {"days": 40, "after": ["AAA-01"]}}
    ends = {"AAA-09": {"days": 1, "after": ["AAA-02", "AAA-03", "AAA-04"]}}
    assert check(beside | ends) == ()
    longer = beside | ends | {"AAA-05": {"days": 6, "after": ["AAA-04"]}}
    longer["AAA-09"] = {"days": 1, "after": ["AAA-02", "AAA-03", "AAA-05"]}
    assert found("high_float", changed=longer) == ("AAA-03",)


def test_work_that_is_over_or_does_not_apply_gets_no_advice() -> None:
    changed = {"AAA-02": {"days": 60, "after": ["AAA-01"]}, "AAA-03": {"days": 60, "after": ["AAA-01"]}}
    records = {
        "AAA-01": OVER | {"started_on": START, "finished_on": START},
        "AAA-02": OVER | {"started_on": june(2), "finished_on": june(2)},
        "AAA-03": {"status": "not_applicable", "reason": "tidak perlu"},
    }
    assert check(changed, records, day=june(3), planning=fixed("MSO", june(1))) == ()
