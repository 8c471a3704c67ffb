from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from planner.catalog.demo import DemoPlan
from planner.catalog.library import Library
from planner.catalog.places import resource
from planner.catalog.problem import Problem
from planner.domain.checklist import Checklist
from planner.domain.funding import fundings
from planner.domain.plan import PlanSettings

NAME = "perpres-89-2021"


@pytest.fixture
def copied(tmp_path: Path) -> Library:
    """A library over copies of the shipped files, so that a test may break them."""
    shutil.copytree(resource("checklists"), tmp_path / "checklists")
    shutil.copytree(resource("data"), tmp_path / "data", ignore=shutil.ignore_patterns("local"))
    return Library(tmp_path / "checklists", tmp_path / "data")


def test_every_folder_is_a_checklist(copied: Library) -> None:
    assert copied.folders() == (NAME,)


def test_a_checklist_is_read_once_and_again_when_a_file_changes(copied: Library, tmp_path: Path) -> None:
    first = copied.checklist(NAME)
    mark = copied.mark(NAME)
    assert isinstance(first, Checklist)
    assert copied.checklist(NAME) is first
    file = tmp_path / "checklists" / NAME / "01-komitmen.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("weight:", "weigth:", 1), encoding="utf-8")
    os.utime(file, (1, 1))
    assert copied.mark(NAME) != mark
    broken = copied.checklist(NAME)
    assert isinstance(broken, tuple)
    assert [(problem.file.rsplit("/", 1)[-1], problem.code) for problem in broken] == [
        ("01-komitmen.yaml", "unknown-key")
    ]


def test_a_folder_that_is_not_there_is_a_problem_and_not_an_error(copied: Library) -> None:
    assert copied.mark("tidak-ada") == ()
    found = copied.checklist("tidak-ada")
    assert isinstance(found, tuple)
    assert all(isinstance(problem, Problem) for problem in found)


def test_a_practice_may_only_point_at_a_known_regency(copied: Library) -> None:
    regions = copied.regions
    assert regions is not None
    assert {"barru", "badung", "siak"} <= regions


def test_regencies_are_not_asked_for_where_their_own_file_is_broken(copied: Library, tmp_path: Path) -> None:
    (tmp_path / "data" / "benchmarks.yaml").write_text("[", encoding="utf-8")
    assert copied.regions is None
    assert isinstance(copied.checklist(NAME), Checklist)


def test_a_demo_is_named_by_its_file_and_read_when_asked_for(copied: Library, tmp_path: Path) -> None:
    assert copied.demos() == ("belitung-timur", "siak")
    assert all(isinstance(copied.demo(name), DemoPlan) for name in copied.demos())
    (tmp_path / "data" / "demo" / "siak.yaml").write_text("plan: siak\n", encoding="utf-8")
    assert isinstance(copied.demo("siak"), tuple)


def test_days_off_reach_from_before_the_start_as_far_ahead_as_budgets(copied: Library) -> None:
    start, day = date(2010, 3, 1), date(2026, 11, 22)
    days = copied.days_off(start, day)
    settings = PlanSettings(name="Siak", regency="14.08", start=start, checklist=NAME)
    assert min(days).year == 2009
    assert max(days).year == max(found.window.year for found in fundings(settings, day)) == 2038
    assert date(2027, 1, 1) in days


def test_all_regencies_are_there_by_code(copied: Library) -> None:
    assert copied.regencies["14.08"].name == "Kabupaten Siak"


def test_the_causes_of_delay_point_at_known_regencies(copied: Library) -> None:
    regions, known = copied.regions, copied.risks
    assert regions is not None
    assert not isinstance(known, tuple)
    assert {case for driver in known.values() for case in driver.cases} <= regions
