"""Daftar periksa: which rows the filters leave, which stage is shown, and the item that an address opens."""

from __future__ import annotations

import pytest

from planner.domain.changes import ActivityChange
from planner.domain.checklist import LawBasis
from planner.domain.readiness import SETTLED
from planner.views import formats, labels, rows, words
from planner.workspace import Snapshot, Workspace, Written, plan_quality
from tests.ui.screen import Screen

PLAN = "belitung-timur"
ITEM = "KMT-06"


def _seen(workspace: Workspace) -> Snapshot:
    seen = workspace.snapshot(PLAN)
    assert isinstance(seen, Snapshot)
    return seen


def test_the_page_begins_with_the_stage_where_work_stands(screen: Screen, workspace: Workspace) -> None:
    seen = _seen(workspace)
    screen.go("daftar", rencana=PLAN)
    stage = rows.current_stage(seen.checklist, seen.readiness)
    assert screen.part("daftar-butir")["stage"] == stage
    assert set(screen.rows) == {a.id for a in seen.work.activities.values() if a.stage == stage}


def test_all_stages_together_hold_every_activity(screen: Screen, workspace: Workspace) -> None:
    screen.go("daftar", rencana=PLAN, tahap="semua")
    assert set(screen.rows) == set(_seen(workspace).work.activities)


def test_the_rail_counts_every_stage(screen: Screen, workspace: Workspace) -> None:
    seen = _seen(workspace)
    screen.go("daftar", rencana=PLAN)
    rail = screen.part("daftar-butir")["rail"]
    assert [stage["title"] for stage in rail] == [stage.title for stage in seen.checklist.stages]
    assert sum(stage["met"] for stage in rail) == sum(
        standing.standing == "met" for standing in seen.readiness.activities.values()
    )


@pytest.mark.parametrize("stage", ["usulan", "peresmian"])
def test_the_stage_of_the_address_is_shown(screen: Screen, workspace: Workspace, stage: str) -> None:
    screen.go("daftar", rencana=PLAN, tahap=stage)
    activities = _seen(workspace).work.activities.values()
    assert set(screen.rows) == {a.id for a in activities if a.stage == stage}


def test_a_stage_that_does_not_exist_is_passed_over(screen: Screen, workspace: Workspace) -> None:
    screen.go("daftar", rencana=PLAN, tahap="tidak-ada")
    seen = _seen(workspace)
    assert screen.part("daftar-butir")["stage"] == rows.current_stage(seen.checklist, seen.readiness)


def test_the_filter_by_role_leaves_the_work_of_the_role(screen: Screen, workspace: Workspace) -> None:
    screen.go("daftar", rencana=PLAN).type(words.ROLE, "Bappeda")
    activities = _seen(workspace).work.activities.values()
    assert set(screen.rows) == {a.id for a in activities if a.item.responsible == "bappeda"}


def test_mine_are_the_rows_of_the_role_at_work(screen: Screen, workspace: Workspace) -> None:
    screen.go("daftar", rencana=PLAN).act_as("sekda").type(words.SHOW, [words.MINE])
    activities = _seen(workspace).work.activities.values()
    assert set(screen.rows) == {a.id for a in activities if a.item.responsible == "sekda"}
    screen.act_as("bpkad")
    assert set(screen.rows) == {a.id for a in activities if a.item.responsible == "bpkad"}


def test_unmet_leaves_out_what_is_met_or_does_not_apply(screen: Screen, workspace: Workspace) -> None:
    screen.go("daftar", rencana=PLAN).type(words.SHOW, [words.UNMET])
    standings = _seen(workspace).readiness.activities
    assert set(screen.rows) == {key for key, s in standings.items() if s.standing not in SETTLED}


def test_critical_leaves_what_holds_the_launch(screen: Screen, workspace: Workspace) -> None:
    screen.go("daftar", rencana=PLAN).type(words.SHOW, [words.CRITICAL])
    seen = _seen(workspace)
    assert set(screen.rows) == {
        key
        for key in seen.work.activities
        if key in seen.schedule.dates and seen.schedule.dates[key].critical
    }
    assert screen.rows


def test_late_leaves_what_the_advice_on_the_plan_calls_late_for_the_target(
    screen: Screen, workspace: Workspace
) -> None:
    screen.go("daftar", rencana=PLAN, tahap="semua").type(words.SHOW, [words.LATE])
    late = {finding.check: finding.activities for finding in plan_quality(_seen(workspace))}
    assert set(screen.rows) == set(late["negative_float"])
    assert len(screen.rows) > 50
    assert all("terlambat" in row["float"] for row in screen.rows.values())


