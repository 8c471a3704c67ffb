"""Plans tried on scratch paper, and dates frozen as baselines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from planner.domain.changes import (
    ActivityChange,
    AgencyChange,
    Change,
    NewAgencies,
    PlanningChange,
    SettingsChange,
)
from planner.domain.plan import FundingWindow, PlannedConstraint, PlannedDuration
from planner.workspace import Broken, Missing, Refused, Snapshot, launch_holds, seen_revisions
from tests.workspace.office import FIRST_DAY, MONEY_ALL_THE_TIME, PLAN, SETTINGS, STAFF, TODAY, Office, codes
from tests.workspace.office import written as _written


def _tried(office: Office, *changes: Change) -> Snapshot:
    found = office.workspace.tried(office.seen(), changes, STAFF)
    assert isinstance(found, Snapshot), found
    return found


def _longer(activity: str, days: int) -> PlanningChange:
    return PlanningChange(
        activity=activity, duration=PlannedDuration(optimistic=days, likely=days, pessimistic=days)
    )


LATE_MONEY = FundingWindow(
    year=2027, budget="original", available_from=date(2027, 5, 3), spend_by=date(2027, 12, 1)
)
NOT_BEFORE = PlannedConstraint(type="SNET", day=date(2027, 8, 2))
TRIALS: Mapping[str, tuple[Change, ...]] = {
    "an agency joins and has work of its own": (
        NewAgencies(names=("PLN",)),
        _longer("PSP-03.pln", 200),
        ActivityChange(activity="PSP-02.pln", status="in_progress"),
    ),
    "an agency leaves": (AgencyChange(agency="polres", active=False, reason="Menunda"),),
    "an agency moves to the second wave": (AgencyChange(agency="polres", wave=2),),
    "all agencies are gone": tuple(
        AgencyChange(agency=a, active=False, reason="Menunda") for a in ("bpjs", "polres")
    ),
    "a budget opens late": (SettingsChange(windows=(LATE_MONEY,)),),
    "a budget holds no money": (SettingsChange(windows=(LATE_MONEY.model_copy(update={"granted": False}),)),),
    "work takes longer": (_longer("PSP-01", 60),),
    "work is done every day": (PlanningChange(activity="PSP-01", week=7),),
    "work may not begin before a day": (PlanningChange(activity="BKA-02", constraint=NOT_BEFORE),),
    "the week has six days": (SettingsChange(week=6),),
    "days off are added": (SettingsChange(days_off=(date(2027, 2, 2), date(2027, 2, 3))),),
    "the target moves": (SettingsChange(target=date(2027, 1, 4)),),
    "the plan began earlier": (SettingsChange(start=date(2024, 1, 2)),),
}


@pytest.mark.parametrize("name", TRIALS)
def test_a_plan_that_is_tried_stands_as_it_would_stand_once_it_is_kept(started: Office, name: str) -> None:
    before = started.workspace.history(PLAN)
    tried = _tried(started, *TRIALS[name])
    assert started.workspace.history(PLAN) == before
    assert tried != started.seen()
    _written(started.workspace.record_all(PLAN, TRIALS[name], actor=STAFF))
    kept = started.seen()
    assert tried.version != kept.version
    assert (tried.state, tried.work, tried.readiness) == (kept.state, kept.work, kept.readiness)
    assert (tried.schedule, tried.planned, tried.actions) == (kept.schedule, kept.planned, kept.actions)
    assert (tried.days_off, tried.checklist, tried.regency) == (kept.days_off, kept.checklist, kept.regency)
    assert launch_holds(tried) == launch_holds(kept)


def test_longer_work_and_late_money_are_seen_in_the_launch(started: Office) -> None:
    assert _tried(started, *TRIALS["a budget opens late"]).schedule.dates["BKA-01"].early_start == date(
        2027, 5, 3
    )
    assert _tried(started, MONEY_ALL_THE_TIME).schedule.launch < started.seen().schedule.launch
    began = _tried(started, *TRIALS["work may not begin before a day"]).schedule.dates["BKA-02"].early_start
    assert began == date(2027, 8, 2)


def test_an_agency_of_the_second_wave_is_not_waited_for(started: Office) -> None:
    waited_for = _tried(started, MONEY_ALL_THE_TIME, _longer("PSP-03.polres", 300))
    let_go = _tried(
        started, MONEY_ALL_THE_TIME, _longer("PSP-03.polres", 300), AgencyChange(agency="polres", wave=2)
    )
    assert let_go.schedule.launch < waited_for.schedule.launch
    assert let_go.work.gates["uji-coba"] == ("PSP-03.bpjs",)


def test_what_cannot_stand_is_refused_with_its_place_in_the_list(started: Office) -> None:
    nobody = AgencyChange(agency="pln", active=False)
    found = started.workspace.tried(started.seen(), [SettingsChange(week=6), nobody], STAFF)
    assert isinstance(found, Refused)
    assert (codes(found), found.position) == (["unknown_agency"], 1)


def test_no_two_trials_and_no_trial_and_the_record_share_a_version(started: Office) -> None:
    trials = [_tried(started), *(_tried(started, *changes) for changes in TRIALS.values())]
    versions = {snapshot.version for snapshot in (started.seen(), *trials)}
    assert len(versions) == len(TRIALS) + 2
    assert _tried(started, *TRIALS["work takes longer"]) == _tried(started, *TRIALS["work takes longer"])


def test_a_trial_on_a_past_day_is_made_on_that_day(started: Office) -> None:
    past = started.seen(FIRST_DAY + timedelta(days=7))
    found = started.workspace.tried(past, [ActivityChange(activity="PSP-01", status="in_progress")], STAFF)
    assert isinstance(found, Snapshot)
    assert (found.day, found.today, found.past) == (past.day, TODAY, True)
    assert found.state.progress["PSP-01"].started_on == past.day


def test_a_trial_of_a_trial_builds_on_it(started: Office) -> None:
    first = _tried(started, NewAgencies(names=("PLN",)))
    second = started.workspace.tried(first, [_longer("PSP-03.pln", 90)], STAFF)
    assert isinstance(second, Snapshot)
    assert second.state == _tried(started, NewAgencies(names=("PLN",)), _longer("PSP-03.pln", 90)).state


def test_what_was_seen_is_told_of_all_that_is_written(started: Office) -> None:
    changes: list[Change] = [
        NewAgencies(names=("PLN",)),
        SettingsChange(week=6),
        _longer("PSP-03.pln", 90),
    ]
    assert seen_revisions(started.seen(), changes, STAFF) == {
        ("agency", "pln"): 0,
        ("plan", PLAN): 1,
        ("planning", "PSP-03.pln"): 0,
    }


# Baselines.


def test_dates_are_frozen_as_they_stand_and_become_the_current_baseline(started: Office) -> None:
    seen = started.seen()
    _written(started.workspace.freeze(PLAN, " Awal ", actor=STAFF, why="Rapat pertama"))
    plan = started.seen().state.plan
    kept = plan.baselines["awal"]
    assert (kept.name, kept.frozen_on, kept.launch) == ("Awal", TODAY, seen.schedule.launch)
    assert plan.settings.baseline == "awal"
    assert set(kept.activities) == set(seen.work.activities)
    dates = seen.schedule.dates["BKA-01"]
    frozen = kept.activities["BKA-01"]
    assert (frozen.start, frozen.finish) == (dates.early_start, dates.early_finish)
    assert {entry.why for entry in started.workspace.history(PLAN, limit=2)} == {"Rapat pertama"}


def test_several_baselines_are_kept_and_any_may_be_the_current_one(started: Office) -> None:
    for name in ("Awal", "Kedua"):
        _written(started.workspace.freeze(PLAN, name, actor=STAFF))
        started.record(_longer("BKA-01", 40))
    plan = started.seen().state.plan
    assert (list(plan.baselines), plan.settings.baseline) == (["awal", "kedua"], "kedua")
    assert plan.baselines["awal"].launch < plan.baselines["kedua"].launch
    started.record(SettingsChange(baseline="awal"))
    assert started.seen().state.plan.settings.baseline == "awal"


def test_what_does_not_apply_is_in_no_baseline(started: Office) -> None:
    started.tick("BKA-01", "not_applicable", reason="Sudah dicoba tahun lalu")
    _written(started.workspace.freeze(PLAN, "Awal", actor=STAFF))
    assert "BKA-01" not in started.seen().state.plan.baselines["awal"].activities


def test_a_baseline_needs_a_name_of_its_own(started: Office) -> None:
    _written(started.workspace.freeze(PLAN, "Awal", actor=STAFF))
    assert codes(started.workspace.freeze(PLAN, "AWAL", actor=STAFF)) == ["duplicate_baseline"]
    assert codes(started.workspace.freeze(PLAN, " ", actor=STAFF)) == ["name_needed"]
    assert len(started.seen().state.plan.baselines) == 1


def test_no_dates_are_frozen_of_a_plan_that_cannot_be_shown(office: Office) -> None:
    assert office.workspace.freeze(PLAN, "Awal", actor=STAFF) == Missing(PLAN)
    _written(office.workspace.create(PLAN, SETTINGS, actor=STAFF))
    office.change_item("weight: 3", "weight: 9")
    assert isinstance(office.workspace.freeze(PLAN, "Awal", actor=STAFF), Broken)
