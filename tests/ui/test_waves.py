"""Gelombang: agencies moved to another wave, seen before it is kept, and how many to wait for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.domain.changes import AgencyChange
from planner.domain.forecast import Insight
from planner.ui.components import agency_waves, forecast_parts, wave_moves
from planner.views import agency_words, labels, wave_words, waves, whatif, words
from planner.workspace import Snapshot, Workspace, Written, known_drivers, plan_forecast
from tests.ui.screen import Screen

PLAN = "belitung-timur"


def _seen(workspace: Workspace) -> Snapshot:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen


def _waves(workspace: Workspace) -> dict[str, int]:
    return {slug: agency.wave for slug, agency in _seen(workspace).state.plan.agencies.items()}


def _then(workspace: Workspace, **moves: int) -> Snapshot:
    changes = [AgencyChange(agency=slug, wave=wave) for slug, wave in moves.items()]
    then = workspace.tried(_seen(workspace), changes, "siapa saja")
    assert isinstance(then, Snapshot)
    return then


def _open(screen: Screen, **address: str) -> Screen:
    screen.go("instansi", rencana=PLAN, **address).act_as("dpmptsp")
    screen.app.session_state["lihat"] = agency_words.WAVES
    screen.app.run()
    return screen


def _look(screen: Screen, agencies: list[str], wave: int) -> Screen:
    screen.app.multiselect(key=wave_moves.AGENCIES).set_value(agencies).run()
    return screen.type(wave_words.TO_WAVE, wave).press(wave_words.LOOK)


def _table(screen: Screen, place: int = 0) -> list[list[Any]]:
    rows: list[list[Any]] = screen.app.table[place].value.to_numpy().tolist()
    return rows


def test_the_section_says_for_whom_the_gates_wait_and_lists_every_agency(
    screen: Screen, workspace: Workspace
) -> None:
    _open(screen)
    assert not screen.app.exception
    seen = _seen(workspace)
    assert waves.waves_sentence(seen.state.plan, seen.readiness) in screen.texts
    assert len(_table(screen)) == 22
    assert wave_words.TRIED not in screen.texts


def test_a_move_is_seen_beside_the_plan_and_not_written(screen: Screen, workspace: Workspace) -> None:
    before = workspace.history(PLAN)
    _look(_open(screen), ["imigrasi", "polres"], 2)
    assert not screen.app.exception
    seen, then = _seen(workspace), _then(workspace, imigrasi=2, polres=2)
    drivers = known_drivers(workspace.library)
    figures = whatif.figures(
        seen.schedule, then.schedule, plan_forecast(seen, drivers), plan_forecast(then, drivers)
    )
    assert _table(screen) == [list(row) for row in figures]
    calendar = whatif.calendar(seen.state.plan, seen.days_off)
    assert f"**{whatif.result_sentence(2, seen.schedule, then.schedule, calendar)}**" in screen.texts
    assert "- Imigrasi: gelombang 1 → 2\n- Polres: gelombang 1 → 2" in screen.text
    assert workspace.history(PLAN) == before


def test_cancelling_writes_nothing(screen: Screen, workspace: Workspace) -> None:
    before = workspace.history(PLAN)
    _look(_open(screen), ["polres"], 2).press(wave_words.CANCEL)
    assert screen.saved == [wave_words.DISCARDED]
    assert wave_words.TRIED not in screen.texts
    assert workspace.history(PLAN) == before


def test_keeping_writes_every_move_with_its_reason(screen: Screen, workspace: Workspace) -> None:
    _look(_open(screen), ["imigrasi", "polres"], 2)
    screen.type(words.WHY, "Rapat 23 November.").press(words.SAVE)
    (said,) = screen.saved
    assert said.startswith(f"{wave_words.KEPT.format(count=2)} Nilai kesiapan ")
    assert "perkiraan buka" in said
    found = _waves(workspace)
    assert (found["imigrasi"], found["polres"], found["pln"]) == (2, 2, 1)
    last = workspace.history(PLAN, limit=2)
    assert {(entry.actor, entry.why, entry.subject) for entry in last} == {
        ("dpmptsp", "Rapat 23 November.", "imigrasi"),
        ("dpmptsp", "Rapat 23 November.", "polres"),
    }
    assert "2 menyusul tanpa ditunggu" in screen.text
    assert wave_words.TRIED not in screen.texts


def test_moves_to_several_waves_are_tried_together_and_the_last_word_counts(
    screen: Screen, workspace: Workspace
) -> None:
    _look(_look(_open(screen), ["imigrasi", "polres"], 2), ["polres"], 3)
    assert "- Imigrasi: gelombang 1 → 2\n- Polres: gelombang 1 → 3" in screen.text
    _look(screen, ["polres"], 1)
    assert "- Imigrasi: gelombang 1 → 2" in screen.text
    assert "Polres: gelombang" not in screen.text
    screen.press(words.SAVE)
    assert _waves(workspace)["polres"] == 1


def test_without_an_agency_nothing_is_tried(screen: Screen) -> None:
    _look(_open(screen), [], 2)
    assert screen.refused == [wave_words.NEED_AGENCY]


def test_an_agency_that_is_in_that_wave_already_is_not_moved(screen: Screen) -> None:
    _look(_open(screen), ["polres"], 1)
    assert screen.refused == [wave_words.ALREADY_THERE.format(wave=1)]


def test_the_first_wave_cannot_be_left_empty_and_the_choice_stays(
    screen: Screen, workspace: Workspace
) -> None:
    everybody = sorted(_waves(workspace))
    _look(_open(screen), everybody, 2)
    sentence = labels.OBJECTION["wave_without_agencies"].format(about=1)
    assert screen.refused == [wave_words.NOT_TRIED.format(reasons=sentence)]
    assert sorted(screen.app.multiselect(key=wave_moves.AGENCIES).value) == everybody
    assert wave_words.TRIED not in screen.texts


def test_a_wave_in_between_cannot_be_left_empty(screen: Screen) -> None:
    _look(_open(screen), ["polres"], 3)
    sentence = labels.OBJECTION["wave_without_agencies"].format(about=2)
    assert screen.refused == [wave_words.NOT_TRIED.format(reasons=sentence)]


def test_what_somebody_else_wrote_meanwhile_is_not_written_over_unseen(
    screen: Screen, workspace: Workspace
) -> None:
    _look(_open(screen), ["polres"], 2)
    change = AgencyChange(agency="polres", contact="Bagian operasi")
    assert isinstance(workspace.record(PLAN, change, actor="sekda"), Written)
    screen.press(words.SAVE)
    (told,) = screen.refused
    assert told.startswith("Belum disimpan: Sekretaris Daerah")
    assert _waves(workspace)["polres"] == 1
    assert "sudah mengubah instansi Polres lebih dulu" in told
    assert screen.compared == [["Gelombang", "1", "2"]]
    screen.press(words.KEEP_MINE)
    (said,) = screen.saved
    assert said.startswith(wave_words.KEPT.format(count=1))
    assert _waves(workspace)["polres"] == 2


def test_an_agency_can_be_left_where_somebody_else_put_it(screen: Screen, workspace: Workspace) -> None:
    _look(_open(screen), ["polres", "pln"], 2)
    change = AgencyChange(agency="polres", contact="Bagian operasi")
    assert isinstance(workspace.record(PLAN, change, actor="sekda"), Written)
    screen.press(words.SAVE).press(words.TAKE_THEIRS).press(words.SAVE)
    (said,) = screen.saved
    assert said.startswith(wave_words.KEPT.format(count=1))
    assert (_waves(workspace)["polres"], _waves(workspace)["pln"]) == (1, 2)


def test_a_move_that_no_longer_fits_can_only_be_cancelled(screen: Screen, workspace: Workspace) -> None:
    others = sorted(set(_waves(workspace)) - {"polres"})
    _look(_open(screen), others, 2)
    assert isinstance(workspace.record(PLAN, AgencyChange(agency="pln", wave=2), actor="sekda"), Written)
    assert isinstance(
        workspace.record(
            PLAN, AgencyChange(agency="polres", active=False, reason="Pindah gedung."), actor="sekda"
        ),
        Written,
    )
    screen.app.run()
    (told,) = screen.refused
    assert labels.OBJECTION["wave_without_agencies"].format(about=1) in told
    assert words.SAVE not in screen.buttons()
    screen.press(wave_words.CANCEL)
    assert screen.saved == [wave_words.DISCARDED]


def test_the_curve_is_reckoned_only_where_it_is_opened(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Snapshot] = []
    reckon = forecast_parts.behind

    def spied(seen: Snapshot) -> Insight:
        asked.append(seen)
        return reckon(seen)

    monkeypatch.setattr(forecast_parts, "behind", spied)
    _open(screen)
    assert asked == []
    assert screen.app.get("plotly_chart") == []
    screen.app.session_state[agency_waves.CURVE] = True
    screen.app.run()
    assert not screen.app.exception
    assert len(asked) == 1
    (chart,) = screen.app.get("plotly_chart")
    assert chart.proto.alt == wave_words.CURVE_ALT
    assert "Pilihan sekarang menunggu 22 dari 22 instansi" in screen.text


def test_the_curve_counts_agencies_of_later_waves_too(screen: Screen, workspace: Workspace) -> None:
    changes = [AgencyChange(agency=slug, wave=2) for slug in ("polres", "imigrasi", "pln")]
    assert isinstance(workspace.record_all(PLAN, changes, actor="sekda"), Written)
    _open(screen)
    screen.app.session_state[agency_waves.CURVE] = True
    screen.app.run()
    assert not screen.app.exception
    assert "Pilihan sekarang menunggu 19 dari 22 instansi" in screen.text


def test_a_day_before_today_is_only_looked_at(screen: Screen) -> None:
    screen.go("instansi", rencana=PLAN, hari=date(2026, 6, 1).isoformat())
    screen.app.session_state["lihat"] = agency_words.WAVES
    screen.app.run()
    assert not screen.app.exception
    assert wave_words.LOOK not in screen.buttons()
    assert len(_table(screen)) == 22


def test_an_open_mall_has_waves_that_move_its_launch_no_more(screen: Screen) -> None:
    screen.go("instansi", rencana="siak").act_as("dpmptsp")
    screen.app.session_state["lihat"] = agency_words.WAVES
    screen.app.run()
    assert not screen.app.exception
    assert "Gelombang tidak lagi menggeser peluncuran." in screen.text
    assert screen.app.get("plotly_chart") == []
