"""Jadwal: its views by address, baselines frozen and chosen, limits from the target, advice."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from planner.domain.changes import PlanningChange, SettingsChange
from planner.domain.plan import PlannedConstraint, PlannedDuration
from planner.ui import analysis, style
from planner.views import baseline, comparison_words, conflicts, quality, target, words
from planner.views import schedule_words as told
from planner.workspace import (
    Snapshot,
    Workspace,
    Written,
    plan_conflicts,
    plan_quality,
    plan_variance,
)
from tests.ui.screen import Screen

PLAN = "belitung-timur"
FIRST = "Rencana November"
SECOND = "Rencana Desember"


def _seen(workspace: Workspace, plan: str = PLAN) -> Snapshot:
    seen = workspace.snapshot(plan)
    assert isinstance(seen, Snapshot)
    return seen


def _frozen(workspace: Workspace, *names: str) -> None:
    for name in names:
        assert isinstance(workspace.freeze(PLAN, name, actor="dpmptsp"), Written)


def _written(workspace: Workspace, change: Any) -> None:
    assert isinstance(workspace.record(PLAN, change, actor="dpmptsp"), Written)


def _open(screen: Screen, view: str, plan: str = PLAN, **address: str) -> Screen:
    return screen.go("jadwal", rencana=plan, tampilan=view, **address)


def _tables(app: AppTest) -> list[Any]:
    return [table.value for table in app.table]


def _later(workspace: Workspace) -> None:
    """The building takes half a year longer than its checklist says."""
    slow = PlannedDuration(optimistic=200, likely=240, pessimistic=280)
    _written(workspace, PlanningChange(activity="SRN-03", duration=slow))


@pytest.mark.parametrize("view", [told.TARGET, told.BASELINE, told.QUALITY, words.TABLE])
def test_each_view_opens_by_its_address_and_draws_no_chart(screen: Screen, view: str) -> None:
    _open(screen, view)
    assert not screen.app.exception
    assert not screen.app.get("plotly_chart")


def test_only_the_chosen_view_is_reckoned(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("plan_conflicts", "plan_quality", "plan_variance"):
        monkeypatch.setattr(analysis, name, None)
    screen.go("jadwal", rencana=PLAN)
    assert not screen.app.exception
    assert screen.app.get("plotly_chart")


def _missed(screen: Screen) -> bool:
    """Whether the page says that a date is missed."""
    return "meleset" in screen.text


def test_what_was_reckoned_is_kept_until_the_plan_changes(
    screen: Screen, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open(screen, told.TARGET)
    monkeypatch.setattr(analysis, "plan_conflicts", lambda seen: ())
    screen.app.run()
    assert _missed(screen)
    _written(workspace, SettingsChange(note="Catatan lain."))
    screen.app.run()
    assert not _missed(screen)


def test_the_limits_of_the_agencies_stand_with_the_latest_first(screen: Screen, workspace: Workspace) -> None:
    _open(screen, told.TARGET)
    seen = _seen(workspace)
    found = seen.target
    assert found is not None
    assert target.target_sentence(seen.state.plan, seen.checklist, found) in screen.texts
    (table,) = _tables(screen.app)
    names = seen.state.plan.agencies
    assert list(table["Instansi"]) == [names[one.agency].name for one in found.agencies]
    assert table["Jarak"].iloc[0].startswith("▼ terlambat")


def test_agencies_in_time_carry_another_sign(screen: Screen, workspace: Workspace) -> None:
    _written(workspace, SettingsChange(target=date(2029, 6, 1)))
    _open(screen, told.TARGET)
    (table,) = _tables(screen.app)
    assert all(distance.startswith("✓ longgar") for distance in table["Jarak"])
    assert conflicts.conflicts_sentence(()) in screen.texts


def test_what_would_have_to_give_is_told_in_words(screen: Screen, workspace: Workspace) -> None:
    _open(screen, told.TARGET)
    seen = _seen(workspace)
    found = plan_conflicts(seen)
    sentences = [conflicts.conflict_sentence(seen.state.plan, seen.checklist, one) for one in found]
    assert len(sentences) == 1
    assert any(sentences[0] in text for text in screen.texts)


def test_without_a_target_the_page_says_where_to_set_one_and_still_finds_conflicts(
    screen: Screen, workspace: Workspace
) -> None:
    missed = PlannedConstraint(type="FNLT", day=date(2026, 12, 1))
    _written(workspace, PlanningChange(activity="USL-04", constraint=missed))
    _written(workspace, SettingsChange(target=None))
    _open(screen, told.TARGET)
    assert screen.told == [told.NO_TARGET]
    links: list[Any] = list(screen.app.main.get("page_link"))
    assert words.PAGE["pengaturan"] in [link.value for link in links]
    assert not _tables(screen.app)
    assert "selesai paling lambat 1 Des 2026" in screen.text


def test_after_the_opening_nothing_has_to_be_ready_any_more(screen: Screen) -> None:
    _open(screen, told.TARGET, "siak")
    assert any(text.startswith("Sudah dibuka") for text in screen.texts)
    assert told.CONFLICTS not in [head.value for head in screen.app.subheader]


def test_without_a_baseline_the_page_says_what_to_do_and_offers_it(screen: Screen) -> None:
    _open(screen, told.BASELINE)
    assert baseline.variance_sentence(None) in screen.texts
    assert told.FREEZE in screen.buttons()
    assert told.KEPT not in [head.value for head in screen.app.subheader]


def test_the_plan_of_today_is_frozen_under_a_name(screen: Screen, workspace: Workspace) -> None:
    _open(screen, told.BASELINE).act_as("bappeda")
    screen.type(told.NAME, f"  {FIRST} ").type(words.WHY, "Disepakati rapat.").press(told.FREEZE)
    assert screen.saved == [told.IS_FROZEN.format(name=FIRST)]
    (kept,) = _seen(workspace).state.plan.baselines.values()
    assert (kept.name, kept.frozen_on) == (FIRST, date(2026, 11, 23))
    assert workspace.history(PLAN)[0].why == "Disepakati rapat."
    assert (screen.typed(told.NAME), screen.typed(words.WHY)) == ("", "")
    assert any(f"**{FIRST}** ✓ {told.CURRENT}" in text for text in screen.texts)
    assert any("tanggal buka tidak bergeser" in text for text in screen.texts)
    assert "kegiatan baru setelah rencana awal" not in screen.text


@pytest.mark.parametrize("name", ["", "   ", "A"])
def test_a_name_that_is_missing_is_refused_in_words_and_nothing_is_lost(
    screen: Screen, workspace: Workspace, name: str
) -> None:
    _open(screen, told.BASELINE)
    screen.type(told.NAME, name).type(words.WHY, "Alasan saya.").press(told.FREEZE)
    (refused,) = screen.refused
    assert refused.startswith("Belum disimpan: ")
    assert screen.typed(words.WHY) == "Alasan saya."
    assert not _seen(workspace).state.plan.baselines


def test_a_name_that_is_taken_is_refused_and_stays_to_be_changed(
    screen: Screen, workspace: Workspace
) -> None:
    _frozen(workspace, FIRST)
    _open(screen, told.BASELINE)
    screen.type(told.NAME, FIRST.upper()).press(told.FREEZE)
    assert len(screen.refused) == 1
    assert screen.typed(told.NAME) == FIRST.upper()
    assert len(_seen(workspace).state.plan.baselines) == 1


def test_a_name_longer_than_the_record_takes_is_refused_and_stays_to_be_shortened(
    screen: Screen, workspace: Workspace
) -> None:
    _open(screen, told.BASELINE).type(told.NAME, "a" * 121).press(told.FREEZE)
    (said,) = screen.refused
    assert "120" in said
    assert screen.typed(told.NAME) == "a" * 121
    assert _seen(workspace).state.plan.baselines == {}


def test_what_has_moved_since_the_baseline_is_told_and_listed(screen: Screen, workspace: Workspace) -> None:
    _frozen(workspace, FIRST)
    _later(workspace)
    _open(screen, told.BASELINE)
    seen = _seen(workspace)
    found = plan_variance(seen)
    assert found is not None
    assert found.launch > 0
    assert baseline.variance_sentence(found) in screen.texts
    (table,) = _tables(screen.app)
    assert len(table) == 20
    assert any(f"20 dari {_rows(screen)} baris" in text for text in screen.texts)


def _rows(screen: Screen) -> str:
    (shown,) = (re.search(r"20 dari (\d+) baris", t) for t in screen.texts if "dari" in t and "baris" in t)
    assert shown is not None
    return shown[1]


def test_another_baseline_can_be_chosen_and_is_then_the_current_one(
    screen: Screen, workspace: Workspace
) -> None:
    _frozen(workspace, FIRST)
    _later(workspace)
    _frozen(workspace, SECOND)
    _open(screen, told.BASELINE)
    assert any("tanggal buka tidak bergeser" in text for text in screen.texts)
    screen.press(told.COMPARE.format(name=FIRST))
    assert screen.saved == [told.IS_COMPARED.format(name=FIRST)]
    assert _seen(workspace).state.plan.settings.baseline == "rencana-november"
    assert any("tanggal buka mundur" in text for text in screen.texts)
    assert told.COMPARE.format(name=SECOND) in screen.buttons()


def test_a_choice_after_somebody_elses_change_is_refused_and_says_who(
    screen: Screen, workspace: Workspace
) -> None:
    _frozen(workspace, FIRST, SECOND)
    _open(screen, told.BASELINE)
    _written(workspace, SettingsChange(note="Catatan rekan."))
    button = screen.button(told.COMPARE.format(name=FIRST))
    button.click().run()
    (refused,) = screen.refused
    assert "sudah mengubahnya lebih dulu" in refused
    assert screen.compared == [["Rencana awal terkini", SECOND, FIRST]]
    assert _seen(workspace).state.plan.settings.baseline == "rencana-desember"
    screen.press(words.KEEP_MINE)
    assert _seen(workspace).state.plan.settings.baseline == "rencana-november"


def test_who_freezes_the_plan_after_somebody_else_changed_its_settings_is_asked_first(
    screen: Screen, workspace: Workspace
) -> None:
    _open(screen, told.BASELINE).act_as("bappeda").type(told.NAME, FIRST)
    _written(workspace, SettingsChange(note="Catatan rekan."))
    screen.press(told.FREEZE)
    (refused,) = screen.refused
    assert "sudah mengubahnya lebih dulu" in refused
    assert _seen(workspace).state.plan.baselines == {}
    assert comparison_words.SAME in screen.texts
    screen.press(words.KEEP_MINE)
    assert [one.name for one in _seen(workspace).state.plan.baselines.values()] == [FIRST]


def test_on_another_day_nothing_is_frozen_or_chosen(screen: Screen, workspace: Workspace) -> None:
    _frozen(workspace, FIRST)
    _open(screen, told.BASELINE, hari="2026-11-20")
    assert told.FREEZE not in screen.buttons()
    assert told.FREEZE_PAST in screen.texts


def test_the_chart_carries_the_baseline_and_the_table_the_shift(screen: Screen, workspace: Workspace) -> None:
    _frozen(workspace, FIRST)
    _later(workspace)
    screen.go("jadwal", rencana=PLAN)
    (chart,) = screen.app.get("plotly_chart")
    assert f'"name":"{told.BAR_BASELINE}"' in chart.proto.spec
    _open(screen, words.TABLE)
    (grid,) = (f.value for f in screen.app.dataframe)
    assert {"Batas target", "Geser"} <= set(grid.columns)
    assert "Paling lambat" not in grid.columns


def test_days_idle_for_money_are_drawn_and_told_with_the_budget(screen: Screen) -> None:
    screen.go("jadwal", rencana=PLAN)
    (chart,) = screen.app.get("plotly_chart")
    assert f'"name":"{told.BAR_MONEY}"' in chart.proto.spec
    assert "(asumsi)" in chart.proto.spec


def test_every_finding_is_advice_with_links_to_its_items(screen: Screen, workspace: Workspace) -> None:
    _open(screen, told.QUALITY)
    seen = _seen(workspace)
    found = plan_quality(seen)
    assert found
    assert quality.quality_sentence(found) in screen.texts
    advice = quality.advice(seen.state.plan, seen.checklist, found)
    assert [head.value for head in screen.app.subheader] == [one.title for one in advice]
    links = [link.proto.query_string for link in screen.app.main.get("page_link")]
    for finding in found:
        assert any(f"butir={finding.activities[0]}" in link for link in links)


def test_a_plan_without_a_finding_says_so(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "plan_quality", lambda seen: ())
    _open(screen, told.QUALITY)
    assert quality.quality_sentence(()) in screen.texts
    assert not screen.app.subheader


def test_on_a_phone_the_tables_have_few_columns(
    screen: Screen, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _frozen(workspace, FIRST)
    _later(workspace)
    monkeypatch.setattr(style, "narrow", lambda: True)
    _open(screen, told.TARGET)
    (table,) = _tables(screen.app)
    assert list(table.columns) == ["Instansi", "Batas target", "Jarak"]
    _open(screen, told.BASELINE)
    (table,) = _tables(screen.app)
    assert list(table.columns) == ["Kegiatan", "Keterangan"]
