"""Looking out for what others write: how often, of which plan, and that it is no use of a session."""

from __future__ import annotations

from typing import Any

import pytest

from planner.domain.changes import SettingsChange
from planner.ui import visitor, watch
from planner.workspace import Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"


@pytest.mark.parametrize(
    ("told", "every"),
    [({}, watch.DEFAULT_S), ({"MPP_WATCH_SECONDS": "0"}, 0), ({"MPP_WATCH_SECONDS": "2.5"}, 2.5)],
)
def test_how_often_is_a_setting_of_the_server(told: dict[str, str], every: float) -> None:
    assert watch.seconds(told) == every


@pytest.mark.parametrize("told", ["", "sering", "-1", "nan"])
def test_what_is_no_number_of_seconds_counts_as_nothing_said(told: str) -> None:
    assert watch.seconds({"MPP_WATCH_SECONDS": told}) == watch.DEFAULT_S


def test_whoever_looks_every_second_and_a_half_sees_a_change_within_two() -> None:
    assert 0 < watch.DEFAULT_S < 2


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The plans that were looked out for, in order."""
    plans: list[str] = []
    monkeypatch.setattr(watch, "_look", plans.append)
    return plans


def test_every_page_looks_out_for_the_chosen_plan(screen: Screen, looked: list[str]) -> None:
    screen.go("ringkasan", rencana=PLAN)
    assert looked == [PLAN]


def test_a_day_that_is_over_is_not_looked_at_again(screen: Screen, looked: list[str]) -> None:
    screen.go("ringkasan", rencana=PLAN, hari="2026-11-01")
    assert any("1 November 2026" in text for text in screen.texts)
    assert looked == []


def test_a_server_that_was_told_so_does_not_look(
    screen: Screen, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MPP_WATCH_SECONDS", "0")
    screen.go("ringkasan", rencana=PLAN)
    assert looked == []


def test_a_page_is_drawn_anew_only_where_somebody_wrote(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, Any] = {"_terakhir": (PLAN, workspace.latest(PLAN))}
    drawn: list[str] = []
    monkeypatch.setattr(watch.st, "session_state", kept)
    monkeypatch.setattr(watch.st, "rerun", lambda scope: drawn.append(scope))
    watch._look(PLAN)
    assert drawn == []
    assert isinstance(workspace.record(PLAN, SettingsChange(week=6), actor="bappeda"), Written)
    watch._look(PLAN)
    assert drawn == ["app"]


def test_a_drawing_that_nobody_asked_for_is_no_use_of_a_session_and_the_next_one_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: dict[str, Any] = {}
    monkeypatch.setattr(visitor.st, "session_state", kept)
    visitor.by_itself()
    visitor.begin()
    assert kept == {visitor._NOW: True}
    visitor.begin()
    assert kept == {visitor._NOW: False}
