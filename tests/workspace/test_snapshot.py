from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from planner.catalog.library import Library
from planner.catalog.places import resource
from planner.domain.changes import ActivityChange, NewAgencies, ReviewChange, SettingsChange
from planner.domain.funding import YEARS_AHEAD
from planner.domain.plan import PlanSettings
from planner.domain.schedule import days_between
from planner.storage.files import FolderFiles
from planner.storage.store import Store
from planner.workspace import Broken, Missing, Refused, Snapshot, Workspace, launch_holds
from tests.workspace.office import (
    FIRST_DAY,
    MONEY_ALL_THE_TIME,
    PLAN,
    SECRETARY,
    SETTINGS,
    TODAY,
    Office,
    begin,
    written,
)


def test_a_snapshot_shows_the_plan_today(started: Office) -> None:
    seen = started.seen()
    assert (seen.day, seen.today, seen.past) == (TODAY, TODAY, False)
    assert seen.state.plan.taking_part == ("bpjs", "polres")
    assert seen.regency.name == "Kota Malang"
    assert seen.checklist.id == "contoh"
    assert (seen.readiness.overall.score, seen.readiness.ready) == (0, False)
    assert seen.schedule.day == TODAY
    assert seen.schedule.launch > TODAY
    assert [(action.item, action.step) for action in seen.actions] == [
        ("PSP-01", "start"),
        ("BKA-01", "fund"),
    ]


def test_what_should_be_done_by_now_is_shown_beside_what_is(started: Office) -> None:
    seen = started.seen()
    assert seen.planned.score is not None
    assert 0 < seen.planned.score <= 1
    assert started.seen(FIRST_DAY).planned.score == 0


def test_days_off_are_known_for_the_years_of_the_plan(started: Office) -> None:
    days_off = started.seen().days_off
    assert date(2026, 12, 25) in days_off
    assert (min(days_off).year, max(days_off).year) == (FIRST_DAY.year - 1, TODAY.year + YEARS_AHEAD)


def test_a_snapshot_of_a_past_day_shows_the_plan_as_it_stood(started: Office) -> None:
    started.tick("PSP-01", "in_progress", on=date(2026, 10, 1))
    started.tick("PSP-01", "done", on=date(2026, 10, 20))
    standing = {
        day: started.seen(day).readiness.activities["PSP-01"].standing
        for day in (date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 20))
    }
    assert list(standing.values()) == ["not_started", "in_progress", "submitted"]
    past = started.seen(date(2026, 10, 1))
    assert (past.past, past.day, past.today) == (True, date(2026, 10, 1), TODAY)


def test_a_day_to_come_counts_as_today(started: Office) -> None:
    ahead = started.seen(TODAY + timedelta(days=30))
    assert (ahead.day, ahead.past) == (TODAY, False)


def test_the_day_of_a_plan_is_the_day_in_its_time_zone(office: Office) -> None:
    office.clock.moment = datetime(2026, 11, 19, 17, 30, tzinfo=UTC)
    assert office.workspace.today("Asia/Jakarta") == date(2026, 11, 20)
    assert office.workspace.today("UTC") == date(2026, 11, 19)
    begin(office, PLAN)
    assert office.seen().today == date(2026, 11, 20)


def test_a_plan_that_is_not_there_is_missing(office: Office) -> None:
    assert office.workspace.snapshot("tidak-ada") == Missing("tidak-ada")
    assert office.workspace.plans() == {}
    assert office.workspace.history("tidak-ada") == ()


def test_a_plan_is_missing_on_the_days_before_it_began(started: Office) -> None:
    before = FIRST_DAY - timedelta(days=1)
    assert started.workspace.snapshot(PLAN, before) == Missing(PLAN, before)


def test_plans_are_listed_by_name(started: Office) -> None:
    other = SETTINGS.model_copy(update={"name": "Kabupaten Awal"})
    written(started.workspace.create("zzz", other, actor="staf"))
    assert {plan: s.name for plan, s in started.workspace.plans().items()} == {
        "zzz": "Kabupaten Awal",
        PLAN: "Kota Contoh",
    }
    assert list(started.workspace.plans()) == ["zzz", PLAN]


def test_a_broken_checklist_is_told_with_its_line_and_is_no_error(started: Office) -> None:
    started.change_item("weight: 3", "weigth: 3")
    seen = started.workspace.snapshot(PLAN)
    assert isinstance(seen, Broken)
    assert seen.checklist == "contoh"
    assert ("unknown-key", 23) in [(p.code, p.line) for p in seen.problems]
    assert isinstance(started.workspace.snapshot(PLAN, FIRST_DAY), Broken)


def test_nothing_is_recorded_against_a_broken_checklist(started: Office) -> None:
    before = started.workspace.history(PLAN)
    started.change_item("weight: 3", "weight: 9")
    change = ActivityChange(activity="PSP-01", status="done")
    assert isinstance(started.workspace.record(PLAN, change, actor="staf"), Broken)
    attached = started.workspace.attach(PLAN, "PSP-01", "sk-tim", "sk.pdf", b"x", actor="staf")
    assert isinstance(attached, Broken)
    assert started.workspace.history(PLAN) == before


def test_a_checklist_that_was_mended_is_shown_again(started: Office) -> None:
    started.change_item("weight: 3", "weight: 9")
    assert isinstance(started.workspace.snapshot(PLAN), Broken)
    started.change_item("weight: 9", "weight: 3")
    assert isinstance(started.workspace.snapshot(PLAN), Snapshot)


