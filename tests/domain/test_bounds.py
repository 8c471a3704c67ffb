"""What of a change is beyond all bounds, and the sentence's parts that answer it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from planner.domain.changes import (
    ActivityChange,
    Against,
    Change,
    NewComment,
    PlanningChange,
    ReviewChange,
    SettingsChange,
    judged,
)
from planner.domain.changes.against import REACH
from planner.domain.changes.bounds import beyond_bounds, days_of, out_of_reach
from planner.domain.changes.people_kinds import AssignmentChange
from planner.domain.counters import Seat
from planner.domain.plan import PlannedConstraint, PlanSettings
from planner.domain.state import State
from tests.domain.builders import SECRETARY, STAFF, TODAY, checklist, done, item, plan, state

ITEMS = checklist(item("KOM-01", verify=True), item("PRM-01", after=["KOM-01"]), launch="PRM-01")
OLD_DAY_OFF = date(1990, 1, 1)
NOW = state(plan(), {"PRM-01": done(STAFF)})
FAR, LONG_AGO = TODAY + REACH + timedelta(1), TODAY - REACH - timedelta(1)
SPAN = f"{TODAY - REACH:%d/%m/%Y}–{TODAY + REACH:%d/%m/%Y}"


def _against(change: Change, now: State = NOW, actor: str = STAFF) -> tuple[Against, ...]:
    return judged([change], ITEMS, now, actor, TODAY, TODAY).against


@pytest.mark.parametrize(
    ("change", "against"),
    [
        (
            ActivityChange(activity="KOM-01", note="x" * 4001),
            Against("too_long", "4000", ("activity", "note")),
        ),
        (
            ActivityChange(activity="KOM-01", remaining=-1),
            Against("number_too_small", "0", ("activity", "remaining")),
        ),
        (
            ActivityChange(activity="KOM-01", remaining=2001),
            Against("number_too_large", "2000", ("activity", "remaining")),
        ),
        (NewComment(activity="KOM-01", text="x" * 4001), Against("too_long", "4000", ("comment", "text"))),
        (SettingsChange(name="x" * 121), Against("too_long", "120", ("plan", "name"))),
    ],
)
def test_text_and_numbers_that_cannot_stand_are_told_with_their_field_and_bound(
    change: Change, against: Against
) -> None:
    assert _against(change) == (against,)


def test_a_review_that_gives_too_long_a_reason_is_told_as_one() -> None:
    change = ReviewChange(activity="PRM-01", decision="returned", reason="x" * 4001)
    assert _against(change, actor=SECRETARY) == (Against("too_long", "4000", ("activity", "review")),)


def test_every_field_that_is_out_of_bounds_is_told() -> None:
    change = ActivityChange(activity="KOM-01", note="x" * 4001, remaining=2001)
    assert [a.code for a in _against(change)] == ["number_too_large", "too_long"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (SettingsChange(target=FAR), ("plan", "target")),
        (SettingsChange(start=LONG_AGO), ("plan", "start")),
        (SettingsChange(days_off=(FAR,)), ("plan", "days_off")),
        (AssignmentChange(activity="KOM-01", due=FAR), ("assignment", "due")),
        (ActivityChange(activity="KOM-01", started_on=LONG_AGO), ("activity", "started_on")),
        (
            PlanningChange(activity="KOM-01", constraint=PlannedConstraint(type="SNET", day=FAR)),
            ("planning", "constraint"),
        ),
    ],
)
def test_a_day_too_far_from_today_is_told_with_its_field_and_how_far_it_may_be(
    change: Change, field: Any
) -> None:
    assert _against(change) == (Against("day_out_of_reach", SPAN, field),)


@pytest.mark.parametrize(
    "change",
    [
        SettingsChange(target=TODAY + REACH),
        SettingsChange(target=None),
        PlanningChange(activity="KOM-01", week=6),
        AssignmentChange(activity="KOM-01", due=None),
        ActivityChange(activity="KOM-01", started_on=TODAY - REACH),
    ],
)
def test_days_within_reach_and_none_are_let_through(change: Change) -> None:
    assert _against(change) == ()


def test_a_day_off_that_stands_already_is_not_held_against_another() -> None:
    settings = NOW.plan.settings.model_copy(update={"days_off": (OLD_DAY_OFF,)})
    now = NOW.model_copy(update={"plan": NOW.plan.model_copy(update={"settings": settings})})
    assert _against(SettingsChange(days_off=(OLD_DAY_OFF, TODAY)), now) == ()


def test_work_in_the_future_is_told_as_that_alone() -> None:
    change = ActivityChange(activity="KOM-01", started_on=FAR)
    assert [a.code for a in _against(change)] == ["future_date"]
    assert list(days_of(change, NOW, TODAY)) == []


def test_both_ends_are_within_reach() -> None:
    ends = [(("plan", "start"), TODAY - REACH), (("plan", "target"), TODAY + REACH)]
    assert out_of_reach(ends, TODAY) == ()  # type: ignore[arg-type]


def test_what_is_wrong_in_another_way_is_not_taken_for_a_bound() -> None:
    with pytest.raises(ValidationError) as wrong:
        PlanSettings.model_validate({"name": "Kota"})
    with pytest.raises(ValidationError, match="regency"):
        beyond_bounds(wrong.value)


def test_a_field_with_several_values_is_told_once() -> None:
    with pytest.raises(ValidationError) as wrong:
        Seat(floor="dasar", counter=1, agency="polres", weekdays=(8, 9))
    assert beyond_bounds(wrong.value) == (Against("number_too_large", "7", ("seat", "weekdays")),)
