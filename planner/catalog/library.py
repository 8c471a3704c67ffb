"""Everything people wrote, read once and read again when a file changes: checklists, regencies, days off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

from planner.catalog.agencies import load_agencies
from planner.catalog.benchmarks import Benchmark, load_benchmarks
from planner.catalog.checklists import load_checklist
from planner.catalog.demo import DemoPlan, load_demo
from planner.catalog.holidays import national_days_off
from planner.catalog.problem import Problem
from planner.catalog.regencies import Regency, load_regencies
from planner.catalog.risks import load_risks
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.checklist import Checklist
from planner.domain.funding import YEARS_AHEAD
from planner.domain.risk import RiskDriver

Fingerprint = tuple[tuple[str, int, int], ...]


class Library:
    """The files under ``checklists/`` and ``data/`` as domain types.

    Why read again on change: an office edits a checklist while the app runs; the next click shows the new
    text, or says what is wrong in which line.
    """

    def __init__(self, checklists: Path, data: Path) -> None:
        self._checklists = checklists
        self._data = data
        self._read: dict[str, tuple[Fingerprint, Checklist | tuple[Problem, ...]]] = {}
        self._lock = Lock()

    def folders(self) -> tuple[str, ...]:
        """Ids of the checklists that are there: the names of their folders."""
        return tuple(sorted(p.name for p in self._checklists.iterdir() if p.is_dir()))

    def checklist(self, name: str) -> Checklist | tuple[Problem, ...]:
        """A checklist by the name of its folder, or all that is wrong with it."""
        folder = self._checklists / name
        mark = _fingerprint(folder)
        with self._lock:
            known = self._read.get(name)
            if known is None or known[0] != mark:
                known = mark, load_checklist(folder, self.regions)
                self._read[name] = known
            return known[1]

    def mark(self, name: str) -> Fingerprint:
        """Changes with every change of a checklist's files."""
        return _fingerprint(self._checklists / name)

    @cached_property
    def regencies(self) -> Mapping[str, Regency]:
        """All regencies and cities by code."""
        return load_regencies(self._data / "regencies.csv")

    @cached_property
    def benchmarks(self) -> Mapping[str, Benchmark] | tuple[Problem, ...]:
        """Real regencies by id, or what is wrong with their file."""
        return load_benchmarks(self._data / "benchmarks.yaml")

    @cached_property
    def risks(self) -> Mapping[str, RiskDriver] | tuple[Problem, ...]:
        """Documented causes of delay by id, or what is wrong with their file."""
        return load_risks(self._data / "risk-drivers.yaml", self.regions)

    @cached_property
    def agencies(self) -> AgencyCatalogue | tuple[Problem, ...]:
        """The agencies typical of a mall, or what is wrong with their file."""
        return load_agencies(self._data / "agencies.yaml", self.regions)

    @property
    def regions(self) -> frozenset[str] | None:
        """Ids of the real regencies a practice may point at; None where their file cannot be read."""
        known = self.benchmarks
        return None if isinstance(known, tuple) else frozenset(known)

    def demos(self) -> tuple[str, ...]:
        """Ids of the demo plans: the names of their files."""
        return tuple(sorted(path.stem for path in (self._data / "demo").glob("*.yaml")))

    def demo(self, plan: str) -> DemoPlan | tuple[Problem, ...]:
        """A demo plan by its id, or everything that is wrong with its file."""
        return load_demo(self._data / "demo" / f"{plan}.yaml")

    def days_off(self, start: date, day: date) -> Mapping[date, str]:
        """National holidays and cuti bersama, from a year before ``start`` as far ahead as budgets go."""
        return national_days_off(start.year - 1, max(start, day).year + YEARS_AHEAD)


def _fingerprint(folder: Path) -> Fingerprint:
    """Names, sizes and times of the files of a checklist."""
    if not folder.is_dir():
        return ()
    stats = ((p.name, p.stat()) for p in sorted(folder.iterdir()) if p.suffix in (".yaml", ".yml"))
    return tuple((name, s.st_mtime_ns, s.st_size) for name, s in stats)
