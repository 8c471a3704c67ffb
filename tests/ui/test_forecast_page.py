"""Prakiraan: the forecast in a sentence and in figures, what lies behind it, and plans that are open."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from planner.catalog.library import Library
from planner.ui import session
from planner.views import forecast_words as words
from planner.views import formats, outlook
from planner.workspace import Snapshot, Workspace, known_drivers, opening, plan_forecast
from tests.ui.screen import ROOT, Screen

PLAN = "belitung-timur"
OPENED = date(2024, 3, 7)


def _seen(workspace: Workspace, plan: str = PLAN, day: date | None = None) -> Snapshot:
    seen = workspace.snapshot(plan, day)
    assert isinstance(seen, Snapshot)
    return seen


def _charts(screen: Screen) -> list[str]:
    return [str(chart.proto.alt) for chart in screen.app.get("plotly_chart")]


def test_every_figure_stands_under_a_heading_and_a_sentence(screen: Screen, workspace: Workspace) -> None:
    screen.go("prakiraan", rencana=PLAN)
    assert not screen.app.exception
    heads = [words.CURVE, words.DRIVERS, words.ACTIVITIES, words.WAITING, words.OUTSIDE]
    assert [head.value for head in screen.app.subheader] == heads
    assert len(_charts(screen)) == 5
    seen = _seen(workspace)
    forecast = plan_forecast(seen, known_drivers(workspace.library))
    assert outlook.curve_sentence(forecast, seen.schedule.launch) in screen.texts
    assert ", ".join(outlook.strip(forecast, seen.schedule.launch)) in _charts(screen)[0]


def test_the_figures_are_told_in_words_too(screen: Screen) -> None:
    screen.go("prakiraan", rencana=PLAN)
    _, drivers, activities, _, regencies = _charts(screen)
    assert "Utilitas dan jaringan belum ada saat gedung selesai" in drivers
    assert "Renovasi atau pembangunan gedung dilaksanakan" in activities
    assert "Kabupaten Siak 41,4" in regencies


def test_what_lies_behind_is_reckoned_once(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    screen.go("prakiraan", rencana=PLAN)
    monkeypatch.setattr(session, "plan_insight", None)
    screen.app.run()
    assert not screen.app.exception
    assert len(_charts(screen)) == 5


def test_the_method_names_every_driver_the_seed_and_the_limits(screen: Screen, workspace: Workspace) -> None:
    screen.go("prakiraan", rencana=PLAN)
    assert [box.label for box in screen.app.expander] == [words.METHOD]
    for driver in known_drivers(workspace.library):
        assert any(driver.title in text and outlook.driver_facts(driver) in text for text in screen.texts)
    assert "892021" in screen.text
    assert "10.000" in screen.text
    assert all(limit in screen.text for limit in words.LIMITS)


def test_on_another_day_the_forecast_is_that_of_the_day(screen: Screen, workspace: Workspace) -> None:
    day = date(2026, 1, 15)
    seen = _seen(workspace, day=day)
    screen.go("prakiraan", rencana=PLAN, hari=day.isoformat())
    forecast = plan_forecast(seen, known_drivers(workspace.library))
    assert outlook.forecast_sentence(seen.regency.name, forecast) in screen.texts
    assert "Per 15 Jan 2026" in screen.app.get("plotly_chart")[0].proto.spec


def test_an_opened_regency_says_so_and_shows_an_earlier_forecast(
    screen: Screen, workspace: Workspace
) -> None:
    screen.go("prakiraan", rencana="siak")
    assert outlook.opened_sentence(_seen(workspace, "siak").regency.name, OPENED) in screen.texts
    screen.type(words.EARLIER, date(2022, 1, 10))
    earlier = _seen(workspace, "siak", date(2022, 1, 10))
    forecast = plan_forecast(earlier, known_drivers(workspace.library))
    sentence = outlook.forecast_sentence(earlier.regency.name, forecast)
    assert f"Prakiraan pada 10 Januari 2022: {sentence}" in screen.texts
    assert f"**{outlook.kept_sentence(forecast, OPENED)}**" in screen.texts
    assert len(_charts(screen)) == 5


def test_a_day_without_a_forecast_is_told(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    screen.go("prakiraan", rencana="siak")
    seen = session.see
    gone = date(2022, 5, 2)
    monkeypatch.setattr(session, "see", lambda plan, day: None if day == gone else seen(plan, day))
    screen.type(words.EARLIER, gone)
    assert screen.told == [words.NO_EARLIER.format(day=formats.full_day(gone))]
    assert _charts(screen) == []


def test_broken_drivers_are_told_and_the_forecast_does_without(
    installation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("local"))
    monkeypatch.setattr(opening, "library", lambda: Library(ROOT / "checklists", tmp_path / "data"))
    file = tmp_path / "data" / "risk-drivers.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    screen = Screen().go("prakiraan", rencana=PLAN)
    assert not screen.app.exception
    (told,) = screen.told
    assert told.endswith("tanpa pemicu risiko, sehingga terlalu cepat dan terlalu yakin.")
    (lines,) = (code.value for code in screen.app.code)
    assert "risk-drivers.yaml:" in lines
    screen.go("ringkasan", rencana=PLAN)
    assert screen.part("gerbang")["gates"][-1]["forecast"] == []
