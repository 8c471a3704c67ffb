from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.domain.checklist import Checklist
from planner.workspace import StorageProblem, library, open_workspace, opening
from tests.workspace.office import PLAN, SETTINGS, written


def test_an_installation_opens_ready_for_use(tmp_path: Path) -> None:
    env = {
        "MPP_DATABASE_URL": f"sqlite:///{tmp_path / 'mpp.db'}",
        "MPP_EVIDENCE": str(tmp_path / "evidence"),
    }
    workspace = open_workspace(env)
    settings = SETTINGS.model_copy(update={"checklist": "perpres-89-2021"})
    (entry,) = written(workspace.create(PLAN, settings, actor="staf")).entries
    assert abs((datetime.now(UTC) - entry.recorded_at).total_seconds()) < 60
    written(workspace.attach(PLAN, "KMT-01", _first_requirement(), "sk.pdf", b"%PDF", actor="staf"))
    assert [path.name for path in (tmp_path / "evidence").iterdir()]
    assert list(open_workspace(env).plans()) == [PLAN]


def _first_requirement() -> str:
    found = library().checklist("perpres-89-2021")
    assert isinstance(found, Checklist)
    return found.items["KMT-01"].evidence[0].id


def test_without_settings_all_is_kept_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "project_root", lambda: tmp_path)
    workspace = open_workspace({})
    settings = SETTINGS.model_copy(update={"checklist": "perpres-89-2021"})
    written(workspace.create(PLAN, settings, actor="staf"))
    written(workspace.attach(PLAN, "KMT-01", _first_requirement(), "sk.pdf", b"%PDF", actor="staf"))
    kept = {path.name for path in (tmp_path / "data" / "local").iterdir()}
    assert {"mpp.db", "evidence"} <= kept


def test_the_files_that_came_with_the_program_are_found() -> None:
    shipped = library()
    assert "perpres-89-2021" in shipped.folders()
    assert len(shipped.regencies) == 514


def test_a_database_that_cannot_be_used_is_told_in_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "berkas"
    blocked.write_text("bukan folder", "utf-8")
    with pytest.raises(StorageProblem, match="Folder"):
        open_workspace({"MPP_DATABASE_URL": f"sqlite:///{blocked / 'mpp.db'}"})
