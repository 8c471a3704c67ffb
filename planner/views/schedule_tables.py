"""The tables under Jadwal as they are read: agencies against the target, and what moved from a baseline."""

from __future__ import annotations

from typing import Final

import pandas as pd

from planner.domain.checklist import Checklist
from planner.domain.plan import Plan
from planner.domain.target import TargetDates
from planner.domain.variance import Variance
from planner.views import baseline, labels, target
from planner.views import schedule_words as words

LIMIT_COLUMNS: Final = ("Instansi", "Paling lambat", "Selesai", "Keterangan", "Kegiatan")
MOVED_COLUMNS: Final = ("Kode", "Kegiatan", "Instansi", "Keterangan")


def agency_limits(plan: Plan, checklist: Checklist, found: TargetDates) -> pd.DataFrame:
    """Agencies, the most late first: by when, when on the present course, and the distance with a sign."""
    table = target.agencies_table(plan, checklist, found)
    told = [
        (words.TOO_LATE if latest.total_float < 0 else words.IN_TIME).format(
            told=target.slack(latest.total_float)
        )
        for latest in found.agencies
    ]
    return table.assign(Keterangan=told)[list(LIMIT_COLUMNS)]


def moved(plan: Plan, checklist: Checklist, found: Variance) -> pd.DataFrame:
    """What has moved, the most shifted first; agencies whose work moved alike share a row."""
    table = baseline.variance_table(plan, checklist, found)
    shared = table.groupby(["Kode", "Kegiatan", "Keterangan"], sort=False)["Instansi"]
    return shared.agg(_together).reset_index()[list(MOVED_COLUMNS)]


def _together(agencies: pd.Series) -> str:
    count = len(agencies)
    return str(agencies.iloc[0]) if count == 1 else labels.AGENCIES.format(count=count)
