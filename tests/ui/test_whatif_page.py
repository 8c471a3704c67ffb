"""Bagaimana jika: changes tried on a copy, seen beside the plan, written only when they are to be used."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.changes import NewAgencies, PlanningChange, SettingsChange
from planner.domain.plan import PlannedConstraint, PlannedDuration, Planning
from planner.views import formats, labels, settings_words, whatif
from planner.views import whatif_words as words
from planner.views import words as common
from planner.workspace import Snapshot, Workspace, Written, known_drivers, plan_forecast
from tests.ui.screen import Screen, as_read

PLAN = "belitung-timur"
CEREMONY = "PRM-02"
SHORT = PlannedDuration(optimistic=1, likely=2, pessimistic=3)
SHORTER = PlanningChange(activity=CEREMONY, duration=SHORT)


def _seen(workspace: Workspace, day: date | None = None) -> Snapshot:
    seen = workspace.snapshot(PLAN, day)
    assert isinstance(seen, Snapshot)
    return seen


def _then(workspace: Workspace, *changes: PlanningChange | SettingsChange | NewAgencies) -> Snapshot:
    then = workspace.tried(_seen(workspace), changes, "siapa saja")
    assert isinstance(then, Snapshot)
    return then


def _result(workspace: Workspace, count: int, then: Snapshot) -> str:
    seen = _seen(workspace)
    calendar = whatif.calendar(seen.state.plan, seen.days_off)
    return whatif.result_sentence(count, seen.schedule, then.schedule, calendar)


def _open(screen: Screen, role: str = "sekda") -> Screen:
    return screen.go("andai", rencana=PLAN).act_as(role)


def _kind(screen: Screen, kind: words.Kind) -> Screen:
    return screen.type(words.WHAT, kind)


def _duration(screen: Screen, activity: str = CEREMONY, points: tuple[int, int, int] = (1, 2, 3)) -> Screen:
    _kind(screen, "duration").type(words.CHOOSE_ACTIVITY, activity)
    for label, days in zip(words.POINTS.values(), points, strict=True):
        screen.type(label.format(unit=labels.DAY_UNIT["work"]), days)
    return screen.press(words.TRY)


def _target(screen: Screen, day: date | None) -> Screen:
    return _kind(screen, "target").type(common.TARGET_DAY, day).press(words.TRY)


def _table(screen: Screen, place: int) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in screen.app.table[place].value.to_numpy()]


def _tries(screen: Screen) -> list[str]:
    """What is tried, as the rows with a button to take it back say."""
    helps = [as_read(b.help) for b in screen.app.button if b.label == words.REMOVE]
    opening, _ = words.REMOVE_HELP.split("{told}")
    return [told.removeprefix(opening) for told in helps]


def test_with_nothing_tried_the_page_says_what_it_is_for_and_when_the_plan_opens(
    screen: Screen, workspace: Workspace
) -> None:
    _open(screen)
    assert whatif.purpose_sentence(_seen(workspace).schedule) in screen.texts
    assert words.LIST_NONE in screen.texts
    assert len(screen.app.table) == 0


def test_a_shorter_activity_is_seen_beside_the_plan_and_not_written(
    screen: Screen, workspace: Workspace
) -> None:
    before = workspace.history(PLAN)
    _duration(_open(screen))
    assert not screen.app.exception
    then = _then(workspace, SHORTER)
    assert then.schedule.launch < _seen(workspace).schedule.launch
    assert _result(workspace, 1, then) in screen.texts
    assert words.BAND in screen.texts
    assert workspace.history(PLAN) == before
    assert _seen(workspace).state.plan.planning == {}


def test_both_plans_stand_side_by_side_with_the_forecast_of_each(
    screen: Screen, workspace: Workspace
) -> None:
    _duration(_open(screen))
    seen, then = _seen(workspace), _then(workspace, SHORTER)
    drivers = known_drivers(workspace.library)
    figures = whatif.figures(
        seen.schedule, then.schedule, plan_forecast(seen, drivers), plan_forecast(then, drivers)
    )
    assert _table(screen, 0) == [list(row) for row in figures]


def test_what_moved_and_what_holds_the_tried_launch_are_listed(screen: Screen, workspace: Workspace) -> None:
    _duration(_open(screen))
    then = _then(workspace, SHORTER)
    before, after = (
        formats.short_day(one.schedule.dates[CEREMONY].early_finish).replace(" ", "\u00a0")
        for one in (_seen(workspace), then)
    )
    assert _table(screen, 1)[0] == [
        "Acara peresmian disiapkan dengan sederhana",
        words.FROM_TO.format(now=before, tried=after),
        "8 hari kerja lebih awal",
    ]
    assert [row[0] for row in _table(screen, 2)] == [
        "Acara peresmian disiapkan dengan sederhana",
        "Peresmian oleh Menteri",
    ]


def test_a_target_alone_moves_no_date(screen: Screen) -> None:
    _target(_open(screen), date(2028, 3, 1))
    assert words.NOTHING_MOVED in screen.texts
    assert _table(screen, 0)[1] == [words.TARGET, "17 Des 2027", "1 Mar 2028"]


def test_several_things_are_tried_together_and_told_in_words(screen: Screen) -> None:
    _target(_duration(_open(screen)), date(2028, 3, 1))
    assert _tries(screen) == [
        "Lama kerja “Acara peresmian disiapkan dengan sederhana”: 2 hari kerja (1 sampai 3), menurut daftar "
        "periksa 10",
        "Target peluncuran 1 Mar 2028",
    ]


def test_the_same_thing_tried_again_takes_the_place_of_the_first(screen: Screen) -> None:
    _target(_target(_open(screen), date(2028, 3, 1)), date(2028, 4, 3))
    assert _tries(screen) == ["Target peluncuran 3 Apr 2028"]


def test_what_the_plan_says_already_is_not_tried(screen: Screen) -> None:
    _target(_open(screen), date(2027, 12, 17))
    assert screen.refused == [words.ALREADY_SO]
    assert _tries(screen) == []


def test_what_is_tried_can_be_taken_back_one_by_one(screen: Screen, workspace: Workspace) -> None:
    _target(_duration(_open(screen)), date(2028, 3, 1))
    screen.app.button(key="batal-1").click().run()
    assert _tries(screen) == ["Target peluncuran 1 Mar 2028"]
    screen.app.button(key="batal-1").click().run()
    assert whatif.purpose_sentence(_seen(workspace).schedule) in screen.texts


def test_throwing_all_away_writes_nothing(screen: Screen, workspace: Workspace) -> None:
    before = workspace.history(PLAN)
    _target(_duration(_open(screen)), date(2028, 3, 1)).press(words.DISCARD)
    assert screen.saved == [words.DISCARDED]
    assert words.LIST_NONE in screen.texts
    assert workspace.history(PLAN) == before


def test_what_is_tried_stays_while_one_looks_at_other_pages(screen: Screen) -> None:
    _duration(_open(screen))
    tried = _tries(screen)
    screen.go("jadwal", rencana=PLAN).go("andai", rencana=PLAN)
    assert _tries(screen) == tried != []


def test_another_plan_has_a_scratch_of_its_own(screen: Screen) -> None:
    _duration(_open(screen))
    screen.app.selectbox(key="rencana-dipilih").set_value("siak").run()
    assert not screen.app.exception
    assert _tries(screen) == []


def test_keeping_writes_everything_together_with_its_reason(screen: Screen, workspace: Workspace) -> None:
    count = len(workspace.history(PLAN))
    _target(_duration(_open(screen)), date(2028, 3, 1))
    screen.type(words.WHY, "Rapat 23 November.").press(words.KEEP)
    assert screen.saved == [words.KEPT.format(count=2)]
    seen = _seen(workspace)
    assert seen.state.plan.planning == {CEREMONY: Planning(duration=SHORT)}
    assert seen.state.plan.settings.target == date(2028, 3, 1)
    last, before = workspace.history(PLAN, limit=2)
    assert {(e.actor, e.why) for e in (last, before)} == {("sekda", "Rapat 23 November.")}
    assert len(workspace.history(PLAN)) == count + 2
    assert whatif.purpose_sentence(seen.schedule) in screen.texts


def test_a_reason_is_not_kept_for_the_next_time(screen: Screen) -> None:
    _duration(_open(screen)).type(words.WHY, "Rapat.").press(words.KEEP)
    _target(screen, date(2028, 3, 1))
    assert screen.typed(words.WHY) == ""


def test_the_second_who_writes_is_told_who_and_when_and_keeps_what_was_tried(
    screen: Screen, workspace: Workspace
) -> None:
    _target(_duration(_open(screen)), date(2028, 3, 1))
    tried = _tries(screen)
    assert isinstance(workspace.record(PLAN, SettingsChange(week=6), actor="bappeda"), Written)
    screen.press(words.KEEP)
    (told,) = screen.refused
    assert told.startswith(
        "Belum disimpan: Bappeda sudah mengubah rencana lebih dulu pada 23 Nov 2026 10.00 WIB"
    )
    assert screen.compared == [["Target peluncuran", "17 Des 2027", "1 Mar 2028"]]
    assert _tries(screen) == tried
    assert _seen(workspace).state.plan.planning == {}
    screen.press(common.KEEP_MINE)
    assert screen.refused == []
    assert screen.saved == [words.KEPT.format(count=2)]
    seen = _seen(workspace)
    assert (seen.state.plan.settings.week, seen.state.plan.settings.target) == (6, date(2028, 3, 1))
    assert seen.state.plan.planning == {CEREMONY: Planning(duration=SHORT)}


def test_the_second_who_writes_can_leave_to_the_first_what_the_first_wrote(
    screen: Screen, workspace: Workspace
) -> None:
    _target(_duration(_open(screen)), date(2028, 3, 1))
    assert isinstance(workspace.record(PLAN, SettingsChange(week=6), actor="bappeda"), Written)
    screen.press(words.KEEP).press(common.TAKE_THEIRS)
    assert len(_tries(screen)) == 1
    screen.press(words.KEEP)
    seen = _seen(workspace)
    assert (seen.state.plan.settings.week, seen.state.plan.settings.target) == (6, date(2027, 12, 17))
    assert seen.state.plan.planning == {CEREMONY: Planning(duration=SHORT)}


def test_what_others_write_about_other_things_does_not_stand_in_the_way(
    screen: Screen, workspace: Workspace
) -> None:
    _duration(_open(screen))
    assert isinstance(workspace.record(PLAN, SettingsChange(week=6), actor="bappeda"), Written)
    screen.press(words.KEEP)
    assert screen.saved == [words.KEPT.format(count=1)]


def test_what_no_longer_fits_the_plan_says_so_and_can_be_taken_back(
    screen: Screen, workspace: Workspace
) -> None:
    _kind(_open(screen), "joining").type(common.AGENCY_NAME, "Bank Contoh").press(words.TRY)
    joining = NewAgencies(names=("Bank Contoh",))
    assert isinstance(workspace.record(PLAN, joining, actor="bappeda"), Written)
    screen.app.run()
    reasons = labels.OBJECTION["duplicate_agency"].format(about="Bank Contoh")
    assert screen.refused == [words.CANNOT_STAND.format(reasons=reasons)]
    assert screen.button(words.KEEP).disabled
    screen.app.button(key="batal-1").click().run()
    assert screen.refused == []
    assert words.LIST_NONE in screen.texts


@pytest.mark.parametrize("kind", ["duration", "constraint", "week"])
def test_an_activity_must_be_chosen(kind: words.Kind, screen: Screen) -> None:
    _kind(_open(screen), kind).press(words.TRY)
    assert screen.refused == [words.NEED_ACTIVITY]


def test_three_points_in_the_wrong_order_are_refused_and_stay_as_typed(screen: Screen) -> None:
    _duration(_open(screen), points=(9, 2, 3))
    assert screen.refused == [words.DURATIONS_ORDER]
    assert screen.typed(words.POINTS["optimistic"].format(unit=labels.DAY_UNIT["work"])) == 9
    assert screen.typed(words.CHOOSE_ACTIVITY) == CEREMONY
    assert _tries(screen) == []


@pytest.mark.parametrize("points", [(1, 2, 99_999), (-1, 2, 3)])
def test_points_out_of_bounds_are_refused_and_stay_as_typed(
    screen: Screen, points: tuple[int, int, int]
) -> None:
    _duration(_open(screen), points=points)
    assert screen.refused == [words.DURATIONS_RANGE.format(longest="2.000")]
    unit = labels.DAY_UNIT["work"]
    assert tuple(screen.typed(label.format(unit=unit)) for label in words.POINTS.values()) == points
    assert _tries(screen) == []


def test_a_limit_is_tried_with_its_day(screen: Screen, workspace: Workspace) -> None:
    _kind(_open(screen), "constraint").type(words.CHOOSE_ACTIVITY, CEREMONY).type(words.CONSTRAINT, "SNET")
    screen.press(words.TRY)
    assert screen.refused == [words.NEED_DAY]
    screen.type(words.CONSTRAINT_DAY, date(2028, 3, 1)).press(words.TRY)
    assert _tries(screen) == [
        "Batas “Acara peresmian disiapkan dengan sederhana”: mulai paling cepat 1 Mar 2028"
    ]
    limit = PlannedConstraint(type="SNET", day=date(2028, 3, 1))
    then = _then(workspace, PlanningChange(activity=CEREMONY, constraint=limit))
    assert _result(workspace, 1, then) in screen.texts


def test_as_late_as_possible_needs_no_day(screen: Screen) -> None:
    _kind(_open(screen), "constraint").type(words.CHOOSE_ACTIVITY, "SRN-10").type(words.CONSTRAINT, "ALAP")
    assert words.CONSTRAINT_DAY not in screen.labels()
    screen.press(words.TRY)
    assert len(_tries(screen)) == 1


def test_a_limit_that_cannot_stand_says_why_beside_the_form_and_is_not_tried(screen: Screen) -> None:
    _kind(_open(screen), "constraint").type(words.CHOOSE_ACTIVITY, "KMT-06").type(words.CONSTRAINT, "SNET")
    screen.type(words.CONSTRAINT_DAY, date(2028, 3, 1)).press(words.TRY)
    assert screen.refused == [words.NOT_TRIED.format(reasons=labels.OBJECTION["constraint_on_begun_work"])]
    assert screen.typed(words.CONSTRAINT_DAY) == date(2028, 3, 1)
    assert _tries(screen) == []


def test_the_working_days_of_an_activity_are_tried(screen: Screen) -> None:
    _kind(_open(screen), "week").type(words.CHOOSE_ACTIVITY, CEREMONY)
    screen.type(words.KINDS["week"], 7).press(words.TRY)
    assert _tries(screen) == [
        "Hari kerja “Acara peresmian disiapkan dengan sederhana”: tujuh hari (setiap hari)"
    ]


def test_an_agency_must_be_chosen(screen: Screen) -> None:
    _kind(_open(screen), "agency").press(words.TRY)
    assert screen.refused == [words.NEED_AGENCY]


def test_an_agency_is_tried_to_come_later_and_that_is_kept(screen: Screen, workspace: Workspace) -> None:
    _kind(_open(screen), "agency").type(words.AGENCY, "kejari").type(words.PART, "later").press(words.TRY)
    assert _tries(screen) == ["Kejari menyusul (gelombang 2)"]
    screen.press(words.KEEP)
    assert screen.saved == [words.KEPT.format(count=1)]
    assert _seen(workspace).state.plan.agencies["kejari"].wave == 2


def test_an_agency_is_tried_away_without_a_reason_but_kept_away_only_with_one(
    screen: Screen, workspace: Workspace
) -> None:
    _kind(_open(screen), "agency").type(words.AGENCY, "kejari").type(words.PART, "none").press(words.TRY)
    assert _tries(screen) == ["Kejari tidak ikut"]
    gone = sum(a.agency == "kejari" for a in _seen(workspace).work.activities.values())
    assert words.GONE.format(count=gone) in screen.texts
    screen.press(words.KEEP)
    assert screen.refused == [common.REFUSED.format(reasons=labels.OBJECTION["reason_needed"])]
    assert _seen(workspace).state.plan.agencies["kejari"].active
    screen.type(words.WHY, "Memilih loket sendiri.").press(words.KEEP)
    assert not _seen(workspace).state.plan.agencies["kejari"].active


def test_an_agency_that_joins_brings_its_activities_which_can_be_tried_too(screen: Screen) -> None:
    _kind(_open(screen), "joining").type(common.AGENCY_NAME, "Bank Contoh")
    screen.type(common.CATEGORY, "private").press(words.TRY)
    assert _tries(screen) == ["Instansi baru: Bank Contoh (swasta/perbankan)"]
    _duration(screen, "KSP-02.bank-contoh")
    assert len(_tries(screen)) == 2
    assert "Bank Contoh" in _tries(screen)[1]
    screen.app.button(key="batal-1").click().run()
    assert _tries(screen) == []
    (told,) = screen.saved
    assert told.startswith(words.ALSO_REMOVED.split("{")[0])


def test_an_agency_that_joins_is_written_with_what_is_planned_for_it(
    screen: Screen, workspace: Workspace
) -> None:
    _kind(_open(screen), "joining").type(common.AGENCY_NAME, "Bank Contoh").press(words.TRY)
    _duration(screen, "KSP-02.bank-contoh")
    _kind(screen, "agency").type(words.AGENCY, "bank-contoh").type(words.PART, "first").press(words.TRY)
    assert screen.refused == [words.ALREADY_SO]
    screen.press(words.KEEP)
    plan = _seen(workspace).state.plan
    assert plan.agencies["bank-contoh"].name == "Bank Contoh"
    assert plan.planning["KSP-02.bank-contoh"].duration == SHORT


def test_an_agency_that_is_there_already_cannot_join(screen: Screen, workspace: Workspace) -> None:
    name = _seen(workspace).state.plan.agencies["kejari"].name
    _kind(_open(screen), "joining").type(common.AGENCY_NAME, name).press(words.TRY)
    reasons = labels.OBJECTION["duplicate_agency"].format(about=name)
    assert screen.refused == [words.NOT_TRIED.format(reasons=reasons)]
    assert screen.typed(common.AGENCY_NAME) == name


def test_a_budget_without_money_moves_the_launch(screen: Screen, workspace: Workspace) -> None:
    _kind(_open(screen), "window").type(settings_words.CHOOSE_BUDGET, (2027, "original"))
    screen.type(settings_words.HAS_MONEY, False).press(words.TRY)
    assert _tries(screen) == ["APBD murni 2027: tanpa dana untuk mal"]
    launch = _table(screen, 0)[0]
    assert launch[1] == formats.short_day(_seen(workspace).schedule.launch)
    assert launch[1] != launch[2]


def test_the_days_of_a_budget_must_be_in_order(screen: Screen) -> None:
    _kind(_open(screen), "window").type(settings_words.CHOOSE_BUDGET, (2028, "original"))
    screen.type(settings_words.SPEND_BY, date(2028, 1, 3)).press(words.TRY)
    assert screen.refused == [settings_words.OUT_OF_ORDER]


def test_the_working_days_and_days_off_of_the_plan_are_tried(screen: Screen) -> None:
    _kind(_open(screen), "plan_week").type(common.WEEK, 6).press(words.TRY)
    _kind(screen, "day_off").press(words.TRY)
    assert screen.refused == [words.NEED_DAY]
    screen.type(settings_words.DAY_OFF, date(2027, 2, 3)).press(words.TRY)
    assert _tries(screen) == [
        "Hari kerja sepekan: enam hari (Senin–Sabtu)",
        "3 Feb 2027 menjadi hari libur",
    ]


def test_the_target_can_be_tried_away(screen: Screen) -> None:
    _target(_open(screen), None)
    assert _tries(screen) == ["Tanpa target peluncuran"]
    assert _table(screen, 0)[2] == [words.DISTANCE, "40 hari kerja setelah target", formats.NOTHING]


def test_what_the_plan_has_set_is_listed_and_can_be_tried_away(screen: Screen, workspace: Workspace) -> None:
    assert isinstance(workspace.record(PLAN, SHORTER, actor="bappeda"), Written)
    _open(screen)
    assert words.STANDING_INTRO in screen.texts
    screen.press(words.UNDO)
    assert _tries(screen) == [
        "Lama kerja “Acara peresmian disiapkan dengan sederhana”: menurut daftar periksa"
    ]
    screen.press(words.KEEP)
    assert _seen(workspace).state.plan.planning == {CEREMONY: Planning()}
    assert words.STANDING_NONE in screen.texts


def test_what_is_undone_and_set_again_as_it_was_is_nothing_tried(screen: Screen) -> None:
    _kind(_open(screen), "constraint").type(words.CHOOSE_ACTIVITY, CEREMONY)
    screen.type(words.CONSTRAINT, "tanpa").press(words.TRY)
    assert screen.refused == [words.ALREADY_SO]


def test_on_another_day_one_may_try_but_not_keep(screen: Screen, workspace: Workspace) -> None:
    screen.go("andai", rencana=PLAN, hari="2026-08-03").act_as("sekda")
    _duration(screen)
    assert not screen.app.exception
    assert len(_tries(screen)) == 1
    assert words.PAST in screen.texts
    assert screen.button(words.KEEP).disabled


def test_a_regency_that_is_open_has_nothing_left_to_try(screen: Screen) -> None:
    screen.go("andai", rencana="siak")
    assert any(text.startswith("Kabupaten Siak sudah dibuka") for text in screen.texts)
    assert words.TRY not in screen.buttons()
