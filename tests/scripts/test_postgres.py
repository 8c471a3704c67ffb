"""Where the tests get a PostgreSQL from, and what is said where there is none."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts import postgres

ROOT = Path(__file__).parents[2]
ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="none is looked for there")


def programs(folder: Path, *names: str) -> Path:
    """A folder with programs that do nothing."""
    folder.mkdir(parents=True)
    for name in names or postgres.NEEDED:
        (folder / name).touch(mode=0o755)
    return folder


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """A machine whose variables and command path name no PostgreSQL."""
    monkeypatch.delenv(postgres.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    return monkeypatch


@ON_UNIX
def test_a_folder_that_is_named_is_taken(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = programs(tmp_path / "bin")
    bare.setenv(postgres.VARIABLE, str(folder))
    assert postgres.find() == postgres.find_or_get() == folder


def test_a_named_folder_without_the_programs_is_not_replaced_by_another(
    bare: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bare.setenv(postgres.VARIABLE, str(programs(tmp_path / "bin", "psql")))
    assert (postgres.find(), postgres.find_or_get()) == (None, None)


@ON_UNIX
def test_the_command_path_leads_to_the_folder_behind_a_link(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = programs(tmp_path / "15" / "bin")
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "postgres").symlink_to(folder / "postgres")
    bare.setenv("PATH", str(tmp_path / "path"))
    assert postgres.find(places=()) == folder


@ON_UNIX
@pytest.mark.usefixtures("bare")
def test_of_several_versions_the_newest_whole_one_is_taken(tmp_path: Path) -> None:
    programs(tmp_path / "9" / "bin")
    newest = programs(tmp_path / "15" / "bin")
    programs(tmp_path / "17" / "bin", "initdb")
    assert postgres.find(places=(f"{tmp_path}/*/bin",)) == newest


@pytest.mark.usefixtures("bare")
def test_where_there_is_none_none_is_found() -> None:
    assert postgres.find(places=()) is None


@pytest.fixture
def testing(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What scripts/test.py defines, with set-up and the running of commands taken out."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    names = runpy.run_path(str(ROOT / "scripts" / "test.py"), run_name="scripts_test")
    names["main"].__globals__["ensure"] = lambda dev: None
    monkeypatch.setattr(names["Run"], "step", lambda *told, **variables: None)
    return names


def test_without_postgresql_the_last_line_says_that_its_tests_did_not_run(
    testing: dict[str, Any],
    bare: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    bare.setenv(postgres.VARIABLE, str(tmp_path))
    assert testing["main"](["unit"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("The PostgreSQL tests did not run")


@ON_UNIX
def test_with_postgresql_nothing_is_said_of_it(
    testing: dict[str, Any],
    bare: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    bare.setenv(postgres.VARIABLE, str(programs(tmp_path / "bin")))
    assert testing["main"](["unit"]) == 0
    assert "PostgreSQL" not in capsys.readouterr().out


def test_the_continuous_integration_looks_for_that_very_line(testing: dict[str, Any]) -> None:
    asked = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "PostgreSQL tests did not run" in asked
    assert "PostgreSQL tests did not run" in testing["NO_POSTGRES"]
