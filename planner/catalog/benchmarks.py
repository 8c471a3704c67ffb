"""Real regencies: what they did when, how long it took and what they opened with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from planner.catalog.problem import Problem, problem
from planner.catalog.validation import read_model
from planner.catalog.yamlfile import YamlFile
from planner.domain.checklist import Attestation, Frozen, Slug, Text
from planner.domain.forecast.outside import DAYS_IN_MONTH as DAYS_IN_MONTH
from planner.domain.plan import RegencyCode

EventKind = Literal[
    "idea",
    "study_visit",
    "commitment",
    "team",
    "regulation",
    "consultation",
    "proposal",
    "agreement",
    "works",
    "inspection",
    "trial",
    "launch",
    "target",
    "setback",
    "finding",
]
Outcome = Literal["opened", "trial", "cancelled", "not_known_open", "practice_only"]


class BenchmarkEvent(Frozen):
    """Something that happened (``target``: was meant to) on a day, known as exactly as ``precision`` says.

    With precision ``month`` or ``year`` the day is the first of that month or year.
    """

    on: date
    precision: Literal["day", "month", "year"] = "day"
    kind: EventKind
    label: Text


class BenchmarkDuration(Frozen):
    """How long a phase took.

    ``bound`` tells whether the figure is exact, rough or only a lower limit. ``between`` names the first and
    the last event where it was computed from days of this file; left out where a source states it. ``whole``
    marks the way from the first formal step to the opening, its start known at least to the month.
    """

    id: Slug
    label: Text
    value: Annotated[float, Field(gt=0)]
    unit: Literal["days", "months"]
    bound: Literal["exact", "about", "at_least"] = "exact"
    between: tuple[EventKind, EventKind] | None = None
    whole: bool = False
    note: Text | None = None

    @property
    def months(self) -> float:
        """How long it took, in months."""
        return self.value / (DAYS_IN_MONTH if self.unit == "days" else 1)


class BenchmarkSource(Frozen):
    """Where it was read; without an address where only the outlet is known."""

    title: Text
    address: Annotated[str, Field(min_length=3)] | None = None


class Benchmark(Frozen):
    """One real regency or city.

    ``agencies`` and ``services`` are those at the opening where known; ``cost`` is in milliards of rupiah (Rp
    miliar). ``practice_only`` regencies are known for a way of working, not for their dates.
    """

    id: Slug
    name: Text
    regency: RegencyCode | None = None
    outcome: Outcome
    agencies: Annotated[int, Field(ge=1)] | None = None
    services: Annotated[int, Field(ge=1)] | None = None
    cost: Annotated[float, Field(gt=0)] | None = None
    events: tuple[BenchmarkEvent, ...] = ()
    durations: tuple[BenchmarkDuration, ...] = ()
    lessons: tuple[Text, ...] = ()
    attestation: Attestation
    sources: Annotated[tuple[BenchmarkSource, ...], Field(min_length=1)]
    note: Text | None = None

    def first(self, kind: EventKind) -> BenchmarkEvent | None:
        """The earliest event of a kind."""
        return min((e for e in self.events if e.kind == kind), key=lambda e: e.on, default=None)

    def last(self, kind: EventKind) -> BenchmarkEvent | None:
        """The latest event of a kind."""
        return max((e for e in self.events if e.kind == kind), key=lambda e: e.on, default=None)


class BenchmarkFile(Frozen):
    """``data/benchmarks.yaml``; ``checked_on`` is the day on which its facts were last looked at."""

    checked_on: date
    benchmarks: Annotated[tuple[Benchmark, ...], Field(min_length=1)]


def load_benchmarks(path: Path) -> dict[str, Benchmark] | tuple[Problem, ...]:
    """The regencies of a benchmark file by id, in its order, or everything that is wrong with it."""
    read = read_model(path, BenchmarkFile, _repeated)
    return read if isinstance(read, tuple) else {b.id: b for b in read.benchmarks}


def whole_ways(benchmarks: Iterable[Benchmark]) -> tuple[tuple[Benchmark, BenchmarkDuration], ...]:
    """The ways from the first formal step to the opening, each beside its regency, where they are known."""
    return tuple((b, d) for b in benchmarks for d in b.durations if d.whole)


def _repeated(file: YamlFile, read: BenchmarkFile) -> tuple[Problem, ...]:
    first: dict[str, int] = {}
    found: list[Problem] = []
    for position, benchmark in enumerate(read.benchmarks):
        line = file.line("benchmarks", position, "id")
        if first.setdefault(benchmark.id, line) != line:
            before = f"baris {first[benchmark.id]}"
            found.append(
                problem(file.name, line, "duplicate-id", what="daerah", id=benchmark.id, first=before)
            )
    return tuple(found)
