"""The two commands: what they say where the machine lacks something."""

from __future__ import annotations

import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts import browser

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"
WITHOUT = """
import importlib.util, runpy, sys
known, missing = importlib.util.find_spec, sys.argv[1]
importlib.util.find_spec = lambda name, package=None: None if name == missing else known(name, package)
sys.argv = ["setup.py"]
runpy.run_path("scripts/setup.py", run_name="__main__")
"""
TOO_OLD = """
import runpy, shutil, sys
sys.version_info = (3, 9, 2)
shutil.which = lambda name: None
sys.argv = ["setup.py"]
runpy.run_path("scripts/setup.py", run_name="__main__")
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files that set-up reads, without an environment."""
    shutil.copytree(SCRIPTS, tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def run_in(folder: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program in a folder."""
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("missing", ["ensurepip", "venv"])
def test_without_venv_set_up_says_in_one_sentence_what_to_install(checkout: Path, missing: str) -> None:
    ended = run_in(checkout, WITHOUT, missing)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "apt install python3-venv" in ended.stderr


def test_with_an_old_python_set_up_says_in_one_sentence_which_is_needed(checkout: Path) -> None:
    ended = run_in(checkout, TOO_OLD)
    assert ended.returncode == 1
    assert ended.stderr == (
        "Diperlukan Python 3.11 atau lebih baru; yang ditemukan di komputer ini Python 3.9.\n"
    )


@pytest.fixture
def testing(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What scripts/test.py defines, with set-up taken out."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    names = runpy.run_path(str(SCRIPTS / "test.py"), run_name="scripts_test")
    names["main"].__globals__["ensure"] = lambda dev: None
    return names


def test_without_a_browser_the_last_line_says_that_its_tests_did_not_run(
    testing: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    assert testing["main"](["browser"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("The browser tests did not run")


def test_the_continuous_integration_looks_for_that_very_line(testing: dict[str, Any]) -> None:
    asked = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "browser tests did not run" in asked
    assert "browser tests did not run" in testing["NO_BROWSER"]


def test_an_unknown_part_is_refused_by_name(testing: dict[str, Any]) -> None:
    with pytest.raises(SystemExit, match="Unknown part 'speed'"):
        testing["main"](["speed"])


def test_a_browser_that_is_named_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "chromium").touch()
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "chromium"))
    assert browser.find() == str(tmp_path / "chromium")


def test_a_browser_on_the_path_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "google-chrome"
    program.touch(mode=0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.find() == str(program)
