"""A tried plan beside the plan that stands: sentences, figures, what moved, what holds the launch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from planner.domain.forecast import Forecast
from planner.domain.plan import FundingWindow, PlannedConstraint, PlannedDuration, Planning
from planner.domain.schedule import Schedule
from planner.domain.trial import (
    AgencyTrial,
    DayOffTrial,
    JoiningTrial,
    PlanningTrial,
    TargetTrial,
    Trial,
    WeekTrial,
    WindowTrial,
)
from planner.domain.workdays import WorkCalendar
from planner.views import budgets, formats, trials, whatif, whatif_words
from tests.views.world import LAUNCH, TODAY, World, plan, small

FIVE = WorkCalendar.week(5, frozenset())
NAMES = {"KSP-01.polres": "Perjanjian – Polres", "polres": "Polres"}
SOONER, LATER = LAUNCH - timedelta(days=14), LAUNCH + timedelta(days=7)


def _side(world: World) -> whatif.Side:
    return whatif.Side(world.state.plan, world.work, world.readiness, world.schedule)


def _launching(world: World, day: date) -> Schedule:
    return replace(world.schedule, launch=day)


def _moving(world: World, days: int, *activities: str) -> World:
    """The world in which some activities end some calendar days later."""
    shift = timedelta(days=days)
    moved = {
        i: replace(world.schedule.dates[i], early_finish=world.schedule.dates[i].early_finish + shift)
        for i in activities
    }
    dates = {**world.schedule.dates, **moved}
    return replace(world, schedule=replace(world.schedule, dates=dates))


def _forecast(first: date, target: date | None) -> Forecast:
    launches = np.arange(first.toordinal(), first.toordinal() + 100)
    return Forecast(day=TODAY, target=target, seed=1, runs=100, drivers=(), launches=launches)


def test_with_nothing_tried_the_sentence_says_what_the_page_is_for_and_when_it_opens() -> None:
    told = whatif.purpose_sentence(small().schedule)
    assert told.startswith(whatif_words.PURPOSE)
    assert told.endswith("Dengan laju sekarang buka 14 Juni 2027, 31 hari kerja setelah target.")


def test_of_a_regency_that_is_open_nothing_can_be_moved() -> None:
    told = whatif.opened_sentence("Kabupaten Siak", date(2024, 3, 7))
    assert told.startswith("Kabupaten Siak sudah dibuka 7 Maret 2024, jadi peluncurannya tidak dapat digeser")


@pytest.mark.parametrize(
    ("launch", "told"),
    [
        (
            SOONER,
            "Dengan 3 perubahan ini peluncuran 31 Mei 2027, 10 hari kerja lebih awal daripada rencana "
            "sekarang (14 Juni 2027).",
        ),
        (
            LATER,
            "Dengan 3 perubahan ini peluncuran 21 Juni 2027, 5 hari kerja lebih lambat daripada rencana "
            "sekarang (14 Juni 2027).",
        ),
        (LAUNCH, "Dengan 3 perubahan ini peluncuran tetap 14 Juni 2027, sama dengan rencana sekarang."),
    ],
)
def test_the_result_is_told_with_both_dates(launch: date, told: str) -> None:
    world = small()
    assert whatif.result_sentence(3, world.schedule, _launching(world, launch), FIVE) == told


@pytest.mark.parametrize(
    ("launch", "told"),
    [
        (SOONER, "Dicoba: peluncuran menjadi 31 Mei 2027, 10 hari kerja lebih awal."),
        (LAUNCH, "Dicoba: peluncuran tetap 14 Juni 2027."),
    ],
)
def test_beside_the_form_the_new_launch_is_told(launch: date, told: str) -> None:
    world = small()
    assert whatif.tried_sentence(world.schedule, _launching(world, launch), FIVE) == told


def test_a_shift_over_a_weekend_alone_is_no_working_day() -> None:
    assert whatif.shift_told(0) == "kurang dari satu hari kerja berbeda"


def test_days_are_counted_on_the_working_days_of_the_plan_with_all_days_off() -> None:
    local, national = date(2027, 6, 1), date(2027, 6, 2)
    made = plan()
    settings = made.settings.model_copy(update={"week": 6, "days_off": (local,)})
    calendar = whatif.calendar(made.model_copy(update={"settings": settings}), [national])
    assert calendar.between(date(2027, 5, 31), date(2027, 6, 7)) == 4


def test_both_plans_stand_side_by_side() -> None:
    world = small()
    tried = replace(world.schedule, launch=SOONER, behind_target=21)
    before, after = (_forecast(day, world.schedule.target) for day in (date(2027, 6, 1), date(2027, 4, 1)))
    assert whatif.figures(world.schedule, tried, before, after) == [
        ("Peluncuran", "14 Jun 2027", "31 Mei 2027"),
        ("Target", "30 Apr 2027", "30 Apr 2027"),
        ("Jarak ke target", "31 hari kerja setelah target", "21 hari kerja setelah target"),
        ("Kemungkinan 50% (P50)", formats.short_day(before.p50), formats.short_day(after.p50)),
        ("Kemungkinan 80% (P80)", formats.short_day(before.p80), formats.short_day(after.p80)),
        ("Peluang mencapai target", "kurang dari 1%", "30%"),
    ]


def test_without_a_target_distance_and_chance_are_a_dash() -> None:
    world = small(target=None, behind=None)
    now = _forecast(date(2027, 6, 1), None)
    figures = {name: cells for name, *cells in whatif.figures(world.schedule, world.schedule, now, now)}
    for name in (whatif_words.TARGET, whatif_words.DISTANCE, whatif_words.CHANCE):
        assert figures[name] == [formats.NOTHING, formats.NOTHING]


def test_what_moved_farthest_comes_first_and_agencies_moved_alike_are_one_row() -> None:
    world = small()
    agencies = ("KSP-01.polres", "KSP-01.bpjs")
    then = _moving(_moving(world, -14, *agencies), 7, "USL-02")
    found = whatif.moved(_side(world), _side(then), FIVE)
    assert [(one.title, one.note, one.days) for one in found] == [
        ("Perjanjian kerja sama ditandatangani", "2 instansi", -10),
        ("Anggaran disetujui", "", 5),
    ]
    assert found[0].now == max(world.schedule.dates[i].early_finish for i in agencies)
    assert found[0].tried == max(then.schedule.dates[i].early_finish for i in agencies)


def test_an_agency_that_moved_alone_is_named() -> None:
    world = small()
    (one,) = whatif.moved(_side(world), _side(_moving(world, 7, "KSP-01.polres")), FIVE)
    assert one.note == "Polres"


def test_what_is_over_or_comes_after_the_launch_is_not_told_to_have_moved() -> None:
    world = small()
    assert whatif.moved(_side(world), _side(_moving(world, 7, "KMT-01", "RSM-02")), FIVE) == []


def test_at_most_so_many_rows_are_told() -> None:
    world = small()
    then = _moving(world, 7, "USL-02", "KSP-02", "KSP-01.polres")
    assert len(whatif.moved(_side(world), _side(then), FIVE, most=2)) == 2


def test_the_path_is_told_in_its_order_without_gates_and_agencies_together() -> None:
    world = small()
    path = ("USL-01", "gate:usulan", "KSP-01.polres", "KSP-01.bpjs", "RSM-01")
    then = replace(world, schedule=replace(world.schedule, critical_path=path))
    steps = whatif.path(_side(then))
    assert [(step.title, step.note) for step in steps] == [
        ("Usulan disusun", ""),
        ("Perjanjian kerja sama ditandatangani", "2 instansi"),
        ("Peresmian oleh Menteri", ""),
    ]
    assert (steps[2].first, steps[2].last) == (LAUNCH, LAUNCH)
    assert len(whatif.path(_side(then), most=1)) == 1


def test_activities_that_come_and_go_are_counted() -> None:
    world = small()
    fewer = {i: a for i, a in world.work.activities.items() if a.agency != "polres"}
    then = replace(world, work=replace(world.work, activities=fewer))
    assert whatif.come_and_gone(_side(world), _side(then)) == "1 kegiatan tidak lagi dihitung."
    assert whatif.come_and_gone(_side(then), _side(world)) == "1 kegiatan bertambah."
    assert whatif.come_and_gone(_side(world), _side(world)) == ""


def test_only_unfinished_work_before_the_launch_may_be_changed() -> None:
    world = small()
    ids = whatif.may_change(world.work, world.readiness)
    assert "USL-01" in ids
    assert not {"KMT-01", "RSM-02"} & set(ids)


WINDOW = FundingWindow(
    year=2027, budget="revised", available_from=date(2027, 10, 4), spend_by=date(2027, 12, 10)
)


@pytest.mark.parametrize(
    ("trial", "told"),
    [
        (
            PlanningTrial("USL-02", "duration", PlannedDuration(optimistic=1, likely=2, pessimistic=30)),
            "Lama kerja “USL-02”: 2 hari kerja (1 sampai 30), menurut daftar periksa 10",
        ),
        (
            PlanningTrial("HILANG", "duration", PlannedDuration(optimistic=1, likely=2, pessimistic=3)),
            "Lama kerja “HILANG”: 2 hari (1 sampai 3)",
        ),
        (
            PlanningTrial(
                "KSP-01.polres", "constraint", PlannedConstraint(type="FNLT", day=date(2027, 3, 1))
            ),
            "Batas “Perjanjian – Polres”: selesai paling lambat 1 Mar 2027",
        ),
        (
            PlanningTrial("USL-02", "constraint", PlannedConstraint(type="ALAP")),
            "Batas “USL-02”: selambat mungkin",
        ),
        (PlanningTrial("USL-02", "week", 6), "Hari kerja “USL-02”: enam hari (Senin–Sabtu)"),
        (PlanningTrial("USL-02", "duration", None), "Lama kerja “USL-02”: menurut daftar periksa"),
        (PlanningTrial("USL-02", "constraint", None), "Batas tanggal “USL-02”: tanpa batas tanggal"),
        (AgencyTrial("polres", 1), "Polres ikut sejak pembukaan (gelombang 1)"),
        (AgencyTrial("polres", 2), "Polres menyusul (gelombang 2)"),
        (AgencyTrial("polres", None), "Polres tidak ikut"),
        (JoiningTrial("Bank", "private"), "Instansi baru: Bank (swasta/perbankan)"),
        (WindowTrial(2027, "revised", WINDOW), "APBD Perubahan 2027: 4 Okt – 10 Des 2027"),
        (
            WindowTrial(2027, "revised", WINDOW.model_copy(update={"granted": False})),
            "APBD Perubahan 2027: tanpa dana untuk mal",
        ),
        (WindowTrial(2027, "original", None), "APBD murni 2027: kembali ke asumsi"),
        (DayOffTrial(date(2027, 3, 1), off=True), "1 Mar 2027 menjadi hari libur"),
        (DayOffTrial(date(2027, 3, 1), off=False), "1 Mar 2027 tidak lagi hari libur"),
        (TargetTrial(date(2027, 3, 1)), "Target peluncuran 1 Mar 2027"),
        (TargetTrial(None), "Tanpa target peluncuran"),
        (WeekTrial(6), "Hari kerja sepekan: enam hari (Senin–Sabtu)"),
    ],
)
def test_a_trial_is_told_in_words(trial: Trial, told: str) -> None:
    assert trials.told(trial, small().work, NAMES) == told


def test_how_an_activity_stands_is_told_with_code_days_and_float() -> None:
    world = small()
    told = trials.stands(world.work.activities["USL-02"], world.schedule.dates["USL-02"])
    assert told == "USL-02 · 23 Nov – 12 Des 2026 · longgar 9 hari kerja"


def test_what_a_plan_has_set_is_listed_thing_by_thing() -> None:
    short = PlannedDuration(optimistic=1, likely=2, pessimistic=3)
    planning = {
        "USL-02": Planning(week=6),
        "KSP-02": Planning(),
        "KMT-01": Planning(duration=short, constraint=PlannedConstraint(type="ALAP")),
    }
    assert trials.standing(plan().model_copy(update={"planning": planning})) == (
        PlanningTrial("KMT-01", "duration", short),
        PlanningTrial("KMT-01", "constraint", PlannedConstraint(type="ALAP")),
        PlanningTrial("USL-02", "week", 6),
    )


def test_budgets_are_shown_from_the_first_year_to_two_years_after_target_and_launch() -> None:
    settings = plan().settings
    shown = budgets.shown_budgets(settings, TODAY, date(2028, 6, 1))
    assert [(f.window.year, f.window.budget) for f in shown] == [
        (year, budget) for year in range(2026, 2031) for budget in ("original", "revised")
    ]


def test_a_budget_is_told_as_assumed_set_or_without_money() -> None:
    none = WINDOW.model_copy(update={"granted": False, "year": 2028})
    settings = plan().settings.model_copy(update={"windows": (WINDOW, none)})
    rows = [budgets.budget_row(f) for f in budgets.shown_budgets(settings, TODAY, LAUNCH)]
    assert rows[2:] == [
        ("APBD murni 2027", "1 Feb – 15 Des 2027", "asumsi"),
        ("APBD Perubahan 2027", "4 Okt – 10 Des 2027", "ditetapkan"),
        ("APBD murni 2028", "1 Feb – 15 Des 2028", "asumsi"),
        ("APBD Perubahan 2028", formats.NOTHING, "ditetapkan: tidak ada dana"),
        ("APBD murni 2029", "1 Feb – 15 Des 2029", "asumsi"),
        ("APBD Perubahan 2029", "1 Okt – 15 Des 2029", "asumsi"),
    ]
