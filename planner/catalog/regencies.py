"""Kabupaten and kota with the codes of the Ministry of Home Affairs."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from planner.catalog.places import resource


@dataclass(frozen=True)
class Regency:
    """A kabupaten or kota, e.g. 14.08 Kabupaten Siak; ``zone`` is an IANA time zone."""

    code: str
    name: str
    province_code: str
    province: str
    zone: str


def load_regencies(path: Path | None = None) -> dict[str, Regency]:
    """Regency by code, in the order of the file; ``data/regencies.csv`` unless another is given.

    Source and licence of the shipped file: ``data/README.md``.
    """
    with (path or resource("data/regencies.csv")).open(encoding="utf-8", newline="") as file:
        return {row["code"]: Regency(**row) for row in csv.DictReader(file)}
