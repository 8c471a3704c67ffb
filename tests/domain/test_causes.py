"""What sets a date: links, the record, the plan's own days, and money."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.domain.causes import Cause, causes
from planner.domain.network import ConstraintType
from planner.domain.plan import PlannedConstraint
from planner.domain.schedule import DrivingLink
from tests.domain.small_plans import SmallPlan, small_plan

DAY = date(2027, 3, 1)
"""A Monday, inside the original budget of 2027 as assumed (1 February to 15 December)."""


def plan(
    items: dict[str, Any] | None = None, *, progress: dict[str, Any] | None = None, **settings: Any
) -> SmallPlan:
    """Work of ten days, then building of twenty with money of the regional budget, then the launch."""
    return small_plan(
        {
            "plan": {"start": DAY, **settings},
            "day": DAY,
            "items": {
                "AAA-01": {"days": 10},
                "AAA-02": {"days": 20, "after": ["AAA-01"], "funding": "apbd", "gates": ["usulan"]},
                "AAA-03": {"days": 1, "after": [{"gate": "usulan"}]},
                **(items or {}),
            },
            "launch": "AAA-03",
            "progress": progress or {},
        }
    )


def found(small: SmallPlan, activity: str) -> tuple[Cause, ...]:
    return causes(small.work, small.state, small.schedule, small.holidays, activity)


def own(small: SmallPlan, activity: str = "AAA-02") -> Cause:
    return found(small, activity)[0]


def building(after: Any = ("AAA-01",), **values: Any) -> dict[str, Any]:
    return {"AAA-02": {"days": 20, "after": list(after), "funding": "apbd", "gates": ["usulan"], **values}}


def wanted(kind: ConstraintType, day: date | None = None, activity: str = "AAA-02") -> dict[str, Any]:
    return {activity: {"constraint": {"type": kind, "day": day}}}


def window(year: int, budget: str, first: date, last: date, *, granted: bool = True) -> dict[str, Any]:
    return {"year": year, "budget": budget, "available_from": first, "spend_by": last, "granted": granted}


def budgets(cause: Cause) -> tuple[Any, ...]:
    """The budget that pays, the one that was too short, and those without money, as year and kind."""
    assert cause.money is not None
    all_of_them = (cause.money.funding, cause.money.too_short, *cause.money.empty)
    return tuple(f and (f.window.year, f.window.budget) for f in all_of_them)


LATE = {"AAA-01": {"days": 190}}
"""Ready on 22 November 2027, too late for twenty days before 15 December."""


# links and the record


def test_links_lead_back_to_work_that_waits_for_nothing() -> None:
    assert found(plan(), "AAA-03") == (
        Cause("AAA-03", DrivingLink("gate:usulan", "AAA-03", "FS")),
        Cause("gate:usulan", DrivingLink("AAA-02", "gate:usulan", "FS")),
        Cause("AAA-02", DrivingLink("AAA-01", "AAA-02", "FS")),
        Cause("AAA-01"),
    )


def test_work_that_is_over_is_a_first_cause() -> None:
    over = {"AAA-01": {"status": "done", "started_on": date(2027, 2, 1), "finished_on": date(2027, 2, 12)}}
    small = replace(plan(progress=over), day=date(2027, 3, 2))
    assert found(small, "AAA-01") == (Cause("AAA-01"),)


def test_what_has_begun_is_not_held_by_what_is_over() -> None:
    begun = {"AAA-02": {"status": "in_progress", "started_on": date(2027, 2, 1)}}
    small = plan({"AAA-01": {"days": 0}}, progress=begun)
    dates = dict(small.schedule.dates)
    over = date(2027, 2, 26)
    dates["AAA-01"] = replace(dates["AAA-01"], early_start=over, early_finish=over)
    link = DrivingLink("AAA-01", "AAA-02", "FS")
    told = replace(small.schedule, dates=dates, driving=(link,))
    assert causes(small.work, small.state, told, (), "AAA-02") == (Cause("AAA-02"),)
    open_still = replace(small.schedule, driving=(link,))
    assert causes(small.work, small.state, open_still, (), "AAA-02")[0] == Cause("AAA-02", link)


def test_a_circle_of_links_comes_to_an_end() -> None:
    small = plan()
    there, back = DrivingLink("AAA-01", "AAA-03", "FS"), DrivingLink("AAA-03", "AAA-01", "FS")
    told = replace(small.schedule, driving=(there, back))
    assert causes(small.work, small.state, told, (), "AAA-03") == (Cause("AAA-03", there), Cause("AAA-01"))


def test_an_unknown_activity_is_an_error() -> None:
    with pytest.raises(KeyError):
        found(plan(), "QQQ-99")


# money


def test_work_that_fits_into_an_open_budget_does_not_wait_for_money() -> None:
    assert own(plan()) == Cause("AAA-02", DrivingLink("AAA-01", "AAA-02", "FS"))


def test_work_too_long_for_the_rest_of_a_budget_waits_for_the_next_and_names_what_made_it_late() -> None:
    told = found(plan(LATE), "AAA-02")
    assert budgets(told[0])[:2] == ((2028, "original"), (2027, "revised"))
    assert told[0].money is not None
    assert told[0].money.ready == date(2027, 11, 22)
    assert told[0].link == DrivingLink("AAA-01", "AAA-02", "FS")
    assert told[1:] == (Cause("AAA-01"),)


def test_where_no_earlier_budget_could_have_been_reached_the_chain_ends_with_the_money() -> None:
    first = window(2027, "original", date(2027, 6, 1), date(2027, 12, 15))
    told = found(plan(windows=[first]), "AAA-02")
    assert [(c.activity, c.link) for c in told] == [("AAA-02", None)]
    assert budgets(told[0]) == ((2027, "original"), None)
    assert told[0].money is not None
    assert told[0].money.ready == date(2027, 3, 15)
    assert told[0].money.funding is not None
    assert not told[0].money.funding.assumed


def test_work_ready_from_the_first_day_has_nothing_to_thank_for_being_late() -> None:
    small = plan(building(after=()), windows=[window(2027, "original", date(2027, 6, 1), date(2027, 12, 15))])
    assert own(small).link is None
    full_year = window(2027, "original", date(2027, 3, 1), date(2027, 3, 10))
    again = plan(building(after=("AAA-01",)) | {"AAA-01": {"days": 0}}, windows=[full_year])
    assert own(again).link is None


def test_a_budget_without_money_is_told() -> None:
    empty = window(2027, "original", date(2027, 2, 1), date(2027, 12, 15), granted=False)
    told = own(plan(windows=[empty]))
    assert budgets(told) == ((2027, "revised"), None, (2027, "original"))
    assert told.link is None


def test_work_longer_than_every_budget_fits_into_none() -> None:
    told = own(plan(building(days=400) | {"AAA-01": {"days": 220}}))
    assert told.money is not None
    assert told.money.funding is None
    assert told.link is None


@pytest.mark.parametrize(
    "dependency",
    [
        {"item": "AAA-01", "type": "SS", "lag": 190},
        {"item": "AAA-01", "type": "SS", "lag": 266, "unit": "calendar"},
        {"item": "AAA-01", "type": "FF", "lag": 200},
        {"item": "AAA-04", "lag": -5},
    ],
)
def test_every_kind_of_link_can_have_made_work_ready_too_late(dependency: dict[str, Any]) -> None:
    items = building(after=[dependency]) | {"AAA-04": {"days": 195}, "AAA-05": {"days": 3}}
    told = own(plan(items))
    assert budgets(told)[0] == (2028, "original")
    assert told.link == DrivingLink(
        dependency["item"],
        "AAA-02",
        dependency.get("type", "FS"),
        dependency.get("lag", 0),
        dependency.get("unit", "work"),
    )


def test_of_what_made_work_late_only_what_holds_it_is_told() -> None:
    items = building(after=["AAA-01", "AAA-04", {"item": "AAA-04", "type": "FF"}]) | LATE
    told = own(plan(items | {"AAA-04": {"days": 5}}))
    assert told.link == DrivingLink("AAA-01", "AAA-02", "FS")


def test_what_is_over_did_not_make_work_late() -> None:
    over = {"AAA-04": {"status": "done", "started_on": date(2027, 2, 1), "finished_on": date(2027, 2, 12)}}
    items = building(after=["AAA-01", "AAA-04"]) | LATE | {"AAA-04": {"days": 5}}
    assert own(plan(items, progress=over)).link == DrivingLink("AAA-01", "AAA-02", "FS")


def test_a_gate_can_have_made_work_ready_too_late() -> None:
    items = {
        "AAA-01": {"days": 190, "gates": ["usulan"]},
        "AAA-02": {"days": 20, "after": [{"gate": "usulan"}], "funding": "apbd"},
        "AAA-03": {"days": 1, "after": ["AAA-02"]},
    }
    told = found(plan(items), "AAA-02")
    assert [c.activity for c in told] == ["AAA-02", "gate:usulan", "AAA-01"]


# what the plan sets


@pytest.mark.parametrize(
    ("kind", "day"),
    [
        ("SNET", date(2027, 5, 1)),
        ("MSO", date(2027, 5, 3)),
        ("FNET", date(2027, 5, 30)),
        ("MFO", date(2027, 5, 30)),
    ],
)
def test_a_day_the_plan_set_is_a_first_cause(kind: ConstraintType, day: date) -> None:
    told = found(plan(planning=wanted(kind, day)), "AAA-02")
    assert told == (Cause("AAA-02", constraint=PlannedConstraint(type=kind, day=day)),)


@pytest.mark.parametrize("kind", ["SNET", "FNLT", "SNLT"])
def test_a_day_the_plan_set_that_changes_nothing_is_no_cause(kind: ConstraintType) -> None:
    told = own(plan(planning=wanted(kind, date(2027, 3, 3))))
    assert told == Cause("AAA-02", DrivingLink("AAA-01", "AAA-02", "FS"))


def test_a_day_already_past_is_no_cause() -> None:
    small = plan(planning=wanted("SNET", date(2027, 2, 1), "AAA-01"))
    assert own(small, "AAA-01") == Cause("AAA-01")


def test_where_a_link_and_the_plan_set_the_same_day_both_are_told() -> None:
    told = own(plan(planning=wanted("SNET", date(2027, 3, 15))))
    assert told.link == DrivingLink("AAA-01", "AAA-02", "FS")
    assert told.constraint == PlannedConstraint(type="SNET", day=date(2027, 3, 15))


def test_what_has_begun_no_longer_minds_when_it_should_start() -> None:
    begun = {"AAA-01": {"status": "in_progress", "started_on": date(2027, 3, 1)}}
    small = plan(progress=begun, planning=wanted("SNET", date(2027, 5, 3), "AAA-01"))
    assert own(small, "AAA-01") == Cause("AAA-01")


def test_work_in_calendar_days_begins_on_the_very_day_the_plan_set() -> None:
    items = {"AAA-01": {"days": 10, "unit": "calendar"}}
    told = own(plan(items, planning=wanted("SNET", date(2027, 5, 1), "AAA-01")), "AAA-01")
    assert told.constraint == PlannedConstraint(type="SNET", day=date(2027, 5, 1))
    told = own(plan(items, planning=wanted("MFO", date(2027, 5, 1), "AAA-01")), "AAA-01")
    assert told.constraint == PlannedConstraint(type="MFO", day=date(2027, 5, 1))


def test_work_as_late_as_possible_says_so_where_no_link_holds_it() -> None:
    side = {"AAA-04": {"days": 3}, "AAA-03": {"days": 1, "after": [{"gate": "usulan"}, "AAA-04"]}}
    small = plan(side, planning=wanted("ALAP", activity="AAA-04"))
    assert own(small, "AAA-04") == Cause("AAA-04", constraint=PlannedConstraint(type="ALAP"))
    held = plan(planning=wanted("ALAP"))
    assert own(held) == Cause("AAA-02", DrivingLink("AAA-01", "AAA-02", "FS"))


def test_work_as_late_as_possible_that_waits_for_money_tells_of_the_money() -> None:
    told = own(plan(LATE, planning=wanted("ALAP")))
    assert budgets(told)[0] == (2028, "original")
    assert (told.link, told.constraint) == (DrivingLink("AAA-01", "AAA-02", "FS"), None)


def test_a_day_the_plan_set_can_be_what_made_work_miss_its_money() -> None:
    late = PlannedConstraint(type="SNET", day=date(2027, 12, 1))
    told = own(plan(planning=wanted("SNET", late.day)))
    assert budgets(told)[:2] == ((2028, "original"), (2027, "revised"))
    assert (told.link, told.constraint) == (None, late)


def test_what_may_not_begin_before_a_day_could_not_have_had_an_earlier_budget() -> None:
    in_time = own(plan(LATE, planning=wanted("SNET", date(2027, 11, 18))))
    assert in_time.link == DrivingLink("AAA-01", "AAA-02", "FS")
    told = own(plan(LATE, planning=wanted("SNET", date(2027, 11, 19))))
    assert budgets(told)[0] == (2028, "original")
    assert (told.link, told.constraint) == (None, None)
