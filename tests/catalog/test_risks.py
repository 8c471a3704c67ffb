from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest

from planner.catalog.benchmarks import Benchmark, load_benchmarks
from planner.catalog.checklists import load_checklist
from planner.catalog.places import resource
from planner.catalog.problem import Problem
from planner.catalog.risks import load_risks
from planner.domain.checklist import Checklist
from planner.domain.risk import DaysEffect, RiskDriver

FILE = Path(__file__).resolve().parents[2] / "data" / "risk-drivers.yaml"


@pytest.fixture(scope="module")
def benchmarks() -> dict[str, Benchmark]:
    found = load_benchmarks(resource("data/benchmarks.yaml"))
    assert isinstance(found, dict), found
    return found


@pytest.fixture(scope="module")
def shipped(benchmarks: dict[str, Benchmark]) -> dict[str, RiskDriver]:
    found = load_risks(FILE, benchmarks)
    assert isinstance(found, dict), found
    return found


def test_the_shipped_file_tells_of_every_documented_cause(shipped: dict[str, RiskDriver]) -> None:
    causes = ["anggaran", "gedung", "utilitas", "instansi", "pimpinan", "petugas", "kelembagaan", "peresmian"]
    assert list(shipped) == [*causes, "pandemi"]


def test_only_the_pandemic_is_history(shipped: dict[str, RiskDriver]) -> None:
    assert [driver.id for driver in shipped.values() if driver.historic] == ["pandemi"]


def test_probabilities_are_counted_among_the_regions_whose_way_is_known(
    shipped: dict[str, RiskDriver], benchmarks: dict[str, Benchmark]
) -> None:
    known = {b.id for b in benchmarks.values() if b.outcome != "practice_only"}
    counted = {d.id: d for d in shipped.values() if d.cases}
    assert len(counted) == 8
    assert {d.frequency.documented for d in counted.values()} == {len(known)}
    assert {i: d.frequency.hit for i, d in counted.items()} == {i: len(d.cases) for i, d in counted.items()}
    assert {i: set(d.cases) - known for i, d in counted.items() if set(d.cases) - known} == {}


def test_a_region_whose_way_is_known_is_left_out_of_a_driver_only_with_a_reason(
    shipped: dict[str, RiskDriver], benchmarks: dict[str, Benchmark]
) -> None:
    left_out = [
        (driver, benchmarks[region].name.removeprefix("Kabupaten ").removeprefix("Kota "))
        for driver in shipped.values()
        for region in driver.also
        if benchmarks[region].outcome != "practice_only"
    ]
    assert [name for _, name in left_out] == ["Siak", "Kendari", "Pangkal Pinang"]
    assert [name for driver, name in left_out if name not in driver.method] == []


def test_no_case_is_named_twice(shipped: dict[str, RiskDriver]) -> None:
    assert [d.id for d in shipped.values() if len({*d.cases, *d.also}) < len(d.cases + d.also)] == []


def test_documented_effects_are_the_least_the_median_and_the_most_of_the_slips(
    shipped: dict[str, RiskDriver],
) -> None:
    documented = {d.id: d for d in shipped.values() if d.basis == "documented"}
    slips = {i: sorted(slip.days for slip in d.slips) for i, d in documented.items()}
    effects = {i: d.effect for i, d in documented.items()}
    assert all(isinstance(effect, DaysEffect) for effect in effects.values())
    assert {i: (e.optimistic, e.likely, e.pessimistic) for i, e in effects.items()} == {
        i: (days[0], median(days), days[-1]) for i, days in slips.items()
    }


def test_estimated_effects_claim_no_slips(shipped: dict[str, RiskDriver]) -> None:
    estimated = [d for d in shipped.values() if d.basis == "estimated"]
    assert len(estimated) == 3
    assert [d.id for d in estimated if d.slips] == []


def test_every_slip_is_that_of_a_case(shipped: dict[str, RiskDriver]) -> None:
    assert [d.id for d in shipped.values() if {slip.region for slip in d.slips} - set(d.cases)] == []


def test_drivers_without_cases_name_their_sources(shipped: dict[str, RiskDriver]) -> None:
    assert [d.id for d in shipped.values() if not d.cases and not d.sources] == []


def test_drivers_act_on_items_and_stages_of_the_shipped_checklist(shipped: dict[str, RiskDriver]) -> None:
    checklist = load_checklist(resource("checklists/perpres-89-2021"), None)
    assert isinstance(checklist, Checklist)
    stages = {stage.stage for stage in checklist.stages}
    assert {i for d in shipped.values() for i in d.items} <= checklist.items.keys()
    assert {s for d in shipped.values() for s in d.stages} <= stages


def test_only_per_agency_items_are_touched_agency_by_agency(shipped: dict[str, RiskDriver]) -> None:
    checklist = load_checklist(resource("checklists/perpres-89-2021"), None)
    assert isinstance(checklist, Checklist)
    single = {d.id: d for d in shipped.values() if d.agencies}
    assert list(single) == ["instansi"]
    assert {checklist.items[i].per for d in single.values() for i in d.items} == {"agency"}


ONE = """\
checked_on: 2026-11-22
drivers:
  - id: anggaran
    title: Anggaran
    summary: Anggaran belum ada.
    frequency: {hit: 1, documented: 4}
    effect: {kind: factor, optimistic: 1, likely: 1.5, pessimistic: 2}
    items: [KMT-06]
    basis: estimated
    method: Perkiraan.
    cases: [siak]
    also: [barru]
    slips:
      - {region: gowa, days: 3, note: Tiga hari}
    attestation: one_source
"""


def load_text(folder: Path, text: str, *regions: str) -> dict[str, RiskDriver] | tuple[Problem, ...]:
    path = folder / "risk-drivers.yaml"
    path.write_text(text, encoding="utf-8")
    return load_risks(path, regions or None)


def test_a_file_is_read_without_a_list_of_regions(tmp_path: Path) -> None:
    found = load_text(tmp_path, ONE)
    assert isinstance(found, dict)
    assert found["anggaran"].probability == 0.25


def test_unknown_regions_are_problems_where_they_stand(tmp_path: Path) -> None:
    found = load_text(tmp_path, ONE, "siaka")
    assert isinstance(found, tuple)
    assert [(p.line, p.code, p.hint) for p in found] == [
        (11, "unknown-region", "maksudnya 'siaka'?"),
        (12, "unknown-region", None),
        (14, "unknown-region", None),
    ]


def test_a_driver_named_twice_is_a_problem_on_its_second_line(tmp_path: Path) -> None:
    found = load_text(tmp_path, ONE + ONE.split("drivers:\n")[1])
    assert isinstance(found, tuple)
    assert [(p.line, p.code) for p in found] == [(16, "duplicate-id")]
    assert "pemicu risiko 'anggaran' sudah ada di baris 3" in found[0].message


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("likely: 1.5", "likely: 3", 7, "likely-over-pessimistic"),
        ("optimistic: 1,", "optimistic: 0.5,", 7, "bad-range"),
        ("hit: 1", "hit: 5", 6, "bad-value"),
        ("    items: [KMT-06]\n", "", 3, "bad-value"),
        ("title:", "titel:", 4, "unknown-key"),
        ("kind: factor", "kind: faktor", 7, "unknown-value"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, code: str
) -> None:
    found = load_text(tmp_path, ONE.replace(old, new))
    assert isinstance(found, tuple)
    assert [(p.line, p.code) for p in found] == [(line, code)]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    found = load_risks(tmp_path / "none.yaml")
    assert isinstance(found, tuple)
    assert [p.code for p in found] == ["missing-file"]
