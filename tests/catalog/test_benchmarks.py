from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.catalog.benchmarks import (
    DAYS_IN_MONTH,
    Benchmark,
    BenchmarkDuration,
    load_benchmarks,
    whole_ways,
)
from planner.catalog.places import resource
from planner.catalog.problem import Problem
from planner.catalog.regencies import load_regencies


@pytest.fixture(scope="module")
def shipped() -> dict[str, Benchmark]:
    benchmarks = load_benchmarks(resource("data/benchmarks.yaml"))
    assert isinstance(benchmarks, dict), benchmarks
    return benchmarks


def test_the_shipped_file_tells_of_many_real_regencies(shipped: dict[str, Benchmark]) -> None:
    assert len(shipped) >= 30
    assert len([b for b in shipped.values() if b.outcome == "opened"]) >= 20


def test_barru_took_seven_months_from_commitment_to_agreement(shipped: dict[str, Benchmark]) -> None:
    barru = shipped["barru"]
    commitment, agreement = barru.first("commitment"), barru.first("agreement")
    assert commitment is not None
    assert agreement is not None
    assert (commitment.on, agreement.on) == (date(2019, 3, 27), date(2019, 10, 28))
    assert [d.value for d in barru.durations if d.id == "komitmen-pks"] == [7.1]


def computed(shipped: dict[str, Benchmark]) -> list[tuple[str, BenchmarkDuration, float]]:
    found = []
    for benchmark in shipped.values():
        for duration in benchmark.durations:
            if duration.between is None:
                continue
            start, end = benchmark.first(duration.between[0]), benchmark.last(duration.between[1])
            assert start is not None, (benchmark.id, duration.id)
            assert end is not None, (benchmark.id, duration.id)
            assert start.precision == end.precision == "day", (benchmark.id, duration.id)
            days = (end.on - start.on).days
            found.append(
                (benchmark.id, duration, {"days": days, "months": days / DAYS_IN_MONTH}[duration.unit])
            )
    return found


def test_every_computed_duration_agrees_with_the_days_of_its_events(shipped: dict[str, Benchmark]) -> None:
    durations = computed(shipped)
    assert len(durations) >= 15
    assert [(region, d.id) for region, d, value in durations if abs(d.value - value) > 0.06] == []


def test_every_code_is_that_of_the_regency_it_names(shipped: dict[str, Benchmark]) -> None:
    regencies = load_regencies(resource("data/regencies.csv"))
    named = {b.id: (b.name, regencies[b.regency].name) for b in shipped.values() if b.regency is not None}
    assert len(named) >= 30
    assert {region: pair for region, pair in named.items() if pair[0] != pair[1]} == {}


def test_an_event_known_only_by_its_month_or_year_stands_on_the_first_day(
    shipped: dict[str, Benchmark],
) -> None:
    rough = [(b.id, e) for b in shipped.values() for e in b.events if e.precision != "day"]
    assert len(rough) >= 15
    assert [
        region for region, e in rough if e.on.day != 1 or (e.precision == "year" and e.on.month != 1)
    ] == []


def test_no_opened_regency_lacks_a_source_and_no_event_lies_after_the_check(
    shipped: dict[str, Benchmark],
) -> None:
    assert all(b.sources for b in shipped.values())
    assert max(e.on for b in shipped.values() for e in b.events) <= date(2026, 11, 22)


def test_a_regency_without_an_event_of_a_kind_gives_none(shipped: dict[str, Benchmark]) -> None:
    assert shipped["solok-selatan"].first("launch") is None
    assert shipped["solok-selatan"].last("launch") is None


def test_seven_regencies_are_known_from_the_first_formal_step_to_the_opening(
    shipped: dict[str, Benchmark],
) -> None:
    assert {b.id: d.months for b, d in whole_ways(shipped.values())} == {
        "barru": 10.8,
        "badung": 13,
        "siak": 41.4,
        "soppeng": 17,
        "kota-malang": 21.1,
        "pringsewu": 21,
        "pulang-pisau": 23.1,
    }


def test_a_whole_way_told_in_days_counts_in_months(shipped: dict[str, Benchmark]) -> None:
    days = BenchmarkDuration(id="x", label="Seluruhnya", value=365.25, unit="days", whole=True)
    barru = shipped["barru"].model_copy(update={"durations": (days,)})
    assert [(b.id, d.months) for b, d in whole_ways([barru])] == [("barru", 12)]


ONE = """\
checked_on: 2026-11-22
benchmarks:
  - id: barru
    name: Kabupaten Barru
    outcome: opened
    attestation: one_source
    sources:
      - {title: Pijar News}
"""


def load_text(folder: Path, text: str) -> dict[str, Benchmark] | tuple[Problem, ...]:
    path = folder / "benchmarks.yaml"
    path.write_text(text, encoding="utf-8")
    return load_benchmarks(path)


def test_a_regency_named_twice_is_a_problem_on_its_second_line(tmp_path: Path) -> None:
    twice = ONE + ONE.split("benchmarks:\n")[1]
    (found,) = load_text(tmp_path, twice)
    assert isinstance(found, Problem)
    assert (found.line, found.code) == (9, "duplicate-id")
    assert "barru" in found.message
    assert "baris 3" in found.message


def test_a_misspelt_key_is_a_problem_with_a_hint(tmp_path: Path) -> None:
    (found,) = load_text(tmp_path, ONE.replace("outcome:", "outcom:"))
    assert isinstance(found, Problem)
    assert (found.line, found.code, found.hint) == (5, "unknown-key", "maksudnya 'outcome'?")


def test_a_file_that_is_no_yaml_or_not_there_is_a_problem(tmp_path: Path) -> None:
    (broken,) = load_text(tmp_path, "benchmarks: [\n")
    assert isinstance(broken, Problem)
    assert broken.code == "yaml-syntax"
    (missing,) = load_benchmarks(tmp_path / "none.yaml")
    assert isinstance(missing, Problem)
    assert missing.code == "missing-file"
