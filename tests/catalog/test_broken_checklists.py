"""Every kind of mistake has a broken example that says on which line it must be found.

A folder under ``tests/broken`` replaces or adds files of ``tests/broken/base``. The first line of each of
its files reads ``# EXPECT: <line> <code>`` (several joined by commas). Nothing else may be reported. The
part of a folder's name before ``--`` is a code; the part after it tells variants apart.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planner.catalog.checklists import load_checklist
from planner.catalog.problem import MESSAGES, Problem
from planner.domain.checklist import Checklist

BROKEN = Path(__file__).parent.parent / "broken"
BASE = BROKEN / "base"
CASES = sorted(folder for folder in BROKEN.iterdir() if folder != BASE)
REGIONS = ("barru", "siak")
MADE_BY_TESTS = {"missing-file", "unreadable-file", "too-large", "not-utf8"}


def _expected(case: Path) -> set[tuple[str, int, str]]:
    found = set()
    for path in case.iterdir():
        first, _, _ = path.read_text(encoding="utf-8").partition("\n")
        for said in first.removeprefix("# EXPECT: ").split(", "):
            line, code = said.split()
            found.add((path.name, int(line), code))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "contoh"))


def _load(folder: Path) -> tuple[Problem, ...]:
    found = load_checklist(folder, REGIONS)
    assert isinstance(found, tuple)
    return found


def test_the_base_of_the_broken_examples_is_right(folder: Path) -> None:
    found = load_checklist(folder, REGIONS)
    assert isinstance(found, Checklist)
    assert list(found.items) == ["PSP-01", "PSP-02", "PSP-03", "BKA-01", "BKA-02", "BKA-03"]
    assert found.after_launch == {"BKA-03"}


def test_there_are_many_broken_examples() -> None:
    assert len(CASES) >= 75


def test_every_code_has_a_broken_example() -> None:
    shown = {case.name.partition("--")[0] for case in CASES}
    assert shown | MADE_BY_TESTS == set(MESSAGES)
    assert {case.name for case in CASES if case.name.partition("--")[0] not in MESSAGES} == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_example_is_reported_at_its_line_and_nothing_else_is(case: Path, folder: Path) -> None:
    shutil.copytree(case, folder, dirs_exist_ok=True)
    found = {(Path(p.file).name, p.line, p.code) for p in _load(folder)}
    assert found == _expected(case)
    assert case.name.partition("--")[0] in {code for _, _, code in found}
