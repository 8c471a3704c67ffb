"""Risk drivers of a forecast: the documented causes of delay, from ``data/risk-drivers.yaml``."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from planner.catalog.problem import Problem, did_you_mean, problem
from planner.catalog.validation import validate
from planner.catalog.yamlfile import YamlFile, read_yaml
from planner.domain.checklist import Frozen
from planner.domain.risk import RiskDriver


class RiskFile(Frozen):
    """``data/risk-drivers.yaml``; ``checked_on`` is the day on which its facts were last looked at."""

    checked_on: date
    drivers: Annotated[tuple[RiskDriver, ...], Field(min_length=1)]


def load_risks(
    path: Path, regions: Collection[str] | None = None
) -> dict[str, RiskDriver] | tuple[Problem, ...]:
    """The drivers of a file by id, in its order, or everything that is wrong with it.

    ``regions`` are the ids of real regencies that drivers may name (None: any).
    """
    file, problems = read_yaml(path)
    if file is None or problems:
        return problems
    read = validate(RiskFile, file)
    if isinstance(read, tuple):
        return read
    found = [*_repeated(file, read.drivers), *_unknown(file, read.drivers, regions)]
    return tuple(sorted(found)) or {driver.id: driver for driver in read.drivers}


def _repeated(file: YamlFile, drivers: tuple[RiskDriver, ...]) -> list[Problem]:
    first: dict[str, int] = {}
    found: list[Problem] = []
    for position, driver in enumerate(drivers):
        line = file.line("drivers", position, "id")
        if first.setdefault(driver.id, line) != line:
            before = f"baris {first[driver.id]}"
            found.append(
                problem(file.name, line, "duplicate-id", what="pemicu risiko", id=driver.id, first=before)
            )
    return found


def _unknown(
    file: YamlFile, drivers: tuple[RiskDriver, ...], regions: Collection[str] | None
) -> list[Problem]:
    """Regions that drivers name and nobody knows."""
    if regions is None:
        return []
    found: list[Problem] = []
    for position, driver in enumerate(drivers):
        named = [(("cases", i), region) for i, region in enumerate(driver.cases)]
        named += [(("also", i), region) for i, region in enumerate(driver.also)]
        named += [(("slips", i), slip.region) for i, slip in enumerate(driver.slips)]
        for place, region in named:
            if region not in regions:
                line = file.line("drivers", position, *place)
                hint = did_you_mean(region, set(regions))
                found.append(problem(file.name, line, "unknown-region", hint, id=region))
    return found
