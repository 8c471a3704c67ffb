"""Trials are kept apart, and become as few changes of the record as there are subjects."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.changes import AgencyChange, NewAgencies, PlanningChange, SettingsChange
from planner.domain.plan import Agency, FundingWindow, Plan, PlannedConstraint, PlannedDuration
from planner.domain.trial import (
    UNTOLD,
    AgencyTrial,
    DayOffTrial,
    JoiningTrial,
    PlanningTrial,
    TargetTrial,
    Trial,
    WeekTrial,
    WindowTrial,
    changes,
    subject,
)
from tests.domain.builders import plan

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
SHORT = PlannedDuration(optimistic=1, likely=2, pessimistic=3)
BY_TUESDAY = PlannedConstraint(type="FNLT", day=TUESDAY)


def window(year: int, granted: bool = True) -> FundingWindow:
    return FundingWindow(
        year=year,
        budget="original",
        available_from=date(year, 3, 1),
        spend_by=date(year, 12, 1),
        granted=granted,
    )


def standing(**settings: object) -> Plan:
    made = plan()
    return made.model_copy(
        update={
            "settings": made.settings.model_copy(update=settings),
            "agencies": {"polres": Agency(name="Polres")},
        }
    )


def test_nothing_tried_asks_for_no_change() -> None:
    assert changes([], standing()) == ()


def test_what_is_planned_for_one_activity_is_one_change() -> None:
    trials = (PlanningTrial("A-01", "duration", SHORT), PlanningTrial("A-01", "constraint", BY_TUESDAY))
    assert changes(trials, standing()) == (
        PlanningChange(activity="A-01", duration=SHORT, constraint=BY_TUESDAY),
    )


def test_what_is_not_tried_for_an_activity_is_left_as_it_stands() -> None:
    (change,) = changes([PlanningTrial("A-01", "week", 6)], standing())
    assert change.model_fields_set == {"activity", "week"}


def test_what_is_planned_can_be_undone() -> None:
    (change,) = changes([PlanningTrial("A-01", "duration", None)], standing())
    assert change.model_dump(exclude_unset=True) == {"activity": "A-01", "duration": None}


def test_all_that_is_tried_of_the_settings_is_one_change() -> None:
    trials = (
        TargetTrial(TUESDAY),
        WeekTrial(6),
        DayOffTrial(MONDAY, off=True),
        DayOffTrial(TUESDAY, off=True),
        WindowTrial(2027, "original", window(2027)),
        WindowTrial(2026, "original", window(2026)),
    )
    assert changes(trials, standing()) == (
        SettingsChange(
            target=TUESDAY,
            week=6,
            days_off=(MONDAY, TUESDAY),
            windows=(window(2026), window(2027)),
        ),
    )


def test_the_target_can_be_taken_away() -> None:
    (change,) = changes([TargetTrial(None)], standing())
    assert change.model_dump(exclude_unset=True) == {"target": None}


def test_a_day_off_keeps_the_others() -> None:
    assert changes([DayOffTrial(MONDAY, off=True)], standing(days_off=(TUESDAY,))) == (
        SettingsChange(days_off=(MONDAY, TUESDAY)),
    )


def test_a_day_off_that_stands_already_is_asked_for_once() -> None:
    (change,) = changes([DayOffTrial(MONDAY, off=True)], standing(days_off=(MONDAY,)))
    assert change == SettingsChange(days_off=(MONDAY,))


def test_a_day_off_can_be_taken_away() -> None:
    assert changes([DayOffTrial(MONDAY, off=False)], standing(days_off=(MONDAY, TUESDAY))) == (
        SettingsChange(days_off=(TUESDAY,)),
    )


def test_a_window_takes_the_place_of_that_budget_only() -> None:
    stands = standing(windows=(window(2026), window(2027)))
    assert changes([WindowTrial(2026, "original", window(2026, granted=False))], stands) == (
        SettingsChange(windows=(window(2026, granted=False), window(2027))),
    )


def test_a_window_can_go_back_to_what_is_assumed() -> None:
    assert changes([WindowTrial(2026, "original", None)], standing(windows=(window(2026),))) == (
        SettingsChange(windows=()),
    )


@pytest.mark.parametrize(
    ("wave", "change"),
    [
        (1, AgencyChange(agency="polres", active=True, wave=1)),
        (2, AgencyChange(agency="polres", active=True, wave=2)),
        (None, AgencyChange(agency="polres", active=False, reason=UNTOLD)),
    ],
)
def test_an_agency_takes_part_in_a_wave_or_in_none(wave: int | None, change: AgencyChange) -> None:
    assert changes([AgencyTrial("polres", wave)], standing()) == (change,)


def test_an_agency_is_taken_out_for_the_reason_that_is_told() -> None:
    told = AgencyChange(agency="polres", active=False, reason="Menunda")
    assert changes([AgencyTrial("polres", None)], standing(), "Menunda") == (told,)


def test_agencies_join_before_anything_is_planned_for_them() -> None:
    trials = (
        PlanningTrial("A-01.bank", "duration", SHORT),
        AgencyTrial("polres", None),
        JoiningTrial("Bank", "private"),
        WeekTrial(6),
    )
    assert changes(trials, standing()) == (
        NewAgencies(names=("Bank",), category="private"),
        AgencyChange(agency="polres", active=False, reason=UNTOLD),
        SettingsChange(week=6),
        PlanningChange(activity="A-01.bank", duration=SHORT),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PlanningTrial("A", "duration", SHORT), PlanningTrial("A", "duration", None)),
        (AgencyTrial("polres", 2), AgencyTrial("polres", None)),
        (JoiningTrial("Bank", "private"), JoiningTrial(" bank", "vertical")),
        (WindowTrial(2026, "original", None), WindowTrial(2026, "original", window(2026))),
        (DayOffTrial(MONDAY, off=True), DayOffTrial(MONDAY, off=False)),
        (TargetTrial(None), TargetTrial(MONDAY)),
        (WeekTrial(5), WeekTrial(6)),
    ],
)
def test_two_trials_about_one_thing_have_one_subject(one: Trial, other: Trial) -> None:
    assert subject(one) == subject(other)


def test_trials_about_different_things_have_subjects_of_their_own() -> None:
    trials: list[Trial] = [
        PlanningTrial("A", "duration", None),
        PlanningTrial("A", "week", None),
        PlanningTrial("B", "week", None),
        AgencyTrial("polres", 1),
        JoiningTrial("polres", "vertical"),
        WindowTrial(2026, "original", None),
        WindowTrial(2026, "revised", None),
        WindowTrial(2027, "revised", None),
        DayOffTrial(MONDAY, off=True),
        DayOffTrial(TUESDAY, off=True),
        TargetTrial(None),
        WeekTrial(5),
    ]
    assert len({subject(trial) for trial in trials}) == len(trials)
