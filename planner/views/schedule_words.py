"""What the page Jadwal and its chart say besides their sentences: views of the page, marks, baselines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.domain.network import ConstraintType
from planner.domain.plan import Budget

CHART: Final = "Bagan"
TABLE: Final = "Tabel"
TARGET: Final = "Batas dari target"
BASELINE: Final = "Rencana awal"
QUALITY: Final = "Mutu rencana"

BUDGET: Final[Mapping[Budget, str]] = {"original": "APBD murni {year}", "revised": "APBD Perubahan {year}"}
WAITS_FOR_MONEY: Final = "menunggu {budget}, tersedia {day}{assumed}"
ASSUMED: Final = " (asumsi)"
NO_BUDGET: Final = "tidak muat dalam anggaran mana pun yang dikenal rencana ini"
MONEYLESS: Final = "{count} kegiatan {reason}"

BAR_BASELINE: Final = "Rencana awal"
BAR_MONEY: Final = "Menunggu APBD"
MARK_LIMIT: Final = "Batas tanggal"
LIMIT: Final[Mapping[ConstraintType, str]] = {
    "SNET": "tidak mulai sebelum {day}",
    "FNET": "tidak selesai sebelum {day}",
    "SNLT": "mulai paling lambat {day}",
    "FNLT": "selesai paling lambat {day}",
    "MSO": "harus mulai {day}",
    "MFO": "harus selesai {day}",
    "ALAP": "dikerjakan selambat mungkin",
}
LIMIT_SET: Final = "Ditetapkan: {limits}"
