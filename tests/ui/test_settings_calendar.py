"""Pengaturan: local days off and budgets, saved one at a time; what is refused keeps what was typed."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.changes import SettingsChange
from planner.domain.funding import assumed_window
from planner.domain.plan import FundingWindow, PlanSettings
from planner.views import budgets, labels, words
from planner.views import settings_words as told
from planner.workspace import DECREED_UNTIL, Snapshot, Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"
ANNIVERSARY = date(2027, 2, 25)
CHRISTMAS = date(2026, 12, 25)
BUDGET = (2027, "original")
NO_MONEY = FundingWindow(
    year=2027,
    budget="original",
    available_from=date(2027, 2, 1),
    spend_by=date(2027, 12, 15),
    granted=False,
)
LATE = FundingWindow(
    year=2027, budget="original", available_from=date(2027, 4, 5), spend_by=date(2027, 12, 15)
)


def _settings(workspace: Workspace) -> PlanSettings:
    return workspace.plans()[PLAN]


def _seen(workspace: Workspace) -> Snapshot:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen


def _part(screen: Screen, part: str, **address: str) -> Screen:
    screen.go("pengaturan", rencana=PLAN, **address).act_as("sekda")
    screen.app.session_state["bagian"] = part
    screen.app.run()
    return screen


def _days(screen: Screen, **address: str) -> Screen:
    return _part(screen, told.DAYS_TAB, **address)


def _budgets(screen: Screen, **address: str) -> Screen:
    return _part(screen, told.BUDGETS_TAB, **address)


def _budget(screen: Screen) -> Screen:
    return _budgets(screen).type(told.CHOOSE_BUDGET, BUDGET)


def _rows(screen: Screen) -> dict[str, list[str]]:
    (table,) = screen.app.table
    return {str(row[0]): [str(cell) for cell in row[1:]] for row in table.value.to_numpy()}


def test_local_days_off_stand_beside_how_far_national_ones_are_decreed(screen: Screen) -> None:
    assert told.DAYS_OFF_INTRO.format(year=DECREED_UNTIL) in _days(screen).texts
    assert f"sampai {DECREED_UNTIL}" in screen.text
    assert f"Sesudah {DECREED_UNTIL}" in screen.text


def test_without_local_days_off_the_page_says_so(screen: Screen) -> None:
    assert _days(screen).told == [told.NO_DAYS_OFF]


def test_a_local_day_off_is_added_with_its_reason(screen: Screen, workspace: Workspace) -> None:
    _days(screen).type(told.DAY_OFF, ANNIVERSARY).type(words.WHY, "Hari jadi.").press(told.ADD_DAY)
    assert screen.saved == [words.SAVED]
    assert _settings(workspace).days_off == (ANNIVERSARY,)
    (entry,) = workspace.history(PLAN, limit=1)
    assert (entry.actor, entry.why, dict(entry.after)) == (
        "sekda",
        "Hari jadi.",
        {"days_off": ["2027-02-25"]},
    )
    assert "Kamis, 25 Februari 2027" in screen.texts
    assert (screen.typed(told.DAY_OFF), screen.typed(words.WHY)) == (None, "")


def test_local_days_off_are_kept_in_order_and_taken_away_one_by_one(
    screen: Screen, workspace: Workspace
) -> None:
    both = (date(2027, 1, 28), ANNIVERSARY)
    for day in reversed(both):
        _days(screen).type(told.DAY_OFF, day).press(told.ADD_DAY)
    assert _settings(workspace).days_off == both
    screen.press(told.REMOVE_DAY.format(day="28 Jan 2027"))
    assert screen.saved == [words.SAVED]
    assert _settings(workspace).days_off == (ANNIVERSARY,)


def test_a_day_off_that_is_there_already_is_refused_and_stays_as_typed(
    screen: Screen, workspace: Workspace
) -> None:
    _days(screen).type(told.DAY_OFF, ANNIVERSARY).press(told.ADD_DAY)
    before = workspace.history(PLAN)
    screen.type(told.DAY_OFF, ANNIVERSARY).press(told.ADD_DAY)
    assert screen.refused == [told.DAY_OFF_TWICE.format(day="25 Feb 2027")]
    assert screen.typed(told.DAY_OFF) == ANNIVERSARY
    assert workspace.history(PLAN) == before


def test_a_day_must_be_chosen(screen: Screen) -> None:
    assert _days(screen).press(told.ADD_DAY).refused == [told.CHOOSE_DAY]


def test_a_local_day_off_that_is_a_national_one_says_so(screen: Screen, workspace: Workspace) -> None:
    change = SettingsChange(days_off=(CHRISTMAS,))
    assert isinstance(workspace.record(PLAN, change, actor="bappeda"), Written)
    name = _seen(workspace).days_off[CHRISTMAS]
    assert told.ALREADY_OFF.format(day="Jumat, 25 Desember 2026", name=name) in _days(screen).texts


def test_the_second_who_adds_a_day_off_is_told_and_nothing_typed_is_lost(
    screen: Screen, workspace: Workspace
) -> None:
    _days(screen).type(told.DAY_OFF, ANNIVERSARY)
    change = SettingsChange(days_off=(date(2027, 1, 28),))
    assert isinstance(workspace.record(PLAN, change, actor="bappeda"), Written)
    screen.press(told.ADD_DAY)
    (said,) = screen.refused
    assert "Bappeda" in said
    assert screen.typed(told.DAY_OFF) == ANNIVERSARY
    assert screen.compared == [["Hari libur daerah", "28 Jan 2027", "28 Jan 2027, 25 Feb 2027"]]
    screen.press(words.KEEP_MINE)
    assert _settings(workspace).days_off == (date(2027, 1, 28), ANNIVERSARY)
    assert screen.typed(told.DAY_OFF) is None


def test_a_day_off_that_somebody_else_added_first_can_be_left_at_that(
    screen: Screen, workspace: Workspace
) -> None:
    _days(screen).type(told.DAY_OFF, ANNIVERSARY)
    other = date(2027, 1, 28)
    assert isinstance(workspace.record(PLAN, SettingsChange(days_off=(other,)), actor="bappeda"), Written)
    screen.press(told.ADD_DAY).press(words.TAKE_THEIRS)
    assert screen.refused == []
    assert _settings(workspace).days_off == (other,)


def test_on_another_day_days_off_are_only_looked_at(screen: Screen, workspace: Workspace) -> None:
    _days(screen, hari="2026-08-03")
    assert told.ADD_DAY not in screen.buttons()


def test_every_budget_is_listed_with_its_days_and_as_assumed(screen: Screen, workspace: Workspace) -> None:
    rows = _rows(_budgets(screen))
    assert list(rows) == [f"{name} {year}" for year in range(2024, 2031) for name in labels.BUDGET.values()]
    assert rows["APBD murni 2027"] == ["1 Feb – 15 Des 2027", budgets.ASSUMED]
    assert {row[-1] for row in rows.values()} == {budgets.ASSUMED}


def test_the_first_budget_that_can_still_be_spent_stands_in_the_form(screen: Screen) -> None:
    _budgets(screen)
    assert screen.typed(told.CHOOSE_BUDGET) == (2026, "original")
    assert screen.typed(told.AVAILABLE) == assumed_window(2026, "original").available_from
    assert told.IS_ASSUMED in screen.texts
    assert told.BACK_TO_ASSUMED not in screen.buttons()


def test_a_budget_without_money_is_saved_at_once_and_moves_the_launch(
    screen: Screen, workspace: Workspace
) -> None:
    before = _seen(workspace).schedule.launch
    _budget(screen).type(told.HAS_MONEY, False).type(words.WHY, "Tidak masuk APBD.").press(words.SAVE)
    assert screen.saved == [words.SAVED]
    assert _settings(workspace).windows == (NO_MONEY,)
    assert _seen(workspace).schedule.launch > before
    assert _rows(screen)["APBD murni 2027"] == ["–", budgets.SET_NO_MONEY]
    (entry,) = workspace.history(PLAN, limit=1)
    assert (entry.actor, entry.why) == ("sekda", "Tidak masuk APBD.")


def test_other_days_of_a_budget_are_saved_beside_those_of_others(
    screen: Screen, workspace: Workspace
) -> None:
    other = assumed_window(2028, "revised")
    assert isinstance(workspace.record(PLAN, SettingsChange(windows=(other,)), actor="bappeda"), Written)
    _budget(screen).type(told.AVAILABLE, LATE.available_from).press(words.SAVE)
    assert _settings(workspace).windows == (LATE, other)
    assert _rows(screen)["APBD murni 2027"] == ["5 Apr – 15 Des 2027", budgets.SET]


def test_saving_what_was_assumed_settles_it(screen: Screen, workspace: Workspace) -> None:
    _budget(screen).press(words.SAVE)
    assert _settings(workspace).windows == (assumed_window(*BUDGET),)
    assert _rows(screen)["APBD murni 2027"][-1] == budgets.SET


def test_a_budget_can_go_back_to_what_is_assumed(screen: Screen, workspace: Workspace) -> None:
    _budget(screen).type(told.HAS_MONEY, False).press(words.SAVE).press(told.BACK_TO_ASSUMED)
    assert screen.saved == [told.BACK_IS_SAVED.format(budget="APBD murni 2027")]
    assert _settings(workspace).windows == ()
    assert screen.typed(told.HAS_MONEY) is True


@pytest.mark.parametrize(
    ("label", "value", "sentence"),
    [
        (told.SPEND_BY, date(2027, 1, 4), told.OUT_OF_ORDER),
        (told.SPEND_BY, None, told.NEED_DAYS),
        (told.AVAILABLE, None, told.NEED_DAYS),
        (
            told.AVAILABLE,
            date(2028, 2, 2),
            told.OTHER_YEAR.format(budget="APBD murni 2027", year=2027),
        ),
        (
            told.SPEND_BY,
            date(2090, 1, 1),
            told.TOO_LATE.format(budget="APBD murni 2027", year=2028),
        ),
    ],
)
def test_days_of_a_budget_that_cannot_be_say_why_and_stay_as_typed(
    screen: Screen, workspace: Workspace, label: str, value: date | None, sentence: str
) -> None:
    _budget(screen).type(words.WHY, "Alasan saya.").type(label, value).press(words.SAVE)
    assert screen.refused == [sentence]
    assert (screen.typed(label), screen.typed(words.WHY)) == (value, "Alasan saya.")
    assert _settings(workspace).windows == ()


def test_the_second_who_sets_a_budget_is_told_and_can_keep_both(screen: Screen, workspace: Workspace) -> None:
    _budget(screen).type(told.AVAILABLE, LATE.available_from)
    other = assumed_window(2028, "revised")
    assert isinstance(workspace.record(PLAN, SettingsChange(windows=(other,)), actor="bappeda"), Written)
    screen.press(words.SAVE)
    (said,) = screen.refused
    assert "Bappeda" in said
    assert screen.typed(told.AVAILABLE) == LATE.available_from
    assert screen.compared[0][:2] == ["Jendela anggaran", "semua menurut asumsi"]
    screen.press(words.KEEP_MINE)
    assert screen.saved == [words.SAVED]
    assert _settings(workspace).windows == (LATE, other)


def test_or_what_is_stored_is_taken(screen: Screen, workspace: Workspace) -> None:
    _budget(screen).type(told.AVAILABLE, date(2027, 3, 1))
    assert isinstance(workspace.record(PLAN, SettingsChange(windows=(LATE,)), actor="bappeda"), Written)
    screen.press(words.SAVE).press(words.TAKE_THEIRS)
    assert screen.typed(told.AVAILABLE) == LATE.available_from


def test_what_is_typed_for_one_budget_is_not_that_of_another(screen: Screen) -> None:
    _budget(screen).type(told.AVAILABLE, LATE.available_from)
    screen.type(told.CHOOSE_BUDGET, (2028, "original"))
    assert screen.typed(told.AVAILABLE) == date(2028, 2, 1)


def test_on_another_day_budgets_are_only_looked_at(screen: Screen) -> None:
    _budgets(screen, hari="2026-08-03")
    assert _rows(screen)
    assert words.SAVE not in screen.buttons()