def test_filters_narrow_each_other(screen: Screen, workspace: Workspace) -> None:
    screen.go("daftar", rencana=PLAN).type(words.ROLE, "DPMPTSP")
    by_role = set(screen.rows)
    screen.type(words.SHOW, [words.UNMET])
    both = set(screen.rows)
    screen.type(words.SEARCH, "usul")
    all_three = set(screen.rows)
    assert all_three < both < by_role
    assert all_three


@pytest.mark.parametrize("text", ["ksp-02", "naskah kerja sama dibahas", "  KSP-02  "])
def test_search_finds_codes_and_titles_in_any_case(screen: Screen, text: str) -> None:
    screen.go("daftar", rencana=PLAN).type(words.SEARCH, text)
    assert {row.split(".")[0] for row in screen.rows} == {"KSP-02"}


def test_search_finds_the_rows_of_an_agency(screen: Screen) -> None:
    screen.go("daftar", rencana=PLAN).type(words.SEARCH, "bpjs kesehatan")
    assert screen.rows
    assert all(row.endswith(".bpjs-kesehatan") for row in screen.rows)


def test_a_filter_that_leaves_nothing_says_so(screen: Screen) -> None:
    screen.go("daftar", rencana=PLAN).type(words.SEARCH, "tidak ada yang begini")
    part = screen.part("daftar-butir")
    assert part["groups"] == []
    assert part["words"]["empty"] == words.NO_ROWS


def test_filters_of_an_address_are_set_when_it_opens(screen: Screen, workspace: Workspace) -> None:
    screen.go("daftar", rencana=PLAN, peran="Bappeda", cari="PMT", tampil=words.UNMET)
    assert screen.typed(words.ROLE) == "Bappeda"
    assert screen.typed(words.SEARCH) == "PMT"
    assert screen.typed(words.SHOW) == [words.UNMET]
    assert set(screen.rows) == {"PMT-09"}


def test_filters_that_do_not_exist_are_passed_over(screen: Screen) -> None:
    screen.go("daftar", rencana=PLAN, peran="Sultan", tampil="Aneh")
    assert not screen.app.exception
    assert screen.rows


def test_an_item_in_the_address_is_opened_with_all_that_stands_behind_it(
    screen: Screen, workspace: Workspace
) -> None:
    seen = _seen(workspace)
    item = seen.work.activities[ITEM].item
    screen.go("daftar", rencana=PLAN, butir=ITEM)
    assert screen.part("daftar-butir")["open"] == ITEM
    assert item.title in screen.texts
    assert any(item.requirement in text for text in screen.texts)
    law = next(basis for basis in item.basis if isinstance(basis, LawBasis))
    instrument = seen.checklist.instruments[law.instrument]
    assert any(
        labels.ATTESTATION[law.attestation] in text
        and instrument.title in text
        and words.VERIFIED.format(day=formats.short_day(law.verified_on)) in text
        for text in screen.texts
    )
    assert any(words.WAITS_FOR in text for text in screen.texts)


def test_an_activity_of_an_agency_names_the_agency(screen: Screen) -> None:
    screen.go("daftar", rencana=PLAN, butir="KSP-02.bapenda")
    assert any("Bapenda" in caption.value for caption in screen.app.caption)


def test_an_item_that_does_not_exist_is_named(screen: Screen) -> None:
    screen.go("daftar", rencana=PLAN, butir="XYZ-99")
    assert not screen.app.exception
    assert screen.told == [words.UNKNOWN_ROW.format(id="XYZ-99")]
    screen.press(words.BACK_TO_LIST)
    assert "butir" not in screen.app.query_params
    assert screen.told == []


def test_an_item_is_closed_on_the_way_back_to_the_list(screen: Screen) -> None:
    screen.go("daftar", rencana=PLAN, butir=ITEM).press(words.BACK_TO_LIST)
    assert "butir" not in screen.app.query_params
    assert screen.part("daftar-butir")["open"] is None


def test_the_history_of_an_item_is_read_when_it_is_unfolded(screen: Screen, workspace: Workspace) -> None:
    change = ActivityChange(activity=ITEM, note="*Rapat* anggaran.")
    assert isinstance(workspace.record(PLAN, change, actor="bpkad"), Written)
    screen.go("daftar", rencana=PLAN, butir=ITEM)
    assert not any("Rapat" in markdown.value for markdown in screen.app.markdown)
    screen.app.session_state[f"{ITEM}:riwayat"] = True
    screen.app.run()
    assert any(
        "BPKAD" in text and "Catatan: " in text and "*Rapat* anggaran." in text for text in screen.texts
    )


def test_work_for_demonstration_is_labelled_so(screen: Screen) -> None:
    screen.go("daftar", rencana=PLAN, butir="KMT-05")
    assert any(labels.PROVENANCE["illustration"] in markdown.value for markdown in screen.app.markdown)
    screen.go("daftar", rencana=PLAN, butir="KMT-01")
    assert any(labels.PROVENANCE["reconstruction"] in markdown.value for markdown in screen.app.markdown)
