"""Instansi: its sections and filters by address, the matrix, the panel of one agency, an empty plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.catalog.agencies import load_agencies
from planner.catalog.library import Library
from planner.domain.changes import AgencyChange
from planner.domain.plan import PlanSettings
from planner.views import agency_words as told
from planner.views import labels
from planner.workspace import Snapshot, Workspace, Written
from tests.ui.screen import Screen

PLAN = "belitung-timur"
CHOSEN = "imigrasi"


def _open(screen: Screen, **address: Any) -> Screen:
    return screen.go("instansi", rencana=PLAN, **address)


def _seen(workspace: Workspace, plan: str = PLAN) -> Snapshot:
    seen = workspace.snapshot(plan)
    assert isinstance(seen, Snapshot)
    return seen


def _written(workspace: Workspace, *changes: AgencyChange) -> None:
    assert isinstance(workspace.record_all(PLAN, changes, actor="dpmptsp"), Written)


def _rows(screen: Screen) -> list[dict[str, Any]]:
    return [row for group in screen.part("matriks-instansi")["groups"] for row in group["rows"]]


def _agencies(screen: Screen) -> list[str]:
    return [row["id"] for row in _rows(screen)]


def test_the_page_opens_with_the_matrix_of_all_agencies_that_take_part(
    screen: Screen, workspace: Workspace
) -> None:
    _open(screen)
    assert not screen.app.exception
    assert sorted(_agencies(screen)) == list(_seen(workspace).state.plan.taking_part)
    assert {len(row["cells"]) for row in _rows(screen)} == {14}


def test_the_agencies_told_in_the_sentence_are_the_first_rows_and_marked(screen: Screen) -> None:
    rows = _rows(_open(screen))
    marked = [row["name"] for row in rows if row["last"]]
    assert marked == [row["name"] for row in rows[: len(marked)]]
    told_first = told.AND_MORE.format(name=marked[0], count=len(marked) - 1)
    assert any(f"paling banyak yang belum selesai: {told_first}" in text for text in screen.texts)


@pytest.mark.parametrize("section", [told.REGISTRY, told.SERVICES, told.WAVES, told.COUNTERS])
def test_each_section_opens_by_its_address_in_place_of_the_matrix(screen: Screen, section: str) -> None:
    _open(screen, lihat=section)
    assert not screen.app.exception
    assert "matriks-instansi" not in [part.key for part in screen.app.get("bidi_component")]


def test_a_section_nobody_knows_gives_the_matrix(screen: Screen) -> None:
    assert _rows(_open(screen, lihat="Apa saja"))


def test_filters_stand_in_the_address(screen: Screen, workspace: Workspace) -> None:
    _open(screen, kelompok=[labels.AGENCY_CATEGORY["state_owned"], labels.AGENCY_CATEGORY["regional_owned"]])
    plan = _seen(workspace).state.plan
    wanted = [
        slug for slug in plan.taking_part if plan.agencies[slug].category in ("state_owned", "regional_owned")
    ]
    assert sorted(_agencies(screen)) == wanted


def test_a_wave_has_a_chip_once_there_are_several(screen: Screen, workspace: Workspace) -> None:
    assert told.WAVE not in _open(screen).labels()
    _written(workspace, AgencyChange(agency=CHOSEN, wave=2))
    _open(screen, gelombang=told.IN_WAVE.format(wave=2))
    assert told.WAVE in screen.labels()
    assert _agencies(screen) == [CHOSEN]


def test_a_filter_that_nothing_passes_says_what_to_do(screen: Screen) -> None:
    _open(screen, hanya=told.HOLDS)
    assert told.NO_ROWS in screen.texts


def test_an_agency_opens_by_its_address_beside_the_matrix(screen: Screen) -> None:
    _open(screen, instansi=CHOSEN)
    assert screen.part("matriks-instansi")["chosen"] == CHOSEN
    assert "Imigrasi" in [head.value for head in screen.app.subheader]
    assert any(text.startswith("Harus siap") for text in screen.texts)
    assert "✓ Diundang" in screen.text


def test_the_panel_leads_to_what_the_next_step_waits_for(screen: Screen) -> None:
    _open(screen, instansi=CHOSEN)
    links = [link.proto.query_string for link in screen.app.main.get("page_link")]
    assert links == [f"rencana={PLAN}&butir=PMT-02.{CHOSEN}"]


def test_the_panel_tells_documents_with_their_frame_and_the_memorandum(screen: Screen) -> None:
    _open(screen, instansi=CHOSEN)
    assert "Nota Kesepakatan" in screen.text
    assert "Kerangka: Perpres 89/2021 Pasal 6" in screen.text
    assert ":blue-badge[Dua sumber]" in screen.text
    assert "28 Juni 2022" in screen.text


def test_an_agency_in_the_catalogue_names_who_signed_the_memorandum(
    screen: Screen, workspace: Workspace
) -> None:
    _written(workspace, AgencyChange(agency=CHOSEN, typical="imigrasi"))
    assert "ditandatangani juga oleh" in _open(screen, instansi=CHOSEN).text


def test_a_catalogue_that_cannot_be_read_is_named_in_its_place(
    screen: Screen, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "agencies.yaml"
    empty.write_text("", encoding="utf-8")
    problems = load_agencies(empty, {})
    assert isinstance(problems, tuple)
    monkeypatch.setitem(vars(library), "agencies", problems)
    _open(screen, instansi=CHOSEN)
    assert any(text.startswith("Katalog instansi belum dapat dibaca") for text in screen.told)


def test_the_panel_is_closed_and_the_matrix_is_whole_again(screen: Screen) -> None:
    _open(screen, instansi=CHOSEN).press(told.BACK)
    assert "instansi" not in screen.app.query_params
    assert screen.part("matriks-instansi")["chosen"] is None


def test_an_agency_that_takes_no_part_is_named(screen: Screen) -> None:
    _open(screen, instansi="tidak-ada")
    assert told.UNKNOWN.format(agency="tidak-ada") in screen.told


def test_on_another_day_the_matrix_is_that_of_the_day(screen: Screen, workspace: Workspace) -> None:
    day = date(2026, 3, 2)
    then = workspace.snapshot(PLAN, day)
    assert isinstance(then, Snapshot)
    _open(screen, hari=day.isoformat())
    told_then = {cell["id"]: cell["standing"] for row in _rows(screen) for cell in row["cells"]}
    assert told_then == {i: then.readiness.activities[i].standing for i in told_then}
    assert told_then != {i: _seen(workspace).readiness.activities[i].standing for i in told_then}


def test_a_plan_without_agencies_leads_to_where_they_are_listed(screen: Screen, workspace: Workspace) -> None:
    settings = _seen(workspace).state.plan.settings
    fresh = PlanSettings(
        name="Rencana kosong", regency=settings.regency, checklist=settings.checklist, start=settings.start
    )
    assert isinstance(workspace.create("kosong", fresh, actor="dpmptsp"), Written)
    screen.go("instansi", rencana="kosong")
    assert told.NO_AGENCIES in screen.texts
    assert screen.told == [told.START_HERE]
    screen.press(told.REGISTER)
    assert not screen.app.exception
    assert told.START_HERE not in screen.told
    assert told.REGISTER not in screen.buttons()