def test_a_checklist_that_was_taken_away_is_told(started: Office) -> None:
    for file in started.checklist.iterdir():
        file.unlink()
    started.checklist.rmdir()
    seen = started.workspace.snapshot(PLAN)
    assert isinstance(seen, Broken)
    assert [problem.code for problem in seen.problems] == ["missing-file"]


def test_an_edit_on_disk_is_seen_in_the_next_snapshot(started: Office) -> None:
    before = started.seen()
    started.change_item("title: Tim dibentuk", "title: Tim kecil dibentuk")
    after = started.seen()
    assert after.checklist.items["PSP-01"].title == "Tim kecil dibentuk"
    assert before.version != after.version


def test_an_edit_of_a_weight_moves_the_score(started: Office) -> None:
    started.tick("BKA-01")
    before = started.seen().readiness.overall
    started.change_item("weight: 2", "weight: 5")
    after = started.seen().readiness.overall
    assert before.score is not None
    assert after.score is not None
    assert (after.met_weight, after.applicable_weight) == (before.met_weight, before.applicable_weight + 3)


def test_equal_versions_mean_equal_snapshots(started: Office) -> None:
    first, second = started.seen(), started.seen()
    assert first.version == second.version == started.workspace.version(PLAN)
    assert first == second


def test_the_version_changes_with_every_write(started: Office) -> None:
    versions = [started.workspace.version(PLAN)]
    started.tick("PSP-01", "in_progress")
    versions.append(started.workspace.version(PLAN))
    started.record(NewAgencies(names=("Samsat",)))
    versions.append(started.workspace.version(PLAN))
    assert len(set(versions)) == 3


def test_the_version_changes_with_the_day(started: Office) -> None:
    before = started.workspace.version(PLAN)
    started.clock.moment += timedelta(days=1)
    assert started.workspace.version(PLAN) != before


def test_a_plan_that_is_not_there_has_one_version(office: Office) -> None:
    assert office.workspace.version(PLAN) == office.workspace.version("lain")


def test_a_tick_moves_the_score_and_the_dates(started: Office) -> None:
    started.record(MONEY_ALL_THE_TIME)
    before = started.seen()
    started.attach()
    started.tick("PSP-01", on=date(2026, 10, 1))
    started.record(ReviewChange(activity="PSP-01", decision="accepted"), actor=SECRETARY)
    after = started.seen()
    assert after.readiness.overall.met_weight == 3
    assert after.readiness.gates[0].passed
    assert after.schedule.launch < before.schedule.launch
    assert [(a.item, len(a.activities)) for a in after.actions] == [("PSP-02", 2)]


def test_a_target_that_cannot_be_kept_is_told_in_days(started: Office) -> None:
    started.record(SettingsChange(target=TODAY))
    behind = started.seen().schedule.behind_target
    assert behind is not None
    assert behind > 0


def test_what_holds_the_launch_is_told_in_days(started: Office) -> None:
    started.record(MONEY_ALL_THE_TIME)
    (hold,) = launch_holds(started.seen())
    assert (hold.action.item, hold.days) == ("PSP-01", 9)
    assert launch_holds(started.seen(), most=0) == ()


def test_money_that_the_launch_waits_for_holds_it_until_the_money_could_be_there_today(
    started: Office,
) -> None:
    waiting = started.seen()
    (hold,) = launch_holds(waiting)
    started.record(MONEY_ALL_THE_TIME)
    funded = started.seen()
    settings, days_off = funded.state.plan.settings, funded.days_off
    assert (hold.action.item, hold.action.step, hold.days) == ("BKA-01", "fund", 22)
    assert days_between(funded.schedule.launch, waiting.schedule.launch, settings, days_off) == 22
    assert waiting.schedule.dates["BKA-01"].early_start == date(2027, 2, 1)


def test_a_tick_before_money_that_is_not_there_yet_moves_the_score_but_not_the_launch(
    started: Office,
) -> None:
    before = started.seen()
    started.attach()
    started.tick("PSP-01", on=date(2026, 10, 1))
    started.record(ReviewChange(activity="PSP-01", decision="accepted"), actor=SECRETARY)
    after = started.seen()
    assert after.readiness.overall.met_weight > before.readiness.overall.met_weight
    assert after.schedule.launch == before.schedule.launch


def test_the_shipped_checklist_gives_a_whole_snapshot(office: Office) -> None:
    store = Store(f"sqlite:///{office.folder / 'mpp.db'}", office.clock)
    shipped = Library(resource("checklists"), resource("data"))
    workspace = Workspace(shipped, store, FolderFiles(office.folder / "evidence"), office.clock)
    settings = SETTINGS.model_copy(update={"checklist": "perpres-89-2021"})
    written(workspace.create(PLAN, settings, actor="staf"))
    written(workspace.record(PLAN, NewAgencies(names=("BPJS", "Polres")), actor="staf"))
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    assert len(seen.work.activities) > 80
    assert set(seen.schedule.dates) >= set(seen.work.activities)
    assert [gate.passed for gate in seen.readiness.gates] == [False] * 4
    assert seen.actions
    assert launch_holds(seen)
    store.close()


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_a_slip_in_the_year_of_the_start_is_refused_and_makes_no_plan(office: Office, year: int) -> None:
    settings = PlanSettings.model_validate(SETTINGS.model_dump() | {"start": date(year, 1, 2)})
    refused = office.workspace.create(PLAN, settings, actor="staf")
    assert isinstance(refused, Refused)
    assert [one.code for one in refused.objections] == ["day_out_of_reach"]
    assert PLAN not in office.workspace.plans()
